namespace Belfry.Risks.Cascades;

/// <summary>Runs all roots until each is known well enough, in rounds that double. Work is cut in chunks of runs, handed to threads, and merged in order.</summary>
sealed class Simulation(Network network, CascadeSettings settings, CancellationToken ct)
{
    public const int Chunk = 2_000;
    const int Pilot = 20;

    // Chunks in memory before they are merged: bounds memory, not the result.
    const int Held = 1_024;
    const int EnoughWhenLarge = 20_000;
    const double Large = 0.2;
    const int SmallCatalogue = 10;

    /// <summary>Roots whose average cascade brings down more than a fifth of the catalogue.</summary>
    public List<int> Supercritical { get; } = [];

    /// <summary>Cascades per root at most after the pilot measured what one costs; below MaxRuns when the budget is short.</summary>
    public int Allowed { get; private set; } = settings.MaxRuns;

    public Tally[] Run(IReadOnlyList<Root> roots)
    {
        var tallies = roots.Select(_ => new Tally(network.Ids.Length, network.Levels)).ToArray();
        Round(roots, tallies, [.. Enumerable.Range(0, roots.Count)], 0, Pilot);
        var cost = tallies.Sum(tally => (double)tally.Work / Pilot);
        Allowed = (int)Math.Clamp(settings.BudgetMillions * 1e6 / Math.Max(cost, 1), Pilot, settings.MaxRuns);

        var open = Enumerable.Range(0, roots.Count).ToList();
        for (var (from, to) = (Pilot, Math.Min(settings.MinRuns, Allowed)); from < to && open.Count > 0; (from, to) = (to, (int)Math.Min(2L * to, Allowed)))
        {
            Round(roots, tallies, open, from, to);
            open.RemoveAll(at => Enough(roots[at], tallies[at]));
        }

        for (var at = 0; at < roots.Count; at++)
        {
            if (IsLarge(tallies[at]))
            {
                Supercritical.Add(at);
            }
        }

        return tallies;
    }

    /// <summary>Exactly this many runs of every root.</summary>
    public Tally[] Fixed(IReadOnlyList<Root> roots, int runs)
    {
        var tallies = roots.Select(_ => new Tally(network.Ids.Length, network.Levels)).ToArray();
        Round(roots, tallies, [.. Enumerable.Range(0, roots.Count)], 0, runs);
        return tallies;
    }

    void Round(IReadOnlyList<Root> roots, Tally[] tallies, IReadOnlyList<int> open, int from, int to)
    {
        var pieces = new List<(int Root, int From, int To)>();
        foreach (var at in open)
        {
            for (var start = from; start < to; start += Chunk)
            {
                pieces.Add((at, start, Math.Min(start + Chunk, to)));
            }
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = ct };
        foreach (var some in pieces.Chunk(Held))
        {
            var parts = new Tally[some.Length];
            Parallel.For(0, some.Length, options, () => new Walk(network), (piece, _, walk) =>
            {
                var (root, start, end) = some[piece];
                parts[piece] = One(walk, roots[root], start, end);
                return walk;
            }, _ => { });

            for (var piece = 0; piece < parts.Length; piece++)
            {
                tallies[some[piece].Root].Add(parts[piece]);
            }
        }
    }

    Tally One(Walk walk, Root root, int from, int to)
    {
        var (tally, before) = (new Tally(network.Ids.Length, network.Levels), walk.Work);
        var direct = network.Impacts[(root.Risk * network.Levels) + root.Level - 1];
        for (var run = from; run < to; run++)
        {
            walk.Run(root.Risk, root.Level, Draws.Run(root.Stream, run));
            tally.Add(walk, direct);
        }

        tally.Worked(walk.Work - before);
        return tally;
    }

    bool IsLarge(Tally tally) =>
        network.Ids.Length >= SmallCatalogue && tally.Size > Large * network.Ids.Length * tally.Runs;

    bool Enough(Root root, Tally tally)
    {
        if (IsLarge(tally) && tally.Runs >= EnoughWhenLarge)
        {
            return true;
        }

        var mean = network.Impacts[(root.Risk * network.Levels) + root.Level - 1] + (tally.Induced / tally.Runs);
        if (1.96 * Math.Sqrt(tally.Variance / tally.Runs) > settings.HalfWidth * mean)
        {
            return false;
        }

        for (var risk = 0; risk < network.Ids.Length; risk++)
        {
            for (var level = 1; level <= network.Levels; level++)
            {
                var chance = (double)tally.AtLeast(risk, level) / tally.Runs;
                if (chance >= 0.01 && (1 - chance) / (chance * tally.Runs) > settings.RelativeError * settings.RelativeError)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
