using Belfry.Kernel;
using Belfry.Shell.Storage;

namespace Belfry.Shell;

/// <summary>The keeper's side of accounts: invite, re-enrol, disable. Each is audited with why, and nobody does it to themselves.</summary>
public sealed class Accounts
{
    const int MostName = 120;
    const int LeastWhy = 5;

    readonly Db db;
    readonly Access access;
    readonly Organisations organisations;
    readonly Sessions sessions;
    readonly AccountsSettings settings;

    internal Accounts(Db db, Access access, Organisations organisations, Sessions sessions, AccountsSettings settings) =>
        (this.db, this.access, this.organisations, this.sessions, this.settings) = (db, access, organisations, sessions, settings);

    /// <returns>The link to hand over, shown once; or SHELL-001, SHELL-002, SHELL-005…009 at a field, ACC-008 name taken, KERNEL-002 no such organisation.</returns>
    public async Task<Result<OneTimeLink>> InviteAsync(Person by, Invitee invitee, CancellationToken ct)
    {
        var (name, signInName) = (PlainText.From(invitee.Name, "name", MostName), SignInName.From(invitee.SignInName));
        List<Problem> problems = [.. name.Problems, .. signInName.Problems];
        var viewer = access.Ask(by, AccountPermissions.Manage, invitee.Organisation);
        foreach (var owner in invitee.Roles.Select(role => role.Organisation).Append(invitee.Organisation).Distinct())
        {
            problems.AddRange(organisations.Find(owner) is null ? [KernelProblems.NotFound.At("organisation")] : access.Ask(by, AccountPermissions.Manage, owner).Problems);
        }

        if (problems.Count > 0)
        {
            return Result<OneTimeLink>.Refused(problems);
        }

        return await db.ChangeAsync<OneTimeLink>(new Act(viewer.Value, "InviteAccount"), async change =>
        {
            if (await AccountStore.FindByNameAsync(change, signInName.Value) is not null)
            {
                return AccountProblems.NameTaken.At("sign_in_name", ("name", signInName.Value));
            }

            var row = new InvitationRow(
                Id<Invitee>.New(db.Clock).Value, InvitationKind.Invitation, invitee.Organisation, by.Account, Id<Account>.New(db.Clock).Value, true, name.Value, signInName.Value,
                invitee.Language, RoleText.Write(invitee.Roles), change.Now, change.Now + settings.Invitation, null, null);
            change.Note("account", row.Account.ToString());
            change.Note("roles", row.Grants);
            return await AddAsync(change, row, Secret.Invitation);
        }, ct);
    }

    /// <summary>
    /// For a person who lost what they sign in with. The old factors and every session end at once: lost is lost. A second person does
    /// it, who has seen or heard the first; the account, its roles and its history stay.
    /// </summary>
    /// <returns>The link, or SHELL-001/002, ACC-009 for oneself, ACC-010 without a reason, KERNEL-002.</returns>
    public Task<Result<OneTimeLink>> ReinviteAsync(Person by, Id<Account> account, string? why, CancellationToken ct) =>
        ChangeAsync<OneTimeLink>(by, account, "ReinviteAccount", why, async (change, found) =>
        {
            if (found.Persona)
            {
                return KernelProblems.NotFound; // has no factor to lose: PersonaLinks makes its ways in
            }

            await AccountStore.ForgetFactorsAsync(change, found.Id);
            await InvitationStore.WithdrawAsync(change, found.Id);
            var row = new InvitationRow(
                Id<Invitee>.New(db.Clock).Value, InvitationKind.Invitation, found.Organisation, by.Account, found.Id, false, found.Name, found.SignInName,
                found.Language, "", change.Now, change.Now + settings.Invitation, null, null);
            return await AddAsync(change, row, Secret.Invitation);
        }, ct);

    /// <summary>Every session, stream and token of the account is dead at once here, within a second on other nodes.</summary>
    public Task<Result<Done>> DisableAsync(Person by, Id<Account> account, string? why, CancellationToken ct) =>
        ChangeAsync<Done>(by, account, "DisableAccount", why, async (change, found) =>
        {
            await InvitationStore.WithdrawAsync(change, found.Id);
            return await AccountStore.SetDisabledAsync(change, found.Id, true) == 1 ? Done.Value : KernelProblems.ChangedMeanwhile;
        }, ct);

    /// <summary>The account may sign in again, with the factors it had.</summary>
    public Task<Result<Done>> EnableAsync(Person by, Id<Account> account, string? why, CancellationToken ct) =>
        ChangeAsync<Done>(by, account, "EnableAccount", why, async (change, found) =>
            await AccountStore.SetDisabledAsync(change, found.Id, false) == 1 ? Done.Value : KernelProblems.ChangedMeanwhile, ct);

    /// <returns>Those of the organisation, by name; or SHELL-001.</returns>
    public async Task<Result<Account[]>> ListAsync(Person by, Guid organisation, CancellationToken ct)
    {
        if (!access.Ask(by, AccountPermissions.See, organisation).TryGet(out var viewer, out var problems))
        {
            return Result<Account[]>.Refused(problems);
        }

        return (await db.ReadAsync(viewer, reading => AccountStore.OfAsync(reading, organisation), ct)).ToArray();
    }

    async Task<Result<T>> ChangeAsync<T>(Person by, Id<Account> account, string what, string? why, Func<Change, Account, Task<Result<T>>> body, CancellationToken ct)
    {
        var reason = PlainText.From(why, "why", 500);
        var found = await db.ReadAsync(access.ViewerOf(by), reading => AccountStore.FindAsync(reading, account.Value), ct);
        if (found is null)
        {
            return KernelProblems.NotFound;
        }

        if (!access.Ask(by, AccountPermissions.Manage, found.Organisation).TryGet(out var viewer, out var refused))
        {
            return viewer is null && refused[0].Kind == ShellProblems.NotAllowed && !access.ViewerOf(by).Sees.Contains(found.Organisation) ? KernelProblems.NotFound : Result<T>.Refused(refused);
        }

        if (found.Id == by.Account)
        {
            return AccountProblems.SecondPersonNeeded;
        }

        if (!reason.TryGet(out var text, out var missing))
        {
            return Result<T>.Refused(missing);
        }

        if (text.Length < LeastWhy)
        {
            return AccountProblems.WhyNeeded.At("why", ("least", LeastWhy));
        }

        IReadOnlyList<Guid> ended = [];
        var result = await db.ChangeAsync<T>(new Act(viewer, what, text, $"account/{found.Id}"), async change =>
        {
            ended = await SessionStore.EndAllAsync(change, found.Id, null);
            return await body(change, found);
        }, ct);
        if (result.Ok)
        {
            sessions.Forget(ended);
            sessions.ForgetAccount(found.Id);
        }

        return result;
    }

    internal static async Task<OneTimeLink> AddAsync(Change change, InvitationRow row, string prefix)
    {
        var token = Secret.New(prefix);
        await InvitationStore.InsertAsync(change, row, Secret.HashOf(token));
        return new OneTimeLink(token, row.Until);
    }
}
