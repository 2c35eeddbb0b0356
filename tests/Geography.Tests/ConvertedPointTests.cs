using Belfry.Geography;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Geography;

public sealed class ConvertedPointTests
{
    // GeographicLib 2.1.2, `GeoConvert -m -p 0`.
    [Theory]
    [InlineData(50.8467, 4.3525, "31UES9521433649")]
    [InlineData(51.3254, 4.259, "31UES8772286764")]
    [InlineData(50.5343, 5.274, "31UFS6114900508")]
    [InlineData(49.5, 5.8, "31UGQ0272886808")]
    [InlineData(51.5, 2.6, "31UDT7223405505")]
    [InlineData(50.7, 6.3, "32ULB0933619942")]
    [InlineData(51.43, 3.718, "31UES4991497888")]
    [InlineData(50.09, 4.7895, "31UFR2800450170")]
    [InlineData(50.0, 5.9999, "31UGR1497742943")]
    [InlineData(50.0, 6.0001, "32UKA8502242943")]
    public void The_military_grid_is_that_of_GeographicLib(double latitude, double longitude, string mgrs)
    {
        var point = ConvertedPoint.Of(Position.Of(latitude, longitude).Value).Value;
        Assert.Equal(mgrs, point.Mgrs);
        var back = Belfry.Geography.Coordinates.Mgrs.Parse(mgrs).Value;
        Assert.Equal(latitude, back.Latitude, 1e-5);
        Assert.Equal(longitude, back.Longitude, 1.5e-5);
    }

    [Fact]
    public void Every_way_there_and_back_is_the_same_place() => Gen.Select(Gen.Double[49.51, 51.87], Gen.Double[2.24, 6.39]).Sample((latitude, longitude) =>
    {
        var point = ConvertedPoint.Of(Position.Of(latitude, longitude).Value).Value;
        Same(ConvertedPoint.Read(point.Lambert72.ToString(), CoordinateSystem.Lambert72).Value, 2e-7);
        Same(ConvertedPoint.Read(point.Lambert2008.ToString(), CoordinateSystem.Lambert2008).Value, 2e-7);
        Same(ConvertedPoint.Read(point.Mgrs, CoordinateSystem.Mgrs).Value, 1e-5);
        Same(ConvertedPoint.Read($"{point.Mgrs[..5]} {point.Mgrs[5..10]} {point.Mgrs[10..]}".ToLowerInvariant(), CoordinateSystem.Mgrs).Value, 1e-5);

        void Same(ConvertedPoint other, double degrees)
        {
            Assert.Equal(latitude, other.Wgs84.Latitude, degrees);
            Assert.Equal(longitude, other.Wgs84.Longitude, degrees * 1.6);
        }
    });

    [Fact]
    public void Fewer_digits_name_a_larger_square_and_give_its_middle()
    {
        var (exact, coarse) = (ConvertedPoint.Read("31UES9521433649", CoordinateSystem.Mgrs).Value, ConvertedPoint.Read("31UES9533", CoordinateSystem.Mgrs).Value);
        Assert.InRange(Math.Abs(exact.Lambert2008.East - coarse.Lambert2008.East), 100, 500);
        Assert.StartsWith("31UES95", coarse.Mgrs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("50.8467;4.3525", CoordinateSystem.Wgs84, "GEO-001")]
    [InlineData("48.85,2.35", CoordinateSystem.Wgs84, "GEO-026")]
    [InlineData("52.37,4.9", CoordinateSystem.Wgs84, "GEO-026")]
    [InlineData("0,0", CoordinateSystem.Wgs84, "GEO-026")]
    [InlineData("-5000000,0", CoordinateSystem.Lambert72, "GEO-024")]
    [InlineData("649328", CoordinateSystem.Lambert2008, "GEO-024")]
    [InlineData("33UES9521433649", CoordinateSystem.Mgrs, "GEO-027")]
    [InlineData("31UIS9521433649", CoordinateSystem.Mgrs, "GEO-027")]
    [InlineData("31UES952143364", CoordinateSystem.Mgrs, "GEO-027")]
    [InlineData("31UES", CoordinateSystem.Mgrs, "GEO-027")]
    [InlineData("", CoordinateSystem.Mgrs, "GEO-027")]
    [InlineData("31UAR2800450170", CoordinateSystem.Mgrs, "GEO-026")]
    public void What_is_no_point_of_that_system_or_not_in_its_area_of_use_is_refused_by_name(string text, CoordinateSystem from, string code) =>
        Assert.Equal(code, Assert.Single(ConvertedPoint.Read(text, from).Problems).Code);
}
