using Belfry.Kernel;

namespace Belfry.Shell.Storage;

sealed record PasskeyRow(
    byte[] Credential, Guid Account, string Name, byte[] PublicKey, long Counter, string Transports, bool UserVerified, bool BackupEligible, bool BackedUp,
    byte[] Attestation, byte[] ClientText, DateTimeOffset Created, DateTimeOffset? LastUsed);

static class PasskeyStore
{
    public static Task<PasskeyRow?> FindAsync(Reading reading, byte[] credential) =>
        reading.FindAsync<PasskeyRow>("select * from passkey where credential = @credential", new { credential });

    public static Task<IReadOnlyList<PasskeyRow>> OfAsync(Reading reading, Guid account) =>
        reading.QueryAsync<PasskeyRow>("select * from passkey where account = @account order by created, credential", new { account });

    /// <returns>False when the credential is known already, here or to another account.</returns>
    public static async Task<bool> InsertAsync(Change change, PasskeyRow row) => await change.ExecuteAsync(
        """
        insert into passkey (credential, account, name, public_key, counter, transports, user_verified, backup_eligible, backed_up, attestation, client_text, created)
        values (@Credential, @Account, @Name, @PublicKey, @Counter, @Transports, @UserVerified, @BackupEligible, @BackedUp, @Attestation, @ClientText, @Created)
        on conflict do nothing
        """,
        row) == 1;

    /// <returns>False when the passkey was removed meanwhile, or its counter is past this one: a copy answered (WebAuthn 6.1.1).</returns>
    public static async Task<bool> UsedAsync(Change change, byte[] credential, Guid account, long counter, bool backedUp) => await change.ExecuteAsync(
        """
        update passkey set counter = @counter, backed_up = @backedUp, last_used = @now
        where credential = @credential and account = @account and (counter < @counter or (counter = 0 and @counter = 0))
        """,
        new { credential, account, counter, backedUp, now = change.Now }) == 1;

    public static async Task<bool> RemoveAsync(Change change, byte[] credential, Guid account) =>
        await change.ExecuteAsync("delete from passkey where credential = @credential and account = @account", new { credential, account }) == 1;
}
