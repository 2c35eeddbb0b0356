using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Belfry.Shell;

/// <summary>
/// Stands before every route: what a route states is asked here, so that a page that forgot to ask still shows nothing. A route
/// that states nothing is closed. The use case asks again, with the owner of what it is about.
/// </summary>
sealed class Gate(RequestDelegate next, Access access)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (ComesFromElsewhere(http))
        {
            await RefuseAsync(http, ShellProblems.FromElsewhere);
            return;
        }

        var endpoint = http.Features.Get<IEndpointFeature>()?.Endpoint;
        if (endpoint is null || endpoint.Metadata.GetMetadata<OpenToAllAttribute>() is not null)
        {
            await next(http);
            return;
        }

        var (needs, who) = (endpoint.Metadata.GetMetadata<NeedsAttribute>(), http.Person());
        if (who is null)
        {
            await RefuseAsync(http, ShellProblems.NotSignedIn);
        }
        else if (needs is not null ? access.AllowsSomewhere(who, needs.Action) : endpoint.Metadata.GetMetadata<SignedInAttribute>() is not null)
        {
            await next(http);
        }
        else
        {
            await RefuseAsync(http, ShellProblems.NotAllowed.With(("action", needs?.Action ?? "")));
        }
    }

    // A browser says where an unsafe request comes from; what carries no cookie (a token) needs no such check (S-9).
    static bool ComesFromElsewhere(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || http.Request.Cookies.Count == 0)
        {
            return false;
        }

        var site = http.Request.Headers["Sec-Fetch-Site"].ToString();
        var origin = http.Request.Headers.Origin.ToString();
        return site is not ("" or "same-origin" or "none") || (origin.Length > 0 && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || from.Authority != http.Request.Host.Value));
    }

    static Task RefuseAsync(HttpContext http, Kernel.Problem problem)
    {
        if (problem.Status == 401 && HttpMethods.IsGet(http.Request.Method) && !http.Request.Path.StartsWithSegments("/api") && !http.Request.Path.StartsWithSegments("/live"))
        {
            http.Response.Redirect("/sign-in?to=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString));
            return Task.CompletedTask;
        }

        return Answers.Refusal(http, [problem]).ExecuteAsync(http);
    }
}
