using Belfry.Geography.Layers;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Geography;

/// <summary>The common map. No tables yet: what it knows of the country is read-only and travels with the program.</summary>
public sealed class GeographyModule : Module
{
    public override string Name => "Geography";

    public override IReadOnlyList<ProblemKind> Problems => GeographyProblems.All;

    public override void Map(IEndpointRouteBuilder routes)
    {
        LayerEndpoint.Map(routes);
        SearchEndpoint.Map(routes);
        AreaEndpoint.Map(routes);
    }
}
