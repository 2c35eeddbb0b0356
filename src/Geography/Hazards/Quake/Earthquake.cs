using Belfry.Geography.Hazards;
using Belfry.Geography.Hazards.Quake;
using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>From where a distance is taken.</summary>
public enum QuakeDistance
{
    /// <summary>The focus: all that is known in the first minutes.</summary>
    Hypocentre,

    /// <summary>The nearest point of the rupture, taken as the point given; for small earthquakes about the same.</summary>
    Rupture,
}

/// <summary>How strongly an earthquake is felt, by magnitude and distance: rings of equal intensity. Indicative: the equations are of active crust, which Belgium is not.</summary>
public static class Earthquake
{
    public const string Model = "quake";

    public const string Version = "quake-1 (Allen, Wald & Worden 2012)";

    // Below III nobody outside feels anything; above X the scale is hardly used.
    const int LeastRing = 3;
    const int MostRing = 10;

    static readonly string[] Felt =
    [
        "", "", "", "weak", "widely observed", "strong", "slightly damaging", "damaging", "heavily damaging", "destructive", "very destructive",
    ];

    static readonly double[] Distances = [0, 5, 10, 20, 50, 100, 200, 300];

    /// <param name="magnitude">Moment magnitude, 5 to 7.9.</param>
    /// <param name="depthKm">Of the focus, 0 to 30 km.</param>
    /// <returns>Refused: HAZ-001 outside a range, HAZ-002 to HAZ-004 for the case.</returns>
    public static Result<HazardResult> Run(HazardCase asked, double magnitude, double depthKm, QuakeDistance form = QuakeDistance.Hypocentre)
    {
        var inputs = new HazardInputs();
        inputs.Case(asked);
        inputs.Number("magnitude", magnitude, "Mw", IntensityPrediction.LeastMagnitude, IntensityPrediction.MostMagnitude);
        inputs.Number("depth", depthKm, "km", 0, 30);
        inputs.Choice("distance from", form.ToString().ToLowerInvariant());
        inputs.Holds("distance", 0, IntensityPrediction.MostKilometres, "km");
        inputs.Source("Allen, Wald & Worden 2012, Journal of Seismology 16:409-433; coefficients as in OpenQuake's allen_2012_ipe", HazardTrust.Read);
        inputs.Warn("Indicative: the equations are fitted to active crust; Belgium is stable to transition crust. Soft ground can add a degree. Old Belgian magnitudes differ by 0.3 to 0.5 between sources.");
        if (!inputs.Sound)
        {
            return inputs.Refused();
        }

        var prediction = new IntensityPrediction(form);
        var plane = new LocalPlane(asked.At!.Value);
        var zones = new List<HazardZone>();
        for (var ring = LeastRing; ring <= MostRing; ring++)
        {
            var reach = prediction.Reach(magnitude, ring);
            if (double.IsPositiveInfinity(reach))
            {
                inputs.Warn($"Intensity {ring} reaches beyond {IntensityPrediction.MostKilometres} km, where the model ends: no ring is drawn for it.");
            }
            else if (reach > depthKm && Math.Sqrt((reach * reach) - (depthKm * depthKm)) is var onGround and > 0.01)
            {
                zones.Add(HazardZone.Of($"intensity {ring} or more: {Felt[ring]}", ring, "MMI", plane.Circle(onGround * 1000)));
            }
        }

        return inputs.Result(
            asked, Model, Version,
            [
                new HazardFigure("intensity at the epicentre", prediction.Intensity(magnitude, depthKm), "MMI"),
                new HazardFigure("standard deviation there", prediction.Sigma(depthKm), "MMI"),
            ],
            zones,
            new HazardTable(
                "Intensity by distance from the epicentre; two of three observations lie between low and high",
                [new HazardColumn("distance", "km"), new HazardColumn("intensity", "MMI"), new HazardColumn("low", "MMI"), new HazardColumn("high", "MMI")],
                [.. Distances.Select(distance => (Distance: distance, Slant: Math.Sqrt((distance * distance) + (depthKm * depthKm)))).Where(one => one.Slant <= IntensityPrediction.MostKilometres).Select(one => Row(prediction, magnitude, one.Distance, one.Slant))]));
    }

    static IReadOnlyList<double?> Row(IntensityPrediction prediction, double magnitude, double distance, double slant)
    {
        var (middle, sigma) = (prediction.Intensity(magnitude, slant), prediction.Sigma(slant));
        return [distance, middle, middle - sigma, middle + sigma];
    }
}
