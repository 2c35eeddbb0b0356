using System.Globalization;

namespace Belfry.Passengers;

/// <summary>A date as travel documents have them: day or month may be missing, the century is often not sent.</summary>
/// <param name="AsSent">Always there, also when nothing could be read.</param>
/// <param name="Year">Four digits. Null: unreadable, or two digits and no flight date to place them by.</param>
/// <param name="CenturyPlaced">True when two digits were placed: birth = the latest year not after the flight, expiry = the first not more than 20 years before it.</param>
public readonly record struct PartialDate(string AsSent, int? Year, int? Month, int? Day, bool CenturyPlaced)
{
    /// <summary>The whole date, or null when a part is missing.</summary>
    public DateOnly? Full => Year is { } year && Month is { } month && Day is { } day ? new DateOnly(year, month, day) : null;

    /// <summary>2012-09-20, 2012-09, 2012; empty when unreadable.</summary>
    public string Iso => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}") + (Year is null || Month is null ? "" : string.Create(CultureInfo.InvariantCulture, $"-{Month:D2}"))
        + (Year is null || Month is null || Day is null ? "" : string.Create(CultureInfo.InvariantCulture, $"-{Day:D2}"));

    /// <summary>True when something could be read.</summary>
    public bool Readable => Year is not null || Month is not null;

    /// <summary>Same day in every part that both have, and the year is known in both.</summary>
    public bool Agrees(PartialDate other) => Year is not null && Year == other.Year
        && (Month is null || other.Month is null || Month == other.Month) && (Day is null || other.Day is null || Day == other.Day);
}

/// <summary>A moment by the clock of its place; the place is that of the leg. Null parts were not sent or not readable.</summary>
public readonly record struct LocalTime(string AsSent, DateOnly? Date, TimeOnly? Time)
{
    public override string ToString() => (Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "") + (Time is { } time ? time.ToString("'T'HH:mm", CultureInfo.InvariantCulture) : "");
}
