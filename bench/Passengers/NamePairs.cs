using System.Globalization;
using Belfry.Passengers;

namespace Belfry.Bench.Passengers;

/// <summary>The labelled person pairs of nomenklatura: bench passengers pairs FOLDER [v]. Tuning looks at even ids only; the figure is that of odd ids.</summary>
static class NamePairs
{
    const int OddHalf = 1;

    public static Task<int> RunAsync(string[] args)
    {
        foreach (var half in (int[])[0, OddHalf])
        {
            var scored = Scored(args[0], half);
            Console.WriteLine($"half {half}: {scored.Count} pairs, F1 {F1(scored.Select(s => (s.True, s.Score.Decision != Decision.None))):0.000}, logic-v2 {F1(scored.Select(s => (s.True, s.Peer >= 0.7))):0.000}");
            foreach (var s in scored.Where(s => half != OddHalf && args.Length > 1 && s.True != (s.Score.Decision != Decision.None)))
            {
                Console.WriteLine($"{(s.True ? "missed" : "flagged")} {s.One} | {s.Other}: {s.Score.Explain(Kernel.Language.En)}");
            }
        }

        return Task.FromResult(0);
    }

    public static (double Own, double Peer, int Pairs) Odd(string folder)
    {
        var scored = Scored(folder, OddHalf);
        return (F1(scored.Select(s => (s.True, s.Score.Decision != Decision.None))), F1(scored.Select(s => (s.True, s.Peer >= 0.7))), scored.Count);
    }

    static List<(string One, string Other, bool True, double Peer, Score Score)> Scored(string folder, int half) =>
    [
        .. from row in Persons.Rows(Path.Combine(folder, "nomenklatura_logicv2_frozen.csv"))
           where row["schema"] == "Person" && uint.Parse(row["case_id"], NumberStyles.HexNumber, CultureInfo.InvariantCulture) % 2 == half
           select (row["name1"], row["name2"], row["is_match"] == "true", double.Parse(row["score"], CultureInfo.InvariantCulture), Screener.Compare(new NamedPerson("", row["name1"]), new NamedPerson("", row["name2"]))),
    ];

    static double F1(IEnumerable<(bool True, bool Said)> pairs)
    {
        var all = pairs.ToList();
        return 2.0 * all.Count(pair => pair is { True: true, Said: true }) / Math.Max(1, all.Count(pair => pair.True) + all.Count(pair => pair.Said));
    }
}
