namespace Belfry.Dispatch;

public enum LinkCondition
{
    /// <summary>Trying; nothing can be sent.</summary>
    Connecting,

    Up,

    /// <summary>Lost or not reachable; tried again by itself.</summary>
    Down,

    /// <summary>The carrier does not let us in (name, password, already bound). Tried again slowly; a person should look.</summary>
    Refused,

    /// <summary>Closed by us, for good.</summary>
    Closed,
}

/// <param name="Reason">For a person, in English, with the carrier's code; empty while up.</param>
public sealed record LinkState(LinkCondition Condition, string Reason, DateTimeOffset Since);
