using NetTopologySuite.Geometries;

namespace Belfry.Geography.Hazards;

/// <summary>
/// Where a passing puff ever reaches a threshold: at each moment a disc, over all moments the envelope of the discs. The puff is followed from 1 m to 10 km.
/// </summary>
sealed class PuffContour(GaussianPuff puff, double height)
{
    const int Moments = 1500;
    const int PointsPerSide = 360;

    static readonly double[] Middles = [.. Enumerable.Range(0, Moments + 1).Select(at => Math.Pow(GaussianPlume.Furthest, (double)at / Moments))];

    /// <summary>Whether the threshold is still reached when the puff leaves the model.</summary>
    public bool IsOpen(double threshold) => puff.Radius(GaussianPlume.Furthest, height, threshold) is not null;

    /// <summary>How far along the wind the threshold is ever reached; null when nowhere.</summary>
    public double? Reach(double threshold) => Disc(threshold) is { Count: > 0 } discs ? Best(discs, threshold, (middle, radius) => middle + radius) : null;

    /// <summary>The greatest concentration that a point on the middle line ever sees, and how far the puff has then come.</summary>
    public (double Concentration, double Middle) Greatest(double x)
    {
        var best = Middles.MaxBy(middle => puff.At(x, 0, height, middle));
        var middle = Sharpen(best, at => puff.At(x, 0, height, at));
        return (puff.At(x, 0, height, middle), middle);
    }

    /// <summary>How far from the middle line the threshold is ever reached; null when not on the line itself.</summary>
    public double? HalfWidth(double x, double threshold)
    {
        var discs = Disc(threshold);
        return discs.Count > 0 && Best(discs, threshold, (middle, radius) => (radius * radius) - ((x - middle) * (x - middle))) is var square && square >= 0 ? Math.Sqrt(square) : null;
    }

    /// <exception cref="InvalidOperationException">The threshold is reached nowhere: ask <see cref="Reach"/> first.</exception>
    public Polygon Surface(double threshold, LocalPlane plane)
    {
        var discs = Disc(threshold);
        var (from, to) = (-Best(discs, threshold, (middle, radius) => radius - middle), Best(discs, threshold, (middle, radius) => middle + radius));
        var sides = Enumerable.Range(1, PointsPerSide - 1).Select(at => from + ((to - from) * (1 - Math.Cos(Math.PI * at / PointsPerSide)) / 2))
            .Select(x => (Along: x, Across: HalfWidth(x, threshold) ?? 0)).Where(point => point.Across > 0).ToList();
        return plane.Polygon([(from, 0), .. sides, (to, 0), .. sides.Select(point => (point.Along, -point.Across)).Reverse()]);
    }

    List<double> Disc(double threshold) => [.. Middles.Where(middle => puff.Radius(middle, height, threshold) is not null)];

    double Best(List<double> discs, double threshold, Func<double, double, double> measure)
    {
        var middle = Sharpen(discs.MaxBy(Measure), Measure);
        return Measure(middle);

        double Measure(double at) => puff.Radius(at, height, threshold) is { } radius ? measure(at, radius) : double.NegativeInfinity;
    }

    // The best of the moments is good to a step; between its neighbours the measure has one top.
    static double Sharpen(double best, Func<double, double> measure)
    {
        var step = Math.Pow(GaussianPlume.Furthest, 1.0 / Moments);
        var (low, high) = (best / step, Math.Min(best * step, GaussianPlume.Furthest));
        for (var turn = 0; turn < 40; turn++)
        {
            var (left, right) = (low + ((high - low) / 3), high - ((high - low) / 3));
            (low, high) = measure(left) < measure(right) ? (left, high) : (low, right);
        }

        return measure((low + high) / 2) >= measure(best) ? (low + high) / 2 : best;
    }
}
