using Belfry.Shell;

namespace Belfry.Dispatch;

/// <summary>Who may let a new or restored instance send. It takes two of them.</summary>
public static class DispatchPermissions
{
    public static readonly Permission Arm = new("dispatch.arm", new(
        "De instantie wapenen", "Armer l’instance", "Die Instanz scharf schalten", "Arm the instance"))
    {
        NeedsStepUp = true,
        NeedsTwo = true,
    };

    public static IReadOnlyList<Allowance> Table { get; } =
    [
        new(Arm, Role.Administrator, Reach.Own),
        new(Arm, Role.DutyOfficer, Reach.Own),
        new(Arm, Role.Governor, Reach.Own),
        new(Arm, Role.Minister, Reach.Own),
    ];
}
