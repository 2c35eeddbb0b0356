using System.Globalization;
using Belfry.Passengers.Reading;

namespace Belfry.Passengers.Edifact;

/// <summary>
/// PNRGOV 10.1 to 18.1: a header (MSG ORG TVL EQN), then bookings from SRC to SRC. The groups of the guide are followed where senders follow them
/// and left where they do not: no traveller is refused because a segment stands elsewhere.
/// </summary>
sealed partial class PnrgovReader(MessageHeader header) : MessageReader(header)
{
    /// <summary>Where in the guide's groups the reader is.</summary>
    enum Level
    {
        Header,

        /// <summary>GR1: the booking as a whole.</summary>
        Booking,

        /// <summary>GR2: a traveller; GR3 and GR4, ticket and payment, are inside it.</summary>
        Traveller,

        /// <summary>GR5: a flight of the itinerary.</summary>
        Flight,

        /// <summary>GR6 and GR7: check-in and boarding on that flight.</summary>
        CheckIn,

        /// <summary>GR8: the booking was divided.</summary>
        Split,

        /// <summary>GR9: car, hotel, rail.</summary>
        Other,

        /// <summary>GR10 to GR12.</summary>
        History,
    }

    readonly List<Booking> bookings = [];
    readonly List<Passenger> passengers = [];
    readonly List<Flight> flights = [];
    readonly List<Contact> originators = [];
    Level level;
    string functionCode = "";
    int? stated;
    DateOnly? flightDate;
    BookingDraft? booking;

    protected override bool NamesTraveller(string tag) => tag == "TIF";

    protected override bool Take(SegmentReader segment)
    {
        if (segment.Tag == "SRC")
        {
            CloseBooking();
            booking = new BookingDraft(bookings.Count + 1, segment.Number);
            level = Level.Booking;
            return true;
        }

        return booking is null ? TakeHeader(segment) : TakeInBooking(segment);
    }

    bool TakeHeader(SegmentReader segment)
    {
        switch (segment.Tag)
        {
            case "MSG":
                functionCode = segment[1, 2].Length > 0 ? segment[1, 2] : segment[1, 1];
                return true;
            case "ORG":
                originators.Add(new Contact("other", segment.AsSent, segment.AsSent, "ORG", segment.Number));
                return true;
            case "TVL":
                var flight = ReadFlight(segment);
                if (flight.Carrier.Length == 0 && flights.Count > 0)
                {
                    flights[^1] = flights[^1] with { OperatingNumber = flight.Number, OperatingCarrier = flight.OperatingCarrier };
                    return true;
                }

                flights.Add(flight);
                flightDate ??= flight.Legs[0].Departure?.Date;
                return true;
            case "TRA":
                return flights.Count > 0 && Operating(flights, segment);
            case "EQN":
                stated = Count(segment[1, 1]);
                return true;
            case "TIF" or "RCI" or "DAT" or "SSR" or "IFT":
                Warn(PassengersProblems.HeaderMissing.With(("tag", "SRC")), segment.Place);
                booking = new BookingDraft(bookings.Count + 1, segment.Number);
                level = Level.Booking;
                return TakeInBooking(segment);
            default:
                return false;
        }
    }

    bool TakeInBooking(SegmentReader segment) => segment.Tag switch
    {
        "TIF" => Traveller(segment),
        "SSR" => Service(segment),
        "IFT" => Text(segment),
        "LTS" => LongText(segment),
        "TVL" => Travel(segment),
        "TRA" => booking!.Itinerary.Count > 0 ? Operating(booking.Itinerary, segment) : flights.Count > 0 && Operating(flights, segment),
        "RCI" => Locators(segment),
        "DAT" => Dates(segment),
        "ORG" => Origin(segment),
        "RPI" => Product(segment),
        "APD" => Equipment(segment),
        "TRI" or "SSD" or "TBD" => CheckInSegment(segment),
        "FTI" or "REF" or "FAR" or "TKT" or "MON" or "PTK" or "TXD" or "FOP" or "ADD" or "EBD" => Personal(segment),
        "EQN" => Units(segment),
        "MSG" => OpenOther(segment),
        "ABI" or "SAC" => Past(segment),
        _ => false,
    };

    void CloseBooking()
    {
        if (booking is null)
        {
            return;
        }

        CloseHistory();
        var before = booking.CheckIns.Count(checkIn => checkIn.Named);
        var added = new Assignment(booking, flightDate ?? Header.Prepared, passengers.Count + 1, Findings).Run();
        Repeated += before - added;
        foreach (var draft in booking.Passengers)
        {
            passengers.Add(draft.Build(booking.Number));
        }

        bookings.Add(booking.Build());
        (booking, passenger, ticket, checkIn) = (null, null, null, null);
    }

    public override PassengerMessage Finish()
    {
        CloseBooking();
        if (stated is { } number && number != bookings.Count && Header.Part is null)
        {
            Warn(PassengersProblems.TravellerCount.With(("stated", number), ("what", "EQN, PNR"), ("found", bookings.Count)), default);
        }

        return Finished(new PassengerMessage
        {
            Format = MessageFormat.Pnrgov,
            Function = functionCode switch { "22" => MessageFunction.Full, "141" => MessageFunction.Change, _ => MessageFunction.Unknown },
            FunctionCode = functionCode,
            StatedCount = stated,
            Flights = flights,
            SenderContacts = originators,
            Bookings = bookings,
            Passengers = passengers,
        });
    }

    /// <summary>TVL: dates and times, from, to, marketing and operating carrier, number and class. An operating number alone has neither place nor date.</summary>
    Flight ReadFlight(SegmentReader segment)
    {
        var departure = Time(segment, 1, 1, 2, DateOrder.DayFirst);
        // 121210:0915:1230 leaves the arrival date out with its colon.
        var dateless = segment.Components(1) == 3 && segment[1, 3].Length == 4;
        var arrival = dateless ? DateText.ReadTime("", segment[1, 3], DateOrder.DayFirst) : Time(segment, 1, 3, 4, DateOrder.DayFirst);
        // 121210:0915::1230 arrives the same day.
        if (arrival is { Date: null } && (dateless || segment.Empty(1, 3)))
        {
            arrival = arrival.Value with { Date = departure?.Date };
        }

        return new Flight
        {
            Carrier = segment[4, 1],
            OperatingCarrier = segment[4, 2],
            Number = segment[5, 1],
            BookingClass = segment[5, 2],
            Legs = [new Leg(segment[2, 1], segment[3, 1], departure, arrival, segment.Number)],
            Segment = segment.Number,
        };
    }

    static bool Operating(List<Flight> list, SegmentReader segment)
    {
        list[^1] = list[^1] with
        {
            OperatingCarrier = segment[1, 1].Length > 0 ? segment[1, 1] : list[^1].OperatingCarrier, OperatingNumber = segment[2, 1],
        };
        return true;
    }

    static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
