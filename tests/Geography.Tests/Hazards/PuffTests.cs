using Belfry.Geography;
using Belfry.Geography.Hazards;
using CsCheck;
using NetTopologySuite.Geometries;
using Xunit;
using Position = Belfry.Geography.Position;

namespace Belfry.Tests.Geography.Hazards;

public sealed class PuffTests
{
    static readonly HazardCase Asked = new("tester", DateTimeOffset.UnixEpoch, Position.Of(50.8467, 4.3525).Value);

    static readonly PuffRequest Usual = new() { Amount = 100, WindSpeed = 3, WindFrom = 180, Stability = "D", Thresholds = [new("asked", 10)] };

    static readonly Gen<string> Stabilities = Gen.OneOf("A", "B", "C", "D", "E", "F");

    [Fact]
    public void A_puff_holds_what_was_let_loose() =>
        Gen.Select(Stabilities, Gen.Double[100, 10_000], Gen.Double[0, 200]).Sample((stability, middle, height) =>
        {
            var sigmas = Sigmas.Puff(stability);
            var puff = new GaussianPuff(1, sigmas, height);
            var (sum, steps, top) = (0.0, 4000, height + (9 * sigmas.Z(middle)));
            for (var at = 0; at < steps; at++)
            {
                sum += puff.Middle(middle, (at + 0.5) * top / steps) * top / steps;
            }

            Assert.Equal(1, sum * 2 * Math.PI * sigmas.Y(middle) * sigmas.Y(middle), 1e-4);
        }, iter: 200);

    [Fact]
    public void The_outline_holds_every_moment_and_no_more()
    {
        var result = Puff.Run(Usual, Asked).Value;
        var shape = Assert.Single(result.Zones).Shape;
        var puff = new GaussianPuff(1e8, Sigmas.Puff("D"), 0);
        // The wind comes from the south: along is north.
        var plane = new LocalPlane(Asked.At!.Value, 0);
        var moments = Enumerable.Range(0, 4000).Select(at => Math.Pow(10_000, at / 4000.0)).ToArray();
        Assert.Equal(10, moments.Max(middle => puff.At(Reach(result), 0, 0, middle)), 0.01);
        Gen.Select(Gen.Double[20, 6000], Gen.Double[-300, 300]).Sample((x, y) =>
        {
            var most = moments.Max(middle => puff.At(x, y, 0, middle));
            if (Math.Abs(most - 10) > 0.05)
            {
                Assert.Equal(most > 10, shape.Contains(new Point(plane.At(x, y))));
            }
        }, iter: 500);
    }

    [Fact]
    public void Twice_the_amount_reaches_further_and_the_wind_only_says_when() =>
        Gen.Select(Stabilities, Gen.Double[-1, 2], Gen.Double[1, 30]).Sample((stability, power, wind) =>
        {
            var request = Usual with { Stability = stability, Amount = Math.Pow(10, power) };
            var (once, twice, faster) = (Puff.Run(request, Asked), Puff.Run(request with { Amount = 2 * request.Amount }, Asked), Puff.Run(request with { WindSpeed = wind }, Asked));
            if (once.Ok && twice.Ok && once.Value.Zones.Count == 1)
            {
                Assert.True(Reach(twice.Value) > Reach(once.Value));
                Assert.Equal(Reach(once.Value), Reach(faster.Value));
                Assert.Equal(3 * once.Value.Tables[0].Rows[3][2]!.Value, wind * faster.Value.Tables[0].Rows[3][2]!.Value, 1e-6);
            }
        }, iter: 50);

    static double Reach(HazardResult result) => result.Figures.Single(figure => figure.Name == "reach of asked").Value;

    public static TheoryData<string, string, PuffRequest> Refusals => new()
    {
        { "HAZ-001", "amount", Usual with { Amount = 1e7 } },
        { "HAZ-001", "wind speed", Usual with { WindSpeed = 0 } },
        { "HAZ-001", "wind from", Usual with { WindFrom = -1 } },
        { "HAZ-001", "release height", Usual with { Height = 500 } },
        { "HAZ-001", "receptor height", Usual with { ReceptorHeight = 500 } },
        { "HAZ-006", "stability", Usual with { Stability = "1" } },
        { "HAZ-021", "threshold asked", Usual with { Thresholds = [new("asked", 1e-6)] } },
        { "HAZ-022", "threshold", Usual with { Thresholds = [] } },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void What_the_model_cannot_do_is_refused_by_name(string code, string field, PuffRequest request)
    {
        var problem = Assert.Single(Puff.Run(request, Asked).Problems);
        Assert.Equal((code, field), (problem.Code, problem.Field));
    }

    [Fact]
    public void Any_request_within_the_ranges_gives_valid_zones_or_a_named_refusal() =>
        Gen.Select(Stabilities, Gen.Double[-6, 6], Gen.Double[0, 300], Gen.Double[-2, 4], Gen.Double[0, 360]).Sample((stability, amount, height, threshold, from) =>
        {
            var run = Puff.Run(Usual with { Stability = stability, Amount = Math.Pow(10, amount), Height = height, WindFrom = from, Thresholds = [new("asked", Math.Pow(10, threshold))] }, Asked);
            Assert.True(run.Ok || run.Problems.All(problem => problem.Code == "HAZ-021"), run.ToString());
            Assert.All(run.Ok ? run.Value.Zones : [], zone => Assert.True(zone.Shape.IsValid && zone.AreaKm2 > 0));
        }, iter: 100);
}
