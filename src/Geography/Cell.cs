namespace Belfry.Geography;

/// <summary>
/// A square of 2⁻²² of the globe's degrees (about 6 by 5 m in Belgium), numbered along a Hilbert curve so that neighbours on the map are mostly neighbours in the numbers.
/// Store the number as bigint beside every address, with an index on it; <see cref="Area.CellRanges"/> gives what to ask for. The numbering never changes.
/// </summary>
public static class Cell
{
    internal const int Levels = 22;

    const long Side = 1L << Levels;

    /// <returns>0 to 2⁴⁴ − 1.</returns>
    public static long Of(Position position) => Number(
        Math.Clamp((long)((position.Longitude + 180) / 360 * Side), 0, Side - 1),
        Math.Clamp((long)((position.Latitude + 90) / 180 * Side), 0, Side - 1),
        Levels);

    /// <summary>Place on the curve of a square at some level; the numbers of its parts begin with it, two bits a level.</summary>
    internal static long Number(long x, long y, int levels)
    {
        var number = 0L;
        for (var half = 1L << levels >> 1; half > 0; half >>= 1)
        {
            var (right, upper) = ((x & half) > 0 ? 1L : 0, (y & half) > 0 ? 1L : 0);
            number = (number << 2) + ((3 * right) ^ upper);
            (x, y) = (x & (half - 1), y & (half - 1));
            if (upper == 0)
            {
                (x, y) = right == 1 ? (half - 1 - y, half - 1 - x) : (y, x);
            }
        }

        return number;
    }

    internal static double West(long x, int level) => (x * 360.0 / (1L << level)) - 180;

    internal static double South(long y, int level) => (y * 180.0 / (1L << level)) - 90;
}

/// <summary>Cells from one number to another, both included: <c>cell between @from and @to</c>.</summary>
/// <param name="WhollyInside">Every point of these cells is in the area; false when some may lie outside.</param>
public readonly record struct CellRange(long From, long To, bool WhollyInside);
