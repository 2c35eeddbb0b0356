using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Belfry.Dispatch.Smpp;

/// <summary>Writes one PDU straight into the outgoing buffer; the length is filled in at the end. No allocation.</summary>
ref struct PduWriter
{
    readonly IBufferWriter<byte> target;
    readonly Span<byte> span;
    int at;

    /// <param name="room">Upper bound of the body in octets.</param>
    public PduWriter(IBufferWriter<byte> target, Command command, uint status, uint sequence, int room)
    {
        this.target = target;
        span = target.GetSpan(PduHeader.Size + room);
        BinaryPrimitives.WriteUInt32BigEndian(span[4..], (uint)command);
        BinaryPrimitives.WriteUInt32BigEndian(span[8..], status);
        BinaryPrimitives.WriteUInt32BigEndian(span[12..], sequence);
        at = PduHeader.Size;
    }

    public void Byte(byte value) => span[at++] = value;

    /// <summary>ASCII and its NUL. What is no ASCII becomes '?': the settings and the ledger refuse it before.</summary>
    public void CString(string value)
    {
        at += Encoding.ASCII.GetBytes(value, span[at..]);
        span[at++] = 0;
    }

    public void CString(scoped ReadOnlySpan<byte> value)
    {
        Octets(value);
        span[at++] = 0;
    }

    public void Octets(scoped ReadOnlySpan<byte> value)
    {
        value.CopyTo(span[at..]);
        at += value.Length;
    }

    public void Tlv(ushort tag, scoped ReadOnlySpan<byte> value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(span[at..], tag);
        BinaryPrimitives.WriteUInt16BigEndian(span[(at + 2)..], (ushort)value.Length);
        at += 4;
        Octets(value);
    }

    public readonly void End()
    {
        BinaryPrimitives.WriteUInt32BigEndian(span, (uint)at);
        target.Advance(at);
    }

    /// <summary>A PDU of nothing but its header: enquire_link, unbind, generic_nack and their answers.</summary>
    public static void Bare(IBufferWriter<byte> target, Command command, uint status, uint sequence) => new PduWriter(target, command, status, sequence, 0).End();
}
