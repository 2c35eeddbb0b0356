using Belfry.Dispatch.Send;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Belfry.Dispatch;

/// <summary>Messages on their way. Its routes come from the program's settings or from the exercise world.</summary>
public sealed class DispatchModule : Module
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
        services.AddSingleton(new Markers(instance.World));
        services.AddHostedService<DispatchWorkers>();
    }
}
