using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Belfry.Geography.Layers;

static class LayerEndpoint
{
    /// <summary>GET /geo/layers/{name}.json: GeoJSON for MapLibre, kept by browsers for an hour and asked again by its ETag.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/geo/layers/{name}.json", (string name, HttpContext http) =>
    {
        if (MapLayers.Find(name) is not { } layer)
        {
            return Answers.Refusal(http, [GeographyProblems.NoSuchLayer.At("name", ("text", name.Length > 40 ? name[..40] : name), ("known", string.Join(", ", MapLayers.Names)))]);
        }

        var packed = http.Request.GetTypedHeaders().AcceptEncoding.Any(one => one.Value == "gzip" && one.Quality is not 0);
        http.Response.Headers.CacheControl = "public, max-age=3600";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (packed)
        {
            http.Response.Headers.ContentEncoding = "gzip";
        }

        return Results.Bytes(packed ? layer.Gzip : layer.Plain, "application/geo+json", entityTag: new EntityTagHeaderValue($"\"{layer.Version}{(packed ? "-gz" : "")}\""));
    }).OpenToAll("Borders, water and names are open data; the public pages draw the same map.");
}
