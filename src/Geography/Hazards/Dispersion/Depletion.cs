namespace Belfry.Geography.Hazards;

/// <summary>Source depletion: what the ground takes on the way is missing downwind. Q(x) = Q₀ · e^(−∫ share lost per metre dx), tabulated over the logarithm of the distance.</summary>
sealed class Depletion
{
    const double First = 1;
    const int StepsPerFold = 40;

    static readonly double Width = 1.0 / StepsPerFold;
    static readonly int Steps = (int)Math.Ceiling(Math.Log(GaussianPlume.Furthest / First) * StepsPerFold) + 1;

    readonly double[] lost = new double[Steps + 1];

    /// <param name="lostPerMetre">Share of what flies that settles per metre of way. Nothing settles before 1 m: a release stands higher.</param>
    public Depletion(Func<double, double> lostPerMetre)
    {
        for (var at = 1; at <= Steps; at++)
        {
            var (from, to) = (First * Math.Exp((at - 1) * Width), First * Math.Exp(at * Width));
            var middle = Math.Sqrt(from * to);
            lost[at] = lost[at - 1] + (Width / 6 * ((from * lostPerMetre(from)) + (4 * middle * lostPerMetre(middle)) + (to * lostPerMetre(to))));
        }
    }

    public double Left(double x)
    {
        if (x <= First)
        {
            return 1;
        }

        var place = Math.Min(Math.Log(x / First) / Width, Steps - 1e-9);
        var at = (int)place;
        return Math.Exp(-(lost[at] + ((place - at) * (lost[at + 1] - lost[at]))));
    }
}
