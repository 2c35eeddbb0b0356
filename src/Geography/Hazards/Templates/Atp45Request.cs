namespace Belfry.Geography;

/// <summary>A report of an attack or accident, as the warning templates ask for it.</summary>
public sealed record Atp45Request
{
    /// <summary>One of <see cref="Atp45.Known"/>.</summary>
    public required string Event { get; init; }

    /// <summary>m/s, 0 to 30. Above 10 km/h the template is a triangle downwind, else a circle.</summary>
    public required double WindSpeed { get; init; }

    /// <summary>Where the wind comes from, degrees from north, clockwise; 0 to 360.</summary>
    public required double WindFrom { get; init; }

    /// <summary>Group of containers: E or F for chem-a, B, C or D for chem-b; null for all other events.</summary>
    public string? Containers { get; init; }

    /// <summary>unstable, neutral or stable; for chem-a in wind above 10 km/h, else null.</summary>
    public string? Air { get; init; }

    /// <summary>The other end of an attack along a line: needed for chem-b with containers D and for bio-r; null for all others.</summary>
    public Position? OtherEnd { get; init; }
}
