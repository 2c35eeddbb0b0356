using System.Runtime.InteropServices;

namespace Belfry.Passengers.Matching;

/// <summary>What the first look at a candidate needs, in half a cache line: memory, not arithmetic, is what screening waits for.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
readonly struct ListedForm(int entry, int words, byte wordCount, byte properCount, ushort rarity, FormTraits traits, uint day, ReadOnlySpan<uint> masks)
{
    const int Masks = 4;

    public readonly int Entry = entry;

    /// <summary>Where its words start in the index's list of words.</summary>
    public readonly int Words = words;

    /// <summary>Year 12 bits, month 4, day 5 of the only date of birth; 0 when there is none, or <see cref="FormTraits.DatesOpen"/>.</summary>
    public readonly uint Day = day;

    public readonly ushort Rarity = rarity;
    public readonly byte WordCount = wordCount;
    public readonly FormTraits Traits = traits;
    readonly uint mask0 = Mask(masks, 0, properCount), mask1 = Mask(masks, 1, properCount), mask2 = Mask(masks, 2, properCount), mask3 = Mask(masks, 3, properCount);

    /// <summary>Could at least this many of the passenger's words stand in this name?</summary>
    /// <param name="vowelless">One side writes no short vowels: only consonants are held against each other.</param>
    public bool MayHold(ReadOnlySpan<uint> words, int atLeast, bool vowelless)
    {
        var found = 0;
        foreach (var word in words)
        {
            if (vowelless
                ? NameWord.MayBeAlikeVowelless(word, mask0) || NameWord.MayBeAlikeVowelless(word, mask1) || NameWord.MayBeAlikeVowelless(word, mask2) || NameWord.MayBeAlikeVowelless(word, mask3)
                : NameWord.MayBeAlike(word, mask0) || NameWord.MayBeAlike(word, mask1) || NameWord.MayBeAlike(word, mask2) || NameWord.MayBeAlike(word, mask3))
            {
                found++;
            }
        }

        return found >= atLeast;
    }

    static uint Mask(ReadOnlySpan<uint> masks, int at, int count) => at < Math.Min(count, Masks) ? masks[at] : NameWord.NoMask;
}

[Flags]
enum FormTraits : byte
{
    None = 0,
    Weak = 1,
    Vowelless = 2,

    /// <summary>More proper words than the first look holds.</summary>
    Long = 4,

    /// <summary>Several dates of birth or a vague one: the first look cannot judge it.</summary>
    DatesOpen = 8,

    /// <summary>One proper word only.</summary>
    Alone = 16,
}
