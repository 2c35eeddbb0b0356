using Belfry.Geography;
using Belfry.Geography.Hazards.Quake;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Geography.Hazards;

/// <summary>Rings of intensity. The paper's values are in VectorTests.</summary>
public sealed class EarthquakeTests
{
    static readonly HazardCase Liege = new("tester", new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), Position.Of(50.63, 5.51).Value);

    static readonly Gen<QuakeDistance> Form = Gen.Bool.Select(rupture => rupture ? QuakeDistance.Rupture : QuakeDistance.Hypocentre);

    [Fact]
    public void Intensity_falls_with_the_distance_and_grows_with_the_magnitude() => Gen.Select(Form, Gen.Double[5, 7.8], Gen.Double[0, 290], Gen.Double[0.01, 10]).Sample((form, magnitude, kilometres, more) =>
    {
        var prediction = new IntensityPrediction(form);
        Assert.True(prediction.Intensity(magnitude, kilometres + more) < prediction.Intensity(magnitude, kilometres));
        // Within some kilometres the hypocentral form saturates: a larger rupture is not felt more strongly above it.
        Assert.True(prediction.Intensity(magnitude + 0.1, kilometres + 10) > prediction.Intensity(magnitude, kilometres + 10));
        Assert.InRange(prediction.Sigma(kilometres), 0.72, 1.19);
    });

    [Fact]
    public void At_the_edge_of_a_ring_its_intensity_is_expected() => Gen.Select(Form, Gen.Double[5, 7.9], Gen.Double[0, 30]).Sample((form, magnitude, depth) =>
    {
        var result = Earthquake.Run(Liege, magnitude, depth, form).Value;
        Assert.Equal(result.Zones.Select(zone => zone.Threshold).Order(), result.Zones.Select(zone => zone.Threshold));
        foreach (var zone in result.Zones)
        {
            var onGround = Math.Sqrt(zone.AreaKm2 / Math.PI);
            Assert.InRange(onGround, 0, 300.2);
            Assert.Equal(zone.Threshold!.Value, new IntensityPrediction(form).Intensity(magnitude, Math.Sqrt((onGround * onGround) + (depth * depth))), 0.01);
        }
    }, iter: 100);

    [Fact]
    public void A_ring_that_would_leave_the_model_is_not_drawn_and_said()
    {
        var result = Earthquake.Run(Liege, 7.9, 10).Value;
        Assert.Contains(result.Warnings, warning => warning.StartsWith("Intensity 3 reaches beyond 300 km", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Zones, zone => zone.Threshold == 3);
        Assert.Contains(result.Warnings, warning => warning.Contains("Belgium is stable", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4.99, 10, "magnitude")]
    [InlineData(7.91, 10, "magnitude")]
    [InlineData(double.NaN, 10, "magnitude")]
    [InlineData(6, -1, "depth")]
    [InlineData(6, 31, "depth")]
    public void Outside_its_range_the_model_refuses_by_name(double magnitude, double depth, string field)
    {
        var problem = Assert.Single(Earthquake.Run(Liege, magnitude, depth).Problems);
        Assert.Equal(("HAZ-001", field), (problem.Code, problem.Field));
    }

    [Fact]
    public void Without_an_epicentre_there_is_no_ring() => Assert.Equal("HAZ-004", Assert.Single(Earthquake.Run(Liege with { At = null }, 6, 10).Problems).Code);
}
