using Belfry.Geography.Hazards.Measured;
using Belfry.Kernel;

namespace Belfry.Geography.Hazards.Heat;

/// <summary>A day at Uccle, measured or forecast.</summary>
/// <param name="Most">°C, the day's maximum; null when not known.</param>
/// <param name="Least">°C, the night's minimum; null when not known.</param>
/// <param name="Ozone">µg/m³, the day's highest hourly mean anywhere in the country; null when not known.</param>
sealed record HeatDay(DateOnly Date, double? Most, double? Least, double? Ozone);

/// <summary>Days in order, each once; a day that is left out is a day nothing is known of.</summary>
static class HeatDays
{
    static readonly MeasuredColumn[] Columns =
    [
        new("tmax", -40, 50, "°C"), new("tmin", -40, 50, "°C", Needed: false), new("ozone", 0, 1000, "µg/m³", Needed: false),
    ];

    /// <returns>HAZ-040 with the line or JSON path.</returns>
    public static Result<IReadOnlyList<HeatDay>> Read(ReadOnlyMemory<byte> bytes) => MeasuredTable.Read(bytes, "date", Columns).Then(rows =>
    {
        var days = new List<HeatDay>(rows.Count);
        foreach (var row in rows)
        {
            var date = DateOnly.FromDateTime(row.At.DateTime);
            if (days.Count > 0 && days[^1].Date == date)
            {
                return (Result<IReadOnlyList<HeatDay>>)NaturalHazardProblems.TableUnreadable.At("series", ("where", $"{date:yyyy-MM-dd}"), ("reason", "the day stands twice"));
            }

            days.Add(new HeatDay(date, row.Values[0], row.Values[1], row.Values[2]));
        }

        return days;
    });
}
