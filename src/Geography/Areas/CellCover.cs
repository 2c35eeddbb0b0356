using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace Belfry.Geography.Areas;

/// <summary>
/// Which cells an area covers. Squares that the edge crosses are split, the largest first, until enough; each knows the few segments that cross it, so splitting stays cheap
/// at 50,000 points. Then neighbours on the curve are joined, over the smallest gaps first, until few ranges are left.
/// </summary>
static class CellCover
{
    public const int MostRanges = 32;

    // Enough that a town's edge is followed to some 200 m; more squares cost more time than the candidates they save.
    const int MostSquares = 320;

    sealed record Square(long X, long Y, int Level, int[] Segments);

    public static IReadOnlyList<CellRange> Of(Geometry shape, IndexedPointInAreaLocator locator)
    {
        var segments = Segments(shape);
        var edge = new PriorityQueue<Square, int>();
        var inside = new List<Square>();
        edge.Enqueue(new Square(0, 0, 0, [.. Enumerable.Range(0, segments.Count)]), 0);
        while (edge.Count + inside.Count < MostSquares && edge.TryPeek(out var square, out _) && square.Level < Cell.Levels)
        {
            edge.Dequeue();
            for (var quarter = 0; quarter < 4; quarter++)
            {
                var part = new Square((square.X * 2) + (quarter & 1), (square.Y * 2) + (quarter >> 1), square.Level + 1, []);
                var box = Box(part);
                var crossing = Array.FindAll(square.Segments, at => Crosses(segments[at], box));
                if (crossing.Length > 0)
                {
                    edge.Enqueue(part with { Segments = crossing }, part.Level);
                }
                else if (locator.Locate(box.Centre) == Location.Interior)
                {
                    inside.Add(part);
                }
            }
        }

        return Joined([.. inside.Select(square => Range(square, true)), .. edge.UnorderedItems.Select(item => Range(item.Element, false))]);
    }

    static List<(Coordinate From, Coordinate To)> Segments(Geometry shape)
    {
        var found = new List<(Coordinate, Coordinate)>(shape.NumPoints);
        for (var part = 0; part < shape.NumGeometries; part++)
        {
            var polygon = (Polygon)shape.GetGeometryN(part);
            foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
            {
                var points = ring.Coordinates;
                for (var at = 1; at < points.Length; at++)
                {
                    found.Add((points[at - 1], points[at]));
                }
            }
        }

        return found;
    }

    static Envelope Box(Square square) =>
        new(Cell.West(square.X, square.Level), Cell.West(square.X + 1, square.Level), Cell.South(square.Y, square.Level), Cell.South(square.Y + 1, square.Level));

    // The segment's box meets the square, and the square's corners are not all on one side of its line.
    static bool Crosses((Coordinate From, Coordinate To) segment, Envelope box)
    {
        var (a, b) = segment;
        if (Math.Max(a.X, b.X) < box.MinX || Math.Min(a.X, b.X) > box.MaxX || Math.Max(a.Y, b.Y) < box.MinY || Math.Min(a.Y, b.Y) > box.MaxY)
        {
            return false;
        }

        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var (one, two) = ((dx * (box.MinY - a.Y)) - (dy * (box.MinX - a.X)), (dx * (box.MinY - a.Y)) - (dy * (box.MaxX - a.X)));
        var (three, four) = ((dx * (box.MaxY - a.Y)) - (dy * (box.MinX - a.X)), (dx * (box.MaxY - a.Y)) - (dy * (box.MaxX - a.X)));
        return !(one > 0 && two > 0 && three > 0 && four > 0) && !(one < 0 && two < 0 && three < 0 && four < 0);
    }

    static CellRange Range(Square square, bool whollyInside)
    {
        var bits = 2 * (Cell.Levels - square.Level);
        var from = Cell.Number(square.X, square.Y, square.Level) << bits;
        return new CellRange(from, from + (1L << bits) - 1, whollyInside);
    }

    static List<CellRange> Joined(List<CellRange> found)
    {
        found.Sort((a, b) => a.From.CompareTo(b.From));
        var ranges = new List<CellRange>();
        foreach (var range in found)
        {
            if (ranges.Count > 0 && ranges[^1].To + 1 == range.From && ranges[^1].WhollyInside == range.WhollyInside)
            {
                ranges[^1] = ranges[^1] with { To = range.To };
            }
            else
            {
                ranges.Add(range);
            }
        }

        while (ranges.Count > MostRanges)
        {
            var best = 0;
            for (var at = 1; at < ranges.Count - 1; at++)
            {
                if (Cost(ranges, at) < Cost(ranges, best))
                {
                    best = at;
                }
            }

            ranges[best] = new CellRange(ranges[best].From, ranges[best + 1].To, false);
            ranges.RemoveAt(best + 1);
        }

        return ranges;
    }

    // What joining two ranges adds to ask or to decide: the gap between them, and the sure part that becomes unsure.
    static double Cost(List<CellRange> ranges, int at) => ((double)(ranges[at + 1].From - ranges[at].To) * 2) + Sure(ranges[at]) + Sure(ranges[at + 1]);

    static double Sure(CellRange range) => range.WhollyInside ? range.To - range.From + 1 : 0;
}
