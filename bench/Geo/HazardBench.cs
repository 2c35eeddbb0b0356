using System.Globalization;

namespace Belfry.Bench.Geo;

/// <summary>Ours beside every published value of the hazard models: releases in one table, sites and nature in another.</summary>
static class HazardBench
{
    public static Task<int> ReleasesAsync(string[] args) => Compare("hazards", "Models of releases beside every published value", [.. ReleaseVectors.All()]);

    public static Task<int> SitesAsync(string[] args) => Compare(
        "hazards-sites", "Exposure, nuclear zones, earthquake, heat and flood beside every published value", [.. NaturalVectors.All()],
        "Exposure: the published figures take a cell when its centre, as published to five decimals, lies within the distance over the ellipsoid; so does Belfry, and agrees to the person. "
        + "Nuclear: ours is the radius of the disc as drawn, 0 where none is prepared. Flood: the source names places and not points; the points were chosen in them.");

    static Task<int> Compare(string name, string title, IReadOnlyList<HazardVector> vectors, params IReadOnlyList<string> text)
    {
        new Figures(
            "geo", name, title, $"dotnet run -c Release --project bench -- geo {name}",
            [.. text, "Values and tolerances are those of data/geography/hazards; where a source states none, half a percent is asked."],
            ["model", "what", "published", "ours", "difference", "tolerance", "unit", "reference"],
            [.. vectors.Select(vector => (IReadOnlyList<string>)[vector.Model, vector.What, Number(vector.Published), Number(vector.Ours), Short(vector.Difference), Short(vector.Tolerance), vector.Unit, vector.Reference])],
            [.. vectors.Where(vector => !vector.Met).Select(vector => $"{vector.Model}, {vector.What}: {Short(vector.Difference)} apart, {Short(vector.Tolerance)} allowed")]).Write();
        return Task.FromResult(vectors.All(vector => vector.Met) ? 0 : 1);
    }

    static string Number(double value) => value.ToString("G9", CultureInfo.InvariantCulture);

    static string Short(double value) => value.ToString("0.0e+0", CultureInfo.InvariantCulture);
}
