using Belfry.Kernel;

namespace Belfry.Incidents;

public enum IntakeState
{
    Waiting,

    /// <summary>A person made an incident of it, or added it to one.</summary>
    Accepted,
    Dismissed,
}

/// <summary>How far a message can be believed to come from who it says. Shown everywhere, decides nothing by itself.</summary>
public enum IntakeTrust
{
    /// <summary>Signed by someone we know.</summary>
    Verified,

    /// <summary>Not signed, or by someone we do not know.</summary>
    Unverified,

    /// <summary>Signed, and changed since.</summary>
    Broken,
}

/// <summary>Something that came in and waits for a person. It becomes a proposal, never an act.</summary>
/// <param name="Identity">What makes it the same message: CAP sender, identifier and sent.</param>
/// <param name="Area">GeoJSON; empty when it has none that lies in the country.</param>
public sealed record IntakeMessage(
    Id<IntakeMessage> Id, Guid Organisation, string Source, string Identity, DateTimeOffset Received, DateTimeOffset? Sent, string Sender, string Title, string Body, string Area, string Severity,
    DateTimeOffset? Expires, IntakeTrust Trust, string TrustReason, IntakeState State, DateTimeOffset? Decided, string DecidedBy, string Reason, Guid? Incident);
