using System.Globalization;
using Belfry.Geography.Areas;
using Belfry.Geography.Register;
using NetTopologySuite.Geometries;

namespace Belfry.Geography.People;

/// <summary>The 1 km grid in its own plane (World Mollweide, ESRI:54009), where every cell is a square. An area is brought there and read off row by row.</summary>
sealed class Grid
{
    const int Rows = 219;
    const int Columns = 303;
    const double Size = 1000;
    const double West = 187_000;
    const double North = 6_035_000;

    public const int Cells = Rows * Columns;

    readonly GridCell?[] cells = new GridCell?[Cells];

    public Grid(string folder)
    {
        foreach (var row in Tables.Rows(folder, "population-1km.tsv"))
        {
            var at = (int.Parse(row[0], CultureInfo.InvariantCulture) * Columns) + int.Parse(row[1], CultureInfo.InvariantCulture);
            cells[at] = new GridCell(Tables.Number(row[2]), row[3].Length > 0 ? string.Intern(row[3]) : null, string.Intern(row[4]));
        }
    }

    /// <summary>Null where nobody lives: sea, forest, or outside the grid.</summary>
    public GridCell? this[int cell] => cells[cell];

    /// <param name="lines">Lines read per row: 1 takes a cell when its centre is inside, 20 by its share.</param>
    public static Coverage Cover(Geometry shape, int lines)
    {
        var rings = Rings(shape);
        var covered = new Dictionary<int, double>();
        var cut = new HashSet<int>();
        foreach (var ring in rings)
        {
            for (var at = 1; at < ring.Length; at++)
            {
                Trace(ring[at - 1], ring[at], cut);
            }
        }

        var (top, bottom) = (rings.Min(ring => ring.Min(point => point.Y)), rings.Max(ring => ring.Max(point => point.Y)));
        var crossings = new List<double>();
        for (var row = Math.Max(0, (int)top); row <= Math.Min(Rows - 1, (int)bottom); row++)
        {
            for (var line = 0; line < lines; line++)
            {
                Cross(rings, row + ((line + 0.5) / lines), crossings);
                for (var pair = 0; pair + 1 < crossings.Count; pair += 2)
                {
                    Cover(covered, row, crossings[pair], crossings[pair + 1], lines);
                }
            }
        }

        var beyond = top < 0 || bottom > Rows || rings.Exists(ring => Array.Exists(ring, point => point.X < 0 || point.X > Columns));
        return new Coverage(covered, cut, beyond);
    }

    /// <summary>Cells whose centre lies within a distance over the ellipsoid: the way of the published exposure figures, to the cell.</summary>
    /// <param name="ring">Around the same circle: only the cells it cuts are measured.</param>
    public static Coverage Within(Position centre, double metres, Geometry ring)
    {
        var coverage = Cover(ring, 1);
        foreach (var cell in coverage.Cut)
        {
            if (Ellipsoid.Metres(centre, Centre(cell)) <= metres)
            {
                coverage.Shares[cell] = 1;
            }
            else
            {
                coverage.Shares.Remove(cell);
            }
        }

        return coverage;
    }

    /// <summary>To 10⁻⁵ degree (a metre), as the source publishes it: which side of a circle a centre lies on hangs on it.</summary>
    public static Position Centre(int cell)
    {
        var (longitude, latitude) = Degrees(West + (((cell % Columns) + 0.5) * Size), North - (((cell / Columns) + 0.5) * Size));
        return new Position(Math.Round(latitude, 5), Math.Round(longitude, 5));
    }

    static void Cover(Dictionary<int, double> covered, int row, double from, double to, int lines)
    {
        for (var column = Math.Max(0, (int)Math.Floor(from)); column <= Math.Min(Columns - 1, (int)Math.Floor(to)); column++)
        {
            var share = lines == 1
                ? (from <= column + 0.5 && column + 0.5 < to ? 1 : 0)
                : (Math.Min(to, column + 1) - Math.Max(from, column)) / lines;
            if (share > 0)
            {
                var cell = (row * Columns) + column;
                covered[cell] = covered.GetValueOrDefault(cell) + share;
            }
        }
    }

    // Even-odd: a hole's edge is crossed like any other.
    static void Cross(List<(double X, double Y)[]> rings, double y, List<double> crossings)
    {
        crossings.Clear();
        foreach (var ring in rings)
        {
            for (var at = 1; at < ring.Length; at++)
            {
                var (a, b) = (ring[at - 1], ring[at]);
                if (a.Y <= y != b.Y <= y)
                {
                    crossings.Add(a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X)));
                }
            }
        }

        crossings.Sort();
    }

    // The cells a segment passes, row by row.
    static void Trace((double X, double Y) a, (double X, double Y) b, HashSet<int> cut)
    {
        var (upper, lower) = a.Y <= b.Y ? (a, b) : (b, a);
        for (var row = Math.Max(0, (int)Math.Floor(upper.Y)); row <= Math.Min(Rows - 1, (int)Math.Floor(lower.Y)); row++)
        {
            var (one, two) = (At(upper, lower, Math.Max(row, upper.Y)), At(upper, lower, Math.Min(row + 1, lower.Y)));
            for (var column = Math.Max(0, (int)Math.Floor(Math.Min(one, two))); column <= Math.Min(Columns - 1, (int)Math.Floor(Math.Max(one, two))); column++)
            {
                cut.Add((row * Columns) + column);
            }
        }

        // A level segment has one row and both its ends.
        if (upper.Y == lower.Y && (int)Math.Floor(upper.Y) is >= 0 and < Rows and var level)
        {
            for (var column = Math.Max(0, (int)Math.Floor(Math.Min(a.X, b.X))); column <= Math.Min(Columns - 1, (int)Math.Floor(Math.Max(a.X, b.X))); column++)
            {
                cut.Add((level * Columns) + column);
            }
        }
    }

    static double At((double X, double Y) upper, (double X, double Y) lower, double y) =>
        lower.Y == upper.Y ? upper.X : upper.X + ((y - upper.Y) / (lower.Y - upper.Y) * (lower.X - upper.X));

    // Columns to the east, rows to the south, in cells.
    static List<(double X, double Y)[]> Rings(Geometry shape)
    {
        var found = new List<(double, double)[]>();
        for (var part = 0; part < shape.NumGeometries; part++)
        {
            var polygon = (Polygon)shape.GetGeometryN(part);
            foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
            {
                found.Add([.. ring.Coordinates.Select(point => Mollweide(point.X, point.Y) is var (x, y) ? ((x - West) / Size, (North - y) / Size) : default)]);
            }
        }

        return found;
    }

    // Snyder 1987, 31-1 to 31-4, on the sphere of the equatorial radius as ESRI:54009 has it.
    static (double X, double Y) Mollweide(double longitude, double latitude)
    {
        var (lambda, phi) = (Ellipsoid.Radians(longitude), Ellipsoid.Radians(latitude));
        var theta = phi;
        for (var step = 0; step < 12; step++)
        {
            var change = ((2 * theta) + Math.Sin(2 * theta) - (Math.PI * Math.Sin(phi))) / (2 + (2 * Math.Cos(2 * theta)));
            theta -= change;
            if (Math.Abs(change) < 1e-12)
            {
                break;
            }
        }

        return (2 * Math.Sqrt(2) / Math.PI * Ellipsoid.A * lambda * Math.Cos(theta), Math.Sqrt(2) * Ellipsoid.A * Math.Sin(theta));
    }

    // Snyder 1987, 31-5 to 31-7.
    static (double Longitude, double Latitude) Degrees(double x, double y)
    {
        var theta = Math.Asin(y / (Math.Sqrt(2) * Ellipsoid.A));
        return (
            Ellipsoid.Degrees(Math.PI * x / (2 * Math.Sqrt(2) * Ellipsoid.A * Math.Cos(theta))),
            Ellipsoid.Degrees(Math.Asin(((2 * theta) + Math.Sin(2 * theta)) / Math.PI)));
    }
}

/// <summary>A square kilometre where people live.</summary>
/// <param name="Refnis">Of 2025; null abroad.</param>
/// <param name="Country">Two letters; abroad by Natural Earth 1:10m, good to a kilometre or so.</param>
sealed record GridCell(double People, string? Refnis, string Country);

/// <summary>What a shape covers of the grid.</summary>
/// <param name="Shares">Cell to its share inside, above 0 to 1. Cells without people may be among them.</param>
/// <param name="Cut">Cells that the edge passes.</param>
/// <param name="Beyond">It reaches outside the grid: who lives there is not known.</param>
sealed record Coverage(Dictionary<int, double> Shares, HashSet<int> Cut, bool Beyond);
