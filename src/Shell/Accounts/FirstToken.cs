using Belfry.Kernel;
using Belfry.Shell.Storage;

namespace Belfry.Shell;

/// <summary>There is no default account. While a world has none, its console prints a link that makes the first administrator.</summary>
public sealed class FirstToken(Db db, AccountsSettings settings)
{
    /// <param name="organisation">Of the first administrator, who then invites the others.</param>
    /// <param name="name">Shown until it is known better: <c>First administrator</c>.</param>
    /// <returns>A new link (an earlier one is dead), or null when someone has an account already.</returns>
    public async Task<OneTimeLink?> IssueAsync(Guid organisation, string name, string signInName, CancellationToken ct)
    {
        var self = Viewer.Program("first-token");
        if (await db.ReadAsync(self, AccountStore.AnyAsync, ct))
        {
            return null;
        }

        var issued = await db.ChangeAsync<OneTimeLink>(new Act(self, "IssueFirstToken"), async change =>
        {
            await InvitationStore.WithdrawFirstAsync(change);
            var row = new InvitationRow(
                Id<Invitee>.New(db.Clock).Value, InvitationKind.First, organisation, Guid.Empty, Id<Account>.New(db.Clock).Value, true, name, SignInName.Fold(signInName),
                Language.En, RoleText.Write([new RoleIn(Role.Administrator, organisation)]), change.Now, change.Now + settings.Invitation, null, null);
            return await Accounts.AddAsync(change, row, Secret.First);
        }, ct);
        return issued.Value;
    }
}
