using Belfry.Passengers.Reading;

namespace Belfry.Passengers.Edifact;

/// <summary>The US dialect of PAXLST: each traveller is one PDT segment. PDT+P/number:expiry:country+SURNAME:FIRST:MIDDLE:YYMMDD:SEX+PAX+from:to.</summary>
sealed class UsReader(MessageHeader header) : MessageReader(header)
{
    readonly List<PassengerDraft> travellers = [];
    readonly List<Contact> senderContacts = [];
    readonly List<Leg> legs = [];
    string carrier = "", number = "";
    int flightSegment;
    DateOnly? date;
    (string Airport, LocalTime? When, int Segment) departs = ("", null, 0);
    (string Airport, LocalTime? When, int Segment) arrives = ("", null, 0);
    bool arriving;

    protected override bool NamesTraveller(string tag) => tag == "PDT";

    protected override bool Take(SegmentReader segment)
    {
        switch (segment.Tag)
        {
            case "CTA":
                for (var element = 2; element <= segment.Elements; element++)
                {
                    var (value, kind) = (segment[element, 1].Length > 0 ? segment[element, 1] : segment[element, 2], segment[element, 2]);
                    senderContacts.Add(new Contact(kind switch { "TE" => "phone", "FX" => "fax", _ => "other" }, value, value, "CTA", segment.Number));
                }

                return true;
            case "TDT":
                (carrier, flightSegment) = (segment[4, 1], segment.Number);
                number = carrier.Length > 0 && segment[2, 1].StartsWith(carrier, StringComparison.Ordinal) ? segment[2, 1][carrier.Length..] : segment[2, 1];
                return true;
            case "LOC":
                arriving = segment[1, 1] is "008" or "8";
                if (arriving)
                {
                    arrives = (segment[2, 1], null, segment.Number);
                }
                else
                {
                    departs = (segment[2, 1], null, segment.Number);
                }

                return true;
            case "DTM":
                var moment = Time(segment, 2, 1, 9, DateOrder.YearFirst) is { } day ? day with { Time = DateText.Clock(segment[3, 1]), AsSent = segment[2, 1] + ":" + segment[3, 1] } : (LocalTime?)null;
                date ??= moment?.Date;
                (departs, arrives) = arriving ? (departs, arrives with { When = moment }) : (departs with { When = moment }, arrives);
                return true;
            case "UNS" or "BGM" or "RFF" or "CNT":
                return true;
            case "PDT":
                return Traveller(segment);
            default:
                return false;
        }
    }

    bool Traveller(SegmentReader segment)
    {
        var (surname, first, middle) = (segment[2, 1], segment[2, 2], segment[2, 3]);
        if (surname.AsSpan().Trim().IsEmpty && first.AsSpan().Trim().IsEmpty)
        {
            Reject(PassengersProblems.NoName, segment.At(2, 1), segment.AsSent);
            return true;
        }

        var traveller = new PassengerDraft
        {
            Surname = surname,
            Given = middle.Length > 0 ? first + " " + middle : first,
            Gender = segment[2, 5] is "M" or "F" or "X" or "U" ? segment[2, 5] : "",
            BirthDate = Date(segment, 2, 4, DateUse.Birth, date ?? Header.Prepared),
            Role = segment.Is(3, 1, "PAX"u8) || segment.Empty(3, 1) ? TravellerRole.Passenger : TravellerRole.Crew,
            Embarks = segment[4, 1],
            Disembarks = segment[4, 2],
            Place = segment.Place,
        };
        var document = segment[1, 1];
        if (document.Length > 0)
        {
            var slash = document.IndexOf('/', StringComparison.Ordinal);
            traveller.Documents =
            [
                new TravelDocument(
                    slash < 0 ? "" : document[..slash], document[(slash + 1)..], segment[1, 3], "", null, "", Date(segment, 1, 2, DateUse.Expiry, date ?? Header.Prepared), null,
                    "", "", true, "", [segment.Number]),
            ];
        }

        travellers.Add(traveller);
        return true;
    }

    public override PassengerMessage Finish()
    {
        if (departs.Airport.Length > 0 || arrives.Airport.Length > 0)
        {
            legs.Add(new Leg(departs.Airport, arrives.Airport, departs.When, arrives.When, departs.Segment));
        }

        var count = 0;
        return Finished(new PassengerMessage
        {
            Format = MessageFormat.PaxlstUs,
            Function = MessageFunction.Full,
            Flights = flightSegment == 0 ? [] : [new Flight { Carrier = carrier, Number = number, Legs = legs, Segment = flightSegment }],
            SenderContacts = senderContacts,
            Passengers = travellers.ConvertAll(draft =>
            {
                draft.Number = ++count;
                return draft.Build(null);
            }),
        });
    }
}
