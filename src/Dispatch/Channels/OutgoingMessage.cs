using Belfry.Kernel;

namespace Belfry.Dispatch;

/// <summary>One message for one address. The text is what the recipient reads, complete: marks of an exercise are in it already.</summary>
/// <param name="Reference">The ledger's delivery. Not reused while a verdict is owed.</param>
/// <param name="Dispatch">Which dispatch it belongs to, for <see cref="ICarrier.Stop"/>.</param>
/// <param name="To">SMS: digits with or without a leading +, at most 20. E-mail: one address.</param>
public sealed record OutgoingMessage(Guid Reference, Guid Dispatch, string To, string Text)
{
    public Language Language { get; init; } = Language.En;

    /// <summary>E-mail only.</summary>
    public string Subject { get; init; } = "";

    /// <summary>E-mail only; null makes plain paragraphs of the text.</summary>
    public string? Html { get; init; }

    /// <summary>E-mail only: where one POST ends this channel for this person (RFC 8058). Null leaves the headers out.</summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>After this instant it is not sent any more but refused as expired. Null: no end.</summary>
    public DateTimeOffset? NotAfter { get; init; }
}
