namespace Belfry.Geography.Hazards;

/// <summary>
/// A steady Gaussian plume: c = Q/(2π u σy σz) · e^(−y²/2σy²) · Σ images e^(−(z∓h+2nH)²/2σz²). The ground reflects; a lid at height H does too, when there is one.
/// Metres, seconds; the unit of the amount is the caller's. Immutable, safe from several threads.
/// </summary>
sealed class GaussianPlume
{
    public const double Nearest = 100;
    public const double Furthest = 10_000;

    readonly double rate;
    readonly double wind;
    readonly Sigmas sigmas;
    readonly Func<double, double> height;
    readonly double? lid;
    readonly Depletion? depletion;

    /// <param name="height">Of the plume's middle, by distance.</param>
    /// <param name="lid">Above every height; null when nothing holds the plume down.</param>
    /// <param name="deposition">m/s; null when nothing is left on the ground.</param>
    public GaussianPlume(double rate, double wind, Sigmas sigmas, Func<double, double> height, double? lid = null, double? deposition = null)
    {
        (this.rate, this.wind, this.sigmas, this.height, this.lid) = (rate, wind, sigmas, height, lid);
        depletion = deposition is { } velocity ? new Depletion(x => velocity / wind * Vertical(x, 0)) : null;
    }

    /// <summary>What still flies at a distance, of the rate at the source.</summary>
    public double Airborne(double x) => depletion?.Left(x) ?? 1;

    public double At(double x, double y, double z)
    {
        if (x <= 0)
        {
            return 0;
        }

        var across = sigmas.Y(x);
        return Axis(x, z) * Math.Exp(-y * y / (2 * across * across));
    }

    /// <summary>On the middle line.</summary>
    public double Axis(double x, double z) => x <= 0 ? 0 : rate * Airborne(x) / (Math.Sqrt(2 * Math.PI) * wind * sigmas.Y(x)) * Vertical(x, z);

    /// <summary>How far from the middle line a threshold is still reached; null when it is not reached on the line itself. Exact: across the wind a plume is a bell curve.</summary>
    public double? HalfWidth(double x, double z, double threshold) =>
        Axis(x, z) is var middle && middle >= threshold ? sigmas.Y(x) * Math.Sqrt(2 * Math.Log(middle / threshold)) : null;

    /// <summary>The share of a column that lies at a height, per metre.</summary>
    double Vertical(double x, double z)
    {
        var (h, sigma) = (height(x), sigmas.Z(x));
        if (lid is not { } top)
        {
            return (Bell(z - h) + Bell(z + h)) / (Math.Sqrt(2 * Math.PI) * sigma);
        }

        // Mixed through: the sum of the images is even to 14 digits.
        if (sigma > 2.5 * top)
        {
            return 1 / top;
        }

        var sum = 0.0;
        var images = (int)Math.Ceiling((9 * sigma / (2 * top)) + 1);
        for (var n = -images; n <= images; n++)
        {
            sum += Bell(z - h + (2 * n * top)) + Bell(z + h + (2 * n * top));
        }

        return sum / (Math.Sqrt(2 * Math.PI) * sigma);

        double Bell(double distance) => Math.Exp(-distance * distance / (2 * sigma * sigma));
    }
}
