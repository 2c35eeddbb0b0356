namespace Belfry.Geography;

/// <summary>A steady release into a steady wind over flat ground.</summary>
public sealed record PlumeRequest
{
    /// <summary>kg/s (1e-9 to 1e6) or Bq/s (to 1e20), as <see cref="Unit"/> says.</summary>
    public required double Rate { get; init; }

    /// <summary>Default a mass.</summary>
    public ReleaseUnit Unit { get; init; } = ReleaseUnit.Mass;

    /// <summary>m/s, 1 to 30, at the height of release unless <see cref="WindMeasuredAt"/> says otherwise. Calmer air has no direction and is refused.</summary>
    public required double WindSpeed { get; init; }

    /// <summary>Height in metres, 2 to 200, at which the wind was measured; it is then carried to the height of release (10 m at least) by Irwin's power law. Null: it is the wind there. Not with Bultynck-Malet.</summary>
    public double? WindMeasuredAt { get; init; }

    /// <summary>Where the wind comes from, degrees from north, clockwise; 0 to 360.</summary>
    public required double WindFrom { get; init; }

    public required DispersionScheme Scheme { get; init; }

    /// <summary>A (very unstable) to F (stable); for Bultynck-Malet 1 (very stable) to 7 (windy).</summary>
    public required string Stability { get; init; }

    /// <summary>Of release, metres above ground; 0 to 300. Default 0.</summary>
    public double Height { get; init; }

    /// <summary>Height at which people breathe, metres; 0 to 100. Default 0, the ground.</summary>
    public double ReceptorHeight { get; init; }

    /// <summary>Height of an inversion that reflects, metres; 50 to 5,000. Null: none.</summary>
    public double? Lid { get; init; }

    /// <summary>m/s, 0.0001 to 0.1, about 0.001 for an aerosol and 0.01 for iodine vapour. Null: nothing settles. Needs a height of release of 1 m or more: at the ground the integral has no end.</summary>
    public double? DepositionVelocity { get; init; }

    /// <summary>Over how many minutes concentrations are averaged: 1 to 60 for Ccps and Bultynck-Malet (default 10 and 60); Briggs is for 10 to 60 and takes no correction (default 60).</summary>
    public double? AveragingMinutes { get; init; }

    /// <summary>Warm stack gas that lifts the plume. Null: none. Not with Bultynck-Malet.</summary>
    public StackGas? Stack { get; init; }

    /// <summary>Up to 12 with those of the substance. Empty is refused when there is no substance.</summary>
    public IReadOnlyList<HazardThreshold> Thresholds { get; init; } = [];

    /// <summary>English name, CAS or UN number of a gas whose AEGL values are thresholds. Null: none.</summary>
    public string? Substance { get; init; }

    /// <summary>Of the AEGL values: 10, 30, 60, 240 or 480 minutes. Default 60.</summary>
    public int ExposureMinutes { get; init; } = 60;
}

/// <param name="Flow">m³/s; 0.01 to 2,000.</param>
/// <param name="GasDensity">kg/m³; 0.1 to the density of the air.</param>
/// <param name="AirDensity">kg/m³; 0.9 to 1.5.</param>
public sealed record StackGas(double Flow, double GasDensity, double AirDensity);
