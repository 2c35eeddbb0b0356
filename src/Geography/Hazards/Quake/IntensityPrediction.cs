using System.Text.Json;

namespace Belfry.Geography.Hazards.Quake;

/// <summary>
/// Macroseismic intensity by magnitude and distance: T. I. Allen, D. J. Wald, C. B. Worden, Journal of Seismology 16 (2012) 409-433, for active crust.
/// Two forms: by the distance to the rupture, and by the distance to the hypocentre. Coefficients: data/geography/hazards/ipe_allen2012.json.
/// </summary>
sealed class IntensityPrediction
{
    public const double LeastMagnitude = 5;
    public const double MostMagnitude = 7.9;
    public const double MostKilometres = 300;

    // From here the hypocentral form spreads less: the paper's kink.
    const double Kink = 50;

    static readonly Lazy<JsonElement> Numbers = new(() => HazardReference.Json("ipe_allen2012.json"));

    readonly bool rupture;
    readonly double c0, c1, c2, c3, c4, m1, m2, s1, s2, s3;

    public IntensityPrediction(QuakeDistance form)
    {
        rupture = form == QuakeDistance.Rupture;
        var numbers = Numbers.Value.GetProperty(rupture ? "rrup" : "rhypo");
        (c0, c1, c2) = (Of("c0"), Of("c1"), Of("c2"));
        (c3, c4, m1, m2) = rupture ? (Of("c3"), 0.0, 0.0, 0.0) : (0.0, Of("c4"), Of("m1"), Of("m2"));
        (s1, s2, s3) = (Of("s1"), Of("s2"), Of("s3"));

        double Of(string name) => numbers.GetProperty(name).GetDouble();
    }

    /// <summary>The middle of what is expected. Falls with the distance.</summary>
    public double Intensity(double magnitude, double kilometres)
    {
        var size = Math.Exp(magnitude - 5);
        var near = rupture ? 1 + (c3 * size) : m1 + (m2 * size);
        return c0 + (c1 * magnitude) + (c2 * Math.Log(Math.Sqrt((kilometres * kilometres) + (near * near)))) + (kilometres > Kink ? c4 * Math.Log(kilometres / Kink) : 0);
    }

    /// <summary>Standard deviation: two of three observations lie within it.</summary>
    public double Sigma(double kilometres) => s1 + (s2 / (1 + (kilometres / s3 * (kilometres / s3))));

    /// <summary>How far the middle of what is expected reaches an intensity; 0 when it does nowhere, <see cref="double.PositiveInfinity"/> when it still does at 300 km.</summary>
    public double Reach(double magnitude, double intensity)
    {
        var (near, far) = (0.0, MostKilometres);
        if (Intensity(magnitude, near) < intensity)
        {
            return 0;
        }

        if (Intensity(magnitude, far) >= intensity)
        {
            return double.PositiveInfinity;
        }

        while (far - near > 1e-6)
        {
            var middle = (near + far) / 2;
            (near, far) = Intensity(magnitude, middle) >= intensity ? (middle, far) : (near, middle);
        }

        return near;
    }
}
