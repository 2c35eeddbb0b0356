using System.Globalization;
using System.Text;
using Belfry.Kernel;

namespace Belfry.Geography.Register;

/// <summary>Names to places. Some 6,000 entries, so each search reads them all: half a millisecond, and nothing to keep in step.</summary>
sealed class Gazetteer
{
    readonly List<Entry> entries = [];

    public Gazetteer(string folder, Units now, Units before)
    {
        foreach (var municipality in now.All)
        {
            foreach (var name in Names(municipality.Name))
            {
                entries.Add(new Entry(Fold(name), PlaceKind.Municipality, name, municipality.Centre, municipality, null));
            }
        }

        foreach (var former in before.All.Where(former => now.Find(former.Refnis) is null))
        {
            if (now.All.FirstOrDefault(merged => merged.MergedFrom.Contains(former.Refnis)) is { } merged)
            {
                entries.AddRange(Names(former.Name).Select(name => new Entry(Fold(name), PlaceKind.FormerMunicipality, name, former.Centre, merged, null)));
            }
        }

        foreach (var row in Tables.Rows(folder, "postcodes.tsv"))
        {
            if (now.Find(row[4]) is { } municipality)
            {
                entries.Add(new Entry(Fold($"{row[0]} {row[1]}"), PlaceKind.Postcode, $"{row[0]} {row[1]}", Tables.At(row[2], row[3]), municipality, row[0]));
            }
        }

        var known = entries.Where(entry => entry.Postcode is null).Select(entry => (entry.Folded, entry.Municipality)).ToHashSet();
        foreach (var row in Tables.Rows(folder, "places.tsv"))
        {
            if (now.Find(row[1]) is { } municipality && known.Add((Fold(row[0]), municipality)))
            {
                entries.Add(new Entry(Fold(row[0]), PlaceKind.Place, row[0], Tables.At(row[2], row[3]), municipality, null));
            }
        }
    }

    public IReadOnlyList<FoundPlace> Search(string text, Language language, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 100);
        var asked = Fold(text.Length > 100 ? text[..100] : text);
        if (asked.Length == 0)
        {
            return [];
        }

        var ranked = entries.Select(entry => (Entry: entry, Rank: Rank(entry.Folded, asked))).Where(hit => hit.Rank < 9).ToList();
        if (ranked.Count == 0 && asked.Length >= 4)
        {
            ranked = [.. entries.Where(entry => OneSlip(entry.Folded, asked)).Select(entry => (entry, 8))];
        }

        return
        [
            .. ranked.OrderBy(hit => hit.Rank).ThenBy(hit => hit.Entry.Kind).ThenBy(hit => hit.Entry.IsPart).ThenByDescending(hit => hit.Entry.Municipality.People).ThenBy(hit => hit.Entry.Folded, StringComparer.Ordinal)
                .Select(hit => hit.Entry.In(language))
                .DistinctBy(found => (found.Kind, found.Name, found.Municipality.Refnis))
                .Take(limit),
        ];
    }

    /// <summary>Lower case without accents; hyphens, apostrophes and the like are one space.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (Rune.IsLetterOrDigit(rune))
            {
                folded.Append(rune.Value switch
                {
                    'œ' or 'Œ' => "oe",
                    'æ' or 'Æ' => "ae",
                    'ß' => "ss",
                    _ => Rune.ToLowerInvariant(rune).ToString(),
                });
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    // 0 the name, 1 its beginning, 2 a word of it, 3 anywhere in it.
    static int Rank(string name, string asked) => name.IndexOf(asked, StringComparison.Ordinal) switch
    {
        < 0 => 9,
        0 => name.Length == asked.Length ? 0 : 1,
        var at => name[at - 1] == ' ' ? 2 : 3,
    };

    // One letter wrong, missing, too many, or two swapped, at the beginning of the name.
    static bool OneSlip(string name, string asked)
    {
        var same = 0;
        while (same < name.Length && same < asked.Length && name[same] == asked[same])
        {
            same++;
        }

        var left = name.AsSpan(same);
        var typed = asked.AsSpan(same);
        return (left.Length >= 1 && typed.Length >= 1 && left[1..].StartsWith(typed[1..], StringComparison.Ordinal))
            || (typed.Length >= 1 && left.StartsWith(typed[1..], StringComparison.Ordinal))
            || (left.Length >= 1 && left[1..].StartsWith(typed, StringComparison.Ordinal))
            || (left.Length >= 2 && typed.Length >= 2 && left[0] == typed[1] && left[1] == typed[0] && left[2..].StartsWith(typed[2..], StringComparison.Ordinal));
    }

    static IEnumerable<string> Names(LocalizedText name) => new[] { name.Nl, name.Fr, name.De, name.En }.Distinct(StringComparer.Ordinal);

    sealed record Entry(string Folded, PlaceKind Kind, string Name, Position At, Municipality Municipality, string? Postcode)
    {
        /// <summary>A postcode's place that is not what the municipality is called after: 4860 is Pepinster before it is Cornesse.</summary>
        public bool IsPart => Postcode is not null && !Names(Municipality.Name).Contains(Name[(Postcode.Length + 1)..], StringComparer.OrdinalIgnoreCase);

        public FoundPlace In(Language language) => new(Kind, Kind == PlaceKind.Municipality ? Municipality.Name[language] : Name, At, Municipality, Postcode);
    }
}
