using Belfry.Kernel;
using Microsoft.Extensions.Logging;

namespace Belfry.Shell;

/// <summary>Asks the permission table. Every use case asks here first; routes state the same permission, so a page is not offered in vain.</summary>
public sealed class Access(Instance instance, Organisations organisations, IReadOnlyList<Allowance> table, ILogger<Access> log)
{
    public static readonly TimeSpan StepUpLives = TimeSpan.FromMinutes(5);

    public IReadOnlyList<Allowance> Table => table;

    /// <summary>May <paramref name="who"/> do it to what belongs to <paramref name="owner"/>?</summary>
    /// <param name="class">The class of the message it concerns; null when the action has none.</param>
    /// <returns>The viewer to read and write with, or SHELL-001 (no such right), SHELL-002 (prove the second factor again).</returns>
    public Result<Viewer> Ask(Person who, Permission permission, Guid owner, MessageClass? @class = null)
    {
        if (!Allows(who, permission, owner, @class))
        {
            log.LogWarning("Refused: {Account} may not {Action} for {Organisation}", who.Account, permission.Action, owner);
            return ShellProblems.NotAllowed.With(("action", permission.Name[who.Language]));
        }

        if (permission.NeedsStepUp && instance.World == World.Real && !(who.SteppedUp is { } at && instance.Clock.Now - at <= StepUpLives))
        {
            return ShellProblems.StepUpNeeded;
        }

        return ViewerOf(who);
    }

    /// <summary>Would it be allowed for anything at all? For navigation and routes, which do not know the owner yet.</summary>
    public bool AllowsSomewhere(Person who, string action) =>
        InScope(who, action) && table.Any(row => row.Permission.Action == action && InWorld(row) && who.Roles.Any(role => role.Role == row.Role));

    /// <summary>What the person may see: the own organisations and those in their territory.</summary>
    public Viewer ViewerOf(Person who) =>
        Viewer.Of(who.Account, who.Name, who.Organisation, who.Roles.SelectMany(role => organisations.Below(role.Organisation).Prepend(role.Organisation)));

    bool Allows(Person who, Permission permission, Guid owner, MessageClass? @class) =>
        InScope(who, permission.Action) && table.Any(row =>
            row.Permission.Action == permission.Action && InWorld(row) && (@class is null || row.Classes is null || row.Classes.Contains(@class.Value))
            && who.Roles.Any(role => role.Role == row.Role && (role.Organisation == owner || (row.Reach == Reach.Below && organisations.IsBelow(owner, role.Organisation)))));

    bool InWorld(Allowance row) => row.Worlds is null || row.Worlds.Contains(instance.World);

    static bool InScope(Person who, string action) => who.Scopes is null || who.Scopes.Contains(action);
}
