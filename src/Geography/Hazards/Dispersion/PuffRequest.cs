namespace Belfry.Geography;

/// <summary>All at once, then carried by a steady wind over flat ground.</summary>
public sealed record PuffRequest
{
    /// <summary>kg (1e-9 to 1e6) or Bq (to 1e20), as <see cref="Unit"/> says.</summary>
    public required double Amount { get; init; }

    /// <summary>Default a mass.</summary>
    public ReleaseUnit Unit { get; init; } = ReleaseUnit.Mass;

    /// <summary>m/s, 1 to 30. Decides when the cloud passes, not how far it reaches.</summary>
    public required double WindSpeed { get; init; }

    /// <summary>Where the wind comes from, degrees from north, clockwise; 0 to 360.</summary>
    public required double WindFrom { get; init; }

    /// <summary>A (very unstable) to F (stable).</summary>
    public required string Stability { get; init; }

    /// <summary>Of release, metres above ground; 0 to 300. Default 0.</summary>
    public double Height { get; init; }

    /// <summary>Height at which people breathe, metres; 0 to 100. Default 0, the ground.</summary>
    public double ReceptorHeight { get; init; }

    /// <summary>Up to 12 with those of the substance. Empty is refused when there is no substance.</summary>
    public IReadOnlyList<HazardThreshold> Thresholds { get; init; } = [];

    /// <summary>English name, CAS or UN number of a gas whose AEGL values are thresholds. Null: none.</summary>
    public string? Substance { get; init; }

    /// <summary>Of the AEGL values: 10, 30, 60, 240 or 480 minutes. Default 10.</summary>
    public int ExposureMinutes { get; init; } = 10;
}
