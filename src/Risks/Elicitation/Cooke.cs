namespace Belfry.Risks.Elicitation;

/// <summary>Cooke's classical model: is the truth outside an expert's 5 to 95 % about one time in ten, and how narrow is he?</summary>
static class Cooke
{
    /// <summary>Shares of the truths that should fall below, between and above the quantiles.</summary>
    public static double[] Shares(IReadOnlyList<double> quantiles)
    {
        double[] edges = [0, .. quantiles, 1];
        return [.. edges.Skip(1).Select((edge, at) => edge - edges[at])];
    }

    /// <summary>Which gap the truth fell into. A truth on a quantile counts to the gap below it.</summary>
    public static int Gap(IReadOnlyList<double> answers, double truth)
    {
        var gap = 0;
        while (gap < answers.Count && truth > answers[gap])
        {
            gap++;
        }

        return gap;
    }

    /// <summary>I = Σ s ln(s/p).</summary>
    public static double RelativeInformation(IReadOnlyList<int> hits, IReadOnlyList<double> shares)
    {
        var (sum, all) = (0.0, (double)hits.Sum());
        for (var gap = 0; gap < hits.Count; gap++)
        {
            sum += hits[gap] == 0 ? 0 : hits[gap] / all * Math.Log(hits[gap] / all / shares[gap]);
        }

        return sum;
    }

    /// <summary>P(χ² with gaps − 1 degrees of freedom &gt; 2·N·I): near 1 well calibrated, below 0.05 hard to believe. 1 without any answer.</summary>
    public static double Calibration(IReadOnlyList<int> hits, IReadOnlyList<double> shares) =>
        hits.Sum() == 0 ? 1 : ChiSquare.Above(2 * hits.Sum() * RelativeInformation(hits, shares), hits.Count - 1);

    /// <summary>Mean over questions of ln(range) + Σ p ln(p / width): against a flat density over the range of all answers and the truth, widened by the overshoot.</summary>
    public static double Information(SeedQuestions seeds, int expert)
    {
        var shares = Shares(seeds.Quantiles);
        var (sum, answered) = (0.0, 0);
        foreach (var question in seeds.Questions)
        {
            if (question.Answers[expert] is { } answers)
            {
                sum += One(question, answers, shares, seeds.Overshoot);
                answered++;
            }
        }

        return answered == 0 ? 0 : sum / answered;
    }

    static double One(SeedQuestion question, IReadOnlyList<double> answers, double[] shares, double overshoot)
    {
        double On(double value) => question.Log ? Math.Log(value) : value;
        var all = question.Answers.Where(other => other is not null).SelectMany(other => other!).Append(question.Truth).Select(On).ToList();
        var (low, high) = (all.Min(), all.Max());
        var beyond = overshoot * (high - low);
        double[] edges = [low - beyond, .. answers.Select(On), high + beyond];
        var sum = Math.Log(edges[^1] - edges[0]);
        for (var gap = 0; gap < shares.Length; gap++)
        {
            if (!(edges[gap + 1] > edges[gap]))
            {
                return 0; // answers too close to be told apart as numbers say nothing
            }

            sum += shares[gap] * Math.Log(shares[gap] / (edges[gap + 1] - edges[gap]));
        }

        return sum;
    }
}
