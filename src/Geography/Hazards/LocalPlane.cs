using Belfry.Geography.Areas;
using NetTopologySuite.Geometries;

namespace Belfry.Geography.Hazards;

/// <summary>Metres along and across a direction from a point, to WGS84 and over the ellipsoid: distance and direction from the origin are exact.</summary>
/// <param name="towards">The direction of <c>along</c>, degrees from north, clockwise. For a wind: where it blows to.</param>
sealed class LocalPlane(Position origin, double towards = 0)
{
    /// <param name="along">Metres in the direction; negative is behind.</param>
    /// <param name="across">Metres to its right.</param>
    public Coordinate At(double along, double across)
    {
        var (latitude, longitude) = Ellipsoid.Direct(origin, Ellipsoid.Radians(towards) + Math.Atan2(across, along), Math.Sqrt((along * along) + (across * across)));
        return new Coordinate(longitude, latitude);
    }

    /// <summary>A surface around points in the plane, in order, not closed.</summary>
    public Polygon Polygon(IEnumerable<(double Along, double Across)> ring)
    {
        var points = ring.Select(point => At(point.Along, point.Across)).ToList();
        return Outlines.Factory.CreatePolygon([.. points, points[0].Copy()]);
    }

    /// <summary>All within a distance of a point of the plane, as a polygon of 360 points around the circle: nobody within is left out.</summary>
    public Polygon Circle(double metres, double along = 0, double across = 0)
    {
        var centre = At(along, across);
        return Outlines.Factory.CreatePolygon([.. Ellipsoid.Ring(new Position(centre.Y, centre.X), metres, 360)]);
    }
}
