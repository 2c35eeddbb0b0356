using System.Text;

namespace Belfry.Passengers.Matching;

/// <summary>Document numbers as they compare: letters and digits only, and those that eye and scanner confuse as one (O 0, I 1, S 5, Z 2, B 8).</summary>
static class DocumentNumbers
{
    /// <summary>Shorter numbers are shared by chance.</summary>
    public const int Fewest = 5;

    const int Most = 40;
    const int MostInText = 16;

    /// <returns>Null when it is too short or too long to be a number.</returns>
    public static string? Fold(string number)
    {
        var folded = new StringBuilder(16);
        foreach (var letter in number)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                folded.Append(char.ToUpperInvariant(letter) switch { 'O' or 'Q' => '0', 'I' => '1', 'S' => '5', 'Z' => '2', 'B' => '8', var other => other });
                if (folded.Length > Most)
                {
                    return null;
                }
            }
        }

        return folded.Length < Fewest ? null : folded.ToString();
    }

    /// <summary>Numbers inside a list's free text: "MO887925 (Iraq)", "(a) 76 2759110, (b) W334061 (Tunisian passport)".</summary>
    public static IReadOnlyList<string> InText(string text)
    {
        var (numbers, depth, run) = (new List<string>(), 0, new StringBuilder());
        foreach (var letter in text.Length > 4_096 ? text[..4_096] : text)
        {
            depth += letter == '(' ? 1 : letter == ')' && depth > 0 ? -1 : 0;
            if (depth == 0 && (char.IsAsciiDigit(letter) || char.IsAsciiLetterUpper(letter) || letter is '/' or '-' or ' '))
            {
                run.Append(letter);
            }
            else
            {
                Take();
            }
        }

        Take();
        return numbers;

        void Take()
        {
            var number = run.ToString().Trim(' ', '-', '/');
            run.Clear();
            if (numbers.Count < MostInText && number.Count(char.IsAsciiDigit) >= Fewest && number.Length <= Most)
            {
                numbers.Add(number);
            }
        }
    }
}
