using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Belfry.Geography.Areas;
using Belfry.Geography.Hazards.Exposed;
using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>
/// Who lives and what stands inside an area, on both sides of the border. A result is frozen: <see cref="Digest"/> binds every figure to the area it was counted in, so that a decision can
/// name it and a later count cannot pass for it.
/// </summary>
public sealed record Exposure
{
    static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public string Format { get; } = "belfry-exposure-1";

    /// <summary>Changes whenever the same area would give other figures.</summary>
    public string Engine { get; } = "exposure-1";

    public required ExposedArea Area { get; init; }

    public required ExposedPeople People { get; init; }

    /// <summary>The most people first. Only countries with people inside.</summary>
    public required IReadOnlyList<ExposedCountry> Countries { get; init; }

    /// <summary>Of Belgium, borders of 2025, the most people first. Only those with people inside or in a cell that the edge cuts.</summary>
    public required IReadOnlyList<ExposedMunicipality> Municipalities { get; init; }

    /// <summary>One group a kind, also when nothing of it is inside: zero is an answer.</summary>
    public required IReadOnlyList<AnchorGroup> Anchors { get; init; }

    /// <summary>What the reader must know before using a figure. Empty when nothing.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>SHA-256, lower-case hexadecimal, over the canonical JSON of everything above.</summary>
    public required string Digest { get; init; }

    /// <summary>Everyone within a distance over the ellipsoid. The centre may lie abroad.</summary>
    /// <param name="radiusMetres">1 to 150,000.</param>
    /// <returns>Refused: GEO-018 when it reaches beyond the map, GEO-019 when the radius is outside its range.</returns>
    public static Result<Exposure> OfCircle(Position centre, double radiusMetres) =>
        radiusMetres is >= Geography.Area.LeastRadiusMetres and <= Geography.Area.MostRadiusMetres
            ? Outlines.ToShape([new Outline("circle", [[.. Ellipsoid.Ring(centre, radiusMetres, 360)]])]).Then<Exposure>(ring => Count.InCircle(centre, radiusMetres, ring))
            : GeographyProblems.RadiusRefused.At("radius", ("least", Geography.Area.LeastRadiusMetres), ("most", Geography.Area.MostRadiusMetres / 1000));

    /// <summary>Reads <c>50.8467,4.3525,2000</c>: latitude, longitude, radius in metres.</summary>
    public static Result<Exposure> OfCircle(string text) =>
        text.LastIndexOf(',') is var last and > 0 && Position.Number(text[(last + 1)..], out var metres)
            ? Position.Parse(text[..last]).Then(centre => OfCircle(centre, metres))
            : GeographyProblems.PositionRefused.At("circle", ("text", text.Length > 60 ? text[..60] : text));

    public static Exposure OfArea(Area area) => Count.InShape(area.Shape);

    /// <summary>RFC 7946 polygons, as <see cref="Geography.Area.FromGeoJson(ReadOnlyMemory{byte})"/> takes them, but also wholly abroad.</summary>
    /// <returns>Refused (GEO-002 to GEO-018) with the place in the JSON.</returns>
    public static Result<Exposure> OfGeoJson(ReadOnlyMemory<byte> json) => GeoJsonReader.Read(json).Then(Outlines.ToShape).Then<Exposure>(shape => Count.InShape(shape.Normalized()));

    /// <param name="shape">A valid surface in degrees, on the map or beyond it: what is beyond the grid is not counted, and a warning says so.</param>
    internal static Exposure OfShape(NetTopologySuite.Geometries.Geometry shape) => Count.InShape(shape.Normalized());

    public string ToJson() => JsonSerializer.Serialize(this, Form);
}

/// <param name="Kind">circle or polygon.</param>
/// <param name="Digest">SHA-256 of the area's canonical GeoJSON (of the ring of 360 points around a circle), lower-case hexadecimal.</param>
/// <param name="Latitude">Centre of a circle, degrees; null for a polygon. So are longitude and radius (metres).</param>
public sealed record ExposedArea(string Kind, double AreaKm2, string Digest, double? Latitude = null, double? Longitude = null, double? RadiusMetres = null);

/// <summary>People by where they sleep.</summary>
/// <param name="Everywhere">Belgium and abroad, as far as the grid reaches.</param>
/// <param name="PlusMinus">Half the people in cells that the edge cuts: what could be on either side, not a confidence interval.</param>
public sealed record ExposedPeople(long Everywhere, long PlusMinus, long Belgium, long BelgiumPlusMinus, long Abroad, PopulationMethod Method, string Source, DateOnly Date);

/// <param name="Country">BE, NL, DE, LU, FR.</param>
public sealed record ExposedCountry(string Country, long People, long PlusMinus);

public sealed record ExposedMunicipality(string Refnis, LocalizedText Name, long People, long PlusMinus);

/// <summary>Places of one kind inside.</summary>
/// <param name="Source">Data set, owner, licence.</param>
/// <param name="Beds">Of hospitals, as far as the source knows them; null for other kinds.</param>
public sealed record AnchorGroup(AnchorKind Kind, int Count, string Source, DateOnly Date, IReadOnlyList<Anchor> Inside, int? Beds = null, int? WithEmergency = null);

public enum AnchorKind
{
    Hospital,
    Station,
    NuclearSite,
}

/// <summary>A place that matters when something happens near it.</summary>
/// <param name="Id">Of its source; does not change.</param>
/// <param name="Date">Of the data about it.</param>
/// <param name="Beds">Null when not known, and for what has none.</param>
/// <param name="Emergency">Has an emergency department; null when not known.</param>
public sealed record Anchor(AnchorKind Kind, string Id, string Name, string Country, double Latitude, double Longitude, DateOnly Date, int? Beds = null, bool? Emergency = null);
