using System.Buffers;
using System.Globalization;
using System.Text;

namespace Belfry.Passengers.Matching;

/// <summary>
/// Any script to capital Latin letters and blanks. One reading for plain Latin, two where usage splits (MÜLLER: MULLER, MUELLER). What is not a
/// letter separates words, apostrophes vanish, invisible marks (bidi controls, zero width) are as if not there.
/// </summary>
static class Romaniser
{
    /// <summary>Characters of a name that are looked at. The longest name of the UN, EU and OFAC lists has 180; a PNR name 70; the rest of a 1 MB name is cut and said.</summary>
    public const int MostCharacters = 512;

    static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz ");

    public static Reading Read(string text, NameTables tables)
    {
        var cut = text.Length > MostCharacters;
        if (cut)
        {
            text = text[..MostCharacters];
        }

        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return new Reading(text.ToUpperInvariant(), null, null, false, cut);
        }

        var letters = Compose(text);
        var first = Spell(letters, tables, second: false, out var vowelless);
        var other = Spell(letters, tables, second: true, out _);
        return new Reading(first, other == first ? null : other, Signs(letters, tables), vowelless, cut);
    }

    static string[]? Signs(string text, NameTables tables)
    {
        var signs = text.Where(c => !char.IsWhiteSpace(c)).ToList();
        return signs.Count > 0 && signs.TrueForAll(sign => Hangul.Is(sign) || IsHan(sign))
            ? [.. signs.Select(sign => Hangul.Is(sign) ? sign.ToString() : tables.Letters.GetValueOrDefault(sign, sign.ToString()))]
            : null;
    }

    // Compatibility forms (full width, presentation forms, ligatures) to plain ones. Text that Unicode calls broken is read as it stands.
    static string Compose(string text)
    {
        var whole = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]))
            {
                if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
                {
                    whole.Append(text[at]).Append(text[++at]);
                }
                else
                {
                    whole.Append(' ');
                }
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(text[at]) != UnicodeCategory.Format)
            {
                whole.Append(text[at] is >= '\uFDD0' and <= '\uFDEF' or >= '\uFFFE' ? ' ' : text[at]);
            }
        }

        return whole.ToString().Normalize(NormalizationForm.FormKC);
    }

    static string Spell(string text, NameTables tables, bool second, out bool vowelless)
    {
        vowelless = false;
        var spelt = new StringBuilder(text.Length * 2);
        var (hanRun, hangulRun) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            int letter = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? char.ConvertToUtf32(text[at], text[++at]) : text[at];
            if (letter < 128)
            {
                Ascii(spelt, (char)letter, text, at);
                (hanRun, hangulRun) = (0, 0);
                continue;
            }

            if (Hangul.Is(letter))
            {
                // 김정은: the first syllable is the family's, the rest one given name.
                spelt.Append(hangulRun == 0 ? Hangul.Family((char)letter, second) + (RunAfter(text, at, Hangul.Is) is 1 or 2 or 3 ? " " : "") : Hangul.Syllable(letter, second));
                hangulRun++;
                continue;
            }

            if (IsHan(letter))
            {
                spelt.Append(tables.Letters.GetValueOrDefault(letter, " ")).Append(hanRun == 0 && RunAfter(text, at, IsHan) is 1 or 2 ? " " : "");
                hanRun++;
                continue;
            }

            (hanRun, hangulRun) = (0, 0);
            var lower = letter <= 0xFFFF ? char.ToLowerInvariant((char)letter) : letter;
            if (Pair(text, at, second) is { } pair)
            {
                spelt.Append(pair);
                at++;
            }
            else if ((second ? Scripts.Second(lower) : Scripts.First(lower)) is { } known)
            {
                vowelless |= lower is >= 0x590 and <= 0x6FF;
                Known(spelt, known, lower, text, at);
            }
            else
            {
                Other(spelt, letter, tables);
            }
        }

        return spelt.ToString();
    }

    public static bool IsHan(int letter) => letter is >= 0x4E00 and <= 0x9FFF;

    static int RunAfter(string text, int at, Func<int, bool> belongs)
    {
        var next = at + 1;
        while (next < text.Length && belongs(text[next]))
        {
            next++;
        }

        return next - at - 1;
    }

    static void Ascii(StringBuilder spelt, char letter, string text, int at)
    {
        if (char.IsAsciiLetter(letter))
        {
            spelt.Append(char.ToUpperInvariant(letter));
        }
        else if (char.IsAsciiDigit(letter) && ((at > 0 && char.IsAsciiLetter(text[at - 1])) || (at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]))))
        {
            spelt.Append("OIZEASGTBG"[letter - '0']); // I9OR SECH1N: a digit inside a word was meant as the letter it looks like
        }
        else if (letter is not ('\'' or '`') && !(letter == '?' && at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1])))
        {
            spelt.Append(' ');
        }
    }

    static string? Pair(string text, int at, bool second)
    {
        if (at + 1 >= text.Length || text[at] < 0x370 || text[at] > 0x4FF)
        {
            return null;
        }

        var (one, two) = (char.ToLowerInvariant(text[at]), char.ToLowerInvariant(Bare(text[at + 1])));
        foreach (var (letters, first, other) in Scripts.Pairs)
        {
            if (letters[0] == one && letters[1] == two)
            {
                return second ? other : first;
            }
        }

        return null;
    }

    static void Known(StringBuilder spelt, string known, int lower, string text, int at)
    {
        if (lower is 0x627 && at + 1 < text.Length && text[at + 1] == 0x644 && (at == 0 || !char.IsLetter(text[at - 1])) && RunAfter(text, at, c => char.IsLetter((char)c)) > 3)
        {
            spelt.Append('A'); // the article: AL and the word apart, as Latin writes it
        }
        else if (lower is 0x644 && at > 0 && text[at - 1] == 0x627 && (at == 1 || !char.IsLetter(text[at - 2])) && RunAfter(text, at, c => char.IsLetter((char)c)) > 2)
        {
            spelt.Append("L ");
        }
        else if (lower is 0x648 or 0x64A or 0x6CC && at > 0 && char.IsLetter(text[at - 1]))
        {
            spelt.Append(lower == 0x648 ? 'U' : 'I'); // waw and ya inside a word are mostly its long vowels
        }
        else
        {
            spelt.Append(known);
        }
    }

    static void Other(StringBuilder spelt, int letter, NameTables tables)
    {
        if (tables.Letters.TryGetValue(letter, out var table))
        {
            spelt.Append(table);
            return;
        }

        var bare = letter <= 0xFFFF ? Bare((char)letter) : ' ';
        if (bare != letter && (char.IsAsciiLetter(bare) || Scripts.First(char.ToLowerInvariant(bare)) is not null))
        {
            spelt.Append(char.IsAsciiLetter(bare) ? char.ToUpperInvariant(bare).ToString() : Scripts.First(char.ToLowerInvariant(bare)));
            return;
        }

        var category = letter <= 0xFFFF ? CharUnicodeInfo.GetUnicodeCategory((char)letter) : UnicodeCategory.OtherSymbol;
        if (category is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation))
        {
            spelt.Append(' ');
        }
    }

    static char Bare(char letter) => letter < 0xC0 || char.IsSurrogate(letter) ? letter : letter.ToString().Normalize(NormalizationForm.FormD)[0];
}

/// <param name="Second">The other usual spelling; null when there is none.</param>
/// <param name="Signs">See <see cref="Name.Signs"/>.</param>
/// <param name="Vowelless">From Arabic or Hebrew letters, which leave short vowels out.</param>
/// <param name="Cut">The text was longer than is looked at.</param>
sealed record Reading(string First, string? Second, string[]? Signs, bool Vowelless, bool Cut);
