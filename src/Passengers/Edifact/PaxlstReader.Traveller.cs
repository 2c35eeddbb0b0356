using Belfry.Passengers.Reading;

namespace Belfry.Passengers.Edifact;

/// <summary>SG4 and SG5: what follows NAD+FL, FM, DDU or DDT.</summary>
sealed partial class PaxlstReader
{
    /// <summary>The document the next DTM 36, DTM 182 and LOC 91 belong to; −1 before the first DOC.</summary>
    int travelDocument = -1;

    DateOnly? FlightDate => flights.Count > 0 ? flights[0].Date ?? Header.Prepared : Header.Prepared;

    bool Personal(SegmentReader segment, PassengerDraft person)
    {
        switch (segment.Tag)
        {
            case "ATT":
                person.Gender = segment[3, 1] is "M" or "F" or "X" or "U" ? segment[3, 1] : person.Gender;
                if (person.Gender.Length == 0)
                {
                    (person.Texts ??= []).Add(new FreeText("ATT", segment.AsSent, segment.Number));
                }

                return true;
            case "DTM":
                return Dated(segment, person);
            case "LOC":
                return Located(segment, person);
            case "NAT":
                person.Nationality = segment[2, 1];
                return true;
            case "COM":
                Communication(segment, person.Contacts ??= []);
                return true;
            case "RFF":
                Referenced(segment, person);
                return true;
            case "DOC":
                Document(segment, person);
                return true;
            case "GEI":
                person.Verified = segment[2, 1] switch { "173" => true, "174" => false, _ => person.Verified };
                return true;
            case "MEA":
                (person.Baggage ??= []).Add(segment.Is(1, 1, "CT"u8)
                    ? new Baggage(segment[3, 2].Length > 0 ? segment[3, 2] : segment[3, 1], "", "", "", "", [], segment.Number)
                    : new Baggage("", segment[3, 2], segment[3, 1], "", "", [], segment.Number));
                return true;
            case "FTX" when segment.Is(1, 1, "BAG"u8):
                Bags(segment, person);
                return true;
            case "FTX" or "EMP" or "CPI" or "QTY" or "CTA":
                (person.Texts ??= []).Add(new FreeText(segment.Tag, segment.AsSent, segment.Number));
                return true;
            default:
                return false;
        }
    }

    bool Dated(SegmentReader segment, PassengerDraft person)
    {
        switch (segment[1, 1].Trim())
        {
            case "329":
                person.BirthDate = Date(segment, 1, 2, DateUse.Birth, FlightDate);
                return true;
            case "36" when travelDocument >= 0:
                person.Documents![travelDocument] = person.Documents[travelDocument] with { Expires = Date(segment, 1, 2, DateUse.Expiry, FlightDate) };
                return true;
            case "182" when travelDocument >= 0:
                person.Documents![travelDocument] = person.Documents[travelDocument] with { Issued = Date(segment, 1, 2, DateUse.Issue, FlightDate) };
                return true;
            default:
                (person.Texts ??= []).Add(new FreeText("DTM", segment.AsSent, segment.Number));
                return true;
        }
    }

    bool Located(SegmentReader segment, PassengerDraft person)
    {
        var (qualifier, place) = (segment[1, 1].Trim(), string.Join(' ', Rest(segment, 2, 1)));
        switch (qualifier)
        {
            case "22":
                person.Clears = place;
                break;
            case "174":
                person.Residence = place;
                break;
            case "178":
                person.Embarks = place;
                break;
            case "179":
                person.Disembarks = place;
                break;
            case "180":
                person.BirthPlace = place;
                break;
            case "91" when travelDocument >= 0:
                person.Documents![travelDocument] = person.Documents[travelDocument] with { Issuer = segment[2, 1], PlaceOfIssue = segment[2, 4] };
                break;
            default:
                (person.References ??= []).Add(new FreeText("LOC " + qualifier, place, segment.Number));
                break;
        }

        return true;
    }

    static void Referenced(SegmentReader segment, PassengerDraft person)
    {
        var (qualifier, value) = (segment[1, 1], segment[1, 2]);
        switch (qualifier)
        {
            case "AVF":
                (person.Locators ??= []).Add(new Locator("", value, "", null, segment.Number));
                break;
            case "ABO":
                person.UniqueReference = value;
                break;
            case "SEA":
                (person.Seats ??= []).Add(new Seat(value, "", "", "", "RFF", segment.Number));
                break;
            case "YZY":
                (person.Tickets ??= []).Add(new TicketDraft(value, "", "", segment.Number));
                break;
            default:
                (person.References ??= []).Add(new FreeText(qualifier, value, segment.Number));
                break;
        }
    }

    void Document(SegmentReader segment, PassengerDraft person)
    {
        person.Documents ??= [];
        person.Documents.Add(new TravelDocument(segment[1, 1], segment[2, 1], "", "", null, "", null, null, "", "", true, "", [segment.Number]));
        travelDocument = person.Documents.Count - 1;
    }

    /// <summary>FTX+BAG+++tag:count, count consecutive tags from that one.</summary>
    static void Bags(SegmentReader segment, PassengerDraft person)
    {
        var tags = new List<BagTag>();
        for (var component = 1; component <= segment.Components(4); component += 2)
        {
            var tag = segment[4, component];
            if (tag.Length > 0)
            {
                tags.Add(new BagTag("", tag, segment[4, component + 1], ""));
            }
        }

        (person.Baggage ??= []).Add(new Baggage("", "", "", "", "", tags, segment.Number));
    }

    /// <summary>COM: number or address and what it is (TE telephone, FX fax, EM e-mail), repeated.</summary>
    static void Communication(SegmentReader segment, List<Contact> contacts)
    {
        for (var element = 1; element <= segment.Elements; element++)
        {
            var (value, kind) = (segment[element, 1], segment[element, 2]);
            if (value.Length > 0)
            {
                contacts.Add(new Contact(kind switch { "TE" => "phone", "FX" => "fax", "EM" => "email", _ => "other" }, value.Trim(), value, "COM " + kind, segment.Number));
            }
        }
    }
}
