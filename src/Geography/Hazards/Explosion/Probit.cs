namespace Belfry.Geography.Hazards;

/// <summary>Share of people that a dose kills, through a probit Y: ½·(1 + erf((Y − 5)/√2)).</summary>
static class Probit
{
    /// <summary>Thermal radiation on unprotected people: Y = a + b·ln(t·q^(4/3)), q in W/m².</summary>
    /// <param name="flux">kW/m².</param>
    public static double Burns(double flux, double seconds) => flux <= 0 ? 0 : Share(ExplosionFacts.All.Burns.Constant + (ExplosionFacts.All.Burns.Slope * Math.Log(seconds * Math.Pow(flux * 1000, 4.0 / 3))));

    public static double Share(double y) => 0.5 * Complement((5 - y) / Math.Sqrt(2));

    // 1 − erf: a series for small arguments, a continued fraction for the tails, where one minus the other would leave no digit.
    static double Complement(double x)
    {
        if (Math.Abs(x) < 2.5)
        {
            var (term, sum) = (x, x);
            for (var n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
            {
                term *= -x * x / n;
                sum += term / ((2 * n) + 1);
            }

            return 1 - (2 / Math.Sqrt(Math.PI) * sum);
        }

        var (size, fraction) = (Math.Abs(x), Math.Abs(x));
        for (var n = 60; n > 0; n--)
        {
            fraction = size + (n / 2.0 / fraction);
        }

        var tail = Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * fraction);
        return x > 0 ? tail : 2 - tail;
    }
}
