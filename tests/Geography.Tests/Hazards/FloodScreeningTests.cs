using Belfry.Geography;
using Belfry.Geography.Hazards.Flood;
using Belfry.Geography.Hazards.Terrain;
using CsCheck;
using NetTopologySuite.Operation.Valid;
using Xunit;

namespace Belfry.Tests.Geography.Hazards;

/// <summary>Land a river reaches, by height above it. Heights at known places are in VectorTests.</summary>
public sealed class FloodScreeningTests
{
    static HazardCase At(double latitude, double longitude) => new("tester", new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), Position.Of(latitude, longitude).Value);

    static readonly HazardCase Pepinster = At(50.568, 5.806);

    [Fact]
    public void Higher_water_and_a_longer_reach_cover_more_and_never_less() => Gen.Select(Gen.Double[0.5, 19], Gen.Double[600, 4000], Gen.Double[0, 1]).Sample((rise, radius, more) =>
    {
        var (one, higher, longer) = (Zone(rise, radius), Zone(rise + more, radius), Zone(rise, radius * (1 + more)));
        Assert.True(higher.Shape.Buffer(1e-7).Covers(one.Shape) && longer.Shape.Buffer(1e-7).Covers(one.Shape));
        Assert.All((HazardZone[])[one, higher, longer], zone => Assert.True(zone.ToArea().Ok, "its GeoJSON is an area again"));

        static HazardZone Zone(double rise, double radius) => Assert.Single(FloodScreening.Run(Pepinster, rise, radius).Value.Zones);
    }, iter: 20);

    [Fact]
    public void The_outline_is_valid_and_holds_exactly_the_wet_cells() => Gen.Select(Gen.Double[0.5, 20], Gen.Double[500, 3000]).Sample((rise, radius) =>
    {
        var extent = new FloodExtent(HeightAboveDrainage.Load(), Pepinster.At!.Value, radius);
        var wet = extent.Wet(extent.River()!.Value, rise);
        var outline = extent.Outline(wet);
        Assert.True(new IsValidOp(outline).IsValid);
        var square = HeightAboveDrainage.Load().Step;
        Assert.Equal(wet.Count * square * square, outline.Area, square * square * 1e-3 * wet.Count);
        Assert.All(wet, cell => Assert.True(HeightAboveDrainage.Load()[cell.Row, cell.Column] <= rise));
    }, iter: 30);

    [Fact]
    public void Half_a_world_of_touching_corners_still_makes_a_valid_outline() => Gen.Int[0, 1].Array[64].Sample(bits =>
    {
        var extent = new FloodExtent(HeightAboveDrainage.Load(), Pepinster.At!.Value, 500);
        var cells = bits.Select((bit, at) => (bit, cell: (Row: 1000 + (at / 8), Column: 1000 + (at % 8)))).Where(one => one.bit == 1).Select(one => one.cell).ToList();
        if (cells.Count > 0)
        {
            var outline = extent.Outline(cells);
            Assert.True(new IsValidOp(outline).IsValid);
            Assert.Equal(cells.Count * Math.Pow(HeightAboveDrainage.Load().Step, 2), outline.Area, 1e-8);
        }
    });

    [Fact]
    public void The_result_says_that_it_is_indicative_and_who_lives_there()
    {
        var result = FloodScreening.Run(Pepinster, 5).Value;
        Assert.Contains(result.Warnings, warning => warning.StartsWith("Indicative", StringComparison.Ordinal));
        Assert.Contains(Assert.Single(result.Exposures).Exposure.Municipalities, one => one.Refnis == "63058");
        Assert.EndsWith("(indicative)", result.Zones[0].Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50.501, 6.092, 2, 3000, "HAZ-041")] // the Signal of Botrange, the highest land
    [InlineData(52.9, 8.9, 2, 3000, "HAZ-041")] // off the terrain model
    [InlineData(51.0421, 2.8554, 2, 3000, "HAZ-042")] // near Diksmuide, on the Yser in its polders
    [InlineData(50.568, 5.806, 0.4, 3000, "HAZ-001")]
    [InlineData(50.568, 5.806, 20.1, 3000, "HAZ-001")]
    [InlineData(50.568, 5.806, 2, 499, "HAZ-001")]
    [InlineData(50.568, 5.806, 2, 10_001, "HAZ-001")]
    [InlineData(50.568, 5.806, double.NaN, 3000, "HAZ-001")]
    public void Where_it_says_nothing_it_refuses_by_name(double latitude, double longitude, double rise, double radius, string code) =>
        Assert.Equal(code, Assert.Single(FloodScreening.Run(At(latitude, longitude), rise, radius).Problems).Code);
}
