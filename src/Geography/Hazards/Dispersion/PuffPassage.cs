namespace Belfry.Geography.Hazards;

/// <summary>The way of a puff from 1 m to 10 km as moments, each a step of a half percent further than the last, and the best between two of them.</summary>
static class PuffPassage
{
    const int Moments = 1500;

    static readonly double Step = Math.Pow(GaussianPlume.Furthest, 1.0 / Moments);

    /// <summary>How far the middle of the puff has come at each moment, metres.</summary>
    public static readonly IReadOnlyList<double> Middles = [.. Enumerable.Range(0, Moments + 1).Select(at => Math.Pow(GaussianPlume.Furthest, (double)at / Moments))];

    /// <summary>The greatest concentration that a point on the middle line ever sees, and how far the puff has then come.</summary>
    public static (double Concentration, double Middle) Greatest(GaussianPuff puff, double x, double height)
    {
        var middle = Sharpened(Middles.MaxBy(at => puff.At(x, 0, height, at)), at => puff.At(x, 0, height, at));
        return (puff.At(x, 0, height, middle), middle);
    }

    /// <summary>The best of the moments is good to a step; between its neighbours the measure has one top.</summary>
    public static double Sharpened(double best, Func<double, double> measure)
    {
        var (low, high) = (best / Step, Math.Min(best * Step, GaussianPlume.Furthest));
        for (var turn = 0; turn < 40; turn++)
        {
            var (left, right) = (low + ((high - low) / 3), high - ((high - low) / 3));
            (low, high) = measure(left) < measure(right) ? (left, high) : (low, right);
        }

        return measure((low + high) / 2) >= measure(best) ? (low + high) / 2 : best;
    }
}
