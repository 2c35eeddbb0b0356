using System.Globalization;
using Belfry.Passengers.Reading;

namespace Belfry.Passengers.Edifact;

/// <summary>
/// PAXLST D.02B to D.18A (API guide of WCO, IATA, ICAO, Appendix IIA): header, flight legs, then travellers from NAD to NAD. Inside a traveller the
/// qualifiers say what a segment is, not its place: senders order NAT, LOC and RFF as they like.
/// </summary>
sealed partial class PaxlstReader(MessageHeader header) : MessageReader(header)
{
    readonly List<PassengerDraft> travellers = [];
    readonly List<Contact> senderContacts = [];
    readonly List<FlightDraft> flights = [];
    string document = "", function = "", transaction = "", revision = "";
    int? stated;
    PassengerDraft? traveller;
    Rejected? refused;

    protected override bool NamesTraveller(string tag) => tag == "NAD";

    protected override bool Take(SegmentReader segment)
    {
        if (refused is not null && segment.Tag is not ("NAD" or "CNT" or "TDT" or "AUT"))
        {
            // What belongs to a rejected traveller stays with the rejection.
            Rejected[^1] = refused = refused with { Text = refused.Text + "\n" + segment.AsSent };
            return true;
        }

        switch (segment.Tag)
        {
            case "BGM":
                (document, function) = (segment[1, 1], segment[2, 1]);
                return true;
            case "NAD":
                return Party(segment);
            case "TDT":
                (traveller, refused) = (null, null);
                flights.Add(Flight(segment));
                return true;
            case "CNT":
                (traveller, refused) = (null, null);
                stated = int.TryParse(segment[1, 2], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
                return true;
            case "AUT" or "UNS":
                return true;
            default:
                return traveller is not null ? Personal(segment, traveller) : InHeader(segment);
        }
    }

    bool Party(SegmentReader segment)
    {
        var role = segment[1, 1];
        (traveller, refused, travelDocument) = (null, null, -1);
        if (role == "MS" || (flights.Count == 0 && role is not ("FL" or "FM" or "DDU" or "DDT")))
        {
            Parties++;
            senderContacts.Add(new Contact("other", AllOf(segment, 3), segment.AsSent, "NAD " + role, segment.Number));
            return true;
        }

        // The name stands in element 4; some senders leave a separator out.
        var element = segment.Empty(4, 1) && segment.Empty(4, 2) && !segment.Empty(3, 1) ? 3 : 4;
        var (surname, given) = (segment[element, 1], string.Join(' ', Rest(segment, element, 2)));
        if (role is not ("FL" or "FM" or "DDU" or "DDT"))
        {
            Refuse(segment, PassengersProblems.UnknownQualifier.With(("qualifier", role)), segment.At(1, 1));
            return true;
        }

        if (surname.AsSpan().Trim().IsEmpty && given.Length == 0)
        {
            Refuse(segment, PassengersProblems.NoName, segment.At(4, 1));
            return true;
        }

        traveller = new PassengerDraft
        {
            Surname = surname,
            Given = given,
            Role = role switch { "FM" => TravellerRole.Crew, "DDU" => TravellerRole.TransitPassenger, "DDT" => TravellerRole.TransitCrew, _ => TravellerRole.Passenger },
            Place = segment.Place,
            OnBoard = function switch { "CLNB" => false, "CLOB" => true, _ => null },
        };
        var address = new PostalAddress("NAD", segment[5, 1], segment[6, 1], string.Join(' ', Rest(segment, 7, 1)), segment[8, 1], segment[9, 1], "", segment.Number);
        if (element == 4 && address is not { Street: "", City: "", Region: "", PostalCode: "", Country: "" })
        {
            traveller.Addresses = [address];
        }

        travellers.Add(traveller);
        return true;
    }

    void Refuse(SegmentReader segment, Belfry.Kernel.Problem problem, Place place)
    {
        Reject(problem, place, segment.AsSent);
        refused = Rejected[^1];
    }

    bool InHeader(SegmentReader segment)
    {
        switch (segment.Tag)
        {
            case "RFF":
                if (segment.Is(1, 1, "TN"u8))
                {
                    (transaction, revision) = (segment[1, 2], segment[1, 5].Length > 0 ? segment[1, 5] : segment[1, 3]);
                }

                return true;
            case "CTA":
                senderContacts.Add(new Contact("other", AllOf(segment, 2), segment.AsSent, "CTA", segment.Number));
                return true;
            case "COM":
                Communication(segment, senderContacts);
                return true;
            case "LOC" or "DTM" when flights.Count > 0:
                return flights[^1].Take(segment, Time2, Warn);
            case "DTM":
                return true;
            default:
                return false;
        }
    }

    /// <summary>DTM+189:YYMMDDHHMM:201, and the longer form with four year digits; leading spaces occur.</summary>
    static LocalTime? Time2(SegmentReader segment)
    {
        var text = segment[1, 2].Trim();
        var date = text.Length is 12 ? 8 : text.Length is 8 && segment[1, 3].Trim() != "201" ? 8 : Math.Min(6, text.Length);
        return DateText.ReadTime(text[..date], text[date..], DateOrder.YearFirst);
    }

    FlightDraft Flight(SegmentReader segment)
    {
        var (designator, carrier) = (segment[2, 1].Trim(), segment[5, 1].Trim());
        var made = new FlightDraft(segment.Number) { Stage = segment[1, 1], Carrier = carrier, Number = designator };
        if (carrier.Length > 0 && designator.StartsWith(carrier, StringComparison.Ordinal))
        {
            made.Number = designator[carrier.Length..];
            return made;
        }

        // Two letters or figures with at least one letter, then figures: the designator names its carrier itself.
        var split = designator.Length > 2 && char.IsAsciiLetterOrDigit(designator[0]) && char.IsAsciiLetterOrDigit(designator[1])
            && (char.IsAsciiLetter(designator[0]) || char.IsAsciiLetter(designator[1])) && char.IsAsciiDigit(designator[2]) ? 2
            : designator.Length > 3 && designator.AsSpan(0, 3).IndexOfAnyExceptInRange('A', 'Z') < 0 ? 3 : 0;
        if (split > 0)
        {
            made.Number = designator[split..];
            if (carrier.Length > 0)
            {
                Warn(PassengersProblems.CarrierDiffers.With(("number", designator), ("carrier", carrier)), segment.At(2, 1));
            }
            else
            {
                made.Carrier = designator[..split];
            }
        }

        return made;
    }

    public override PassengerMessage Finish()
    {
        var number = 0;
        var passengers = travellers.ConvertAll(draft =>
        {
            draft.Number = ++number;
            return draft.Build(null);
        });
        // CNT counts the flight, a message may hold a part of it: said as a warning, never held against the list.
        if (stated is { } count && count != passengers.Count && Header.Part is null or { Position: "" })
        {
            Warn(PassengersProblems.TravellerCount.With(("stated", stated ?? 0), ("what", "CNT"), ("found", passengers.Count)), default);
        }

        return Finished(new PassengerMessage
        {
            Format = MessageFormat.Paxlst,
            Function = FunctionOf(document, function),
            FunctionCode = function.Length > 0 ? document + " " + function : document,
            CrewList = document is "250" or "336" or "337",
            Transaction = transaction,
            Revision = revision,
            StatedCount = stated,
            Flights = flights.ConvertAll(flight => flight.Build()),
            SenderContacts = senderContacts,
            Passengers = passengers,
        });
    }

    static MessageFunction FunctionOf(string document, string code) => (document, code) switch
    {
        (_, "CP") => MessageFunction.Change,
        (_, "XR") => MessageFunction.Cancel,
        (_, "RP") => MessageFunction.Reduction,
        (_, "CL") => MessageFunction.CloseOut,
        (_, "CLNB") => MessageFunction.CloseOutNotOnBoard,
        (_, "CLOB") => MessageFunction.CloseOutOnBoard,
        (_, "XF") => MessageFunction.FlightCancelled,
        (_, "CF") => MessageFunction.FlightChanged,
        ("745" or "250" or "336" or "337" or "655", _) => MessageFunction.Full,
        _ => MessageFunction.Unknown,
    };

    static IEnumerable<string> Rest(SegmentReader segment, int element, int from) =>
        Enumerable.Range(from, Math.Max(0, segment.Components(element) - from + 1)).Select(component => segment[element, component].Trim()).Where(part => part.Length > 0);

    static string AllOf(SegmentReader segment, int from) =>
        string.Join(' ', Enumerable.Range(from, Math.Max(0, segment.Elements - from + 1)).SelectMany(element => Rest(segment, element, 1)));
}
