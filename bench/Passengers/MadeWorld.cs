using System.Globalization;
using System.Text;
using Belfry.Passengers;

namespace Belfry.Bench.Passengers;

/// <summary>
/// A reproducible list and passenger stream from name words of Wikidata (wd_*.tsv, read from the folder given, not in the repository): words whose hash is
/// even name the list's persons, odd ones the passengers, so that nobody in the stream is on the list but those planted.
/// </summary>
sealed class MadeWorld
{
    readonly string[] listWords;
    readonly string[] streamWords;
    ulong state;

    public MadeWorld(string folder, ulong seed)
    {
        state = seed;
        var words = Directory.GetFiles(folder, "wd_*_20.tsv").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
            .Select(line => line.Split('\t')[0].Trim().ToUpperInvariant()).Where(word => word.Length is >= 3 and <= 16 && word.All(char.IsAsciiLetterUpper)).Distinct().ToList();
        listWords = [.. words.Where(word => Hash(word) % 2 == 0).OrderBy(Hash)];
        streamWords = [.. words.Where(word => Hash(word) % 2 == 1).OrderBy(Hash)];
    }

    public int Words => listWords.Length + streamWords.Length;

    public IEnumerable<WatchlistEntry> Entries(int count)
    {
        for (var number = 0; number < count; number++)
        {
            var (given, family) = Name(listWords);
            BirthDate[] born = Below(100) switch { < 70 => [Day()], < 85 => [new BirthDate(Day().Year)], _ => [] };
            yield return new WatchlistEntry("made", number.ToString(CultureInfo.InvariantCulture), [new ListedName(family + ", " + given)], born, [], []);
        }
    }

    /// <summary>Seven in ten have a date of birth: with API data all do, in PNR few.</summary>
    public NamedPerson Stranger()
    {
        var (given, family) = Name(streamWords);
        return new NamedPerson(family, given, Below(10) < 7 ? Day() : null);
    }

    public string Slip(string name)
    {
        while (true)
        {
            var words = name.Split(' ');
            var at = Below(words.Length);
            if (words[at].Length >= 3 && Slipped(words[at]) is { } slipped && slipped != words[at])
            {
                words[at] = slipped;
                return string.Join(' ', words);
            }
        }
    }

    public int Below(int limit)
    {
        // SplitMix64 (Steele, Lea, Flood 2014).
        state = unchecked(state + 0x9E3779B97F4A7C15ul);
        var mixed = unchecked((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9ul);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EBul);
        return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
    }

    string Slipped(string word)
    {
        var at = Below(word.Length);
        var letter = (char)('A' + Below(26));
        return Below(4) switch
        {
            0 => word[..at] + letter + word[at..],
            1 => word[..at] + word[(at + 1)..],
            2 => word[..at] + letter + word[(at + 1)..],
            _ => at + 1 < word.Length ? word[..at] + word[at + 1] + word[at] + word[(at + 2)..] : word,
        };
    }

    (string Given, string Family) Name(string[] words)
    {
        var given = Word(words);
        return (Below(3) == 0 ? given + " " + Word(words) : given, Word(words));
    }

    // Names are as unequal as in life: the commonest word is borne by one person in a hundred or so.
    string Word(string[] words)
    {
        var even = (Below(1_000_000) + 0.5) / 1_000_000;
        var rank = (int)(40 * (Math.Pow((words.Length + 40) / 40.0, even) - 1));
        return words[Math.Min(rank, words.Length - 1)];
    }

    BirthDate Day() => BirthDate.From(new DateOnly(1940, 1, 1).AddDays(Below(24_000)));

    static uint Hash(string word)
    {
        var hash = 2166136261u;
        foreach (var part in Encoding.ASCII.GetBytes(word))
        {
            hash = unchecked((hash ^ part) * 16777619u);
        }

        return hash ^ (hash >> 15);
    }
}
