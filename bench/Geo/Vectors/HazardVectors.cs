namespace Belfry.Bench.Geo;

/// <summary>Every published value of the hazard models. A family of models a file.</summary>
static class HazardVectors
{
    static readonly Func<IEnumerable<HazardVector>>[] Families =
    [
        ReleaseVectors.All,
        NaturalVectors.All,
    ];

    public static IReadOnlyList<HazardVector> All() => [.. Families.SelectMany(family => family())];
}
