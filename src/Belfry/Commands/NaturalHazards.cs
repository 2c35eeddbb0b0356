using System.CommandLine;
using System.Globalization;
using Belfry.Geography;
using Belfry.Kernel;

namespace Belfry.Commands;

/// <summary>What plans foresee around sites, and what nature does: nuclear sites, earthquake, heat, flood.</summary>
static class NaturalHazards
{
    public static IEnumerable<Command> Build() => [Nuclear(), Quake(), Heat(), Flood()];

    static Command Nuclear()
    {
        var verb = new HazardVerb("nuclear", "Planning zones of the decree of 16 June 2024 around a site (radius in km), the sectors under the wind, the reflex perimeter; municipalities, people and anchors in each, with ±, source and date.", place: false);
        var site = verb.Choice("--site", "The site.", null, [.. NuclearPlan.Sites]);
        site.Required = true;
        var wind = verb.Number("--wind-from", "Where the wind comes from, degrees from north, 0 to 360. Cuts the three sectors under it out of the zones. Default: whole zones only.");
        var reflex = verb.Add(new Option<bool>("--reflex") { Description = "Reflex phase (under 4 h to a guidance value): also draw the perimeter that is sheltered at once." });
        return verb.Runs((parsed, asked) => NuclearPlan.Run(asked, parsed.GetRequiredValue(site), parsed.GetValue(wind), parsed.GetValue(reflex)));
    }

    static Command Quake()
    {
        var verb = new HazardVerb("quake", "Rings of equal intensity around an epicentre: Allen, Wald & Worden 2012, moment magnitude 5 to 7.9, at most 300 km. Indicative: Belgium is not active crust.");
        var magnitude = verb.Number("--magnitude", "Moment magnitude, 5 to 7.9.");
        magnitude.Required = true;
        var depth = verb.Number("--depth", "Depth of the focus, km, 0 to 30. Default 10.");
        var form = verb.Choice("--distance-from", "Which form of the equation.", "hypocentre", "hypocentre", "rupture");
        return verb.Runs((parsed, asked) => Earthquake.Run(asked, parsed.GetValue(magnitude) ?? double.NaN, parsed.GetValue(depth) ?? 10, parsed.GetValue(form) == "rupture" ? QuakeDistance.Rupture : QuakeDistance.Hypocentre));
    }

    static Command Heat()
    {
        var verb = new HazardVerb("heat", "Heat wave (RMI) and warning or alarm of the ozone and heat plan by the days at Uccle. A day that is not known is said, never filled in.", place: false);
        var days = verb.Add(new Option<FileInfo>("--days") { Description = "CSV with the head date,tmax,tmin,ozone (°C; µg/m³, the day's highest hourly mean; tmin and ozone may be left out, values may be empty), or a JSON list of such objects; at most 4 MiB. Refused with its line (HAZ-040).", Required = true });
        return verb.Runs((parsed, asked) => Bytes(parsed.GetRequiredValue(days)).Then(bytes => HeatPlan.Run(asked, bytes)));
    }

    static Command Flood()
    {
        var verb = new HazardVerb(
            "flood",
            "Either --rise: land at most so many metres above the river at --at, hanging together with it, with people and anchors (a screening by HAND, indicative; refuses far from a river, HAZ-041, and in flat land, HAZ-042). "
            + "Or --gauge: pre-alert and alert by a gauge's readings, with hysteresis, rate of rise, and silence as a state of its own.");
        var rise = verb.Number("--rise", "Metres above the river, 0.5 to 20.");
        var radius = verb.Number("--radius", "How far from --at, metres, 500 to 10000. Default 3000.");
        var gauge = verb.Add(new Option<FileInfo>("--gauge") { Description = "CSV with the head time,level (ISO 8601, UTC where no offset stands; metres; an empty level is a moment without reading), or a JSON list of such objects; at most 4 MiB." });
        var (pre, alert) = (verb.Number("--pre-alert", "Level of pre-alert, metres on the gauge. Needed with --gauge."), verb.Number("--alert", "Level of alert, metres on the gauge, above --pre-alert. Needed with --gauge."));
        var (hysteresis, stale, fast) = (
            verb.Number("--hysteresis", "A state ends so many metres below its mark, 0 to 2. Default 0.1."),
            verb.Number("--stale-minutes", "Minutes without a reading after which the gauge is silent, 1 to 1440. Default 60."),
            verb.Number("--fast-rise", "Metres an hour at which a gauge that falls silent counts as lost in flood, 0.01 to 10. Default 0.2."));
        var now = verb.Add(new Option<DateTimeOffset?>("--now")
        {
            Description = "The moment to look from (ISO 8601, UTC where no offset stands), to replay an old event. Default: now.",
            CustomParser = result =>
            {
                if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment))
                {
                    return moment;
                }

                result.AddError($"--now: \"{result.Tokens[0].Value}\" is no moment such as 2021-07-14T22:00:00Z.");
                return null;
            },
        });
        var command = verb.Runs((parsed, asked) => parsed.GetValue(gauge) is { } file
            ? Bytes(file).Then(bytes => RiverGauge.Run(
                asked with { Time = parsed.GetValue(now) ?? asked.Time }, bytes, parsed.GetValue(pre) ?? double.NaN, parsed.GetValue(alert) ?? double.NaN,
                parsed.GetValue(hysteresis) ?? 0.1, parsed.GetValue(stale) ?? 60, parsed.GetValue(fast) ?? 0.2))
            : FloodScreening.Run(asked, parsed.GetValue(rise) ?? double.NaN, parsed.GetValue(radius) ?? 3000));
        command.Validators.Add(result =>
        {
            if (result.GetResult(gauge) is not null == result.GetResult(rise) is not null)
            {
                result.AddError("Give one of --rise, --gauge.");
            }
            else if (result.GetResult(gauge) is not null && (result.GetResult(pre) is null || result.GetResult(alert) is null))
            {
                result.AddError("--gauge needs --pre-alert and --alert.");
            }
        });
        return command;
    }

    static Result<ReadOnlyMemory<byte>> Bytes(FileInfo file) =>
        !file.Exists ? GeographyProblems.FileMissing.At(file.Name, ("text", file.Name))
        : file.Length > 4 << 20 ? GeographyProblems.FileTooLarge.At(file.Name, ("limit", 4))
        : (ReadOnlyMemory<byte>)File.ReadAllBytes(file.FullName);
}
