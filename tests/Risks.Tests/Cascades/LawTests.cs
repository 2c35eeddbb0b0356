using Belfry.Risks;
using Belfry.Risks.Cascades;
using CsCheck;
using Xunit;

namespace Belfry.Tests.RisksRoom;

/// <summary>What holds for every network, tried on thousands that nobody chose.</summary>
public sealed class LawTests
{
    static readonly CascadeSettings Short = new() { MinRuns = 300, MaxRuns = 300, Threads = 1 };

    [Fact]
    public void Money_counted_by_roots_equals_money_counted_by_risks() =>
        Samples.Models.Sample(model =>
        {
            var conservation = Cascade.Run(model, Short).Conservation;
            return conservation.Holds;
        }, iter: 200);

    [Fact]
    public void The_walk_agrees_with_the_enumeration_of_every_outcome() =>
        Samples.Models.Sample(model =>
        {
            var roots = Root.Of(model, 1);
            if (roots.Count == 0 || Combinations(model) > 20_000)
            {
                return true;
            }

            const int Runs = 4_000;
            var (exact, tally) = (Exact.Of(model, roots[0].Risk, roots[0].Level), new Simulation(Network.Build(model), Short, default).Fixed([roots[0]], Runs)[0]);
            for (var risk = 0; risk < model.Risks.Count; risk++)
            {
                for (var level = 1; level <= model.Levels; level++)
                {
                    var chance = exact[risk, level];
                    // 5 standard errors: about one false alarm in a million values.
                    if (Math.Abs((tally.Counts[(risk * model.Levels) + level - 1] / (double)Runs) - chance) > (5 * Math.Sqrt(chance * (1 - chance) / Runs)) + (3.0 / Runs))
                    {
                        return false;
                    }
                }
            }

            return true;
        }, iter: 300);

    [Fact]
    public void Removing_a_link_never_makes_any_run_worse() =>
        Gen.Select(Samples.Models, Gen.Int[0, 6]).Where(pair => pair.Item1.Links.Count > 0).Sample((model, which) =>
        {
            var without = CascadeModel.Create(model.Levels, model.Risks, [.. model.Links.Where((_, at) => at != which % model.Links.Count)]).Value;
            var (full, cut) = (new Walk(Network.Build(model)), new Walk(Network.Build(without)));
            return Root.Of(model, 1).All(root => Enumerable.Range(0, 50).All(run =>
            {
                var stream = Draws.Run(root.Stream, run);
                full.Run(root.Risk, root.Level, stream);
                cut.Run(root.Risk, root.Level, stream);
                return Enumerable.Range(0, model.Risks.Count).All(risk => cut.LevelOf(risk) <= full.LevelOf(risk));
            }));
        }, iter: 200);

    [Fact]
    public void Cutting_a_link_in_the_walk_is_the_same_as_leaving_it_out_of_the_model() =>
        Gen.Select(Samples.Models, Gen.Int[0, 6]).Where(pair => pair.Item1.Links.Count > 0).Sample((model, which) =>
        {
            var link = which % model.Links.Count;
            var without = CascadeModel.Create(model.Levels, model.Risks, [.. model.Links.Where((_, at) => at != link)]).Value;
            var (altered, cut) = (new Walk(Network.Build(model)), new Walk(Network.Build(without)));
            return Root.Of(model, 1).All(root => Enumerable.Range(0, 50).All(run =>
            {
                var stream = Draws.Run(root.Stream, run);
                altered.RunAltered(root.Risk, root.Level, stream, link, certain: false);
                cut.Run(root.Risk, root.Level, stream);
                return Enumerable.Range(0, model.Risks.Count).All(risk => cut.LevelOf(risk) == altered.LevelOf(risk));
            }));
        }, iter: 200);

    [Fact]
    public void The_order_of_the_catalogue_changes_no_digit() =>
        Gen.Select(Samples.Models, Gen.Int[0, 1_000_000]).Sample((model, salt) =>
        {
            var shuffled = CascadeModel.Create(
                model.Levels, [.. model.Risks.OrderBy(risk => Draws.Address("shuffle", risk.Id) ^ Draws.Mix((ulong)salt))],
                [.. model.Links.OrderBy(link => Draws.Address("shuffle", link.Cause, link.Effect) ^ Draws.Mix((ulong)salt))]).Value;
            return Cascade.Run(model, Short).Checksum == Cascade.Run(shuffled, Short).Checksum;
        }, iter: 200);

    [Fact]
    public void A_worse_cause_is_never_the_milder_one_after_smoothing_and_sound_rows_stay_as_they_are() =>
        Samples.Models.Where(model => model.Links.Count > 0).Sample(model => model.Links.All(link =>
        {
            var (tails, moved) = Tails.Of(link.Rows);
            var again = Tails.Of([.. tails.Select(tail => (IReadOnlyList<double>)[.. tail.Select((value, k) => value - (k + 1 < tail.Length ? tail[k + 1] : 0))])]);
            return again.Moved < 1e-12 && moved >= 0
                && tails.Zip(tails.Skip(1)).All(pair => pair.First.Zip(pair.Second).All(cell => cell.First <= cell.Second))
                && tails.All(tail => tail.Zip(tail.Skip(1)).All(cell => cell.First >= cell.Second - 1e-15));
        }));

    // BNRA row rule, check value of risk-public 2.4.
    [Fact]
    public void Separate_estimates_become_a_row()
    {
        var row = Tails.FromSeparate([0.5, 0.3, 0.1]);
        Assert.Equal(137 / 360.0, row[0], 15);
        Assert.Equal(137 / 600.0, row[1], 15);
        Assert.Equal(137 / 1800.0, row[2], 15);
        Assert.Equal([0, 0, 0], Tails.FromSeparate([0, 0, 0]));
    }

    static double Combinations(CascadeModel model) => Math.Pow((model.Levels * model.Levels) + 1, model.Links.Count);
}
