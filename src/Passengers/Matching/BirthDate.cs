using System.Globalization;

namespace Belfry.Passengers;

/// <summary>
/// A date of birth as far as it is known. Lists give a day, a month, a year, about a year, or a span.
/// </summary>
/// <param name="Year">1850 to 2100, Gregorian.</param>
/// <param name="Month">1 to 12; 0 when not known.</param>
/// <param name="Day">1 to 31; 0 when not known.</param>
/// <param name="Spread">Years it may lie off on either side: 0 as stated, 2 for "circa", half the span for "between".</param>
public readonly record struct BirthDate(int Year, int Month = 0, int Day = 0, int Spread = 0)
{
    public const int Earliest = 1850;
    public const int Latest = 2100;

    /// <summary>Day, month and year are known as stated.</summary>
    public bool Full => Day > 0 && Spread == 0;

    /// <summary>One date as our own formats write it: yyyy, yyyy-mm, yyyy-mm-dd. Null for anything else and for days that do not exist.</summary>
    public static BirthDate? Parse(string text)
    {
        var trimmed = text.Trim();
        foreach (var (format, month, day) in ((string, bool, bool)[])[("yyyy-MM-dd", true, true), ("yyyy-MM", true, false), ("yyyy", false, false), ("yyyyMMdd", true, true)])
        {
            if (trimmed.Length == format.Length && DateOnly.TryParseExact(trimmed, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= Earliest and <= Latest)
            {
                return new BirthDate(date.Year, month ? date.Month : 0, day ? date.Day : 0);
            }
        }

        return null;
    }

    public static BirthDate From(DateOnly date) => new(date.Year, date.Month, date.Day);

    public override string ToString() =>
        (Spread > 0 ? "~" : "") + Year.ToString(CultureInfo.InvariantCulture)
        + (Month > 0 ? "-" + Month.ToString("00", CultureInfo.InvariantCulture) : "")
        + (Day > 0 ? "-" + Day.ToString("00", CultureInfo.InvariantCulture) : "");
}
