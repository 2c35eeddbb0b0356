using System.Numerics;
using System.Runtime.Intrinsics;

namespace Belfry.Passengers.Edifact;

/// <summary>Finds service characters: 32 bytes are compared at once and the hits of a block are kept, since parts are shorter than a block.</summary>
sealed class Delimiters(Unwrapped source, Separators separators)
{
    public const int Block = 32;

    readonly Vector256<byte> component = Vector256.Create(separators.Component);
    readonly Vector256<byte> element = Vector256.Create(separators.Element);
    readonly Vector256<byte> release = Vector256.Create(separators.Release == 0 ? separators.Terminator : separators.Release);
    readonly Vector256<byte> terminator = Vector256.Create(separators.Terminator);
    readonly byte[] text = source.Text;
    readonly int length = source.Length;
    int block = -1;
    uint hits;

    /// <returns>The first service character from there on, or a place at or behind the text's end.</returns>
    public int Next(int from)
    {
        while (from < length)
        {
            var start = from & ~(Block - 1);
            if (start != block)
            {
                block = start;
                var bytes = Vector256.Create<byte>(text.AsSpan(start, Block));
                hits = (Vector256.Equals(bytes, component) | Vector256.Equals(bytes, element) | Vector256.Equals(bytes, release) | Vector256.Equals(bytes, terminator))
                    .ExtractMostSignificantBits();
            }

            var left = hits & (uint.MaxValue << (from & (Block - 1)));
            if (left != 0)
            {
                return start + BitOperations.TrailingZeroCount(left);
            }

            from = start + Block;
        }

        return length;
    }
}
