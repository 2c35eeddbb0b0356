using Belfry.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Belfry.Shell.Storage;

/// <summary>
/// What ASP.NET Core Identity's WebAuthn asks while it verifies: accounts by id, passkeys by credential. It only reads; what it found
/// good is written by our use cases, with their audit.
/// </summary>
sealed class IdentityStore(Db db) : IUserPasskeyStore<Account>
{
    static readonly Viewer Self = Viewer.Program("passkeys");

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString("D"));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SignInName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SignInName);

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Id<Account>.TryParse(userId) is { } id ? await db.ReadAsync(Self, reading => AccountStore.FindAsync(reading, id.Value), cancellationToken) : null;

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.ReadAsync(Self, reading => AccountStore.FindByNameAsync(reading, SignInName.Fold(normalizedUserName)), cancellationToken);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await db.ReadAsync(Self, reading => PasskeyStore.OfAsync(reading, user.Id), cancellationToken)).Select(ToIdentity)];

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await db.ReadAsync(Self, async reading => await PasskeyStore.FindAsync(reading, credentialId) is { } row ? await AccountStore.FindAsync(reading, row.Account) : null, cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        await db.ReadAsync(Self, reading => PasskeyStore.FindAsync(reading, credentialId), cancellationToken) is { } row && row.Account == user.Id ? ToIdentity(row) : null;

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadOnly();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadOnly();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw ReadOnly();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw ReadOnly();

    public void Dispose()
    {
    }

    static UserPasskeyInfo ToIdentity(PasskeyRow row) => new(
        row.Credential, row.PublicKey, row.Created, checked((uint)row.Counter), row.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        row.UserVerified, row.BackupEligible, row.BackedUp, row.Attestation, row.ClientText) { Name = row.Name };

    static NotSupportedException ReadOnly() => new("Identity reads here; Accounts writes.");
}
