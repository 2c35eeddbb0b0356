using Belfry.Kernel;
using Belfry.Shell.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Shell;

/// <summary>Every way a person gets a session, but for a first enrolment and a persona's link (EnterEndpoints).</summary>
static class SignInEndpoints
{
    const string Why = "This is where people come in.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", (string? to) => Answering.Page<SignInPage>(("To", LocalPath.Of(to)))).OpenToAll(Why);
        routes.MapPost("/sign-in", ByPassphraseAsync).OpenToAll(Why).FromOwnForm();
        routes.MapPost("/sign-in/passkey/options", async (HttpContext http, Passkeys passkeys) =>
            Answering.Json(await passkeys.AskToProveAsync(http, PasskeyUse.SignIn, null))).OpenToAll(Why).FromOwnForm();
        routes.MapPost("/sign-in/passkey", ByPasskeyAsync).OpenToAll(Why).FromOwnForm();
        routes.MapPost("/sign-out", SignOutAsync).ForSignedIn().FromOwnForm();
    }

    static async Task<IResult> ByPassphraseAsync(HttpContext http, SignIn signIn, Devices devices, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        var (name, to) = (form["sign_in_name"].ToString(), LocalPath.Of(form["to"]));
        var opened = await signIn.ByPassphraseAsync(name, form["passphrase"], form["code"], http.Request.Cookies[SecretCookies.Device], Visit.Of(http), ct);
        if (!opened.TryGet(out var session, out var problems))
        {
            return Answering.Page<SignInPage>(("To", to), ("Name", name), ("Problems", problems));
        }

        http.Open(session);
        http.SetSecret(SecretCookies.Device, devices.Mark(SignInName.Fold(name)), TimeSpan.FromDays(365));
        return Results.LocalRedirect(to);
    }

    static async Task<IResult> ByPasskeyAsync(HttpContext http, Passkeys passkeys, SignIn signIn, string? to, CancellationToken ct)
    {
        var posted = await Json.ReadAsync<Answering.PasskeyPost>(http, 64 * 1024);
        if (!posted.TryGet(out var post, out var unreadable))
        {
            return Answers.Refusal(http, unreadable);
        }

        var proved = await passkeys.ProveAsync(http, PasskeyUse.SignIn, post.Credential);
        var opened = proved.TryGet(out var answer, out _)
            ? await signIn.ByPasskeyAsync(answer.Account, answer.UseAsync, Visit.Of(http), ct)
            : await signIn.RefuseAsync(null, Visit.Of(http), ct);
        if (!opened.TryGet(out var session, out var problems))
        {
            return Answers.Refusal(http, problems);
        }

        http.Open(session);
        return Answering.GoTo(LocalPath.Of(to));
    }

    static async Task<IResult> SignOutAsync(HttpContext http, Sessions sessions, CancellationToken ct)
    {
        if (http.Session() is { } session)
        {
            await sessions.EndAsync(http.SignedIn(), session, ct);
        }

        http.DropSecret(SecretCookies.Session);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Results.LocalRedirect("/sign-in");
    }
}
