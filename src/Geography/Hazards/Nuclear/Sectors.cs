using Belfry.Geography.Areas;
using NetTopologySuite.Geometries;

namespace Belfry.Geography.Hazards.Nuclear;

/// <summary>Equal sectors around a site, 1 to <see cref="Count"/>, clockwise; the first begins at north.</summary>
static class Sectors
{
    // A point each half degree: on 20 km the chord leaves the circle by 0.2 m.
    const double StepDegrees = 0.5;

    public static int Count => (int)Guidance.Of("sectors").Value;

    /// <summary>The sector the wind blows to and its two neighbours, clockwise: the wind turns, and the plume has a width.</summary>
    /// <param name="windFrom">Degrees from north.</param>
    public static IReadOnlyList<int> Under(double windFrom)
    {
        var to = (int)((windFrom + 180) % 360 / (360.0 / Count));
        return [.. Enumerable.Range(to - 1, 3).Select(sector => ((sector + Count) % Count) + 1)];
    }

    /// <param name="sectors">Following each other, clockwise.</param>
    public static Polygon Cut(Position centre, double metres, IReadOnlyList<int> sectors)
    {
        var (width, from) = (360.0 / Count, (sectors[0] - 1) * 360.0 / Count);
        var plane = new LocalPlane(centre);
        var steps = (int)Math.Round(sectors.Count * width / StepDegrees);
        var arc = Enumerable.Range(0, steps + 1).Select(step => Math.SinCos(Ellipsoid.Radians(from + (step * StepDegrees)))).Select(at => (at.Cos * metres, at.Sin * metres));
        return plane.Polygon(arc.Prepend((0, 0)));
    }
}
