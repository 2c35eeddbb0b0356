namespace Belfry.Risks;

/// <summary>The five classes of the Belgian assessment of 2023, also our default for the form of 2018, whose thresholds were never published. Facts from the same source as <see cref="Bnra2026"/>.</summary>
public static class Bnra2023
{
    /// <summary>Years between events of class <paramref name="likelihood"/>: a tenth with each class; 94.9 at class 3.</summary>
    public static double ReturnPeriodYears(double likelihood) => 3 * Math.Pow(10, 4.5 - likelihood);

    public static double LikelihoodClass(double returnPeriodYears) => 4.5 - Math.Log10(returnPeriodYears / 3);

    /// <summary>Chance of at least one event in so many years.</summary>
    public static double Within(double years, double likelihood) => 1 - Math.Exp(-years / ReturnPeriodYears(likelihood));

    /// <summary>Centre of impact class <paramref name="impact"/> in euro-equivalents: 1.6 million × 10^class.</summary>
    public static double Euro(double impact) => 1.6e6 * Math.Pow(10, impact);

    /// <summary>Total impact on the scale of five: 1 + log5(EUR / 800 million).</summary>
    public static double TotalImpact(double euro) => 1 + (Math.Log(euro / 8e8) / Math.Log(5));
}
