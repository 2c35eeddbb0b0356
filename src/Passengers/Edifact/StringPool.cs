using System.Text;

namespace Belfry.Passengers.Edifact;

/// <summary>Codes repeat a thousand times in a message: airports, carriers, statuses. One string each, found by its bytes.</summary>
sealed class StringPool
{
    /// <summary>Longer texts are names and numbers, which do not repeat.</summary>
    public const int Longest = 7;

    const int Slots = 1024;

    readonly ulong[] keys = new ulong[Slots];
    readonly string?[] strings = new string?[Slots];

    public delegate string Reader(ReadOnlySpan<byte> bytes);

    public string Get(ReadOnlySpan<byte> bytes, Encoding charset, Reader? read = null)
    {
        if (bytes.Length == 0)
        {
            return "";
        }

        if (bytes.Length > Longest || !Ascii.IsValid(bytes))
        {
            return read is null ? charset.GetString(bytes) : read(bytes);
        }

        var key = (ulong)bytes.Length;
        foreach (var b in bytes)
        {
            key = (key << 8) | b;
        }

        var slot = (int)(unchecked(key * 0x9E37_79B9_7F4A_7C15UL) >> 54);
        if (keys[slot] == key && strings[slot] is { } found)
        {
            return found;
        }

        var made = Encoding.ASCII.GetString(bytes);
        (keys[slot], strings[slot]) = (key, made);
        return made;
    }
}
