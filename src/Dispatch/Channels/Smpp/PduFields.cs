using System.Buffers.Binary;

namespace Belfry.Dispatch.Smpp;

/// <summary>Where a PDU stops making sense.</summary>
/// <param name="Offset">Byte in the PDU, header included.</param>
readonly record struct Malformed(string Field, int Offset, string Reason)
{
    public override string ToString() => $"{Field} at byte {Offset}: {Reason}";
}

/// <summary>The sixteen octets before every PDU (SMPP 3.4 3.2).</summary>
readonly record struct PduHeader(int Length, Command Command, uint Status, uint Sequence)
{
    public const int Size = 16;

    /// <summary>A message_payload of 65,535 and its company. More is an attack or a lost frame.</summary>
    public const int MostLength = 70_000;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out PduHeader header, out Malformed malformed)
    {
        header = default;
        var length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (length is < Size or > MostLength)
        {
            malformed = new Malformed("command_length", 0, $"{length} is not between {Size} and {MostLength}");
            return false;
        }

        header = new PduHeader((int)length, (Command)BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]));
        malformed = default;
        return true;
    }
}

/// <summary>Reads the body of one whole PDU, field by field. After the first failure all else reads as empty and <see cref="Failure"/> says where it was.</summary>
ref struct PduFields(ReadOnlySpan<byte> pdu)
{
    readonly ReadOnlySpan<byte> pdu = pdu;
    int at = PduHeader.Size;

    public Malformed? Failure { get; private set; }

    public readonly int Left => pdu.Length - at;

    public byte Byte(string field)
    {
        if (Failure is not null || Left < 1)
        {
            Fail(field, "the PDU ends here");
            return 0;
        }

        return pdu[at++];
    }

    /// <param name="most">With its closing NUL, as the specification counts.</param>
    public ReadOnlySpan<byte> CString(string field, int most)
    {
        if (Failure is not null)
        {
            return [];
        }

        var room = pdu[at..];
        var end = room[..Math.Min(most, room.Length)].IndexOf((byte)0);
        if (end < 0)
        {
            Fail(field, room.Length < most ? "the PDU ends before the closing NUL" : $"no closing NUL in {most} octets");
            return [];
        }

        at += end + 1;
        return room[..end];
    }

    public ReadOnlySpan<byte> Octets(string field, int count)
    {
        if (Failure is not null || Left < count)
        {
            Fail(field, $"{count} octets are announced, {Left} are left");
            return [];
        }

        at += count;
        return pdu.Slice(at - count, count);
    }

    /// <summary>The next optional parameter; false at the end, or when it is broken.</summary>
    public bool Tlv(out ushort tag, out ReadOnlySpan<byte> value)
    {
        tag = 0;
        value = [];
        if (Failure is not null || Left == 0)
        {
            return false;
        }

        var head = Octets("optional parameter", 4);
        if (Failure is not null)
        {
            return false;
        }

        tag = BinaryPrimitives.ReadUInt16BigEndian(head);
        value = Octets("optional parameter", BinaryPrimitives.ReadUInt16BigEndian(head[2..]));
        return Failure is null;
    }

    void Fail(string field, string reason) => Failure ??= new Malformed(field, at, reason);
}
