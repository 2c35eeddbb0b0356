using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>What is known of an area: for the preview before an alert, the API and the command line alike.</summary>
/// <param name="Municipalities">Touched, the most covered first.</param>
/// <param name="CapMarginMetres">How far the CAP polygons reach beyond the area; 0 when they are the area.</param>
public sealed record AreaFacts(
    double AreaKm2, string Digest, Bounds Bounds, IReadOnlyList<TouchedMunicipality> Municipalities, PopulationEstimate Population, IReadOnlyList<string> CapPolygons, double CapMarginMetres)
{
    /// <param name="at">Whose borders.</param>
    /// <param name="language">Of the municipalities' names.</param>
    public static AreaFacts Of(Area area, DateOnly at, Language language) => new(
        Math.Round(area.AreaKm2, 4),
        area.Digest,
        area.Bounds,
        [.. area.Municipalities(at).Select(share => new TouchedMunicipality(share.Municipality.Refnis, share.Municipality.Name[language], Math.Round(share.Share, 4)))],
        Belgium.Load().Population.Inside(area),
        area.CapPolygons,
        area.CapMarginMetres);
}

/// <param name="Share">Of the municipality's surface, 0 to 1.</param>
public sealed record TouchedMunicipality(string Refnis, string Name, double Share);
