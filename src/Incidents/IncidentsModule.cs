using Belfry.Incidents.Pages;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Belfry.Incidents;

/// <summary>ICMS: the intake desk, incidents and their logbooks.</summary>
public sealed class IncidentsModule : Module
{
    public override string Name => "Incidents";

    public override IReadOnlyList<Allowance> Permissions => IncidentPermissions.Table;

    public override IReadOnlyList<ProblemKind> Problems => [.. IncidentProblems.All, .. CapProblems.All];

    public override IReadOnlyList<OfferedAction> Actions { get; } =
    [
        new(new("Binnenkomend", "Entrées", "Eingang", "Intake"), RiskSide.Respond, IncidentPermissions.Triage, AppliesTo.Nothing, "/intake", InNavigation: true),
        new(new("Incidenten", "Incidents", "Vorfälle", "Incidents"), RiskSide.Respond, IncidentPermissions.Read, AppliesTo.Nothing, "/incidents", InNavigation: true),
        new(new("Incident openen", "Ouvrir un incident", "Vorfall eröffnen", "Open an incident"), RiskSide.Respond, IncidentPermissions.Open, AppliesTo.Nothing, "/incidents/new"),
    ];

    public override void AddServices(IServiceCollection services, Instance instance)
    {
        services.AddSingleton(CapTrust.Nobody);
        services.AddSingleton<IncidentReader>();
        services.AddSingleton<OpenIncident>();
        services.AddSingleton<WriteLine>();
        services.AddSingleton<MoveIncident>();
        services.AddSingleton<ReceiveCap>();
        services.AddSingleton<TriageMessage>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        IntakePages.Map(routes);
        IncidentPages.Map(routes);
        IncidentApi.Map(routes);
    }
}
