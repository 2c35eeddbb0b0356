using Belfry.Geography.Register;
using Belfry.Kernel;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Belfry.Geography;

/// <summary>The country as registered: provinces, municipalities of 2025 and of 2019-2024, places, postcodes. Read-only; borders and names load when first asked for.</summary>
public sealed class Belgium
{
    /// <summary>From this day the municipalities of 2025 are asked; before it those of 2019-2024, the oldest we have.</summary>
    public static readonly DateOnly Mergers2025 = new(2025, 1, 1);

    static readonly Lazy<Belgium> Loaded = new(() => new Belgium(Path.Combine(AppContext.BaseDirectory, "data", "geography")));

    readonly Lazy<Units> now;
    readonly Lazy<Units> before;
    readonly Lazy<IPreparedGeometry> territory;
    readonly Lazy<Gazetteer> gazetteer;
    readonly Lazy<Population> population;

    Belgium(string folder)
    {
        Provinces = Tables.Provinces(folder);
        now = new(() => new Units(folder, "2025", Provinces));
        before = new(() => new Units(folder, "2019", Provinces));
        territory = new(() => PreparedGeometryFactory.Prepare(Boundaries.Territory(folder)));
        gazetteer = new(() => new Gazetteer(folder, now.Value, before.Value));
        population = new(() => new Population(folder));
    }

    /// <summary>Ten, and the Brussels-Capital Region as the eleventh.</summary>
    public IReadOnlyList<Province> Provinces { get; }

    /// <summary>Who lives where, by the 1 km grid.</summary>
    public Population Population => population.Value;

    /// <summary>Land, and roughly the Belgian part of the North Sea.</summary>
    internal IPreparedGeometry Territory => territory.Value;

    /// <summary>From data/geography beside the program; the same object every time.</summary>
    /// <exception cref="DirectoryNotFoundException">The data folder did not travel with the program.</exception>
    public static Belgium Load() => Loaded.Value;

    /// <summary>565 from 2025 on, 581 before; by REFNIS.</summary>
    public IReadOnlyList<Municipality> Municipalities(DateOnly at) => On(at).All;

    /// <param name="refnis">Five digits. Of 2025, else of 2019-2024: old codes are still written on old papers.</param>
    /// <returns>Null when neither knows it.</returns>
    public Municipality? Find(string refnis) => now.Value.Find(refnis) ?? before.Value.Find(refnis);

    /// <returns>The municipalities of 2025 named, or GEO-020 with the first that is unknown.</returns>
    public Result<IReadOnlyList<Municipality>> FindAll(IReadOnlyList<string> refnis)
    {
        var found = new List<Municipality>(refnis.Count);
        foreach (var code in refnis)
        {
            if (now.Value.Find(code) is not { } municipality)
            {
                return GeographyProblems.UnknownMunicipality.At("municipalities", ("text", code.Length > 20 ? code[..20] : code));
            }

            found.Add(municipality);
        }

        return found;
    }

    /// <summary>The municipality of 2025 at a point; on a border the one with the least REFNIS. Null abroad and at sea. Good to 10-30 m.</summary>
    public Municipality? At(Position position) => now.Value.At(position);

    public Municipality? At(Position position, DateOnly at) => On(at).At(position);

    /// <summary>Municipalities (also those that merged), places and postcodes, the best first. Accents, case, hyphens and apostrophes do not matter; one slip of the pen is forgiven.</summary>
    /// <param name="text">Blank finds nothing.</param>
    /// <param name="language">In which the municipality is named in the answer. Its names in all languages are searched.</param>
    /// <param name="limit">1 to 100.</param>
    public IReadOnlyList<FoundPlace> Search(string text, Language language, int limit = 20) => gazetteer.Value.Search(text, language, limit);

    internal IReadOnlyList<MunicipalityShare> Touched(Geometry shape, DateOnly at)
    {
        var found = new List<MunicipalityShare>();
        var prepared = PreparedGeometryFactory.Prepare(shape);
        foreach (var municipality in On(at).Near(shape.EnvelopeInternal))
        {
            if (prepared.Covers(municipality.Shape))
            {
                found.Add(new MunicipalityShare(municipality, 1) { OfArea = Math.Min(1, municipality.Shape.Area / shape.Area) });
            }
            else if (prepared.Intersects(municipality.Shape))
            {
                var shared = OverlayNGRobust.Overlay(shape, municipality.Shape, SpatialFunction.Intersection).Area;
                if (shared > 1e-9) // some 8 m²: less is two borders that touch
                {
                    found.Add(new MunicipalityShare(municipality, Math.Min(1, shared / municipality.Shape.Area)) { OfArea = Math.Min(1, shared / shape.Area) });
                }
            }
        }

        return [.. found.OrderByDescending(share => share.Share).ThenBy(share => share.Municipality.Refnis, StringComparer.Ordinal)];
    }

    Units On(DateOnly at) => at < Mergers2025 ? before.Value : now.Value;
}

/// <summary>What a search found.</summary>
/// <param name="Name">As found, in the language asked for where there is one; a postcode stands before its place: <c>4860 Pepinster</c>.</param>
/// <param name="Municipality">Of 2025, in which it lies.</param>
/// <param name="Postcode">Only for a postcode, else null.</param>
public sealed record FoundPlace(PlaceKind Kind, string Name, Position Position, Municipality Municipality, string? Postcode);

public enum PlaceKind
{
    Municipality,

    /// <summary>Merged into another on 1 January 2025.</summary>
    FormerMunicipality,
    Postcode,
    Place,
}
