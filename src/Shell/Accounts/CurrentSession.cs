using Belfry.Kernel;
using Microsoft.AspNetCore.Http;

namespace Belfry.Shell;

/// <summary>What else is known of a request's person: the session behind it.</summary>
public static class CurrentSession
{
    /// <summary>Null when nobody has signed in, or by an API token. With <see cref="SessionWatch.Revoked"/> a stream learns of its end.</summary>
    public static Id<OpenSession>? Session(this HttpContext http) => http.Features.Get<Found>()?.Session;

    /// <summary>How the session was opened; null when nobody has signed in.</summary>
    public static SignInFactor? Factor(this HttpContext http) => http.Features.Get<Found>()?.Factor;
}
