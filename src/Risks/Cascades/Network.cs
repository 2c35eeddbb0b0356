namespace Belfry.Risks.Cascades;

/// <summary>The model laid out for walking: for each (risk, level) the links that can fire from there, with whole-number thresholds.</summary>
sealed class Network
{
    readonly int[] starts;
    readonly Entry[] entries;
    readonly ulong[] tails;

    Network(int levels, string[] ids, double[] impacts, int[] starts, Entry[] entries, ulong[] tails, int links) =>
        (Levels, Ids, Impacts, this.starts, this.entries, this.tails, Links) = (levels, ids, impacts, starts, entries, tails, links);

    public int Levels { get; }

    public int Links { get; }

    public string[] Ids { get; }

    /// <summary>Direct impact by risk × level: [risk · Levels + level − 1].</summary>
    public double[] Impacts { get; }

    /// <summary>The links that can fire from a risk at a level, 1-based.</summary>
    public ReadOnlySpan<Entry> From(int risk, int level)
    {
        var at = (risk * Levels) + level - 1;
        return entries.AsSpan(starts[at], starts[at + 1] - starts[at]);
    }

    /// <summary>The level that a draw gives: the worst k with draw below T_j(k). Call only when the draw is below the entry's first threshold.</summary>
    public int LevelOf(in Entry entry, ulong draw)
    {
        var level = 1;
        while (level < Levels && draw < tails[entry.Tails + level])
        {
            level++;
        }

        return level;
    }

    /// <param name="rows">Which rows of a link to take: the pooled ones, or one expert's.</param>
    public static Network Build(CascadeModel model, Func<CascadeLink, IReadOnlyList<IReadOnlyList<double>>>? rows = null, Func<CascadeRisk, IReadOnlyList<double>>? impacts = null, List<(CascadeLink Link, double Moved)>? adjusted = null)
    {
        var levels = model.Levels;
        var places = model.Risks.Select((risk, at) => (risk.Id, at)).ToDictionary(risk => risk.Id, risk => risk.at, StringComparer.Ordinal);
        var byCause = new List<(int Number, int To, ulong Key, double[][] Tails)>[model.Risks.Count];
        for (var number = 0; number < model.Links.Count; number++)
        {
            var link = model.Links[number];
            var (tails, moved) = Tails.Of(rows?.Invoke(link) ?? link.Rows);
            if (moved > 1e-12)
            {
                adjusted?.Add((link, moved));
            }

            (byCause[places[link.Cause]] ??= []).Add((number, places[link.Effect], Draws.Address("belfry-link-1", link.Cause, link.Effect), tails));
        }

        var starts = new int[(model.Risks.Count * levels) + 1];
        var (entries, thresholds) = (new List<Entry>(), new List<ulong>());
        for (var risk = 0; risk < model.Risks.Count; risk++)
        {
            for (var j = 0; j < levels; j++)
            {
                starts[(risk * levels) + j] = entries.Count;
                foreach (var link in byCause[risk] ?? [])
                {
                    if (link.Tails[j][0] > 0)
                    {
                        entries.Add(new Entry(link.Key, Threshold(link.Tails[j][0]), link.To, thresholds.Count, link.Number));
                        thresholds.AddRange(link.Tails[j].Select(Threshold));
                    }
                }
            }
        }

        starts[^1] = entries.Count;
        return new Network(
            levels, [.. model.Risks.Select(risk => risk.Id)], [.. model.Risks.SelectMany(risk => impacts?.Invoke(risk) ?? risk.Impacts)],
            starts, [.. entries], [.. thresholds], model.Links.Count);
    }

    static ulong Threshold(double probability) => (ulong)(probability * Draws.One);

    /// <summary>One link seen from one level of its cause.</summary>
    /// <param name="Key">The link's address among the draws.</param>
    /// <param name="Any">Threshold of level 1 or worse.</param>
    /// <param name="Tails">Where the thresholds of all levels begin.</param>
    public readonly record struct Entry(ulong Key, ulong Any, int To, int Tails, int Link);
}
