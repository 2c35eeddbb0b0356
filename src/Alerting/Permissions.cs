using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>Who prepares, who decides, who may stop. Deciding is for the authority of the territory; anyone who may see it may stop it.</summary>
public static class AlertPermissions
{
    public static readonly Permission Read = new("alerting.read", new("Waarschuwingen inzien", "Consulter les alertes", "Warnungen einsehen", "Read alerts"));
    public static readonly Permission Compose = new("alerting.compose", new("Een waarschuwing opstellen", "Rédiger une alerte", "Eine Warnung verfassen", "Write an alert"));
    public static readonly Permission Approve = new("alerting.approve", new("Een waarschuwing goedkeuren", "Approuver une alerte", "Eine Warnung genehmigen", "Approve an alert")) { NeedsStepUp = true };
    public static readonly Permission Stop = new("alerting.stop", new("Een verzending stoppen", "Arrêter un envoi", "Einen Versand stoppen", "Stop a dispatch"));
    public static readonly Permission Delegate = new("alerting.delegate", new("Het beslissen overdragen", "Déléguer la décision", "Die Entscheidung übertragen", "Delegate the decision")) { NeedsStepUp = true, NeedsTwo = true };
    public static readonly Permission ConfirmDelegation = new("alerting.confirm", new("Een delegatie bevestigen", "Confirmer une délégation", "Eine Übertragung bestätigen", "Confirm a delegation")) { NeedsStepUp = true };

    public static IReadOnlyList<Allowance> Table { get; } =
    [
        .. Everyone(Read),
        .. Everyone(Stop),

        new(Compose, Role.PlanningCoordinator, Reach.Own),
        new(Compose, Role.InformationOfficer, Reach.Below),
        new(Compose, Role.GovernorService, Reach.Below),
        new(Compose, Role.DutyOfficer, Reach.Below),
        new(Compose, Role.Mayor, Reach.Own),
        new(Compose, Role.Governor, Reach.Below),

        new(Approve, Role.Mayor, Reach.Own),
        new(Approve, Role.Governor, Reach.Below),
        new(Approve, Role.Minister, Reach.Below),

        new(Delegate, Role.Mayor, Reach.Own),
        new(Delegate, Role.Governor, Reach.Own),
        new(Delegate, Role.Minister, Reach.Own),

        // The second of two: has the written decision before them.
        new(ConfirmDelegation, Role.DutyOfficer, Reach.Below),
        new(ConfirmDelegation, Role.PlanningCoordinator, Reach.Own),
        new(ConfirmDelegation, Role.GovernorService, Reach.Below),
        new(ConfirmDelegation, Role.Governor, Reach.Below),
        new(ConfirmDelegation, Role.Minister, Reach.Below),
    ];

    static IEnumerable<Allowance> Everyone(Permission permission) =>
    [
        new(permission, Role.DutyOfficer, Reach.Below),
        new(permission, Role.PlanningCoordinator, Reach.Own),
        new(permission, Role.Mayor, Reach.Own),
        new(permission, Role.GovernorService, Reach.Below),
        new(permission, Role.Governor, Reach.Below),
        new(permission, Role.InformationOfficer, Reach.Below),
        new(permission, Role.Minister, Reach.Below),
    ];
}
