using System.Buffers;
using System.Text;

namespace Belfry.Dispatch;

/// <summary>The GSM 7 bit default alphabet and its extension table (3GPP TS 23.038 6.2.1), one septet an octet, as SMPP carries it.</summary>
public static class GsmText
{
    const byte Escape = 0x1B;

    // Position is the code. 0x1B is the escape and stands here as NUL, which the alphabet does not have.
    const string Default =
        "@£$¥èéùìòÇ\nØø\rÅå" + "Δ_ΦΓΛΩΠΨΣΘΞ\0ÆæßÉ" + " !\"#¤%&'()*+,-./" + "0123456789:;<=>?" +
        "¡ABCDEFGHIJKLMNO" + "PQRSTUVWXYZÄÖÑÜ§" + "¿abcdefghijklmno" + "pqrstuvwxyzäöñüà";

    static readonly (char Character, byte Code)[] Extension =
        [('\f', 0x0A), ('^', 0x14), ('{', 0x28), ('}', 0x29), ('\\', 0x2F), ('[', 0x3C), ('~', 0x3D), (']', 0x3E), ('|', 0x40), ('€', 0x65)];

    // 0 to 127 default, 128 and more the extension's code + 128, 255 absent.
    static readonly byte[] Codes = Build();

    static readonly SearchValues<char> Alphabet = SearchValues.Create(Default.Replace("\0", "", StringComparison.Ordinal) + string.Concat(Extension.Select(pair => pair.Character)));

    /// <summary>True when every character is in the alphabet. The empty text is.</summary>
    public static bool Fits(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Alphabet);

    /// <summary>Septets of a character: 1, 2 for the extension table, 0 when it is not in the alphabet.</summary>
    public static int Septets(char character) => Code(character) switch { 255 => 0, >= 128 => 2, _ => 1 };

    /// <exception cref="ArgumentException">A character is not in the alphabet: ask <see cref="Fits"/> first.</exception>
    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var octets = new ArrayBufferWriter<byte>(text.Length + 8);
        foreach (var character in text)
        {
            var code = Code(character);
            if (code == 255)
            {
                throw new ArgumentException($"U+{(int)character:X4} is not in the GSM alphabet.", nameof(text));
            }

            if (code >= 128)
            {
                octets.Write([Escape, (byte)(code - 128)]);
            }
            else
            {
                octets.Write([code]);
            }
        }

        return octets.WrittenSpan.ToArray();
    }

    /// <summary>An escape before an unknown code reads as that code of the default table, a lone one as a space (TS 23.038 6.2.1.1). Never throws.</summary>
    public static string Decode(ReadOnlySpan<byte> septets)
    {
        var text = new StringBuilder(septets.Length);
        for (var i = 0; i < septets.Length; i++)
        {
            var code = septets[i] & 0x7F;
            if (code != Escape)
            {
                text.Append(Default[code]);
                continue;
            }

            if (++i >= septets.Length)
            {
                text.Append(' ');
                break;
            }

            var extended = septets[i] & 0x7F;
            text.Append(extended == Escape ? ' ' : Array.Find(Extension, pair => pair.Code == extended) is { Character: not '\0' } found ? found.Character : Default[extended]);
        }

        return text.ToString();
    }

    static byte Code(char character) => character < Codes.Length ? Codes[character] : (byte)255;

    static byte[] Build()
    {
        var codes = new byte['€' + 1];
        Array.Fill(codes, (byte)255);
        for (var code = 0; code < Default.Length; code++)
        {
            if (code != Escape)
            {
                codes[Default[code]] = (byte)code;
            }
        }

        foreach (var (character, code) in Extension)
        {
            codes[character] = (byte)(code + 128);
        }

        return codes;
    }
}
