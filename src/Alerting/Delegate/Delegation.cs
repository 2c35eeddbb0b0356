using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>Where a delegation stands at an instant.</summary>
public enum DelegationState
{
    /// <summary>Granted; a second person has not confirmed it.</summary>
    Unconfirmed,
    NotBegun,
    Holds,
    Over,
    Revoked,
}

/// <summary>A written, dated transfer of the decision right for one territory and one class, to one account.</summary>
/// <param name="Organisation">Whose territory; those below it as far as the giver's own right reaches.</param>
/// <param name="Document">Reference of the written decision, such as <c>B2026/14</c>.</param>
public sealed record Delegation(
    Guid Id, Guid Organisation, Guid Giver, string GiverName, Guid Taker, string TakerName, MessageClass Class, DateTimeOffset Starts, DateTimeOffset Ends, string Document,
    DateTimeOffset? Granted, DateTimeOffset? Confirmed, string ConfirmedName, DateTimeOffset? Revoked, string RevokedName)
{
    public DelegationState StateAt(DateTimeOffset now) => this switch
    {
        { Revoked: not null } => DelegationState.Revoked,
        _ when Ends <= now => DelegationState.Over,
        { Confirmed: null } => DelegationState.Unconfirmed,
        _ when Starts > now => DelegationState.NotBegun,
        _ => DelegationState.Holds,
    };
}

/// <summary>As typed.</summary>
/// <param name="Taker">Sign-in name.</param>
/// <param name="From">Null: at once.</param>
public sealed record DelegationForm(string? Taker, Guid Organisation, MessageClass Class, DateTimeOffset? From, DateTimeOffset? Until, string? Document);
