namespace Belfry.Passengers.Matching;

/// <summary>
/// Folds the spellings of one sound to one, over the romanisations that passports and lists use for the same name: HUSSEIN HUSAYN HUSEYIN,
/// YUSUF JOUSSEF, KHALED QALED, SERGEI SERGEY SERGEJ. Coarser than a spelling, finer than a consonant skeleton.
/// </summary>
static class Sounds
{
    public static string Of(string letters)
    {
        Span<char> sound = stackalloc char[NameWord.MostLetters * 2];
        var length = 0;
        for (var at = 0; at < letters.Length;)
        {
            var (folded, taken) = Fold(letters, at);
            at += taken;
            foreach (var letter in folded)
            {
                // A run of vowels sounds as its last; a doubled letter as one.
                if (length > 0 && IsVowel(letter) && IsVowel(sound[length - 1]))
                {
                    sound[length - 1] = letter;
                }
                else if (length == 0 || sound[length - 1] != letter)
                {
                    sound[length++] = letter;
                }
            }
        }

        if (length > 2 && sound[length - 1] == 'H')
        {
            length--;
        }

        return length == 0 ? letters : new string(sound[..length]);
    }

    static bool IsVowel(char letter) => letter is 'A' or 'I' or 'U';

    static (string Folded, int Taken) Fold(string letters, int at)
    {
        var rest = letters.AsSpan(at);
        foreach (var (spelling, folded) in Spellings)
        {
            if (rest.StartsWith(spelling, StringComparison.Ordinal))
            {
                return (folded, spelling.Length);
            }
        }

        return (letters[at] switch
        {
            'E' or 'Y' => "I",
            'O' => "U",
            'C' or 'Q' => "K",
            'W' => "V",
            'Z' or 'X' => "S",
            'J' => at + 1 == letters.Length ? "I" : "J",
            var other => Single[other - 'A'],
        }, 1);
    }

    // Longest first.
    static readonly (string Spelling, string Folded)[] Spellings =
    [
        ("TSCH", "S"), ("SHCH", "S"), ("SCH", "S"), ("TCH", "S"), ("DZH", "J"), ("DSH", "J"),
        ("SH", "S"), ("CH", "S"), ("SZ", "S"), ("CZ", "S"), ("TS", "S"), ("TZ", "S"), ("ZH", "J"), ("DJ", "J"), ("DZ", "S"),
        ("PH", "F"), ("KH", "K"), ("GH", "G"), ("DH", "D"), ("TH", "T"), ("CK", "K"), ("CE", "SI"), ("CI", "SI"), ("CY", "SI"),
        ("EE", "I"), ("OO", "U"), ("OU", "U"), ("KS", "S"),
    ];

    static readonly string[] Single = [.. Enumerable.Range('A', 26).Select(letter => ((char)letter).ToString())];
}
