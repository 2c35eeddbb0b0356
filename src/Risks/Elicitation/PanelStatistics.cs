using System.Globalization;
using Belfry.Risks.Cascades;

namespace Belfry.Risks.Elicitation;

static class PanelStatistics
{
    const int FewestToShow = 3;

    public static PanelReport Of(Panel panel) => new(
        panel.Title, panel.Experts.Count, [.. panel.Items.Select(item => Item(panel, item))], ReliabilityOf(panel), panel.SeedQuestions is { } seeds ? Calibration(panel, seeds) : null);

    static ItemReport Item(Panel panel, PanelItem item)
    {
        var scores = item.Scores.OfType<Score>().ToList();
        return new ItemReport(item.Id, scores.Count, panel.Experts.Count - scores.Count, scores.Count < FewestToShow ? null : Statistics(panel, item, scores));
    }

    static ItemStatistics Statistics(Panel panel, PanelItem item, List<Score> scores)
    {
        var best = scores.Select(score => score.Best).Order().ToList();
        var (median, iqr) = (Quantile.Of(best, 0.5), Spread(best));
        var distribution = new int[panel.Highest - panel.Lowest + 1];
        foreach (var score in best)
        {
            distribution[Math.Min((int)Math.Floor(score + 0.5), panel.Highest) - panel.Lowest]++;
        }

        var agreement = Agreement.WithinGroup(best, distribution.Length);
        var bounds = scores.Where(score => score.Lower is not null || score.Upper is not null).Select(score => Agreement.To90(score, panel.Lowest, panel.Highest)).ToList();
        var far = best.Count(score => Math.Abs(score - median) >= 2);
        var bimodal = Agreement.IsBimodal(distribution);
        return new ItemStatistics(
            median, iqr, best[0], best[^1], distribution, agreement, Agreement.Consensus(best, panel.Highest - panel.Lowest),
            Middle(bounds.ConvertAll(bound => bound.Lower)), Middle(bounds.ConvertAll(bound => bound.Upper)), far, bimodal,
            ColourOf(iqr, agreement, far, bimodal), item.Quantity is { } quantity ? Pool.Of(quantity, best) : null, Settled(item));
    }

    // One lonely vote at the far end leaves the IQR small: it must still be talked about.
    static Colour ColourOf(double iqr, double agreement, int far, bool bimodal) =>
        bimodal || iqr > 1.5 ? Colour.Red : iqr <= 1 && agreement >= 0.7 && far == 0 ? Colour.Green : Colour.Amber;

    /// <summary>Stop when the median moved by less than half a class, the spread did not grow, and fewer than 15 % of the experts moved a class or more.</summary>
    static bool? Settled(PanelItem item)
    {
        var before = item.Previous.OfType<Score>().Select(score => score.Best).Order().ToList();
        if (before.Count < FewestToShow)
        {
            return null;
        }

        var now = item.Scores.OfType<Score>().Select(score => score.Best).Order().ToList();
        var both = item.Scores.Zip(item.Previous).Where(pair => pair.First is not null && pair.Second is not null).ToList();
        var moved = both.Count(pair => Math.Abs(pair.First!.Best - pair.Second!.Best) >= 1);
        return Math.Abs(Quantile.Of(now, 0.5) - Quantile.Of(before, 0.5)) < 0.5 && Spread(now) <= Spread(before) && moved < 0.15 * both.Count;
    }

    static double Spread(List<double> sorted) => Quantile.Of(sorted, 0.75) - Quantile.Of(sorted, 0.25);

    static double? Middle(List<double> values) => values.Count == 0 ? null : Quantile.Of([.. values.Order()], 0.5);

    static Reliability ReliabilityOf(Panel panel)
    {
        var items = panel.Items.Select(item => (IReadOnlyList<double>)[.. item.Scores.OfType<Score>().Select(score => score.Best)]).ToList();
        var (low, high) = Resampled(items, panel);
        return new Reliability(
            Krippendorff.Alpha(items, Krippendorff.Metric.Nominal), Krippendorff.Alpha(items, Krippendorff.Metric.Ordinal), low, high, Krippendorff.Alpha(items, Krippendorff.Metric.Interval));
    }

    static (double? Low, double? High) Resampled(List<IReadOnlyList<double>> items, Panel panel)
    {
        var alphas = new List<double>();
        for (var sample = 0; sample < panel.Bootstrap; sample++)
        {
            var stream = Draws.Address("belfry-bootstrap-1", panel.Seed.ToString(CultureInfo.InvariantCulture), sample.ToString(CultureInfo.InvariantCulture));
            var drawn = items.Select((_, at) => items[(int)(Draws.Unit(stream, at) * items.Count)]).ToList();
            if (Krippendorff.Alpha(drawn, Krippendorff.Metric.Ordinal) is { } alpha)
            {
                alphas.Add(alpha);
            }
        }

        alphas.Sort();
        return alphas.Count == 0 ? (null, null) : (Quantile.Of(alphas, 0.025), Quantile.Of(alphas, 0.975));
    }

    static List<ExpertReport> Calibration(Panel panel, SeedQuestions seeds)
    {
        var shares = Cooke.Shares(seeds.Quantiles);
        var experts = panel.Experts.Select((expert, at) =>
        {
            var hits = new int[shares.Length];
            foreach (var question in seeds.Questions)
            {
                if (question.Answers[at] is { } answers)
                {
                    hits[Cooke.Gap(answers, question.Truth)]++;
                }
            }

            var (calibration, information) = (Cooke.Calibration(hits, shares), Cooke.Information(seeds, at));
            // Who answered nothing has shown nothing: no weight, although nothing speaks against him.
            var weight = hits.Sum() > 0 && calibration >= seeds.Cutoff ? calibration * information : 0;
            return new ExpertReport(expert, hits.Sum(), hits, calibration, information, weight, 1.0 / panel.Experts.Count);
        }).ToList();
        var total = experts.Sum(expert => expert.Weight);
        return total > 0 ? experts.ConvertAll(expert => expert with { Weight = expert.Weight / total }) : experts;
    }
}
