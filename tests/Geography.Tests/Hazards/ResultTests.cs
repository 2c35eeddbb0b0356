using System.Text.Json;
using Belfry.Geography;
using Belfry.Geography.Hazards;
using Belfry.Kernel;
using CsCheck;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using Xunit;
using Position = Belfry.Geography.Position;

namespace Belfry.Tests.Geography.Hazards;

/// <summary>The frame that every hazard model hands its result in.</summary>
public sealed class ResultTests
{
    static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    static HazardResult Made(HazardCase asked, double metres, Func<LocalPlane, Geometry>? shape = null)
    {
        var inputs = new HazardInputs();
        inputs.Case(asked);
        var radius = inputs.Number("radius", metres, "m", 1, 100_000);
        inputs.Source("a book", HazardTrust.FromMemory);
        Assert.True(inputs.Sound);
        var plane = new LocalPlane(asked.At!.Value);
        return inputs.Result(asked, "test", "test-1", [new HazardFigure("radius", radius, "m")], [HazardZone.Of("circle", radius, "m", shape?.Invoke(plane) ?? plane.Circle(radius))]);
    }

    static HazardCase Case(double latitude, double longitude) => new("tester", Noon, Position.Of(latitude, longitude).Value);

    [Fact]
    public void A_result_says_model_version_sources_inputs_ranges_author_time_and_place()
    {
        using var json = JsonDocument.Parse(Made(Case(50.8467, 4.3525), 2000).ToJson());
        var root = json.RootElement;
        Assert.Equal(("belfry-hazard-1", "test", "test-1", "tester", "2026-03-01T12:00:00+00:00"), (Text("format"), Text("model"), Text("version"), Text("author"), Text("time")));
        Assert.Equal("fromMemory", root.GetProperty("sources")[0].GetProperty("trust").GetString());
        Assert.Equal(("radius", 2000, "m"), (root.GetProperty("inputs")[0].GetProperty("name").GetString(), root.GetProperty("inputs")[0].GetProperty("number").GetDouble(), root.GetProperty("inputs")[0].GetProperty("unit").GetString()));
        Assert.Equal(100_000, root.GetProperty("validity")[0].GetProperty("most").GetDouble());
        Assert.StartsWith("From memory", root.GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(148855.42, root.GetProperty("at").GetProperty("lambert72").GetProperty("east").GetDouble(), 2);
        Assert.Equal(Math.PI * 4, root.GetProperty("zones")[0].GetProperty("areaKm2").GetDouble(), 0.01);
        Assert.Equal("Polygon", root.GetProperty("zones")[0].GetProperty("geometry").GetProperty("type").GetString());

        string? Text(string name) => root.GetProperty(name).GetString();
    }

    [Fact]
    public void Zones_are_valid_closed_right_handed_and_kept_to_the_centimetre() =>
        Gen.Select(Gen.Double[49.5, 51.5], Gen.Double[2.6, 6.4], Gen.Double[2, 100_000]).Sample((latitude, longitude, metres) =>
        {
            using var json = JsonDocument.Parse(Made(Case(latitude, longitude), metres).ToGeoJson());
            var feature = json.RootElement.GetProperty("features")[0];
            Assert.Equal(("Feature", "circle"), (feature.GetProperty("type").GetString(), feature.GetProperty("properties").GetProperty("name").GetString()));
            var ring = feature.GetProperty("geometry").GetProperty("coordinates")[0].EnumerateArray().Select(pair => new Coordinate(pair[0].GetDouble(), pair[1].GetDouble())).ToArray();
            Assert.True(NetTopologySuite.Algorithm.Orientation.IsCCW(ring));
            Assert.True(ring[0].Equals2D(ring[^1]));
            Assert.True(new IsValidOp(new GeometryFactory().CreatePolygon(ring)).IsValid);
            Assert.All(ring, point => Assert.True(((decimal)point.X).Scale <= 7 && ((decimal)point.Y).Scale <= 7));
        }, iter: 200);

    [Fact]
    public void The_radius_is_the_distance_on_the_ellipsoid_whatever_the_direction() =>
        Gen.Select(Gen.Double[0, 360], Gen.Double[1, 50_000]).Sample((towards, metres) =>
        {
            var origin = Position.Of(50.5, 4.5).Value;
            var point = new LocalPlane(origin, towards).At(metres, 0);
            var (east, north) = (Lambert.L2008.From(new Position(point.Y, point.X)), Lambert.L2008.From(origin));
            // Lambert 2008 stretches by less than 2 in 10,000 in Belgium.
            Assert.Equal(metres, Math.Sqrt(Math.Pow(east.East - north.East, 2) + Math.Pow(east.North - north.North, 2)), metres * 2e-4);
        });

    [Fact]
    public void A_zone_is_an_area_that_can_be_alerted()
    {
        Assert.Equal(Math.PI * 4, Made(Case(50.8467, 4.3525), 2000).Zones[0].ToArea().Value.AreaKm2, 0.01);
        Assert.Equal("GEO-012", Made(Case(52.5, 8.5), 2000).Zones[0].ToArea().Problems[0].Code);
    }

    [Fact]
    public void A_zone_that_crosses_itself_is_a_bug_of_the_model() =>
        Assert.Throws<ArgumentException>(() => Made(Case(50.8, 4.4), 10, plane => plane.Polygon([(0, 0), (100, 100), (100, 0), (0, 100)])));

    [Theory]
    [InlineData(0.5)]
    [InlineData(100_000.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_outside_the_range_is_refused_by_name_with_value_and_range(double metres)
    {
        var inputs = new HazardInputs();
        Assert.Equal(1, inputs.Number("radius", metres, "m", 1, 100_000));
        var problem = Assert.Single(inputs.Refused().Problems);
        Assert.Equal(("HAZ-001", "radius"), (problem.Code, problem.Field));
        Assert.Contains("from 1 to 100000 m", problem.In(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_without_author_or_place_or_off_the_map_is_refused()
    {
        Assert.Equal(["HAZ-003", "HAZ-004"], Codes(new HazardCase(" ", Noon)));
        Assert.Equal(["HAZ-002"], Codes(Case(40, 4)));
        Assert.Equal(["HAZ-003"], Codes(Case(50, 4) with { Author = new string('a', 201) }));
        Assert.Empty(Codes(Case(50, 4)));

        static IEnumerable<string> Codes(HazardCase asked)
        {
            var inputs = new HazardInputs();
            inputs.Case(asked);
            return inputs.Sound ? [] : inputs.Refused().Problems.Select(problem => problem.Code);
        }
    }
}
