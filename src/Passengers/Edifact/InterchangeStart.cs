using System.Text;

namespace Belfry.Passengers.Edifact;

/// <summary>Where an interchange begins in the noise around it, and its service characters.</summary>
/// <param name="NoiseFrom">The first printable byte that is not of the interchange, or −1.</param>
/// <param name="Malformed">The UNA did not have its six characters, or unusable ones; what was used instead is in Separators.</param>
readonly record struct InterchangeStart(int At, Separators Separators, int NoiseFrom, bool Malformed)
{
    public static InterchangeStart? Find(Unwrapped source, int from)
    {
        var text = source.Text.AsSpan(0, source.Length);
        for (var at = from; at < text.Length - 4; at++)
        {
            var next = text[at..].IndexOf("UN"u8);
            if (next < 0 || (at += next) >= text.Length - 4)
            {
                return null;
            }

            if (Begins(text, at) is { } found)
            {
                return found with { NoiseFrom = Noise(text[from..at], from) };
            }
        }

        return null;
    }

    static InterchangeStart? Begins(ReadOnlySpan<byte> text, int at) => text[at + 2] switch
    {
        (byte)'A' => Advice(text, at),
        (byte)'B' when HeaderElement(text, at) is { } separators => new(at, separators, -1, false),
        // A message without envelope: UNH+reference+TYPE:…
        (byte)'H' when text[at + 3] == '+' => new(at, Separators.Usual, -1, false),
        _ => null,
    };

    static InterchangeStart? Advice(ReadOnlySpan<byte> text, int at)
    {
        // The six characters may be fewer in damaged files; UNB, UNG or UNH must follow them within ten.
        var header = -1;
        foreach (var length in (ReadOnlySpan<int>)[6, 5, 4, 7, 3, 2, 8, 9])
        {
            var end = at + 3 + length;
            while (end < text.Length && text[end] <= ' ' && end < at + 16)
            {
                end++;
            }

            if (end + 3 < text.Length && text[end] == 'U' && text[end + 1] == 'N' && text[end + 2] is (byte)'B' or (byte)'G' or (byte)'H')
            {
                header = end;
                if (length == 6)
                {
                    var advised = new Separators(text[at + 3], text[at + 4], Blank(text[at + 6]), text[at + 8]);
                    if (advised.Usable && text[end + 3] is var element && (element == advised.Element || element == ' '))
                    {
                        return new(end, advised, -1, false);
                    }
                }

                break;
            }
        }

        if (header < 0 || header + 9 > text.Length || (text[header + 2] == 'B' && !SyntaxIdentifier(text.Slice(header + (text[header + 3] == ' ' ? 5 : 4), 4))))
        {
            return null;
        }

        var given = text[(at + 3)..Math.Min(header, at + 12)].TrimEnd((byte)' ');
        var terminator = given.Length > 0 ? given[^1] : (byte)'\'';
        var release = given.Contains((byte)'?') ? (byte)'?' : given.Contains((byte)'\\') ? (byte)'\\' : (byte)'?';
        var repaired = new Separators(given.Length > 0 ? given[0] : (byte)':', text[header + 3] is (byte)' ' ? (byte)'+' : text[header + 3], release, terminator);
        return new(header, repaired.Usable ? repaired : Separators.Usual, -1, true);
    }

    /// <summary>UNB with its element separator and a syntax identifier of four characters; the characters it shows are taken, the rest is usual.</summary>
    static Separators? HeaderElement(ReadOnlySpan<byte> text, int at)
    {
        if (at + 10 >= text.Length || !SyntaxIdentifier(text.Slice(at + 4, 4)))
        {
            return null;
        }

        var (element, component) = (text[at + 3], text[at + 8]);
        return (element, component) switch
        {
            ((byte)'+', (byte)':') => Separators.Usual,
            (0x1D, 0x1F) => Separators.LevelB,
            _ when new Separators(component, element, (byte)'?', (byte)'\'') is { Usable: true } seen => seen,
            _ => null,
        };
    }

    static bool SyntaxIdentifier(ReadOnlySpan<byte> four)
    {
        foreach (var b in four)
        {
            if (!char.IsAsciiLetterUpper((char)b))
            {
                return false;
            }
        }

        return true;
    }

    static byte Blank(byte release) => release == ' ' ? (byte)0 : release;

    static int Noise(ReadOnlySpan<byte> before, int from)
    {
        var at = before.IndexOfAnyExceptInRange((byte)0, (byte)' ');
        return at < 0 ? -1 : from + at;
    }

    /// <summary>The character set of the syntax identifier (ISO 9735-1, 0001). IATA, UNOA, UNOB: seven bits.</summary>
    public static Encoding Charset(string syntax) => syntax switch
    {
        "UNOC" => Encoding.Latin1,
        "UNOD" => CodePage(28592),
        "UNOE" => CodePage(28595),
        "UNOF" => CodePage(28597),
        "UNOG" => CodePage(28593),
        "UNOH" => CodePage(28594),
        "UNOI" => CodePage(28596),
        "UNOJ" => CodePage(28598),
        "UNOK" => CodePage(28599),
        "UNOY" or "UNOW" => Encoding.UTF8,
        _ => Encoding.ASCII,
    };

    static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number) ?? Encoding.Latin1;
}
