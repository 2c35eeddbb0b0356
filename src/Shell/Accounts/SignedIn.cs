using System.Security.Claims;
using Belfry.Kernel;
using Microsoft.AspNetCore.Http;

namespace Belfry.Shell;

/// <summary>
/// Puts the person on the request: from a bearer token if one is sent, else from the session cookie. What lives longer than a request
/// (/live, a circuit) is cut when the session ends.
/// </summary>
sealed class SignedIn(RequestDelegate next, Sessions sessions, SessionWatch watch)
{
    const string Scheme = "Belfry";

    public async Task InvokeAsync(HttpContext http)
    {
        var token = Bearer(http) ?? http.Request.Cookies[SecretCookies.Session];
        if (token is null || await sessions.FindAsync(token, http.RequestAborted) is not { } found || (found.Session is null) != (Bearer(http) is not null))
        {
            await next(http);
            return;
        }

        http.SetPerson(found.Person);
        http.Features.Set(found);
        http.User = ToPrincipal(found);
        http.Response.Headers.CacheControl = "no-store";
        if (found.Session is { } session && (http.Request.Path.StartsWithSegments("/live") || http.Request.Path.StartsWithSegments("/_blazor")))
        {
            await using var cut = watch.Revoked(session).Register(http.Abort);
            await next(http);
            return;
        }

        await next(http);
    }

    // For the framework's own needs: forms are bound to the person, circuits know the session.
    static ClaimsPrincipal ToPrincipal(Found found) => new(new ClaimsIdentity(
    [
        new Claim(ClaimTypes.NameIdentifier, found.Person.Account.ToString("D")),
        new Claim(ClaimTypes.Name, found.Person.Name),
        new Claim("session", found.Session?.ToString() ?? ""),
    ], Scheme));

    static string? Bearer(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : null;
}
