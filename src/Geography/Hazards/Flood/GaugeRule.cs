using Belfry.Geography.Hazards.Measured;

namespace Belfry.Geography.Hazards.Flood;

/// <summary>What a gauge says, or that it says nothing.</summary>
enum GaugeState
{
    Normal,

    /// <summary>Local overflow, no damage.</summary>
    PreAlert,

    /// <summary>Impact on infrastructure and residents.</summary>
    Alert,

    /// <summary>No reading for too long, from a quiet river.</summary>
    Silent,

    /// <summary>No reading for too long, and the last ones were at or above pre-alert or rising fast: the gauge may be gone with the flood. Taken as no better than it was until somebody looks.</summary>
    LostInFlood,
}

/// <param name="PreAlert">Metres on the gauge.</param>
/// <param name="Alert">Metres on the gauge, above pre-alert.</param>
/// <param name="Hysteresis">Metres below a mark at which its state ends.</param>
/// <param name="Stale">After this long without a reading the gauge is silent.</param>
/// <param name="FastRise">Metres an hour at which a river below pre-alert counts as in flood when its gauge falls silent.</param>
sealed record GaugeMarks(double PreAlert, double Alert, double Hysteresis, TimeSpan Stale, double FastRise);

/// <summary>Reads a series of levels by the marks: with hysteresis, so that a wave at the mark rings once, and with silence as a state of its own.</summary>
static class GaugeRule
{
    static readonly TimeSpan RateOver = TimeSpan.FromHours(1);

    /// <param name="readings">In order; a null level is a moment without reading.</param>
    /// <param name="now">Silence lasts until here; readings after it are not looked at.</param>
    /// <returns>States that follow each other; the last has no end.</returns>
    public static List<(GaugeState State, DateTimeOffset From, DateTimeOffset? To)> States(IReadOnlyList<MeasuredRow> readings, GaugeMarks marks, DateTimeOffset now)
    {
        var states = new List<(GaugeState State, DateTimeOffset From, DateTimeOffset? To)>();
        var known = readings.Where(row => row.Values[0] is not null && row.At <= now).ToList();
        var state = GaugeState.Normal;
        for (var at = 0; at < known.Count; at++)
        {
            state = Next(state, known[at].Values[0]!.Value, marks);
            Enter(states, state, known[at].At);
            var until = at + 1 < known.Count ? known[at + 1].At : now;
            if (until - known[at].At > marks.Stale)
            {
                var flood = state != GaugeState.Normal || Rate(known, at) >= marks.FastRise;
                Enter(states, flood ? GaugeState.LostInFlood : GaugeState.Silent, known[at].At + marks.Stale);
            }
        }

        return states;
    }

    /// <summary>Metres an hour over the last hour of readings up to one; null when there is only one in it.</summary>
    public static double? Rate(IReadOnlyList<MeasuredRow> known, int at)
    {
        var first = at;
        while (first > 0 && known[at].At - known[first - 1].At <= RateOver)
        {
            first--;
        }

        return first == at ? null : (known[at].Values[0]!.Value - known[first].Values[0]!.Value) / (known[at].At - known[first].At).TotalHours;
    }

    static GaugeState Next(GaugeState state, double level, GaugeMarks marks) =>
        level >= marks.Alert || (state == GaugeState.Alert && level >= marks.Alert - marks.Hysteresis) ? GaugeState.Alert
        : level >= marks.PreAlert || (state is GaugeState.PreAlert or GaugeState.Alert && level >= marks.PreAlert - marks.Hysteresis) ? GaugeState.PreAlert
        : GaugeState.Normal;

    static void Enter(List<(GaugeState State, DateTimeOffset From, DateTimeOffset? To)> states, GaugeState state, DateTimeOffset from)
    {
        if (states.Count > 0)
        {
            if (states[^1].State == state)
            {
                return;
            }

            states[^1] = states[^1] with { To = from };
        }

        states.Add((state, from, null));
    }
}
