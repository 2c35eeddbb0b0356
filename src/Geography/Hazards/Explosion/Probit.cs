namespace Belfry.Geography.Hazards;

/// <summary>Share of people that a dose kills, through a probit Y: ½·(1 + erf((Y − 5)/√2)).</summary>
static class Probit
{
    /// <summary>Thermal radiation on unprotected people: Y = −36.38 + 2.56·ln(t·q^(4/3)).</summary>
    /// <param name="flux">kW/m².</param>
    public static double Burns(double flux, double seconds) => flux <= 0 ? 0 : Share(-36.38 + (2.56 * Math.Log(seconds * Math.Pow(flux * 1000, 4.0 / 3))));

    public static double Share(double y) => 0.5 * (1 + Erf((y - 5) / Math.Sqrt(2)));

    // Series for small arguments, continued fraction (Lentz) for the tails: 14 digits.
    static double Erf(double x)
    {
        var size = Math.Abs(x);
        if (size < 2.5)
        {
            var (term, sum) = (x, x);
            for (var n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
            {
                term *= -x * x / n;
                sum += term / ((2 * n) + 1);
            }

            return 2 / Math.Sqrt(Math.PI) * sum;
        }

        var fraction = size;
        for (var n = 60; n > 0; n--)
        {
            fraction = size + (n / 2.0 / fraction);
        }

        return Math.Sign(x) * (1 - (Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * fraction)));
    }
}
