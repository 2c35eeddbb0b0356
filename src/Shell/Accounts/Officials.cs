using Belfry.Kernel;
using Belfry.Shell.Storage;

namespace Belfry.Shell;

/// <summary>People with an account, as the rooms need them: who is meant, and what they may do now. Nothing of how they sign in.</summary>
public sealed class Officials(Db db)
{
    static readonly Viewer Self = Viewer.Program("officials");

    /// <returns>Null when there is no such account, or it is disabled.</returns>
    public Task<Person?> FindAsync(Guid account, CancellationToken ct) => db.ReadAsync(Self, async reading => await OfAsync(reading, await AccountStore.FindAsync(reading, account)), ct);

    /// <param name="signInName">As typed; folded here.</param>
    public Task<Person?> FindByNameAsync(string signInName, CancellationToken ct) =>
        db.ReadAsync(Self, async reading => await OfAsync(reading, await AccountStore.FindByNameAsync(reading, SignInName.Fold(signInName))), ct);

    static async Task<Person?> OfAsync(Reading reading, Account? account) =>
        account is null or { Disabled: true } ? null : new Person(account.Id, account.Name, account.Organisation, await RoleStore.OfAsync(reading, account.Id), account.Language);
}
