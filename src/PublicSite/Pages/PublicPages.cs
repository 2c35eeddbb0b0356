using System.Text;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Belfry.PublicSite.Pages;

/// <summary>/public: list, one alert, "is this alert real". Each language has its own address, so that a shared cache never mixes them.</summary>
static class PublicPages
{
    const string Why = "What was published is for everyone; nothing but published alerts is read here.";
    const int MostBytes = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/public", Get, async (HttpContext http, Notices notices, PageMaker pages) =>
        {
            http.Response.Headers.Vary = HeaderNames.AcceptLanguage;
            return Send(http, await pages.ListAsync(Asked(http), await notices.ListAsync(http.RequestAborted)));
        }).OpenToAll(Why);
        routes.MapMethods("/public/{tag:length(2)}", Get, async (string tag, HttpContext http, Notices notices, PageMaker pages) => Languages.Parse(tag) is { } language
            ? Send(http, await pages.ListAsync(language, await notices.ListAsync(http.RequestAborted)))
            : Answers.Refusal(http, [KernelProblems.NotFound])).OpenToAll(Why);
        routes.MapMethods("/public/{tag:length(2)}/{key}.html", Get, async (string tag, string key, HttpContext http, Notices notices, PageMaker pages) =>
            Languages.Parse(tag) is { } language && (await notices.ListAsync(http.RequestAborted)).FirstOrDefault(notice => notice.Key == key) is { } notice
                ? Send(http, await pages.OneAsync(language, notice))
                : Answers.Refusal(http, [KernelProblems.NotFound])).OpenToAll(Why);
        routes.MapMethods("/public/{tag:length(2)}/real", Get, async (string tag, HttpContext http, PageMaker pages) => Languages.Parse(tag) is { } language
            ? Send(http, await RealAsync(pages, language, []))
            : Answers.Refusal(http, [KernelProblems.NotFound])).OpenToAll(Why);
        routes.MapPost("/public/{tag:length(2)}/real", CheckAsync).OpenToAll("Whoever received a message may ask whether it is ours; nothing is kept.");
    }

    public static readonly string[] Get = [HttpMethods.Get, HttpMethods.Head];

    static async Task<IResult> CheckAsync(string tag, HttpContext http, Notices notices, PageMaker pages)
    {
        if (Languages.Parse(tag) is not { } language)
        {
            return Answers.Refusal(http, [KernelProblems.NotFound]);
        }

        if (!(await Json.BytesAsync(http, MostBytes)).TryGet(out var body, out var problems))
        {
            return Answers.Refusal(http, problems);
        }

        var typed = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span)).TryGetValue("typed", out var values) ? values.ToString() : "";
        var (likeness, of, found) = RealAlert.Find(typed, await notices.ListAsync(http.RequestAborted));
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(await RealAsync(pages, language, new()
        {
            [nameof(RealPage.Typed)] = typed.Length > RealAlert.MostCharacters ? typed[..RealAlert.MostCharacters] : typed,
            [nameof(RealPage.Likeness)] = likeness, [nameof(RealPage.Of)] = of, [nameof(RealPage.Found)] = found,
        }), "text/html; charset=utf-8");
    }

    static Task<byte[]> RealAsync(PageMaker pages, Language language, Dictionary<string, object?> values) =>
        pages.MakeAsync<RealPage>(language, PublicWords.Real, one => $"/public/{one.Tag()[..2]}/real", values);

    static IResult Send(HttpContext http, byte[] page)
    {
        http.Response.Headers.CacheControl = "public, max-age=10";
        return Results.Bytes(page, "text/html; charset=utf-8");
    }

    // Only what the browser asks for, never the cookie of a signed-in person: the answer is shared.
    internal static Language Asked(HttpContext http) => http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(one => one.Quality ?? 1)
        .Select(one => Languages.Parse(one.Value.Value)).FirstOrDefault(one => one is not null) ?? Language.En;
}
