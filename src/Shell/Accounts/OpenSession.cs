using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>A session as its owner sees it in the list.</summary>
/// <param name="Network">First half of the address: enough to recognise, not to follow.</param>
/// <param name="Agent">Browser and system in a few words.</param>
public sealed record OpenSession(Guid Id, SignInFactor Factor, DateTimeOffset Created, DateTimeOffset Seen, string Network, string Agent, DateTimeOffset? SteppedUp)
{
    public Id<OpenSession> Key => new(Id);
}
