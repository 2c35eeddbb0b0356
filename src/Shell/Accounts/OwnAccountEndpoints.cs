using Belfry.Kernel;
using Belfry.Shell.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Shell;

/// <summary>One's own account: step-up, factors, sessions, API tokens.</summary>
static class OwnAccountEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/account", ShowAsync).ForSignedIn();
        routes.MapGet("/account/step-up", (string? to) => Answering.Page<StepUpPage>(("To", LocalPath.Of(to)))).ForSignedIn();
        routes.MapPost("/account/step-up", StepUpByCodeAsync).ForSignedIn().FromOwnForm();
        routes.MapPost("/account/step-up/passkey/options", async (HttpContext http, Passkeys passkeys, Db db, CancellationToken ct) =>
            Answering.Json(await passkeys.AskToProveAsync(http, PasskeyUse.StepUp, await OwnAsync(http, db, ct)))).ForSignedIn().FromOwnForm();
        routes.MapPost("/account/step-up/passkey", StepUpByPasskeyAsync).ForSignedIn().FromOwnForm();

        routes.MapPost("/account/passkeys/options", async (HttpContext http, Passkeys passkeys, Db db, CancellationToken ct) =>
            await OwnAsync(http, db, ct) is { } own ? Answering.Json(await passkeys.AskToRegisterAsync(http, PasskeyUse.Add, own.Id, own.SignInName, own.Name)) : Answers.Refusal(http, [ShellProblems.NotSignedIn])).ForSignedIn().FromOwnForm().AfterStepUp();
        routes.MapPost("/account/passkeys", AddPasskeyAsync).ForSignedIn().FromOwnForm().AfterStepUp();
        routes.MapPost("/account/passkeys/{credential}/remove", async (string credential, HttpContext http, Factors factors, CancellationToken ct) =>
            Back(http, await factors.RemovePasskeyAsync(http.SignedIn(), http.Session()!.Value, credential, ct))).ForSignedIn().FromOwnForm().AfterStepUp();
        routes.MapGet("/account/code", async (HttpContext http, Db db, IDataProtectionProvider protection, CancellationToken ct) =>
            await OwnAsync(http, db, ct) is { } own ? CodeForm.Page(protection, own.Id, own.SignInName, "/account/code", null, []) : Answers.Refusal(http, [ShellProblems.NotSignedIn])).ForSignedIn().AfterStepUp();
        routes.MapPost("/account/code", SetCodeAsync).ForSignedIn().FromOwnForm().AfterStepUp();
        routes.MapPost("/account/recovery-codes", async (HttpContext http, Factors factors, CancellationToken ct) =>
            Once(http, ShownOnce.RecoveryCodes, await factors.NewRecoveryCodesAsync(http.SignedIn(), http.Session()!.Value, ct))).ForSignedIn().FromOwnForm().AfterStepUp();

        routes.MapPost("/account/sessions/{session}/end", async (string session, HttpContext http, Sessions sessions, CancellationToken ct) =>
            Back(http, Id<OpenSession>.TryParse(session) is { } id ? await sessions.EndAsync(http.SignedIn(), id, ct) : KernelProblems.NotFound)).ForSignedIn().FromOwnForm();
        routes.MapPost("/account/sessions/end-others", EndOthersAsync).ForSignedIn().FromOwnForm();
        routes.MapPost("/account/tokens", MakeTokenAsync).Needs(AccountPermissions.MakeToken).FromOwnForm().AfterStepUp();
        routes.MapPost("/account/tokens/{token}/revoke", async (string token, HttpContext http, ApiTokens tokens, CancellationToken ct) =>
            Back(http, Id<ApiToken>.TryParse(token) is { } id ? await tokens.RevokeAsync(http.SignedIn(), id, ct) : KernelProblems.NotFound)).ForSignedIn().FromOwnForm();
    }

    static async Task<IResult> ShowAsync(HttpContext http, Factors factors, Sessions sessions, ApiTokens tokens, CancellationToken ct)
    {
        var who = http.SignedIn();
        var held = await factors.OfAsync(who, ct);
        return Answering.Page<OwnAccountPage>(
            ("Passkeys", held.Passkeys), ("HasCode", held.Code), ("RecoveryCodesLeft", held.RecoveryCodes), ("Sessions", await sessions.OfAsync(who, ct)),
            ("Current", http.Session()), ("Tokens", await tokens.OfAsync(who, ct)));
    }

    static async Task<IResult> StepUpByCodeAsync(HttpContext http, SignIn signIn, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        var to = LocalPath.Of(form["to"]);
        if (http.Session() is not { } session)
        {
            return Answering.Refuse(http, [AccountProblems.TokenIsNoPerson]);
        }

        var proved = await signIn.StepUpAsync(http.SignedIn(), session, form["passphrase"], form["code"], Visit.Of(http), ct);
        if (!proved.TryGet(out var token, out var problems))
        {
            return Answering.Page<StepUpPage>(("To", to), ("Problems", problems));
        }

        http.Open(token);
        return Results.LocalRedirect(to);
    }

    static async Task<IResult> StepUpByPasskeyAsync(HttpContext http, Passkeys passkeys, Sessions sessions, SignIn signIn, Db db, string? to, CancellationToken ct)
    {
        var posted = await Json.ReadAsync<Answering.PasskeyPost>(http, 64 * 1024);
        if (http.Session() is not { } session || !posted.TryGet(out var post, out var problems))
        {
            return Answers.Refusal(http, posted.Ok ? [AccountProblems.TokenIsNoPerson] : posted.Problems);
        }

        var who = http.SignedIn();
        var proved = await passkeys.ProveAsync(http, PasskeyUse.StepUp, post.Credential);
        var stepped = proved.TryGet(out var answer, out _) && answer.Account == who.Account
            ? await sessions.StepUpAsync(who, session, answer.UseAsync, ct)
            : await signIn.RefuseAsync(await OwnAsync(http, db, ct), Visit.Of(http), ct);
        if (!stepped.TryGet(out var token, out problems))
        {
            return Answers.Refusal(http, problems);
        }

        http.Open(token);
        return Answering.GoTo(LocalPath.Of(to));
    }

    static async Task<IResult> AddPasskeyAsync(HttpContext http, Passkeys passkeys, Factors factors, CancellationToken ct)
    {
        var who = http.SignedIn();
        var posted = await Json.ReadAsync<Answering.PasskeyPost>(http, 64 * 1024);
        if (!posted.TryGet(out var post, out var problems)
            || !(await passkeys.RegisterAsync(http, PasskeyUse.Add, who.Account, post.Credential)).TryGet(out var answer, out problems)
            || !(await factors.AddPasskeyAsync(who, http.Session()!.Value, answer, post.Name, ct)).TryGet(out _, out problems))
        {
            return Answers.Refusal(http, problems);
        }

        return Answering.GoTo("/account");
    }

    static async Task<IResult> SetCodeAsync(HttpContext http, Factors factors, Db db, IDataProtectionProvider protection, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        if (await OwnAsync(http, db, ct) is not { } own || CodeForm.Read(protection, own.Id, form["key"]) is not { } key)
        {
            return Answering.Refuse(http, [AccountProblems.ForeignForm]);
        }

        var set = await factors.SetCodeAsync(http.SignedIn(), http.Session()!.Value, form["passphrase"], key, form["code"], ct);
        return set.Ok ? Once(http, ShownOnce.RecoveryCodes, set) : CodeForm.Page(protection, own.Id, own.SignInName, "/account/code", key, set.Problems);
    }

    static async Task<IResult> EndOthersAsync(HttpContext http, Sessions sessions, CancellationToken ct)
    {
        if (http.Session() is not { } session)
        {
            return Answering.Refuse(http, [AccountProblems.TokenIsNoPerson]);
        }

        await sessions.EndOthersAsync(http.SignedIn(), session, ct);
        return Results.LocalRedirect("/account");
    }

    static async Task<IResult> MakeTokenAsync(HttpContext http, ApiTokens tokens, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        var days = int.TryParse(form["days"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        var scopes = form["scopes"].ToString().Split([' ', ',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var made = await tokens.MakeAsync(http.SignedIn(), form["name"], scopes, days, ct);
        return Once(http, ShownOnce.ApiToken, made.Then<string[]>(one => (string[])[one.Token]));
    }

    static Task<Account?> OwnAsync(HttpContext http, Db db, CancellationToken ct) =>
        db.ReadAsync(Sessions.ViewerOf(http.SignedIn()), reading => Storage.AccountStore.FindAsync(reading, http.SignedIn().Account), ct);

    static IResult Once(HttpContext http, ShownOnce kind, Result<string[]> result) =>
        result.TryGet(out var lines, out var problems) ? Answering.Page<ShownOncePage>(("Kind", kind), ("Lines", lines)) : Answering.Refuse(http, problems);

    static IResult Back(HttpContext http, Result<Done> result) => result.Ok ? Results.LocalRedirect("/account") : Answering.Refuse(http, result.Problems);
}
