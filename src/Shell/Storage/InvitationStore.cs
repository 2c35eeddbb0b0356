using Belfry.Kernel;

namespace Belfry.Shell.Storage;

enum InvitationKind
{
    /// <summary>A new account, or new factors for one that lost them.</summary>
    Invitation,

    /// <summary>The first account of a world, printed on the console.</summary>
    First,

    /// <summary>A persona's way in: a session, no enrolment.</summary>
    Persona,
}

sealed record InvitationRow(
    Guid Id, InvitationKind Kind, Guid Organisation, Guid MadeBy, Guid Account, bool IsNew, string Name, string SignInName, Language Language, string Grants,
    DateTimeOffset Created, DateTimeOffset Until, DateTimeOffset? Redeemed, DateTimeOffset? Enrolled);

static class InvitationStore
{
    public static Task<InvitationRow?> FindAsync(Reading reading, byte[] token) => reading.FindAsync<InvitationRow>(
        """
        select id, kind, organisation, made_by, account, is_new, name, sign_in_name, language, grants, created, until, redeemed, enrolled
        from account_invitation where token = @token
        """,
        new { token });

    public static Task<InvitationRow?> FindByEnrolmentAsync(Reading reading, byte[] enrol) => reading.FindAsync<InvitationRow>(
        """
        select id, kind, organisation, made_by, account, is_new, name, sign_in_name, language, grants, created, until, redeemed, enrolled
        from account_invitation where enrol = @enrol
        """,
        new { enrol });

    public static Task<long> InsertAsync(Change change, InvitationRow row, byte[] token) => change.ExecuteAsync(
        """
        insert into account_invitation (id, token, kind, organisation, made_by, account, is_new, name, sign_in_name, language, grants, created, until)
        values (@Id, @token, @Kind, @Organisation, @MadeBy, @Account, @IsNew, @Name, @SignInName, @Language, @Grants, @Created, @Until)
        """,
        new { row.Id, token, row.Kind, row.Organisation, row.MadeBy, row.Account, row.IsNew, row.Name, row.SignInName, row.Language, row.Grants, row.Created, row.Until });

    /// <summary>An earlier link for the same account opens nothing any more.</summary>
    public static Task<long> WithdrawAsync(Change change, Guid account) => change.ExecuteAsync(
        "update account_invitation set until = @now where account = @account and enrolled is null and until > @now", new { account, now = change.Now });

    public static Task<long> WithdrawFirstAsync(Change change) => change.ExecuteAsync(
        "update account_invitation set until = @now where kind = @kind and enrolled is null and until > @now", new { kind = InvitationKind.First, now = change.Now });

    /// <returns>False when it was redeemed before, or is over.</returns>
    public static async Task<bool> RedeemAsync(Change change, Guid id, byte[]? enrol, DateTimeOffset until) => await change.ExecuteAsync(
        "update account_invitation set redeemed = @now, enrol = @enrol, until = @until where id = @id and redeemed is null and until > @now",
        new { id, enrol, until, now = change.Now }) == 1;

    public static async Task<bool> EnrolledAsync(Change change, Guid id) => await change.ExecuteAsync(
        "update account_invitation set enrolled = @now where id = @id and redeemed is not null and enrolled is null and until > @now", new { id, now = change.Now }) == 1;
}
