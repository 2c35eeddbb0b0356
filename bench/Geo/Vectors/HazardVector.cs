namespace Belfry.Bench.Geo;

/// <summary>A published value and ours.</summary>
/// <param name="Tolerance">How far apart they may be, in the value's own unit.</param>
sealed record HazardVector(string Model, string What, string Reference, double Published, double Ours, double Tolerance, string Unit)
{
    /// <summary>Why the published value is not believed; ours then stays apart from it, and the table says so. Null: it is believed.</summary>
    public string? Refuted { get; init; }

    public double Difference => Math.Abs(Ours - Published);

    public bool Met => Difference <= Tolerance;

    /// <summary>Where a source states no tolerance: half a percent.</summary>
    public static double Usual(double published) => Math.Abs(published) * 0.005;
}
