namespace Belfry.Dispatch;

/// <summary>A small reproducible stream of numbers (SplitMix64) for simulated worlds. No secret may come from it.</summary>
sealed class Seeded(int seed)
{
    ulong state = unchecked((ulong)seed * 0x9E37_79B9_7F4A_7C15);

    public ulong Next()
    {
        unchecked
        {
            var mixed = state += 0x9E37_79B9_7F4A_7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>0 inclusive to 1 exclusive.</summary>
    public double Fraction() => (Next() >> 11) / (double)(1UL << 53);

    public bool Hits(int perMille) => perMille > 0 && Next() % 1_000 < (ulong)perMille;

    /// <summary>Exponential around its mean.</summary>
    public TimeSpan Around(TimeSpan mean) => mean * -Math.Log(1 - Fraction());
}
