using Belfry.Kernel;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Valid;
using Envelope = NetTopologySuite.Geometries.Envelope;

namespace Belfry.Geography.Areas;

/// <summary>Outlines become an area here, or are refused by name. The order of the questions is the order in which people make the mistakes.</summary>
static class Outlines
{
    public static readonly PrecisionModel Grid = new(1e7);

    public static readonly GeometryFactory Factory = new(Grid, 4326);

    // What may lie around Belgium: 100 km around the nuclear sites abroad, and room to draw.
    static readonly Envelope Map = new(0, 9, 48, 53.5);

    // Under a square metre: a slip of the hand, or points on one line.
    const double LeastSquareDegrees = 1e-10;

    public static Result<Area> ToArea(IReadOnlyList<Outline> outlines) => ToShape(outlines).Then(shape =>
        Belgium.Load().Territory.Intersects(shape) ? new Area(shape) : (Result<Area>)Refuse(GeographyProblems.OutsideBelgium, outlines[0].Where, shape.InteriorPoint.Coordinate));

    /// <summary>A valid surface on the map, also one abroad: for what is counted across the border, never for what is alerted.</summary>
    public static Result<Geometry> ToShape(IReadOnlyList<Outline> outlines)
    {
        var shapes = new List<Geometry>(outlines.Count);
        foreach (var outline in outlines)
        {
            if (!ToPolygon(outline).TryGet(out var polygon, out var refused))
            {
                return Result<Geometry>.Refused(refused);
            }

            shapes.Add(polygon);
        }

        return shapes.Count == 1 ? shapes[0] : Union(shapes);
    }

    public static Geometry Union(IEnumerable<Geometry> shapes)
    {
        var parts = shapes.ToList();
        return parts.Count == 1 ? parts[0] : UnaryUnionNG.Union(Factory.BuildGeometry(parts), Grid);
    }

    static Result<Polygon> ToPolygon(Outline outline)
    {
        for (var at = 0; at < outline.Rings.Count; at++)
        {
            if (RingProblem(outline.Rings[at], outline.Rings.Count == 1 ? outline.Where : $"{outline.Where} ring {at + 1}") is { } problem)
            {
                return problem;
            }
        }

        var shell = outline.Rings[0];
        var box = new Envelope();
        foreach (var point in shell)
        {
            box.ExpandToInclude(point);
        }

        if (!Map.Intersects(box))
        {
            return Map.Contains(new Envelope(box.MinY, box.MaxY, box.MinX, box.MaxX))
                ? Refuse(GeographyProblems.Swapped, outline.Where, shell[0])
                : Refuse(GeographyProblems.OutsideBelgium, outline.Where, box.Centre);
        }

        if (!Map.Contains(box))
        {
            return GeographyProblems.BeyondMap.At(outline.Where, ("where", outline.Where));
        }

        var rings = outline.Rings.Select(Kept).ToList();
        if (rings.Exists(ring => ring.Length < 4))
        {
            return GeographyProblems.EmptyArea.At(outline.Where, ("where", outline.Where));
        }

        var polygon = Factory.CreatePolygon(Factory.CreateLinearRing(rings[0]), [.. rings.Skip(1).Select(Factory.CreateLinearRing)]);
        return new IsValidOp(polygon).ValidationError is { } error ? Invalid(polygon, error, outline.Where)
            : polygon.Area < LeastSquareDegrees ? GeographyProblems.EmptyArea.At(outline.Where, ("where", outline.Where))
            : polygon;
    }

    static Problem? RingProblem(Coordinate[] ring, string where)
    {
        if (ring.Length == 0)
        {
            return GeographyProblems.EmptyArea.At(where, ("where", where));
        }

        for (var at = 0; at < ring.Length; at++)
        {
            if (Math.Abs(ring[at].X) > 180 || Math.Abs(ring[at].Y) > 90)
            {
                var place = $"{where} point {at + 1}";
                return Math.Abs(ring[at].Y) <= 90 && Math.Abs(ring[at].X) <= 360
                    ? GeographyProblems.Antimeridian.At(place, ("where", place))
                    : GeographyProblems.NotDegrees.At(place, ("where", place), ("text", FormattableString.Invariant($"{ring[at].X:G9}, {ring[at].Y:G9}")));
            }

            if (at > 0 && Math.Abs(ring[at].X - ring[at - 1].X) >= 180)
            {
                return GeographyProblems.Antimeridian.At($"{where} point {at + 1}", ("where", $"{where} point {at + 1}"));
            }
        }

        return ring.Length < 4 ? GeographyProblems.RingTooShort.At(where, ("where", where), ("count", ring.Length))
            : !ring[0].Equals2D(ring[^1]) ? GeographyProblems.RingOpen.At(where, ("where", where))
            : null;
    }

    // Kept to the centimetre, and no point twice in a row: both mean nothing and both would upset the checks that follow.
    static Coordinate[] Kept(Coordinate[] ring)
    {
        var kept = new List<Coordinate>(ring.Length);
        foreach (var point in ring)
        {
            var rounded = new Coordinate(Grid.MakePrecise(point.X), Grid.MakePrecise(point.Y));
            if (kept.Count == 0 || !kept[^1].Equals2D(rounded))
            {
                kept.Add(rounded);
            }
        }

        return [.. kept];
    }

    static Problem Invalid(Polygon polygon, TopologyValidationError error, string where) => error.ErrorType switch
    {
        TopologyValidationErrors.HoleOutsideShell or TopologyValidationErrors.NestedHoles or TopologyValidationErrors.DuplicateRings or TopologyValidationErrors.DisconnectedInteriors =>
            Refuse(GeographyProblems.HoleOutside, where, error.Coordinate),
        TopologyValidationErrors.TooFewPoints => GeographyProblems.EmptyArea.At(where, ("where", where)),
        _ when IsFlat(polygon.Shell) => GeographyProblems.EmptyArea.At(where, ("where", where)),
        _ => Refuse(GeographyProblems.SelfCrossing, where, error.Coordinate),
    };

    // All points on one line: drawn with a slip of the hand, not crossing.
    static bool IsFlat(LinearRing ring) => ring.ConvexHull().Area < LeastSquareDegrees;

    static Problem Refuse(ProblemKind kind, string where, Coordinate at) => kind.At(where, ("where", where), ("text", new Position(at.Y, at.X)));
}
