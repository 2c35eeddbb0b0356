namespace Belfry.Passengers;

/// <summary>The forms a carrier may send.</summary>
public enum MessageFormat
{
    /// <summary>An EDIFACT message of a type that carries no travellers (ACKRES, CUSRES, GOVREQ…): kept, not read.</summary>
    Other,

    /// <summary>IATA PADIS PNRGOV, 10.1 to 18.1.</summary>
    Pnrgov,

    /// <summary>IATA PNRGOV XML, 13.1 to 16.1.</summary>
    PnrgovXml,

    /// <summary>UN/EDIFACT PAXLST, D.02B to D.18A.</summary>
    Paxlst,

    /// <summary>The older US dialect of PAXLST with PDT segments.</summary>
    PaxlstUs,

    /// <summary>Rows with a header, as agreed with small carriers.</summary>
    Csv,
}

/// <summary>What the sender wants done with the message.</summary>
public enum MessageFunction
{
    Unknown,

    /// <summary>A full list or a full push of bookings.</summary>
    Full,

    /// <summary>Only what changed since the last push (PNRGOV MSG 141, PAXLST CP).</summary>
    Change,

    /// <summary>The travellers listed are taken off (PAXLST XR).</summary>
    Cancel,

    /// <summary>A reduction of an earlier list (PAXLST RP).</summary>
    Reduction,

    /// <summary>The flight is closed (CL).</summary>
    CloseOut,

    /// <summary>The flight is closed; those listed are not on board (CLNB).</summary>
    CloseOutNotOnBoard,

    /// <summary>The flight is closed; those listed are on board (CLOB).</summary>
    CloseOutOnBoard,

    /// <summary>The flight is cancelled (XF).</summary>
    FlightCancelled,

    /// <summary>The flight changed (CF).</summary>
    FlightChanged,
}

/// <summary>One message: who sent it, which flight, which travellers.</summary>
public sealed record PassengerMessage
{
    public MessageFormat Format { get; init; }

    /// <summary>As sent: PNRGOV, PAXLST, IATA_PNRGOV_NotifRQ, CSV.</summary>
    public string Type { get; init; } = "";

    /// <summary>PNRGOV 11.1, PAXLST D.05B; empty when not stated.</summary>
    public string Version { get; init; } = "";

    public MessageFunction Function { get; init; }

    /// <summary>The code the function was read from, as sent: 22, 141, 745, 745 CP, 266 CLNB.</summary>
    public string FunctionCode { get; init; } = "";

    /// <summary>A crew list by its header (PAXLST 250, 336 master crew list).</summary>
    public bool CrewList { get; init; }

    /// <summary>Syntax identifier and version: IATA:1, UNOA:4. Empty outside EDIFACT.</summary>
    public string Syntax { get; init; } = "";

    public string Sender { get; init; } = "";

    public string Recipient { get; init; } = "";

    /// <summary>Control reference of the interchange (UNB) and of the message (UNH).</summary>
    public string InterchangeReference { get; init; } = "";

    public string Reference { get; init; } = "";

    /// <summary>What joins the parts of one push, mostly flight and departure.</summary>
    public string AccessReference { get; init; } = "";

    /// <summary>Null when the message is whole.</summary>
    public MessagePart? Part { get; init; }

    /// <summary>PAXLST RFF+TN: the sender's transaction, and its revision.</summary>
    public string Transaction { get; init; } = "";

    public string Revision { get; init; } = "";

    /// <summary>How many travellers the sender says the flight has (CNT 42/41) or bookings the message has (EQN). Null when not said.</summary>
    public int? StatedCount { get; init; }

    /// <summary>The flight the message is about, with its legs. More than one for a progressive flight.</summary>
    public IReadOnlyList<Flight> Flights { get; init; } = [];

    /// <summary>Whom to ask about the message (NAD+MS, COM; the XML originator).</summary>
    public IReadOnlyList<Contact> SenderContacts { get; init; } = [];

    /// <summary>The bookings (PNR) of a PNRGOV message; empty for lists.</summary>
    public IReadOnlyList<Booking> Bookings { get; init; } = [];

    /// <summary>Every traveller, once for each record that names them as such; nobody is merged with another.</summary>
    public IReadOnlyList<Passenger> Passengers { get; init; } = [];

    public IReadOnlyList<Rejected> Rejected { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public IReadOnlyList<KeptSegment> Kept { get; init; } = [];

    public ReadingCounts Counts { get; init; }
}

/// <param name="Number">From 1.</param>
/// <param name="Position">C = more follow, F = the last; empty when the sender does not say.</param>
public sealed record MessagePart(int Number, string Position);
