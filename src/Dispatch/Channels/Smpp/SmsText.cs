using System.Text;

namespace Belfry.Dispatch.Smpp;

/// <summary>The text of a message that came in, as a phone would show it.</summary>
static class SmsText
{
    public static string Decode(in ShortMessage message)
    {
        var content = message.Content;
        if ((message.EsmClass & ShortMessage.UserDataHeader) != 0 && content.Length > 0)
        {
            content = content[Math.Min(content[0] + 1, content.Length)..];
        }

        return Decode(content, message.DataCoding);
    }

    /// <param name="coding">SMPP 3.4 5.2.19; a class (0x10 to 0x1F) keeps its alphabet in bits 2 and 3.</param>
    public static string Decode(ReadOnlySpan<byte> content, byte coding) => (coding is >= 0x10 and <= 0x1F ? coding & 0x0C : coding) switch
    {
        8 => Encoding.BigEndianUnicode.GetString(content[..(content.Length & ~1)]),
        3 => Encoding.Latin1.GetString(content),
        2 or 4 => Convert.ToHexString(content),
        _ => GsmText.Decode(content),
    };
}
