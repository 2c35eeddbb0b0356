using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>A role a person has in an organisation.</summary>
public readonly record struct RoleIn(Role Role, Guid Organisation);

/// <summary>The person behind a request, a command or a token: who, for which organisation, with which roles.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Organisation">The one they act for now.</param>
/// <param name="SteppedUp">When the second factor was last proved; null when not in this session, or by a token.</param>
public sealed record Person(Guid Account, string Name, Guid Organisation, IReadOnlyList<RoleIn> Roles, Language Language, DateTimeOffset? SteppedUp = null)
{
    /// <summary>Actions a token is limited to; null for a person at a screen.</summary>
    public IReadOnlySet<string>? Scopes { get; init; }
}
