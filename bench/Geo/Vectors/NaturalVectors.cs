namespace Belfry.Bench.Geo;

/// <summary>Published values of nuclear planning zones, earthquake, heat and flood.</summary>
static class NaturalVectors
{
    public static IEnumerable<HazardVector> All() => [];
}
