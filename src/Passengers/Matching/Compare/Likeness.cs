namespace Belfry.Passengers.Matching;

/// <summary>How two words of two names stand to each other, from the most to the least alike. What each is worth stands in <see cref="ScoreTable"/>.</summary>
enum Likeness : byte
{
    Same,
    SameSound,
    Nickname,
    OneSlip,
    Joined,

    /// <summary>Sounds the same, in at most three letters of sound or one syllable of Chinese or Korean: SHU and SU are mostly two names.</summary>
    ShortSound,

    /// <summary>One slip in a word of at most four letters.</summary>
    ShortSlip,
    TwoSlips,
    SameConsonants,
    Initial,

    /// <summary>Alike, and yet two names: KRISTERSSON and KRISTENSEN.</summary>
    Near,
    Other,
}

static class WordLikeness
{
    const int ShortLetters = 4;
    const int MostSlips = 2;
    const double NearFrom = 0.8;

    /// <param name="vowelless">One of them comes from a script that writes no short vowels.</param>
    /// <param name="near">Whether <see cref="Likeness.Near"/> is to be told from <see cref="Likeness.Other"/>: only contradictions ask, and it costs the most.</param>
    public static Likeness Of(NameWord one, NameWord other, bool vowelless, bool near = false)
    {
        if (ReferenceEquals(one, other) || one.Letters == other.Letters)
        {
            return Likeness.Same;
        }

        if (one.Letters.Length == 1 || other.Letters.Length == 1)
        {
            return one.Letters[0] == other.Letters[0] ? Likeness.Initial : Likeness.Other;
        }

        if (one.Sound == other.Sound)
        {
            return one.Sound.Length < ShortLetters || (one.Syllable && other.Syllable) ? Likeness.ShortSound : Likeness.SameSound;
        }

        if (Nicknames.Join(one, other))
        {
            return Likeness.Nickname;
        }

        if (vowelless && one.Skeleton == other.Skeleton && Skeletons.IsConsonants(one.Skeleton))
        {
            return Likeness.SameConsonants;
        }

        if (vowelless ? !NameWord.MayBeAlikeVowelless(one.Mask, other.Mask) : !NameWord.MayBeSlips(one.Mask, other.Mask))
        {
            return Likeness.Other;
        }

        return BySlips(one, other, near);
    }

    static Likeness BySlips(NameWord one, NameWord other, bool wantNear)
    {
        var (shortest, longest) = one.Letters.Length < other.Letters.Length ? (one.Letters.Length, other.Letters.Length) : (other.Letters.Length, one.Letters.Length);
        var lengths = Math.Abs(one.Sound.Length - other.Sound.Length);
        if (longest - shortest > MostSlips && lengths > MostSlips)
        {
            return wantNear && JaroWinkler.Of(one.Letters, other.Letters) >= NearFrom ? Likeness.Near : Likeness.Other;
        }

        var slips = Slips.Between(one.Letters, other.Letters);
        var heard = lengths > 1 || slips == 1 ? MostSlips : Slips.Between(one.Sound, other.Sound);
        var soundLongest = Math.Max(one.Sound.Length, other.Sound.Length);
        if ((slips == 1 && longest >= 3) || (heard == 1 && ((slips == 2 && soundLongest >= 5) || (soundLongest >= 4 && SameButVowels(one.Sound, other.Sound)))))
        {
            // Two syllables of Chinese or Korean are two words; a slip mostly makes something that is none (KIM SKO CHOL).
            return one.Syllable && other.Syllable ? Likeness.Near : longest <= ShortLetters ? Likeness.ShortSlip : Likeness.OneSlip;
        }

        if (slips == MostSlips && shortest >= 6 && JaroWinkler.Of(one.Letters, other.Letters) >= 0.85)
        {
            return Likeness.TwoSlips;
        }

        return wantNear && (slips == 1 || JaroWinkler.Of(one.Letters, other.Letters) >= NearFrom) ? Likeness.Near : Likeness.Other;
    }

    // MUHAMMAD, MOHAMMED, MAHAMED: three spellings apart and one vowel of sound.
    static bool SameButVowels(string one, string other)
    {
        var (left, right) = (0, 0);
        while (true)
        {
            left = NextConsonant(one, left);
            right = NextConsonant(other, right);
            if (left == one.Length || right == other.Length)
            {
                return left == one.Length && right == other.Length;
            }

            if (one[left++] != other[right++])
            {
                return false;
            }
        }
    }

    static int NextConsonant(string sound, int at)
    {
        while (at < sound.Length && (sound[at] is 'A' or 'I' or 'U'))
        {
            at++;
        }

        return at;
    }
}
