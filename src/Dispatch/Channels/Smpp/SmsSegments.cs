using System.Globalization;
using System.Text;

namespace Belfry.Dispatch;

public enum SmsEncoding
{
    /// <summary>160 septets alone, 153 in a part (152 with a 16-bit reference).</summary>
    Gsm7,

    /// <summary>70 UTF-16 units alone, 67 in a part (66 with a 16-bit reference).</summary>
    Ucs2,
}

/// <summary>How the parts of one text find each other on the phone (3GPP TS 23.040 9.2.3.24.1 and .8).</summary>
public enum ConcatReference
{
    EightBit,
    SixteenBit,
}

/// <summary>
/// A text cut into SMS parts exactly as the link sends it: composer and wire count with the same code. Composed first (NFC), a lone surrogate
/// becomes U+FFFD. Never cut inside an escape pair, a surrogate pair or a combining sequence, unless the sequence alone fills a part.
/// </summary>
/// <param name="Segments">What is paid for. 1 for the empty text.</param>
/// <param name="CharactersLeft">Plain characters that still fit in the last segment: septets or UTF-16 units.</param>
/// <param name="Parts">The text of each segment; joined they are the text.</param>
public sealed record SmsSegments(SmsEncoding Encoding, int Segments, int CharactersLeft, IReadOnlyList<string> Parts)
{
    /// <summary>The concatenation header counts to 255; more is refused (DISP-004).</summary>
    public const int MostSegments = 255;

    public static SmsSegments Of(string text, ConcatReference reference = ConcatReference.EightBit)
    {
        var composed = Compose(text);
        return Of(composed, reference, GsmText.Fits(composed) ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2);
    }

    internal static SmsSegments Of(string composed, ConcatReference reference, SmsEncoding encoding)
    {
        var (alone, inParts) = (encoding, reference) switch
        {
            (SmsEncoding.Gsm7, ConcatReference.EightBit) => (160, 153),
            (SmsEncoding.Gsm7, _) => (160, 152),
            (_, ConcatReference.EightBit) => (70, 67),
            _ => (70, 66),
        };

        var whole = Units(composed, encoding);
        return whole <= alone ? new SmsSegments(encoding, 1, alone - whole, [composed]) : Cut(composed, encoding, inParts);
    }

    static SmsSegments Cut(string text, SmsEncoding encoding, int room)
    {
        var parts = new List<string>();
        var (start, at, used) = (0, 0, 0);
        while (at < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
            var units = Units(text.AsSpan(at, length), encoding);
            if (units > room)
            {
                // A tower of accents: cut between its code points, or it never fits.
                length = char.IsSurrogatePair(text, at) ? 2 : 1;
                units = Units(text.AsSpan(at, length), encoding);
            }

            if (used + units > room)
            {
                parts.Add(text[start..at]);
                (start, used) = (at, 0);
            }

            at += length;
            used += units;
        }

        parts.Add(text[start..]);
        return new SmsSegments(encoding, parts.Count, room - used, parts);
    }

    static int Units(ReadOnlySpan<char> text, SmsEncoding encoding)
    {
        if (encoding == SmsEncoding.Ucs2)
        {
            return text.Length;
        }

        var septets = 0;
        foreach (var character in text)
        {
            septets += GsmText.Septets(character);
        }

        return septets;
    }

    static string Compose(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var whole = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                whole = string.Concat(whole.AsSpan(0, i), "\uFFFD", whole.AsSpan(i + 1));
            }
        }

        return whole.Normalize(NormalizationForm.FormC);
    }
}
