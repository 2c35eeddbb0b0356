namespace Belfry.Geography.Coordinates;

/// <summary>An ellipsoid: semi-major axis in metres and flattening. Angles in radians.</summary>
sealed record Ellipsoidal(double A, double F)
{
    public static readonly Ellipsoidal Wgs84 = new(6_378_137, 1 / 298.257223563);

    public static readonly Ellipsoidal Grs80 = new(6_378_137, 1 / 298.257222101);

    public static readonly Ellipsoidal International1924 = new(6_378_388, 1 / 297.0);

    public double E2 => F * (2 - F);

    public (double X, double Y, double Z) ToSpace(double latitude, double longitude)
    {
        var (sin, cos) = Math.SinCos(latitude);
        var n = A / Math.Sqrt(1 - (E2 * sin * sin));
        return (n * cos * Math.Cos(longitude), n * cos * Math.Sin(longitude), n * (1 - E2) * sin);
    }

    /// <summary>Bowring 1976: one step is below a micrometre near the surface.</summary>
    public (double Latitude, double Longitude) FromSpace(double x, double y, double z)
    {
        var b = A * (1 - F);
        var p = Math.Sqrt((x * x) + (y * y));
        var (sin, cos) = Math.SinCos(Math.Atan2(z * A, p * b));
        return (Math.Atan2(z + (E2 / (1 - E2) * b * sin * sin * sin), p - (E2 * A * cos * cos * cos)), Math.Atan2(y, x));
    }
}
