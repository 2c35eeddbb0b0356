namespace Belfry.Risks.Cascades;

/// <summary>How sure a simulated number is.</summary>
static class Interval
{
    public const double Z95 = 1.959963984540054;

    /// <summary>Wilson's 95 % interval of a share: honest for few hits and for none (0 of 20,000 gives an upper end of 1.9e-4). Wilson, JASA 22 (1927) 209.</summary>
    public static (double Low, double High) Wilson(long hits, long runs)
    {
        if (runs == 0)
        {
            return (0, 1);
        }

        var (share, z2) = ((double)hits / runs, Z95 * Z95);
        var middle = (share + (z2 / (2 * runs))) / (1 + (z2 / runs));
        var half = Z95 / (1 + (z2 / runs)) * Math.Sqrt((share * (1 - share) / runs) + (z2 / (4.0 * runs * runs)));
        return (hits == 0 ? 0 : Math.Max(0, middle - half), hits == runs ? 1 : Math.Min(1, middle + half));
    }
}
