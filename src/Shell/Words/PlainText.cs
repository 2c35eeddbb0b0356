using System.Globalization;
using System.Text;
using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>Text that people typed and other people will read: trimmed, composed (NFC), without hidden or hostile characters, within its length.</summary>
public static class PlainText
{
    /// <summary>Marks on one letter. Vietnamese needs two; more is an attack on the screen (B-5).</summary>
    const int MostMarks = 4;

    /// <param name="field">As the form and the API name it.</param>
    /// <param name="most">Limit in UTF-16 units.</param>
    /// <returns>The clean text (empty when not required), SHELL-005 missing, SHELL-006 too long, SHELL-008 hidden characters, SHELL-009 stacked marks.</returns>
    public static Result<string> From(string? typed, string field, int most, bool required = true)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0)
        {
            return required ? ShellProblems.FieldMissing.At(field) : text;
        }

        if (text.Length > most)
        {
            return ShellProblems.FieldTooLong.At(field, ("limit", most), ("count", text.Length));
        }

        return Fault(text, field) is { } fault ? fault : text.Replace("\r\n", "\n", StringComparison.Ordinal).Normalize(NormalizationForm.FormC);
    }

    static Problem? Fault(string text, string field)
    {
        var marks = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !char.IsSurrogatePair(text, at) && !(at > 0 && char.IsSurrogatePair(text, at - 1)))
            {
                return Hidden(text[at], at);
            }

            var category = CharUnicodeInfo.GetUnicodeCategory(text, at);
            if (IsHidden(text[at], category))
            {
                return Hidden(text[at], at);
            }

            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MostMarks)
            {
                return ShellProblems.StackedMarks.At(field, ("position", at + 1), ("limit", MostMarks));
            }
        }

        return null;

        Problem Hidden(char character, int at) =>
            ShellProblems.HiddenCharacters.At(field, ("position", at + 1), ("code", "U+" + ((int)character).ToString("X4", CultureInfo.InvariantCulture)));
    }

    // The joiner inside an emoji is wanted; alone between letters it hides.
    static bool IsHidden(char character, UnicodeCategory category) => character switch
    {
        '\n' or '\r' or '\t' => false,
        '\u200D' or '\uFE0F' => false,
        _ => category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
    };
}
