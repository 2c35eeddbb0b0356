using Belfry.Kernel;
using Belfry.Shell.Storage;

namespace Belfry.Shell;

/// <summary>The roles of a rehearsal and their one-time ways in. It cannot be constructed in the real world, and the real world honours none of its links.</summary>
public sealed class PersonaLinks
{
    static readonly Viewer Self = Viewer.Program("personas");

    readonly Db db;
    readonly AccountsSettings settings;

    /// <exception cref="InvalidOperationException">The world is the real one.</exception>
    public PersonaLinks(Instance instance, Db db, AccountsSettings settings)
    {
        if (instance.World == World.Real)
        {
            throw new InvalidOperationException("There are no personas in the real world.");
        }

        (this.db, this.settings) = (db, settings);
    }

    /// <summary>Makes the persona when it is not there yet, and gives it the roles it lacks.</summary>
    public async Task<Id<Account>> KeepAsync(Invitee persona, CancellationToken ct)
    {
        var signInName = SignInName.From(persona.SignInName).Value;
        var kept = await db.ChangeAsync<Id<Account>>(new Act(Self, "KeepPersona"), async change =>
        {
            var account = await AccountStore.FindByNameAsync(change, signInName)
                ?? new Account(Id<Account>.New(db.Clock).Value, persona.Organisation, PlainText.From(persona.Name, "name", 120).Value, signInName, persona.Language, false, true, change.Now, null);
            await AccountStore.InsertAsync(change, account);
            foreach (var role in persona.Roles)
            {
                await RoleStore.GiveAsync(change, account.Id, role);
            }

            return account.Key;
        }, ct);
        return kept.Value;
    }

    /// <returns>A new link; earlier ones for the persona are dead. KERNEL-002 when it is no persona.</returns>
    public async Task<Result<OneTimeLink>> MakeAsync(Id<Account> persona, CancellationToken ct) =>
        await db.ChangeAsync<OneTimeLink>(new Act(Self, "MakePersonaLink", Subject: $"account/{persona}"), async change =>
        {
            if (await AccountStore.FindAsync(change, persona.Value) is not { Persona: true, Disabled: false } account)
            {
                return KernelProblems.NotFound;
            }

            await InvitationStore.WithdrawAsync(change, account.Id);
            var row = new InvitationRow(
                Id<Invitee>.New(db.Clock).Value, InvitationKind.Persona, account.Organisation, Guid.Empty, account.Id, false, account.Name, account.SignInName, account.Language, "",
                change.Now, change.Now + settings.PersonaLink, null, null);
            return await Accounts.AddAsync(change, row, Secret.Persona);
        }, ct);
}
