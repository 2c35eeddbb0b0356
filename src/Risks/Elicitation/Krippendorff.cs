namespace Belfry.Risks.Elicitation;

/// <summary>
/// Alpha = 1 − observed / expected disagreement, from the coincidences of values within items. Any number of experts, missing scores allowed.
/// Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.
/// </summary>
static class Krippendorff
{
    public enum Metric
    {
        Nominal,
        Ordinal,
        Interval,
        Ratio,
    }

    /// <param name="items">The scores of each item. Items with fewer than two do not count.</param>
    /// <returns>Null when nothing varies.</returns>
    public static double? Alpha(IReadOnlyList<IReadOnlyList<double>> items, Metric metric)
    {
        var values = items.Where(item => item.Count > 1).SelectMany(item => item).Distinct().Order().ToArray();
        var coincidences = new double[values.Length, values.Length];
        foreach (var item in items.Where(item => item.Count > 1))
        {
            var votes = new int[values.Length];
            foreach (var score in item)
            {
                votes[Array.BinarySearch(values, score)]++;
            }

            // Ordered pairs of two experts: c beside k, or c beside another c.
            for (var c = 0; c < votes.Length; c++)
            {
                for (var k = 0; k < votes.Length; k++)
                {
                    coincidences[c, k] += votes[c] * (double)(c == k ? votes[k] - 1 : votes[k]) / (item.Count - 1);
                }
            }
        }

        return Alpha(values, coincidences, metric);
    }

    static double? Alpha(double[] values, double[,] coincidences, Metric metric)
    {
        var totals = new double[values.Length];
        for (var c = 0; c < values.Length; c++)
        {
            for (var k = 0; k < values.Length; k++)
            {
                totals[c] += coincidences[c, k];
            }
        }

        var (observed, expected, n) = (0.0, 0.0, totals.Sum());
        for (var c = 0; c < values.Length; c++)
        {
            for (var k = 0; k < values.Length; k++)
            {
                var difference = Difference(values, totals, c, k, metric);
                observed += coincidences[c, k] * difference;
                expected += totals[c] * totals[k] * difference / (n - 1);
            }
        }

        return expected > 0 ? 1 - (observed / expected) : null;
    }

    static double Difference(double[] values, double[] totals, int c, int k, Metric metric)
    {
        if (c == k)
        {
            return 0;
        }

        switch (metric)
        {
            case Metric.Nominal:
                return 1;
            case Metric.Interval:
                return (values[c] - values[k]) * (values[c] - values[k]);
            case Metric.Ratio:
                var ratio = (values[c] - values[k]) / (values[c] + values[k]);
                return ratio * ratio;
            default:
                var between = -(totals[c] + totals[k]) / 2;
                for (var g = Math.Min(c, k); g <= Math.Max(c, k); g++)
                {
                    between += totals[g];
                }

                return between * between;
        }
    }
}
