namespace Belfry.Geography;

/// <summary>What is let loose: a mass or an activity. All else follows.</summary>
public sealed record ReleaseUnit
{
    ReleaseUnit(string amount, string rate, string concentration, double perUnit, double mostAmount, double leastThreshold, double mostThreshold) =>
        (Amount, Rate, Concentration, PerUnit, MostAmount, LeastThreshold, MostThreshold) = (amount, rate, concentration, perUnit, mostAmount, leastThreshold, mostThreshold);

    /// <summary>kg and kg/s give mg/m³.</summary>
    public static ReleaseUnit Mass { get; } = new("kg", "kg/s", "mg/m³", 1e6, 1e6, 1e-9, 1e6);

    /// <summary>Bq and Bq/s give Bq/m³. Nothing decays on the way.</summary>
    public static ReleaseUnit Activity { get; } = new("Bq", "Bq/s", "Bq/m³", 1, 1e20, 1e-6, 1e20);

    public string Amount { get; }

    public string Rate { get; }

    public string Concentration { get; }

    /// <summary>What one unit of amount in a cubic metre is in <see cref="Concentration"/>.</summary>
    internal double PerUnit { get; }

    internal double MostAmount { get; }

    internal double LeastThreshold { get; }

    internal double MostThreshold { get; }
}
