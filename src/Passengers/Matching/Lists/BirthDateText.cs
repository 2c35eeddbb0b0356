using System.Globalization;
using System.Text.RegularExpressions;

namespace Belfry.Passengers.Matching;

/// <summary>
/// Dates of birth out of the free text of lists: "27.3.1974", "10 Dec 1948", "(a) 1.5.1972, (b) 16.9.1973", "Between 1960 and 1962", "circa
/// 1951", "1980-1990". Day before month, as UN, EU and OFAC write. Years of other calendars (1343) fall outside the range and are left.
/// </summary>
static partial class BirthDateText
{
    const int MostCharacters = 2_048;
    const int MostDates = 16;
    const int CircaYears = 2;

    public static IReadOnlyList<BirthDate> Read(string text)
    {
        var found = new List<BirthDate>();
        text = text.Length > MostCharacters ? text[..MostCharacters] : text;
        if (BirthDate.Parse(text) is { } plain)
        {
            return [plain];
        }

        text = Span().Replace(text, span =>
        {
            var (from, to) = (Number(span, "from"), Number(span, "to"));
            if (to < from || to - from > 30 || from < BirthDate.Earliest || to > BirthDate.Latest)
            {
                return span.Value;
            }

            found.Add(new BirthDate((from + to) / 2, 0, 0, Math.Max(1, (to - from + 1) / 2)));
            return " ";
        });
        foreach (Match match in Single().Matches(text))
        {
            if (found.Count < MostDates && One(match) is { } date && !found.Contains(date))
            {
                found.Add(date);
            }
        }

        return found;
    }

    static BirthDate? One(Match match)
    {
        var year = Number(match, "year");
        var month = match.Groups["name"].Success ? Month(match.Groups["name"].Value) : Number(match, "month");
        var day = Number(match, "day");
        if (year is < BirthDate.Earliest or > BirthDate.Latest || month is < 0 or > 12)
        {
            return null;
        }

        // 31.2.1960 happens; the year stays true.
        if (day > 0 && (month == 0 || day > DateTime.DaysInMonth(year, month)))
        {
            (month, day) = (0, 0);
        }

        return new BirthDate(year, month, day, match.Groups["circa"].Success && day == 0 ? CircaYears : 0);
    }

    static int Number(Match match, string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    static int Month(string name) => (Array.IndexOf(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], name[..3].ToLowerInvariant()) is var at and >= 0) ? at + 1 : -1;

    [GeneratedRegex(@"(?<![\d.\-])(?<from>\d{4})(\s+to\s+|\s+and\s+|\s*[-–/]\s*)(?<to>\d{4})(?![\d\-.])|0?1 Jan (?<from>\d{4}) to 31 Dec (?<to>\d{4})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();

    [GeneratedRegex(@"(?<circa>(circa|approximately|approx\.?|about|around|possibly|c\.)\s+)?(\b(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})\b|\b(?<day>\d{1,2})[./](?<month>\d{1,2})[./](?<year>\d{4})\b|\b((?<day>\d{1,2})\s+)?(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?<year>\d{4})\b|\b(?<year>\d{4})\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Single();
}
