using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Simplify;

namespace Belfry.Geography.Areas;

/// <summary>
/// An area as CAP 1.2 polygons: no holes, at most <see cref="MostPoints"/> points a ring. Coarser rings only ever grow: a phone too many, never one too few.
/// </summary>
sealed record CapRings(IReadOnlyList<string> Texts, double MarginMetres)
{
    // [mem] what cell broadcast gateways take for one polygon; a dated limit, not a law.
    public const int MostPoints = 100;

    const double MetresPerDegree = 111_000;

    static readonly double[] Margins = [10, 25, 50, 100, 200, 400, 800, 1600, 3200];

    public static CapRings Of(Geometry shape)
    {
        if (Whole(shape) is { } whole)
        {
            return new CapRings(whole, 0);
        }

        foreach (var margin in Margins)
        {
            var grown = Grown(shape, margin);
            if (grown.Covers(shape) && Whole(grown) is { } coarser)
            {
                return new CapRings(coarser, margin);
            }
        }

        // Thousands of scattered parts: one hull for all of them.
        var hull = shape.ConvexHull();
        return new CapRings([Text((Polygon)new DouglasPeuckerSimplifier(hull) { DistanceTolerance = 0 }.GetResultGeometry())], Margins[^1]);
    }

    // Grown by the margin and then smoothed by at most the margin, so that the original stays inside. In a plane scaled so that a degree of longitude is as long as one of latitude.
    static Geometry Grown(Geometry shape, double margin)
    {
        var squeeze = Math.Cos(Ellipsoid.Radians(shape.EnvelopeInternal.Centre.Y));
        var flat = Scaled(shape, squeeze);
        var smooth = TopologyPreservingSimplifier.Simplify(flat.Buffer(margin / MetresPerDegree, 4), margin * 0.9 / MetresPerDegree);
        return Scaled(smooth, 1 / squeeze);
    }

    static Geometry Scaled(Geometry shape, double factor)
    {
        var scaled = NetTopologySuite.Geometries.Utilities.AffineTransformation.ScaleInstance(factor, 1).Transform(shape);
        return new GeometryFactory(new PrecisionModel(), 4326).CreateGeometry(scaled);
    }

    // Null when a ring would be too long.
    static List<string>? Whole(Geometry shape)
    {
        var texts = new List<string>();
        var waiting = new Stack<Geometry>([shape]);
        while (waiting.TryPop(out var part))
        {
            if (part is not Polygon polygon)
            {
                for (var at = part.NumGeometries - 1; at >= 0; at--)
                {
                    if (part.GetGeometryN(at).Dimension == Dimension.Surface)
                    {
                        waiting.Push(part.GetGeometryN(at));
                    }
                }
            }
            else if (polygon.NumInteriorRings > 0)
            {
                waiting.Push(Cut(polygon));
            }
            else if (polygon.ExteriorRing.NumPoints > MostPoints || texts.Count == MostPoints)
            {
                return null;
            }
            else
            {
                texts.Add(Text(polygon));
            }
        }

        return texts;
    }

    // Through the middle of a hole, north to south: each piece has at least one hole fewer.
    static Geometry Cut(Polygon polygon)
    {
        var (box, hole) = (polygon.EnvelopeInternal, polygon.GetInteriorRingN(0).EnvelopeInternal);
        var middle = (hole.MinX + hole.MaxX) / 2;
        var halves = new[] { new Envelope(box.MinX - 1, middle, box.MinY - 1, box.MaxY + 1), new Envelope(middle, box.MaxX + 1, box.MinY - 1, box.MaxY + 1) }
            .Select(half => OverlayNGRobust.Overlay(polygon, polygon.Factory.ToGeometry(half), SpatialFunction.Intersection));
        return polygon.Factory.CreateGeometryCollection([.. halves]);
    }

    static string Text(Polygon polygon)
    {
        var text = new StringBuilder();
        foreach (var point in polygon.ExteriorRing.Coordinates)
        {
            text.Append(text.Length == 0 ? "" : " ").Append(point.Y.ToString("0.#######", CultureInfo.InvariantCulture)).Append(',').Append(point.X.ToString("0.#######", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
