namespace Belfry.Passengers.Matching;

/// <summary>
/// How many slips of the hand lie between two words: a letter added, lost, changed, or two neighbours swapped. Bit-parallel (Hyyrö 2003, "A
/// bit-vector algorithm for computing Levenshtein and Damerau edit distances"), one machine word a column.
/// </summary>
static class Slips
{
    /// <param name="one">A to Z, at most 32 letters.</param>
    public static int Between(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0)
        {
            return one.Length + other.Length;
        }

        Span<ulong> places = stackalloc ulong[26];
        places.Clear();
        for (var at = 0; at < one.Length; at++)
        {
            places[one[at] - 'A'] |= 1ul << at;
        }

        var last = 1ul << (one.Length - 1);
        var (plus, minus, diagonal, before) = (ulong.MaxValue, 0ul, 0ul, 0ul);
        var slips = one.Length;
        foreach (var letter in other)
        {
            var equal = places[letter - 'A'];
            var swapped = (((~diagonal) & equal) << 1) & before;
            diagonal = unchecked(((equal & plus) + plus) ^ plus) | equal | minus | swapped;
            var plusAcross = minus | ~(diagonal | plus);
            var minusAcross = diagonal & plus;
            slips += (plusAcross & last) != 0 ? 1 : 0;
            slips -= (minusAcross & last) != 0 ? 1 : 0;
            plusAcross = (plusAcross << 1) | 1;
            minusAcross <<= 1;
            plus = minusAcross | ~(diagonal | plusAcross);
            minus = plusAcross & diagonal;
            before = equal;
        }

        return slips;
    }
}
