using Belfry.Geography.Hazards;
using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>Heat of a fireball, as when a tank of liquefied gas bursts in a fire: radii of given fluxes, and burns at given distances. Pure.</summary>
public static class Fireball
{
    public const string Version = "fireball-1";

    public static Result<HazardResult> Run(FireballRequest request, HazardCase asked)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (inputs, facts) = (new HazardInputs(), ExplosionFacts.All);
        inputs.Case(asked);
        var mass = inputs.Number("mass", request.Mass, "kg", 10, 1e6);
        var heat = inputs.Number("heat of combustion", request.HeatOfCombustion, "kJ/kg", 5000, 150_000);
        var radiated = inputs.Number("radiated share", request.RadiatedShare, "", 0.2, 0.4);
        var vapour = inputs.Number("water vapour pressure", request.VapourPressure, "Pa", 100, 5000);
        var fluxes = request.Fluxes.Count > 0
            ? request.Fluxes.Select(flux => inputs.Number("flux", flux, "kW/m²", 1, 100)).Select(flux => (Name: FormattableString.Invariant($"{flux:0.###} kW/m²"), Flux: flux)).ToList()
            : [.. facts.Fluxes.Values.Select(one => (one.Name, one.Value))];
        if (!inputs.Sound)
        {
            return inputs.Refused();
        }

        var ball = new FireballModel(mass, heat, radiated, vapour);
        inputs.Holds("distance", ball.Diameter / 2, 10_000, "m");
        inputs.Source(facts.Fireball.Source, facts.Trust);
        inputs.Source(facts.Burns.Source, facts.Trust);
        if (request.Fluxes.Count == 0)
        {
            inputs.Source(facts.Fluxes.Source, facts.Trust);
        }

        var plane = new LocalPlane(asked.At!.Value);
        List<HazardFigure> figures = [new("diameter", ball.Diameter, "m"), new("duration", ball.Seconds, "s"), new("height of its middle", ball.Height, "m"), new("flux at its surface", ball.Emissive, "kW/m²")];
        var zones = new List<HazardZone>();
        foreach (var (name, flux) in fluxes)
        {
            if (ball.Furthermost(flux) is { } radius && radius > ball.Diameter / 2)
            {
                figures.AddRange([new($"radius of {name}", radius, "m"), new($"lethality at {name}", Probit.Burns(flux, ball.Seconds), "")]);
                zones.Add(HazardZone.Of(name, flux, "kW/m²", plane.Circle(radius)));
            }
            else
            {
                inputs.Warn($"{name} is not reached outside the fireball.");
            }
        }

        return inputs.Result(asked, "fireball", Version, figures, zones, Table(ball));
    }

    static HazardTable Table(FireballModel ball) => new(
        "At a distance, facing the fireball", [new("distance", "m"), new("flux", "kW/m²"), new("lethality", "")],
        [.. ((double[])[0.75, 1, 1.5, 2, 3, 4, 6, 8, 12]).Select(diameters => diameters * ball.Diameter).Select(distance => (IReadOnlyList<double?>)[distance, ball.Flux(distance), Probit.Burns(ball.Flux(distance), ball.Seconds)])]);
}

/// <summary>Burning liquefied gas that rises as a ball.</summary>
public sealed record FireballRequest
{
    /// <summary>kg of fuel, 10 to 1e6.</summary>
    public required double Mass { get; init; }

    /// <summary>kJ/kg, 5,000 to 150,000; propane and butane are near 46,000.</summary>
    public required double HeatOfCombustion { get; init; }

    /// <summary>Of the energy, 0.2 to 0.4. Default 0.3 (burst below the relief pressure); 0.4 above it.</summary>
    public double RadiatedShare { get; init; } = 0.3;

    /// <summary>Of water in the air, Pa, 100 to 5,000; takes some of the heat away. Default 1,000 (15 °C and 59 % humidity).</summary>
    public double VapourPressure { get; init; } = 1000;

    /// <summary>kW/m², 1 to 100, for a circle each. Empty: 3, 5 and 8.</summary>
    public IReadOnlyList<double> Fluxes { get; init; } = [];
}
