using Belfry.Shell;

namespace Belfry.Dispatch;

/// <summary>Who may let a restored instance send again. It takes two of them.</summary>
public static class DispatchPermissions
{
    public static readonly Permission Arm = new("dispatch.arm", new(
        "Verzenden weer toelaten", "Réautoriser les envois", "Versand wieder freigeben", "Let the instance send again"))
    {
        NeedsStepUp = true,
    };

    public static IReadOnlyList<Allowance> Table { get; } =
    [
        new(Arm, Role.Administrator, Reach.Own),
        new(Arm, Role.DutyOfficer, Reach.Own),
        new(Arm, Role.Governor, Reach.Own),
        new(Arm, Role.Minister, Reach.Own),
    ];
}
