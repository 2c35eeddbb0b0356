using System.Globalization;
using System.Text.Json;
using Belfry.Geography.Areas;
using NetTopologySuite.Geometries;

namespace Belfry.Geography.Register;

/// <summary>Our own GeoJSON of borders: one feature a line, the REFNIS as its id.</summary>
static class Boundaries
{
    public static Dictionary<string, Geometry> Read(string folder, string name)
    {
        var found = new Dictionary<string, Geometry>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(folder, name)).Where(line => line.StartsWith("{\"type\":\"Feature\",", StringComparison.Ordinal)))
        {
            using var feature = JsonDocument.Parse(line.AsMemory(0, line.EndsWith(',') ? line.Length - 1 : line.Length));
            var id = feature.RootElement.GetProperty("id");
            found[id.ValueKind == JsonValueKind.Number ? id.GetInt32().ToString("00000", CultureInfo.InvariantCulture) : id.GetString()!] = Shape(feature.RootElement.GetProperty("geometry"));
        }

        return found;
    }

    public static Geometry Territory(string folder)
    {
        var parts = Read(folder, "belgium.geojson");
        return Outlines.Union([parts["land"], parts["sea"]]);
    }

    static Geometry Shape(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        return geometry.GetProperty("type").GetString() == "Polygon" ? Polygon(coordinates) : Outlines.Factory.CreateMultiPolygon([.. coordinates.EnumerateArray().Select(Polygon)]);
    }

    static Polygon Polygon(JsonElement rings)
    {
        var all = rings.EnumerateArray()
            .Select(ring => Outlines.Factory.CreateLinearRing([.. ring.EnumerateArray().Select(point => new Coordinate(point[0].GetDouble(), point[1].GetDouble()))]))
            .ToArray();
        return Outlines.Factory.CreatePolygon(all[0], all[1..]);
    }
}
