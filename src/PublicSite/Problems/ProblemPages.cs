using Belfry.Kernel;
using Belfry.PublicSite.Pages;
using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Belfry.PublicSite;

/// <summary>/problems and /problems/CODE: what the <c>type</c> of a refusal (RFC 9457) leads to.</summary>
static class ProblemPages
{
    const string Why = "A refusal names this address; whoever was refused may read what it means.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/problems", PublicPages.Get, async (string? language, HttpContext http, PageMaker pages, ProblemCatalogue catalogue) =>
            Send(http, await pages.MakeAsync<ProblemsPage>(Asked(http, language), ProblemWords.Title, Address, new() { [nameof(ProblemsPage.Kinds)] = catalogue.All }))).OpenToAll(Why);
        routes.MapMethods("/problems/{code}", PublicPages.Get, async (string code, string? language, HttpContext http, PageMaker pages, ProblemCatalogue catalogue) => catalogue.Find(code) is { } kind
            ? Send(http, await pages.MakeAsync<ProblemPage>(Asked(http, language), ProblemWords.Title.Map(word => $"{kind.Code}: {word}"), one => AddressOf(kind, one), new() { [nameof(ProblemPage.Kind)] = kind }))
            : Answers.Refusal(http, [KernelProblems.NotFound])).OpenToAll(Why);
    }

    public static string Address(Language language) => "/problems?language=" + language.Tag()[..2];

    public static string AddressOf(ProblemKind kind, Language language) => $"/problems/{kind.Code}?language={language.Tag()[..2]}";

    static Language Asked(HttpContext http, string? language) => Languages.Parse(language) ?? PublicPages.Asked(http);

    static IResult Send(HttpContext http, byte[] page)
    {
        http.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Bytes(page, "text/html; charset=utf-8");
    }
}
