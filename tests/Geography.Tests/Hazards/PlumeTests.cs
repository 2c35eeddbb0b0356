using Belfry.Geography;
using Belfry.Geography.Hazards;
using Belfry.Kernel;
using CsCheck;
using NetTopologySuite.Geometries;
using Xunit;
using Position = Belfry.Geography.Position;

namespace Belfry.Tests.Geography.Hazards;

/// <summary>What a Gaussian plume must obey, whatever its numbers.</summary>
public sealed class PlumeTests
{
    static readonly HazardCase Asked = new("tester", DateTimeOffset.UnixEpoch, Position.Of(50.8467, 4.3525).Value);

    static readonly PlumeRequest Usual = new()
    {
        Rate = 1, WindSpeed = 3, WindFrom = 270, Scheme = DispersionScheme.BriggsRural, Stability = "D", Thresholds = [new("asked", 10)],
    };

    static readonly Gen<(DispersionScheme Scheme, string Stability)> Kinds =
        Gen.OneOf(Enum.GetValues<DispersionScheme>().SelectMany(scheme => Sigmas.Classes(scheme).Select(stability => (scheme, stability))).ToArray());

    [Fact]
    public void What_passes_a_plane_is_what_was_let_loose_less_what_settled() =>
        Gen.Select(Kinds, Gen.Double[1, 15], Gen.Double[1, 100], Gen.Double[150, 9000], Gen.Bool, Gen.Bool).Sample((kind, wind, height, x, lidded, settling) =>
        {
            var sigmas = Sigmas.Plume(kind.Scheme, kind.Stability, 60);
            double? lid = lidded ? 120 : null;
            var plume = new GaussianPlume(1, wind, sigmas, _ => height, lid, settling ? 0.005 : null);
            var top = lid ?? height + (9 * sigmas.Z(x));
            // A bell curve across: its integral is known; the column is summed by hand.
            var column = Integral(z => plume.Axis(x, z), 0, top) * Math.Sqrt(2 * Math.PI) * sigmas.Y(x);
            Assert.Equal(plume.Airborne(x), column * wind, 2e-4);
        }, iter: 300);

    [Fact]
    public void What_the_ground_takes_is_what_the_air_loses() =>
        Gen.Select(Kinds, Gen.Double[1, 15], Gen.Double[1, 100], Gen.Double[0.0001, 0.05], Gen.Bool).Sample((kind, wind, height, velocity, lidded) =>
        {
            var sigmas = Sigmas.Plume(kind.Scheme, kind.Stability, 60);
            var plume = new GaussianPlume(1, wind, sigmas, _ => height, lidded ? 120 : null, velocity);
            // Over the logarithm of the distance: near the source things change fast.
            var settled = Integral(ln => Math.Exp(ln) is var x ? velocity * plume.Axis(x, 0) * Math.Sqrt(2 * Math.PI) * sigmas.Y(x) * x : 0, Math.Log(200), Math.Log(8000));
            Assert.Equal(plume.Airborne(200) - plume.Airborne(8000), settled, 2e-4);
            Assert.InRange(plume.Airborne(8000), 0, plume.Airborne(200));
        }, iter: 200);

    [Fact]
    public void Both_sides_are_alike_and_the_middle_has_the_most() =>
        Gen.Select(Kinds, Gen.Double[100, 10_000], Gen.Double[0.1, 800], Gen.Double[0, 50]).Sample((kind, x, y, z) =>
        {
            var plume = new GaussianPlume(1, 3, Sigmas.Plume(kind.Scheme, kind.Stability, 60), _ => 20);
            Assert.Equal(plume.At(x, y, z), plume.At(x, -y, z));
            Assert.True(plume.At(x, y, z) <= plume.Axis(x, z));
            Assert.Equal(0, plume.At(-x, y, z));
        });

    [Fact]
    public void Beyond_the_greatest_the_ground_sees_ever_less() =>
        Gen.Select(Kinds, Gen.Double[0, 120], Gen.Double[0, 1]).Sample((kind, height, share) =>
        {
            var plume = new GaussianPlume(1, 3, Sigmas.Plume(kind.Scheme, kind.Stability, 60), _ => height);
            var (greatest, where) = new PlumeContour(plume, 0).Greatest();
            var x = where + (share * (GaussianPlume.Furthest - where));
            var further = Math.Min(x + 100, GaussianPlume.Furthest);
            Assert.True(plume.Axis(x, 0) <= greatest * (1 + 1e-9));
            Assert.True(plume.Axis(further, 0) <= plume.Axis(x, 0) * (1 + 1e-9), $"{kind} h={height}: more at {further} than at {x}");
        });

    [Fact]
    public void Twice_the_rate_or_half_the_wind_is_twice_the_concentration() =>
        Gen.Select(Kinds, Gen.Double[1, 15], Gen.Double[0, 100], Gen.Double[100, 10_000], Gen.Double[-500, 500]).Sample((kind, wind, height, x, y) =>
        {
            var sigmas = Sigmas.Plume(kind.Scheme, kind.Stability, 60);
            var once = new GaussianPlume(1, wind, sigmas, _ => height).At(x, y, 0);
            Assert.Equal(2 * once, new GaussianPlume(2, wind, sigmas, _ => height).At(x, y, 0), Math.Abs(once) * 1e-12);
            Assert.Equal(2 * once, new GaussianPlume(1, wind / 2, sigmas, _ => height).At(x, y, 0), Math.Abs(once) * 1e-12);
        });

    [Fact]
    public void A_lid_adds_up_to_the_mixed_layer_and_never_takes_away() =>
        Gen.Select(Kinds, Gen.Double[0, 90], Gen.Double[100, 10_000]).Sample((kind, height, x) =>
        {
            var sigmas = Sigmas.Plume(kind.Scheme, kind.Stability, 60);
            var (open, lidded) = (new GaussianPlume(1, 3, sigmas, _ => height), new GaussianPlume(1, 3, sigmas, _ => height, 100));
            Assert.True(lidded.Axis(x, 0) >= open.Axis(x, 0) * (1 - 1e-12));
            if (sigmas.Z(x) > 200)
            {
                Assert.Equal(1 / (Math.Sqrt(2 * Math.PI) * 3 * sigmas.Y(x) * 100), lidded.Axis(x, 0), lidded.Axis(x, 0) * 1e-6);
            }
        });

    [Fact]
    public void The_outline_lies_where_the_model_reaches_the_threshold() =>
        Gen.Select(Kinds, Gen.Double[0, 60], Gen.Double[-6, -2]).Sample((kind, height, power) =>
        {
            var plume = new GaussianPlume(1, 3, Sigmas.Plume(kind.Scheme, kind.Stability, 60), _ => height);
            var (contour, threshold) = (new PlumeContour(plume, 0), Math.Pow(10, power));
            foreach (var (from, to) in contour.Stretches(threshold))
            {
                Assert.True(plume.Axis((from + to) / 2, 0) >= threshold);
                Assert.True(to == GaussianPlume.Furthest || plume.Axis(to + 0.01, 0) < threshold, $"{kind} ends at {to}");
                Assert.True(from == 0 || plume.Axis(from - 0.01, 0) < threshold, $"{kind} begins at {from}");
                var x = (from + to) / 2;
                Assert.Equal(threshold, plume.At(x, plume.HalfWidth(x, 0, threshold)!.Value, 0), threshold * 1e-9);
            }
        }, iter: 400);

    [Fact]
    public void A_point_of_the_map_is_in_the_zone_when_the_model_says_so()
    {
        var result = Plume.Run(Usual, Asked).Value;
        var shape = Assert.Single(result.Zones).Shape;
        var plume = new GaussianPlume(1e6, 3, Sigmas.Plume(DispersionScheme.BriggsRural, "D", 60), _ => 0);
        // The wind comes from the west: along is east.
        var plane = new LocalPlane(Asked.At!.Value, 90);
        Gen.Select(Gen.Double[1, 6000], Gen.Double[-500, 500]).Sample((x, y) =>
        {
            Assert.False(shape.Contains(new Point(plane.At(-x, y))));
            var concentration = plume.At(x, y, 0);
            if (Math.Abs(concentration - 10) > 0.05)
            {
                Assert.Equal(concentration > 10, shape.Contains(new Point(plane.At(x, y))));
            }
        });
        Assert.True(shape.EnvelopeInternal.MinX > 4.3524 && shape.EnvelopeInternal.MaxX > 4.37, "the plume does not lie east of a source in a west wind");
    }

    [Fact]
    public void A_plume_from_a_stack_touches_the_ground_further_on_and_has_a_zone_of_its_own()
    {
        var result = Plume.Run(Usual with { Height = 60, Rate = 0.1, Thresholds = [new("asked", 0.2)] }, Asked).Value;
        var zone = Assert.Single(result.Zones);
        Assert.False(zone.Shape.Contains(new Point(4.3525, 50.8467)));
        Assert.InRange(Figure(result, "distance of the greatest"), 500, 3000);
        Assert.True(Figure(result, "reach of asked") > Figure(result, "distance of the greatest"));
    }

    [Fact]
    public void The_averaging_time_of_Bultynck_and_Malet_widens_both_ways()
    {
        var (hour, ten) = (Sigmas.Plume(DispersionScheme.BultynckMalet, "3", 60), Sigmas.Plume(DispersionScheme.BultynckMalet, "3", 10));
        Assert.Equal(0.418 * Math.Pow(1000, 0.796), hour.Y(1000), 1e-9);
        Assert.Equal((220.2 + 10) / 280.2, ten.Y(1000) / hour.Y(1000), 1e-12);
        Assert.Equal((220.2 + 10) / 280.2, ten.Z(1000) / hour.Z(1000), 1e-12);
    }

    [Fact]
    public void Urban_E_and_F_grow_upwards_as_Briggs_wrote_and_not_as_a_known_program_has_it() =>
        Assert.Equal(0.08 * 1000 / Math.Sqrt(1 + (0.0015 * 1000)), Sigmas.Plume(DispersionScheme.BriggsUrban, "F", 60).Z(1000), 1e-9);

    [Fact]
    public void Wind_measured_at_ten_metres_is_carried_to_the_stack()
    {
        var result = Plume.Run(Usual with { Height = 60, WindMeasuredAt = 10, Thresholds = [new("asked", 1)] }, Asked).Value;
        Assert.Equal(3 * Math.Pow(6, 0.15), result.Inputs.Single(input => input.Name == "wind speed at release").Number!.Value, 1e-12);
    }

    [Fact]
    public void A_warm_plume_climbs_levels_off_and_harms_less()
    {
        var cold = Plume.Run(Usual with { Height = 30, Thresholds = [new("asked", 5)] }, Asked).Value;
        var warm = Plume.Run(Usual with { Height = 30, Stack = new StackGas(20, 0.935, 1.17), Thresholds = [new("asked", 5)] }, Asked).Value;
        Assert.Equal(30 + 47.589, Figure(warm, "height of the plume at 10 km"), 1e-2);
        Assert.True(Figure(warm, "greatest concentration from 100 m on") < Figure(cold, "greatest concentration from 100 m on"));
        var stable = PlumeRise.Of(20, 0.935, 1.17, 3, 0.02, 288.15);
        Assert.Equal(stable.Final, stable.At(stable.LevelsAt - 1e-6), 1e-5);
    }

    [Fact]
    public void Exposure_levels_keep_their_mark()
    {
        var chlorine = Plume.Run(Usual with { Thresholds = [], Substance = "chlorine" }, Asked).Value;
        Assert.Contains(chlorine.Sources, source => source.Trust == HazardTrust.FromMemory && source.Citation.Contains("Chlorine", StringComparison.Ordinal));
        Assert.Contains(chlorine.Warnings, warning => warning.StartsWith("From memory", StringComparison.Ordinal));
        Assert.Contains(chlorine.Warnings, warning => warning.Contains("heavier than air", StringComparison.Ordinal));
        var read = Plume.Run(Usual with { Thresholds = [], Substance = "1244" }, Asked).Value;
        Assert.DoesNotContain(read.Sources, source => source.Trust == HazardTrust.FromMemory);
        var acid = Plume.Run(Usual with { Thresholds = [], Substance = "7647-01-0", ExposureMinutes = 10 }, Asked).Value;
        Assert.Contains(acid.Sources, source => source.Trust == HazardTrust.CrossChecked && source.Citation.Contains("Hydrogen chloride", StringComparison.Ordinal));
        Assert.Contains(Plume.Run(Usual with { Thresholds = [], Substance = "7647-01-0" }, Asked).Value.Sources, source => source.Trust == HazardTrust.FromMemory);
    }

    [Fact]
    public void Every_gas_of_the_table_has_levels_that_rise_and_fall_as_levels_do()
    {
        Assert.Equal(17, Substance.All.Count);
        Assert.All(Substance.All, gas =>
        {
            Assert.InRange(gas.MolarMass, 10, 200);
            Assert.All(Aegl.Durations, minutes => Assert.True(Ppm(gas, minutes) is var ppm && ppm.SequenceEqual(ppm.Order()), $"{gas.Name} {minutes} min"));
            Assert.All(Enumerable.Range(1, 3), level => Assert.True(gas.Levels.Where(one => one.Level == level).OrderBy(one => one.Minutes).Select(one => one.Ppm) is var ppm && ppm.SequenceEqual(ppm.OrderDescending()), $"{gas.Name} AEGL-{level}"));
        });

        static IEnumerable<double> Ppm(Substance gas, int minutes) => gas.Levels.Where(one => one.Minutes == minutes).OrderBy(one => one.Level).Select(one => one.Ppm);
    }

    [Fact]
    public void A_threshold_still_reached_where_the_model_ends_has_no_zone_and_says_so()
    {
        var result = Plume.Run(Usual with { Thresholds = [new("near", 10), new("far", 0.001)] }, Asked).Value;
        Assert.Equal("near", Assert.Single(result.Zones).Name);
        Assert.Contains(result.Warnings, warning => warning.StartsWith("HAZ-021", StringComparison.Ordinal) && warning.Contains("far", StringComparison.Ordinal));
        var problem = Assert.Single(Plume.Run(Usual with { Thresholds = [new("far", 0.001)] }, Asked).Problems);
        Assert.Equal(("HAZ-021", "threshold far"), (problem.Code, problem.Field));
    }

    [Fact]
    public void A_threshold_reached_only_at_the_source_has_no_zone_and_says_so()
    {
        var result = Plume.Run(Usual with { Thresholds = [new("close", 5000), new("never", 1e6)], Height = 2 }, Asked).Value;
        Assert.Empty(result.Zones);
        Assert.Contains(result.Warnings, warning => warning.StartsWith("close is reached to about", StringComparison.Ordinal));
        Assert.Contains(result.Warnings, warning => warning.StartsWith("never", StringComparison.Ordinal));
        Assert.Equal("""{"type":"FeatureCollection","features":[]}""", result.ToGeoJson());
    }

    [Fact]
    public void A_threshold_that_is_just_reached_has_no_zone_and_says_so()
    {
        var (greatest, _) = new PlumeContour(new GaussianPlume(1e6, 3, Sigmas.Plume(DispersionScheme.BriggsRural, "D", 60), _ => 60), 0).Greatest();
        var result = Plume.Run(Usual with { Height = 60, Thresholds = [new("top", greatest * (1 - 1e-13))] }, Asked).Value;
        Assert.Empty(result.Zones);
        Assert.Contains(result.Warnings, warning => warning.StartsWith("top is just reached", StringComparison.Ordinal) || warning.StartsWith("top is not reached", StringComparison.Ordinal));
    }

    public static TheoryData<string, string, PlumeRequest> Refusals => new()
    {
        { "HAZ-001", "rate", Usual with { Rate = 0 } },
        { "HAZ-001", "rate", Usual with { Rate = double.NaN } },
        { "HAZ-001", "wind speed", Usual with { WindSpeed = 0.5 } },
        { "HAZ-001", "wind speed", Usual with { WindSpeed = 31 } },
        { "HAZ-001", "wind from", Usual with { WindFrom = 361 } },
        { "HAZ-001", "release height", Usual with { Height = 301 } },
        { "HAZ-001", "release height", Usual with { DepositionVelocity = 0.01 } },
        { "HAZ-001", "deposition velocity", Usual with { DepositionVelocity = 0.2, Height = 10 } },
        { "HAZ-001", "receptor height", Usual with { ReceptorHeight = -1 } },
        { "HAZ-001", "lid", Usual with { Lid = 10 } },
        { "HAZ-001", "averaging time", Usual with { AveragingMinutes = 5 } },
        { "HAZ-001", "wind measured at", Usual with { WindMeasuredAt = 1 } },
        { "HAZ-001", "wind speed at release", Usual with { WindMeasuredAt = 2, Stability = "F", WindSpeed = 30, Height = 300 } },
        { "HAZ-001", "stack gas density", Usual with { Stack = new StackGas(20, 1.3, 1.2) } },
        { "HAZ-001", "threshold asked", Usual with { Thresholds = [new("asked", -1)] } },
        { "HAZ-006", "stability", Usual with { Stability = "G" } },
        { "HAZ-006", "stability", Usual with { Scheme = DispersionScheme.BultynckMalet } },
        { "HAZ-006", "substance", Usual with { Substance = "unobtainium" } },
        { "HAZ-006", "exposure", Usual with { Substance = "chlorine", ExposureMinutes = 45 } },
        { "HAZ-020", "substance", Usual with { Substance = "chlorine", Unit = ReleaseUnit.Activity } },
        { "HAZ-020", "wind measured at", Usual with { Scheme = DispersionScheme.BultynckMalet, Stability = "3", WindMeasuredAt = 69 } },
        { "HAZ-020", "stack gas", Usual with { Scheme = DispersionScheme.BultynckMalet, Stability = "3", Stack = new StackGas(20, 0.9, 1.2) } },
        { "HAZ-022", "threshold", Usual with { Thresholds = [] } },
        { "HAZ-022", "threshold", Usual with { Thresholds = [.. Enumerable.Range(1, 13).Select(number => new HazardThreshold($"t{number}", number))] } },
        { "HAZ-023", "lid", Usual with { Lid = 60, Height = 80 } },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void What_the_model_cannot_do_is_refused_by_name(string code, string field, PlumeRequest request)
    {
        var problem = Assert.Single(Plume.Run(request, Asked).Problems);
        Assert.Equal((code, field), (problem.Code, problem.Field));
        Assert.DoesNotContain("{", problem.In(Language.Fr), StringComparison.Ordinal);
    }

    // A metre up, the first steps of the middle line are still clean: the outline must not run along it there and back.
    [Fact]
    public void A_release_just_above_the_ground_has_an_outline_that_does_not_touch_itself() =>
        Gen.Select(Kinds, Gen.Double[1, 4], Gen.Double[-2, 1]).Sample((kind, height, threshold) =>
        {
            var run = Plume.Run(Usual with { Scheme = kind.Scheme, Stability = kind.Stability, WindSpeed = 3.2, WindFrom = 0.36, Height = height, DepositionVelocity = 0.01, Lid = 400, Thresholds = [new("asked", Math.Pow(10, threshold))] }, Asked);
            Assert.All(run.Ok ? run.Value.Zones : [], zone => Assert.True(zone.Shape.IsValid));
        }, iter: 300);

    [Fact]
    public void Any_request_within_the_ranges_gives_valid_zones_or_a_named_refusal() =>
        Gen.Select(Kinds, Gen.Double[-3, 3], Gen.Double[1, 30], Gen.Double[0, 360], Gen.Double[1, 300], Gen.Double[-2, 4], Gen.Bool).Sample((kind, rate, wind, from, height, threshold, more) =>
        {
            var run = Plume.Run(
                Usual with
                {
                    Scheme = kind.Scheme, Stability = kind.Stability, Rate = Math.Pow(10, rate), WindSpeed = wind, WindFrom = from, Height = height, Thresholds = [new("asked", Math.Pow(10, threshold))],
                    Lid = more ? 400 : null, DepositionVelocity = more ? 0.01 : null,
                },
                Asked);
            Assert.True(run.Ok || run.Problems.All(problem => problem.Code == "HAZ-021"), run.ToString());
            Assert.All(run.Ok ? run.Value.Zones : [], zone => Assert.True(zone.Shape.IsValid && zone.AreaKm2 > 0));
        }, iter: 300);

    static double Figure(HazardResult result, string name) => result.Figures.Single(figure => figure.Name == name).Value;

    // Simpson, 4,000 steps.
    static double Integral(Func<double, double> value, double from, double to)
    {
        const int Steps = 4000;
        var (step, sum) = ((to - from) / Steps, value(from) + value(to));
        for (var at = 1; at < Steps; at++)
        {
            sum += value(from + (at * step)) * (at % 2 == 1 ? 4 : 2);
        }

        return sum * step / 3;
    }
}
