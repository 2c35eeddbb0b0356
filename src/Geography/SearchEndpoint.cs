using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Geography;

static class SearchEndpoint
{
    const int MostCharacters = 100;

    /// <summary>GET /api/geo/search?q=: municipalities, places, postcodes; the names in the caller's language.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/geo/search", (string? q, HttpContext http) =>
    {
        if (q is not { Length: >= 1 and <= MostCharacters })
        {
            return Answers.Refusal(http, [GeographyProblems.SearchTooLong.At("q", ("limit", MostCharacters))]);
        }

        var language = http.LanguageOf();
        return Results.Json(Belgium.Load().Search(q, language).Select(found => Shown.Of(found, language)), Json.Strict);
    }).ForSignedIn();

    /// <summary>A found place as the API and the command line show it.</summary>
    internal sealed record Shown(PlaceKind Kind, string Name, double Latitude, double Longitude, string Refnis, string Municipality, string Province, string? Postcode)
    {
        public static Shown Of(FoundPlace found, Kernel.Language language) => new(
            found.Kind, found.Name, found.Position.Latitude, found.Position.Longitude, found.Municipality.Refnis, found.Municipality.Name[language], found.Municipality.Province.Name[language], found.Postcode);
    }
}
