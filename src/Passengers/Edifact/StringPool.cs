using System.Buffers.Binary;
using System.Text;

namespace Belfry.Passengers.Edifact;

/// <summary>Codes repeat a thousand times in a message, names at every flight. One string each, found by its bytes; the slot's last text stays.</summary>
sealed class StringPool
{
    /// <summary>Longer texts are free text, which does not repeat.</summary>
    public const int Longest = 24;

    const int Slots = 2048;

    readonly string?[] strings = new string?[Slots];

    /// <param name="ascii">Seven-bit text, at most <see cref="Longest"/> bytes.</param>
    public string Get(ReadOnlySpan<byte> ascii)
    {
        if (ascii.Length == 0)
        {
            return "";
        }

        ref var slot = ref strings[Hash(ascii)];
        if (slot is null || slot.Length != ascii.Length || !Ascii.Equals(ascii, slot))
        {
            slot = Encoding.ASCII.GetString(ascii);
        }

        return slot;
    }

    static int Hash(ReadOnlySpan<byte> bytes)
    {
        var (first, last) = bytes.Length >= 8
            ? (BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[^8..]))
            : (Short(bytes), (ulong)bytes.Length);
        return (int)(unchecked((first ^ (last * 0xC2B2_AE3D_27D4_EB4FUL)) * 0x9E37_79B9_7F4A_7C15UL) >> 53);
    }

    static ulong Short(ReadOnlySpan<byte> bytes)
    {
        var key = 0UL;
        foreach (var b in bytes)
        {
            key = (key << 8) | b;
        }

        return key;
    }
}
