using System.Globalization;
using Belfry.Geography.Hazards;
using Belfry.Geography.Hazards.Flood;
using Belfry.Geography.Hazards.Measured;
using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>Pre-alert and alert of a river by the readings of one gauge, as SPW words them, with hysteresis, rate of rise and the age of the data. A silent gauge is never a quiet river.</summary>
public static class RiverGauge
{
    public const string Model = "gauge";

    public const string Version = "gauge-1";

    static readonly MeasuredColumn[] Columns = [new("level", -50, 500, "m")];

    /// <param name="readings">CSV (<c>time,level</c>; metres) or a JSON list of objects with these names; an empty level is a moment without reading. The case's time is now.</param>
    /// <param name="preAlert">Metres on the gauge.</param>
    /// <param name="alert">Metres on the gauge, above <paramref name="preAlert"/>.</param>
    /// <param name="hysteresis">Metres, 0 to 2: a state ends this far below its mark.</param>
    /// <param name="staleMinutes">1 to 1,440.</param>
    /// <param name="fastRise">Metres an hour, 0.01 to 10.</param>
    /// <returns>Refused: HAZ-001 outside a range, HAZ-003 without an author, HAZ-040 when the series cannot be read or has no level at all before the case's time.</returns>
    public static Result<HazardResult> Run(HazardCase asked, ReadOnlyMemory<byte> readings, double preAlert, double alert, double hysteresis = 0.1, double staleMinutes = 60, double fastRise = 0.2) =>
        MeasuredTable.Read(readings, "time", Columns).Then(rows => Run(asked, rows, preAlert, alert, hysteresis, staleMinutes, fastRise));

    static Result<HazardResult> Run(HazardCase asked, IReadOnlyList<MeasuredRow> rows, double preAlert, double alert, double hysteresis, double staleMinutes, double fastRise)
    {
        var inputs = new HazardInputs();
        inputs.Case(asked, needsPlace: false);
        inputs.Number("pre-alert", preAlert, "m", -50, 500);
        inputs.Number("alert", alert, "m", Math.BitIncrement(preAlert), 500);
        inputs.Number("hysteresis", hysteresis, "m", 0, 2);
        inputs.Number("stale after", staleMinutes, "min", 1, 1440);
        inputs.Number("fast rise", fastRise, "m/h", 0.01, 10);
        inputs.Source("SPW, meaning of its phases: pre-alert = local overflow without damage, alert = impact on infrastructure and residents", HazardTrust.Read);
        inputs.Source("Hysteresis, silence and fast rise: Belfry's own rule after July 2021, when gauges were torn away before the peak", HazardTrust.Read);
        var known = rows.Where(row => row.Values[0] is not null && row.At <= asked.Time).ToList();
        if (known.Count == 0)
        {
            inputs.Refuse(NaturalHazardProblems.TableUnreadable.At("series", ("where", "level"), ("reason", $"no level at or before {asked.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC")));
        }

        if (!inputs.Sound)
        {
            return inputs.Refused();
        }

        var marks = new GaugeMarks(preAlert, alert, hysteresis, TimeSpan.FromMinutes(staleMinutes), fastRise);
        var states = GaugeRule.States(rows, marks, asked.Time);
        var (last, rate) = (known[^1], GaugeRule.Rate(known, known.Count - 1));
        if (states[^1].State is GaugeState.Silent or GaugeState.LostInFlood)
        {
            inputs.Warn(Says(states[^1].State));
        }

        if (rows[^1].At > asked.Time)
        {
            inputs.Warn("Readings later than the time asked were left out.");
        }

        var level = last.Values[0]!.Value;
        return inputs.Result(
            asked, Model, Version,
            [
                new HazardFigure("last level", level, "m"),
                new HazardFigure("age of the last reading", (asked.Time - last.At).TotalMinutes, "min"),
                .. rate is { } rising ? [new HazardFigure("rate of rise over the last hour of readings", rising, "m/h")] : Array.Empty<HazardFigure>(),
                .. rate > 0 && level < alert ? [new HazardFigure("hours to alert at that rate", (alert - level) / rate.Value, "h")] : Array.Empty<HazardFigure>(),
            ],
            []) with
        {
            States = [.. states.Select(state => new HazardState("gauge", Word(state.State), state.From.ToUniversalTime(), state.To?.ToUniversalTime(), Says(state.State)))],
        };
    }

    static string Word(GaugeState state) => state switch
    {
        GaugeState.Normal => "normal",
        GaugeState.PreAlert => "preAlert",
        GaugeState.Alert => "alert",
        GaugeState.Silent => "silent",
        _ => "lostInFlood",
    };

    static string Says(GaugeState state) => state switch
    {
        GaugeState.Normal => "Below pre-alert",
        GaugeState.PreAlert => "Pre-alert: local overflow, no damage",
        GaugeState.Alert => "Alert: impact on infrastructure and residents",
        GaugeState.Silent => "No reading: the gauge is silent. The river was quiet; nothing is known of it now",
        _ => "No reading at the worst moment: the river was in flood or rising fast when its gauge fell silent. Take it as no better than before until somebody has looked",
    };
}
