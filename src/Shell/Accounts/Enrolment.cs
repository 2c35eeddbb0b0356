using Belfry.Kernel;
using Belfry.Shell.Storage;

namespace Belfry.Shell;

/// <summary>
/// From a one-time link to an account with a factor. Redeeming spends the link and binds what follows to the browser that did it, by
/// a token in a cookie; the account comes to be in the change that stores its first factor.
/// </summary>
sealed class Enrolment(Db db, Instance instance, Sessions sessions, SignIn signIn, Passphrase passphrase, AccountsSettings settings)
{
    static readonly Viewer Self = Viewer.Program("enrolment");

    /// <param name="Session">For a persona: the token of its session. Null else.</param>
    /// <param name="Enrol">The token of the enrolment. Null for a persona.</param>
    public sealed record Redeemed(string? Session, string? Enrol, DateTimeOffset Until);

    /// <returns>ACC-004 when the link is unknown, over, used, or of another world: one answer.</returns>
    public async Task<Result<Redeemed>> RedeemAsync(string? link, Visit visit, CancellationToken ct)
    {
        var token = (link ?? "").Trim();
        var hash = Secret.HashOf(token);
        var row = await db.ReadAsync(Self, reading => InvitationStore.FindAsync(reading, hash), ct);
        if (row is null || (row.Kind == InvitationKind.Persona && instance.World == World.Real))
        {
            return AccountProblems.LinkRefused;
        }

        if (row.Kind == InvitationKind.Persona)
        {
            var account = await db.ReadAsync(Self, reading => AccountStore.FindAsync(reading, row.Account), ct);
            if (account is not { Disabled: false, Persona: true })
            {
                return AccountProblems.LinkRefused;
            }

            var opened = await signIn.OpenAsync(account, SignInFactor.Link, visit, async change =>
                await InvitationStore.RedeemAsync(change, row.Id, null, change.Now) ? Done.Value : AccountProblems.LinkRefused, ct);
            return opened.Then<Redeemed>(session => new Redeemed(session, null, row.Until));
        }

        var enrol = Secret.New(Secret.Enrolment);
        var result = await db.ChangeAsync<Redeemed>(new Act(Viewer.Of(row.Account, row.Name, row.Organisation), "RedeemInvitation", Subject: $"account/{row.Account}"), async change =>
        {
            var until = change.Now + settings.Invitation;
            return await InvitationStore.RedeemAsync(change, row.Id, Secret.HashOf(enrol), until) ? new Redeemed(null, enrol, until) : AccountProblems.LinkRefused;
        }, ct);
        return result.Ok ? result : await RefusedAsync(row, result, ct);
    }

    /// <returns>Who enrols, while it may go on; null when it is over.</returns>
    public async Task<InvitationRow?> FindAsync(string? enrol, CancellationToken ct)
    {
        if (!Secret.Looks(enrol, Secret.Enrolment))
        {
            return null;
        }

        var hash = Secret.HashOf(enrol!);
        var row = await db.ReadAsync(Self, reading => InvitationStore.FindByEnrolmentAsync(reading, hash), ct);
        return row is { Enrolled: null } && row.Until > instance.Clock.Now ? row : null;
    }

    /// <param name="spend">Spends the challenge.</param>
    /// <returns>The token of the first session, or ACC-005, ACC-006, ACC-008.</returns>
    public Task<Result<string>> ByPasskeyAsync(InvitationRow row, PasskeyRow passkey, Func<Change, Task<Result<Done>>> spend, Visit visit, CancellationToken ct) =>
        EnrolAsync(row, SignInFactor.Passkey, async change =>
        {
            var spent = await spend(change);
            if (!spent.Ok)
            {
                return spent;
            }

            return await PasskeyStore.InsertAsync(change, passkey) ? Done.Value : AccountProblems.PasskeyRefused.With(("reason", "known already"));
        }, visit, ct);

    /// <returns>The token of the first session and the recovery codes to show once; or ACC-005, ACC-008, ACC-011 at passphrase, ACC-012 at code.</returns>
    public async Task<Result<(string Session, string[] Codes)>> ByCodeAsync(InvitationRow row, string? words, byte[] key, string? code, Visit visit, CancellationToken ct)
    {
        List<Problem> problems = [.. Passphrase.Check(words ?? "", row.SignInName).Problems];
        var step = OneTimeCode.Match(key, code, instance.Clock.Now, 0);
        if (step is null)
        {
            problems.Add(AccountProblems.CodeRefused.At("code"));
        }

        if (problems.Count > 0)
        {
            return Result<(string, string[])>.Refused(problems);
        }

        var hash = await passphrase.HashAsync(words!, ct);
        var codes = RecoveryCodes.New();
        var opened = await EnrolAsync(row, SignInFactor.Code, async change =>
        {
            await AccountStore.SetCodeFactorAsync(change, row.Account, hash, instance.Keys.Envelope.Seal(key, SignIn.Place(row.Account)), step!.Value);
            await RecoveryCodes.StoreAsync(change, row.Account, codes);
            return Done.Value;
        }, visit, ct);
        return opened.Then<(string, string[])>(session => (session, codes));
    }

    async Task<Result<string>> EnrolAsync(InvitationRow row, SignInFactor factor, Func<Change, Task<Result<Done>>> store, Visit visit, CancellationToken ct)
    {
        var result = await db.ChangeAsync<string>(new Act(Viewer.Of(row.Account, row.Name, row.Organisation), "EnrolAccount", Subject: $"account/{row.Account}"), async change =>
        {
            if (!await InvitationStore.EnrolledAsync(change, row.Id))
            {
                return AccountProblems.EnrolmentOver;
            }

            var account = row.IsNew
                ? new Account(row.Account, row.Organisation, row.Name, row.SignInName, row.Language, false, false, change.Now, null)
                : await AccountStore.FindAsync(change, row.Account);
            if (account is null or { Disabled: true } || (row.Kind == InvitationKind.First && await AccountStore.AnyAsync(change)))
            {
                return AccountProblems.EnrolmentOver;
            }

            if (row.IsNew && !await AccountStore.InsertAsync(change, account))
            {
                return AccountProblems.NameTaken.With(("name", row.SignInName));
            }

            foreach (var role in RoleText.Read(row.Grants))
            {
                await RoleStore.GiveAsync(change, account.Id, role, row.MadeBy);
            }

            change.Note("made_by", row.MadeBy.ToString());
            var stored = await store(change);
            return stored.Ok ? (await sessions.OpenAsync(change, account, factor, visit)).Token : Result<string>.Refused(stored.Problems);
        }, ct);
        return result;
    }

    // A second use is what a stolen link looks like: it is written down.
    async Task<Result<Redeemed>> RefusedAsync(InvitationRow row, Result<Redeemed> refused, CancellationToken ct)
    {
        await db.ChangeAsync(new Act(Self, "RefuseLink"), change =>
        {
            change.Append(
                ChainName.AuditOf(row.Organisation),
                new ChainEntryDraft("act", new Dictionary<string, object?> { ["act"] = "RefuseLink", ["subject"] = $"account/{row.Account}", ["used"] = row.Redeemed is not null }, new Dictionary<string, string>()));
            return Task.CompletedTask;
        }, ct);
        return refused;
    }
}
