using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>An area on the map and in its table.</summary>
/// <param name="GeoJson">A GeoJSON geometry, Feature or FeatureCollection, WGS 84 degrees.</param>
/// <param name="People">Shown in the table; null: not counted.</param>
public sealed record MapArea(string Id, string Name, string GeoJson, Tone Tone = Tone.Note, long? People = null);

/// <summary>One more layer over the base map.</summary>
/// <param name="Address">GeoJSON FeatureCollection on this host.</param>
/// <param name="Tone">Colour of fills, lines and dots.</param>
public sealed record MapLayer(string Id, LocalizedText Name, string Address, Tone Tone = Tone.Note);

/// <summary>What may be drawn. The result is a GeoJSON FeatureCollection in a form field.</summary>
[Flags]
public enum MapDraw
{
    None = 0,

    /// <summary>Feature with a Polygon and <c>kind: polygon</c>.</summary>
    Polygon = 1,

    /// <summary>Feature with a Polygon of 64 corners and <c>kind: circle, longitude, latitude, radiusMetres</c>: the server takes the latter as meant.</summary>
    Circle = 2,

    /// <summary>Feature without geometry and <c>kind: municipality, refnis, name</c>: the server knows its border better than the map does.</summary>
    Municipality = 4,

    All = 7,
}

/// <summary>How high the map stands. Fill takes its container.</summary>
public enum MapHeight
{
    Fill,
    Low,
    High,
}
