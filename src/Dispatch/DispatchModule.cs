using Belfry.Dispatch.Send;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Belfry.Dispatch;

/// <summary>Messages on their way. Its routes are the gateways of the settings (real world), or come from the rehearsal.</summary>
public sealed class DispatchModule(DispatchSettings? settings = null) : Module
{
    public override string Name => "Dispatch";

    public override IReadOnlyList<ProblemKind> Problems => [.. LedgerProblems.All, .. DispatchProblems.All];

    public override IReadOnlyList<Allowance> Permissions => DispatchPermissions.Table;

    public override void Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder routes) => Arm.ArmApi.Map(routes);

    public override void AddServices(IServiceCollection services, Instance instance)
    {
        services.AddSingleton<LedgerBell>();
        services.AddSingleton<Gateways>();
        services.AddSingleton<Dispatches>();
        services.AddSingleton<Arming>();
        services.AddSingleton(provider => Arm.DisarmedNotice.Source(provider.GetRequiredService<Arming>()));
        services.AddSingleton(new Markers(instance.World));
        services.AddHostedService<DispatchWorkers>();
        foreach (var route in settings?.Routes(instance.Clock) ?? [])
        {
            services.AddSingleton(route);
        }
    }
}
