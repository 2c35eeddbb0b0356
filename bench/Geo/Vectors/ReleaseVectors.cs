using System.Text.Json;
using Belfry.Geography;
using Belfry.Geography.Hazards;

namespace Belfry.Bench.Geo;

/// <summary>Published values of the models of releases: gas, agents, pressure, heat. Numbers and references from data/geography/hazards/test_vectors.json.</summary>
static class ReleaseVectors
{
    static readonly Lazy<JsonElement> File = new(() => HazardReference.Json("test_vectors.json"));

    public static IEnumerable<HazardVector> All() => [.. Plumes(), .. Puffs(), .. Rise(), .. Jets(), .. Blasts(), .. Templates(), .. Fireballs(), .. Levels()];

    static IEnumerable<HazardVector> Plumes()
    {
        var rows = File.Value.GetProperty("gaussian_plume");
        var (deVisscher, small, ccps) = (Steady(0.1, 7, 90, DispersionScheme.BriggsRural, "D"), Steady(0.005, 2, 30, DispersionScheme.BriggsRural, "D"), Steady(0.1, 2, 0, DispersionScheme.Ccps, "F"));
        yield return Stated("plume", "100 g/s, D, 90 m, at 1500 m", rows[0], "out_ug_m3", deVisscher.At(1500, 0, 0) * 1e9, "µg/m³");
        yield return Stated("plume", "the same, 100 m aside", rows[1], "out_ug_m3", deVisscher.At(1500, 100, 0) * 1e9, "µg/m³") with { Reference = "De Visscher, Ex 2.1" };
        yield return Stated("plume", "5 g/s, D, 30 m, at 1000 m", rows[2], "out_ug_m3", small.At(1000, 0, 0) * 1e9, "µg/m³");
        yield return Stated("plume", "0.1 kg/s, F, ground, at 500 m, sigmas of CCPS", rows[3], "out_kg_m3", ccps.At(500, 0, 0), "kg/m³");
        yield return new HazardVector("plume", "the same, sigmas of Briggs", "the same case with Briggs’s curves, computed apart (note in test_vectors.json)", 1.17218e-4, Steady(0.1, 2, 0, DispersionScheme.BriggsRural, "F").At(500, 0, 0), 5e-10, "kg/m³");
    }

    static IEnumerable<HazardVector> Puffs()
    {
        var row = File.Value.GetProperty("gaussian_puff")[0];
        var sigmas = Sigmas.Puff("F");
        yield return Tight("puff", "1 kg, F, 500 m after 250 s: sigma across", row, "sy", sigmas.Y(500), "m");
        yield return Tight("puff", "the same: sigma upwards", row, "sz", sigmas.Z(500), "m");
        yield return Tight("puff", "the same: concentration", row, "out_kg_m3", new GaussianPuff(1, sigmas, 0).At(500, 0, 0, 2 * 250), "kg/m³");
    }

    static IEnumerable<HazardVector> Rise()
    {
        var row = File.Value.GetProperty("plume_rise")[0];
        var rise = PlumeRise.Of(20, 0.935, 1.17, 3, null, 288.15);
        yield return Stated("plume", "rise: buoyancy flux", row, "Fb", rise.Flux, "m⁴/s³");
        yield return Stated("plume", "rise at 1000 m", row, "dh_m", rise.At(1000), "m");
    }

    static IEnumerable<HazardVector> Jets()
    {
        var (liquid, gas, area) = (File.Value.GetProperty("source_terms")[0], File.Value.GetProperty("source_terms")[1], Math.PI / 4 * 0.01 * 0.01);
        yield return Tight("jet", "liquid, 10 mm, 1.2 bar", liquid, "mdot", Jet.Liquid(area, 0.63, 120_935.0368, 490), "kg/s");
        yield return Tight("jet", "gas, 10 mm, 5 bar, choked", gas, "mdot", Jet.Choked(area, 0.85, 501_000, 8.9, 1.15), "kg/s");
    }

    static IEnumerable<HazardVector> Blasts()
    {
        var row = File.Value.GetProperty("kingery_bulmash")[0];
        foreach (var (quantity, name) in ((Kingery, string)[])[
            (Kingery.Arrival, "ta_ms"), (Kingery.Incident, "Ps_kPa"), (Kingery.Reflected, "Pr_kPa"), (Kingery.Duration, "td_ms"), (Kingery.IncidentImpulse, "Is"), (Kingery.ReflectedImpulse, "Ir"), (Kingery.Front, "U_m_s")])
        {
            var vector = Tight("blast", "10 t at 500 m: " + quantity.Name, row, name, quantity.At(500, 10_000)!.Value, quantity.Unit);
            yield return name != "Ir" ? vector : vector with
            {
                Refuted = "the program that printed it turns the sign of the last coefficient in its metric branch (+0.01123 for −0.01123): its value is more than the whole triangle ½·Pr·td (682 kPa·ms); its own imperial branch gives the value of the next row",
            };
        }

        // Swisdak's imperial coefficients of the same curve, in psi·ms/lb^⅓ of ft/lb^⅓: the leading one, which no change of unit touches, is −0.01123.
        var pound = Math.Cbrt(0.45359237);
        var ln = Math.Log(500 / Math.Cbrt(10_000) / 0.3048 * pound);
        var imperial = Math.Exp(5.9313 - (1.5622 * ln) + (0.1322 * ln * ln) - (0.01123 * ln * ln * ln)) * 6.894757 / pound * Math.Cbrt(10_000);
        yield return new HazardVector("blast", "10 t at 500 m: reflected impulse, by the imperial coefficients", "Swisdak 1994, as in the same program", imperial, Kingery.ReflectedImpulse.At(500, 10_000)!.Value, HazardVector.Usual(imperial), "kPa·ms");
    }

    static IEnumerable<HazardVector> Templates()
    {
        var asked = new HazardCase("bench", DateTimeOffset.UnixEpoch, Position.Of(50, 4).Value);
        var calm = Atp45.Run(new Atp45Request { Event = "chem", WindSpeed = 2, WindFrom = 270 }, asked).Value;
        var windy = Atp45.Run(new Atp45Request { Event = "chem", WindSpeed = 5, WindFrom = 225 }, asked).Value;
        const string Reference = "ATP45.jl docs";
        yield return Usual("atp45", "chem, 2 m/s: radius of release", Reference, 2000, Across(Shape(calm, "release")) / 2, "m");
        yield return Usual("atp45", "chem, 2 m/s: radius of hazard", Reference, 10_000, Across(Shape(calm, "hazard")) / 2, "m");
        var triangle = Shape(windy, "hazard").Coordinates;
        yield return Usual("atp45", "chem, 5 m/s: shortest side of the triangle", Reference, 16_165.8, Sides(triangle).Min(), "m");
        yield return Usual("atp45", "chem, 5 m/s: longest side of the triangle", Reference, 16_165.8, Sides(triangle).Max(), "m");
        yield return Usual("atp45", "chem, 5 m/s: apex to release", Reference, 4000, triangle.Min(point => Metres(point, new(4, 50))), "m");
    }

    static IEnumerable<HazardVector> Fireballs()
    {
        foreach (var row in HazardReference.Json("thermal_blast_reference.json").GetProperty("fireball").GetProperty("checks").EnumerateArray())
        {
            var ball = new FireballModel(row.GetProperty("M_kg").GetDouble(), 46_000, 0.3, 1000);
            foreach (var (name, ours, unit) in ((string, double, string)[])[("D", ball.Diameter, "m"), ("t", ball.Seconds, "s"), ("H", ball.Height, "m")])
            {
                yield return Usual("fireball", FormattableString.Invariant($"{ball.Mass:0} kg: {name}"), "thermal_blast_reference.json, from memory", row.GetProperty(name).GetDouble(), ours, unit);
            }
        }
    }

    static IEnumerable<HazardVector> Levels()
    {
        var substance = Substance.Find("Hydrogen chloride")!;
        foreach (var (level, published) in ((int, double)[])[(1, 2.68), (2, 149.12), (3, 924.55)])
        {
            yield return Usual("plume", $"AEGL-{level} of hydrogen chloride, 10 min", "a second source, aegl_subset_ppm.csv", published, substance.Levels.Single(one => one.Level == level && one.Minutes == 10).Ppm * substance.PerPpm, "mg/m³");
        }
    }

    static GaussianPlume Steady(double rate, double wind, double height, DispersionScheme scheme, string stability) => new(rate, wind, Sigmas.Plume(scheme, stability, 10), _ => height);

    // The file states tol in the value's unit, tol_rel as a share.
    static HazardVector Stated(string model, string what, JsonElement row, string member, double ours, string unit)
    {
        var published = row.GetProperty(member).GetDouble();
        var tolerance = row.TryGetProperty("tol", out var absolute) ? absolute.GetDouble() : row.GetProperty("tol_rel").GetDouble() * published;
        return new HazardVector(model, what, row.TryGetProperty("ref", out var reference) ? reference.GetString()! : "", published, ours, tolerance, unit);
    }

    // Printed to more digits than any rounding of ours: a millionth.
    static HazardVector Tight(string model, string what, JsonElement row, string member, double ours, string unit)
    {
        var published = row.GetProperty(member).GetDouble();
        return new HazardVector(model, what, row.GetProperty("ref").GetString()!, published, ours, published * 1e-6, unit);
    }

    static HazardVector Usual(string model, string what, string reference, double published, double ours, string unit) => new(model, what, reference, published, ours, HazardVector.Usual(published), unit);

    static NetTopologySuite.Geometries.Geometry Shape(HazardResult result, string zone) => result.Zones.Single(one => one.Name == zone).Shape;

    // The ring touches the circle from outside: least width is twice the radius.
    static double Across(NetTopologySuite.Geometries.Geometry circle) => circle.Coordinates.Average(point => Metres(point, new(4, 50))) * 2;

    static IEnumerable<double> Sides(NetTopologySuite.Geometries.Coordinate[] ring) => ring.Zip(ring.Skip(1), Metres);

    // Through the ellipsoid: 5 mm short at 16 km.
    static double Metres(NetTopologySuite.Geometries.Coordinate a, NetTopologySuite.Geometries.Coordinate b)
    {
        var (p, q) = (Space(a), Space(b));
        return Math.Sqrt(((p.X - q.X) * (p.X - q.X)) + ((p.Y - q.Y) * (p.Y - q.Y)) + ((p.Z - q.Z) * (p.Z - q.Z)));

        static (double X, double Y, double Z) Space(NetTopologySuite.Geometries.Coordinate point) => Belfry.Geography.Coordinates.Ellipsoidal.Wgs84.ToSpace(double.DegreesToRadians(point.Y), double.DegreesToRadians(point.X));
    }
}
