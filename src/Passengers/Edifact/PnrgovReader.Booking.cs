using Belfry.Passengers.Reading;

namespace Belfry.Passengers.Edifact;

/// <summary>GR1, GR5, GR8 to GR12: the booking, its flights, its divisions and its past.</summary>
sealed partial class PnrgovReader
{
    HistoryEntry? past;
    List<string>? pastTexts, pastNames;
    string pastBy = "";
    LocalTime? pastWhen;

    bool Travel(SegmentReader segment)
    {
        if (level is Level.History)
        {
            return Remember(segment);
        }

        if (level is Level.Other)
        {
            return AddOther(segment);
        }

        var flight = ReadFlight(segment);
        var leg = flight.Legs[0];
        if (booking!.Itinerary.Count > 0 && level is Level.Flight && leg is { From: "", To: "" } && segment.Empty(1, 1) && flight.Carrier.Length == 0 && flight.Number.Length > 0)
        {
            // Before 14.1 a second TVL holds the operating flight of a codeshare.
            booking.Itinerary[^1] = booking.Itinerary[^1] with { OperatingNumber = flight.Number };
            return true;
        }

        booking.Itinerary.Add(flight);
        (level, ticket, checkIn) = (Level.Flight, null, null);
        return true;
    }

    bool Locators(SegmentReader segment)
    {
        for (var element = 1; element <= segment.Elements; element++)
        {
            if (segment.Empty(element, 1) && segment.Empty(element, 2))
            {
                continue;
            }

            // carrier:locator[:kind]:DDMMYY:HHMM; some senders leave the kind out altogether.
            var kind = segment[element, 3];
            var early = kind.Length == 6 && kind.All(char.IsAsciiDigit);
            var locator = new Locator(
                segment[element, 1], segment[element, 2], early ? "" : kind, Time(segment, element, early ? 3 : 4, early ? 4 : 5, DateOrder.DayFirst), segment.Number);
            switch (level)
            {
                case Level.History:
                    return Remember(segment);
                case Level.Other:
                    return AddOther(segment);
                case Level.Split:
                    (booking!.Splits ??= []).Add(new Split(locator, splitOf, segment.Number));
                    break;
                case Level.Flight or Level.CheckIn when booking!.Itinerary.Count > 0:
                    booking.Itinerary[^1] = booking.Itinerary[^1] with { Locators = [.. booking.Itinerary[^1].Locators, locator] };
                    break;
                default:
                    booking!.Locators.Add(locator);
                    break;
            }
        }

        return true;
    }

    /// <summary>700 last change, 710 ticketing, 2 check-in. In a flight DAT opens the check-in group.</summary>
    bool Dates(SegmentReader segment)
    {
        if (level is Level.History)
        {
            pastWhen = Time(segment, 1, 2, 3, DateOrder.DayFirst);
            return Remember(segment);
        }

        if (level is Level.Flight or Level.CheckIn)
        {
            (level, checkIn) = (Level.CheckIn, null);
            checkInWhen = segment[1, 1] is "2" ? Time(segment, 1, 2, 3, DateOrder.DayFirst) : null;
            return true;
        }

        for (var element = 1; element <= segment.Elements; element++)
        {
            var moment = Time(segment, element, 2, 3, DateOrder.DayFirst);
            switch (segment[element, 1])
            {
                case "700":
                    booking!.Changed = moment;
                    break;
                case "710" when ticket is not null:
                    ticket.Issued = moment;
                    break;
                case "710":
                    booking!.Ticketed = moment;
                    break;
                case "":
                    break;
                default:
                    (booking!.Texts ??= []).Add(new FreeText("DAT " + segment[element, 1], segment.AsSent, segment.Number));
                    break;
            }
        }

        return true;
    }

    bool Origin(SegmentReader segment)
    {
        if (level is Level.History)
        {
            return Remember(segment);
        }

        if (level is Level.Flight or Level.CheckIn)
        {
            checkInAgent = string.Join(' ', ((string[])[segment[1, 1], segment[1, 2], segment[7, 1]]).Where(part => part.Length > 0));
            return true;
        }

        booking!.Agency ??= new Agency(
            segment[1, 1], segment[1, 2], segment[2, 1], segment[2, 2], segment[3, 1], segment[5, 1], segment[6, 1], segment[6, 2], segment[7, 1], segment.Number);
        return true;
    }

    bool Product(SegmentReader segment)
    {
        if (level is Level.History)
        {
            return Remember(segment);
        }

        if (booking!.Itinerary.Count == 0)
        {
            return false;
        }

        booking.Itinerary[^1] = booking.Itinerary[^1] with { Travellers = Count(segment[1, 1]), Status = segment[2, 1] };
        return true;
    }

    bool Equipment(SegmentReader segment)
    {
        if (booking!.Itinerary.Count == 0 || level is Level.History)
        {
            return level is Level.History && Remember(segment);
        }

        booking.Itinerary[^1] = booking.Itinerary[^1] with { Equipment = segment[1, 1] };
        return true;
    }

    int? splitOf;

    /// <summary>EQN before the travellers: the party's size; after them: the booking was divided.</summary>
    bool Units(SegmentReader segment)
    {
        if (level is Level.Booking && booking!.Passengers.Count == 0)
        {
            (booking.Texts ??= []).Add(new FreeText("EQN", segment.AsSent, segment.Number));
            return true;
        }

        CloseHistory();
        (level, splitOf, checkIn, ticket) = (Level.Split, Count(segment[1, 1]), null, null);
        return true;
    }

    bool OpenOther(SegmentReader segment)
    {
        CloseHistory();
        (level, checkIn, ticket) = (Level.Other, null, null);
        (booking!.SideBookings ??= []).Add(new SideBooking(segment[1, 1].Length > 0 ? segment[1, 1] : segment[1, 2], [], segment.Number));
        return true;
    }

    bool AddOther(SegmentReader segment)
    {
        var services = booking!.SideBookings!;
        services[^1] = services[^1] with { Texts = [.. services[^1].Texts, segment.AsSent] };
        return true;
    }

    /// <summary>ABI opens an entry and says by whom, SAC an action (A added, X cancelled); the segments after them are kept as sent.</summary>
    bool Past(SegmentReader segment)
    {
        var open = level is Level.History;
        level = Level.History;
        (checkIn, ticket) = (null, null);
        CloseHistory();
        if (segment.Tag == "ABI")
        {
            pastBy = segment.AsSent;
            pastWhen = null;
            return Begin("", segment);
        }

        if (!open)
        {
            pastBy = "";
        }

        return Begin(segment[3, 1].Length > 0 ? segment[3, 1] : segment[1, 1], segment);
    }

    bool Begin(string action, SegmentReader segment)
    {
        (pastTexts, pastNames) = ([], []);
        past = new HistoryEntry(null, pastBy, action, pastTexts, pastNames, segment.Number);
        return true;
    }

    bool Remember(SegmentReader segment)
    {
        if (past is null)
        {
            Begin("", segment);
        }

        pastTexts!.Add(segment.AsSent);
        return true;
    }

    void CloseHistory()
    {
        if (past is not null)
        {
            (booking!.History ??= []).Add(past with { When = pastWhen });
            past = null;
        }
    }

    bool LongText(SegmentReader segment)
    {
        (booking!.Texts ??= []).Add(new FreeText("LTS", AllText(segment, 1), segment.Number));
        return true;
    }

    /// <summary>Components of one element join with nothing; elements are texts of their own and join with a space.</summary>
    static string AllText(SegmentReader segment, int from)
    {
        var text = segment.Joined(from, 1);
        for (var element = from + 1; element <= segment.Elements; element++)
        {
            text = string.Concat(text, " ", segment.Joined(element, 1));
        }

        return text;
    }
}
