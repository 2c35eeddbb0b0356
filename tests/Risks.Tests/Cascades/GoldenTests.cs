using Belfry.Bench.Risks;
using Belfry.Risks;
using Belfry.Risks.Cascades;
using Xunit;

namespace Belfry.Tests.RisksRoom;

/// <summary>Networks whose answers are known as fractions: data/risks/golden-cascade.json.</summary>
public sealed class GoldenTests
{
    // As the fixture was checked: with some sixty values, the largest |z| of a sound engine is about 2.6.
    const int Runs = 1_000_000;

    public static TheoryData<string> Ids() => [.. GoldenFile.Cases(Samples.File("golden-cascade.json")).Select(one => one.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_golden_network_is_walked_within_three_standard_errors_and_enumerated_to_the_last_digit(string id)
    {
        var golden = GoldenFile.Cases(Samples.File("golden-cascade.json")).Single(one => one.Id == id);
        var exact = Exact.Of(golden.Model, golden.Root, golden.Level);
        var tally = Samples.Walked(golden.Model, Runs)[0];
        Assert.NotEmpty(golden.Expected);
        foreach (var (risk, level, chance, _) in golden.Expected)
        {
            Assert.Equal(chance, exact[risk, level], 12);
            var simulated = tally.Counts[(risk * golden.Model.Levels) + level - 1] / (double)Runs;
            Assert.True(Math.Abs(simulated - chance) <= 3 * Math.Sqrt(chance * (1 - chance) / Runs), $"{id} {golden.Model.Risks[risk].Id} at {level}: {simulated}, exact {chance}");
        }
    }

    [Fact]
    public void What_a_link_is_worth_matches_the_exact_importance_table()
    {
        var table = GoldenFile.Open(Samples.File("golden-cascade.json")).GetProperty("birnbaum_G8_root_PWR").GetProperty("values");
        string[] ids = ["PWR", "TEL", "WAT", "WWT", "FUE"];
        for (var node = 1; node < ids.Length; node++)
        {
            // An impact of 1 on one node and 0 elsewhere turns the yearly impact into the chance of that node.
            var model = Samples.Blackout(0.8, 1, 0, 0, 0, 0);
            model = CascadeModel.Create(1, [.. model.Risks.Select((risk, at) => risk with { Impacts = [at == node ? 1.0 : 0] })], model.Links).Value;
            var report = Cascade.Run(model, new CascadeSettings { MinRuns = 5_000, MaxRuns = 5_000, Sensitivity = true, Threads = 1 }, ct: TestContext.Current.CancellationToken);
            foreach (var link in report.Links!)
            {
                var expected = table.GetProperty($"{link.Cause}->{link.Effect}").TryGetProperty(ids[node], out var value) ? value.GetDouble() : 0;
                var found = link.SavedIfCut.Value + link.AddedIfCertain.Value;
                Assert.True(Math.Abs(found - expected) <= 3.5 * Math.Sqrt(Math.Max(expected * (1 - expected), 1e-4) / 5_000), $"{link.Cause}->{link.Effect} on {ids[node]}: {found}, exact {expected}");
            }
        }
    }
}
