namespace Belfry.Risks.Cascades;

/// <summary>
/// A what-if against the base, run by run with the same draws. Most runs come out the same in both, so the difference is known far better than either
/// side: its interval is that of the paired differences, not of two independent runs.
/// </summary>
static class Comparison
{
    public static WhatIfResult Of(WhatIf whatIf, CascadeModel model, Network before, IReadOnlyList<Root> roots, Tally[] tallies, CascadeSettings settings, CancellationToken ct)
    {
        var after = Network.Build(whatIf.Changed);
        var pairs = Pairs(model, whatIf.Changed, roots, tallies, settings);
        var sums = new Sums[pairs.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = ct };
        Parallel.For(0, pairs.Count, options, () => (Old: new Walk(before), New: new Walk(after)), (at, _, walks) =>
        {
            sums[at] = Walked(pairs[at], model, before, walks.Old, walks.New);
            return walks;
        }, _ => { });
        return Result(whatIf.Name, model, pairs, sums);
    }

    // Every root of either model: a what-if may also start or end one.
    static List<Pair> Pairs(CascadeModel model, CascadeModel changed, IReadOnlyList<Root> roots, Tally[] tallies, CascadeSettings settings)
    {
        var runs = roots.Select((root, at) => (root, tallies[at].Runs)).ToDictionary(one => (one.root.Risk, one.root.Level), one => (int)one.Runs);
        return
        [
            .. from risk in Enumerable.Range(0, model.Risks.Count)
            from level in Enumerable.Range(1, model.Levels)
            let was = model.Risks[risk].Rates[level - 1]
            let becomes = changed.Risks[risk].Rates[level - 1]
            where was > 0 || becomes > 0
            select new Pair(risk, level, was, becomes, Root.StreamOf(settings.Seed, model.Risks[risk].Id, level), runs.GetValueOrDefault((risk, level), settings.MinRuns)),
        ];
    }

    static Sums Walked(Pair pair, CascadeModel model, Network network, Walk old, Walk now)
    {
        var sums = new Sums(model.Risks.Count * model.Levels);
        for (var run = 0; run < pair.Runs; run++)
        {
            var stream = Draws.Run(pair.Stream, run);
            old.Run(pair.Risk, pair.Level, stream);
            now.Run(pair.Risk, pair.Level, stream);
            sums.Add(pair.Was * old.Impact(), pair.Becomes * now.Impact());
            foreach (var risk in old.Touched)
            {
                for (var level = 1; level <= old.LevelOf(risk); level++)
                {
                    (level <= now.LevelOf(risk) ? sums.Both : sums.OnlyOld)[(risk * network.Levels) + level - 1]++;
                }
            }

            foreach (var risk in now.Touched)
            {
                for (var level = old.LevelOf(risk) + 1; level <= now.LevelOf(risk); level++)
                {
                    sums.OnlyNew[(risk * network.Levels) + level - 1]++;
                }
            }
        }

        return sums;
    }

    static WhatIfResult Result(string name, CascadeModel model, List<Pair> pairs, Sums[] sums)
    {
        var (after, change, variance, apart) = (0.0, 0.0, 0.0, 0.0);
        for (var at = 0; at < pairs.Count; at++)
        {
            var (sum, runs) = (sums[at], (double)pairs[at].Runs);
            after += sum.New / runs;
            change += sum.Difference / runs;
            variance += Spread(sum.Difference, sum.DifferenceSquares, runs) / runs;
            apart += (Spread(sum.Old, sum.OldSquares, runs) + Spread(sum.New, sum.NewSquares, runs)) / runs;
        }

        var rates = from risk in Enumerable.Range(0, model.Risks.Count)
                    from level in Enumerable.Range(1, model.Levels)
                    select Rate(model, pairs, sums, risk, level);
        return new WhatIfResult(name, after, Around(change, variance), Interval.Z95 * Math.Sqrt(apart), [.. rates.Where(rate => rate.Change != default)]);
    }

    static RateChange Rate(CascadeModel model, List<Pair> pairs, Sums[] sums, int risk, int level)
    {
        var (after, change, variance, cell) = (0.0, 0.0, 0.0, (risk * model.Levels) + level - 1);
        for (var at = 0; at < pairs.Count; at++)
        {
            var (pair, sum, runs) = (pairs[at], sums[at], (double)pairs[at].Runs);
            var (both, old, now) = (sum.Both[cell], sum.OnlyOld[cell], sum.OnlyNew[cell]);
            after += pair.Becomes * (both + now) / runs;
            var total = (both * (pair.Becomes - pair.Was)) + (now * pair.Becomes) - (old * pair.Was);
            change += total / runs;
            variance += Spread(total, (both * Square(pair.Becomes - pair.Was)) + (now * Square(pair.Becomes)) + (old * Square(pair.Was)), runs) / runs;
        }

        return new RateChange(model.Risks[risk].Id, level, after, Around(change, variance));
    }

    static Estimate Around(double value, double variance)
    {
        var half = Interval.Z95 * Math.Sqrt(variance);
        return new Estimate(value, value - half, value + half);
    }

    static double Spread(double sum, double squares, double runs) => runs < 2 ? 0 : Math.Max(0, (squares - (sum * sum / runs)) / (runs - 1));

    static double Square(double x) => x * x;

    readonly record struct Pair(int Risk, int Level, double Was, double Becomes, ulong Stream, int Runs);

    sealed class Sums(int cells)
    {
        public long[] Both { get; } = new long[cells];

        public long[] OnlyOld { get; } = new long[cells];

        public long[] OnlyNew { get; } = new long[cells];

        public double Old { get; private set; }

        public double OldSquares { get; private set; }

        public double New { get; private set; }

        public double NewSquares { get; private set; }

        public double Difference { get; private set; }

        public double DifferenceSquares { get; private set; }

        public void Add(double old, double now)
        {
            Old += old;
            OldSquares += old * old;
            New += now;
            NewSquares += now * now;
            Difference += now - old;
            DifferenceSquares += (now - old) * (now - old);
        }
    }
}
