namespace Belfry.Bench.Geo;

/// <summary>A published value and ours.</summary>
/// <param name="Tolerance">How far apart they may be, in the value's own unit.</param>
sealed record HazardVector(string Model, string What, string Reference, double Published, double Ours, double Tolerance, string Unit)
{
    public double Difference => Math.Abs(Ours - Published);

    public bool Met => Difference <= Tolerance;

    /// <summary>Where a source states no tolerance: half a percent.</summary>
    public static double Usual(double published) => Math.Abs(published) * 0.005;
}
