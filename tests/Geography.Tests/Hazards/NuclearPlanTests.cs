using System.Text.Json;
using Belfry.Geography;
using Belfry.Geography.Hazards.Nuclear;
using CsCheck;
using NetTopologySuite.Geometries;
using Xunit;
using Position = Belfry.Geography.Position;

namespace Belfry.Tests.Geography.Hazards;

/// <summary>Planning zones of the decree of 2024. Their radii are in VectorTests.</summary>
public sealed class NuclearPlanTests
{
    static readonly HazardCase Asked = new("tester", new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Every_site_has_the_zones_that_are_prepared_and_says_which_are_not()
    {
        Assert.Equal(8, NuclearPlan.Sites.Count);
        var zones = NuclearPlan.Sites.ToDictionary(site => site, site => NuclearPlan.Run(Asked, site).Value.Zones.Count);
        Assert.Equal(3, zones["doel"]);
        Assert.Equal(2, zones["fleurus"]);
        Assert.Equal(1, zones["gravelines"]);
        Assert.Contains("Not prepared around this site: evacuation.", NuclearPlan.Run(Asked, "fleurus").Value.Warnings);
    }

    [Fact]
    public void Sites_lie_where_the_portal_has_them()
    {
        foreach (var site in Belfry.Geography.Hazards.HazardReference.Json("nuclear-planning-zones.json").GetProperty("sites").EnumerateArray())
        {
            var found = NuclearSite.Find(site.GetProperty("id").GetString()!.Replace('_', '-')).Value;
            Assert.Equal((site.GetProperty("lat").GetDouble(), site.GetProperty("lon").GetDouble()), (found.At.Latitude, found.At.Longitude));
        }
    }

    [Fact]
    public void People_and_municipalities_of_a_zone_are_those_of_its_circle()
    {
        var result = NuclearPlan.Run(Asked, "doel").Value;
        Assert.Equal([149_013, 918_604, 9_998_814], result.Exposures.Select(one => one.Exposure.People.Everywhere));
        Assert.Contains(result.Exposures[1].Exposure.Municipalities, one => one.Refnis == "11002");
        Assert.Equal(51.3254, result.At!.Latitude);
    }

    [Fact]
    public void The_sector_under_the_wind_and_its_neighbours_are_cut_out() => Gen.Double[0, 360].Sample(windFrom =>
    {
        var sectors = Sectors.Under(windFrom);
        Assert.Equal(3, sectors.Count);
        Assert.All(sectors, sector => Assert.InRange(sector, 1, 12));
        var site = Position.Of(51.3254, 4.259).Value;
        var cut = Sectors.Cut(site, 20_000, sectors);
        var towards = (windFrom + 180) * Math.PI / 180;
        var down = new Point(site.Longitude + (0.1 * Math.Sin(towards) / Math.Cos(site.Latitude * Math.PI / 180)), site.Latitude + (0.1 * Math.Cos(towards)));
        var up = new Point((2 * site.Longitude) - down.X, (2 * site.Latitude) - down.Y);
        Assert.True(cut.Covers(down), $"wind from {windFrom}: sectors {string.Join(',', sectors)}");
        Assert.False(cut.Covers(up));
    });

    [Fact]
    public void Sectors_hold_a_part_of_their_zone_and_all_twelve_hold_it_whole()
    {
        var result = NuclearPlan.Run(Asked, "tihange", windFrom: 270).Value;
        var (zone, cut) = (result.Exposures.Single(one => one.Zone == "evacuation"), result.Exposures.Single(one => one.Zone == "evacuation, sectors 3, 4, 5"));
        Assert.True(cut.Exposure.People.Everywhere < zone.Exposure.People.Everywhere);
        var site = Position.Of(50.5343, 5.274).Value;
        var all = Enumerable.Range(0, 4).Sum(part => Exposure.OfShape(Sectors.Cut(site, 20_000, [.. Enumerable.Range((part * 3) + 1, 3)])).People.Everywhere);
        Assert.Equal(325_002, all, 2000.0);
    }

    [Fact]
    public void The_reflex_perimeter_is_drawn_only_when_asked_and_never_without_its_caution()
    {
        Assert.DoesNotContain(NuclearPlan.Run(Asked, "doel").Value.Zones, zone => zone.Name == "reflex perimeter");
        var reflex = NuclearPlan.Run(Asked, "doel", reflex: true).Value;
        Assert.Contains(reflex.Zones, zone => zone.Name == "reflex perimeter");
        Assert.Equal("reflex", Assert.Single(reflex.States).State);
        Assert.Contains(reflex.Sources, source => source is { Trust: HazardTrust.FromMemory } && source.Citation.StartsWith("Reflex perimeter", StringComparison.Ordinal));
        Assert.Contains(NuclearPlan.Run(Asked, "fleurus", reflex: true).Value.Warnings, warning => warning.Contains("no reflex perimeter is known", StringComparison.Ordinal));
    }

    [Fact]
    public void Guidance_values_are_dated_data_from_memory()
    {
        var result = NuclearPlan.Run(Asked, "doel").Value;
        Assert.Contains(result.Figures, figure => figure is { Name: "guidance value, evacuation", Value: 50, Unit: "mSv in 7 d" });
        Assert.Contains(result.Warnings, warning => warning.StartsWith("From memory", StringComparison.Ordinal) && warning.Contains("Guidance values", StringComparison.Ordinal));
    }

    [Fact]
    public void The_zones_leave_as_valid_geojson()
    {
        using var json = JsonDocument.Parse(NuclearPlan.Run(Asked, "chooz", windFrom: 10).Value.ToGeoJson());
        Assert.Equal(5, json.RootElement.GetProperty("features").GetArrayLength());
    }

    [Fact]
    public void What_is_not_known_is_refused_by_name()
    {
        var problem = Assert.Single(NuclearPlan.Run(Asked, "chernobyl").Problems);
        Assert.Equal("HAZ-006", problem.Code);
        Assert.Contains("mol-dessel", problem.Values["known"], StringComparison.Ordinal);
        Assert.Equal("HAZ-001", Assert.Single(NuclearPlan.Run(Asked, "doel", windFrom: 361).Problems).Code);
        Assert.Equal("HAZ-003", Assert.Single(NuclearPlan.Run(Asked with { Author = "" }, "doel").Problems).Code);
    }
}
