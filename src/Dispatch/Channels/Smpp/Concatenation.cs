using System.Buffers.Binary;

namespace Belfry.Dispatch.Smpp;

/// <summary>Which part of how many a short message is. Total 0: it stands alone.</summary>
readonly record struct Concatenation(int Reference, byte Total, byte Number)
{
    /// <summary>From the user data header (TS 23.040 9.2.3.24) or the sar_ parameters. What contradicts itself stands alone.</summary>
    /// <param name="content">The message without its header.</param>
    public static Concatenation From(in ShortMessage message, out ReadOnlySpan<byte> content)
    {
        content = message.Content;
        var found = new Concatenation(message.SarReference, message.SarTotal, message.SarSequence);
        if ((message.EsmClass & ShortMessage.UserDataHeader) != 0 && content.Length > 0)
        {
            var header = content[1..Math.Min(content[0] + 1, content.Length)];
            content = content[(header.Length + 1)..];
            found = Header(header);
        }

        return found.Number >= 1 && found.Number <= found.Total ? found : default;
    }

    static Concatenation Header(ReadOnlySpan<byte> header)
    {
        while (header.Length >= 2 && header.Length >= header[1] + 2)
        {
            var element = header.Slice(2, header[1]);
            switch (header[0])
            {
                case 0 when element.Length == 3:
                    return new Concatenation(element[0], element[1], element[2]);
                case 8 when element.Length == 4:
                    return new Concatenation(BinaryPrimitives.ReadUInt16BigEndian(element), element[2], element[3]);
                default:
                    header = header[(element.Length + 2)..];
                    break;
            }
        }

        return default;
    }
}
