namespace Belfry.Incidents;

/// <summary>What happens, how bad, and what to do, in one language (CAP 1.2, 3.2.2).</summary>
public sealed record CapInfo
{
    /// <summary>RFC 3066 code: <c>nl-BE</c>. Null counts as en-US.</summary>
    public string? Language { get; init; }

    /// <summary>At least one in CAP 1.1 and 1.2.</summary>
    public IReadOnlyList<CapCategory> Categories { get; init; } = [];

    public required string Event { get; init; }

    public IReadOnlyList<CapResponse> Responses { get; init; } = [];

    public required CapUrgency Urgency { get; init; }

    public required CapSeverity Severity { get; init; }

    public required CapCertainty Certainty { get; init; }

    public string? Audience { get; init; }

    public IReadOnlyList<CapValue> EventCodes { get; init; } = [];

    /// <summary>Null counts as the moment of sending.</summary>
    public DateTimeOffset? Effective { get; init; }

    public DateTimeOffset? Onset { get; init; }

    /// <summary>Null leaves it to each receiver; the Belgian profile demands it.</summary>
    public DateTimeOffset? Expires { get; init; }

    public string? SenderName { get; init; }

    public string? Headline { get; init; }

    public string? Description { get; init; }

    public string? Instruction { get; init; }

    /// <summary>A whole address.</summary>
    public string? Web { get; init; }

    public string? Contact { get; init; }

    public IReadOnlyList<CapValue> Parameters { get; init; } = [];

    public IReadOnlyList<CapResource> Resources { get; init; } = [];

    public IReadOnlyList<CapArea> Areas { get; init; } = [];
}

/// <summary>A value under a name that its issuer defines: an event code, a parameter, a geocode such as NIS 44021.</summary>
public sealed record CapValue(string Name, string Value);

/// <summary>A file that goes with the message (CAP 1.2, 3.2.3).</summary>
public sealed record CapResource
{
    public required string Description { get; init; }

    /// <summary>Type/subtype. Null only where CAP 1.0 and 1.1 allow it.</summary>
    public string? MimeType { get; init; }

    /// <summary>Bytes, roughly.</summary>
    public long? Size { get; init; }

    public string? Uri { get; init; }

    /// <summary>The content itself, base64, for one-way links.</summary>
    public string? DerefUri { get; init; }

    /// <summary>SHA-1 in hexadecimal, as CAP asks for; it protects against chance, not against malice.</summary>
    public string? Digest { get; init; }
}
