using Belfry.Geography.Hazards;
using Belfry.Geography.Hazards.Heat;
using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>Heat wave and heat plan by the days at Uccle: what is declared, from when, on which numbers.</summary>
public static class HeatPlan
{
    public const string Model = "heat";

    public const string Version = "heat-1 (RMI heat wave; ozone and heat plan)";

    /// <param name="days">CSV (<c>date,tmax,tmin,ozone</c>; °C, µg/m³ highest hourly mean) or a JSON list of objects with these names. tmin and ozone may be left out, and any value may be empty.</param>
    /// <returns>Refused: HAZ-040 when the series cannot be read, HAZ-003 without an author.</returns>
    public static Result<HazardResult> Run(HazardCase asked, ReadOnlyMemory<byte> days) => HeatDays.Read(days).Then(read => Run(asked, read));

    internal static Result<HazardResult> Run(HazardCase asked, IReadOnlyList<HeatDay> days)
    {
        var inputs = new HazardInputs();
        inputs.Case(asked, needsPlace: false);
        if (!inputs.Sound)
        {
            return inputs.Refused();
        }

        inputs.Choice("first day", $"{days[0].Date:yyyy-MM-dd}");
        inputs.Choice("last day", $"{days[^1].Date:yyyy-MM-dd}");
        inputs.Holds("tmax", -40, 50, "°C");
        inputs.Source("RMI, as told by VRT on 2023-06-08: at least 5 days of 25 °C, at least 3 of them of 30 °C, at Uccle", HazardTrust.Read);
        inputs.Source("Ozone and heat plan: irceline.be FAQ; RTBF June 2017; sint-pieters-leeuw.eu 2023-06-08", HazardTrust.Read);
        Cautions(inputs, days);

        var alarms = HeatRules.Alarms(days).ToList();
        var states = HeatRules.Waves(days).Select(wave => State("heat wave", "wave", wave.From, wave.To, "A heat wave by RMI's definition"))
            .Concat(HeatRules.Warnings(days).Select(warning => State("heat plan", "warning", warning.From, warning.To, "Warning: five forecast days sum to 17 °C or more above 25 °C")))
            .Concat(alarms.Select(alarm => State("heat plan", alarm.Ozone switch { OzoneKnown.High => "alarm", OzoneKnown.Low => "alarmWithoutOzone", _ => "alarmOzoneUnknown" }, alarm.From, alarm.To, Says(alarm.Ozone))))
            .Concat(days.Where(day => day.Ozone >= HeatRules.OzoneInformation).Select(day => day.Ozone >= HeatRules.OzoneAlert
                ? State("ozone", "alert", day.Date, day.Date, $"Ozone at or above {HeatRules.OzoneAlert:0} µg/m³: the public is alerted")
                : State("ozone", "information", day.Date, day.Date, $"Ozone at or above {HeatRules.OzoneInformation:0} µg/m³: the public is informed")))
            .OrderBy(state => state.From).ToList();
        var sums = days.Select((_, at) => HeatRules.Sum(days, at)).ToList();
        return inputs.Result(
            asked, Model, Version,
            [
                new HazardFigure("days", days.Count, ""),
                .. sums.Max() is { } highest ? [new HazardFigure("highest sum over five days", highest, "°C")] : Array.Empty<HazardFigure>(),
                .. days.Max(day => day.Most) is { } hottest ? [new HazardFigure("highest temperature", hottest, "°C")] : Array.Empty<HazardFigure>(),
            ],
            [],
            new HazardTable(
                "Day by day; the sum is of this and the next four days",
                [new HazardColumn("year", ""), new HazardColumn("month", ""), new HazardColumn("day", ""), new HazardColumn("tmax", "°C"), new HazardColumn("tmin", "°C"), new HazardColumn("ozone", "µg/m³"), new HazardColumn("sum above 25", "°C")],
                [.. days.Select((day, at) => (IReadOnlyList<double?>)[day.Date.Year, day.Date.Month, day.Date.Day, day.Most, day.Least, day.Ozone, sums[at]])])) with { States = states };
    }

    static void Cautions(HazardInputs inputs, IReadOnlyList<HeatDay> days)
    {
        inputs.Warn("The Risk Assessment Group decides on an alarm; this only says whether its numbers are met. Which ozone value counts is not in the sources: 180 µg/m³ on one of the three days is taken.");
        if (days.Any(day => (day.Date.Month, day.Date.Day) is not ((> 5, _) or (5, >= 15)) || day.Date.Month > 9))
        {
            inputs.Warn("Days outside 15 May to 30 September: the plan's vigilance does not run then.");
        }

        if (days.Count < HeatRules.WarningDays || Enumerable.Range(0, days.Count - HeatRules.WarningDays + 1).Any(at => HeatRules.Sum(days, at) is null))
        {
            inputs.Warn("Not every five days in a row are known: a warning may be missed. A day that is not known ends a heat wave and changes no warning.");
        }
    }

    static string Says(OzoneKnown ozone) => ozone switch
    {
        OzoneKnown.High => "Alarm numbers met: nights above 18 and days above 30 °C on average of three days, and ozone at or above the information threshold",
        OzoneKnown.Low => "Nights above 18 and days above 30 °C on average of three days, but ozone below the information threshold",
        _ => "Nights above 18 and days above 30 °C on average of three days; ozone is not known",
    };

    static HazardState State(string name, string state, DateOnly from, DateOnly? to, string says) => new(name, state, Start(from), to is { } end ? Start(end) : null, says);

    static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
