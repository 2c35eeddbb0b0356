using System.Numerics;

namespace Belfry.Passengers.Matching;

/// <summary>A key, and for keys made of half a word a sketch of that whole word, so that most strangers are turned away before their record is touched.</summary>
readonly record struct BlockingKey(ulong Hash, ushort Sketch)
{
    const int LetterBits = 13;
    const int MostDiffering = 3;
    const int LetterMask = (1 << LetterBits) - 1;

    /// <summary>The 26 letters of a mask folded on 13 bits, and its length modulo 8. Folding can only bring two masks nearer.</summary>
    public static ushort SketchOf(uint mask) => (ushort)((((mask >> LetterBits) ^ mask) & LetterMask) | ((mask >> 26 & 7) << LetterBits));

    /// <summary>Could the two words be one slip apart? Keys without a sketch (0) say yes.</summary>
    public static bool MayMeet(ushort one, ushort other)
    {
        var lengths = ((one >> LetterBits) - (other >> LetterBits)) & 7;
        return BitOperations.PopCount((uint)((one ^ other) & LetterMask)) <= MostDiffering && lengths is <= 2 or >= 6;
    }
}
