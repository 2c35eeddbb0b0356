using System.Text.Json;
using System.Text.Json.Serialization;
using Belfry.Geography.Areas;
using Belfry.Kernel;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using NetTopologySuite.Precision;

namespace Belfry.Geography;

/// <summary>Where a threshold is reached or passed: a surface in WGS84, valid once made, kept to 10⁻⁷ degree (1 cm).</summary>
public sealed class HazardZone
{
    readonly Lazy<string> geoJson;

    HazardZone(string name, double? threshold, string unit, Geometry shape)
    {
        (Name, Threshold, Unit, Shape) = (name, threshold, unit, shape);
        geoJson = new(() => CanonicalGeoJson.Write(Shape));
    }

    /// <summary>What it means, as <c>AEGL-2 60 min</c> or <c>release</c>.</summary>
    public string Name { get; }

    /// <summary>In <see cref="Unit"/>; null for a zone that is drawn by rule and not by a threshold.</summary>
    public double? Threshold { get; }

    public string Unit { get; }

    /// <summary>Square kilometres on the ellipsoid.</summary>
    public double AreaKm2 => Ellipsoid.SquareMetres(Shape) / 1e6;

    /// <summary>RFC 7946 Polygon or MultiPolygon.</summary>
    public JsonElement Geometry => JsonSerializer.Deserialize<JsonElement>(geoJson.Value);

    /// <summary>Polygon or MultiPolygon, longitude then latitude, normal form.</summary>
    [JsonIgnore]
    internal Geometry Shape { get; }

    /// <summary>The zone as an area that can be counted, drawn and alerted.</summary>
    /// <returns>Refused (GEO-012, GEO-018) when it lies abroad or reaches beyond the map.</returns>
    public Result<Area> ToArea() => Area.FromGeoJson(geoJson.Value);

    internal string ToGeoJson() => geoJson.Value;

    /// <param name="shape">Polygon or MultiPolygon in degrees; longitude first.</param>
    /// <exception cref="ArgumentException">It is no surface, or crosses itself: a bug of the model.</exception>
    internal static HazardZone Of(string name, double? threshold, string unit, Geometry shape)
    {
        if (new IsValidOp(shape).ValidationError is { } error)
        {
            throw new ArgumentException($"The zone {name} is not a valid surface: {error}.", nameof(shape));
        }

        var kept = GeometryPrecisionReducer.Reduce(shape, Outlines.Grid);
        if (kept.IsEmpty || kept is not (Polygon or MultiPolygon))
        {
            throw new ArgumentException($"The zone {name} is a {kept.GeometryType} without surface.", nameof(shape));
        }

        return new HazardZone(name, threshold, unit, Outlines.Factory.CreateGeometry(kept).Normalized());
    }
}
