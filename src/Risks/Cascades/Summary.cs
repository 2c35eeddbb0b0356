namespace Belfry.Risks.Cascades;

/// <summary>From counts to the report: rates, intervals, shares, and the sum counted from both ends.</summary>
sealed class Summary
{
    const int MostCauses = 20;
    const double Tolerance = 1e-9;

    // Below this doubles lose digits, and 1 / rate is no number any more.
    const double Smallest = 1e-290;

    readonly CascadeModel model;
    readonly Network network;
    readonly IReadOnlyList<Root> roots;
    readonly Tally[] tallies;

    /// <summary>Level that a risk surely reaches and level that it can reach at all, by root and risk: what needs no interval.</summary>
    readonly (byte[] Sure, byte[] Possible)[] bounds;

    public Summary(CascadeModel model, Network network, IReadOnlyList<Root> roots, Tally[] tallies)
    {
        (this.model, this.network, this.roots, this.tallies) = (model, network, roots, tallies);
        var walk = new Walk(network);
        bounds = [.. roots.Select(root => (walk.Extreme(root.Risk, root.Level, worst: false), walk.Extreme(root.Risk, root.Level, worst: true)))];
    }

    public Estimate ImpactPerYear()
    {
        var (sum, variance) = (0.0, 0.0);
        for (var at = 0; at < roots.Count; at++)
        {
            sum += roots[at].Rate * Mean(at);
            variance += roots[at].Rate * roots[at].Rate * tallies[at].Variance / tallies[at].Runs;
        }

        var half = Interval.Z95 * Math.Sqrt(variance);
        return new Estimate(sum, Math.Max(0, sum - half), sum + half);
    }

    /// <summary>By roots: sums kept cascade by cascade. By risks: from the counts alone. Two books of the same run.</summary>
    public Conservation Conservation()
    {
        var byRoots = Enumerable.Range(0, roots.Count).Sum(at => roots[at].Rate * Mean(at));
        var byRisks = Enumerable.Range(0, model.Risks.Count).Sum(DirectPerYear);
        var difference = Math.Abs(byRoots - byRisks) / Math.Max(Math.Max(byRoots, byRisks), Smallest);
        return new Conservation(byRoots, byRisks, difference, difference <= Tolerance);
    }

    public IReadOnlyList<RiskResult> Risks() =>
        [.. model.Risks.Select((risk, at) => new RiskResult(
            risk.Id, risk.Name, [.. Enumerable.Range(1, model.Levels).Select(level => Level(at, level))], DirectPerYear(at), Causes(at)))];

    public IReadOnlyList<RootResult> Roots() =>
        [.. roots.Select((root, at) => new RootResult(
            model.Risks[root.Risk].Id, root.Level, root.Rate, tallies[at].Runs, (double)tallies[at].Size / tallies[at].Runs, MeanImpact(at),
            tallies[at].Quantile(0.5), tallies[at].Quantile(0.9), Effects(at)))];

    Estimate MeanImpact(int at)
    {
        var half = Interval.Z95 * Math.Sqrt(tallies[at].Variance / tallies[at].Runs);
        return new Estimate(Mean(at), Math.Max(0, Mean(at) - half), Mean(at) + half);
    }

    double Mean(int at) => network.Impacts[(roots[at].Risk * model.Levels) + roots[at].Level - 1] + (tallies[at].Induced / tallies[at].Runs);

    double DirectPerYear(int risk)
    {
        var sum = 0.0;
        for (var at = 0; at < roots.Count; at++)
        {
            for (var level = 0; level < model.Levels; level++)
            {
                var cell = (risk * model.Levels) + level;
                sum += roots[at].Rate * network.Impacts[cell] * tallies[at].Counts[cell] / tallies[at].Runs;
            }
        }

        return sum;
    }

    /// <summary>The rate and its interval: Wilson's interval of each root's share, put together by squares of the distances (MOVER; Zou, Donner, Stat. Med. 27 (2008) 1693).</summary>
    LevelRate Level(int risk, int level)
    {
        var (rate, below, above) = (0.0, 0.0, 0.0);
        for (var at = 0; at < roots.Count; at++)
        {
            var (share, low, high) = Share(at, risk, level);
            rate += roots[at].Rate * share;
            below += Square(roots[at].Rate * (share - low));
            above += Square(roots[at].Rate * (high - share));
        }

        var estimate = new Estimate(rate, Math.Max(0, rate - Math.Sqrt(below)), rate + Math.Sqrt(above));
        return new LevelRate(level, estimate, rate > Smallest ? 1 / rate : null, -Math.Exp(-5 * rate) + 1);
    }

    (double Share, double Low, double High) Share(int at, int risk, int level)
    {
        var (sure, possible) = bounds[at];
        if (sure[risk] >= level)
        {
            return (1, 1, 1);
        }

        if (possible[risk] < level)
        {
            return (0, 0, 0);
        }

        var hits = tallies[at].AtLeast(risk, level);
        var (low, high) = Interval.Wilson(hits, tallies[at].Runs);
        return ((double)hits / tallies[at].Runs, low, high);
    }

    IReadOnlyList<CauseShare> Causes(int risk)
    {
        var rates = roots.Select((root, at) => (root, PerYear: root.Rate * Share(at, risk, 1).Share)).Where(one => one.PerYear > 0).ToList();
        var total = rates.Sum(one => one.PerYear);
        return
        [
            .. rates.OrderByDescending(one => one.PerYear).ThenBy(one => model.Risks[one.root.Risk].Id, StringComparer.Ordinal).ThenBy(one => one.root.Level)
                .Take(MostCauses).Select(one => new CauseShare(model.Risks[one.root.Risk].Id, one.root.Level, one.PerYear / total)),
        ];
    }

    IReadOnlyList<EffectResult> Effects(int at)
    {
        var effects = new List<EffectResult>();
        for (var risk = 0; risk < model.Risks.Count; risk++)
        {
            for (var level = 1; level <= bounds[at].Possible[risk]; level++)
            {
                var (share, low, high) = Share(at, risk, level);
                effects.Add(new EffectResult(model.Risks[risk].Id, level, share, low, high));
            }
        }

        return effects;
    }

    static double Square(double x) => x * x;
}
