using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Geography;

static class AreaEndpoint
{
    /// <summary>
    /// POST /api/geo/area: a GeoJSON body becomes its facts. Without a body <c>?circle=LAT,LON,METRES</c> or <c>?municipalities=63058,63079</c>. Changes nothing.
    /// </summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/geo/area", async (string? circle, string? municipalities, HttpContext http, Clock clock) =>
    {
        var area = circle is not null ? Area.ParseCircle(circle)
            : municipalities is not null ? Belgium.Load().FindAll(municipalities.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Then(Area.OfMunicipalities)
            : (await Json.BytesAsync(http, Area.MostBytes)).Then(Area.FromGeoJson);
        return area.ToHttp(http, one => AreaFacts.Of(one, DateOnly.FromDateTime(clock.Now.UtcDateTime), http.LanguageOf()));
    }).ForSignedIn();
}
