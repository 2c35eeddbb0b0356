namespace Belfry.Passengers.Reading;

/// <summary>A traveller while the message is being read. Lists are made when first needed: most travellers have few of them.</summary>
sealed class PassengerDraft
{
    public string Surname = "", Given = "", TravellerType = "", Reference = "", UniqueReference = "";
    public string Gender = "", Nationality = "", BirthPlace = "", Residence = "", Embarks = "", Disembarks = "", Clears = "";
    public TravellerRole Role;
    public PartialDate? BirthDate;
    public bool? Verified, OnBoard;
    public bool OnlyAtCheckIn, Infant;
    public Place Place;
    public int Number;

    public List<TravelDocument>? Documents;
    public List<Contact>? Contacts;
    public List<PostalAddress>? Addresses;
    public List<Seat>? Seats;
    public List<Baggage>? Baggage;
    public List<TicketDraft>? Tickets;
    public List<Payment>? Payments;
    public List<FrequentFlyer>? FrequentFlyers;
    public List<SpecialRequest>? Services;
    public List<Locator>? Locators;
    public List<FreeText>? References;
    public List<CheckIn>? CheckIns;
    public List<AnnouncedInfant>? Infants;
    public List<FreeText>? Texts;

    public Passenger Build(int? booking) => new()
    {
        Number = Number,
        Booking = booking,
        Role = Role,
        Name = NameText.Read(Surname, Given, Documents?.Where(document => document.Holder).Select(document => document.Given)),
        TravellerType = TravellerType,
        Reference = Reference,
        UniqueReference = UniqueReference,
        BirthDate = BirthDate,
        Gender = Gender,
        Infant = Infant || TravellerType is "IN" or "INF" or "INS",
        Nationality = Nationality,
        BirthPlace = BirthPlace,
        Residence = Residence,
        Documents = Documents ?? Empty<TravelDocument>(),
        Contacts = Contacts ?? Empty<Contact>(),
        Addresses = Addresses ?? Empty<PostalAddress>(),
        Seats = Seats ?? Empty<Seat>(),
        Baggage = Baggage ?? Empty<Baggage>(),
        Tickets = Tickets is null ? [] : Tickets.ConvertAll(ticket => ticket.Build()),
        Payments = Payments ?? Empty<Payment>(),
        FrequentFlyers = FrequentFlyers ?? Empty<FrequentFlyer>(),
        Services = Services ?? Empty<SpecialRequest>(),
        Locators = Locators ?? Empty<Locator>(),
        References = References ?? Empty<FreeText>(),
        Embarks = Embarks,
        Disembarks = Disembarks,
        Clears = Clears,
        CheckIns = CheckIns ?? Empty<CheckIn>(),
        Infants = Infants ?? Empty<AnnouncedInfant>(),
        Texts = Texts ?? Empty<FreeText>(),
        Verified = Verified,
        OnlyAtCheckIn = OnlyAtCheckIn,
        OnBoard = OnBoard,
        Segment = Place.Number,
        Place = Place,
    };

    static IReadOnlyList<T> Empty<T>() => [];
}

sealed class TicketDraft(string number, string kind, string booklets, int segment)
{
    public LocalTime? Issued;
    public List<Money>? Amounts;
    public List<Payment>? Payments;

    public Ticket Build() => new(number, kind, booklets, Issued, Amounts is null ? [] : Amounts, Payments is null ? [] : Payments, segment);
}
