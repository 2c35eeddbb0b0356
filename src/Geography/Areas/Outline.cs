using NetTopologySuite.Geometries;

namespace Belfry.Geography.Areas;

/// <summary>A polygon as it came in, before it is trusted: rings of (longitude, latitude), the first the shell.</summary>
/// <param name="Where">Its place in what came in: <c>$.features[2].geometry</c>.</param>
sealed record Outline(string Where, IReadOnlyList<Coordinate[]> Rings);
