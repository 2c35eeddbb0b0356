using Belfry.Geography.Hazards;
using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>Pressure of an explosion on the ground: radii of given overpressures, and everything at given distances. Pure.</summary>
public static class Blast
{
    public const string Version = "blast-1";

    /// <returns>A circle for each overpressure, as far out as it is reached.</returns>
    public static Result<HazardResult> Run(BlastRequest request, HazardCase asked)
    {
        ArgumentNullException.ThrowIfNull(request);
        var inputs = new HazardInputs();
        inputs.Case(asked);
        var tnt = Tnt(request, inputs);
        var pressures = Pressures(request, inputs);
        var distances = request.Distances.Select(distance => inputs.Number("distance", distance, "m", 1, 100_000)).ToList();
        inputs.Number("number of distances", distances.Count, "", 0, BlastRequest.MostDistances);
        if (!inputs.Sound)
        {
            return inputs.Refused();
        }

        inputs.Holds("scaled distance of the overpressure", Kingery.Incident.Nearest, Kingery.Incident.Furthest, "m/kg^⅓");
        inputs.Source("Swisdak 1994, Simplified Kingery Airblast Calculations, ADA526744: hemisphere of TNT on the ground; coefficients as in fcento100/kingery-bulmash, whose example is given back but for the reflected impulse, where it turns a sign", HazardTrust.Secondary);
        inputs.Warn("Open flat ground. Streets channel and walls reflect; fragments reach further than the pressure.");
        var plane = new LocalPlane(asked.At!.Value);
        var (figures, zones) = (new List<HazardFigure> { new("TNT equivalent", tnt, "kg") }, new List<HazardZone>());
        foreach (var pressure in pressures)
        {
            // Every pressure that is let in lies on the curve, whatever the charge.
            var radius = Kingery.Incident.Furthermost(pressure.Value, tnt)!.Value;
            figures.Add(new($"radius of {pressure.Name}", radius, "m"));
            zones.Add(HazardZone.Of(pressure.Name, pressure.Value, "kPa", plane.Circle(radius)));
        }

        return inputs.Result(asked, "blast", Version, figures, zones, distances.Count == 0 ? [] : [Table(distances, tnt)]);
    }

    static double Tnt(BlastRequest request, HazardInputs inputs)
    {
        var mass = inputs.Number("mass", request.Mass, "kg", 0.1, 1e7);
        if (request.HeatOfCombustion is not { } heat)
        {
            if (request.Yield is not null)
            {
                inputs.Refuse(ReleaseProblems.NotTogether.At("yield", ("name", "yield"), ("other", "a mass of TNT")));
            }

            return mass;
        }

        var combustion = inputs.Number("heat of combustion", heat, "kJ/kg", 1000, 150_000);
        var facts = ExplosionFacts.All;
        var yield = inputs.Number("yield", request.Yield ?? facts.Tnt.UsualYield, "", 0.01, 1);
        inputs.Source(facts.Tnt.Source, facts.Trust);
        return mass * yield * combustion / facts.Tnt.KilojoulePerKilogram;
    }

    static IReadOnlyList<(string Name, double Value)> Pressures(BlastRequest request, HazardInputs inputs)
    {
        if (request.Overpressures.Count > 0)
        {
            return [.. request.Overpressures.Select(pressure => inputs.Number("overpressure", pressure, "kPa", 0.3, 10_000)).Select(pressure => (FormattableString.Invariant($"{pressure:0.###} kPa"), pressure))];
        }

        inputs.Source(ExplosionFacts.All.Overpressures.Source, ExplosionFacts.All.Trust);
        return ExplosionFacts.All.Overpressures.Values;
    }

    static HazardTable Table(List<double> distances, double tnt)
    {
        var outside = Kingery.All.Where(quantity => distances.Exists(distance => quantity.At(distance, tnt) is null)).Select(quantity => FormattableString.Invariant($"{quantity.Name} {quantity.Nearest} to {quantity.Furthest}")).ToList();
        return new HazardTable(
            "At a distance" + (outside.Count == 0 ? "" : "; empty outside the fitted scaled distances (" + string.Join(", ", outside) + " m/kg^⅓)"),
            [new("distance", "m"), .. Kingery.All.Select(quantity => new HazardColumn(quantity.Name, quantity.Unit))],
            [.. distances.Select(distance => (IReadOnlyList<double?>)[distance, .. Kingery.All.Select(quantity => quantity.At(distance, tnt))])]);
    }
}

/// <summary>An explosion on the ground.</summary>
public sealed record BlastRequest
{
    public const int MostDistances = 100;

    /// <summary>kg, 0.1 to 1e7: of TNT, or of a fuel when its heat of combustion is given.</summary>
    public required double Mass { get; init; }

    /// <summary>kJ/kg, 1,000 to 150,000. Null: the mass is TNT.</summary>
    public double? HeatOfCombustion { get; init; }

    /// <summary>Share of the fuel's energy in the blast, 0.01 to 1. Default 0.1. Only with a heat of combustion.</summary>
    public double? Yield { get; init; }

    /// <summary>kPa, 0.3 to 10,000, for a circle each. Empty: 2, 5, 14 and 20.</summary>
    public IReadOnlyList<double> Overpressures { get; init; } = [];

    /// <summary>m, 1 to 100,000; up to 100 rows of a table. Empty: no table.</summary>
    public IReadOnlyList<double> Distances { get; init; } = [];
}
