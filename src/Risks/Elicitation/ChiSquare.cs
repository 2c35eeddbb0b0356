namespace Belfry.Risks.Elicitation;

static class ChiSquare
{
    const double Precision = 1e-15;
    const int MostTerms = 100_000;

    /// <summary>P(χ² &gt; <paramref name="x"/>): regularised upper gamma Q(df/2, x/2), by its series below a + 1 and its continued fraction above (Abramowitz and Stegun 6.5.29, 6.5.31).</summary>
    public static double Above(double x, int freedom)
    {
        var (a, half) = (freedom / 2.0, x / 2);
        return half <= 0 ? 1 : half < a + 1 ? 1 - Series(a, half) : Fraction(a, half);
    }

    static double Series(double a, double x)
    {
        var (term, sum) = (1 / a, 1 / a);
        for (var n = 1; n < MostTerms && term > sum * Precision; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum * Front(a, x);
    }

    // Lentz's method; the denominators never vanish for x > a + 1.
    static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var (c, d) = (1e300, 1 / b);
        var value = d;
        for (var n = 1; n < MostTerms; n++)
        {
            var over = -n * (n - a);
            b += 2;
            d = 1 / ((over * d) + b);
            c = b + (over / c);
            value *= c * d;
            if (Math.Abs((c * d) - 1) < Precision)
            {
                break;
            }
        }

        return value * Front(a, x);
    }

    static double Front(double a, double x) => Math.Exp((a * Math.Log(x)) - x - LogGammaOfHalves(a));

    // a is a whole number or a half: Γ(a) = (a − 1)·Γ(a − 1) down to Γ(1) = 1 or Γ(1/2) = √π.
    static double LogGammaOfHalves(double a)
    {
        var sum = 0.0;
        while (a > 1)
        {
            a -= 1;
            sum += Math.Log(a);
        }

        return a == 1 ? sum : sum + (Math.Log(Math.PI) / 2);
    }
}
