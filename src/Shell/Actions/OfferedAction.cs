using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>What an action can be used on. A map menu on an area offers those that apply to an area.</summary>
public enum AppliesTo
{
    Nothing,
    Area,
    Incident,
    Person,
    Message,
}

/// <summary>What a room offers. Navigation, palette, map menu and "use this for…" read it, so a lower room never learns of a higher one.</summary>
/// <param name="Address">Path; <c>{id}</c> stands for what it is used on.</param>
/// <param name="InNavigation">True for a room's own page in the rail.</param>
public sealed record OfferedAction(LocalizedText Name, RiskSide Side, Permission Permission, AppliesTo AppliesTo, string Address, bool InNavigation = false);

/// <summary>All of them, in module order.</summary>
public sealed class ActionRegistry(IReadOnlyList<OfferedAction> all, Access access)
{
    public IEnumerable<OfferedAction> For(Person who, AppliesTo on = AppliesTo.Nothing) =>
        all.Where(action => action.AppliesTo == on && access.AllowsSomewhere(who, action.Permission.Action));

    public IReadOnlyList<OfferedAction> All => all;
}
