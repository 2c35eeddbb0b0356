using Belfry.Kernel;

namespace Belfry.Passengers.Reading;

/// <summary>
/// Gives documents, check-ins, announced infants, seats and services of a booking to its travellers: by the record they stand under, by the sender's
/// reference, by name. Where these disagree the name decides and a finding says so; nothing is taken from a document whose name is another's.
/// </summary>
/// <param name="first">Number of the booking's first traveller in the message.</param>
sealed class Assignment(BookingDraft booking, DateOnly? flight, int first, List<Finding> findings)
{
    readonly List<PassengerDraft> passengers = booking.Passengers;

    /// <returns>How many check-in records named nobody and became travellers of their own.</returns>
    public int Run()
    {
        Duplicates();
        var added = CheckIns();
        for (var at = 0; at < passengers.Count; at++)
        {
            passengers[at].Number = first + at;
        }

        foreach (var pointer in booking.Pointers)
        {
            if ((pointer.Owner ?? ByReference(pointer.Reference)) is { } passenger)
            {
                pointer.Give(passenger);
            }
            else
            {
                (booking.Texts ??= []).Add(new FreeText(pointer.Kind, pointer.Text, pointer.Segment));
            }
        }

        foreach (var document in booking.Documents)
        {
            Give(document);
        }

        foreach (var passenger in passengers)
        {
            Conclude(passenger);
        }

        foreach (var infant in booking.Infants)
        {
            Announce(infant);
        }

        return added;
    }

    void Duplicates()
    {
        for (var at = 1; at < passengers.Count; at++)
        {
            var reference = passengers[at].Reference;
            for (var before = 0; before < at && reference.Length > 0; before++)
            {
                if (passengers[before].Reference == reference)
                {
                    findings.Add(new Finding(PassengersProblems.ReferenceTwice.With(("reference", reference)), passengers[at].Place));
                    break;
                }
            }
        }
    }

    PassengerDraft? ByReference(string reference)
    {
        PassengerDraft? found = null;
        if (reference.Length == 0)
        {
            return passengers.Count == 1 ? passengers[0] : null;
        }

        foreach (var passenger in passengers)
        {
            if (passenger.Reference == reference)
            {
                if (found is not null)
                {
                    return null;
                }

                found = passenger;
            }
        }

        return found;
    }

    int CheckIns()
    {
        var (known, added) = (passengers.Count, 0);
        foreach (var checkIn in booking.CheckIns)
        {
            var passenger = Named(checkIn, known) ?? Named(checkIn, passengers.Count);
            var name = string.Concat(checkIn.Surname, "/", checkIn.Given);
            if (passenger is null)
            {
                if (!checkIn.Named)
                {
                    continue;
                }

                passenger = new PassengerDraft
                {
                    Surname = checkIn.Surname, Given = checkIn.Given, TravellerType = checkIn.TravellerType, Reference = checkIn.Reference, Place = checkIn.Place, OnlyAtCheckIn = true,
                };
                passengers.Add(passenger);
                added++;
                findings.Add(new Finding(PassengersProblems.OnlyAtCheckIn, checkIn.Place));
            }

            (passenger.CheckIns ??= []).Add(new CheckIn(
                checkIn.From, checkIn.To, checkIn.Sequence, checkIn.Named ? name : "", checkIn.When, checkIn.Agent, checkIn.Seat, checkIn.Cabin, checkIn.Place.Number));
            if (checkIn.Seat.Length > 0)
            {
                (passenger.Seats ??= []).Add(new Seat(checkIn.Seat, checkIn.Cabin, checkIn.From, checkIn.To, "SSD", checkIn.Place.Number));
            }

            if (checkIn.Baggage is not null)
            {
                (passenger.Baggage ??= []).AddRange(checkIn.Baggage);
            }
        }

        return added;
    }

    PassengerDraft? Named(CheckInDraft checkIn, int among)
    {
        PassengerDraft? byName = null;
        var sameName = 0;
        for (var at = 0; at < among; at++)
        {
            var passenger = passengers[at];
            if (!checkIn.Named)
            {
                continue;
            }

            if (passenger.Surname == checkIn.Surname && passenger.Given == checkIn.Given)
            {
                if (passenger.Reference == checkIn.Reference)
                {
                    return passenger;
                }

                byName = passenger;
                sameName++;
            }
        }

        if (!checkIn.Named)
        {
            return checkIn.Reference.Length > 0 ? ByReference(checkIn.Reference) : null;
        }

        if (ByReference(checkIn.Reference) is { } referenced && checkIn.Reference.Length > 0)
        {
            var agreement = NameText.Compare(referenced.Surname, referenced.Given, checkIn.Surname, checkIn.Given);
            if (agreement is not NameAgreement.None)
            {
                return referenced;
            }
        }

        return sameName == 1 ? byName : null;
    }

    void Give(PendingDocument pending)
    {
        var text = pending.Text;
        // The reference says more than the place: senders put both documents of a family under its first name.
        var anchor = (pending.Reference.Length > 0 ? ByReference(pending.Reference) : null) ?? pending.Owner ?? ByReference(pending.Reference);
        var owner = Owner(text, anchor);
        if (owner is null && text is { Surname: "", Given: "", Number: "", Birth: "" })
        {
            return;
        }

        if (owner is null)
        {
            findings.Add(new Finding(PassengersProblems.DocumentOfNobody, pending.Place));
            (booking.Texts ??= []).Add(new FreeText("DOCS", pending.AsSent, pending.Place.Number));
            return;
        }

        var agreement = NameText.Compare(owner.Surname, owner.Given, text.Surname, text.AllGiven);
        var holder = agreement is not NameAgreement.None && (!text.InfantSex || owner.Infant || IsInfant(owner));
        if (!holder)
        {
            if (text.InfantSex)
            {
                Announce(new PendingInfant(text.Surname + "/" + text.AllGiven, DateText.Read(text.Birth, DateUse.Birth, flight), owner, "", pending.Place));
            }
            else
            {
                findings.Add(new Finding(PassengersProblems.NameDiffers.With(("other", text.Surname + "/" + text.AllGiven), ("what", "SSR DOCS")), pending.Place));
            }
        }

        Add(owner, text, holder, pending.Place);
    }

    /// <summary>The traveller a document belongs to: the one it stands under, unless it is an infant's or its name is surely another's of the same booking.</summary>
    PassengerDraft? Owner(DocumentText text, PassengerDraft? anchor)
    {
        if (text.InfantSex)
        {
            if (anchor is not null && IsInfant(anchor) && Agreement(anchor, text) is not NameAgreement.None)
            {
                return anchor;
            }

            return Only(passenger => IsInfant(passenger) && Agreement(passenger, text) == NameAgreement.Both)
                ?? Only(passenger => IsInfant(passenger) && Agreement(passenger, text) == NameAgreement.Given)
                ?? anchor
                ?? Only(passenger => Agreement(passenger, text) == NameAgreement.Both);
        }

        var named = text.Surname.Length + text.Given.Length > 0;
        if (anchor is not null && (!named || Agreement(anchor, text) is NameAgreement.Both or NameAgreement.Given))
        {
            return anchor;
        }

        return (named ? Only(passenger => Agreement(passenger, text) == NameAgreement.Both) : null) ?? anchor;
    }

    static bool IsInfant(PassengerDraft passenger) => passenger.TravellerType is "IN" or "INF" or "INS";

    static NameAgreement Agreement(PassengerDraft passenger, DocumentText text) => NameText.Compare(passenger.Surname, passenger.Given, text.Surname, text.AllGiven);

    PassengerDraft? Only(Func<PassengerDraft, bool> fits)
    {
        PassengerDraft? found = null;
        foreach (var passenger in passengers)
        {
            if (fits(passenger))
            {
                if (found is not null)
                {
                    return null;
                }

                found = passenger;
            }
        }

        return found;
    }

    void Add(PassengerDraft owner, DocumentText text, bool holder, Place place)
    {
        var (birth, expires) = (DateText.Read(text.Birth, DateUse.Birth, flight), DateText.Read(text.Expiry, DateUse.Expiry, flight));
        Unreadable(birth, "birth", place);
        Unreadable(expires, "expiry", place);
        if (text.Irregular)
        {
            findings.Add(new Finding(PassengersProblems.IrregularDocument, place));
        }

        var made = new TravelDocument(
            text.Type, text.Number, text.Issuer, text.Nationality, birth, text.Gender, expires, null, text.Surname, text.AllGiven, holder, "", [place.Number]);
        owner.Documents ??= [];
        for (var at = 0; at < owner.Documents.Count; at++)
        {
            // The same document again, under another flight: one document, two sources.
            if (owner.Documents[at] is var known && known with { Segments = made.Segments } == made)
            {
                owner.Documents[at] = known with { Segments = [.. known.Segments, place.Number] };
                return;
            }
        }

        owner.Infant |= holder && text.InfantSex;
        owner.Documents.Add(made);
    }

    void Unreadable(PartialDate? date, string what, Place place)
    {
        if (date is { Readable: false } bad)
        {
            findings.Add(new Finding(PassengersProblems.BadDate.With(("value", bad.AsSent), ("what", what)), place));
        }
    }

    /// <summary>What all documents of the holder agree on becomes the traveller's; where they disagree nothing does.</summary>
    void Conclude(PassengerDraft passenger)
    {
        if (passenger.Documents is not { } documents)
        {
            return;
        }

        Distrust(passenger, documents);
        PartialDate? birth = passenger.BirthDate;
        var (gender, nationality, birthDiffers, genderDiffers) = (passenger.Gender, passenger.Nationality, false, false);
        foreach (var document in documents)
        {
            if (!document.Holder)
            {
                continue;
            }

            if (document.BirthDate is { Readable: true } said)
            {
                birthDiffers |= birth is { Readable: true } before && !before.Agrees(said);
                birth = birth is { Readable: true } first && (first.Full is not null || said.Full is null) ? first : said;
            }

            if (document.Gender.Length > 0)
            {
                genderDiffers |= gender.Length > 0 && gender != document.Gender;
                gender = document.Gender;
            }

            if (nationality.Length == 0 && document.Nationality.Length is 2 or 3 && document.Nationality.All(char.IsAsciiLetter))
            {
                nationality = document.Nationality;
            }
        }

        if (birthDiffers)
        {
            findings.Add(new Finding(PassengersProblems.DocumentsDisagree.With(("what", "birth dates")), passenger.Place));
        }

        if (genderDiffers)
        {
            findings.Add(new Finding(PassengersProblems.DocumentsDisagree.With(("what", "genders")), passenger.Place));
        }

        (passenger.BirthDate, passenger.Gender, passenger.Nationality) = (birthDiffers ? null : birth, genderDiffers ? "" : gender, nationality);
    }

    /// <summary>A document that shares only the surname is a relative's as soon as another one bears the given name.</summary>
    void Distrust(PassengerDraft passenger, List<TravelDocument> documents)
    {
        NameAgreement With(TravelDocument document) => NameText.Compare(passenger.Surname, passenger.Given, document.Surname, document.Given);
        if (documents.Count < 2 || !documents.Exists(document => document.Holder && With(document) is NameAgreement.Both or NameAgreement.Given))
        {
            return;
        }

        for (var at = 0; at < documents.Count; at++)
        {
            if (documents[at].Holder && With(documents[at]) == NameAgreement.Surname)
            {
                documents[at] = documents[at] with { Holder = false };
                findings.Add(new Finding(
                    PassengersProblems.NameDiffers.With(("other", documents[at].Surname + "/" + documents[at].Given), ("what", "SSR DOCS")),
                    passenger.Place with { Number = documents[at].Segments[0], Tag = "SSR" }));
            }
        }
    }

    void Announce(PendingInfant infant)
    {
        if ((infant.Owner ?? ByReference(infant.Reference)) is not { } adult)
        {
            (booking.Texts ??= []).Add(new FreeText("INFT", infant.Name, infant.Place.Number));
            return;
        }

        var slash = infant.Name.IndexOf('/', StringComparison.Ordinal);
        var (surname, given) = slash < 0 ? (infant.Name, "") : (infant.Name[..slash], infant.Name[(slash + 1)..]);
        var record = Only(passenger => IsInfant(passenger) && NameText.Compare(passenger.Surname, passenger.Given, surname, given) == NameAgreement.Both);
        adult.Infants ??= [];
        if (!adult.Infants.Exists(known => known.NameAsSent == infant.Name && known.BirthDate == infant.BirthDate))
        {
            adult.Infants.Add(new AnnouncedInfant(infant.Name, infant.BirthDate, record is null ? null : record.Number, infant.Place.Number));
        }
    }
}
