using System.Globalization;
using Belfry.Geography.Areas;
using Belfry.Geography.Hazards.Nuclear;
using Belfry.Geography.Register;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace Belfry.Geography.Hazards.Exposed;

/// <summary>Hospitals, stations and nuclear sites of Belgium and around (data/geography/SOURCE.md). Reactors one by one are left out: their only open list binds the whole (ODbL).</summary>
static class Anchors
{
    static readonly Lazy<IReadOnlyList<Anchor>> All = new(Read);

    static readonly (AnchorKind Kind, string Source)[] Kinds =
    [
        (AnchorKind.Hospital, "Eurostat GISCO healthcare services, CC BY 4.0; Germany and France are not in it"),
        (AnchorKind.Station, "iRail stations, CC0"),
        (AnchorKind.NuclearSite, "Own list after nuclearrisk.be, CC0, coordinates ± 300 m"),
    ];

    public static IReadOnlyList<AnchorGroup> Within(Position centre, double metres, Envelope box) => Groups(box, anchor => Ellipsoid.Metres(centre, new Position(anchor.Latitude, anchor.Longitude)) <= metres);

    public static IReadOnlyList<AnchorGroup> Inside(Geometry shape)
    {
        var locator = new IndexedPointInAreaLocator(shape);
        return Groups(shape.EnvelopeInternal, anchor => locator.Locate(new Coordinate(anchor.Longitude, anchor.Latitude)) != Location.Exterior);
    }

    static List<AnchorGroup> Groups(Envelope box, Func<Anchor, bool> inside)
    {
        var found = All.Value.Where(anchor => box.Contains(anchor.Longitude, anchor.Latitude) && inside(anchor)).ToLookup(anchor => anchor.Kind);
        return [.. Kinds.Select(kind => Group(kind.Kind, kind.Source, [.. found[kind.Kind]]))];
    }

    static AnchorGroup Group(AnchorKind kind, string source, IReadOnlyList<Anchor> inside)
    {
        var date = All.Value.Where(anchor => anchor.Kind == kind).Max(anchor => anchor.Date);
        return kind == AnchorKind.Hospital
            ? new AnchorGroup(kind, inside.Count, source, date, inside, inside.Sum(anchor => anchor.Beds ?? 0), inside.Count(anchor => anchor.Emergency == true))
            : new AnchorGroup(kind, inside.Count, source, date, inside);
    }

    static List<Anchor> Read()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data", "geography");
        var anchors = Tables.Rows(folder, "anchors.tsv").Select(row => new Anchor(
            Enum.Parse<AnchorKind>(row[0], ignoreCase: true), row[1], row[2], row[3], Tables.Number(row[5]), Tables.Number(row[4]), DateOnly.ParseExact(row[8], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            row[6].Length > 0 ? int.Parse(row[6], CultureInfo.InvariantCulture) : null,
            row[7] switch { "yes" => true, "no" => false, _ => null }));
        var sites = NuclearSite.All.Select(site => new Anchor(AnchorKind.NuclearSite, site.Id, site.Name, site.Country, site.At.Latitude, site.At.Longitude, NuclearSite.Decree));
        return [.. anchors, .. sites];
    }
}
