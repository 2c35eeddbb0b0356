using System.Text.Json;

namespace Belfry.Geography.Hazards.Heat;

/// <summary>
/// The two Belgian definitions: the climatological heat wave at Uccle (RMI), and warning and alarm of the ozone and heat plan (IRCEL-CELINE). Thresholds: data/geography/hazards/heat.json and,
/// where that file has them in words only, the constants here.
/// </summary>
static class HeatRules
{
    /// <summary>°C at Uccle: a summer day.</summary>
    public const double Warm = 25;

    /// <summary>°C at Uccle: a tropical day.</summary>
    public const double Hot = 30;

    /// <summary>°C: the sum of what five forecast days have above 25 that makes a warning.</summary>
    public const double WarningSum = 17;

    /// <summary>°C: nights warmer than this, three in a row on average, with days above 30 on average, make an alarm.</summary>
    public const double WarmNight = 18;

    public const int WarningDays = 5;
    public const int AlarmDays = 3;
    const int WaveDays = 5;
    const int HotDays = 3;

    static readonly Lazy<JsonElement> Numbers = new(() => HazardReference.Json("heat.json").GetProperty("ozone_heat_plan").GetProperty("ozone_ug_m3"));

    /// <summary>µg/m³, hourly mean: the public is informed.</summary>
    public static double OzoneInformation => Numbers.Value.GetProperty("information").GetDouble();

    /// <summary>µg/m³, hourly mean: the public is alerted.</summary>
    public static double OzoneAlert => Numbers.Value.GetProperty("alert").GetDouble();

    /// <summary>At least five days in a row of 25 °C or more, three of them of 30 °C or more. A day that is not known ends a wave.</summary>
    public static IEnumerable<(DateOnly From, DateOnly To)> Waves(IReadOnlyList<HeatDay> days)
    {
        for (var first = 0; first < days.Count; first++)
        {
            var end = first;
            while (end < days.Count && days[end].Most >= Warm && (end == first || days[end].Date == days[end - 1].Date.AddDays(1)))
            {
                end++;
            }

            if (end - first >= WaveDays && days.Skip(first).Take(end - first).Count(day => day.Most >= Hot) >= HotDays)
            {
                yield return (days[first].Date, days[end - 1].Date);
            }

            first = Math.Max(first, end - 1);
        }
    }

    /// <summary>Σ max(0, Tmax − 25) over five days from a day on; null when one of them is not known.</summary>
    public static double? Sum(IReadOnlyList<HeatDay> days, int first) =>
        Known(days, first, WarningDays) && days.Skip(first).Take(WarningDays).All(day => day.Most is not null) ? days.Skip(first).Take(WarningDays).Sum(day => Math.Max(0, day.Most!.Value - Warm)) : null;

    /// <summary>A warning begins with a sum of 17 or more and ends when the sum is below 17 and the next day is below 25 °C. What is not known changes nothing.</summary>
    public static IEnumerable<(DateOnly From, DateOnly? To)> Warnings(IReadOnlyList<HeatDay> days)
    {
        DateOnly? since = null;
        for (var at = 0; at < days.Count; at++)
        {
            if (Sum(days, at) is not { } sum)
            {
                continue;
            }

            if (since is null && sum >= WarningSum)
            {
                since = days[at].Date;
            }
            else if (since is { } from && sum < WarningSum && days[at + 1].Most < Warm)
            {
                yield return (from, days[at].Date);
                since = null;
            }
        }

        if (since is { } open)
        {
            yield return (open, null);
        }
    }

    /// <summary>Three days whose minima and maxima average above 18 and 30 °C, and what is known of ozone on them.</summary>
    public static IEnumerable<(DateOnly From, DateOnly To, OzoneKnown Ozone)> Alarms(IReadOnlyList<HeatDay> days)
    {
        for (var at = 0; at + AlarmDays <= days.Count; at++)
        {
            var three = days.Skip(at).Take(AlarmDays).ToList();
            if (Known(days, at, AlarmDays) && three.All(day => day is { Most: not null, Least: not null }) && three.Average(day => day.Least!.Value) > WarmNight && three.Average(day => day.Most!.Value) > Hot)
            {
                yield return (three[0].Date, three[^1].Date,
                    three.Exists(day => day.Ozone >= OzoneInformation) ? OzoneKnown.High : three.TrueForAll(day => day.Ozone is not null) ? OzoneKnown.Low : OzoneKnown.Unknown);
            }
        }
    }

    static bool Known(IReadOnlyList<HeatDay> days, int first, int count) => first + count <= days.Count && days[first + count - 1].Date == days[first].Date.AddDays(count - 1);
}

/// <summary>Whether ozone joined the heat on the days of an alarm.</summary>
enum OzoneKnown
{
    High,
    Low,
    Unknown,
}
