using Belfry.Geography;
using Belfry.Geography.Hazards;
using CsCheck;
using Xunit;
using Position = Belfry.Geography.Position;

namespace Belfry.Tests.Geography.Hazards;

/// <summary>Blast, fireball, probit and the jet that feeds a plume.</summary>
public sealed class ExplosionTests
{
    static readonly HazardCase Asked = new("tester", DateTimeOffset.UnixEpoch, Position.Of(50.8467, 4.3525).Value);

    static readonly BlastRequest Charge = new() { Mass = 1000 };

    static readonly FireballRequest Tank = new() { Mass = 50_000, HeatOfCombustion = 46_000 };

    static readonly JetRequest Hole = new() { HoleDiameter = 0.01, DischargeCoefficient = 0.85, Pressure = 501_000, Density = 8.9, HeatRatio = 1.15 };

    [Fact]
    public void Pressure_falls_with_distance_and_a_reflection_is_never_less() =>
        Gen.Select(Gen.Double[-1, 7], Gen.Double[Math.Log(0.25), Math.Log(39)]).Sample((mass, ln) =>
        {
            var (kilograms, z) = (Math.Pow(10, mass), Math.Exp(ln));
            var metres = z * Math.Cbrt(kilograms);
            Assert.True(Kingery.Incident.At(metres, kilograms) > Kingery.Incident.At(metres * 1.01, kilograms));
            Assert.True(Kingery.Reflected.At(metres, kilograms) > Kingery.Incident.At(metres, kilograms));
            Assert.True(Kingery.Arrival.At(metres, kilograms) < Kingery.Arrival.At(metres * 1.01, kilograms));
            Assert.True(Kingery.Front.At(metres, kilograms) > 330);
        });

    [Fact]
    public void A_charge_a_thousand_times_as_heavy_reaches_ten_times_as_far() =>
        Gen.Select(Gen.Double[0.1, 10_000], Gen.Double[0.5, 100]).Sample((mass, pressure) =>
            Assert.Equal(10 * Kingery.Incident.Furthermost(pressure, mass)!.Value, Kingery.Incident.Furthermost(pressure, mass * 1000)!.Value, Kingery.Incident.Furthermost(pressure, mass)!.Value * 1e-6));

    // Two fitted pieces meet to within three percent in the paper; a wrong digit in a coefficient would not.
    [Fact]
    public void The_pieces_of_a_curve_meet() => Assert.All(Kingery.All, quantity =>
    {
        for (var z = quantity.Nearest; z < quantity.Furthest; z += 0.001 * z)
        {
            if (quantity.At(z * 1.001, 1) is { } next)
            {
                Assert.InRange(next / quantity.At(z, 1)!.Value, 0.97, 1.03);
            }
        }
    });

    [Fact]
    public void The_radius_is_the_last_place_with_that_pressure() =>
        Gen.Select(Gen.Double[1, 100_000], Gen.Double[0.5, 500]).Sample((mass, pressure) =>
        {
            var radius = Kingery.Incident.Furthermost(pressure, mass)!.Value;
            Assert.True(Kingery.Incident.At(radius * 1.0001, mass) < pressure);
            Assert.InRange(Kingery.Incident.At(radius * 0.9999, mass)!.Value, pressure, pressure * 1.05);
        });

    [Fact]
    public void Zones_of_a_blast_are_circles_of_the_four_thresholds()
    {
        var result = Blast.Run(Charge with { Distances = [50, 2000] }, Asked).Value;
        Assert.Equal(["20 mbar, windows", "50 mbar, irreversible effects", "140 mbar, first lethal effects", "200 mbar, significant lethal effects"], result.Zones.Select(zone => zone.Name));
        var radius = result.Figures.Single(figure => figure.Name == "radius of 50 mbar, irreversible effects").Value;
        Assert.Equal(Math.PI * radius * radius / 1e6, result.Zones[1].AreaKm2, result.Zones[1].AreaKm2 * 1e-3);
        Assert.All(result.Tables[0].Rows[0], value => Assert.NotNull(value));
        Assert.Null(result.Tables[0].Rows[1][2]);
        Assert.Contains("reflected overpressure 0.06 to 40", result.Tables[0].Name, StringComparison.Ordinal);
        Assert.Contains(result.Sources, source => source.Trust == HazardTrust.FromMemory);
        Assert.DoesNotContain(Blast.Run(Charge with { Overpressures = [5] }, Asked).Value.Sources, source => source.Trust == HazardTrust.FromMemory);
    }

    [Fact]
    public void A_fuel_counts_as_its_share_of_TNT()
    {
        var result = Blast.Run(new BlastRequest { Mass = 900, HeatOfCombustion = 50_000, Yield = 0.05 }, Asked).Value;
        Assert.Equal(500, result.Figures[0].Value, 1e-9);
        Assert.Contains(result.Sources, source => source.Citation.StartsWith("TNT equivalence", StringComparison.Ordinal) && source.Trust == HazardTrust.FromMemory);
    }

    [Fact]
    public void A_fireball_is_less_hot_further_off_and_its_circles_lie_where_the_flux_is() =>
        Gen.Select(Gen.Double[1, 6], Gen.Double[1, 30]).Sample((power, flux) =>
        {
            var ball = new FireballModel(Math.Pow(10, power), 46_000, 0.3, 1000);
            if (ball.Furthermost(flux) is { } radius)
            {
                Assert.Equal(flux, ball.Flux(radius), flux * 1e-6);
                Assert.True(ball.Flux(radius * 1.01) < flux && ball.Flux(radius * 1.5) < ball.Flux(radius * 1.01));
            }
        });

    [Fact]
    public void A_fireball_says_that_it_is_from_memory()
    {
        var result = Fireball.Run(Tank, Asked).Value;
        Assert.All(result.Sources, source => Assert.Equal(HazardTrust.FromMemory, source.Trust));
        Assert.Equal(3, result.Zones.Count);
        Assert.Contains(Fireball.Run(Tank with { Mass = 10, Fluxes = [100] }, Asked).Value.Warnings, warning => warning.Contains("not reached outside", StringComparison.Ordinal));
    }

    // The normal distribution to eight digits.
    [Theory]
    [InlineData(5, 0.5)]
    [InlineData(2.67, 0.00990307556)]
    [InlineData(3.72, 0.10027256795)]
    [InlineData(7.33, 0.99009692444)]
    [InlineData(-3, 6.22096057e-16)]
    [InlineData(13, 1)]
    public void A_probit_is_a_share_of_people(double y, double share) => Assert.Equal(share, Probit.Share(y), share * 1e-8);

    [Fact]
    public void More_heat_or_more_time_never_harms_less() => Gen.Select(Gen.Double[0, 100], Gen.Double[0.5, 30], Gen.Double[1, 2]).Sample((flux, seconds, more) =>
    {
        Assert.InRange(Probit.Burns(flux, seconds), 0, 1);
        Assert.True(Probit.Burns(flux * more, seconds) >= Probit.Burns(flux, seconds));
        Assert.True(Probit.Burns(flux, seconds * more) >= Probit.Burns(flux, seconds));
    });

    [Fact]
    public void A_hole_twice_as_wide_lets_four_times_as_much_through()
    {
        var jet = Jet.Run(Hole, Asked).Value;
        Assert.Equal(0.0900280, Rate(jet), 1e-7);
        Assert.Equal(4 * Rate(jet), Rate(Jet.Run(Hole with { HoleDiameter = 0.02 }, Asked).Value), 1e-9);
        Assert.Equal(0.2169115, Rate(Jet.Run(Hole with { DischargeCoefficient = 0.63, Pressure = 120_935.0368, Density = 490, HeatRatio = null }, Asked with { At = null }).Value), 1e-7);

        static double Rate(HazardResult result) => result.Figures.Single(figure => figure.Name == "mass rate").Value;
    }

    [Fact]
    public void Outside_their_ranges_the_models_refuse_by_name()
    {
        Assert.Equal(["HAZ-001 mass"], Codes(Blast.Run(Charge with { Mass = 0 }, Asked)));
        Assert.Equal(["HAZ-001 yield"], Codes(Blast.Run(Charge with { HeatOfCombustion = 50_000, Yield = 2 }, Asked)));
        Assert.Equal(["HAZ-020 yield"], Codes(Blast.Run(Charge with { Yield = 0.1 }, Asked)));
        Assert.Equal(["HAZ-001 overpressure"], Codes(Blast.Run(Charge with { Overpressures = [0.01] }, Asked)));
        Assert.Equal(["HAZ-001 distance"], Codes(Blast.Run(Charge with { Distances = [0] }, Asked)));
        Assert.Equal(["HAZ-001 number of distances"], Codes(Blast.Run(Charge with { Distances = [.. Enumerable.Repeat(5.0, 101)] }, Asked)));
        Assert.Equal(["HAZ-001 mass", "HAZ-001 radiated share", "HAZ-001 water vapour pressure", "HAZ-001 flux"], Codes(Fireball.Run(Tank with { Mass = 2e6, RadiatedShare = 0.5, VapourPressure = 0, Fluxes = [0] }, Asked)));
        Assert.Equal(["HAZ-024 absolute pressure"], Codes(Jet.Run(Hole with { Pressure = 150_000 }, Asked)));
        Assert.Equal(["HAZ-001 density"], Codes(Jet.Run(Hole with { HeatRatio = null }, Asked)));
        Assert.Equal(["HAZ-004 at"], Codes(Blast.Run(Charge, Asked with { At = null })));

        static IEnumerable<string> Codes(Belfry.Kernel.Result<HazardResult> result) => result.Problems.Select(problem => $"{problem.Code} {problem.Field}");
    }

    [Fact]
    public void Any_charge_gives_valid_circles() =>
        Gen.Select(Gen.Double[-1, 7], Gen.Double[-0.5, 4]).Sample((mass, pressure) =>
        {
            var zone = Assert.Single(Blast.Run(new BlastRequest { Mass = Math.Pow(10, mass), Overpressures = [Math.Pow(10, pressure)] }, Asked).Value.Zones);
            Assert.True(zone.Shape.IsValid && zone.AreaKm2 > 0);
        }, iter: 200);
}
