using Belfry.Kernel;
using NetTopologySuite.Geometries;

namespace Belfry.Geography.Areas;

/// <summary>CAP 1.2 section 3.2.4: <c>polygon</c> and <c>circle</c> are latitude first, the reverse of GeoJSON.</summary>
static class CapText
{
    static readonly char[] Spaces = [' ', '\t', '\r', '\n'];

    public static Result<IReadOnlyList<Outline>> Read(IReadOnlyList<string> polygons, IReadOnlyList<string> circles)
    {
        if (polygons.Sum(text => (long)text.Length) > Area.MostBytes)
        {
            return GeographyProblems.FileTooLarge.With(("limit", Area.MostBytes >> 20));
        }

        var outlines = new List<Outline>();
        var points = 0;
        for (var at = 0; at < polygons.Count; at++)
        {
            var where = $"polygon[{at + 1}]";
            var pairs = polygons[at].Split(Spaces, StringSplitOptions.RemoveEmptyEntries);
            points += pairs.Length;
            if (points > Area.MostPoints)
            {
                return GeographyProblems.TooManyPoints.At(where, ("limit", Area.MostPoints));
            }

            var ring = new Coordinate[pairs.Length];
            for (var pair = 0; pair < pairs.Length; pair++)
            {
                if (!Pair(pairs[pair], out ring[pair]))
                {
                    return Refuse($"{where} point {pair + 1}", pairs[pair]);
                }
            }

            outlines.Add(new Outline(where, [ring]));
        }

        for (var at = 0; at < circles.Count; at++)
        {
            var where = $"circle[{at + 1}]";
            if (circles[at].Split(Spaces, StringSplitOptions.RemoveEmptyEntries) is not [var centre, var radius] || !Pair(centre, out var middle) || !Position.Number(radius, out var kilometres))
            {
                return Refuse(where, circles[at]);
            }

            if (!Position.Of(middle.Y, middle.X).TryGet(out var position, out var refused))
            {
                return Result<IReadOnlyList<Outline>>.Refused(refused);
            }

            if (kilometres * 1000 is not (>= Area.LeastRadiusMetres and <= Area.MostRadiusMetres))
            {
                return GeographyProblems.RadiusRefused.At(where, ("least", Area.LeastRadiusMetres), ("most", Area.MostRadiusMetres / 1000));
            }

            outlines.Add(new Outline(where, [[.. Ellipsoid.Ring(position, kilometres * 1000, 360)]]));
        }

        return outlines.Count == 0 ? GeographyProblems.EmptyArea.At("area", ("where", "area")) : outlines;
    }

    static bool Pair(string text, out Coordinate coordinate)
    {
        var found = text.Split(',') is [var first, var second] && Position.Number(first, out var latitude) && Position.Number(second, out var longitude)
            && double.IsFinite(latitude) && double.IsFinite(longitude)
                ? new Coordinate(longitude, latitude)
                : null;
        coordinate = found ?? new Coordinate();
        return found is not null;
    }

    static Problem Refuse(string where, string text) => GeographyProblems.CapTextRefused.At(where, ("where", where), ("text", text.Length > 60 ? text[..60] + "…" : text));
}
