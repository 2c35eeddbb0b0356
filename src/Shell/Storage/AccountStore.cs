using Belfry.Kernel;

namespace Belfry.Shell.Storage;

/// <summary>What proves the person: never leaves Accounts.</summary>
sealed record FactorRow(string Passphrase, byte[]? Authenticator, long AuthenticatorStep);

static class AccountStore
{
    public static Task<Account?> FindAsync(Reading reading, Guid id) => reading.FindAsync<Account>(
        "select id, organisation, name, sign_in_name, language, disabled, persona, created, last_sign_in from user_account where id = @id", new { id });

    public static Task<Account?> FindByNameAsync(Reading reading, string signInName) => reading.FindAsync<Account>(
        "select id, organisation, name, sign_in_name, language, disabled, persona, created, last_sign_in from user_account where sign_in_name = @signInName",
        new { signInName });

    public static Task<IReadOnlyList<Account>> OfAsync(Reading reading, Guid organisation) => reading.QueryAsync<Account>(
        """
        select id, organisation, name, sign_in_name, language, disabled, persona, created, last_sign_in
        from user_account where organisation = @organisation order by name, sign_in_name
        """,
        new { organisation });

    public static async Task<bool> AnyAsync(Reading reading) => await reading.ValueAsync<long>("select count(*) from user_account") > 0;

    /// <returns>False when the sign-in name is taken.</returns>
    public static async Task<bool> InsertAsync(Change change, Account account) => await change.ExecuteAsync(
        """
        insert into user_account (id, organisation, name, sign_in_name, language, disabled, persona, created, passphrase, authenticator_step)
        values (@Id, @Organisation, @Name, @SignInName, @Language, @Disabled, @Persona, @Created, '', 0) on conflict do nothing
        """,
        new { account.Id, account.Organisation, account.Name, account.SignInName, account.Language, account.Disabled, account.Persona, account.Created }) == 1;

    public static Task<long> SignedInAsync(Change change, Guid id) =>
        change.ExecuteAsync("update user_account set last_sign_in = @now where id = @id", new { id, now = change.Now });

    public static Task<long> SetDisabledAsync(Change change, Guid id, bool disabled) =>
        change.ExecuteAsync("update user_account set disabled = @disabled where id = @id and disabled <> @disabled", new { id, disabled });

    public static Task<FactorRow?> FactorsAsync(Reading reading, Guid id) =>
        reading.FindAsync<FactorRow>("select passphrase, authenticator, authenticator_step from user_account where id = @id", new { id });

    public static Task<long> SetCodeFactorAsync(Change change, Guid id, string passphrase, byte[]? authenticator, long step) => change.ExecuteAsync(
        "update user_account set passphrase = @passphrase, authenticator = @authenticator, authenticator_step = @step where id = @id",
        new { id, passphrase, authenticator, step });

    /// <returns>False when that code, or a later one, was used meanwhile.</returns>
    public static async Task<bool> SpendCodeAsync(Change change, Guid id, long step) => await change.ExecuteAsync(
        "update user_account set authenticator_step = @step where id = @id and authenticator_step < @step", new { id, step }) == 1;

    public static async Task<bool> SpendRecoveryCodeAsync(Change change, Guid account, byte[] hash) =>
        await change.ExecuteAsync("delete from recovery_code where account = @account and hash = @hash", new { account, hash }) == 1;

    public static Task<long> CountRecoveryCodesAsync(Reading reading, Guid account) =>
        reading.ValueAsync<long>("select count(*) from recovery_code where account = @account", new { account });

    public static async Task ForgetFactorsAsync(Change change, Guid id)
    {
        await change.ExecuteAsync("delete from passkey where account = @id", new { id });
        await change.ExecuteAsync("delete from recovery_code where account = @id", new { id });
        await change.ExecuteAsync("update user_account set passphrase = '', authenticator = null, authenticator_step = 0 where id = @id", new { id });
    }

    /// <returns>False when this challenge was answered before.</returns>
    public static async Task<bool> SpendChallengeAsync(Change change, byte[] hash, DateTimeOffset until)
    {
        await change.ExecuteAsync("delete from spent_challenge where until < @now", new { now = change.Now });
        return await change.ExecuteAsync("insert into spent_challenge (hash, until) values (@hash, @until) on conflict do nothing", new { hash, until }) == 1;
    }
}
