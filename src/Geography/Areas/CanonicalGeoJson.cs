using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;

namespace Belfry.Geography.Areas;

/// <summary>One way to write an area: what is approved, chained and compared is the digest of these bytes.</summary>
static class CanonicalGeoJson
{
    /// <param name="shape">Normalised: rings start at their least point, shells clockwise, parts in order.</param>
    public static string Write(Geometry shape)
    {
        var text = new StringBuilder(shape.NumPoints * 24);
        if (shape is Polygon only)
        {
            Polygon(text.Append("{\"type\":\"Polygon\",\"coordinates\":"), only);
            return text.Append('}').ToString();
        }

        text.Append("{\"type\":\"MultiPolygon\",\"coordinates\":[");
        for (var at = 0; at < shape.NumGeometries; at++)
        {
            Polygon(at == 0 ? text : text.Append(','), (Polygon)shape.GetGeometryN(at));
        }

        return text.Append("]}").ToString();
    }

    /// <summary>Degrees to 10⁻⁷, the shortest way: 4.35 not 4.3500000.</summary>
    public static string Number(double degrees) => Math.Round((decimal)degrees, 7).ToString("0.#######", CultureInfo.InvariantCulture);

    static void Polygon(StringBuilder text, Polygon polygon)
    {
        Ring(text.Append('['), polygon.ExteriorRing);
        for (var at = 0; at < polygon.NumInteriorRings; at++)
        {
            Ring(text.Append(','), polygon.GetInteriorRingN(at));
        }

        text.Append(']');
    }

    // Backwards: normal form runs shells clockwise, RFC 7946 3.1.6 wants them counter-clockwise and holes the other way.
    static void Ring(StringBuilder text, LineString ring)
    {
        text.Append('[');
        for (var at = ring.NumPoints - 1; at >= 0; at--)
        {
            var point = ring.GetCoordinateN(at);
            text.Append('[').Append(Number(point.X)).Append(',').Append(Number(point.Y)).Append(at == 0 ? "]" : "],");
        }

        text.Append(']');
    }
}
