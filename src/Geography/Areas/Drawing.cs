using System.Text.Json;
using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>What people draw on the map: polygons, circles as meant (centre and radius), municipalities by their code. One area comes out.</summary>
public static class Drawing
{
    /// <param name="json">A FeatureCollection of the map (each feature with a <c>kind</c>), or any GeoJSON that <see cref="Area.FromGeoJson(string)"/> takes.</param>
    public static Result<Area> Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json) || json.Length > Area.MostBytes)
        {
            return Area.FromGeoJson(json ?? "");
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64 });
        }
        catch (JsonException)
        {
            return Area.FromGeoJson(json); // it says where the text breaks
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array
                || !features.EnumerateArray().Any(feature => Kind(feature) is "circle" or "municipality"))
            {
                return Area.FromGeoJson(json);
            }

            return Union(features);
        }
    }

    static Result<Area> Union(JsonElement features)
    {
        var (areas, codes) = (new List<Area>(), new List<string>());
        foreach (var feature in features.EnumerateArray())
        {
            if (Kind(feature) == "municipality")
            {
                codes.Add(Text(feature, "refnis"));
                continue;
            }

            var area = Kind(feature) == "circle"
                ? Position.Of(Number(feature, "latitude"), Number(feature, "longitude")).Then(centre => Area.Circle(centre, Number(feature, "radiusMetres")))
                : Area.FromGeoJson(feature.GetRawText());
            if (!area.Ok)
            {
                return area;
            }

            areas.Add(area.Value);
        }

        if (codes.Count > 0)
        {
            var whole = Belgium.Load().FindAll(codes).Then(Area.OfMunicipalities);
            if (!whole.Ok)
            {
                return whole;
            }

            areas.Add(whole.Value);
        }

        return Area.UnionOf(areas);
    }

    static string Kind(JsonElement feature) => Text(feature, "kind");

    static JsonElement? Property(JsonElement feature, string name) =>
        feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out var value) ? value : null;

    static string Text(JsonElement feature, string name) => Property(feature, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    static double Number(JsonElement feature, string name) => Property(feature, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) ? value : double.NaN;
}
