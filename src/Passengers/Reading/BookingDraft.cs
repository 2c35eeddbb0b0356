namespace Belfry.Passengers.Reading;

/// <summary>A booking while it is being read. What points to a traveller by reference or name is given out when the booking ends and all travellers are known.</summary>
sealed class BookingDraft(int number, int segment)
{
    public readonly List<PassengerDraft> Passengers = [];
    public readonly List<Locator> Locators = [];
    public readonly List<Flight> Itinerary = [];
    public readonly List<PendingDocument> Documents = [];
    public readonly List<PendingInfant> Infants = [];
    public readonly List<CheckInDraft> CheckIns = [];
    public readonly List<Pointer> Pointers = [];
    public LocalTime? Changed, Ticketed;
    public Agency? Agency;
    public List<Contact>? Contacts;
    public List<PostalAddress>? Addresses;
    public List<Payment>? Payments;
    public List<SpecialRequest>? Services;
    public List<ExcessBaggage>? ExcessBaggage;
    public List<GroupName>? Groups;
    public List<Split>? Splits;
    public List<SideBooking>? SideBookings;
    public List<HistoryEntry>? History;
    public List<FreeText>? Texts;

    public int Number => number;

    public Booking Build() => new()
    {
        Number = number,
        Segment = segment,
        Locators = Locators,
        Changed = Changed,
        Ticketed = Ticketed,
        Agency = Agency,
        Itinerary = Itinerary,
        Contacts = Contacts is null ? [] : Contacts,
        Addresses = Addresses is null ? [] : Addresses,
        Payments = Payments is null ? [] : Payments,
        Services = Services is null ? [] : Services,
        ExcessBaggage = ExcessBaggage is null ? [] : ExcessBaggage,
        Groups = Groups is null ? [] : Groups,
        Splits = Splits is null ? [] : Splits,
        SideBookings = SideBookings is null ? [] : SideBookings,
        History = History is null ? [] : History,
        Texts = Texts is null ? [] : Texts,
    };
}

/// <summary>An SSR DOCS that waits for its traveller.</summary>
/// <param name="Owner">The traveller under whose record it stands; null at booking or flight level.</param>
sealed record PendingDocument(DocumentText Text, string AsSent, PassengerDraft? Owner, string Reference, Place Place);

/// <summary>Something that names its traveller by reference. Where nobody has the reference it stays with the booking, as a text.</summary>
readonly record struct Pointer(PassengerDraft? Owner, string Reference, int Segment, string Kind, string Text, Action<PassengerDraft> Give);

sealed record PendingInfant(string Name, PartialDate? BirthDate, PassengerDraft? Owner, string Reference, Place Place);

/// <summary>A check-in record that waits for the traveller it names.</summary>
sealed class CheckInDraft
{
    public string Surname = "", Given = "", TravellerType = "", Reference = "", From = "", To = "", Sequence = "", Agent = "", Seat = "", Cabin = "";
    public LocalTime? When;
    public List<Baggage>? Baggage;
    public Place Place;
    public bool Named;
}
