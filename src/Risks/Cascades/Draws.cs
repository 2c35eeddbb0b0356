using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Belfry.Risks.Cascades;

/// <summary>
/// Random numbers by address instead of by order: the draw of a link in a run is a function of (seed, root, level, run, cause, effect) and of nothing
/// else. So a run can be repeated, two models can be compared draw for draw, and neither threads nor the order of the catalogue change a digit.
/// SplitMix64: Steele, Lea, Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014; its k-th output is Mix(seed + k·Gamma).
/// </summary>
static class Draws
{
    public const ulong Gamma = 0x9E3779B97F4A7C15;

    /// <summary>A draw is a whole number below 2^63, so that probability 1 (2^63) is always hit and 0 never.</summary>
    public const ulong One = 1UL << 63;

    public static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    public static ulong Run(ulong root, long run) => unchecked(Mix(root + (((ulong)run + 1) * Gamma)));

    public static ulong Link(ulong run, ulong link) => unchecked(Mix(run + link)) >> 1;

    public static double Unit(ulong stream, long at) => (Run(stream, at) >> 11) * (1.0 / (1UL << 53));

    /// <summary>The 64-bit address of a name. SHA-256, so that no choice of names can make two addresses meet.</summary>
    public static ulong Address(string kind, params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder(kind);
        foreach (var part in parts)
        {
            text.Append('\n').Append(part);
        }

        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
