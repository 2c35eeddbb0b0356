using System.Globalization;

namespace Belfry.Passengers.Matching;

/// <summary>
/// How much a shared word says: minus log2 of the share of persons who bear it. The model is a table counted once over named populations
/// (data/passengers/names/SOURCE.md), the same for every list and passenger, so that a score can be computed again years later. It does not learn.
/// </summary>
sealed class Rarity
{
    /// <summary>A word the model has not seen, tenths of a bit: about one person in 8,000.</summary>
    public const int Unseen = 130;

    const int MostOfSyllable = 65;

    // By number of letters: a syllable of two or three is a word of so many names, and was counted in so few, that it never says more.
    static readonly int[] Most = [0, 20, 60, 75, 100, Unseen];

    readonly Dictionary<string, int> tenths;

    Rarity(Dictionary<string, int> tenths) => this.tenths = tenths;

    public static Rarity Parse(IEnumerable<string> lines)
    {
        var tenths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            tenths[cells[0]] = int.Parse(cells[1], CultureInfo.InvariantCulture);
        }

        return new Rarity(tenths);
    }

    /// <param name="syllable">One syllable of Chinese or Korean: see <see cref="NameTables.Syllables"/>.</param>
    public int Of(string letters, string sound, bool syllable) =>
        Math.Min(Math.Min(Most[Math.Min(letters.Length, Most.Length - 1)], syllable ? MostOfSyllable : Unseen), tenths.GetValueOrDefault(sound, Unseen));
}
