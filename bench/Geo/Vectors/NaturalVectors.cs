using System.Globalization;
using System.Text.Json;
using Belfry.Geography;
using Belfry.Geography.Hazards;
using Belfry.Geography.Hazards.Heat;
using Belfry.Geography.Hazards.Quake;
using Belfry.Geography.Hazards.Terrain;

namespace Belfry.Bench.Geo;

/// <summary>Published values of exposure, nuclear planning zones, earthquake, heat and flood.</summary>
static class NaturalVectors
{
    public static IEnumerable<HazardVector> All() => [.. Exposed(), .. Planned(), .. Felt(), .. Hot(), .. Low()];

    static IEnumerable<HazardVector> Exposed()
    {
        foreach (var row in HazardReference.Lines("exposure.tsv").Skip(1).Select(line => line.Split('\t')))
        {
            var people = Exposure.OfCircle(Position.Of(Number(row[1]), Number(row[2])).Value, Number(row[3]) * 1000).Value.People;
            yield return Count("everywhere", row[4], people.Everywhere);
            yield return Count("in Belgium", row[5], people.Belgium);

            HazardVector Count(string where, string published, long ours) =>
                new("exposure", $"{row[0]}, {row[3]} km, {where}", "exposure.tsv", Number(published), ours, Number(published) * 0.001, "people");
        }
    }

    static IEnumerable<HazardVector> Planned()
    {
        foreach (var site in HazardReference.Json("nuclear-planning-zones.json").GetProperty("sites").EnumerateArray())
        {
            var id = site.GetProperty("id").GetString()!.Replace('_', '-');
            var result = NuclearPlan.Run(new HazardCase("bench", DateTimeOffset.UnixEpoch), id).Value;
            foreach (var (member, zone) in ((string, string)[])[("evacuation_km", "evacuation"), ("shelter_iodine_km", "sheltering"), ("vulnerable_iodine_km", "stable iodine for")])
            {
                var published = site.GetProperty(member) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : 0;
                // The radius of the disc drawn, from its surface: what is on the map and not what was typed in.
                var drawn = result.Zones.FirstOrDefault(one => one.Name.StartsWith(zone, StringComparison.Ordinal)) is { } found ? Math.Sqrt(found.AreaKm2 / Math.PI) : 0;
                yield return new HazardVector("nuclear", $"{id}, {zone}", "nuclearrisk.be, RD 16 June 2024", published, drawn, HazardVector.Usual(published), "km");
            }
        }
    }

    static IEnumerable<HazardVector> Felt()
    {
        var file = HazardReference.Json("ipe_allen2012.json");
        foreach (var (form, member) in ((QuakeDistance, string)[])[(QuakeDistance.Rupture, "computed_vectors_rrup"), (QuakeDistance.Hypocentre, "computed_vectors_rhypo")])
        {
            var prediction = new IntensityPrediction(form);
            foreach (var row in file.GetProperty(member).EnumerateArray())
            {
                var (magnitude, kilometres) = (row[0].GetDouble(), row[1].GetDouble());
                yield return new HazardVector(
                    "quake", string.Create(CultureInfo.InvariantCulture, $"M {magnitude}, {kilometres} km to the {(form == QuakeDistance.Rupture ? "rupture" : "hypocentre")}"), "Allen, Wald & Worden 2012 by OpenQuake's coefficients",
                    row[2].GetDouble(), prediction.Intensity(magnitude, kilometres), 0.0001, "MMI");
            }
        }
    }

    static IEnumerable<HazardVector> Hot()
    {
        foreach (var test in HazardReference.Json("heat.json").GetProperty("test").EnumerateArray())
        {
            List<HeatDay> days = [.. test.GetProperty("tmax").EnumerateArray().Select((tmax, at) => new HeatDay(new DateOnly(2026, 7, 1).AddDays(at), tmax.GetDouble(), null, null))];
            var what = string.Join(", ", days.Select(day => day.Most!.Value.ToString(CultureInfo.InvariantCulture)));
            yield return new HazardVector("heat", $"{what}: sum above 25", "be_heat_thresholds", test.GetProperty("tcum").GetDouble(), HeatRules.Sum(days, 0) ?? double.NaN, 0, "°C");
            yield return new HazardVector("heat", $"{what}: warnings", "be_heat_thresholds", test.GetProperty("warning").GetBoolean() ? 1 : 0, HeatRules.Warnings(days).Count(), 0, "");
        }
    }

    static IEnumerable<HazardVector> Low() =>
    [
        Height("Pepinster, the Vesdre", 50.568, 5.806, 1), Height("Chaudfontaine, the Vesdre", 50.586, 5.647, 1), Height("the hill of Cointe", 50.622, 5.561, 74), Height("Botrange", 50.501, 6.092, 192),
    ];

    static HazardVector Height(string place, double latitude, double longitude, double published) =>
        new("flood", $"height above drainage, {place}", "terrain notes; the place is theirs, the point in it ours", published, HeightAboveDrainage.At(Position.Of(latitude, longitude).Value) ?? double.NaN, 0, "m");

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
