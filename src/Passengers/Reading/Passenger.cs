namespace Belfry.Passengers;

public enum TravellerRole
{
    Passenger,
    Crew,

    /// <summary>In transit through the country (DDU).</summary>
    TransitPassenger,

    /// <summary>Crew in transit (DDT).</summary>
    TransitCrew,
}

/// <summary>One traveller as one record of the message names them. Everything here is from that record or points to it by the sender's reference or by name.</summary>
public sealed record Passenger
{
    /// <summary>From 1, in the order of the message.</summary>
    public int Number { get; init; }

    /// <summary>Number of the booking in the message; null in a list.</summary>
    public int? Booking { get; init; }

    public TravellerRole Role { get; init; }

    public PersonName Name { get; init; } = new("", "", "", "", "", "");

    /// <summary>A adult, C child, IN infant…, as sent.</summary>
    public string TravellerType { get; init; } = "";

    /// <summary>The sender's key of this traveller inside the booking.</summary>
    public string Reference { get; init; } = "";

    public string UniqueReference { get; init; } = "";

    /// <summary>From the list itself or from a document whose name agrees. Null when not said or when documents disagree (PAX-023).</summary>
    public PartialDate? BirthDate { get; init; }

    /// <summary>M, F, X or U; empty when not said. MI and FI are M and F of an infant.</summary>
    public string Gender { get; init; } = "";

    public bool Infant { get; init; }

    /// <summary>Code as sent, two or three letters. Empty when not said.</summary>
    public string Nationality { get; init; } = "";

    public string BirthPlace { get; init; } = "";

    public string Residence { get; init; } = "";

    public IReadOnlyList<TravelDocument> Documents { get; init; } = [];

    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    public IReadOnlyList<PostalAddress> Addresses { get; init; } = [];

    public IReadOnlyList<Seat> Seats { get; init; } = [];

    public IReadOnlyList<Baggage> Baggage { get; init; } = [];

    public IReadOnlyList<Ticket> Tickets { get; init; } = [];

    public IReadOnlyList<Payment> Payments { get; init; } = [];

    public IReadOnlyList<FrequentFlyer> FrequentFlyers { get; init; } = [];

    public IReadOnlyList<SpecialRequest> Services { get; init; } = [];

    /// <summary>Locators given for this traveller alone (PAXLST RFF+AVF).</summary>
    public IReadOnlyList<Locator> Locators { get; init; } = [];

    /// <summary>Other references of PAXLST (AEA, CR…), qualifier and value.</summary>
    public IReadOnlyList<FreeText> References { get; init; } = [];

    /// <summary>Embarkation, disembarkation, clearance airport of a list.</summary>
    public string Embarks { get; init; } = "";

    public string Disembarks { get; init; } = "";

    public string Clears { get; init; } = "";

    public IReadOnlyList<CheckIn> CheckIns { get; init; } = [];

    /// <summary>Infants that other records of this traveller announce (SSR INFT, a document MI or FI). No traveller is made of them.</summary>
    public IReadOnlyList<AnnouncedInfant> Infants { get; init; } = [];

    public IReadOnlyList<FreeText> Texts { get; init; } = [];

    /// <summary>GEI 173 verified, 174 not verified; null when not said.</summary>
    public bool? Verified { get; init; }

    /// <summary>True when only a check-in group names them: a go-show, or a sender's slip (PAX-021).</summary>
    public bool OnlyAtCheckIn { get; init; }

    /// <summary>False when the close-out says they are not on board, true when it says they are, null when nothing says.</summary>
    public bool? OnBoard { get; init; }

    /// <summary>Of the record that names them; further sources stand on each part.</summary>
    public int Segment { get; init; }

    public Place Place { get; init; }
}

/// <summary>A name as sent and as read. Nothing is folded, corrected or re-cased.</summary>
/// <param name="SurnameAsSent">Empty when the sender put everything in the given name.</param>
/// <param name="Given">Given names without a title that was surely one: a word of its own, or glued and refuted by the travel document.</param>
/// <param name="Title">MR, MRS, MISS, MSTR, MS, DR, PROF; empty when none was surely read.</param>
/// <param name="GivenIfTitle">When the given name ends in letters that may be a glued title (JENNIFERMRS) and nothing decides: the name without them. Else empty.</param>
public sealed record PersonName(string SurnameAsSent, string GivenAsSent, string Surname, string Given, string Title, string GivenIfTitle);

/// <param name="Holder">False when the document's name is not the traveller's: nothing of it was taken over (PAX-022).</param>
/// <param name="Segments">Every segment that gives this same document.</param>
public sealed record TravelDocument(
    string Type, string Number, string Issuer, string Nationality, PartialDate? BirthDate, string Gender, PartialDate? Expires, PartialDate? Issued,
    string Surname, string Given, bool Holder, string PlaceOfIssue, IReadOnlyList<int> Segments);

/// <param name="Kind">phone, email, fax, other.</param>
/// <param name="Value">Readable: @ and _ put back in CTCE.</param>
/// <param name="AsSent">The text it was read from.</param>
public sealed record Contact(string Kind, string Value, string AsSent, string Use, int Segment);

public sealed record PostalAddress(string Kind, string Street, string City, string Region, string PostalCode, string Country, string Text, int Segment);

public sealed record Seat(string Number, string Cabin, string From, string To, string Source, int Segment);

/// <param name="Weight">With its unit code as sent: 700 kilograms, 701 pounds.</param>
/// <param name="Pool">HP head of pool, MP member; empty outside pools.</param>
public sealed record Baggage(string Pieces, string Weight, string Unit, string Pool, string PoolReference, IReadOnlyList<BagTag> Tags, int Segment);

public sealed record BagTag(string Carrier, string Number, string Count, string Destination);

public sealed record Ticket(string Number, string Kind, string Booklets, LocalTime? Issued, IReadOnlyList<Money> Amounts, IReadOnlyList<Payment> Payments, int Segment);

/// <param name="Kind">B base fare, T total, as sent.</param>
/// <param name="Amount">As sent.</param>
public sealed record Money(string Kind, string Amount, string Currency);

/// <param name="Form">CC card, CA cash, CK cheque, MS other.</param>
/// <param name="Account">Masked: what the sender did not mask is masked here (first six and last four digits stay).</param>
/// <param name="Payer">Who paid, when another text says so.</param>
public sealed record Payment(string Form, string Amount, string Vendor, string Account, string Expires, string Payer, int Segment);

public sealed record FrequentFlyer(string Carrier, string Number, string Level, int Segment);

/// <summary>What check-in or boarding says of a traveller.</summary>
/// <param name="NameAsSent">The name in that group, never used for the traveller's own.</param>
public sealed record CheckIn(string From, string To, string Sequence, string NameAsSent, LocalTime? When, string Agent, string Seat, string Cabin, int Segment);

/// <param name="Passenger">Number of the traveller record that is this infant, by name; null when the message has none.</param>
public sealed record AnnouncedInfant(string NameAsSent, PartialDate? BirthDate, int? Passenger, int Segment);
