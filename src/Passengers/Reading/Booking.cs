namespace Belfry.Passengers;

/// <summary>One booking (PNR). Its travellers are in <see cref="PassengerMessage.Passengers"/> with this booking's number.</summary>
public sealed record Booking
{
    /// <summary>From 1, in the order of the message.</summary>
    public int Number { get; init; }

    /// <summary>Of its SRC segment, or of the line of its element.</summary>
    public int Segment { get; init; }

    /// <summary>The sender's own first.</summary>
    public IReadOnlyList<Locator> Locators { get; init; } = [];

    public LocalTime? Changed { get; init; }

    public LocalTime? Ticketed { get; init; }

    /// <summary>Who booked: agency or airline office.</summary>
    public Agency? Agency { get; init; }

    public IReadOnlyList<Flight> Itinerary { get; init; } = [];

    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    public IReadOnlyList<PostalAddress> Addresses { get; init; } = [];

    /// <summary>Payments and services of the booking as a whole; those of one traveller are with the traveller.</summary>
    public IReadOnlyList<Payment> Payments { get; init; } = [];

    public IReadOnlyList<SpecialRequest> Services { get; init; } = [];

    public IReadOnlyList<ExcessBaggage> ExcessBaggage { get; init; } = [];

    /// <summary>Names of groups or companies travelling; no persons.</summary>
    public IReadOnlyList<GroupName> Groups { get; init; } = [];

    /// <summary>Bookings this one was split from or into.</summary>
    public IReadOnlyList<Split> Splits { get; init; } = [];

    /// <summary>Car, hotel, rail: kind code of MSG (7 car, 8 hotel) and the text of its segments.</summary>
    public IReadOnlyList<SideBooking> SideBookings { get; init; } = [];

    public IReadOnlyList<HistoryEntry> History { get; init; } = [];

    /// <summary>Free text as sent (IFT, LTS), without what became a contact.</summary>
    public IReadOnlyList<FreeText> Texts { get; init; } = [];
}

/// <param name="Carrier">Airline or system that holds the booking.</param>
/// <param name="Kind">C = of the departure control system, 1 = of reservations; mostly empty.</param>
public sealed record Locator(string Carrier, string Code, string Kind, LocalTime? Created, int Segment);

/// <summary>ORG: system, office, agency number of IATA or ARC, place, channel, country, currency, agent's sign.</summary>
public sealed record Agency(
    string System, string City, string IataNumber, string Office, string Location, string Channel, string Country, string Currency, string Agent, int Segment);

/// <summary>A flight of the message or of an itinerary. Empty carrier and number: open or by other means (ARNK).</summary>
public sealed record Flight
{
    public string Carrier { get; init; } = "";

    /// <summary>As sent, leading zeros kept.</summary>
    public string Number { get; init; } = "";

    /// <summary>Who flies it, when another than who sells it.</summary>
    public string OperatingCarrier { get; init; } = "";

    public string OperatingNumber { get; init; } = "";

    public string BookingClass { get; init; } = "";

    /// <summary>Status code (HK, RR, UN, HX…) and the number of travellers of RPI.</summary>
    public string Status { get; init; } = "";

    public int? Travellers { get; init; }

    public string Equipment { get; init; } = "";

    public IReadOnlyList<Leg> Legs { get; init; } = [];

    public IReadOnlyList<Locator> Locators { get; init; } = [];

    public int Segment { get; init; }
}

/// <param name="From">IATA airport code as sent.</param>
public sealed record Leg(string From, string To, LocalTime? Departure, LocalTime? Arrival, int Segment);

public sealed record GroupName(string Name, string Kind, int Segment);

public sealed record Split(Locator Locator, int? Travellers, int Segment);

public sealed record SideBooking(string Kind, IReadOnlyList<string> Texts, int Segment);

/// <summary>SSR: code, status, the text, and the traveller it is for (null: the whole booking or nobody named).</summary>
public sealed record SpecialRequest(string Code, string Status, int? Quantity, string Carrier, string From, string To, string Text, string Detail, string Reference, int Segment);

public sealed record ExcessBaggage(string Currency, string Amount, string Pieces, int Segment);

/// <summary>One line of history.</summary>
/// <param name="Action">A added, X cancelled; empty when not said.</param>
/// <param name="Texts">Its segments as sent: they are not interpreted.</param>
public sealed record HistoryEntry(LocalTime? When, string By, string Action, IReadOnlyList<string> Texts, IReadOnlyList<string> Names, int Segment);

public sealed record FreeText(string Kind, string Text, int Segment);
