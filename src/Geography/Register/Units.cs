using System.Globalization;
using Belfry.Kernel;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using Envelope = NetTopologySuite.Geometries.Envelope;

namespace Belfry.Geography.Register;

/// <summary>The municipalities of one period. Names load at once, borders and their index when a place is first asked for.</summary>
sealed class Units
{
    readonly Dictionary<string, Municipality> byRefnis;
    readonly Lazy<STRtree<(Municipality Municipality, IndexedPointInAreaLocator Locator)>> index;

    public Units(string folder, string period, IReadOnlyList<Province> provinces)
    {
        var byNis = provinces.ToDictionary(province => province.Nis, StringComparer.Ordinal);
        var shapes = new Lazy<Dictionary<string, Geometry>>(() => Boundaries.Read(folder, $"boundaries-{period}.geojson"));
        All =
        [
            .. from row in Tables.Rows(folder, $"municipalities-{period}.tsv")
               let refnis = row[0]
               select new Municipality(
                   refnis,
                   new LocalizedText(row[1], row[2], row[3], row[4]),
                   byNis[row[5]],
                   Tables.Languages(row[6]),
                   int.Parse(row[7], CultureInfo.InvariantCulture),
                   Tables.At(row[8], row[9]),
                   row[10].Split('+', StringSplitOptions.RemoveEmptyEntries),
                   new Lazy<Geometry>(() => shapes.Value[refnis])),
        ];
        byRefnis = All.ToDictionary(municipality => municipality.Refnis, StringComparer.Ordinal);
        index = new(() =>
        {
            var tree = new STRtree<(Municipality, IndexedPointInAreaLocator)>();
            foreach (var municipality in All)
            {
                var locator = new IndexedPointInAreaLocator(municipality.Shape);
                tree.Insert(municipality.Shape.EnvelopeInternal, (municipality, locator));
            }

            tree.Build();
            return tree;
        });
    }

    public IReadOnlyList<Municipality> All { get; }

    public Municipality? Find(string refnis) => byRefnis.GetValueOrDefault(refnis);

    public Municipality? At(Position position)
    {
        var point = new Coordinate(position.Longitude, position.Latitude);
        return index.Value.Query(new Envelope(point))
            .Where(candidate => Locate(candidate.Locator, point) != Location.Exterior)
            .Select(candidate => candidate.Municipality)
            .MinBy(municipality => municipality.Refnis, StringComparer.Ordinal);
    }

    public IEnumerable<Municipality> Near(Envelope box) => index.Value.Query(box).Select(candidate => candidate.Municipality);

    // A locator builds its index on first use and is not made for two threads at that moment.
    static Location Locate(IndexedPointInAreaLocator locator, Coordinate point)
    {
        lock (locator)
        {
            return locator.Locate(point);
        }
    }
}
