namespace Belfry.Incidents;

/// <summary>
/// One CAP message as data (OASIS CAP 1.2, 3.2.1). Older versions are read into the same shape. It holds what was said, also when the
/// rules of <see cref="CapRules"/> object to it: a foreign warning with a broken polygon is still a warning.
/// </summary>
public sealed record CapAlert
{
    /// <summary>The version it was read from. Written is always 1.2.</summary>
    public CapVersion Version { get; init; } = CapVersion.V12;

    /// <summary>Unique per sender; no space, comma, &lt; or &amp;.</summary>
    public required string Identifier { get; init; }

    /// <summary>Who answers for it, unique in the world; no space, comma, &lt; or &amp;.</summary>
    public required string Sender { get; init; }

    /// <summary>Whole seconds count; the offset is the sender's and is kept.</summary>
    public required DateTimeOffset Sent { get; init; }

    public required CapStatus Status { get; init; }

    public required CapMessageType MessageType { get; init; }

    public string? Source { get; init; }

    /// <summary>Public where CAP 1.0 left it out.</summary>
    public CapScope Scope { get; init; } = CapScope.Public;

    /// <summary>Who may see it; belongs to scope Restricted.</summary>
    public string? Restriction { get; init; }

    /// <summary>To whom; belongs to scope Private. Separated by spaces, quoted when one holds a space.</summary>
    public string? Addresses { get; init; }

    public IReadOnlyList<string> Codes { get; init; } = [];

    public string? Note { get; init; }

    /// <summary>The earlier messages this one updates, cancels or answers.</summary>
    public IReadOnlyList<CapReference> References { get; init; } = [];

    public string? Incidents { get; init; }

    /// <summary>One per language or per part of the event. A cancel or an acknowledgement may have none.</summary>
    public IReadOnlyList<CapInfo> Infos { get; init; } = [];
}

/// <summary>An earlier message, named as CAP names it: sender, identifier, sent.</summary>
public sealed record CapReference(string Sender, string Identifier, DateTimeOffset Sent)
{
    public override string ToString() => $"{Sender},{Identifier},{Cap.CapTime.Text(Sent)}";
}
