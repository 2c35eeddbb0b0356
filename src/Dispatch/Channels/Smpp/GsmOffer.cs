using System.Globalization;
using System.Text;

namespace Belfry.Dispatch;

/// <summary>One kind of change an offer would make.</summary>
/// <param name="To">Empty: the character would be left out.</param>
public sealed record GsmChange(string From, string To, int Times);

/// <summary>
/// The same text with fewer accents, so that it fits the GSM alphabet and costs fewer segments. An offer: a person sees each change and takes it or not.
/// é è à ù ä ö ü ß stay, they are in the alphabet; ê ë ç œ and the typographer's quotes are not.
/// </summary>
/// <param name="Fits">True when the whole text would be GSM then. What cannot be said simpler (an emoji, another script) stays as it was.</param>
/// <param name="Before">Segments as written.</param>
/// <param name="After">Segments if taken.</param>
public sealed record GsmOffer(string Text, IReadOnlyList<GsmChange> Changes, bool Fits, int Before, int After)
{
    // What a reader of Dutch, French or German would write by hand; the rest loses its accents through Unicode's own decomposition.
    static readonly Dictionary<string, string> ByHand = new(StringComparer.Ordinal)
    {
        ["œ"] = "oe", ["Œ"] = "OE", ["ĳ"] = "ij", ["Ĳ"] = "IJ", ["ẞ"] = "SS", ["ﬁ"] = "fi", ["ﬂ"] = "fl",
        ["’"] = "'", ["‘"] = "'", ["‚"] = "'", ["‛"] = "'", ["`"] = "'", ["´"] = "'", ["ʼ"] = "'", ["′"] = "'", ["‹"] = "'", ["›"] = "'",
        ["“"] = "\"", ["”"] = "\"", ["„"] = "\"", ["«"] = "\"", ["»"] = "\"", ["″"] = "\"",
        ["–"] = "-", ["—"] = "-", ["‐"] = "-", ["‑"] = "-", ["−"] = "-", ["•"] = "-", ["·"] = "-", ["…"] = "...",
        ["\u00A0"] = " ", ["\u202F"] = " ", ["\u2009"] = " ", ["\t"] = " ", ["\u00AD"] = "", ["\u200B"] = "", ["\u2060"] = "", ["\uFEFF"] = "",
        ["×"] = "x", ["°"] = " gr. ", ["²"] = "2", ["³"] = "3", ["½"] = "1/2", ["¼"] = "1/4", ["¾"] = "3/4", ["→"] = "->", ["©"] = "(c)", ["®"] = "(R)", ["™"] = "(TM)", ["№"] = "nr.",
    };

    public static GsmOffer For(string text)
    {
        var before = SmsSegments.Of(text);
        var offered = new StringBuilder();
        var changes = new Dictionary<string, GsmChange>(StringComparer.Ordinal);
        var elements = StringInfo.GetTextElementEnumerator(string.Concat(before.Parts));
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var simpler = GsmText.Fits(element) ? element : Simpler(element);
            offered.Append(simpler);
            if (simpler != element)
            {
                changes[element] = new GsmChange(element, simpler, changes.GetValueOrDefault(element)?.Times + 1 ?? 1);
            }
        }

        var result = offered.ToString();
        return new GsmOffer(result, [.. changes.Values], GsmText.Fits(result), before.Segments, SmsSegments.Of(result).Segments);
    }

    static string Simpler(string element)
    {
        if (ByHand.TryGetValue(element, out var byHand))
        {
            return byHand;
        }

        var bare = string.Concat(element.Normalize(NormalizationForm.FormD).EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark));
        return bare.Length > 0 && GsmText.Fits(bare) ? bare : element;
    }
}
