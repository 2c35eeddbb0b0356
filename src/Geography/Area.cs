using System.Security.Cryptography;
using System.Text;
using Belfry.Geography.Areas;
using Belfry.Kernel;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace Belfry.Geography;

/// <summary>
/// A piece of the map that can be alerted, counted and shown. Valid once made: not empty, not self-crossing, touching Belgian land or sea, at most 50,000 points,
/// coordinates kept to 10⁻⁷ degree (1 cm). Immutable, safe to use from several threads.
/// </summary>
public sealed class Area
{
    /// <summary>Checking for self-crossing stays under a second up to here (reliability.md, B-4).</summary>
    public const int MostPoints = 50_000;

    /// <summary>A file of <see cref="MostPoints"/> with generous digits is 3 MiB.</summary>
    public const int MostBytes = 8 << 20;

    public const double LeastRadiusMetres = 1;

    public const double MostRadiusMetres = 150_000;

    readonly Lazy<IndexedPointInAreaLocator> locator;
    readonly Lazy<string> geoJson;
    readonly Lazy<string> digest;
    readonly Lazy<CapRings> cap;
    readonly Lazy<IReadOnlyList<CellRange>> ranges;

    internal Area(Geometry shape)
    {
        Shape = shape.Normalized();
        locator = new(() => Locator(Shape));
        geoJson = new(() => CanonicalGeoJson.Write(Shape));
        digest = new(() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(geoJson.Value))));
        cap = new(() => CapRings.Of(Shape));
        ranges = new(() => CellCover.Of(Shape, locator.Value));
    }

    /// <summary>Square kilometres on the ellipsoid.</summary>
    public double AreaKm2 => Ellipsoid.SquareMetres(Shape) / 1e6;

    public Bounds Bounds => Shape.EnvelopeInternal is var box ? new(box.MinY, box.MinX, box.MaxY, box.MaxX) : default;

    /// <summary>SHA-256 of <see cref="ToGeoJson"/>, lower-case hexadecimal. Two areas with the same points have the same digest, however they were drawn.</summary>
    public string Digest => digest.Value;

    /// <summary>CAP 1.2 polygons, <c>lat,lon lat,lon …</c>, closed, without holes (CAP has none: a holed area is cut in pieces), at most 100 points each.</summary>
    public IReadOnlyList<string> CapPolygons => cap.Value.Texts;

    /// <summary>How far <see cref="CapPolygons"/> may reach beyond the area, metres; 0 when they are the area itself. They never leave anybody out.</summary>
    public double CapMarginMetres => cap.Value.MarginMetres;

    /// <summary>
    /// For an index over millions of addresses that stores <see cref="Cell.Of"/>: at most 32 ranges, in order, apart. An address in a range that is wholly inside is inside;
    /// in another it is a candidate that <see cref="Contains"/> decides; outside all ranges it is outside.
    /// </summary>
    public IReadOnlyList<CellRange> CellRanges => ranges.Value;

    internal Geometry Shape { get; }

    /// <summary>RFC 7946: Polygon or MultiPolygon, or a Feature, FeatureCollection or GeometryCollection of these (their union is the area).</summary>
    /// <returns>Refused (GEO-002 to GEO-018) with the place in the JSON.</returns>
    public static Result<Area> FromGeoJson(ReadOnlyMemory<byte> json) => GeoJsonReader.Read(json).Then(Outlines.ToArea);

    public static Result<Area> FromGeoJson(string json) => json.Length > MostBytes ? GeographyProblems.FileTooLarge.With(("limit", MostBytes >> 20)) : FromGeoJson(Encoding.UTF8.GetBytes(json));

    /// <summary>All points within a distance, as a polygon of 360 points around the circle (at most 1 m wider at 20 km).</summary>
    /// <param name="radiusMetres">1 to 150,000, over the ellipsoid.</param>
    /// <returns>Refused: GEO-012, GEO-018, GEO-019.</returns>
    public static Result<Area> Circle(Position centre, double radiusMetres) =>
        radiusMetres is >= LeastRadiusMetres and <= MostRadiusMetres
            ? Outlines.ToArea([new Outline("circle", [[.. Ellipsoid.Ring(centre, radiusMetres, 360)]])])
            : GeographyProblems.RadiusRefused.At("radius", ("least", LeastRadiusMetres), ("most", MostRadiusMetres / 1000));

    /// <summary>Reads <c>50.8467,4.3525,2000</c>: latitude, longitude, radius in metres.</summary>
    public static Result<Area> ParseCircle(string text) =>
        text.LastIndexOf(',') is var last and > 0 && Position.Number(text[(last + 1)..], out var metres)
            ? Position.Parse(text[..last]).Then(centre => Circle(centre, metres))
            : GeographyProblems.PositionRefused.At("circle", ("text", text.Length > 60 ? text[..60] : text));

    /// <returns>Refused (GEO-006) when the list is empty.</returns>
    public static Result<Area> OfMunicipalities(IReadOnlyList<Municipality> municipalities) =>
        municipalities.Count == 0 ? GeographyProblems.EmptyArea.At("municipalities", ("where", "municipalities")) : new Area(Outlines.Union(municipalities.Select(municipality => municipality.Shape)));

    /// <summary>The content of a CAP polygon element: <c>lat,lon lat,lon …</c>, at least four pairs, the last the first.</summary>
    public static Result<Area> FromCapPolygon(string text) => FromCap([text], []);

    /// <summary>The content of a CAP circle element: <c>lat,lon radius</c>, radius in kilometres.</summary>
    public static Result<Area> FromCapCircle(string text) => FromCap([], [text]);

    /// <summary>All polygons and circles of one CAP area element; their union.</summary>
    public static Result<Area> FromCap(IReadOnlyList<string> polygons, IReadOnlyList<string> circles) => CapText.Read(polygons, circles).Then(Outlines.ToArea);

    /// <returns>Refused (GEO-006) when the list is empty.</returns>
    public static Result<Area> UnionOf(IReadOnlyList<Area> areas) =>
        areas.Count == 0 ? GeographyProblems.EmptyArea.At("areas", ("where", "areas")) : new Area(Outlines.Union(areas.Select(area => area.Shape)));

    public Area Union(Area other) => new(Outlines.Union([Shape, other.Shape]));

    /// <summary>A point on the very edge is inside: rather one too many than one too few.</summary>
    public bool Contains(Position position) => locator.Value.Locate(new Coordinate(position.Longitude, position.Latitude)) != Location.Exterior;

    /// <summary>RFC 7946 geometry, always the same bytes for the same area: Polygon or MultiPolygon, right-hand rule, at most 7 decimals, no spaces.</summary>
    public string ToGeoJson() => geoJson.Value;

    /// <summary>The municipalities it touches, the most covered first. Empty for an area at sea.</summary>
    /// <param name="at">Whose borders: those of 2025 from 1 January 2025 on, else those of 2019-2024.</param>
    public IReadOnlyList<MunicipalityShare> Municipalities(DateOnly at) => Belgium.Load().Touched(Shape, at);

    public override string ToString() => $"{AreaKm2:0.000} km² {Digest[..12]}";

    static IndexedPointInAreaLocator Locator(Geometry shape)
    {
        var locator = new IndexedPointInAreaLocator(shape);
        locator.Locate(shape.Coordinate); // builds its index now, once, before threads share it
        return locator;
    }
}

/// <summary>A municipality that an area touches.</summary>
/// <param name="Share">Of the municipality's surface, above 0 to 1; 1 when the area covers it whole.</param>
public sealed record MunicipalityShare(Municipality Municipality, double Share)
{
    /// <summary>The other way round: how much of the area lies in it, above 0 to 1. What lies at sea or abroad is in none.</summary>
    public double OfArea { get; init; }
}
