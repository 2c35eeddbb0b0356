using System.Numerics;

namespace Belfry.Passengers.Matching;

/// <summary>One word of a name, ready to be compared. Made once and shared: two words with the same letters are the same object within one <see cref="WordBook"/>.</summary>
sealed class NameWord
{
    /// <summary>Letters past this are cut: the bit-parallel comparisons hold a word in one machine word.</summary>
    public const int MostLetters = 32;

    public NameWord(string letters, WordKind kind, NameTables tables)
    {
        Letters = letters;
        Kind = kind;
        Sound = Sounds.Of(letters);
        Skeleton = Skeletons.Of(Sound);
        Mask = MaskOf(Sound);
        Syllable = letters.Length > 1 && tables.Syllables.Contains(letters);
        Rarity = tables.Rarity.Of(letters, Sound, Syllable);
        Article = letters.Length >= 6 && letters is ['A' or 'E', 'L', ..];
        Nicknames = tables.Nicknames.Of(letters);
    }

    /// <summary>A to Z, 1 to 32.</summary>
    public string Letters { get; }

    public WordKind Kind { get; }

    /// <summary>The letters with the spellings of one sound folded to one: MOHAMMED and MUHAMAD.</summary>
    public string Sound { get; }

    /// <summary>Up to seven consonant classes of the sound, four bits each.</summary>
    public uint Skeleton { get; }

    /// <summary>Which letters the sound has (bits 0-25) and how many (above), for the cheapest test of likeness.</summary>
    public uint Mask { get; }

    /// <summary>Tenths of a bit: how much it says that two persons both bear this word. From <see cref="Rarity"/>.</summary>
    public int Rarity { get; }

    /// <summary>Is also the reading of one Chinese or Korean sign.</summary>
    public bool Syllable { get; }

    /// <summary>ALRAWI, ELSAYED: the Arabic article written onto the word. Also ALBERT and ELEONORA, where it only makes a key more.</summary>
    public bool Article { get; }

    /// <summary>Groups of short and full forms this word belongs to; empty for most.</summary>
    public IReadOnlyList<int> Nicknames { get; }

    /// <summary>
    /// Could one be the other with at most two slips? One slip changes the length by one and at most two letters of the sound (three where it breaks a SH or
    /// PH); two, in long words only, four.
    /// </summary>
    public static bool MayBeAlike(uint mask, uint other)
    {
        var letters = Math.Min(BitOperations.PopCount(mask & AllLetters), BitOperations.PopCount(other & AllLetters));
        var (lengths, differing) = (Math.Abs((int)(mask >> LengthShift) - (int)(other >> LengthShift)), BitOperations.PopCount((mask ^ other) & AllLetters));
        return lengths <= 2 && differing <= (letters <= 5 ? 3 : 4);
    }

    /// <summary>The same before a comparison letter by letter, where being wrong costs the word: a slip can make or break a SH and change much of the sound.</summary>
    public static bool MayBeSlips(uint mask, uint other) => BitOperations.PopCount((mask ^ other) & AllLetters) <= 6;

    /// <summary>For scripts that leave vowels out: as <see cref="MayBeAlike"/>, on the consonants alone.</summary>
    public static bool MayBeAlikeVowelless(uint mask, uint other) => BitOperations.PopCount((mask ^ other) & AllLetters & ~Vowels) <= 3;

    /// <summary>No word: like no other.</summary>
    public const uint NoMask = 63u << LengthShift;

    const int LengthShift = 26;
    const uint AllLetters = (1u << LengthShift) - 1;
    const uint Vowels = (1u << 0) | (1u << ('I' - 'A')) | (1u << ('U' - 'A'));

    static uint MaskOf(string letters)
    {
        var mask = (uint)letters.Length << LengthShift;
        foreach (var letter in letters)
        {
            mask |= 1u << (letter - 'A');
        }

        return mask;
    }

    public override string ToString() => Letters;
}
