namespace Belfry.Geography.Coordinates;

/// <summary>UTM on WGS84 by Krüger's series to the fourth order in the third flattening (EPSG method 9807): under a millimetre within a zone. Angles in radians, metres out.</summary>
static class TransverseMercator
{
    const double Scale = 0.9996;
    const double FalseEast = 500_000;

    static readonly double N = Ellipsoidal.Wgs84.F / (2 - Ellipsoidal.Wgs84.F);
    static readonly double A = Ellipsoidal.Wgs84.A / (1 + N) * (1 + (N * N / 4) + (N * N * N * N / 64));
    static readonly double E = Math.Sqrt(Ellipsoidal.Wgs84.E2);

    static readonly double[] Out =
    [
        (N / 2) - (2 * N * N / 3) + (5 * N * N * N / 16) + (41 * N * N * N * N / 180),
        (13 * N * N / 48) - (3 * N * N * N / 5) + (557 * N * N * N * N / 1440),
        (61 * N * N * N / 240) - (103 * N * N * N * N / 140),
        49561 * N * N * N * N / 161280,
    ];

    static readonly double[] Home =
    [
        (N / 2) - (2 * N * N / 3) + (37 * N * N * N / 96) - (N * N * N * N / 360),
        (N * N / 48) + (N * N * N / 15) - (437 * N * N * N * N / 1440),
        (17 * N * N * N / 480) - (37 * N * N * N * N / 840),
        4397 * N * N * N * N / 161280,
    ];

    public static (double East, double North) Forward(double latitude, double longitude, double meridian)
    {
        var t = Math.Sinh(Math.Atanh(Math.Sin(latitude)) - (E * Math.Atanh(E * Math.Sin(latitude))));
        var (sin, cos) = Math.SinCos(longitude - meridian);
        var (xi, eta) = (Math.Atan2(t, cos), Math.Asinh(sin / Math.Sqrt((t * t) + (cos * cos))));
        var (north, east) = (xi, eta);
        for (var at = 0; at < Out.Length; at++)
        {
            var twice = 2 * (at + 1);
            north += Out[at] * Math.Sin(twice * xi) * Math.Cosh(twice * eta);
            east += Out[at] * Math.Cos(twice * xi) * Math.Sinh(twice * eta);
        }

        return (FalseEast + (Scale * A * east), Scale * A * north);
    }

    public static (double Latitude, double Longitude) Back(double east, double north, double meridian)
    {
        var (xi, eta) = (north / (Scale * A), (east - FalseEast) / (Scale * A));
        var (xi0, eta0) = (xi, eta);
        for (var at = 0; at < Home.Length; at++)
        {
            var twice = 2 * (at + 1);
            xi0 -= Home[at] * Math.Sin(twice * xi) * Math.Cosh(twice * eta);
            eta0 -= Home[at] * Math.Cos(twice * xi) * Math.Sinh(twice * eta);
        }

        // From the conformal to the geodetic latitude; each step gains more than two digits.
        var conformal = Math.Asin(Math.Sin(xi0) / Math.Cosh(eta0));
        var latitude = conformal;
        for (var step = 0; step < 8; step++)
        {
            latitude = Math.Asin(Math.Tanh(Math.Atanh(Math.Sin(conformal)) + (E * Math.Atanh(E * Math.Sin(latitude)))));
        }

        return (latitude, meridian + Math.Atan2(Math.Sinh(eta0), Math.Cos(xi0)));
    }
}
