using System.Text.Json;
using Belfry.Kernel;
using NetTopologySuite.Geometries;

namespace Belfry.Geography.Areas;

/// <summary>GeoJSON (RFC 7946) to outlines. Bounded in bytes, points and depth; every refusal names its place as a JSON path.</summary>
sealed class GeoJsonReader
{
    static readonly string[] Types = ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection", "Feature", "FeatureCollection"];

    readonly List<Outline> outlines = [];
    Problem? problem;
    int points;

    public static Result<IReadOnlyList<Outline>> Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > Area.MostBytes)
        {
            return GeographyProblems.FileTooLarge.With(("limit", Area.MostBytes >> 20));
        }

        if (json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            json = json[3..];
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 64 });
            var reader = new GeoJsonReader();
            reader.Thing(document.RootElement, "$", Place.Top);
            return reader.problem is { } refused ? refused
                : reader.outlines.Count == 0 ? GeographyProblems.EmptyArea.At("$", ("where", "$"))
                : reader.outlines;
        }
        catch (JsonException fault)
        {
            return GeographyProblems.JsonUnreadable.At("$", ("line", (fault.LineNumber ?? 0) + 1), ("byte", (fault.BytePositionInLine ?? 0) + 1));
        }
    }

    enum Place
    {
        Top,
        InFeatures,
        InFeature,
        InGeometries,
    }

    void Thing(JsonElement thing, string where, Place place)
    {
        if (problem is not null)
        {
            return;
        }

        if (thing.ValueKind != JsonValueKind.Object)
        {
            Wrong(where, Kind(thing));
            return;
        }

        if (thing.TryGetProperty("crs", out var crs) && !IsWgs84(crs))
        {
            problem = GeographyProblems.ForeignReference.At(where + ".crs", ("where", where + ".crs"));
            return;
        }

        var type = thing.TryGetProperty("type", out var named) && named.ValueKind == JsonValueKind.String ? Array.Find(Types, known => named.ValueEquals(known)) : null;
        switch (type)
        {
            case "Polygon" when place != Place.InFeatures:
                Polygon(Member(thing, "coordinates"), where + ".coordinates", where);
                break;
            case "MultiPolygon" when place != Place.InFeatures:
                Each(Member(thing, "coordinates"), where + ".coordinates", (polygon, at) => Polygon(polygon, at, at));
                break;
            case "GeometryCollection" when place is Place.Top or Place.InFeature:
                Each(Member(thing, "geometries"), where + ".geometries", (geometry, at) => Thing(geometry, at, Place.InGeometries));
                break;
            case "Feature" when place is Place.Top or Place.InFeatures:
                Thing(Member(thing, "geometry"), where + ".geometry", Place.InFeature);
                break;
            case "FeatureCollection" when place == Place.Top:
                Each(Member(thing, "features"), where + ".features", (feature, at) => Thing(feature, at, Place.InFeatures));
                break;
            case "GeometryCollection" or "FeatureCollection":
                problem = GeographyProblems.NestedCollection.At(where, ("where", where));
                break;
            default:
                Wrong(where, type ?? "?");
                break;
        }
    }

    void Polygon(JsonElement rings, string where, string outline)
    {
        var found = new List<Coordinate[]>();
        Each(rings, where, (ring, at) => found.Add(Ring(ring, at)));
        if (problem is null)
        {
            if (found.Count == 0)
            {
                problem = GeographyProblems.EmptyArea.At(where, ("where", where));
            }

            outlines.Add(new Outline(outline, found));
        }
    }

    Coordinate[] Ring(JsonElement ring, string where)
    {
        if (ring.ValueKind != JsonValueKind.Array)
        {
            Wrong(where, Kind(ring));
            return [];
        }

        var count = ring.GetArrayLength();
        points += count;
        if (points > Area.MostPoints)
        {
            problem = GeographyProblems.TooManyPoints.At(where, ("limit", Area.MostPoints));
            return [];
        }

        var found = new Coordinate[count];
        var at = 0;
        foreach (var point in ring.EnumerateArray())
        {
            if (Point(point) is not { } coordinate)
            {
                problem = GeographyProblems.NotANumber.At($"{where}[{at}]", ("where", $"{where}[{at}]"));
                return [];
            }

            found[at++] = coordinate;
        }

        return found;
    }

    // A height is allowed and left out: alerts have none. 1e999 is valid JSON and not a number.
    static Coordinate? Point(JsonElement point) =>
        point.ValueKind == JsonValueKind.Array && point.GetArrayLength() is 2 or 3 && point.EnumerateArray().All(number => number.ValueKind == JsonValueKind.Number)
        && point[0].TryGetDouble(out var longitude) && point[1].TryGetDouble(out var latitude) && double.IsFinite(longitude) && double.IsFinite(latitude)
            ? new Coordinate(longitude, latitude)
            : null;

    void Each(JsonElement list, string where, Action<JsonElement, string> each)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            Wrong(where, Kind(list));
            return;
        }

        var at = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (problem is not null)
            {
                return;
            }

            each(item, $"{where}[{at++}]");
        }
    }

    void Wrong(string where, string found) => problem ??= GeographyProblems.WrongType.At(where, ("where", where), ("found", found));

    static JsonElement Member(JsonElement thing, string name) => thing.TryGetProperty(name, out var member) ? member : default;

    static string Kind(JsonElement element) => element.ValueKind == JsonValueKind.Undefined ? "–" : element.ValueKind.ToString();

    // GeoJSON of 2008 could name a system; ours and its synonyms pass, since many tools still write them.
    static bool IsWgs84(JsonElement crs) =>
        crs.ValueKind == JsonValueKind.Null
        || (crs.ValueKind == JsonValueKind.Object && crs.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            && properties.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
            && (name.ValueEquals("urn:ogc:def:crs:OGC:1.3:CRS84") || name.ValueEquals("urn:ogc:def:crs:EPSG::4326") || name.ValueEquals("EPSG:4326")));
}
