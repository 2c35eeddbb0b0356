using System.Globalization;
using System.Text;

namespace Belfry.Geography.Hazards;

/// <summary>An acute exposure guideline level of EPA: above it the public may notice (1), be harmed lastingly or be unable to flee (2), or die (3) after the given time.</summary>
sealed record Aegl(int Level, int Minutes, double Ppm, HazardTrust Trust)
{
    public static readonly IReadOnlyList<int> Durations = [10, 30, 60, 240, 480];

    public string Name => string.Create(CultureInfo.InvariantCulture, $"AEGL-{Level} {Minutes} min");

    /// <summary>The levels of one row; an empty field is a level that EPA does not recommend.</summary>
    public static IEnumerable<Aegl> Of(IReadOnlyList<string> row) =>
        from at in Enumerable.Range(0, Durations.Count)
        where row[4 + at].Length > 0
        select new Aegl(row[3][^1] - '0', Durations[at], double.Parse(row[4 + at], CultureInfo.InvariantCulture), TrustOf(row[9], Durations[at]));

    // The column says in words how each row was checked.
    static HazardTrust TrustOf(string verified, int minutes) =>
        verified.StartsWith("read in EPA", StringComparison.Ordinal) ? HazardTrust.Read
        : verified.Contains("10-min triple cross-checked", StringComparison.Ordinal) && minutes == 10 ? HazardTrust.CrossChecked
        : HazardTrust.FromMemory;

    /// <summary>A line of comma-separated fields, some between double quotes.</summary>
    public static IReadOnlyList<string> Fields(string line)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(letter);
            }
        }

        return [.. fields, field.ToString()];
    }
}
