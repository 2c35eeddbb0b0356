using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>One thing a person may do.</summary>
/// <param name="Action">Room and verb: <c>alerting.approve</c>. Never reused for another thing.</param>
public sealed record Permission(string Action, LocalizedText Name)
{
    /// <summary>Must have proved the second factor again within five minutes, in the real world.</summary>
    public bool NeedsStepUp { get; init; }

    /// <summary>Holds only once a second, different person has confirmed it; the use case says who may.</summary>
    public bool NeedsTwo { get; init; }
}

/// <summary>Whose things a right reaches.</summary>
public enum Reach
{
    /// <summary>Of the organisation in which the person has the role.</summary>
    Own,

    /// <summary>And of those in its territory: a governor's municipalities, everyone's for a federal body.</summary>
    Below,
}

/// <summary>A row of the permission table: who may do what, whose, for which classes, in which worlds. What has no row is refused.</summary>
/// <param name="Classes">Null: the action has no class, or all are allowed.</param>
/// <param name="Worlds">Null: in all.</param>
public sealed record Allowance(
    Permission Permission, Role Role, Reach Reach, IReadOnlySet<MessageClass>? Classes = null, IReadOnlySet<World>? Worlds = null);
