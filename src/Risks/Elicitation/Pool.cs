namespace Belfry.Risks.Elicitation;

/// <summary>The equal-weight linear pool. Classes 2, 2, 2, 5 are once in 6.6 years as a mixture; the mean of the return periods would say once in 1,227.</summary>
static class Pool
{
    public static PooledValue Of(Quantity quantity, IReadOnlyList<double> classes)
    {
        var value = classes.Average(one => ValueOf(quantity, one));
        return new PooledValue(value, ClassOf(quantity, value));
    }

    static double ValueOf(Quantity quantity, double one) => quantity switch
    {
        Quantity.Likelihood2026 => Bnra2026.Rate(one),
        Quantity.Likelihood2023 => 1 / Bnra2023.ReturnPeriodYears(one),
        Quantity.Impact2026 => Bnra2026.Euro(one),
        _ => Bnra2026.Probability(one),
    };

    static double ClassOf(Quantity quantity, double value) => quantity switch
    {
        Quantity.Likelihood2026 => value == 0 ? 0 : Bnra2026.LikelihoodClass(1 / value),
        Quantity.Likelihood2023 => Bnra2023.LikelihoodClass(1 / value),
        Quantity.Impact2026 => Bnra2026.ImpactClass(value),
        _ => Bnra2026.ConditionalClass(value),
    };
}
