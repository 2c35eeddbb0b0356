using System.Globalization;
using System.Text;
using Belfry.Alerting;

namespace Belfry.PublicSite;

/// <summary>How what someone received compares with what was published.</summary>
public enum Likeness
{
    Unknown,

    /// <summary>Much of it is ours, but not all: an altered copy is worse than an invention.</summary>
    Resembles,

    /// <summary>Only a number was typed.</summary>
    Number,

    /// <summary>Word for word, or a part of it long enough to be no chance.</summary>
    Same,
}

/// <summary>Which published alert a received text is. Case, accents, spaces and marks of an exercise do not count; every other word does.</summary>
static class RealAlert
{
    /// <summary>Longer texts than any channel carries are cut here.</summary>
    public const int MostCharacters = 8_000;

    const int LongEnough = 5; // words of a part

    static readonly HashSet<string> Marks = ["oefening", "exercice", "ubung", "exercise"];

    public static (Likeness Likeness, PublicNotice? Notice, PublicAlert? Message) Find(string typed, IReadOnlyList<PublicNotice> published)
    {
        var words = Words(typed.Length > MostCharacters ? typed[..MostCharacters] : typed);
        var best = (Likeness: Likeness.Unknown, Notice: (PublicNotice?)null, Message: (PublicAlert?)null, Share: 0.0);
        foreach (var notice in published)
        {
            foreach (var message in notice.Messages)
            {
                var (likeness, share) = Compare(words, message);
                if (likeness > best.Likeness || (likeness == best.Likeness && share > best.Share))
                {
                    best = (likeness, notice, message, share);
                }
            }
        }

        return (best.Likeness, best.Notice, best.Message);
    }

    static (Likeness Likeness, double Share) Compare(List<string> typed, PublicAlert message)
    {
        var number = Words(message.Version.Number);
        if (typed.Count > 0 && (typed.SequenceEqual(number) || typed.SequenceEqual(number.SkipWhile(word => word is "x" or "t")) || typed.SequenceEqual(Words(message.Identifier))))
        {
            return (Likeness.Number, 1);
        }

        var share = 0.0;
        foreach (var text in message.Version.Texts)
        {
            foreach (var written in (string[])[text.Sms, $"{text.Title} {text.Body} {text.Instruction}", $"{text.Body} {text.Instruction}", text.Title])
            {
                var words = Words(written);
                if (words.Count > 0 && (typed.SequenceEqual(words) || (typed.Count >= LongEnough && Holds(words, typed))))
                {
                    return (Likeness.Same, 1);
                }

                share = Math.Max(share, words.Count == 0 ? 0 : (double)words.Distinct().Intersect(typed).Count() / words.Distinct().Count());
            }
        }

        return share >= 0.5 && typed.Count >= 3 ? (Likeness.Resembles, share) : (Likeness.Unknown, share);
    }

    static bool Holds(List<string> whole, List<string> part)
    {
        for (var start = 0; start + part.Count <= whole.Count; start++)
        {
            if (whole.Skip(start).Take(part.Count).SequenceEqual(part))
            {
                return true;
            }
        }

        return false;
    }

    static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune));
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                Close();
            }
        }

        Close();
        return words;

        void Close()
        {
            if (word.Length > 0 && word.ToString() is var made)
            {
                word.Clear();
                if (!Marks.Contains(made))
                {
                    words.Add(made);
                }
            }
        }
    }
}
