using Belfry.Passengers.Reading;

namespace Belfry.Passengers.Edifact;

/// <summary>SSR, wherever it stands: travel documents, infants, contacts, seats; the rest is a service of its traveller or of the booking.</summary>
sealed partial class PnrgovReader
{
    bool Service(SegmentReader segment)
    {
        if (level is Level.History)
        {
            return Remember(segment);
        }

        var owner = level is Level.Traveller ? passenger : null;
        var (code, text) = (segment[1, 1], SlashText(segment));
        var reference = segment[2, 3];
        switch (code)
        {
            case "DOCS":
                if (Continues(owner, text))
                {
                    break;
                }

                booking!.Documents.Add(new PendingDocument(DocumentText.Read(text), text, owner, reference, segment.Place));
                break;
            case "INFT":
                Infant(segment, owner, text);
                break;
            case "DOCO" or "DOCA":
                booking!.Pointers.Add(new Pointer(owner, reference, segment.Number, code, text, OtherDocument(segment, code, text)));
                break;
            case "CTCE" or "CTCM" or "CTCH" or "CTCR" or "CTCB" or "CTCP" or "CTCT" or "CTCF" or "CTCA":
                Contact(segment, owner, code, text, reference);
                break;
            case "SEAT" or "NSST" or "NSSA" or "NSSB" or "NSSW" or "RQST":
                Seats(segment, owner, code);
                break;
            default:
                Other(segment, owner, code, text);
                break;
        }

        return true;
    }

    /// <summary>The text is component 9 and on; a sender who lost a colon is read from the first component with a slash.</summary>
    static string SlashText(SegmentReader segment)
    {
        var text = segment.Joined(1, 9);
        for (var component = 5; text.Length == 0 && component < 9; component++)
        {
            if (segment[1, component].Contains('/', StringComparison.Ordinal))
            {
                text = segment.Joined(1, component);
            }
        }

        return text;
    }

    /// <summary>A text over 69 characters comes in two SSR, the second with the rest alone.</summary>
    bool Continues(PassengerDraft? owner, string text)
    {
        if (booking!.Documents.Count == 0 || booking.Documents[^1] is not { AsSent.Length: >= 55 } before || before.Owner != owner || !DocumentText.IsContinuation(text))
        {
            return false;
        }

        var whole = before.AsSent + text.TrimStart('/');
        if (text.StartsWith('/') && !before.AsSent.EndsWith('/'))
        {
            whole = before.AsSent + "/" + text.TrimStart('/');
        }

        booking.Documents[^1] = before with { AsSent = whole, Text = DocumentText.Read(whole) };
        return true;
    }

    void Infant(SegmentReader segment, PassengerDraft? owner, string text)
    {
        // SURNAME/GIVEN/DDMMMYY or SURNAME/GIVEN DDMMMYY
        var trimmed = text.Trim().Trim('/');
        var cut = trimmed.LastIndexOfAny(['/', ' ']);
        var dated = cut > 0 && DateText.IsDocumentDate(trimmed.AsSpan(cut + 1));
        booking!.Infants.Add(new PendingInfant(
            dated ? trimmed[..cut] : trimmed, dated ? DateText.Read(trimmed[(cut + 1)..], DateUse.Birth, flightDate ?? Header.Prepared) : null, owner, segment[2, 3], segment.Place));
    }

    Action<PassengerDraft> OtherDocument(SegmentReader segment, string code, string text)
    {
        var (fields, number) = (text.Split('/', StringSplitOptions.TrimEntries), segment.Number);
        if (code == "DOCA")
        {
            var at = Array.FindIndex(fields, field => field is "D" or "R");
            string Field(int index) => at >= 0 && at + index < fields.Length ? fields[at + index] : "";
            var address = new PostalAddress("DOCA " + Field(0), Field(2), Field(3), Field(4), Field(5), Field(1), at < 0 ? text : "", number);
            return traveller => (traveller.Addresses ??= []).Add(address);
        }

        // birth place / V, R or K / number / place of issue / date / country
        var type = Array.FindIndex(fields, field => field is "V" or "R" or "K");
        string Value(int index) => type >= 0 && type + index < fields.Length && type + index >= 0 ? fields[type + index] : "";
        var issued = DateText.Read(Value(3), DateUse.Issue, flightDate ?? Header.Prepared);
        if (issued is { Readable: false } bad)
        {
            Warn(PassengersProblems.BadDate.With(("value", bad.AsSent), ("what", "DOCO")), segment.Place);
        }

        var document = new TravelDocument(Value(0), Value(1), Value(4), "", null, "", null, issued, "", "", true, Value(2), [number]);
        var place = type > 0 ? Value(-1) : type < 0 ? text : "";
        return traveller =>
        {
            traveller.BirthPlace = traveller.BirthPlace.Length > 0 ? traveller.BirthPlace : place;
            if (type >= 0 && !(traveller.Documents ?? []).Exists(known => known.Type == document.Type && known.Number == document.Number))
            {
                (traveller.Documents ??= []).Add(document);
            }
        };
    }

    void Contact(SegmentReader segment, PassengerDraft? owner, string code, string text, string reference)
    {
        if (ContactText.FromCode(code, text, text, segment.Number) is not { } contact)
        {
            return;
        }

        if (owner is not null)
        {
            (owner.Contacts ??= []).Add(contact);
        }
        else if (reference.Length > 0)
        {
            booking!.Pointers.Add(new Pointer(null, reference, segment.Number, code, text, traveller => (traveller.Contacts ??= []).Add(contact)));
        }
        else
        {
            (booking!.Contacts ??= []).Add(contact);
        }
    }

    /// <summary>Each element after the first: seat : unit : traveller reference.</summary>
    void Seats(SegmentReader segment, PassengerDraft? owner, string code)
    {
        var (from, to, given) = (segment[1, 7], segment[1, 8], 0);
        for (var element = 2; element <= segment.Elements; element++)
        {
            var number = segment[element, 1];
            if (number.Length == 0)
            {
                continue;
            }

            var seat = new Seat(number, "", from, to, code, segment.Number);
            booking!.Pointers.Add(new Pointer(owner, segment[element, 3], segment.Number, code, number, traveller => (traveller.Seats ??= []).Add(seat)));
            given++;
        }

        if (given == 0)
        {
            Other(segment, owner, code, SlashText(segment));
        }
    }

    void Other(SegmentReader segment, PassengerDraft? owner, string code, string text)
    {
        var service = new SpecialRequest(
            code, segment[1, 2], Count(segment[1, 3]), segment[1, 4], segment[1, 7], segment[1, 8], text, segment[2, 1], segment[2, 3], segment.Number);
        if (owner is not null)
        {
            (owner.Services ??= []).Add(service);
        }
        else if (service.Reference.Length > 0)
        {
            booking!.Pointers.Add(new Pointer(null, service.Reference, segment.Number, code, text, traveller => (traveller.Services ??= []).Add(service)));
        }
        else
        {
            (booking!.Services ??= []).Add(service);
        }
    }
}
