namespace Belfry.Passengers.Matching;

/// <summary>
/// The keys by which a passenger finds the list names worth comparing. Both sides make the same keys; one shared key makes a candidate. One slip in one
/// word cannot break them all: another pair of words stays whole, or the other half of the slipped word does.
/// </summary>
ref struct BlockingKeys(Span<BlockingKey> keys)
{
    /// <summary>Words past this make no keys; the first six of a name identify it.</summary>
    public const int MostWords = 6;

    /// <summary>15 pairs, 120 halves, 30 rims, 6 words times 16 days, 2 whole, 3 single.</summary>
    public const int MostKeys = 288;

    // Sounds of this many letters have halves of three letters, shorter ones of two: one slip cannot touch both.
    const int LongSound = 6;
    const int ShortSound = 4;

    const ulong PairKind = 1, FrontKind = 2, BackKind = 3, DayKind = 4, WholeKind = 5, OneKind = 6, RimKind = 7;

    readonly Span<BlockingKey> keys = keys;

    public int Count { get; private set; }

    /// <summary>Words that make keys: the proper words, and AL-words without their article (ALRAWI is also RAWI).</summary>
    public static int Words(Name name, WordBook book, Span<NameWord?> words)
    {
        var count = 0;
        foreach (var word in name.Proper)
        {
            if (count < MostWords)
            {
                words[count++] = word;
            }
        }

        for (int at = 0, proper = count; at < proper && count < MostWords; at++)
        {
            if (words[at]!.Article)
            {
                words[count++] = book.Word(words[at]!.Letters.AsSpan(2));
            }
        }

        return count;
    }

    /// <param name="halves">Also one whole word with the front or the back of another.</param>
    /// <param name="seeking">The passenger's side: where a slip may have moved the other side across the length at which halves grow, both lengths are made.</param>
    public void AddNames(ReadOnlySpan<NameWord?> words, bool alone, bool halves, bool seeking)
    {
        for (var one = 0; one < words.Length; one++)
        {
            for (var other = one + 1; other < words.Length; other++)
            {
                Add(PairKind, Math.Min(words[one]!.Skeleton, words[other]!.Skeleton), Math.Max(words[one]!.Skeleton, words[other]!.Skeleton));
            }

            for (var other = 0; halves && other < words.Length; other++)
            {
                if (other != one)
                {
                    AddHalves(words[one]!.Skeleton, words[other]!, seeking);
                }
            }
        }

        if (alone)
        {
            Add(OneKind, words[0]!.Skeleton, 0);
            Add(OneKind, 1, Front(words[0]!.Sound, 2));
            Add(OneKind, 2, Back(words[0]!.Sound, 2));
        }
    }

    void AddHalves(uint skeleton, NameWord word, bool seeking)
    {
        var (sound, sketch) = (word.Sound, BlockingKey.SketchOf(word.Mask));
        for (var letters = 2; letters <= 3; letters++)
        {
            if (sound.Length >= LongSound == letters > 2 || (seeking && sound.Length is LongSound or LongSound - 1))
            {
                Add(FrontKind, skeleton, Front(sound, letters), sketch);
                Add(BackKind, skeleton, Back(sound, letters), sketch);
            }
        }

        // In three or four letters a slip in the middle touches both halves; the first and the last letter stay.
        if (sound.Length <= (seeking ? ShortSound + 1 : ShortSound))
        {
            Add(RimKind, skeleton, (uint)((sound[0] << 8) | sound[^1]), sketch);
        }
    }

    public void AddDay(ReadOnlySpan<NameWord?> words, int year, int month, int day)
    {
        foreach (var word in words)
        {
            Add(DayKind, word!.Skeleton, (uint)((year * 512) + (month * 32) + day));
        }
    }

    /// <summary>All words as if written in one: finds words that were joined or split.</summary>
    public void AddWhole(ReadOnlySpan<NameWord?> words, bool lastFirst)
    {
        var whole = 0ul;
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var letter in words[lastFirst ? (at + words.Length - 1) % words.Length : at]!.Sound)
            {
                // Consonants only; two equal neighbours count once, so that the seam between two words does not show.
                if (letter is not ('A' or 'I' or 'U' or 'H') && (whole & 31) != (uint)(letter - 'A' + 1))
                {
                    whole = unchecked((whole << 5) ^ (whole >> 55) ^ (uint)(letter - 'A' + 1));
                }
            }
        }

        Add(WholeKind, (uint)(whole & uint.MaxValue), (uint)(whole >> 32));
    }

    void Add(ulong kind, uint one, uint other, ushort sketch = 0)
    {
        if (Count < keys.Length)
        {
            keys[Count++] = new BlockingKey(Mix(unchecked((((ulong)one << 32) | other) + (kind * 0x9E3779B97F4A7C15ul))), sketch);
        }
    }

    static uint Front(string sound, int letters)
    {
        var half = (uint)letters;
        for (var at = 0; at < letters; at++)
        {
            half = (half << 8) | (at < sound.Length ? sound[at] : 0u);
        }

        return half;
    }

    static uint Back(string sound, int letters)
    {
        var half = (uint)letters;
        for (var at = 0; at < letters; at++)
        {
            half = (half << 8) | (at < sound.Length ? sound[^(at + 1)] : 0u);
        }

        return half;
    }

    // Finaliser of MurmurHash3 (public domain).
    static ulong Mix(ulong key) => unchecked(Second((key ^ (key >> 33)) * 0xFF51AFD7ED558CCDul));

    static ulong Second(ulong key) => unchecked(Third((key ^ (key >> 33)) * 0xC4CEB9FE1A85EC53ul));

    static ulong Third(ulong key) => key ^ (key >> 33);
}
