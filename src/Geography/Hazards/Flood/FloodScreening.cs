using Belfry.Geography.Hazards;
using Belfry.Geography.Hazards.Flood;
using Belfry.Geography.Hazards.Terrain;
using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>Which land a river reaches when it rises so many metres at a point: a first look by height above the nearest drainage, never a flood map.</summary>
public static class FloodScreening
{
    public const string Model = "flood";

    public const string Version = "flood-1 (HAND, SRTM 3″)";

    // Measured: Pepinster 6 %, Namur 18 %, Mechelen 44 %, Diksmuide in its polders 64 %.
    const double TooFlat = 0.5;
    const double Flat = 0.25;

    /// <param name="riseMetres">Above the level at which the river fills its bed, 0.5 to 20. The terrain is in whole metres.</param>
    /// <param name="radiusMetres">How far along the valley, 500 to 10,000: nobody knows that the water stands as high elsewhere.</param>
    /// <returns>Refused: HAZ-001 outside a range, HAZ-002 to HAZ-004 for the case, HAZ-041 far from a river, HAZ-042 in land too flat for it.</returns>
    public static Result<HazardResult> Run(HazardCase asked, double riseMetres, double radiusMetres = 3000)
    {
        var inputs = new HazardInputs();
        inputs.Case(asked);
        inputs.Number("rise", riseMetres, "m", 0.5, 20);
        inputs.Number("radius", radiusMetres, "m", 500, 10_000);
        inputs.Holds("catchment", 8, 100_000, "km²");
        inputs.Source("Height above the nearest drainage (Rennó and others 2008): own computation from NASA/USGS SRTM 3″ of the year 2000", HazardTrust.Read);
        inputs.Warn("Indicative: a screening by height alone, in cells of 93 by 59 m and whole metres of a surface with trees and roofs. Dykes, weirs, culverts, reservoirs and the water's own slope are not in it; tributaries are shown as if they rose as much.");
        if (!inputs.Sound)
        {
            return inputs.Refused();
        }

        var at = asked.At!.Value;
        var extent = new FloodExtent(HeightAboveDrainage.Load(), at, radiusMetres);
        if (extent.River() is not { } river)
        {
            return NaturalHazardProblems.NoWater.At("at", ("metres", FloodExtent.SnapMetres), ("text", at));
        }

        var flat = extent.FlatShare;
        if (flat >= TooFlat)
        {
            return NaturalHazardProblems.TooFlat.At("at", ("text", at), ("share", Math.Round(flat * 100)));
        }

        if (flat >= Flat)
        {
            inputs.Warn(FormattableString.Invariant($"Flat land: {flat * 100:0} % is at most 1 m above its drainage. The extent is too large rather than too small."));
        }

        var wet = extent.Wet(river, riseMetres);
        var zone = HazardZone.Of(FormattableString.Invariant($"at most {riseMetres:0.##} m above the river (indicative)"), riseMetres, "m", extent.Outline(wet));
        return inputs.Result(
            asked, Model, Version,
            [
                new HazardFigure("extent", Math.Round(zone.AreaKm2, 4), "km²"),
                new HazardFigure("cells", wet.Count, ""),
                new HazardFigure("land at most 1 m above its drainage", Math.Round(flat, 4), "share"),
            ],
            [zone]) with { Exposures = [ZoneExposure.Of(zone)] };
    }
}
