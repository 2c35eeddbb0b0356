using Belfry.Geography.Register;
using Belfry.Kernel;

namespace Belfry.Geography.Hazards.Nuclear;

/// <summary>A nuclear site with the planning zones prepared around it: Royal Decree of 16 June 2024, as nuclearrisk.be shows it. What is decided on the day may differ.</summary>
/// <param name="EvacuationKm">Null where no evacuation is prepared.</param>
/// <param name="ShelterKm">Sheltering and stable iodine; null where none is prepared.</param>
/// <param name="VulnerableKm">Stable iodine for children, pregnant and breastfeeding women.</param>
sealed record NuclearSite(string Id, string Name, string Country, Position At, double? EvacuationKm, double? ShelterKm, double? VulnerableKm)
{
    /// <summary>Replaces the plan of 1 March 2018.</summary>
    public static readonly DateOnly Decree = new(2024, 6, 16);

    static readonly Lazy<IReadOnlyList<NuclearSite>> Loaded = new(() =>
    [
        .. Tables.Rows(HazardReference.Folder, "nuclear-sites.tsv").Select(row => new NuclearSite(
            row[0], row[1], row[2], Tables.At(row[4], row[3]), Kilometres(row[5]), Kilometres(row[6]), Kilometres(row[7]))),
    ]);

    /// <summary>Eight: four in Belgium, four abroad within 100 km of it.</summary>
    public static IReadOnlyList<NuclearSite> All => Loaded.Value;

    /// <returns>HAZ-006 with the known names.</returns>
    public static Result<NuclearSite> Find(string id) =>
        All.FirstOrDefault(site => string.Equals(site.Id, id, StringComparison.OrdinalIgnoreCase)) is { } found
            ? found
            : HazardProblems.UnknownChoice.At("site", ("name", "site"), ("value", id.Length > 40 ? id[..40] : id), ("known", string.Join(", ", All.Select(site => site.Id))));

    static double? Kilometres(string text) => text.Length == 0 ? null : Tables.Number(text);
}
