using NetTopologySuite.Geometries;

namespace Belfry.Geography.Areas;

/// <summary>Distance and surface on WGS84.</summary>
static class Ellipsoid
{
    public const double A = 6_378_137;

    const double F = 1 / 298.257223563;
    const double B = A * (1 - F);
    const double E2 = F * (2 - F);

    static readonly double E = Math.Sqrt(E2);

    /// <summary>A closed ring around a circle, anticlockwise from east: its sides touch the circle, so that nobody within the distance is left out.</summary>
    public static IEnumerable<Coordinate> Ring(Position centre, double metres, int count)
    {
        for (var at = 0; at <= count; at++)
        {
            var (latitude, longitude) = Direct(centre, (Math.PI / 2) - (2 * Math.PI * (at % count) / count), metres / Math.Cos(Math.PI / count));
            yield return new Coordinate(longitude, latitude);
        }
    }

    /// <summary>Where one arrives after some metres along a bearing. T. Vincenty, Survey Review 23 (176), 1975, direct formula.</summary>
    /// <param name="bearing">Radians from north, clockwise.</param>
    public static (double Latitude, double Longitude) Direct(Position from, double bearing, double metres)
    {
        var (sinBearing, cosBearing) = Math.SinCos(bearing);
        var tanU1 = (1 - F) * Math.Tan(Radians(from.Latitude));
        var cosU1 = 1 / Math.Sqrt(1 + (tanU1 * tanU1));
        var sinU1 = tanU1 * cosU1;
        var sinAlpha = cosU1 * sinBearing;
        var cos2Alpha = 1 - (sinAlpha * sinAlpha);
        var u2 = cos2Alpha * ((A * A) - (B * B)) / (B * B);
        var bigA = 1 + (u2 / 16384 * (4096 + (u2 * (-768 + (u2 * (320 - (175 * u2)))))));
        var bigB = u2 / 1024 * (256 + (u2 * (-128 + (u2 * (74 - (47 * u2))))));
        var sigma1 = Math.Atan2(tanU1, cosBearing);
        var sigma = metres / (B * bigA);
        for (var step = 0; step < 20; step++)
        {
            var cosTwice = Math.Cos((2 * sigma1) + sigma);
            var (sin, cos) = Math.SinCos(sigma);
            var change = bigB * sin * (cosTwice + (bigB / 4 * ((cos * (-1 + (2 * cosTwice * cosTwice))) - (bigB / 6 * cosTwice * (-3 + (4 * sin * sin)) * (-3 + (4 * cosTwice * cosTwice))))));
            var next = (metres / (B * bigA)) + change;
            if (Math.Abs(next - sigma) < 1e-13)
            {
                break;
            }

            sigma = next;
        }

        var (sinSigma, cosSigma) = Math.SinCos(sigma);
        var across = (sinU1 * sinSigma) - (cosU1 * cosSigma * cosBearing);
        var latitude = Math.Atan2((sinU1 * cosSigma) + (cosU1 * sinSigma * cosBearing), (1 - F) * Math.Sqrt((sinAlpha * sinAlpha) + (across * across)));
        var lambda = Math.Atan2(sinSigma * sinBearing, (cosU1 * cosSigma) - (sinU1 * sinSigma * cosBearing));
        var c = F / 16 * cos2Alpha * (4 + (F * (4 - (3 * cos2Alpha))));
        var twice = Math.Cos((2 * sigma1) + sigma);
        var l = lambda - ((1 - c) * F * sinAlpha * (sigma + (c * sinSigma * (twice + (c * cosSigma * (-1 + (2 * twice * twice)))))));
        return (Degrees(latitude), from.Longitude + Degrees(l));
    }

    /// <summary>Shortest way over the ellipsoid, metres. T. Vincenty 1975, inverse formula; not for points nearly opposite on the globe.</summary>
    public static double Metres(Position from, Position to)
    {
        var l = Radians(to.Longitude - from.Longitude);
        var (sinU1, cosU1) = Math.SinCos(Math.Atan((1 - F) * Math.Tan(Radians(from.Latitude))));
        var (sinU2, cosU2) = Math.SinCos(Math.Atan((1 - F) * Math.Tan(Radians(to.Latitude))));
        var lambda = l;
        for (var step = 0; ; step++)
        {
            var (sinLambda, cosLambda) = Math.SinCos(lambda);
            var (one, two) = (cosU2 * sinLambda, (cosU1 * sinU2) - (sinU1 * cosU2 * cosLambda));
            var sinSigma = Math.Sqrt((one * one) + (two * two));
            if (sinSigma == 0)
            {
                return 0;
            }

            var cosSigma = (sinU1 * sinU2) + (cosU1 * cosU2 * cosLambda);
            var sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = cosU1 * cosU2 * sinLambda / sinSigma;
            var cos2Alpha = 1 - (sinAlpha * sinAlpha);
            var twice = cos2Alpha == 0 ? 0 : cosSigma - (2 * sinU1 * sinU2 / cos2Alpha);
            var c = F / 16 * cos2Alpha * (4 + (F * (4 - (3 * cos2Alpha))));
            var next = l + ((1 - c) * F * sinAlpha * (sigma + (c * sinSigma * (twice + (c * cosSigma * (-1 + (2 * twice * twice)))))));
            if (Math.Abs(next - lambda) > 1e-13 && step < 100)
            {
                lambda = next;
                continue;
            }

            var u2 = cos2Alpha * ((A * A) - (B * B)) / (B * B);
            var bigA = 1 + (u2 / 16384 * (4096 + (u2 * (-768 + (u2 * (320 - (175 * u2)))))));
            var bigB = u2 / 1024 * (256 + (u2 * (-128 + (u2 * (74 - (47 * u2))))));
            var change = bigB * sinSigma * (twice + (bigB / 4 * ((cosSigma * (-1 + (2 * twice * twice))) - (bigB / 6 * twice * (-3 + (4 * sinSigma * sinSigma)) * (-3 + (4 * twice * twice))))));
            return B * bigA * (sigma - change);
        }
    }

    /// <summary>Surface by the equal-area cylinder: edges are straight in longitude and latitude, as GeoJSON says they are (Snyder 1987, eq. 3-12).</summary>
    public static double SquareMetres(Geometry shape)
    {
        var total = 0.0;
        for (var at = 0; at < shape.NumGeometries; at++)
        {
            var polygon = (Polygon)shape.GetGeometryN(at);
            total += Math.Abs(Ring(polygon.ExteriorRing));
            foreach (var hole in polygon.InteriorRings)
            {
                total -= Math.Abs(Ring(hole));
            }
        }

        return total;
    }

    static double Ring(LineString ring)
    {
        var points = ring.CoordinateSequence;
        var (x0, sum) = (points.GetX(0), 0.0);
        for (var at = 1; at < points.Count; at++)
        {
            sum += (Radians(points.GetX(at - 1) - x0) * Height(points.GetY(at))) - (Radians(points.GetX(at) - x0) * Height(points.GetY(at - 1)));
        }

        return sum / 2;
    }

    // Times longitude in radians it is a surface: y of the equal-area cylinder, scaled by the equatorial radius.
    static double Height(double latitude)
    {
        var sin = Math.Sin(Radians(latitude));
        return A * A * (1 - E2) / 2 * ((sin / (1 - (E2 * sin * sin))) + (Math.Atanh(E * sin) / E));
    }

    public static double Radians(double degrees) => degrees * Math.PI / 180;

    public static double Degrees(double radians) => radians * 180 / Math.PI;
}
