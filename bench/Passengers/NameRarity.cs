using System.Globalization;
using Belfry.Passengers.Matching;

namespace Belfry.Bench.Passengers;

/// <summary>
/// Counts the rarity model anew: bench passengers rarity FOLDER. Two populations count alike: 50,000 historical persons of Wikidata (Splink's
/// set, CC0 names, MIT) and the natural persons of the UN, EU and OFAC lists. The sets that matching is judged on take no part.
/// </summary>
static class NameRarity
{
    const int Fewest = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        var folder = args[0];
        var counts = (await Persons.HistoricalAsync(Path.Combine(folder, "splink_historical_50k.parquet")), Persons.Listed(folder));
        var rows = Model(Counted(counts.Item1), Counted(counts.Item2));
        var target = Path.Combine("data", "passengers", "names", "rarity.tsv");
        await File.WriteAllLinesAsync(target, rows.Prepend("# folded sound, tenths of a bit: -log2 of the share of persons who bear it; see SOURCE.md"));
        Console.WriteLine($"{rows.Count} words to {target}");
        return 0;
    }

    static List<string> Model(params (Dictionary<string, int> Bearers, int Persons)[] populations) =>
    [
        .. from sound in populations.SelectMany(population => population.Bearers.Keys).Distinct().Order(StringComparer.Ordinal)
           where populations.Any(population => population.Bearers.GetValueOrDefault(sound) >= Fewest)
           let share = populations.Average(population => (population.Bearers.GetValueOrDefault(sound) + 0.25) / population.Persons)
           select string.Create(CultureInfo.InvariantCulture, $"{sound}\t{Math.Min(Rarity.Unseen, (int)Math.Round(-10 * Math.Log2(share)))}"),
    ];

    static (Dictionary<string, int> Bearers, int Persons) Counted(IEnumerable<string> names)
    {
        var (bearers, persons) = (new Dictionary<string, int>(StringComparer.Ordinal), 0);
        var book = new WordBook(NameTables.Default, 1_000_000);
        foreach (var name in names)
        {
            persons++;
            foreach (var sound in Name.Read(name, book).First().Words.Where(word => word.Kind == WordKind.Word).Select(word => word.Sound).Distinct())
            {
                bearers[sound] = bearers.GetValueOrDefault(sound) + 1;
            }
        }

        return (bearers, persons);
    }
}
