using Belfry.Shell;

namespace Belfry.Incidents;

/// <summary>Who may see, open, log and close incidents, and triage what comes in (crisis roles; the desk registers, it does not decide).</summary>
public static class IncidentPermissions
{
    public static readonly Permission Read = new("incidents.read", new("Incidenten inzien", "Consulter les incidents", "Vorfälle einsehen", "Read incidents"));
    public static readonly Permission Open = new("incidents.open", new("Een incident openen", "Ouvrir un incident", "Einen Vorfall eröffnen", "Open an incident"));
    public static readonly Permission Log = new("incidents.log", new("In het logboek schrijven", "Écrire dans le journal", "Ins Logbuch schreiben", "Write in the logbook"));
    public static readonly Permission Close = new("incidents.close", new("Een incident sluiten", "Clore un incident", "Einen Vorfall schließen", "Close an incident"));
    public static readonly Permission Triage = new("intake.triage", new("Binnenkomende berichten beoordelen", "Trier les messages entrants", "Eingehende Meldungen sichten", "Triage incoming messages"));
    public static readonly Permission Deliver = new("intake.deliver", new("Berichten aanleveren", "Fournir des messages", "Meldungen anliefern", "Deliver messages"));

    public static IReadOnlyList<Allowance> Table { get; } =
    [
        new(Read, Role.DutyOfficer, Reach.Below),
        new(Read, Role.PlanningCoordinator, Reach.Own),
        new(Read, Role.Mayor, Reach.Own),
        new(Read, Role.GovernorService, Reach.Below),
        new(Read, Role.Governor, Reach.Below),
        new(Read, Role.InformationOfficer, Reach.Below),
        new(Read, Role.Minister, Reach.Below),

        new(Open, Role.DutyOfficer, Reach.Below),
        new(Open, Role.PlanningCoordinator, Reach.Own),
        new(Open, Role.GovernorService, Reach.Below),

        new(Log, Role.DutyOfficer, Reach.Below),
        new(Log, Role.PlanningCoordinator, Reach.Own),
        new(Log, Role.Mayor, Reach.Own),
        new(Log, Role.GovernorService, Reach.Below),
        new(Log, Role.Governor, Reach.Below),
        new(Log, Role.InformationOfficer, Reach.Below),

        new(Close, Role.DutyOfficer, Reach.Own),
        new(Close, Role.PlanningCoordinator, Reach.Own),
        new(Close, Role.Mayor, Reach.Own),
        new(Close, Role.GovernorService, Reach.Own),
        new(Close, Role.Governor, Reach.Below),

        new(Triage, Role.DutyOfficer, Reach.Below),
        new(Triage, Role.PlanningCoordinator, Reach.Own),
        new(Triage, Role.GovernorService, Reach.Below),

        new(Deliver, Role.DutyOfficer, Reach.Below),
    ];
}
