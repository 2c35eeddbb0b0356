namespace Belfry.Geography.Hazards;

/// <summary>Rise of a warm plume after Briggs 1969: 1.6 · Fb^⅓ · x^⅔ / u up to where it levels off.</summary>
sealed record PlumeRise(double Flux, double LevelsAt, double Final, double Wind)
{
    const double Gravity = 9.80665;

    /// <param name="flow">m³/s of stack gas.</param>
    /// <param name="lapse">Of potential temperature in stable air, K/m; null in neutral and unstable air.</param>
    public static PlumeRise Of(double flow, double gasDensity, double airDensity, double wind, double? lapse, double airKelvin)
    {
        var flux = Gravity / Math.PI * flow * (airDensity - gasDensity) / airDensity;
        if (lapse is { } gradient)
        {
            var s = Gravity / airKelvin * gradient;
            return new PlumeRise(flux, Math.Pow(2.6 / 1.6, 1.5) * wind / Math.Sqrt(s), 2.6 * Math.Cbrt(flux / (wind * s)), wind);
        }

        var levels = flux < 55 ? 49 * Math.Pow(flux, 0.625) : 119 * Math.Pow(flux, 0.4);
        return new PlumeRise(flux, levels, Climbed(flux, levels, wind), wind);
    }

    public double At(double x) => x >= LevelsAt ? Final : Climbed(Flux, x, Wind);

    static double Climbed(double flux, double x, double wind) => 1.6 * Math.Cbrt(flux * x * x) / wind;
}
