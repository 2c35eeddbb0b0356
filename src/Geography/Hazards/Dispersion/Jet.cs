using Belfry.Geography.Hazards;
using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>How fast a vessel empties through a round hole at the first moment: the source term of a plume. Pure.</summary>
public static class Jet
{
    public const string Version = "jet-1";

    const double Atmosphere = 101_325;

    public static Result<HazardResult> Run(JetRequest request, HazardCase asked)
    {
        ArgumentNullException.ThrowIfNull(request);
        var inputs = new HazardInputs();
        inputs.Case(asked, needsPlace: false);
        var gas = request.HeatRatio is not null;
        inputs.Choice("phase", gas ? "gas" : "liquid");
        var diameter = inputs.Number("hole diameter", request.HoleDiameter, "m", 0.0001, 1);
        var coefficient = inputs.Number("discharge coefficient", request.DischargeCoefficient, "", 0.1, 1);
        var pressure = inputs.Number("absolute pressure", request.Pressure, "Pa", Atmosphere, 1e8);
        var density = inputs.Number("density", request.Density, "kg/m³", gas ? 0.01 : 300, gas ? 500 : 20_000);
        var ratio = gas ? inputs.Number("heat ratio", request.HeatRatio!.Value, "", 1.01, 1.7) : 0;
        if (!inputs.Sound)
        {
            return inputs.Refused();
        }

        var area = Math.PI / 4 * diameter * diameter;
        if (!gas)
        {
            inputs.Source("Liquid jet after Bernoulli: CCPS 1999 p. 40 given back", HazardTrust.CrossChecked);
            inputs.Warn("First moment; the level above the hole and boiling in the hole (a liquefied gas flashes) are not in the model.");
            return inputs.Result(asked, "jet", Version, [new("mass rate", Liquid(area, coefficient, pressure, density), "kg/s")], []);
        }

        var critical = Atmosphere * Math.Pow((ratio + 1) / 2, ratio / (ratio - 1));
        if (pressure < critical)
        {
            inputs.Refuse(ReleaseProblems.NotChoked.At("absolute pressure", ("value", pressure), ("least", Math.Ceiling(critical))));
            return inputs.Refused();
        }

        inputs.Source("Choked jet of an ideal gas: CCPS 1999 p. 47 given back", HazardTrust.CrossChecked);
        inputs.Warn("First moment; the pressure falls while the vessel empties, so that the rate is the greatest.");
        return inputs.Result(asked, "jet", Version, [new("mass rate", Choked(area, coefficient, pressure, density, ratio), "kg/s"), new("choked from", critical, "Pa")], []);
    }

    internal static double Liquid(double area, double coefficient, double pressure, double density) => coefficient * area * Math.Sqrt(2 * density * (pressure - Atmosphere));

    internal static double Choked(double area, double coefficient, double pressure, double density, double ratio) =>
        coefficient * area * Math.Sqrt(ratio * density * pressure * Math.Pow(2 / (ratio + 1), (ratio + 1) / (ratio - 1)));
}

/// <summary>A hole in a vessel.</summary>
public sealed record JetRequest
{
    /// <summary>m; 0.0001 to 1.</summary>
    public required double HoleDiameter { get; init; }

    /// <summary>0.1 to 1; usually 0.6 for a liquid and 0.85 for a gas.</summary>
    public required double DischargeCoefficient { get; init; }

    /// <summary>Absolute, Pa; 101,325 to 1e8. A gas must be choked, about twice the air's pressure or more (HAZ-024).</summary>
    public required double Pressure { get; init; }

    /// <summary>Of what is in the vessel, kg/m³; 300 to 20,000 for a liquid, 0.01 to 500 for a gas.</summary>
    public required double Density { get; init; }

    /// <summary>cp/cv of the gas, 1.01 to 1.7; null for a liquid.</summary>
    public double? HeatRatio { get; init; }
}
