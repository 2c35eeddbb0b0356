namespace Belfry.Incidents;

/// <summary>Where (CAP 1.2, 3.2.4). Polygons, circles and geocodes add up: the area is all of them together.</summary>
public sealed record CapArea
{
    public required string Description { get; init; }

    public IReadOnlyList<CapPolygon> Polygons { get; init; } = [];

    public IReadOnlyList<CapCircle> Circles { get; init; } = [];

    public IReadOnlyList<CapValue> Geocodes { get; init; } = [];

    /// <summary>Feet above mean sea level (WGS 84), as CAP has it.</summary>
    public decimal? Altitude { get; init; }

    /// <summary>Feet; only together with <see cref="Altitude"/>.</summary>
    public decimal? Ceiling { get; init; }
}

/// <summary>WGS 84 degrees, latitude first as CAP writes it. Not checked for range here: the rules name it.</summary>
public readonly record struct CapPosition(double Latitude, double Longitude);

/// <summary>A ring as it was written: at least 4 positions and closed when the rules are content, possibly none when they are not.</summary>
public sealed record CapPolygon(IReadOnlyList<CapPosition> Positions);

/// <param name="RadiusKilometres">0 marks a point.</param>
public sealed record CapCircle(CapPosition Centre, double RadiusKilometres);
