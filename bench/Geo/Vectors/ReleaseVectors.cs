namespace Belfry.Bench.Geo;

/// <summary>Published values of the models of releases: gas, agents, pressure, heat.</summary>
static class ReleaseVectors
{
    public static IEnumerable<HazardVector> All() => [];
}
