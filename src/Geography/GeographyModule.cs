using Belfry.Geography.Layers;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Belfry.Geography;

/// <summary>The common map. No tables yet: what it knows of the country is read-only and travels with the program.</summary>
public sealed class GeographyModule : Module
{
    public override string Name => "Geography";

    public override IReadOnlyList<ProblemKind> Problems => [.. GeographyProblems.All, .. HazardProblems.All, .. ReleaseProblems.All, .. TableProblems.All, .. NaturalHazardProblems.All];

    /// <summary>The authorities of the country are there in every world; names that the law changed are changed.</summary>
    public override Task PrepareAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<Organisations>().KeepAsync(Authorities.Of(Belgium.Load(), services.GetRequiredService<Clock>()), ct);

    public override void Map(IEndpointRouteBuilder routes)
    {
        LayerEndpoint.Map(routes);
        SearchEndpoint.Map(routes);
        AreaEndpoint.Map(routes);
    }
}
