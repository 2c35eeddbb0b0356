namespace Belfry.Risks;

/// <summary>
/// The scales of the Belgian assessment of 2026 as functions, each written once: what a page or a document shows about them is computed here.
/// Read from the public repository NCCN-CIPRA/cipra-bnra (2026-05-13) as facts; dated data, not law.
/// </summary>
public static class Bnra2026
{
    /// <summary>Classes are decimal: class x reaches from x − 0.5 to x + 0.5.</summary>
    public const double HighestClass = 7.5;

    /// <summary>Change of ln(return period) per likelihood class.</summary>
    public const double LikelihoodStep = 2.3;

    /// <summary>Change of ln(EUR) per impact class.</summary>
    public const double ImpactStep = 1.92;

    /// <summary>Standard deviation, in classes, of the noise put on a scored class: 1.96 × 0.255 is half a class.</summary>
    public const double ClassNoise = 0.255;

    const double LikelihoodTop = 12;
    const double ImpactBottom = 13.2;

    /// <summary>Slope of a line of equal risk on axes in classes (likelihood over impact): −1.92 / 2.3.</summary>
    public static double IsoRiskSlope => -ImpactStep / LikelihoodStep;

    /// <summary>How far the class noise lifts every mean above the scored centre: the mean of a log-normal, about 1.127. The median stays.</summary>
    public static double MeanLift => Math.Exp(ImpactStep * ClassNoise * ImpactStep * ClassNoise / 2);

    /// <summary>Years between events of likelihood class <paramref name="likelihood"/>.</summary>
    public static double ReturnPeriodYears(double likelihood) => Math.Exp(LikelihoodTop - (LikelihoodStep * likelihood));

    public static double LikelihoodClass(double returnPeriodYears) => (LikelihoodTop - Math.Log(returnPeriodYears)) / LikelihoodStep;

    /// <summary>Events a year. Class 0 is never. Not rounded: once in 50,000 years is 0.00002, not 0.</summary>
    public static double Rate(double likelihood) => likelihood == 0 ? 0 : 1 / ReturnPeriodYears(likelihood);

    /// <summary>Centre of impact class <paramref name="impact"/> in euro-equivalents; below class 0.5 a straight line to 0.</summary>
    public static double Euro(double impact) =>
        impact > 0.5 ? Math.Exp((ImpactStep * (impact - 0.5)) + ImpactBottom) : Math.Exp(ImpactBottom) * impact / 0.5;

    public static double ImpactClass(double euro) =>
        euro > Math.Exp(ImpactBottom) ? ((Math.Log(euro) - ImpactBottom) / ImpactStep) + 0.5 : 0.5 * euro / Math.Exp(ImpactBottom);

    /// <summary>Chance of class <paramref name="conditional"/> (of a consequence, or of an actor's attack within three years): straight lines between the class bounds.</summary>
    public static double Probability(double conditional)
    {
        var at = (int)Math.Clamp(Math.Floor(conditional + 0.5), 0, 7);
        var (low, share) = at == 0 ? (0.0, conditional / 0.5) : (Bounds[at], conditional + 0.5 - at);
        return low + (Math.Clamp(share, 0, 1) * (Bounds[at + 1] - low));
    }

    public static double ConditionalClass(double probability)
    {
        var at = 0;
        while (at < 7 && probability > Bounds[at + 1])
        {
            at++;
        }

        var share = (probability - Bounds[at]) / (Bounds[at + 1] - Bounds[at]);
        return at == 0 ? share * 0.5 : at - 0.5 + share;
    }

    static ReadOnlySpan<double> Bounds => [0, 0.0001, 0.1, 0.25, 0.4, 0.55, 0.75, 0.9, 1];
}
