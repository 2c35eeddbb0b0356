using System.Globalization;
using System.Text;
using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>Text from a form becomes a name once, here.</summary>
static class AccountText
{
    /// <returns>Trimmed, NFC; ACC-014 at <paramref name="field"/> when empty, too long or holding what cannot be seen.</returns>
    public static Result<string> Line(string field, string? text, int least, int most)
    {
        if (Normal(text, NormalizationForm.FormC) is not { } line || line.Length < least || line.Length > most || line.Any(Hidden))
        {
            return AccountProblems.TextRefused.At(field, ("least", least), ("most", most));
        }

        return line;
    }

    public static Result<string> SignInName(string? text) => Line("sign_in_name", Fold(text), 3, 120);

    /// <summary>As stored and looked up: Jo@Town.be and jo@town.be are one person. Empty when it is no text at all.</summary>
    public static string Fold(string? text) => Normal(text, NormalizationForm.FormKC)?.ToLowerInvariant() ?? "";

    // An unpaired surrogate has no normal form.
    static string? Normal(string? text, NormalizationForm form)
    {
        var trimmed = (text ?? "").Trim();
        return trimmed.Length <= 2_000 && trimmed.NormalOrNull(form) is { } normal ? normal.Trim() : null;
    }

    static string? NormalOrNull(this string text, NormalizationForm form)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(char.IsHighSurrogate(text[at]) && ++at < text.Length && char.IsLowSurrogate(text[at])))
            {
                return null;
            }
        }

        return text.Normalize(form);
    }

    static bool Hidden(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
