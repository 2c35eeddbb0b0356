using System.Buffers.Binary;
using System.Text;

namespace Belfry.Dispatch.Smpp;

/// <summary>A text as octets, ready to be written again and again: only the number that ties parts together differs between messages.</summary>
/// <param name="Bodies">short_message of each part, its user data header included when there are several.</param>
sealed record SmsPlan(byte DataCoding, int HeaderLength, byte[][] Bodies)
{
    public static SmsPlan Of(string text, SmppSettings settings)
    {
        var segments = SmsSegments.Of(text, settings.Concat);
        var latin = settings.DefaultAlphabet == DefaultAlphabet.Latin1;
        if (latin && segments.Encoding == SmsEncoding.Gsm7 && segments.Parts.Any(part => part.Any(character => character > 0xFF)))
        {
            // € and the Greek capitals: in the GSM alphabet, but not sayable in Latin-1.
            segments = SmsSegments.Of(string.Concat(segments.Parts), settings.Concat, SmsEncoding.Ucs2);
        }

        return segments.Encoding == SmsEncoding.Ucs2
            ? Build(segments.Parts.Select(Encoding.BigEndianUnicode.GetBytes), settings.Ucs2DataCoding, settings)
            : Build(segments.Parts.Select(part => latin ? Encoding.Latin1.GetBytes(part) : GsmText.Encode(part)), settings.GsmDataCoding, settings);
    }

    public void WriteReference(Span<byte> header, ushort reference)
    {
        if (HeaderLength == 7)
        {
            BinaryPrimitives.WriteUInt16BigEndian(header[3..], reference);
        }
        else
        {
            header[3] = (byte)(reference & 0xFF);
        }
    }

    static SmsPlan Build(IEnumerable<byte[]> contents, byte coding, SmppSettings settings)
    {
        var bodies = contents.ToArray();
        if (bodies.Length == 1)
        {
            return new SmsPlan(coding, 0, bodies);
        }

        var wide = settings.Concat == ConcatReference.SixteenBit;
        for (var i = 0; i < bodies.Length; i++)
        {
            // TS 23.040 9.2.3.24: length of the header, element, its length, reference, how many, which.
            var (total, number) = ((byte)Math.Min(bodies.Length, 255), (byte)Math.Min(i + 1, 255));
            bodies[i] = [.. wide ? (byte[])[6, 8, 4, 0, 0, total, number] : [5, 0, 3, 0, total, number], .. bodies[i]];
        }

        return new SmsPlan(coding, wide ? 7 : 6, bodies);
    }
}
