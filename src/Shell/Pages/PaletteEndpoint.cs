using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Shell;

/// <summary>What Ctrl-K finds: every action this person has. Rooms add their objects by <see cref="IPaletteSource"/>.</summary>
static class PaletteEndpoint
{
    const int Most = 20;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/palette", async (string? q, HttpContext http, ActionRegistry actions, IEnumerable<IPaletteSource> sources) =>
    {
        var (who, language, words) = (http.SignedIn(), http.LanguageOf(), (q ?? "").Trim());
        var found = actions.For(who)
            .Select(action => new PaletteLine(action.Name[language], "", action.Address, "arrow-right"))
            .Where(line => Has(line.Name, words)).ToList();
        foreach (var source in sources.TakeWhile(_ => found.Count < Most && words.Length > 0))
        {
            found.AddRange(await source.FindAsync(who, words, language, http.RequestAborted));
        }

        return Results.Json(found.Take(Most), Json.Strict);
    }).ForSignedIn();

    static bool Has(string name, string words) =>
        words.Length == 0 || CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, words, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
