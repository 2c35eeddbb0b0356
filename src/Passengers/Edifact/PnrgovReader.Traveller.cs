using Belfry.Passengers.Reading;

namespace Belfry.Passengers.Edifact;

/// <summary>GR2 to GR4, GR6, GR7: the travellers, what is theirs, and their check-in.</summary>
sealed partial class PnrgovReader
{
    PassengerDraft? passenger;
    TicketDraft? ticket;
    CheckInDraft? checkIn;
    LocalTime? checkInWhen;
    string checkInAgent = "";

    /// <summary>TIF: in a flight or its check-in group it names a traveller again, in the history someone who was; everywhere else it is a traveller.</summary>
    bool Traveller(SegmentReader segment)
    {
        var (surname, kind, given, type, reference) = (segment[1, 1], segment[1, 2], segment[2, 1], segment[2, 2], segment[2, 3]);
        if (level is Level.History)
        {
            History++;
            Remember(segment);
            pastNames!.Add(surname + "/" + given);
            return true;
        }

        if (surname.AsSpan().Trim().IsEmpty && given.AsSpan().Trim().IsEmpty)
        {
            Reject(PassengersProblems.NoName, segment.At(1, 1), segment.AsSent);
            passenger = level is Level.Flight or Level.CheckIn ? passenger : null;
            return true;
        }

        if (kind is "G" or "C")
        {
            Groups++;
            (booking!.Groups ??= []).Add(new GroupName(surname, kind, segment.Number));
            return true;
        }

        if (level is Level.Flight or Level.CheckIn)
        {
            if (checkIn is null || checkIn.Named)
            {
                OpenCheckIn(segment);
            }

            (checkIn!.Surname, checkIn.Given, checkIn.TravellerType, checkIn.Named, checkIn.Place) = (surname, given, type, true, segment.Place);
            checkIn.Reference = reference.Length > 0 ? reference : checkIn.Reference;
            return true;
        }

        if (level is Level.Split or Level.Other)
        {
            Warn(PassengersProblems.OutOfPlace.With(("tag", "TIF"), ("what", "loaded")), segment.Place);
        }

        level = Level.Traveller;
        ticket = null;
        passenger = new PassengerDraft { Surname = surname, Given = given, TravellerType = type, Reference = reference, Place = segment.Place };
        booking!.Passengers.Add(passenger);
        return true;
    }

    void OpenCheckIn(SegmentReader segment)
    {
        var leg = booking!.Itinerary.Count > 0 ? booking.Itinerary[^1].Legs[0] : null;
        checkIn = new CheckInDraft { From = leg?.From ?? "", To = leg?.To ?? "", When = checkInWhen, Agent = checkInAgent, Place = segment.Place };
        booking.CheckIns.Add(checkIn);
        level = Level.CheckIn;
    }

    /// <summary>TRI sequence and reference, SSD seat, TBD bags: of the check-in group, in the order senders like.</summary>
    bool CheckInSegment(SegmentReader segment)
    {
        if (level is Level.History)
        {
            return Remember(segment);
        }

        if (segment.Tag == "TRI")
        {
            OpenCheckIn(segment);
            (checkIn!.Sequence, checkIn.Reference) = (segment[2, 1], segment[2, 4]);
            return true;
        }

        if (checkIn is null)
        {
            OpenCheckIn(segment);
        }

        if (segment.Tag == "SSD")
        {
            (checkIn!.Seat, checkIn.Cabin) = (segment[1, 1], segment[5, 1]);
            return true;
        }

        var tags = new List<BagTag>();
        for (var element = 5; element <= segment.Elements; element++)
        {
            if (!segment.Empty(element, 1) || !segment.Empty(element, 2))
            {
                tags.Add(new BagTag(segment[element, 1], segment[element, 2], segment[element, 3], segment[element, 4]));
            }
        }

        (checkIn!.Baggage ??= []).Add(new Baggage(segment[2, 1], segment[2, 2], segment[2, 3], segment[4, 1], segment[4, 2], tags, segment.Number));
        return true;
    }

    /// <summary>What follows a TIF is the traveller's; before the first TIF it is the booking's.</summary>
    bool Personal(SegmentReader segment)
    {
        switch (level)
        {
            case Level.History:
                return Remember(segment);
            case Level.Other:
                return AddOther(segment);
        }

        var owner = level is Level.Traveller ? passenger : null;
        switch (segment.Tag)
        {
            case "ADD":
                Address(segment, owner);
                break;
            case "FTI" when owner is not null:
                for (var element = 1; element <= segment.Elements; element++)
                {
                    (owner.FrequentFlyers ??= []).Add(new FrequentFlyer(segment[element, 1], segment[element, 2], segment[element, 5], segment.Number));
                }

                break;
            case "REF" when owner is not null:
                owner.UniqueReference = segment[1, 1].Length > 0 ? segment[1, 1] : segment[1, 2];
                break;
            case "TKT" when owner is not null:
                ticket = new TicketDraft(segment[1, 1], segment[1, 2], segment[1, 3], segment.Number);
                (owner.Tickets ??= []).Add(ticket);
                break;
            case "MON" when ticket is not null:
                for (var element = 1; element <= segment.Elements; element++)
                {
                    (ticket.Amounts ??= []).Add(new Money(segment[element, 1], segment[element, 2], segment[element, 3]));
                }

                break;
            case "FOP":
                Pay(segment, owner);
                break;
            case "EBD":
                (booking!.ExcessBaggage ??= []).Add(new ExcessBaggage(segment[1, 1], segment[1, 2], segment[2, 1], segment.Number));
                break;
            default:
                // FAR, PTK, TXD and what stands without its traveller: fare rules and taxes, read by nobody but kept.
                var text = new FreeText(segment.Tag, segment.AsSent, segment.Number);
                if (owner is null)
                {
                    (booking!.Texts ??= []).Add(text);
                }
                else
                {
                    (owner.Texts ??= []).Add(text);
                }

                break;
        }

        return true;
    }

    void Address(SegmentReader segment, PassengerDraft? owner)
    {
        for (var element = 2; element <= segment.Elements; element++)
        {
            var address = new PostalAddress(
                segment[element, 1], segment[element, 2], segment[element, 3], segment[element, 4], segment[element, 7], segment[element, 6], segment[element, 8], segment.Number);
            if (address is not { Street: "", City: "", Region: "", PostalCode: "", Country: "" })
            {
                ((owner is null ? booking!.Addresses ??= [] : owner.Addresses ??= [])).Add(address);
            }

            if (address.Text.Length > 0)
            {
                ((owner is null ? booking!.Contacts ??= [] : owner.Contacts ??= [])).Add(
                    new Contact("phone", ContactText.PhoneOf(address.Text), address.Text, "ADD " + address.Kind, segment.Number));
            }
        }
    }

    void Pay(SegmentReader segment, PassengerDraft? owner)
    {
        for (var element = 1; element <= segment.Elements; element++)
        {
            if (segment.Empty(element, 1))
            {
                continue;
            }

            var (account, masked) = ContactText.Mask(segment[element, 5]);
            if (masked)
            {
                Warn(PassengersProblems.CardNotMasked, segment.At(element, 5));
            }

            (ticket is not null ? ticket.Payments ??= [] : owner is not null ? owner.Payments ??= [] : booking!.Payments ??= []).Add(
                new Payment(segment[element, 1], segment[element, 3], segment[element, 4], account, segment[element, 6], "", segment.Number));
        }
    }

    /// <summary>IFT 4:28 is other service information, where contacts hide; 4:43 who paid.</summary>
    bool Text(SegmentReader segment)
    {
        switch (level)
        {
            case Level.History:
                return Remember(segment);
            case Level.Other:
                return AddOther(segment);
        }

        var (kind, text) = (segment[1, 2], AllText(segment, 2));
        var owner = level is Level.Traveller ? passenger : null;
        if (kind == "28" && ContactText.FromOsi(text, segment.Number) is { } contact)
        {
            (owner is null ? booking!.Contacts ??= [] : owner.Contacts ??= []).Add(contact);
            return true;
        }

        if (kind == "43" && ticket?.Payments is { Count: > 0 } payments)
        {
            payments[^1] = payments[^1] with { Payer = text };
            return true;
        }

        (owner is null ? booking!.Texts ??= [] : owner.Texts ??= []).Add(new FreeText("IFT " + kind, text, segment.Number));
        return true;
    }
}
