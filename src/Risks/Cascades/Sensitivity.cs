namespace Belfry.Risks.Cascades;

/// <summary>
/// What each link carries. In every cascade the links that fired are cut one at a time, and those that could have fired are made certain one at a time,
/// under the same draws. Saved + added = Birnbaum's importance of the link (for one level: the derivative of the yearly impact to its probability).
/// </summary>
static class Sensitivity
{
    const int Fewest = 20;
    const int Most = 5_000;
    const int Chunk = 500;

    public static IReadOnlyList<LinkResult> Of(CascadeModel model, Network network, IReadOnlyList<Root> roots, Tally[] tallies, CascadeSettings settings, CancellationToken ct)
    {
        // Every link met is walked once more: the work of a run is about its square.
        var cost = tallies.Sum(tally => Math.Pow((double)tally.Work / tally.Runs, 2));
        var most = (int)Math.Clamp(settings.BudgetMillions * 1e6 / Math.Max(cost, 1), Fewest, Most);
        var pieces = new List<(int Root, int From, int To)>();
        for (var at = 0; at < roots.Count; at++)
        {
            var runs = Runs(tallies[at], most);
            for (var from = 0; from < runs; from += Chunk)
            {
                pieces.Add((at, from, Math.Min(from + Chunk, runs)));
            }
        }

        var parts = new Sums[pieces.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = ct };
        Parallel.For(0, pieces.Count, options, () => (Plain: new Walk(network), Altered: new Walk(network)), (piece, _, walks) =>
        {
            var (root, from, to) = pieces[piece];
            parts[piece] = Walked(network, roots[root], from, to, walks.Plain, walks.Altered);
            return walks;
        }, _ => { });

        var byRoot = roots.Select(_ => new Sums(network.Links)).ToArray();
        for (var piece = 0; piece < parts.Length; piece++)
        {
            byRoot[pieces[piece].Root].Add(parts[piece]);
        }

        return
        [
            .. model.Links.Select((link, at) => new LinkResult(
                link.Cause, link.Effect,
                Weighted(roots, tallies, byRoot, most, sums => (sums.Saved[at], sums.SavedSquares[at])),
                Weighted(roots, tallies, byRoot, most, sums => (sums.Added[at], sums.AddedSquares[at]))))
                .OrderByDescending(link => link.SavedIfCut.Value).ThenBy(link => link.Cause, StringComparer.Ordinal).ThenBy(link => link.Effect, StringComparer.Ordinal),
        ];
    }

    static int Runs(Tally tally, int most) => (int)Math.Min(tally.Runs, most);

    static Sums Walked(Network network, Root root, int from, int to, Walk plain, Walk altered)
    {
        var sums = new Sums(network.Links);
        for (var run = from; run < to; run++)
        {
            var stream = Draws.Run(root.Stream, run);
            plain.Run(root.Risk, root.Level, stream);
            var impact = plain.Impact();
            foreach (var risk in plain.Touched)
            {
                foreach (ref readonly var entry in network.From(risk, plain.LevelOf(risk)))
                {
                    var fired = Draws.Link(stream, entry.Key) < entry.Any;
                    altered.RunAltered(root.Risk, root.Level, stream, entry.Link, certain: !fired);
                    sums.Add(entry.Link, fired, altered.Impact() - impact);
                }
            }
        }

        return sums;
    }

    static Estimate Weighted(IReadOnlyList<Root> roots, Tally[] tallies, Sums[] byRoot, int most, Func<Sums, (double Sum, double Squares)> of)
    {
        var (total, variance) = (0.0, 0.0);
        for (var at = 0; at < roots.Count; at++)
        {
            var ((sum, squares), runs) = (of(byRoot[at]), Runs(tallies[at], most));
            total += roots[at].Rate * sum / runs;
            variance += roots[at].Rate * roots[at].Rate * Math.Max(0, squares - (sum * sum / runs)) / ((runs - 1.0) * runs);
        }

        var half = Interval.Z95 * Math.Sqrt(variance);
        return new Estimate(total, total - half, total + half);
    }

    sealed class Sums(int links)
    {
        public double[] Saved { get; } = new double[links];

        public double[] SavedSquares { get; } = new double[links];

        public double[] Added { get; } = new double[links];

        public double[] AddedSquares { get; } = new double[links];

        public void Add(int link, bool cut, double change)
        {
            if (cut)
            {
                Saved[link] -= change;
                SavedSquares[link] += change * change;
            }
            else
            {
                Added[link] += change;
                AddedSquares[link] += change * change;
            }
        }

        public void Add(Sums other)
        {
            for (var link = 0; link < links; link++)
            {
                Saved[link] += other.Saved[link];
                SavedSquares[link] += other.SavedSquares[link];
                Added[link] += other.Added[link];
                AddedSquares[link] += other.AddedSquares[link];
            }
        }
    }
}
