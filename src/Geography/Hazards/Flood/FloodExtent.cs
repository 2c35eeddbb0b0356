using Belfry.Geography.Areas;
using Belfry.Geography.Hazards.Terrain;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Simplify;

namespace Belfry.Geography.Hazards.Flood;

/// <summary>The cells no higher above their drainage than the water rises, that hang together with the river at a point: neighbours by side or corner, within a distance.</summary>
sealed class FloodExtent
{
    /// <summary>How far the river may be from the point, metres: a gauge stands on a bank, and cells are 93 by 59 m.</summary>
    public const double SnapMetres = 300;

    readonly TiledRaster heights;
    readonly Position at;
    readonly double radius;
    readonly int row0, row1, column0, column1;

    public FloodExtent(TiledRaster heights, Position at, double radiusMetres)
    {
        (this.heights, this.at, radius) = (heights, at, radiusMetres);
        var (up, aside) = (Ellipsoid.Direct(at, 0, radiusMetres).Latitude - at.Latitude, Ellipsoid.Direct(at, Math.PI / 2, radiusMetres).Longitude - at.Longitude);
        (row0, row1) = (Row(at.Latitude + up), Row(at.Latitude - up));
        (column0, column1) = (Column(at.Longitude - aside), Column(at.Longitude + aside));
    }

    /// <summary>Of the land within the radius, how much is at most a metre above its drainage, 0 to 1: a valley has little, a polder is nothing else.</summary>
    public double FlatShare
    {
        get
        {
            var (flat, all) = (0, 0);
            foreach (var (row, column) in Within())
            {
                if (heights[row, column] is { } height)
                {
                    all++;
                    flat += height <= 1 ? 1 : 0;
                }
            }

            return all == 0 ? 1 : (double)flat / all;
        }
    }

    /// <summary>The nearest cell of a water course; null when there is none within <see cref="SnapMetres"/>.</summary>
    public (int Row, int Column)? River()
    {
        (int, int)? nearest = null;
        var least = SnapMetres;
        foreach (var (row, column) in Within())
        {
            if (heights[row, column] == 0 && Metres(row, column) is var metres && metres <= least)
            {
                (nearest, least) = ((row, column), metres);
            }
        }

        return nearest;
    }

    /// <param name="rise">Metres above the water course.</param>
    public HashSet<(int Row, int Column)> Wet((int Row, int Column) river, double rise)
    {
        var wet = new HashSet<(int Row, int Column)> { river };
        var edge = new Stack<(int Row, int Column)>(wet);
        while (edge.TryPop(out var cell))
        {
            for (var turn = 0; turn < 9; turn++)
            {
                var next = (Row: cell.Row + (turn / 3) - 1, Column: cell.Column + (turn % 3) - 1);
                if (heights[next.Row, next.Column] <= rise && Metres(next.Row, next.Column) <= radius && wet.Add(next))
                {
                    edge.Push(next);
                }
            }
        }

        return wet;
    }

    /// <summary>The outline of cells: valid, without the points in the middle of a straight edge.</summary>
    public Geometry Outline(IEnumerable<(int Row, int Column)> cells)
    {
        var squares = cells.Select(cell => (Geometry)Outlines.Factory.ToGeometry(new NetTopologySuite.Geometries.Envelope(
            East(cell.Column), East(cell.Column + 1), North(cell.Row + 1), North(cell.Row)))).ToArray();
        return new DouglasPeuckerSimplifier(CoverageUnion.Union(Outlines.Factory.CreateGeometryCollection(squares))) { DistanceTolerance = 0 }.GetResultGeometry();
    }

    IEnumerable<(int Row, int Column)> Within()
    {
        for (var row = row0; row <= row1; row++)
        {
            for (var column = column0; column <= column1; column++)
            {
                if (Metres(row, column) <= radius)
                {
                    yield return (row, column);
                }
            }
        }
    }

    double Metres(int row, int column) => Ellipsoid.Metres(at, new Position(heights.North - ((row + 0.5) * heights.Step), heights.West + ((column + 0.5) * heights.Step)));

    int Row(double latitude) => (int)Math.Floor((heights.North - latitude) / heights.Step);

    int Column(double longitude) => (int)Math.Floor((longitude - heights.West) / heights.Step);

    // Neighbours share their corners to the digit: the union of squares hangs on it.
    double East(int column) => Outlines.Grid.MakePrecise(heights.West + (column * heights.Step));

    double North(int row) => Outlines.Grid.MakePrecise(heights.North - (row * heights.Step));
}
