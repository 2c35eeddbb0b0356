using System.Collections.Frozen;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>An alert: a thread of versions about one thing. It has no state of its own; its versions have.</summary>
public sealed record Alert(Id<Alert> Id, Guid Organisation, string Number, Guid? Incident, DateTimeOffset Opened);

/// <summary>What a version is to those who got the one before. Stored by name.</summary>
public enum VersionKind
{
    Alert,

    /// <summary>The same danger, newer words, perhaps another area.</summary>
    Update,

    /// <summary>What was said was wrong. Goes to exactly those it was said to.</summary>
    Correction,

    /// <summary>The danger is over.</summary>
    AllClear,

    /// <summary>It should not have been sent at all.</summary>
    Cancel,
}

/// <summary>Where a version stands. Stored by name.</summary>
public enum VersionState
{
    Draft,

    /// <summary>Complete, frozen for editing, waits for a second person.</summary>
    Submitted,
    Withdrawn,

    /// <summary>Approved: its dispatch is opened in the same commit.</summary>
    Approved,

    /// <summary>Recipients are being frozen and handed over.</summary>
    Sending,
    Sent,
    Stopped,

    /// <summary>The approval or the message ran out before it had gone.</summary>
    Expired,
}

/// <summary>The moves a version may make. Every other move is ALERT-010.</summary>
public static class VersionMoves
{
    static readonly FrozenDictionary<VersionState, VersionState[]> Table = new Dictionary<VersionState, VersionState[]>
    {
        [VersionState.Draft] = [VersionState.Submitted, VersionState.Withdrawn],
        [VersionState.Submitted] = [VersionState.Draft, VersionState.Withdrawn, VersionState.Approved],
        [VersionState.Withdrawn] = [],
        [VersionState.Approved] = [VersionState.Sending, VersionState.Stopped, VersionState.Expired],
        [VersionState.Sending] = [VersionState.Sent, VersionState.Stopped, VersionState.Expired],
        [VersionState.Sent] = [],
        [VersionState.Stopped] = [],
        [VersionState.Expired] = [],
    }.ToFrozenDictionary();

    public static bool May(VersionState from, VersionState to) => Table[from].Contains(to);
}

/// <summary>One version of an alert as it stands.</summary>
/// <param name="Area">GeoJSON in canonical form.</param>
/// <param name="Valid">How long the warning holds once approved.</param>
/// <param name="Shown">How many messages the submitter was shown; the approver is shown the same.</param>
/// <param name="References">The version this one is about: updated, corrected, cleared, cancelled. Null for the first.</param>
public sealed record AlertVersion(
    Id<AlertVersion> Id, Id<Alert> Alert, Guid Organisation, string Number, long Version, VersionKind Kind, VersionState State, MessageClass Class, string Place, string Area,
    IReadOnlyList<ChannelKind> Channels, TimeSpan Valid, WarningCode Code, long Shown, Id<AlertVersion>? References, Guid? Incident, Guid SubmittedBy, DateTimeOffset Changed, DateTimeOffset? Approved,
    DateTimeOffset? Expires, Guid? Dispatch, string Reason, IReadOnlyList<AlertText> Texts)
{
    public string Subject => $"alert/{Alert}/{Version}";

    public AlertText? TextIn(Language language) => Texts.FirstOrDefault(text => text.Language == language);

    /// <summary>To whom it goes: those inside the area, those and whoever was told before, or exactly those of the version it is about.</summary>
    public AudienceRule Rule => Kind switch
    {
        VersionKind.Alert => AudienceRule.InsideArea,
        VersionKind.Update => AudienceRule.InsideAreaAndBefore,
        _ => AudienceRule.SameRecipients,
    };
}

public enum AudienceRule
{
    InsideArea,

    /// <summary>Nobody keeps acting on words that have been replaced (docs/decisions/0005).</summary>
    InsideAreaAndBefore,
    SameRecipients,
}

/// <summary>How the warning reads for machines (CAP 1.2). Values are the standard's own words.</summary>
public sealed record WarningCode(string Event, string Category = "Safety", string Response = "Shelter", string Urgency = "Immediate", string Severity = "Severe", string Certainty = "Observed");

/// <summary>The warning in one language: one structured message, rendered for each channel.</summary>
/// <param name="Title">Subject of the mail, headline of CAP. At most 160 characters.</param>
/// <param name="Sms">What phones show, complete in itself.</param>
/// <param name="Body">What happened and where; mail and CAP description.</param>
/// <param name="Instruction">What to do; mail and CAP instruction.</param>
public sealed record AlertText(Language Language, string Title, string Sms, string Body, string Instruction);
