namespace Belfry.Geography;

/// <summary>A concentration that matters, and what it is called.</summary>
/// <param name="Name">1 to 60 characters.</param>
/// <param name="Concentration">mg/m³, or Bq/m³ for an activity.</param>
public sealed record HazardThreshold(string Name, double Concentration);
