using System.Diagnostics;
using Belfry.Passengers;
using Belfry.Passengers.Matching;

namespace Belfry.Bench.Passengers;

/// <summary>The lists alone, without the made entries: bench passengers lists FOLDER. A quick look while tuning; the figures come from `match`.</summary>
static class ListRecall
{
    public static Task<int> RunAsync(string[] args)
    {
        var clock = Stopwatch.StartNew();
        var lists = Persons.Lists(args[0]);
        Console.WriteLine($"{lists.Records} records = {lists.Entries.Count} persons + {lists.NotPersons} others + {lists.Joined} aliases + {lists.Rejected.Count} rejected; {lists.Noticed.Count} dates unread; {clock.ElapsedMilliseconds} ms");
        foreach (var odd in lists.Rejected.Take(3).Concat(lists.Noticed.Take(8)))
        {
            Console.WriteLine(odd);
        }

        clock.Restart();
        using var screener = Screener.Over(lists.Entries);
        Console.WriteLine($"index {clock.ElapsedMilliseconds} ms, {screener.Size}");
        var lost = lists.Entries.Where(entry => !screener.Screen(new NamedPerson("", entry.Names[0].Text)).Any(match => ReferenceEquals(match.Entry, entry))).ToList();
        Console.WriteLine($"as listed, no date: {lost.Count} of {lists.Entries.Count} do not find themselves");
        foreach (var entry in lost.Take(40))
        {
            Console.WriteLine("  " + entry);
        }

        UnTreated(args[0], screener, verbose: args.Length > 1);
        Negatives(args[0], screener, verbose: args.Length > 1);
        return Task.FromResult(0);
    }

    public static (int Found, int Of) UnTreated(string folder, Screener screener, bool verbose)
    {
        var (found, of) = (0, 0);
        var treated = Persons.Rows(Path.Combine(folder, "yente_positives_un_treated.csv"));
        var untreated = Persons.Rows(Path.Combine(folder, "yente_positives_un_untreated.csv"));
        foreach (var (changed, listed) in treated.Zip(untreated))
        {
            of++;
            var matches = screener.Screen(new NamedPerson("", changed["full_name"], BirthDate.Parse(changed["date_of_birth"]), [changed["nationality"]]));
            var right = matches.Any(match => match.Entry.Names.Any(name => Same(name.Text, listed["full_name"])));
            found += right ? 1 : 0;
            if (!right && verbose)
            {
                Console.WriteLine($"  missed {changed["full_name"]} {changed["date_of_birth"]} | {listed["full_name"]} {listed["date_of_birth"]} -> {string.Join(" / ", matches.Take(2))}");
            }
        }

        Console.WriteLine($"UN treated: {found} of {of} = {100.0 * found / of:0.00} %");
        return (found, of);
    }

    public static (int Flagged, int Of) Negatives(string folder, Screener screener, bool verbose)
    {
        var (flagged, of) = (0, 0);
        var (candidates, compared) = (0L, 0L);
        var start = Environment.CpuUsage.TotalTime;
        foreach (var row in Persons.Rows(Path.Combine(folder, "yente_negatives_global.csv")))
        {
            of++;
            var matches = screener.Screen(new NamedPerson("", row["full_name"], BirthDate.Parse(row["date_of_birth"]), [row["nationality"]]))
                .Where(match => !match.Entry.List.StartsWith("made", StringComparison.Ordinal)).ToList();
            candidates += screener.LastWork.Candidates;
            compared += screener.LastWork.Compared;
            flagged += matches.Count > 0 ? 1 : 0;
            if (matches.Count > 0 && verbose && flagged % 3 == 0 && flagged < 60)
            {
                Console.WriteLine($"  flagged {row["full_name"]} {row["date_of_birth"]} {row["nationality"]}: {matches[0].Entry.Names[0].Text} {string.Join('/', matches[0].Entry.Born)}: {matches[0].Score.Explain(Kernel.Language.En)}");
            }
        }

        Console.WriteLine($"negatives flagged: {flagged} of {of} = {100.0 * flagged / of:0.000} %; {of / (Environment.CpuUsage.TotalTime - start).TotalSeconds:0} per CPU second, {candidates / of} candidates, {compared / of} compared");
        return (flagged, of);
    }

    static bool Same(string one, string other) => Plain(one) == Plain(other);

    static string Plain(string name) => string.Join(' ', name.ToUpperInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
}
