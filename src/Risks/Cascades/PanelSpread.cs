using System.Globalization;

namespace Belfry.Risks.Cascades;

/// <summary>
/// The outer loop: what the experts do not know. Each draw takes one expert for each item (so opinions are mixed, never averaged) and one strength for
/// each actor, which then holds for the whole draw; the inner loop is chance. The two variances are told apart as in a one-way analysis of variance.
/// </summary>
static class PanelSpread
{
    public static PanelResult Of(CascadeModel model, CascadeSettings settings, CancellationToken ct)
    {
        var draws = new Draw[settings.PanelDraws];
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = ct };
        Parallel.For(0, draws.Length, options, number => draws[number] = One(model, settings, number, ct));

        var impacts = draws.Select(draw => draw.Impact).ToArray();
        var mean = impacts.Average();
        var total = impacts.Sum(impact => (impact - mean) * (impact - mean)) / (draws.Length - 1);
        var within = draws.Average(draw => draw.Variance);
        var risks = model.Risks.Select((risk, at) => new RiskBand(
            risk.Id, BandOf([.. draws.Select(draw => draw.Any[at])]), BandOf([.. draws.Select(draw => draw.Caused[at])]))).ToList();
        return new PanelResult(draws.Length, settings.PanelRuns, BandOf(impacts), Math.Max(0, total - within), within, risks, Groups(model, draws));
    }

    static Draw One(CascadeModel model, CascadeSettings settings, int number, CancellationToken ct)
    {
        var stream = Draws.Address("belfry-panel-1", settings.Seed.ToString(CultureInfo.InvariantCulture), number.ToString(CultureInfo.InvariantCulture));
        var network = Network.Build(
            model,
            link => Pick(link.RowsByExpert, link.Rows, stream, "link", link.Cause, link.Effect),
            risk => Pick(risk.ImpactsByExpert, risk.Impacts, stream, "impact", risk.Id));
        // Other draws of chance than the main run and than every other draw of the panel: the variances add up only then.
        var roots = Root.Of(model, unchecked((long)stream), (risk, level) => Rate(risk, level, stream));
        var tallies = new Simulation(network, settings with { Threads = 1 }, ct).Fixed(roots, settings.PanelRuns);

        var draw = new Draw(new double[model.Risks.Count], new double[model.Risks.Count]);
        for (var at = 0; at < roots.Count; at++)
        {
            var (root, tally) = (roots[at], tallies[at]);
            var mean = network.Impacts[(root.Risk * model.Levels) + root.Level - 1] + (tally.Induced / tally.Runs);
            draw.Caused[root.Risk] += root.Rate * mean;
            draw.Impact += root.Rate * mean;
            draw.Variance += root.Rate * root.Rate * tally.Variance / tally.Runs;
            for (var risk = 0; risk < model.Risks.Count; risk++)
            {
                draw.Any[risk] += root.Rate * tally.AtLeast(risk, 1) / tally.Runs;
            }
        }

        return draw;
    }

    static double Rate(CascadeRisk risk, int level, ulong stream)
    {
        var rates = Pick(risk.RatesByExpert, risk.Rates, stream, "rate", risk.Id);
        if (risk.Capability is not { } weights)
        {
            return rates[level - 1];
        }

        // An actor has one strength, which we do not know; all its rate goes to the level drawn.
        var left = Draws.Unit(Draws.Address("actor", risk.Id) ^ stream, 0) * weights.Sum();
        var strength = 0;
        while (strength < weights.Count - 1 && left >= weights[strength])
        {
            left -= weights[strength++];
        }

        return level == strength + 1 ? rates.Sum() : 0;
    }

    static T Pick<T>(IReadOnlyList<T> experts, T pooled, ulong stream, params ReadOnlySpan<string> item) =>
        experts.Count == 0 ? pooled : experts[(int)(Draws.Unit(Draws.Address(item[0], item[1..]) ^ stream, 0) * experts.Count)];

    static Band BandOf(double[] values)
    {
        Array.Sort(values);
        return new Band(values.Average(), At(values, 0.05), At(values, 0.5), At(values, 0.95));
    }

    static double At(double[] sorted, double share) => Belfry.Risks.Elicitation.Quantile.Of(sorted, share);

    // Risks in the order of what they cause. A neighbour that is not above in 4 of 5 draws stays in the group: its rank would be noise.
    static IReadOnlyList<IReadOnlyList<string>> Groups(CascadeModel model, Draw[] draws)
    {
        var order = Enumerable.Range(0, model.Risks.Count).Where(at => draws.Any(draw => draw.Caused[at] > 0))
            .OrderByDescending(at => draws.Average(draw => draw.Caused[at])).ThenBy(at => model.Risks[at].Id, StringComparer.Ordinal).ToList();
        var groups = new List<List<string>>();
        for (var i = 0; i < order.Count; i++)
        {
            var above = i > 0 ? draws.Count(draw => draw.Caused[order[i - 1]] > draw.Caused[order[i]]) / (double)draws.Length : 1;
            if (above >= 0.8)
            {
                groups.Add([]);
            }

            groups[^1].Add(model.Risks[order[i]].Id);
        }

        return groups;
    }

    sealed class Draw(double[] any, double[] caused)
    {
        public double[] Any { get; } = any;

        public double[] Caused { get; } = caused;

        public double Impact { get; set; }

        public double Variance { get; set; }
    }
}
