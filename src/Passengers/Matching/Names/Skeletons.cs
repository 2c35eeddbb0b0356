namespace Belfry.Passengers.Matching;

/// <summary>Consonant skeletons for the blocking keys: what stays of a name under any vowel and most consonant slips. After Soundex in spirit, over the folded sound.</summary>
static class Skeletons
{
    const int MostCodes = 7;
    const int Fewest = 3;
    const uint SoundMark = 0xF000_0000;

    public static uint Of(string sound)
    {
        var (skeleton, codes, last) = (0u, 0, 0u);
        foreach (var letter in sound)
        {
            var code = Code(letter);
            if (code != 0 && code != last && codes < MostCodes)
            {
                skeleton = (skeleton << 4) | code;
                codes++;
            }

            last = code;
        }

        // Two consonants say too little among a million names: then the whole sound counts (LI, KIM, OMAR).
        return codes >= Fewest ? skeleton : SoundMark | (uint)(Hash(sound) & 0x0FFF_FFFF);
    }

    /// <summary>A skeleton of consonants, not the mark of a short sound.</summary>
    public static bool IsConsonants(uint skeleton) => skeleton < SoundMark;

    static uint Code(char letter) => letter switch
    {
        'B' or 'P' => 1,
        'G' or 'K' => 2,
        'D' or 'T' => 3,
        'F' or 'V' => 4,
        'L' => 5,
        'M' or 'N' => 6,
        'R' => 7,
        'S' or 'J' => 8,
        _ => 0,
    };

    static ulong Hash(string sound)
    {
        var hash = 14695981039346656037ul;
        foreach (var letter in sound)
        {
            hash = unchecked((hash ^ letter) * 1099511628211ul);
        }

        return hash;
    }
}
