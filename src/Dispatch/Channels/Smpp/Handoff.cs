namespace Belfry.Dispatch.Smpp;

/// <summary>One message on its way over a link, until all its parts are settled.</summary>
sealed class Handoff(OutgoingMessage message, SmsPlan plan, ushort reference)
{
    static readonly IReadOnlyList<string> None = [];

    readonly string?[] ids = new string?[plan.Bodies.Length];
    int open = plan.Bodies.Length;
    string? unknown;
    (RefusalKind Kind, string Code)? refusal;

    public OutgoingMessage Message => message;

    public SmsPlan Plan => plan;

    public ushort Reference => reference;

    /// <summary>A part has been given to the connection.</summary>
    public bool Started { get; set; }

    /// <summary>A part was refused: the others need not leave any more.</summary>
    public bool Doomed => refusal is not null;

    /// <returns>The verdict when this was the last part.</returns>
    public CarrierReport? Taken(int part, string id)
    {
        ids[part] = id;
        return Settled();
    }

    public CarrierReport? Lost(string why)
    {
        unknown ??= why;
        return Settled();
    }

    public CarrierReport? Refuse(RefusalKind kind, string code)
    {
        refusal ??= (kind, code);
        return Settled();
    }

    CarrierReport? Settled()
    {
        if (--open > 0)
        {
            return null;
        }

        var known = ids.Any(id => id is not null) ? (IReadOnlyList<string>)[.. ids.OfType<string>()] : None;
        if (unknown is not null)
        {
            return new CarrierReport.Unknown(message.Reference, unknown, known);
        }

        if (refusal is { } refused)
        {
            // With a part at the carrier, "nothing left the house" would be untrue.
            return new CarrierReport.Refused(message.Reference, refused.Kind == RefusalKind.NotSent && known.Count > 0 ? RefusalKind.Temporary : refused.Kind, refused.Code, known);
        }

        return new CarrierReport.Accepted(message.Reference, known);
    }
}

/// <summary>One part that waits, or has left under a sequence number.</summary>
/// <param name="At">When it left; for a part that goes again, when it may.</param>
readonly record struct Flight(Handoff Of, int Part, int Tries, TimeSpan At, string Code);
