using Belfry.Kernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Belfry.Shell;

/// <summary>How the pages of Accounts answer: a page, a page with what is wrong, or problem+json to a script.</summary>
static class Answering
{
    public static IResult Page<TPage>(params ReadOnlySpan<(string Name, object? Value)> values)
        where TPage : IComponent
    {
        var parameters = new Dictionary<string, object?>();
        var status = StatusCodes.Status200OK;
        foreach (var (name, value) in values)
        {
            parameters[name] = value;
            status = value is IReadOnlyList<Problem> { Count: > 0 } problems ? problems[0].Status : status;
        }

        return new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }

    /// <summary>A form of a browser gets a page with the sentences; everyone else problem+json.</summary>
    public static IResult Refuse(HttpContext http, IReadOnlyList<Problem> problems) =>
        http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) ? Page<RefusedPage>(("Problems", problems)) : Answers.Refusal(http, problems);

    /// <summary>Refuses with ACC-003 what does not carry this browser's and this person's form token (S-9).</summary>
    public static RouteHandlerBuilder FromOwnForm(this RouteHandlerBuilder route) => route.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http) ? await next(context) : Refuse(http, [AccountProblems.ForeignForm]);
    });

    /// <summary>Sends the browser to prove again who is there when the last proof is older than five minutes; a script is told so (SHELL-002).</summary>
    public static RouteHandlerBuilder AfterStepUp(this RouteHandlerBuilder route) => route.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        if (http.Session() is null)
        {
            return Refuse(http, [AccountProblems.TokenIsNoPerson]);
        }

        var fresh = http.RequestServices.GetRequiredService<Factors>().Fresh(http.SignedIn());
        return fresh.Ok ? await next(context)
            : http.Request.HasFormContentType || HttpMethods.IsGet(http.Request.Method) ? Results.LocalRedirect("/account/step-up?to=" + Uri.EscapeDataString(HttpMethods.IsGet(http.Request.Method) ? http.Request.Path : "/account"))
            : Answers.Refusal(http, fresh.Problems);
    });

    /// <summary>What a passkey script posts.</summary>
    public sealed record PasskeyPost(string Credential, string? Name = null);

    public static IResult Json(string json) => Results.Text(json, "application/json");

    public static IResult GoTo(string path) => Results.Json(new { to = path }, Shell.Json.Strict);

    public static void Open(this HttpContext http, string session) => http.SetSecret(SecretCookies.Session, session);
}
