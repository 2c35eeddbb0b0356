using Belfry.Kernel;

namespace Belfry.Passengers.Matching;

/// <summary>Adds up what names, dates, countries, sex and documents say, and keeps the parts for the explanation.</summary>
static class Scoring
{
    /// <summary>The whole, without the words for it: what the index asks of each candidate.</summary>
    public static int Total(NameComparison names, bool weak, NamedPerson person, WatchlistEntry entry, CountryCodes countries, string? document)
    {
        var name = names.Tenths + (weak ? ScoreTable.WeakAlias.Tenths : 0);
        if (document is null)
        {
            return name < ScoreTable.NameFloor ? name : name + Beside(person, entry, countries, null).Sum(part => part.Weight.Tenths);
        }

        // Whatever else differs, the document is shown.
        var total = Math.Max(name, ScoreTable.DocumentOtherName.Tenths) + Beside(person, entry, countries, document).Sum(part => part.Weight.Tenths);
        return Math.Max(total, ScoreTable.Possible);
    }

    public static Score Explained(NameComparison names, bool weak, NamedPerson person, WatchlistEntry entry, CountryCodes countries, string? document)
    {
        var parts = Words(names).ToList();
        if (weak)
        {
            parts.Add(Part(ScoreTable.WeakAlias));
        }

        var total = Total(names, weak, person, entry, countries, document);
        if (names.Tenths + (weak ? ScoreTable.WeakAlias.Tenths : 0) >= ScoreTable.NameFloor || document is not null)
        {
            parts.AddRange(Beside(person, entry, countries, document).Select(part => Part(part.Weight, part.One, part.Other)));
        }

        if (document is not null && total != parts.Sum(part => part.Tenths))
        {
            parts.Add(Part(ScoreTable.DocumentOtherName) with { Tenths = total - parts.Sum(part => part.Tenths) });
        }

        var decision = total >= ScoreTable.Strong ? Decision.Strong : total >= ScoreTable.Possible ? Decision.Possible : Decision.None;
        return new Score(total, decision, parts, ScoreTable.Version, names.One.Cut || names.Other.Cut);
    }

    static IEnumerable<ScorePart> Words(NameComparison names)
    {
        foreach (var pairing in names.Pairings)
        {
            yield return Part(ScoreTable.Of(pairing.Likeness), Text(names.One, pairing.One, pairing.OneCount), Text(names.Other, pairing.Other, pairing.OtherCount)) with { Tenths = pairing.Gain };
        }

        var kept = (names.Conflicts > names.Near ? ScoreTable.Conflict : ScoreTable.Near).Share;
        var lost = names.Conflicts > 0 ? (names.Pairings.Sum(pairing => pairing.Gain) * kept / 100) - names.Pairings.Sum(pairing => pairing.Gain) : 0;
        if (names.Conflicts > names.Near)
        {
            yield return Part(ScoreTable.Conflict) with { Tenths = lost + ((names.Conflicts - names.Near) * ScoreTable.Conflict.Tenths) };
            lost = 0;
        }

        if (names.Near > 0)
        {
            yield return Part(ScoreTable.Near) with { Tenths = lost + (names.Near * ScoreTable.Near.Tenths) };
        }

        var left = (names.Leftovers * ScoreTable.Leftover.Tenths) + (names.Initials * ScoreTable.LeftoverInitial.Tenths);
        if (left != 0)
        {
            var count = (names.Leftovers + names.Initials).ToString(System.Globalization.CultureInfo.InvariantCulture);
            yield return new ScorePart(ScoreTable.Leftover.Name, left, ScoreTable.Leftover.Says.Map(text => text.Replace("{count}", count, StringComparison.Ordinal)));
        }

        if (names.Nearly > 1)
        {
            var nearly = names.Nearly.ToString(System.Globalization.CultureInfo.InvariantCulture);
            yield return new ScorePart(ScoreTable.MoreSlips.Name, (names.Nearly - 1) * ScoreTable.MoreSlips.Tenths, ScoreTable.MoreSlips.Says.Map(text => text.Replace("{count}", nearly, StringComparison.Ordinal)));
        }

        if (names.OneWord)
        {
            yield return Part(ScoreTable.OneWord);
        }
    }

    static IEnumerable<(Weight Weight, string One, string Other)> Beside(NamedPerson person, WatchlistEntry entry, CountryCodes countries, string? document)
    {
        if (BirthComparison.Best(person.Born, entry.Born) is { } born)
        {
            yield return (born.Weight, person.Born.ToString()!, born.Listed.ToString());
        }

        if (person.Countries is { Count: > 0 } own && entry.Countries.Count > 0 && countries.Compare(own, entry.Countries) is { } same)
        {
            yield return (same ? ScoreTable.CountrySame : ScoreTable.CountryElse, string.Join('/', own), string.Join('/', entry.Countries));
        }

        if (person.Sex != Sex.Unknown && entry.Sex != Sex.Unknown)
        {
            yield return (person.Sex == entry.Sex ? ScoreTable.SexSame : ScoreTable.SexElse, "", "");
        }

        if (document is not null)
        {
            yield return (ScoreTable.DocumentSame, document, document);
        }
    }

    static string Text(Name name, int at, int count) => string.Join(' ', name.Words.Skip(at).Take(count));

    static ScorePart Part(Weight weight, string one = "", string other = "") =>
        new(weight.Name, weight.Tenths, weight.Says.Map(text => text.Replace("{one}", one, StringComparison.Ordinal).Replace("{other}", other, StringComparison.Ordinal)));
}
