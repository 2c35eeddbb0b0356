namespace Belfry.Risks.Cascades;

/// <summary>What a number of cascades from one root came to. Counts are whole numbers; sums are added chunk by chunk in order, so they do not depend on threads.</summary>
sealed class Tally(int risks, int levels)
{
    // Sixteen bins to a doubling, from 2^-20 to 2^70 in the model's unit: a quantile is within 3.2 %.
    const int Bins = 90 * 16;

    readonly int[] bins = new int[Bins + 1];

    public long Runs { get; private set; }

    /// <summary>How often a risk ended at a level: [risk · levels + level − 1].</summary>
    public long[] Counts { get; } = new long[risks * levels];

    /// <summary>Risks that happened, the root included, over all runs.</summary>
    public long Size { get; private set; }

    /// <summary>Sum of what the cascades cost beyond their first direct impact, and of its square: the spread without cancellation.</summary>
    public double Induced { get; private set; }

    public double InducedSquares { get; private set; }

    public long Work { get; private set; }

    public void Add(Walk walk, double direct)
    {
        foreach (var risk in walk.Touched)
        {
            Counts[(risk * levels) + walk.LevelOf(risk) - 1]++;
        }

        var impact = walk.Impact();
        Size += walk.Touched.Length;
        Induced += impact - direct;
        InducedSquares += (impact - direct) * (impact - direct);
        bins[Bin(impact)]++;
        Runs++;
    }

    public void Worked(long draws) => Work += draws;

    public void Add(Tally other)
    {
        for (var i = 0; i < Counts.Length; i++)
        {
            Counts[i] += other.Counts[i];
        }

        for (var i = 0; i < bins.Length; i++)
        {
            bins[i] += other.bins[i];
        }

        Runs += other.Runs;
        Size += other.Size;
        Induced += other.Induced;
        InducedSquares += other.InducedSquares;
        Work += other.Work;
    }

    /// <summary>Runs in which the risk reached the level or worse.</summary>
    public long AtLeast(int risk, int level)
    {
        var sum = 0L;
        for (var k = level; k <= levels; k++)
        {
            sum += Counts[(risk * levels) + k - 1];
        }

        return sum;
    }

    /// <summary>Variance of one cascade's impact.</summary>
    public double Variance => Runs < 2 ? 0 : Math.Max(0, (InducedSquares - (Induced * Induced / Runs)) / (Runs - 1));

    /// <summary>The impact that a share of the cascades does not exceed, within 3.2 %.</summary>
    public double Quantile(double share)
    {
        var left = (long)Math.Ceiling(share * Runs);
        for (var i = 0; i < bins.Length; i++)
        {
            left -= bins[i];
            if (left <= 0)
            {
                return i == 0 ? 0 : Middle(i);
            }
        }

        return Middle(Bins);
    }

    // The exponent and the first four bits of the fraction of a double are its bin.
    static int Bin(double impact) =>
        impact < 1 / 1048576.0 ? 0 : (int)Math.Min(Bins, (BitConverter.DoubleToInt64Bits(impact) >> 48) - ((1023 - 20) << 4) + 1);

    static double Middle(int bin) => BitConverter.Int64BitsToDouble(((bin - 1L + ((1023 - 20) << 4)) << 48) | (1L << 47));
}
