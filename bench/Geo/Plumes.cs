using System.Globalization;
using Belfry.Geography;
using Belfry.Geography.Hazards;

namespace Belfry.Bench.Geo;

/// <summary>Made plumes: cigars with a ragged edge, downwind of every municipality in turn. The same for everyone.</summary>
static class Plumes
{
    public static IReadOnlyList<string> Over(Belgium belgium, int count, int points)
    {
        var towns = belgium.Municipalities(new(2025, 1, 1));
        return [.. Enumerable.Range(0, count).Select(at => (At: at, Plane: new LocalPlane(towns[at * 37 % towns.Count].Centre, at * 137.5 % 360))).Select(one => Plume(one.Plane, one.At, points))];
    }

    static string Plume(LocalPlane plane, int seed, int points)
    {
        var (length, width) = (5_000 + (seed * 7919 % 55_000), 0.1 + (seed % 13 / 60.0));
        var ring = Enumerable.Range(0, points - 1).Select(at =>
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * at / (points - 1));
            // Ragged by two waves: radially from the middle, so it never crosses itself.
            var ragged = 1 + (0.04 * Math.Sin((at * 0.9) + seed)) + (0.03 * Math.Sin(at * 2.3));
            var place = plane.At((length / 2) - (length / 2 * cos * ragged), length * width * sin * ragged);
            return string.Create(CultureInfo.InvariantCulture, $"[{place.X:0.0000000},{place.Y:0.0000000}]");
        }).ToList();
        return $$"""{"type":"Polygon","coordinates":[[{{string.Join(',', ring.Append(ring[0]))}}]]}""";
    }
}
