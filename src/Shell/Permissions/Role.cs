using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>What a person is, in one organisation. Stored by name.</summary>
public enum Role
{
    /// <summary>NCCN Permanence: registers, informs, sends on decision; decides nothing.</summary>
    DutyOfficer,

    /// <summary>Noodplanningscoördinator of a municipality.</summary>
    PlanningCoordinator,

    /// <summary>Burgemeester: decides in the municipality.</summary>
    Mayor,

    /// <summary>Federal service of the governor.</summary>
    GovernorService,

    /// <summary>Governor, or the authority competent for Brussels: decides in the province.</summary>
    Governor,

    /// <summary>Team D5: information to the public.</summary>
    InformationOfficer,

    /// <summary>Minister of the Interior or delegate: decides in the country.</summary>
    Minister,

    /// <summary>Keeps accounts, organisations and gateways; reads no protection file.</summary>
    Administrator,

    /// <summary>Reads access logs and chains, no content.</summary>
    Auditor,
}

public static class Roles
{
    static readonly Dictionary<Role, LocalizedText> Names = new()
    {
        [Role.DutyOfficer] = new("Permanentieofficier", "Officier de permanence", "Diensthabender der Permanenz", "Duty officer"),
        [Role.PlanningCoordinator] = new("Noodplanningscoördinator", "Coordinateur planification d’urgence", "Notfallplanungskoordinator", "Emergency planning coordinator"),
        [Role.Mayor] = new("Burgemeester", "Bourgmestre", "Bürgermeister", "Mayor"),
        [Role.GovernorService] = new("Federale dienst van de gouverneur", "Services fédéraux du gouverneur", "Föderaler Dienst des Gouverneurs", "Federal service of the governor"),
        [Role.Governor] = new("Gouverneur", "Gouverneur", "Gouverneur", "Governor"),
        [Role.InformationOfficer] = new("Informatieverantwoordelijke D5", "Responsable de l’information D5", "Informationsverantwortlicher D5", "Information officer D5"),
        [Role.Minister] = new("Minister van Binnenlandse Zaken", "Ministre de l’Intérieur", "Minister des Innern", "Minister of the Interior"),
        [Role.Administrator] = new("Beheerder", "Administrateur", "Verwalter", "Administrator"),
        [Role.Auditor] = new("Auditor", "Auditeur", "Prüfer", "Auditor"),
    };

    public static LocalizedText Name(this Role role) => Names[role];
}
