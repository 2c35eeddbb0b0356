namespace Belfry.Dispatch;

/// <summary>What a carrier did with a message, or with the link.</summary>
public abstract record CarrierReport
{
    private protected CarrierReport()
    {
    }

    /// <summary>A verdict: the carrier has taken every part.</summary>
    /// <param name="CarrierIds">The carrier's id of each part, in order. Receipts name one of these. Empty where the carrier gives none.</param>
    public sealed record Accepted(Guid Reference, IReadOnlyList<string> CarrierIds) : CarrierReport;

    /// <summary>A verdict: at least one part was not taken, and none is in doubt.</summary>
    /// <param name="Code">SMPP: <c>0x0B RINVDSTADR</c>; SMTP: <c>550 5.1.1 no such user</c>; ours: a DISP code.</param>
    /// <param name="CarrierIds">Ids of the parts that were taken before: the recipient may see a piece. Mostly empty.</param>
    public sealed record Refused(Guid Reference, RefusalKind Kind, string Code, IReadOnlyList<string> CarrierIds) : CarrierReport;

    /// <summary>A verdict: bytes left and no answer came. Sending again may send twice.</summary>
    /// <param name="Why">Cut, mute, no answer in time.</param>
    public sealed record Unknown(Guid Reference, string Why, IReadOnlyList<string> CarrierIds) : CarrierReport;

    /// <summary>The answer to a message that was reported Unknown came after all. Not a verdict; it may let the ledger match receipts.</summary>
    public sealed record LateAnswer(Guid Reference, string CarrierId, bool Taken) : CarrierReport;

    /// <summary>What became of a part. May come before Accepted, twice, never, or for an id of long ago.</summary>
    /// <param name="CarrierId">Brought to the form the answers have (the route's setting).</param>
    /// <param name="Error">The network's code, as the carrier writes it; empty when none.</param>
    /// <param name="At">The carrier's done date where it can be read, else when the receipt arrived.</param>
    public sealed record Receipt(string CarrierId, ReceiptState State, string Error, DateTimeOffset At) : CarrierReport
    {
        /// <summary>What the carrier waits for until <see cref="ICarrier.Acknowledge"/>; null where nothing is owed.</summary>
        internal object? Owed { get; init; }
    }

    /// <summary>The carrier asked to slow down. Nothing to do: the same messages go again later. For the screen.</summary>
    public sealed record Throttled(DateTimeOffset Until, double PerSecond) : CarrierReport;

    /// <summary>Someone answered by SMS.</summary>
    public sealed record Reply(string From, string To, string Text) : CarrierReport;

    /// <summary>The link went up or down. Verdicts of what was under way are reported before this.</summary>
    public sealed record LinkChanged(LinkState State) : CarrierReport;
}

public enum RefusalKind
{
    /// <summary>This message will never be taken on this route: wrong number, wrong text.</summary>
    Permanent,

    /// <summary>Not now: try again, here or elsewhere.</summary>
    Temporary,

    /// <summary>Nothing of it left the house: sending it again cannot send it twice.</summary>
    NotSent,
}

/// <summary>SMPP 3.4 5.2.28.</summary>
public enum ReceiptState
{
    Enroute = 1,
    Delivered = 2,
    Expired = 3,
    Deleted = 4,
    Undeliverable = 5,
    Accepted = 6,
    Unknown = 7,
    Rejected = 8,
}
