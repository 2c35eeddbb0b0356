namespace Belfry.Passengers.Matching;

/// <summary>The tables of data/passengers/names, read once per process. Their files say origin and licence in SOURCE.md.</summary>
sealed class NameTables
{
    static readonly Lazy<NameTables> Shipped = new(() => Read(Path.Combine(AppContext.BaseDirectory, "data", "passengers", "names")));

    NameTables(Rarity rarity, Nicknames nicknames, IReadOnlyDictionary<int, string> letters) => (Rarity, Nicknames, Letters, Syllables) = (rarity, nicknames, letters, SyllablesOf(letters));

    public static NameTables Default => Shipped.Value;

    public Rarity Rarity { get; }

    public Nicknames Nicknames { get; }

    /// <summary>Code point to Latin letters, for scripts without rules of their own here.</summary>
    public IReadOnlyDictionary<int, string> Letters { get; }

    /// <summary>Readings of one Chinese or Korean sign: each stands for dozens of signs and thousands of names.</summary>
    public IReadOnlySet<string> Syllables { get; }

    /// <exception cref="FileNotFoundException">The program was unpacked without its data folder.</exception>
    public static NameTables Read(string folder) => new(
        Rarity.Parse(File.ReadLines(Path.Combine(folder, "rarity.tsv"))),
        Nicknames.Parse(File.ReadLines(Path.Combine(folder, "nicknames.csv"))),
        File.ReadLines(Path.Combine(folder, "letters.tsv"))
            .Select(line => line.Split('\t'))
            .ToDictionary(cells => Convert.ToInt32(cells[0], 16), cells => cells[1].ToUpperInvariant()));

    static HashSet<string> SyllablesOf(IReadOnlyDictionary<int, string> letters) =>
    [
        .. letters.Where(entry => Romaniser.IsHan(entry.Key)).Select(entry => entry.Value),
        .. Enumerable.Range(0xAC00, 0xD7A4 - 0xAC00).SelectMany(syllable => (string[])[Hangul.Syllable(syllable, second: false), Hangul.Syllable(syllable, second: true)]),
    ];
}
