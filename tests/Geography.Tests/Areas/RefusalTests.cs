using System.Text;
using Belfry.Geography;
using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.Geography.Areas;

/// <summary>Bad areas are refused by name, with their place in the file; none becomes a larger area, least of all everyone (reliability.md, B-4).</summary>
public sealed class RefusalTests
{
    const string Square = "[[4.3,50.8],[4.4,50.8],[4.4,50.9],[4.3,50.9],[4.3,50.8]]";

    public static TheoryData<string, string, string> Bad { get; } = new()
    {
        { "", "GEO-002", "$" },
        { "{", "GEO-002", "$" },
        { """{"type":"Polygon","coordinates":[[[4.3,50.8],[4.4,NaN]]]}""", "GEO-002", "$" },
        { """{"type":"Polygon","type":"Polygon","coordinates":[]}""", "GEO-002", "$" },
        { "[]", "GEO-004", "$" },
        { "null", "GEO-004", "$" },
        { "{}", "GEO-004", "$" },
        { """{"type":"Point","coordinates":[4.3,50.8]}""", "GEO-004", "$" },
        { """{"type":"Polygon"}""", "GEO-004", "$.coordinates" },
        { """{"type":"Polygon","coordinates":"50.8"}""", "GEO-004", "$.coordinates" },
        { """{"type":"Polygon","coordinates":[5]}""", "GEO-004", "$.coordinates[0]" },
        { """{"type":"Feature","geometry":null}""", "GEO-004", "$.geometry" },
        { """{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"LineString","coordinates":[[4,50],[5,51]]}}]}""", "GEO-004", "$.features[0].geometry" },
        { """{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":[]}]}""", "GEO-005", "$.geometries[0]" },
        { """{"type":"FeatureCollection","features":[{"type":"FeatureCollection","features":[]}]}""", "GEO-005", "$.features[0]" },
        { """{"type":"Polygon","coordinates":[]}""", "GEO-006", "$.coordinates" },
        { """{"type":"MultiPolygon","coordinates":[]}""", "GEO-006", "$" },
        { """{"type":"FeatureCollection","features":[]}""", "GEO-006", "$" },
        { """{"type":"Polygon","coordinates":[[]]}""", "GEO-006", "$" },
        { """{"type":"Polygon","coordinates":[[[4.3,50.8],[4.4,50.9],[4.5,51.0],[4.3,50.8]]]}""", "GEO-006", "$" },
        { """{"type":"Polygon","coordinates":[[[4.3,50.8],[4.3,50.8],[4.3,50.8],[4.3,50.8]]]}""", "GEO-006", "$" },
        { """{"type":"Polygon","coordinates":[[[4.3,50.8],[4.4,50.8],[4.3,50.8]]]}""", "GEO-007", "$" },
        { """{"type":"Polygon","coordinates":[[[4.3,50.8],[4.4,50.8],[4.4,50.9],[4.3,50.9]]]}""", "GEO-008", "$" },
        { """{"type":"Polygon","coordinates":[[[4.3,50.8],[4.4,1e999],[4.4,50.9],[4.3,50.8]]]}""", "GEO-009", "$.coordinates[0][1]" },
        { """{"type":"Polygon","coordinates":[[[4.3,50.8],[4.4],[4.4,50.9],[4.3,50.8]]]}""", "GEO-009", "$.coordinates[0][1]" },
        { """{"type":"Polygon","coordinates":[[[4.3,50.8],["4.4",50.8],[4.4,50.9],[4.3,50.8]]]}""", "GEO-009", "$.coordinates[0][1]" },
        { """{"type":"Polygon","coordinates":[[[148855,170699],[148955,170699],[148955,170799],[148855,170699]]]}""", "GEO-010", "$ point 1" },
        { """{"type":"Polygon","coordinates":[[[4.3,50.8],[4.4,1e308],[4.4,50.9],[4.3,50.8]]]}""", "GEO-010", "$ point 2" },
        { """{"type":"Polygon","coordinates":[[[50.8,4.3],[50.8,4.4],[50.9,4.4],[50.9,4.3],[50.8,4.3]]]}""", "GEO-011", "$" },
        { """{"type":"Polygon","coordinates":[[[-74.1,40.6],[-73.9,40.6],[-73.9,40.8],[-74.1,40.6]]]}""", "GEO-012", "$" },
        { """{"type":"Polygon","coordinates":[[[2.3,48.8],[2.4,48.8],[2.4,48.9],[2.3,48.8]]]}""", "GEO-012", "$" },
        { """{"type":"Polygon","coordinates":[[[179,50],[-179,50],[-179,51],[179,50]]]}""", "GEO-013", "$ point 2" },
        { """{"type":"Polygon","coordinates":[[[181,50],[182,50],[182,51],[181,50]]]}""", "GEO-013", "$ point 1" },
        { """{"type":"Polygon","coordinates":[[[4.3,50.8],[4.4,50.9],[4.4,50.8],[4.3,50.9],[4.3,50.8]]]}""", "GEO-015", "$" },
        { $$"""{"type":"Polygon","coordinates":[{{Square}},[[4.5,50.8],[4.6,50.8],[4.6,50.9],[4.5,50.8]]]}""", "GEO-016", "$" },
        { $$"""{"type":"Polygon","coordinates":[{{Square}},[[4.32,50.82],[4.38,50.82],[4.38,50.88],[4.32,50.88],[4.32,50.82]],[[4.34,50.84],[4.36,50.84],[4.36,50.86],[4.34,50.84]]]}""", "GEO-016", "$" },
        { $$$"""{"type":"Polygon","crs":{"type":"name","properties":{"name":"EPSG:31370"}},"coordinates":[{{{Square}}}]}""", "GEO-017", "$.crs" },
        { """{"type":"Polygon","coordinates":[[[-170,-80],[0,-80],[170,-80],[170,80],[0,80],[-170,80],[-170,-80]]]}""", "GEO-018", "$" },
        { $$"""{"type":"MultiPolygon","coordinates":[[{{Square}}],[[[50.8,4.3],[50.8,4.4],[50.9,4.4],[50.8,4.3]]]]}""", "GEO-011", "$.coordinates[1]" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void B4_a_bad_area_is_refused_where_it_is_bad(string json, string code, string where)
    {
        var problem = Assert.Single(Area.FromGeoJson(json).Problems);
        Assert.Equal((code, where), (problem.Code, problem.Field));
        Assert.All(Enum.GetValues<Language>(), language => Assert.DoesNotContain('{', problem.In(language)));
    }

    [Fact]
    public void B4_a_crossing_is_named_with_its_position()
    {
        var problem = Assert.Single(Area.FromGeoJson("""{"type":"Polygon","coordinates":[[[4.3,50.8],[4.4,50.9],[4.4,50.8],[4.3,50.9],[4.3,50.8]]]}""").Problems);
        Assert.Contains("50.85000,4.35000", problem.In(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void B4_deep_nesting_is_refused_at_once()
    {
        var json = string.Concat(Enumerable.Repeat("{\"type\":\"Feature\",\"geometry\":", 50_000));
        Assert.Equal("GEO-002", Assert.Single(Area.FromGeoJson(json).Problems).Code);
    }

    [Fact]
    public void B4_a_million_points_are_refused_unread() =>
        Assert.Equal("GEO-003", Assert.Single(Area.FromGeoJson(Encoding.UTF8.GetBytes(LargeAreaTests.Star(1_000_000))).Problems).Code);

    [Theory]
    [InlineData("", "GEO-007")]
    [InlineData("50.8,4.3", "GEO-007")]
    [InlineData("50.8,4.3 50.8,4.4 50.9;4.4 50.8,4.3", "GEO-021")]
    [InlineData("50.8,4.3 50.8,4.4 50.9,4.4 50.9,4.3", "GEO-008")]
    [InlineData("4.3,50.8 4.4,50.8 4.4,50.9 4.3,50.8", "GEO-011")]
    [InlineData("38.47,-120.14 38.34,-119.95 38.52,-119.74 38.47,-120.14", "GEO-012")]
    public void A_bad_cap_polygon_is_refused(string text, string code) =>
        Assert.Equal(text.Length == 0 ? "GEO-006" : code, Assert.Single(Area.FromCapPolygon(text).Problems).Code);

    [Theory]
    [InlineData("50.85,4.35 0", "GEO-019")]
    [InlineData("50.85,4.35 5000", "GEO-019")]
    [InlineData("50.85,4.35", "GEO-021")]
    [InlineData("50.85 4.35 1", "GEO-021")]
    [InlineData("95,4.35 1", "GEO-001")]
    [InlineData("4.35,50.85 1", "GEO-011")]
    public void A_bad_cap_circle_is_refused(string text, string code) => Assert.Equal(code, Assert.Single(Area.FromCapCircle(text).Problems).Code);

    [Fact]
    public void No_municipality_is_no_area_and_not_all_of_them()
    {
        Assert.Equal("GEO-006", Assert.Single(Area.OfMunicipalities([]).Problems).Code);
        Assert.Equal("GEO-006", Assert.Single(Area.UnionOf([]).Problems).Code);
        Assert.Equal("GEO-020", Assert.Single(Belgium.Load().FindAll(["11002", "99999"]).Problems).Code);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(double.PositiveInfinity)]
    public void A_radius_is_a_length(double metres) => Assert.Equal("GEO-019", Assert.Single(Area.Circle(Position.Of(50.85, 4.35).Value, metres).Problems).Code);

    [Fact]
    public void Every_refusal_has_its_own_code() => Assert.Equal(GeographyProblems.All.Count, GeographyProblems.All.Select(kind => kind.Code).Distinct().Count());
}
