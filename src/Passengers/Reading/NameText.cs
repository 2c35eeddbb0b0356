namespace Belfry.Passengers.Reading;

/// <summary>Reads titles off given names, only where it is sure of them.</summary>
static class NameText
{
    // Longest first: JOHNMISS is MISS, not MS.
    static readonly string[] Titles = ["MISS", "MSTR", "PROF", "MRS", "MR", "MS", "DR"];

    /// <param name="documentGiven">Given names of the documents of this traveller; they decide whether a glued ending is a title.</param>
    public static PersonName Read(string surname, string given, IEnumerable<string>? documentGiven)
    {
        var (family, first) = (surname.Trim(), given.Trim());
        if (SeparateTitle(first) is { } word)
        {
            return new PersonName(surname, given, family, first[..^word.Length].TrimEnd(), word, "");
        }

        if (GluedTitle(first) is { } glued)
        {
            var without = first[..^glued.Length];
            foreach (var other in documentGiven ?? [])
            {
                // The document's given name without the ending: the ending is a title. With it: it belongs to the name.
                if (StartsAsName(other, first))
                {
                    return new PersonName(surname, given, family, first, "", "");
                }

                if (StartsAsName(other, without))
                {
                    return new PersonName(surname, given, family, without, glued, "");
                }
            }

            return new PersonName(surname, given, family, first, "", without);
        }

        return new PersonName(surname, given, family, first, "", "");
    }

    /// <summary>A title as a word of its own, or the whole given name (a surname with the given name merged into it, AIRIMP).</summary>
    static string? SeparateTitle(string given)
    {
        foreach (var title in Titles)
        {
            if (given.EndsWith(title, StringComparison.OrdinalIgnoreCase) && (given.Length == title.Length || given[^(title.Length + 1)] is ' ' or '.' or ','))
            {
                return given[^title.Length..];
            }
        }

        return null;
    }

    static string? GluedTitle(string given)
    {
        foreach (var title in Titles)
        {
            if (given.Length >= title.Length + 2 && given.EndsWith(title, StringComparison.Ordinal))
            {
                return title;
            }
        }

        return null;
    }

    static bool StartsAsName(string document, string name) => Letters(document).StartsWith(Letters(name), StringComparison.Ordinal);

    /// <summary>How far two names are one person's: both parts, one of them, or none.</summary>
    public static NameAgreement Compare(string surname, string given, string otherSurname, string otherGiven)
    {
        var (a, b, c, d) = (Letters(surname), Letters(given), Letters(otherSurname), Letters(otherGiven));
        if (a.Length + b.Length == 0 || c.Length + d.Length == 0)
        {
            return NameAgreement.Unknown;
        }

        var family = a.Length > 0 && c.Length > 0 && (a.StartsWith(c, StringComparison.Ordinal) || c.StartsWith(a, StringComparison.Ordinal));
        var first = b.Length > 0 && d.Length > 0 && (b.StartsWith(d, StringComparison.Ordinal) || d.StartsWith(b, StringComparison.Ordinal) || SharesWord(given, otherGiven));
        return (family, first) switch
        {
            (true, true) => NameAgreement.Both,
            (true, false) when b.Length == 0 || d.Length == 0 => NameAgreement.Both,
            (true, false) => NameAgreement.Surname,
            (false, true) => NameAgreement.Given,
            _ => string.Concat(a, b) == string.Concat(c, d) || string.Concat(b, a) == string.Concat(c, d) ? NameAgreement.Both : NameAgreement.None,
        };
    }

    static bool SharesWord(string given, string other)
    {
        foreach (var word in other.Split([' ', '-', '/', '.'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length >= 3 && given.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    static string Letters(string name)
    {
        var plain = true;
        foreach (var c in name)
        {
            plain &= c is >= 'A' and <= 'Z';
        }

        if (plain)
        {
            return name;
        }

        Span<char> letters = name.Length <= 128 ? stackalloc char[name.Length] : new char[name.Length];
        var count = 0;
        foreach (var c in name)
        {
            if (char.IsLetter(c))
            {
                letters[count++] = char.ToUpperInvariant(c);
            }
        }

        return new string(letters[..count]);
    }
}

enum NameAgreement
{
    Unknown,
    None,
    Surname,
    Given,
    Both,
}
