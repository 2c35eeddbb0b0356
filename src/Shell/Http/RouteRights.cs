using Microsoft.AspNetCore.Builder;

namespace Belfry.Shell;

/// <summary>What a route asks. Every route has one; a test fails on a route that has none.</summary>
/// <param name="action">Of the permission, as <c>room.verb</c>. On a page as an attribute, on an endpoint by <see cref="RouteRights.Needs"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(string action) : Attribute
{
    public string Action => action;
}

/// <summary>A route anyone may call, and why.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToAllAttribute(string why) : Attribute
{
    public string Why => why;
}

/// <summary>A route for everyone who is signed in: their own account, drafts, language.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignedInAttribute : Attribute;

public static class RouteRights
{
    public static T Needs<T>(this T route, Permission permission)
        where T : IEndpointConventionBuilder => route.WithMetadata(new NeedsAttribute(permission.Action));

    public static T OpenToAll<T>(this T route, string why)
        where T : IEndpointConventionBuilder => route.WithMetadata(new OpenToAllAttribute(why));

    public static T ForSignedIn<T>(this T route)
        where T : IEndpointConventionBuilder => route.WithMetadata(new SignedInAttribute());
}
