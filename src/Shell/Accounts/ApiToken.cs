using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>A bearer token as its owner sees it. The token itself is shown once, when it is made.</summary>
/// <param name="Scopes">Words separated by spaces: <c>alerts:draft cap:validate</c>.</param>
/// <param name="Used">Within a minute; null when never.</param>
public sealed record ApiToken(Guid Id, string Name, string Scopes, DateTimeOffset Created, DateTimeOffset Until, DateTimeOffset? Used)
{
    public Id<ApiToken> Key => new(Id);
}
