using System.Security.Cryptography;
using Belfry.Kernel;
using Belfry.Shell.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Belfry.Shell;

/// <summary>
/// The header Idempotency-Key on commands of the API: the same key with the same body answers what it answered before, for 30 days.
/// A use case that makes something also takes its id from the key, so that a crash between the act and its answer makes nothing twice.
/// </summary>
public static class CommandKeys
{
    public const string Header = "Idempotency-Key";

    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The id of what this command makes: the same for the same person and key. Without a key a new one.</summary>
    public static Id<T> NewId<T>(this HttpContext http, Person who, Clock clock) =>
        http.Request.Headers.TryGetValue(Header, out var key) && key.ToString() is { Length: > 0 and <= 200 } text
            ? new Id<T>(Organisation.IdOf($"command {who.Account:N} {typeof(T).Name} {text}"))
            : Id<T>.New(clock);

    public static RouteHandlerBuilder RemembersAnswers(this RouteHandlerBuilder route) => route.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        if (!http.Request.Headers.TryGetValue(Header, out var header) || header.ToString() is not { Length: > 0 and <= 200 } key || http.Person() is not { } who)
        {
            return await next(context);
        }

        var body = await Json.BytesAsync(http, 32 * 1024 * 1024);
        if (!body.TryGet(out var bytes, out var problems))
        {
            return Answers.Refusal(http, problems);
        }

        http.Request.Body = new MemoryStream(bytes.ToArray(), writable: false);
        var digest = SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes(http.Request.Method + " " + http.Request.Path + "\n"), .. bytes.Span]);
        var db = http.RequestServices.GetRequiredService<Db>();
        var viewer = http.RequestServices.GetRequiredService<Access>().ViewerOf(who);
        if (await db.ReadAsync(viewer, reading => AnswerStore.FindAsync(reading, who.Account, key), http.RequestAborted) is { } before)
        {
            return before.Digest.AsSpan().SequenceEqual(digest)
                ? Results.Text(before.Body, before.Status < 400 ? "application/json" : "application/problem+json", statusCode: (int)before.Status)
                : Answers.Refusal(http, [ShellProblems.KeyUsedOtherwise]);
        }

        var answer = await next(context);
        if (answer is IResult result)
        {
            return new Remembered(result, new AnswerStore.Answer(who.Account, key, digest, 0, ""));
        }

        return answer;
    });

    internal static async Task ForgetAsync(Db db, CancellationToken ct) =>
        await db.ChangeAsync(new Act(Viewer.Program("commands"), "ForgetAnswers"), change => AnswerStore.ForgetAsync(change, change.Now - Kept), ct);

    sealed class Remembered(IResult result, AnswerStore.Answer answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (outside, copy) = (httpContext.Response.Body, new MemoryStream());
            httpContext.Response.Body = copy;
            await result.ExecuteAsync(httpContext);
            httpContext.Response.Body = outside;
            if (httpContext.Response.StatusCode is < 500 and not (401 or 403 or 409))
            {
                var db = httpContext.RequestServices.GetRequiredService<Db>();
                await db.ChangeAsync(
                    new Act(Viewer.Program("commands"), "RememberAnswer"),
                    change => AnswerStore.AddAsync(change, answer with { Status = httpContext.Response.StatusCode, Body = System.Text.Encoding.UTF8.GetString(copy.ToArray()) }),
                    CancellationToken.None); // the act is done: its answer is kept whether or not the caller still listens
            }

            copy.Position = 0;
            await copy.CopyToAsync(outside, httpContext.RequestAborted);
        }
    }
}
