using Belfry.Alerting;
using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.PublicSite.Pages;
using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Belfry.PublicSite.Cap;

/// <summary>/cap: the signed messages and their feed, for machines of any site (panels, apps, aggregators).</summary>
static class CapEndpoints
{
    const string Why = "Published warnings are read by everyone's machines.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/cap/{identifier}.xml", PublicPages.Get, async (string identifier, HttpContext http, AlertReader reader) =>
            await reader.DocumentAsync(identifier, http.RequestAborted) is { } document
                ? Send(http, document, CapFeed.CapMediaType, "public, max-age=86400, immutable") // a signed message never changes; the next one has another name
                : Answers.Refusal(http, [KernelProblems.NotFound])).OpenToAll(Why);
        routes.MapMethods("/cap/feed.atom", PublicPages.Get, async (string? language, HttpContext http, Notices notices, FeedMaker feed, Instance instance) =>
            Send(http, feed.Make(await notices.ListAsync(http.RequestAborted), RootOf(http, instance), Languages.Parse(language) ?? Language.En), CapFeed.MediaType, "public, max-age=10")).OpenToAll(Why);
    }

    static IResult Send(HttpContext http, byte[] bytes, string type, string cache)
    {
        http.Response.Headers.CacheControl = cache;
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Bytes(bytes, type, entityTag: new EntityTagHeaderValue($"\"{PageMaker.DigestOf(bytes)}\""));
    }

    // A Host header is the caller's word, and the answer is cached for others: it is believed on this machine only.
    static string RootOf(HttpContext http, Instance instance) =>
        http.Request.Host.Host is "localhost" or "127.0.0.1" ? $"{http.Request.Scheme}://{http.Request.Host.Value}" : instance.Site;
}
