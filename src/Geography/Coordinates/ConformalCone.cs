namespace Belfry.Geography.Coordinates;

/// <summary>Lambert conformal conic with two standard parallels (EPSG method 9802; Snyder 1987, 15-1 to 15-11). Angles in radians, metres out.</summary>
sealed class ConformalCone
{
    readonly double e;
    readonly double longitude0;
    readonly double n;
    readonly double af;
    readonly double east0;
    readonly double north0;

    public ConformalCone(Ellipsoidal body, double latitude0, double longitude0, double parallel1, double parallel2, double falseEasting, double falseNorthing)
    {
        (Body, this.longitude0, e, east0) = (body, longitude0, Math.Sqrt(body.E2), falseEasting);
        var (m1, m2) = (M(parallel1), M(parallel2));
        n = (Math.Log(m1) - Math.Log(m2)) / (Math.Log(T(parallel1)) - Math.Log(T(parallel2)));
        af = body.A * m1 / (n * Math.Pow(T(parallel1), n));
        north0 = falseNorthing + Rho(latitude0);
    }

    public Ellipsoidal Body { get; }

    public (double East, double North) Forward(double latitude, double longitude)
    {
        var (sin, cos) = Math.SinCos(n * (longitude - longitude0));
        var rho = Rho(latitude);
        return (east0 + (rho * sin), north0 - (rho * cos));
    }

    public (double Latitude, double Longitude) Back(double east, double north)
    {
        var (x, y) = (east - east0, north0 - north);
        var t = Math.Pow(Math.Sqrt((x * x) + (y * y)) / af, 1 / n);
        var latitude = (Math.PI / 2) - (2 * Math.Atan(t));
        for (var step = 0; step < 10; step++)
        {
            var sin = e * Math.Sin(latitude);
            latitude = (Math.PI / 2) - (2 * Math.Atan(t * Math.Pow((1 - sin) / (1 + sin), e / 2)));
        }

        return (latitude, longitude0 + (Math.Atan2(x, y) / n));
    }

    double Rho(double latitude) => latitude >= Math.PI / 2 ? 0 : af * Math.Pow(T(latitude), n);

    double M(double latitude) => Math.SinCos(latitude) is var (sin, cos) ? cos / Math.Sqrt(1 - (Body.E2 * sin * sin)) : 0;

    double T(double latitude)
    {
        var sin = e * Math.Sin(latitude);
        return Math.Tan((Math.PI / 4) - (latitude / 2)) / Math.Pow((1 - sin) / (1 + sin), e / 2);
    }
}
