using Belfry.Geography;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Geography;

public sealed class LambertTests
{
    // Computed with PROJ for the same definitions; Lambert 72 through its seven parameters.
    [Theory]
    [InlineData(50.8467, 4.3525, 148855.42, 170699.68, 648855.04, 670699.95)]
    public void A_point_has_the_coordinates_that_PROJ_gives(double latitude, double longitude, double east72, double north72, double east2008, double north2008)
    {
        var position = Position.Of(latitude, longitude).Value;
        Assert.Equal($"{new LambertPoint(east72, north72)}", $"{Lambert.L72.From(position)}");
        Assert.Equal($"{new LambertPoint(east2008, north2008)}", $"{Lambert.L2008.From(position)}");
    }

    // EPSG:3812's own definition: the origin of latitude and the central meridian lie at the false origin.
    [Fact]
    public void The_origin_lies_where_the_definition_puts_it() =>
        Assert.Equal("649328.00,665262.00", $"{Lambert.L2008.From(Position.Of(50.797815, 4.359215833333333).Value)}");

    [Fact]
    public void There_and_back_is_the_same_place() => Gen.Select(Gen.Double[49.4, 51.6], Gen.Double[2.4, 6.5]).Sample((latitude, longitude) =>
    {
        var position = Position.Of(latitude, longitude).Value;
        foreach (var plane in new[] { Lambert.L72, Lambert.L2008 })
        {
            var back = plane.ToPosition(plane.From(position)).Value;
            Assert.Equal(latitude, back.Latitude, 1e-8);
            Assert.Equal(longitude, back.Longitude, 1e-8);
        }
    });

    [Theory]
    [InlineData("-5000000,0")]
    [InlineData("5000000,5000000")]
    public void What_is_not_Belgium_is_refused(string text) => Assert.Equal("GEO-024", Assert.Single(LambertPoint.Parse(text).Then(Lambert.L72.ToPosition).Problems).Code);

    [Theory]
    [InlineData("148855.42")]
    [InlineData("148855,42,170699,68")]
    [InlineData("a,b")]
    public void What_is_no_point_is_refused(string text) => Assert.False(LambertPoint.Parse(text).Ok);
}
