using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Belfry.Geography.Areas;
using Belfry.Geography.People;
using Belfry.Kernel;
using NetTopologySuite.Geometries;

namespace Belfry.Geography.Hazards.Exposed;

/// <summary>Counts an area over the cells of the grid and the anchors, and freezes the outcome.</summary>
static class Count
{
    static Grid Grid => Belgium.Load().Population.Grid;

    /// <summary>From 25 km² on by the distance of the cells' centres over the ellipsoid; a smaller circle takes shares of the cells.</summary>
    public static Exposure InCircle(Position centre, double metres, Geometry ring)
    {
        var km2 = Ellipsoid.SquareMetres(ring) / 1e6;
        var byCentre = km2 >= Population.CentresFromKm2;
        return Frozen(
            new ExposedArea("circle", Math.Round(km2, 4), DigestOf(ring.Normalized()), centre.Latitude, centre.Longitude, metres),
            byCentre ? Grid.Within(centre, metres, ring) : Grid.Cover(ring, 20),
            byCentre,
            Anchors.Within(centre, metres, ring.EnvelopeInternal));
    }

    /// <param name="shape">Normalised.</param>
    public static Exposure InShape(Geometry shape)
    {
        var km2 = Ellipsoid.SquareMetres(shape) / 1e6;
        var byCentre = km2 >= Population.CentresFromKm2;
        return Frozen(new ExposedArea("polygon", Math.Round(km2, 4), DigestOf(shape)), Grid.Cover(shape, byCentre ? 1 : 20), byCentre, Anchors.Inside(shape));
    }

    static Exposure Frozen(ExposedArea area, Coverage coverage, bool byCentre, IReadOnlyList<AnchorGroup> anchors)
    {
        var people = Sums(coverage, cell => "");
        var countries = Sums(coverage, cell => cell.Country);
        var municipalities = Sums(coverage, cell => cell.Refnis);
        var (all, belgium) = (people.GetValueOrDefault(""), countries.GetValueOrDefault("BE"));
        var exposure = new Exposure
        {
            Area = area,
            People = new ExposedPeople(
                Whole(all.Inside), Whole(all.Cut / 2), Whole(belgium.Inside), Whole(belgium.Cut / 2), Whole(all.Inside) - Whole(belgium.Inside),
                byCentre ? PopulationMethod.CellCentres : PopulationMethod.CellShares, Population.Source, Population.Epoch),
            Countries = [.. countries.Select(one => new ExposedCountry(one.Key, Whole(one.Value.Inside), Whole(one.Value.Cut / 2))).Where(one => one.People > 0)
                .OrderByDescending(one => one.People).ThenBy(one => one.Country, StringComparer.Ordinal)],
            Municipalities = [.. municipalities.Select(one => new ExposedMunicipality(one.Key, Belgium.Load().Find(one.Key)!.Name, Whole(one.Value.Inside), Whole(one.Value.Cut / 2)))
                .Where(one => one.People + one.PlusMinus > 0).OrderByDescending(one => one.People).ThenBy(one => one.Refnis, StringComparer.Ordinal)],
            Anchors = anchors,
            Warnings = coverage.Beyond ? ["The area reaches beyond the population grid (some 20 to 30 km outside Belgium): people there are not counted."] : [],
            Digest = "",
        };
        return exposure with { Digest = Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Bytes(Bound(exposure)))) };
    }

    static Dictionary<string, (double Inside, double Cut)> Sums(Coverage coverage, Func<GridCell, string?> key)
    {
        var sums = new Dictionary<string, (double Inside, double Cut)>(StringComparer.Ordinal);
        foreach (var (at, share) in coverage.Shares)
        {
            Add(at, share, 0);
        }

        foreach (var at in coverage.Cut)
        {
            Add(at, 0, 1);
        }

        return sums;

        void Add(int at, double inside, double cut)
        {
            if (Grid[at] is { } cell && key(cell) is { } name)
            {
                var sum = sums.GetValueOrDefault(name);
                sums[name] = (sum.Inside + (inside * cell.People), sum.Cut + (cut * cell.People));
            }
        }
    }

    // Strings and whole numbers only, so that any other program writes the same bytes.
    static Dictionary<string, object?> Bound(Exposure exposure) => new(StringComparer.Ordinal)
    {
        ["format"] = exposure.Format,
        ["engine"] = exposure.Engine,
        ["area"] = new object?[] { exposure.Area.Kind, exposure.Area.Digest, Text(exposure.Area.AreaKm2), Text(exposure.Area.Latitude), Text(exposure.Area.Longitude), Text(exposure.Area.RadiusMetres) },
        ["people"] = new object?[]
        {
            exposure.People.Everywhere, exposure.People.PlusMinus, exposure.People.Belgium, exposure.People.BelgiumPlusMinus, exposure.People.Method.ToString(), exposure.People.Source, Text(exposure.People.Date),
        },
        ["countries"] = exposure.Countries.Select(one => new object?[] { one.Country, one.People, one.PlusMinus }).ToArray(),
        ["municipalities"] = exposure.Municipalities.Select(one => new object?[] { one.Refnis, one.People, one.PlusMinus }).ToArray(),
        ["anchors"] = exposure.Anchors.Select(group => new object?[] { group.Kind.ToString(), group.Source, Text(group.Date), group.Inside.Select(anchor => anchor.Id).ToArray() }).ToArray(),
        ["warnings"] = exposure.Warnings.ToArray(),
    };

    static string DigestOf(Geometry shape) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalGeoJson.Write(shape))));

    static string? Text(IFormattable? value) => value?.ToString(value is DateOnly ? "yyyy-MM-dd" : null, CultureInfo.InvariantCulture);

    static long Whole(double people) => (long)Math.Round(people);
}
