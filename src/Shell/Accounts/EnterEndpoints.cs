using System.Security.Cryptography;
using Belfry.Kernel;
using Belfry.Shell.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Shell;

/// <summary>
/// One-time links. The link is /enter#TOKEN: what stands behind # stays in the browser until its form posts it, so that no log, proxy or
/// preview of the mail program spends it. Then the enrolment: a passkey, or passphrase and code.
/// </summary>
static class EnterEndpoints
{
    const string Why = "Someone with a one-time link has no account yet.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/enter", () => Answering.Page<EnterPage>()).OpenToAll(Why);
        routes.MapPost("/enter", RedeemAsync).OpenToAll(Why).FromOwnForm();
        routes.MapGet("/enrol", async (HttpContext http, Enrolment enrolment, CancellationToken ct) =>
            await FindAsync(http, enrolment, ct) is { } row ? Answering.Page<EnrolPage>(("Name", row.Name), ("SignInName", row.SignInName)) : Over(http)).OpenToAll(Why);
        routes.MapPost("/enrol/passkey/options", async (HttpContext http, Enrolment enrolment, Passkeys passkeys, CancellationToken ct) =>
            await FindAsync(http, enrolment, ct) is { } row ? Answering.Json(await passkeys.AskToRegisterAsync(http, PasskeyUse.Enrol, row.Account, row.SignInName, row.Name)) : Over(http)).OpenToAll(Why).FromOwnForm();
        routes.MapPost("/enrol/passkey", ByPasskeyAsync).OpenToAll(Why).FromOwnForm();
        routes.MapGet("/enrol/code", async (HttpContext http, Enrolment enrolment, IDataProtectionProvider protection, CancellationToken ct) =>
            await FindAsync(http, enrolment, ct) is { } row ? CodeForm.Page(protection, row.Account, row.SignInName, "/enrol/code", null, []) : Over(http)).OpenToAll(Why);
        routes.MapPost("/enrol/code", ByCodeAsync).OpenToAll(Why).FromOwnForm();
    }

    static async Task<IResult> RedeemAsync(HttpContext http, Enrolment enrolment, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        if (!(await enrolment.RedeemAsync(form["link"], Visit.Of(http), ct)).TryGet(out var redeemed, out var problems))
        {
            return Answering.Page<EnterPage>(("Problems", problems));
        }

        if (redeemed.Session is { } session)
        {
            http.Open(session);
            return Results.LocalRedirect("/");
        }

        http.SetSecret(SecretCookies.Enrol, redeemed.Enrol!);
        return Results.LocalRedirect("/enrol");
    }

    static async Task<IResult> ByPasskeyAsync(HttpContext http, Enrolment enrolment, Passkeys passkeys, Clock clock, CancellationToken ct)
    {
        if (await FindAsync(http, enrolment, ct) is not { } row)
        {
            return Over(http);
        }

        var posted = await Json.ReadAsync<Answering.PasskeyPost>(http, 64 * 1024);
        if (!posted.TryGet(out var post, out var problems))
        {
            return Answers.Refusal(http, problems);
        }

        if (!(await passkeys.RegisterAsync(http, PasskeyUse.Enrol, row.Account, post.Credential)).TryGet(out var answer, out problems)
            || !PlainText.From(post.Name, "name", 60, required: false).TryGet(out var name, out problems)
            || !(await enrolment.ByPasskeyAsync(row, answer.ToRow(Factors.NameOr(name), clock.Now), answer.SpendAsync, Visit.Of(http), ct)).TryGet(out var session, out problems))
        {
            return Answers.Refusal(http, problems);
        }

        http.DropSecret(SecretCookies.Enrol);
        http.Open(session);
        return Answering.GoTo("/account");
    }

    static async Task<IResult> ByCodeAsync(HttpContext http, Enrolment enrolment, IDataProtectionProvider protection, CancellationToken ct)
    {
        if (await FindAsync(http, enrolment, ct) is not { } row)
        {
            return Over(http);
        }

        var form = await http.Request.ReadFormAsync(ct);
        if (CodeForm.Read(protection, row.Account, form["key"]) is not { } key)
        {
            return Answering.Refuse(http, [AccountProblems.ForeignForm]);
        }

        if (!(await enrolment.ByCodeAsync(row, form["passphrase"], key, form["code"], Visit.Of(http), ct)).TryGet(out var done, out var problems))
        {
            return CodeForm.Page(protection, row.Account, row.SignInName, "/enrol/code", key, problems);
        }

        http.DropSecret(SecretCookies.Enrol);
        http.Open(done.Session);
        return Answering.Page<ShownOncePage>(("Kind", ShownOnce.RecoveryCodes), ("Lines", done.Codes));
    }

    static Task<InvitationRow?> FindAsync(HttpContext http, Enrolment enrolment, CancellationToken ct) => enrolment.FindAsync(http.Request.Cookies[SecretCookies.Enrol], ct);

    static IResult Over(HttpContext http) => Answering.Refuse(http, [AccountProblems.EnrolmentOver]);
}

/// <summary>The page that shows an authenticator key and asks its first code. The key travels sealed in the form, so nothing is stored before it works.</summary>
static class CodeForm
{
    public static IResult Page(IDataProtectionProvider protection, Guid account, string signInName, string action, byte[]? shown, IReadOnlyList<Problem> problems)
    {
        var key = shown ?? OneTimeCode.NewKey();
        return Answering.Page<CodePage>(
            ("Action", action), ("Key", OneTimeCode.Base32(key)), ("Address", OneTimeCode.Address(signInName, key)), ("Sealed", Convert.ToHexStringLower(Seal(protection, account).Protect(key))), ("Problems", problems));
    }

    public static byte[]? Read(IDataProtectionProvider protection, Guid account, string? text)
    {
        try
        {
            return Seal(protection, account).Unprotect(Convert.FromHexString(text ?? ""));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null; // not the form we gave out
        }
    }

    static IDataProtector Seal(IDataProtectionProvider protection, Guid account) => protection.CreateProtector("Belfry.AuthenticatorKey.1", account.ToString("N"));
}
