using System.Globalization;
using Belfry.Geography.Register;

namespace Belfry.Geography.Hazards.Nuclear;

/// <summary>A number of the plan as dated data (data/geography/hazards/nuclear-guidance.tsv): most were written from memory and say so.</summary>
sealed record Guidance(string Key, double Value, string Unit, string Meaning, DateOnly Date)
{
    static readonly Lazy<IReadOnlyList<Guidance>> Loaded = new(() =>
    [
        .. Tables.Rows(HazardReference.Folder, "nuclear-guidance.tsv").Select(row => new Guidance(row[0], Tables.Number(row[1]), row[2], row[3], DateOnly.ParseExact(row[4], "yyyy-MM-dd", CultureInfo.InvariantCulture))),
    ]);

    public static IReadOnlyList<Guidance> All => Loaded.Value;

    public static Guidance Of(string key) => All.Single(one => one.Key == key);
}
