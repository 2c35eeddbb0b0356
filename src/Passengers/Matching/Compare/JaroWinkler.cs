using System.Numerics;

namespace Belfry.Passengers.Matching;

/// <summary>
/// Jaro-Winkler similarity with the search for the next equal letter done in one machine word (Jaro 1989, Winkler 1990: prefix of at most
/// four, scale 0.1). Jaro's greedy pairing depends on which word leads; here the shorter, then the alphabetically first, always does.
/// </summary>
static class JaroWinkler
{
    /// <param name="one">A to Z, at most 32 letters, as <see cref="NameWord.Letters"/>.</param>
    /// <returns>0 nothing in common, 1 equal.</returns>
    public static double Of(string one, string other)
    {
        if (one.Length > other.Length || (one.Length == other.Length && string.CompareOrdinal(one, other) > 0))
        {
            (one, other) = (other, one);
        }

        Span<uint> places = stackalloc uint[26];
        places.Clear();
        for (var at = 0; at < other.Length; at++)
        {
            places[other[at] - 'A'] |= 1u << at;
        }

        var reach = Math.Max((other.Length / 2) - 1, 0);
        var (takenOne, takenOther) = (0u, 0u);
        for (var at = 0; at < one.Length; at++)
        {
            var low = Math.Max(0, at - reach);
            var window = (uint)(((1ul << (Math.Min(other.Length - 1, at + reach) + 1)) - 1) & ~((1ul << low) - 1));
            var hits = places[one[at] - 'A'] & window & ~takenOther;
            if (hits != 0)
            {
                takenOther |= hits & (~hits + 1);
                takenOne |= 1u << at;
            }
        }

        var pairs = BitOperations.PopCount(takenOne);
        if (pairs == 0)
        {
            return 0;
        }

        var crossed = 0;
        for (var (left, right) = (takenOne, takenOther); left != 0; left &= left - 1, right &= right - 1)
        {
            crossed += one[BitOperations.TrailingZeroCount(left)] == other[BitOperations.TrailingZeroCount(right)] ? 0 : 1;
        }

        double m = pairs;
        var jaro = ((m / one.Length) + (m / other.Length) + ((m - (crossed / 2)) / m)) / 3;
        var prefix = 0;
        while (prefix < 4 && prefix < one.Length && one[prefix] == other[prefix])
        {
            prefix++;
        }

        return jaro + (prefix * 0.1 * (1 - jaro));
    }
}
