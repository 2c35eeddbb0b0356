using System.Globalization;
using Belfry.Geography.Areas;
using Belfry.Geography.Coordinates;
using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>A point in a Belgian Lambert plane, metres.</summary>
public readonly record struct LambertPoint(double East, double North)
{
    /// <summary>Reads <c>148855.42,170699.68</c>: east, comma, north.</summary>
    public static Result<LambertPoint> Parse(string text) =>
        text.Split(',') is [var east, var north] && Position.Number(east, out var x) && Position.Number(north, out var y)
            ? new LambertPoint(x, y)
            : GeographyProblems.LambertRefused.With(("text", text.Length > 60 ? text[..60] : text));

    /// <summary><c>148855.42,170699.68</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{East:0.00},{North:0.00}");
}

/// <summary>The two Belgian planes. Own code rather than ProjNET, which is LGPL; checked against PROJ to the centimetre.</summary>
public sealed class Lambert
{
    // EPSG 1652 (the seven parameters NGI publishes), as position vector rotations in arc seconds and a scale in parts per million.
    static readonly double[] Bd72ToWgs84 = [-106.8686, 52.2978, -103.7239, 0.3366, -0.457, 1.8422, -1.2747];

    readonly ConformalCone cone;
    readonly double[]? shift;

    Lambert(string name, ConformalCone cone, double[]? shift) => (Name, this.cone, this.shift) = (name, cone, shift);

    /// <summary>EPSG:3812 on ETRS89, taken as WGS84 (less than a metre apart).</summary>
    public static Lambert L2008 { get; } = new("lambert2008", new ConformalCone(
        Ellipsoidal.Grs80, R(50.797815), R(4.359215833333333), R(49.83333333333334), R(51.16666666666666), 649_328, 665_262), null);

    /// <summary>EPSG:31370 on BD72, through seven parameters: good to a metre; the centimetre needs NGI's grid, which is not free.</summary>
    public static Lambert L72 { get; } = new("lambert72", new ConformalCone(
        Ellipsoidal.International1924, R(90), R(4.367486666666666), R(51.16666723333333), R(49.8333339), 150_000.013, 5_400_088.438), Bd72ToWgs84);

    public string Name { get; }

    public LambertPoint From(Position position)
    {
        var (latitude, longitude) = (R(position.Latitude), R(position.Longitude));
        if (shift is not null)
        {
            var (x, y, z) = Ellipsoidal.Wgs84.ToSpace(latitude, longitude);
            var back = Undo(shift, x, y, z);
            (latitude, longitude) = cone.Body.FromSpace(back.X, back.Y, back.Z);
        }

        var (east, north) = cone.Forward(latitude, longitude);
        return new LambertPoint(east, north);
    }

    /// <returns>GEO-024 when the point is not in or around Belgium.</returns>
    public Result<Position> ToPosition(LambertPoint point)
    {
        var (latitude, longitude) = cone.Back(point.East, point.North);
        if (shift is not null)
        {
            var (x, y, z) = cone.Body.ToSpace(latitude, longitude);
            var moved = Do(shift, x, y, z);
            (latitude, longitude) = Ellipsoidal.Wgs84.FromSpace(moved.X, moved.Y, moved.Z);
        }

        var (north, east) = (Ellipsoid.Degrees(latitude), Ellipsoid.Degrees(longitude));
        return north is >= 48 and <= 53.5 && east is >= 0 and <= 9 ? new Position(north, east) : GeographyProblems.LambertRefused.With(("text", point));
    }

    static (double X, double Y, double Z) Do(double[] p, double x, double y, double z)
    {
        var (rx, ry, rz, s) = Turns(p);
        return (p[0] + (s * (x - (rz * y) + (ry * z))), p[1] + (s * ((rz * x) + y - (rx * z))), p[2] + (s * ((-ry * x) + (rx * y) + z)));
    }

    // The rotation is so small that its transpose undoes it to the micrometre.
    static (double X, double Y, double Z) Undo(double[] p, double x, double y, double z)
    {
        var (rx, ry, rz, s) = Turns(p);
        (x, y, z) = ((x - p[0]) / s, (y - p[1]) / s, (z - p[2]) / s);
        return (x + (rz * y) - (ry * z), (-rz * x) + y + (rx * z), (ry * x) - (rx * y) + z);
    }

    static (double X, double Y, double Z, double Scale) Turns(double[] p) => (R(p[3] / 3600), R(p[4] / 3600), R(p[5] / 3600), 1 + (p[6] * 1e-6));

    static double R(double degrees) => Ellipsoid.Radians(degrees);
}
