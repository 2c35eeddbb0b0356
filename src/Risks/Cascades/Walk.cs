namespace Belfry.Risks.Cascades;

/// <summary>
/// One cascade at a time, on one thread. A risk's level is the worst of what its realised causes make of it. Each link has one draw a run, and a worse
/// cause never gives a milder effect under the same draw, so the least fixed point exists, is unique, does not depend on the order of visits, and loops
/// end by themselves: every push raises a level.
/// </summary>
sealed class Walk(Network network)
{
    readonly byte[] level = new byte[network.Ids.Length];
    readonly byte[] done = new byte[network.Ids.Length];
    readonly int[] stack = new int[(network.Ids.Length * network.Levels) + 1];
    readonly int[] touched = new int[network.Ids.Length];
    int touchedCount;

    /// <summary>Link draws made since the walk was built: the work done.</summary>
    public long Work { get; private set; }

    /// <summary>The risks that happened in the last cascade, the root first.</summary>
    public ReadOnlySpan<int> Touched => touched.AsSpan(0, touchedCount);

    public int LevelOf(int risk) => level[risk];

    public void Run(int root, int rootLevel, ulong run)
    {
        Begin(root, rootLevel);
        var (top, links) = (1, network.Levels);
        stack[0] = root;
        while (top > 0)
        {
            var at = stack[--top];
            var now = level[at];
            if (done[at] == now)
            {
                continue;
            }

            done[at] = now;
            var from = network.From(at, now);
            Work += from.Length;
            foreach (ref readonly var entry in from)
            {
                var draw = Draws.Link(run, entry.Key);
                if (draw < entry.Any)
                {
                    var reached = links == 1 ? 1 : network.LevelOf(entry, draw);
                    if (reached > level[entry.To])
                    {
                        Raise(entry.To, reached);
                        stack[top++] = entry.To;
                    }
                }
            }
        }
    }

    /// <summary>The same cascade with one link cut (never fires) or made certain (fires, at a level drawn as if it had fired).</summary>
    public void RunAltered(int root, int rootLevel, ulong run, int link, bool certain)
    {
        Begin(root, rootLevel);
        var top = 1;
        stack[0] = root;
        while (top > 0)
        {
            var at = stack[--top];
            var now = level[at];
            if (done[at] == now)
            {
                continue;
            }

            done[at] = now;
            var from = network.From(at, now);
            Work += from.Length;
            foreach (ref readonly var entry in from)
            {
                var draw = Draws.Link(run, entry.Key);
                if (entry.Link == link)
                {
                    draw = certain ? (ulong)(((UInt128)draw * entry.Any) >> 63) : Draws.One;
                }

                if (draw < entry.Any)
                {
                    var reached = network.LevelOf(entry, draw);
                    if (reached > level[entry.To])
                    {
                        Raise(entry.To, reached);
                        stack[top++] = entry.To;
                    }
                }
            }
        }
    }

    /// <summary>The worst and the mildest cascade that can come from a root: every possible link fires, or only the certain ones.</summary>
    public byte[] Extreme(int root, int rootLevel, bool worst)
    {
        Begin(root, rootLevel);
        var top = 1;
        stack[0] = root;
        while (top > 0)
        {
            var at = stack[--top];
            foreach (ref readonly var entry in network.From(at, level[at]))
            {
                var draw = worst ? 0 : Draws.One - 1;
                var reached = draw < entry.Any ? network.LevelOf(entry, draw) : 0;
                if (reached > level[entry.To])
                {
                    Raise(entry.To, reached);
                    stack[top++] = entry.To;
                }
            }
        }

        return [.. level];
    }

    /// <summary>Sum of the direct impacts of all risks of the last cascade.</summary>
    public double Impact()
    {
        var sum = 0.0;
        foreach (var risk in Touched)
        {
            sum += network.Impacts[(risk * network.Levels) + level[risk] - 1];
        }

        return sum;
    }

    void Begin(int root, int rootLevel)
    {
        foreach (var risk in Touched)
        {
            (level[risk], done[risk]) = (0, 0);
        }

        (touchedCount, touched[0], level[root]) = (1, root, (byte)rootLevel);
    }

    void Raise(int risk, int reached)
    {
        if (level[risk] == 0)
        {
            touched[touchedCount++] = risk;
        }

        level[risk] = (byte)reached;
    }
}
