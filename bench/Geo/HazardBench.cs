using System.Globalization;

namespace Belfry.Bench.Geo;

/// <summary>Ours beside every published value of the hazard models.</summary>
static class HazardBench
{
    public static Task<int> RunAsync(string[] args)
    {
        var vectors = HazardVectors.All();
        new Figures(
            "geo", "hazards", "Hazard models beside every published value", "dotnet run -c Release --project bench -- geo hazards",
            ["Values and tolerances are those of data/geography/hazards; where a source states none, half a percent is asked."],
            ["model", "what", "published", "ours", "difference", "tolerance", "unit", "reference"],
            [.. vectors.Select(vector => (IReadOnlyList<string>)[vector.Model, vector.What, Number(vector.Published), Number(vector.Ours), Short(vector.Difference), Short(vector.Tolerance), vector.Unit, vector.Reference])],
            [.. vectors.Where(vector => !vector.Met).Select(vector => $"{vector.Model}, {vector.What}: {Short(vector.Difference)} apart, {Short(vector.Tolerance)} allowed")]).Write();
        return Task.FromResult(vectors.All(vector => vector.Met) ? 0 : 1);
    }

    static string Number(double value) => value.ToString("G9", CultureInfo.InvariantCulture);

    static string Short(double value) => value.ToString("0.0e+0", CultureInfo.InvariantCulture);
}
