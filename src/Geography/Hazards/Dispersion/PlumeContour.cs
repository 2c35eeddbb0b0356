using NetTopologySuite.Geometries;

namespace Belfry.Geography.Hazards;

/// <summary>Where a plume reaches a threshold at a height: from the model itself, to the centimetre. Between 1 m and 10 km; below 100 m a cone leads to the source.</summary>
sealed class PlumeContour(GaussianPlume plume, double height)
{
    const double Start = 1;
    const int Scan = 600;
    const int PointsPerSide = 360;

    /// <summary>Closer to the middle line than a map of centimetres can tell, left and right would touch.</summary>
    public const double Least = 0.01;

    /// <summary>Stretches of the middle line on which the threshold is reached, in order. A first one that begins at 0 reaches the source; a last one that ends at 10 km does not end there.</summary>
    public IReadOnlyList<(double From, double To)> Stretches(double threshold)
    {
        var found = new List<(double, double)>();
        double? from = plume.Axis(Start, height) >= threshold ? 0 : null;
        for (var at = 1; at <= Scan; at++)
        {
            var (before, here) = (Place(at - 1), Place(at));
            var reached = plume.Axis(here, height) >= threshold;
            if (reached && from is null)
            {
                from = Crossing(before, here, threshold);
            }
            else if (!reached && from is { } begun)
            {
                found.Add((begun, Crossing(here, before, threshold)));
                from = null;
            }
        }

        if (from is { } open)
        {
            found.Add((open, GaussianPlume.Furthest));
        }

        return found;
    }

    /// <summary>The largest concentration from 100 m on, and where.</summary>
    public (double Concentration, double Distance) Greatest()
    {
        var best = GaussianPlume.Nearest;
        for (var at = 0; at <= Scan; at++)
        {
            var x = GaussianPlume.Nearest * Math.Pow(GaussianPlume.Furthest / GaussianPlume.Nearest, (double)at / Scan);
            best = plume.Axis(x, height) > plume.Axis(best, height) ? x : best;
        }

        var step = Math.Pow(GaussianPlume.Furthest / GaussianPlume.Nearest, 1.0 / Scan);
        var (low, high) = (Math.Max(GaussianPlume.Nearest, best / step), Math.Min(GaussianPlume.Furthest, best * step));
        for (var turn = 0; turn < 100; turn++)
        {
            var (left, right) = (low + ((high - low) / 3), high - ((high - low) / 3));
            (low, high) = plume.Axis(left, height) < plume.Axis(right, height) ? (left, high) : (low, right);
        }

        return (plume.Axis((low + high) / 2, height), (low + high) / 2);
    }

    /// <summary>The widest half of a stretch.</summary>
    public double WidestHalf((double From, double To) stretch, double threshold) => Samples(stretch).Max(x => plume.HalfWidth(x, height, threshold) ?? 0);

    /// <summary>Whether a stretch is a surface on a map of centimetres: a metre long, and half a metre wide.</summary>
    public bool IsBroad((double From, double To) stretch, double threshold) => stretch.To - stretch.From > 1 && WidestHalf(stretch, threshold) > 0.25;

    public Polygon Surface((double From, double To) stretch, double threshold, LocalPlane plane)
    {
        var sides = Samples(stretch).Select(x => (Along: x, Across: plume.HalfWidth(x, height, threshold) ?? 0)).Where(point => point.Across > Least).ToList();
        return plane.Polygon([(stretch.From, 0), .. sides, (stretch.To, 0), .. sides.Select(point => (point.Along, -point.Across)).Reverse()]);
    }

    static double Place(int at) => Start * Math.Pow(GaussianPlume.Furthest / Start, (double)at / Scan);

    // Closer together at both ends, where the outline is round.
    static IEnumerable<double> Samples((double From, double To) stretch) =>
        Enumerable.Range(1, PointsPerSide - 1).Select(at => stretch.From + ((stretch.To - stretch.From) * (1 - Math.Cos(Math.PI * at / PointsPerSide)) / 2));

    // The last place that still reaches the threshold, between one that does not and one that does.
    double Crossing(double outside, double inside, double threshold)
    {
        for (var turn = 0; turn < 60; turn++)
        {
            var middle = (outside + inside) / 2;
            (outside, inside) = plume.Axis(middle, height) >= threshold ? (outside, middle) : (middle, inside);
        }

        return inside;
    }
}
