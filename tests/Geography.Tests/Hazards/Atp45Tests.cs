using Belfry.Geography;
using Belfry.Geography.Hazards;
using CsCheck;
using Xunit;
using Position = Belfry.Geography.Position;

namespace Belfry.Tests.Geography.Hazards;

public sealed class Atp45Tests
{
    static readonly Position Release = Position.Of(50.5, 4.5).Value;

    static readonly HazardCase Asked = new("tester", DateTimeOffset.UnixEpoch, Release);

    // Radius of release, then of the hazard circle in light wind, then downwind hazard distance at 5 m/s; 0 is none (read in ATP45.jl).
    [Theory]
    [InlineData("chem", null, null, 2000, 10_000, 10_000)]
    [InlineData("chem-a", "E", "unstable", 1000, 10_000, 10_000)]
    [InlineData("chem-a", "E", "neutral", 1000, 10_000, 30_000)]
    [InlineData("chem-a", "E", "stable", 1000, 10_000, 50_000)]
    [InlineData("chem-a", "F", "unstable", 1000, 10_000, 15_000)]
    [InlineData("chem-a", "F", "stable", 1000, 10_000, 50_000)]
    [InlineData("chem-b", "B", null, 1000, 10_000, 10_000)]
    [InlineData("chem-b", "C", null, 2000, 10_000, 10_000)]
    [InlineData("chem-b", "D", null, 1000, 10_000, 10_000)]
    [InlineData("chem-c", null, null, 10_000, 0, 0)]
    [InlineData("blood", null, null, 1000, 0, 0)]
    [InlineData("bio", null, null, 2000, 10_000, 10_000)]
    [InlineData("bio-p", null, null, 2000, 20_000, 36_000)]
    [InlineData("bio-q", null, null, 10_000, 20_000, 36_000)]
    [InlineData("bio-r", null, null, 2000, 20_000, 36_000)]
    [InlineData("bio-s", null, null, 10_000, 0, 0)]
    [InlineData("industrial", null, null, 1000, 3000, 3000)]
    public void Each_event_has_its_template(string name, string? containers, string? air, double release, double circle, double downwind)
    {
        var line = name == "bio-r" || containers == "D";
        var request = new Atp45Request { Event = name, Containers = containers, Air = air, WindSpeed = 2, WindFrom = 90, OtherEnd = line ? Position.Of(50.55, 4.5).Value : null };
        var (calm, windy) = (Atp45.Run(request, Asked).Value, Atp45.Run(request with { WindSpeed = 5 }, Asked).Value);
        Assert.Equal((release, circle, 0), (Figure(calm, "release radius"), Figure(calm, "hazard radius"), Figure(calm, "downwind hazard distance")));
        Assert.Equal((release, 0, downwind), (Figure(windy, "release radius"), Figure(windy, "hazard radius"), Figure(windy, "downwind hazard distance")));
        Assert.Equal(circle > 0 ? 2 : 1, calm.Zones.Count);
        Assert.All(calm.Zones.Concat(windy.Zones), zone => Assert.True(zone.Shape.IsValid && zone.Shape.Contains(new NetTopologySuite.Geometries.Point(4.5, 50.5))));
        Assert.All(windy.Sources, source => Assert.Equal(HazardTrust.Secondary, source.Trust));
    }

    [Fact]
    public void Ten_kilometres_an_hour_is_still_light_wind()
    {
        var request = new Atp45Request { Event = "chem", WindSpeed = 10 / 3.6, WindFrom = 0 };
        Assert.Equal(10_000, Figure(Atp45.Run(request, Asked).Value, "hazard radius"));
        Assert.Equal(10_000, Figure(Atp45.Run(request with { WindSpeed = 2.78 }, Asked).Value, "downwind hazard distance"));
    }

    [Fact]
    public void The_triangle_lies_downwind_with_its_apex_behind_the_release() =>
        Gen.Double[0, 360].Sample(from =>
        {
            var result = Atp45.Run(new Atp45Request { Event = "chem", WindSpeed = 5, WindFrom = from }, Asked).Value;
            var shape = result.Zones.Single(zone => zone.Name == "hazard").Shape;
            var downwind = new LocalPlane(Release, from + 180);
            Assert.True(shape.Contains(new NetTopologySuite.Geometries.Point(downwind.At(9_900, 0))));
            Assert.False(shape.Contains(new NetTopologySuite.Geometries.Point(downwind.At(10_100, 0))));
            Assert.True(shape.Contains(new NetTopologySuite.Geometries.Point(downwind.At(-3_900, 0))));
            Assert.False(shape.Contains(new NetTopologySuite.Geometries.Point(downwind.At(-4_100, 0))));
            // 30 degrees to either side of the middle line.
            Assert.True(shape.Contains(new NetTopologySuite.Geometries.Point(downwind.At(0, 4000 * Math.Tan(Math.PI / 6) * 0.99))));
            Assert.False(shape.Contains(new NetTopologySuite.Geometries.Point(downwind.At(0, 4000 * Math.Tan(Math.PI / 6) * 1.01))));
        }, iter: 100);

    [Fact]
    public void An_attack_along_a_line_covers_both_ends_and_all_between()
    {
        var shape = Atp45.Run(new Atp45Request { Event = "bio-r", WindSpeed = 5, WindFrom = 270, OtherEnd = Position.Of(50.8, 4.5).Value }, Asked).Value.Zones.Single(zone => zone.Name == "release").Shape;
        Assert.All((double[])[50.5, 50.65, 50.8], latitude => Assert.True(shape.Contains(new NetTopologySuite.Geometries.Point(4.5, latitude))));
    }

    [Theory]
    [InlineData("industrial-detailed", 5, null, null, false, "HAZ-025 event")]
    [InlineData("nuclear", 5, null, null, false, "HAZ-025 event")]
    [InlineData("radiological", 5, null, null, false, "HAZ-025 event")]
    [InlineData("flood", 5, null, null, false, "HAZ-006 event")]
    [InlineData("chem", 31, null, null, false, "HAZ-001 wind speed")]
    [InlineData("chem", 5, "E", null, false, "HAZ-020 containers")]
    [InlineData("chem", 5, null, "stable", false, "HAZ-020 air")]
    [InlineData("chem", 5, null, null, true, "HAZ-020 other end")]
    [InlineData("chem-a", 5, "B", "stable", false, "HAZ-006 containers")]
    [InlineData("chem-a", 5, "E", null, false, "HAZ-006 air")]
    [InlineData("chem-a", 2, "E", "calm", false, "HAZ-006 air")]
    [InlineData("chem-b", 5, null, null, false, "HAZ-006 containers")]
    [InlineData("chem-b", 5, "D", null, false, "HAZ-004 other end")]
    [InlineData("bio-r", 5, null, null, false, "HAZ-004 other end")]
    public void What_has_no_template_or_lacks_something_is_refused_by_name(string name, double wind, string? containers, string? air, bool line, string refused)
    {
        var problem = Assert.Single(Atp45.Run(new Atp45Request { Event = name, WindSpeed = wind, WindFrom = 0, Containers = containers, Air = air, OtherEnd = line ? Release : null }, Asked).Problems);
        Assert.Equal(refused, $"{problem.Code} {problem.Field}");
    }

    [Fact]
    public void The_other_end_is_on_the_map_too()
    {
        var problem = Assert.Single(Atp45.Run(new Atp45Request { Event = "bio-r", WindSpeed = 5, WindFrom = 0, OtherEnd = Position.Of(4.5, 50.5).Value }, Asked).Problems);
        Assert.Equal("HAZ-002 other end", $"{problem.Code} {problem.Field}");
    }

    static double Figure(HazardResult result, string name) => result.Figures.SingleOrDefault(figure => figure.Name == name)?.Value ?? 0;
}
