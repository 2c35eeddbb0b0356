namespace Belfry.Risks.Elicitation;

/// <summary>How far one item's scores agree.</summary>
static class Agreement
{
    /// <summary>James, Demaree, Wolf, J. Applied Psychology 69 (1984) 85: sample variance against that of a uniform choice among the classes.</summary>
    public static double WithinGroup(IReadOnlyList<double> scores, int classes)
    {
        var mean = scores.Average();
        var variance = scores.Sum(score => (score - mean) * (score - mean)) / (scores.Count - 1);
        return 1 - (variance / (((classes * (double)classes) - 1) / 12));
    }

    /// <summary>Tastle, Wierman, Int. J. Approximate Reasoning 45 (2007) 531: Cns = 1 + Σ p log2(1 − |x − mean| / width).</summary>
    public static double Consensus(IReadOnlyList<double> scores, double width)
    {
        var mean = scores.Average();
        return 1 + (scores.Sum(score => Math.Log2(1 - (Math.Abs(score - mean) / width))) / scores.Count);
    }

    /// <summary>IDEA protocol: bounds given with s % confidence, stretched to 90 % and kept on the scale (Hemming et al., Methods Ecol. Evol. 9 (2018) 169).</summary>
    public static (double Lower, double Upper) To90(Score score, double lowest, double highest)
    {
        var stretch = 90 / (score.Confidence ?? 90);
        return (
            Math.Max(lowest, score.Best - ((score.Best - (score.Lower ?? score.Best)) * stretch)),
            Math.Min(highest, score.Best + (((score.Upper ?? score.Best) - score.Best) * stretch)));
    }

    public static bool IsBimodal(IReadOnlyList<int> distribution)
    {
        var (seen, empty) = (false, 0);
        foreach (var votes in distribution)
        {
            if (votes == 0)
            {
                empty++;
                continue;
            }

            if (seen && empty >= 2)
            {
                return true;
            }

            (seen, empty) = (true, 0);
        }

        return false;
    }
}
