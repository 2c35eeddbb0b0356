using Belfry.Kernel;

namespace Belfry.Passengers.Edifact;

/// <summary>TDT with its LOC and DTM: places in order, each with the time of leaving or arriving; two places are a leg.</summary>
sealed class FlightDraft(int segment)
{
    readonly List<Stop> stops = [];

    public string Stage = "", Carrier = "", Number = "";

    sealed record Stop(string Airport, string Qualifier, LocalTime? Leaves, LocalTime? Arrives, int Segment);

    /// <summary>The local day of the first departure.</summary>
    public DateOnly? Date => stops.Select(stop => (stop.Leaves ?? stop.Arrives)?.Date).FirstOrDefault(date => date is not null);

    public bool Take(SegmentReader segment, Func<SegmentReader, LocalTime?> time, Action<Problem, Place> warn)
    {
        if (segment.Tag == "LOC")
        {
            stops.Add(new Stop(segment[2, 1].Trim(), segment[1, 1].Trim(), null, null, segment.Number));
            return true;
        }

        var moment = time(segment);
        if (moment is { Date: null })
        {
            warn(PassengersProblems.BadDate.With(("value", moment.Value.AsSent), ("what", "DTM " + segment[1, 1])), segment.At(1, 2));
        }

        if (stops.Count == 0)
        {
            return true;
        }

        // The qualifier of the time decides: 189 leaves, 232 arrives. A place code that says otherwise is the sender's slip.
        var (stop, code) = (stops[^1], segment[1, 1].Trim());
        if (code == "189")
        {
            stops[^1] = stop with { Leaves = moment };
        }
        else if (code == "232")
        {
            stops[^1] = stop with { Arrives = moment };
        }

        if (stop.Qualifier is not ("92" or "125" or "87" or "130" or "188" or "172"))
        {
            warn(
                PassengersProblems.WrongPlaceCode.With(("airport", stop.Airport), ("qualifier", stop.Qualifier), ("what", code == "189" ? "departure" : "arrival")),
                segment.Place with { Number = stop.Segment, Tag = "LOC" });
        }

        return true;
    }

    public Flight Build()
    {
        var legs = new List<Leg>();
        for (var at = 0; at + 1 < stops.Count; at++)
        {
            // Two LOC of one place are its arrival and its departure, unless the first one leaves: a flight that comes back.
            if (stops[at].Airport != stops[at + 1].Airport || (stops[at].Leaves is not null && stops[at + 1].Arrives is not null))
            {
                legs.Add(new Leg(stops[at].Airport, stops[at + 1].Airport, stops[at].Leaves, stops[at + 1].Arrives, stops[at].Segment));
            }
        }

        if (legs.Count == 0 && stops.Count > 0)
        {
            legs.Add(new Leg(stops[0].Airport, "", stops[0].Leaves, null, stops[0].Segment));
        }

        return new Flight { Carrier = Carrier, Number = Number, Status = Stage == "34" ? "34" : "", Legs = legs, Segment = segment };
    }
}
