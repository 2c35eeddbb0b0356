using NetTopologySuite.Geometries;

namespace Belfry.Geography.Hazards;

/// <summary>
/// Where a passing puff ever reaches a threshold: at each moment a disc, over all moments the envelope of the discs. The puff is followed from 1 m to 10 km.
/// </summary>
sealed class PuffContour
{
    const int PointsPerSide = 360;

    readonly GaussianPuff puff;
    readonly double height;
    readonly double threshold;
    readonly List<(double Middle, double Radius)> discs = [];

    public PuffContour(GaussianPuff puff, double height, double threshold)
    {
        (this.puff, this.height, this.threshold) = (puff, height, threshold);
        foreach (var middle in PuffPassage.Middles)
        {
            if (puff.Radius(middle, height, threshold) is { } radius)
            {
                discs.Add((middle, radius));
            }
        }
    }

    /// <summary>Whether the threshold is still reached when the puff leaves the model.</summary>
    public bool IsOpen => puff.Radius(GaussianPlume.Furthest, height, threshold) is not null;

    /// <summary>How far along the wind the threshold is ever reached; null when nowhere.</summary>
    public double? Reach => Best((middle, radius) => middle + radius);

    /// <summary>How far from the middle line the threshold is ever reached; null when not on the line itself.</summary>
    public double? HalfWidth(double x) => Best((middle, radius) => (radius * radius) - ((x - middle) * (x - middle))) is { } square and >= 0 ? Math.Sqrt(square) : null;

    /// <exception cref="InvalidOperationException">The threshold is reached nowhere: ask <see cref="Reach"/> first.</exception>
    public Polygon Surface(LocalPlane plane)
    {
        var (from, to) = (-Best((middle, radius) => radius - middle)!.Value, Reach!.Value);
        var sides = Enumerable.Range(1, PointsPerSide - 1).Select(at => from + ((to - from) * (1 - Math.Cos(Math.PI * at / PointsPerSide)) / 2))
            .Select(x => (Along: x, Across: HalfWidth(x) ?? 0)).Where(point => point.Across > PlumeContour.Least).ToList();
        return plane.Polygon([(from, 0), .. sides, (to, 0), .. sides.Select(point => (point.Along, -point.Across)).Reverse()]);
    }

    double? Best(Func<double, double, double> measure)
    {
        if (discs.Count == 0)
        {
            return null;
        }

        var best = discs.MaxBy(disc => measure(disc.Middle, disc.Radius)).Middle;
        return Measure(PuffPassage.Sharpened(best, Measure));

        double Measure(double at) => puff.Radius(at, height, threshold) is { } radius ? measure(at, radius) : double.NegativeInfinity;
    }
}
