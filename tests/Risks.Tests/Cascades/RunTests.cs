using Belfry.Risks;
using Belfry.Risks.Cascades;
using Xunit;

namespace Belfry.Tests.RisksRoom;

public sealed class RunTests
{
    static CascadeReport Run(CascadeModel model, CascadeSettings settings, params WhatIf[] whatIfs) => Cascade.Run(model, settings, whatIfs, TestContext.Current.CancellationToken);

    static CascadeFile Demonstration() => Cascade.Read(File.ReadAllBytes(Samples.File("demo-32.json"))).Value;

    [Fact]
    public void The_report_is_the_same_to_the_last_digit_with_any_number_of_threads()
    {
        var file = Demonstration();
        // Once with several chunks to a root, once with everything that can be asked.
        foreach (var settings in (CascadeSettings[])[new() { MinRuns = 3_000, MaxRuns = 6_000 }, new() { MinRuns = 100, MaxRuns = 100, Sensitivity = true, PanelDraws = 20, PanelRuns = 20 }])
        {
            var reports = new[] { 1, 2, 7 }.Select(threads => Cascade.Run(file.Model, settings with { Threads = threads }, file.WhatIfs, TestContext.Current.CancellationToken).ToJson()).ToList();
            Assert.Single(reports.Distinct());
        }
    }

    [Fact]
    public void The_demonstration_set_is_whole_and_ends_by_itself()
    {
        var file = Demonstration();
        Assert.Equal((32, 3), (file.Model.Risks.Count, file.Model.Levels));
        var report = Cascade.Run(file with { Settings = file.Settings with { MaxRuns = 4_000 } }, TestContext.Current.CancellationToken);
        Assert.True(report.Conservation.Holds);
        Assert.Empty(report.Adjustments);
        Assert.DoesNotContain(report.Warnings, warning => warning.StartsWith("Super-critical", StringComparison.Ordinal));
        Assert.True(report.WhatIfs.Single().Change.High < 0);
    }

    [Fact]
    public void A_what_if_is_known_far_better_paired_than_apart()
    {
        var settings = new CascadeSettings { MinRuns = 50_000, MaxRuns = 50_000 };
        var report = Run(Samples.Blackout(0.8, 1, 0, 0, 0, 0), settings, new WhatIf("batteries for 72 h", Samples.Blackout(0.2, 1, 0, 0, 0, 0)));
        var change = report.WhatIfs.Single();
        // Exact from the fixture: TEL .872 > .488, WAT .66996 > .65319, WWT .75544 > .75436, FUE .924 > .906.
        var exact = ((0.488 - 0.872) * 40) + ((0.65319 - 0.66996) * 80) + ((0.75436 - 0.75544) * 20) + ((0.906 - 0.924) * 60);
        Assert.InRange(exact, change.Change.Low - 0.05, change.Change.High + 0.05);
        Assert.True((change.Change.High - change.Change.Low) / 2 < change.Unpaired / 2);
        Assert.Equal(0.488, change.Risks.Single(risk => risk.Id == "TEL").PerYear, 2);
        Assert.Equal(report.ImpactPerYear.Value + change.Change.Value, change.ImpactPerYear, 6);
    }

    [Fact]
    public void A_what_if_that_changes_nothing_is_exactly_zero()
    {
        var change = Run(Samples.Blackout(), new CascadeSettings { MaxRuns = 2_000 }, new WhatIf("nothing", Samples.Blackout())).WhatIfs.Single();
        Assert.Equal((0, 0, 0), (change.Change.Value, change.Change.Low, change.Change.High));
        Assert.Empty(change.Risks);
    }

    [Fact]
    public void A_what_if_may_change_a_rate_alone()
    {
        var change = Run(Samples.Blackout(0.8, 1, 0, 0, 0, 0), new CascadeSettings { MaxRuns = 2_000 }, new WhatIf("half as often", Samples.Blackout(0.8, 0.5, 0, 0, 0, 0))).WhatIfs.Single();
        Assert.Equal(-0.5, change.Risks.Single(risk => risk.Id == "PWR").Change.Value, 12);
        Assert.Equal(-change.ImpactPerYear, change.Change.Value, 9);
    }

    [Fact]
    public void A_network_that_brings_down_everything_is_stopped_early_and_said_so()
    {
        var ids = Enumerable.Range(0, 40).Select(at => $"r{at}").ToList();
        var model = CascadeModel.Create(
            1, [.. ids.Select((id, at) => new CascadeRisk(id, null, [1.0], [at]))],
            [.. from cause in ids from effect in ids where cause != effect select new CascadeLink(cause, effect, [[0.1]])]).Value;
        var report = Run(model, new CascadeSettings { MinRuns = 20_000, MaxRuns = 10_000_000, HalfWidth = 0.0001 });
        Assert.Contains(report.Warnings, warning => warning.StartsWith("Super-critical", StringComparison.Ordinal));
        Assert.True(report.Branching > 3.8 && report.Branching < 4);
        Assert.All(report.Roots, root => Assert.Equal(20_000, root.Runs));
    }

    [Fact]
    public void The_budget_bounds_the_work_and_is_said()
    {
        var report = Run(Demonstration().Model, new CascadeSettings { BudgetMillions = 1, HalfWidth = 0.0001 });
        Assert.Contains(report.Warnings, warning => warning.StartsWith("The budget of 1 million", StringComparison.Ordinal));
        Assert.True(report.Cascades < 1_500_000);
    }

    [Fact]
    public void A_root_runs_until_its_errors_are_small_enough()
    {
        var report = Run(Samples.OneLevel("A B", [1, 0], [1, 1], ("A>B", 0.1)), new CascadeSettings());
        var root = report.Roots.Single();
        Assert.True((root.Impact.High - root.Impact.Value) / root.Impact.Value < 0.02);
        // 3,600 runs are needed for 5 % at 0.1; the rounds double, so it stops at 4,000.
        Assert.Equal(4_000, root.Runs);
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public void Sure_and_impossible_things_have_no_interval_and_unseen_ones_do()
    {
        var report = Run(Samples.OneLevel("A B C D", [1, 0, 0, 0], [1, 1, 1, 1], ("A>B", 1), ("A>C", 1e-12)), new CascadeSettings { MaxRuns = 20_000, MinRuns = 20_000 });
        Assert.Equal((1, 1, 1), Interval("B"));
        Assert.Equal((0, 0, 0), Interval("D"));
        Assert.Equal(0, Interval("C").Item1);
        Assert.Equal(1.9e-4, Interval("C").Item3, 5);

        (double, double, double) Interval(string id)
        {
            var rate = report.Risks.Single(risk => risk.Id == id).Levels[0].PerYear;
            return (rate.Value, rate.Low, rate.High);
        }
    }

    [Fact]
    public void The_interval_holds_the_exact_rate_about_95_times_in_100()
    {
        var hit = Enumerable.Range(1, 400).Count(seed =>
        {
            var rate = Run(Samples.OneLevel("A B C", [1, 0.3, 0], [1, 1, 1], ("A>C", 0.2), ("B>C", 0.05)), new CascadeSettings { Seed = seed, MinRuns = 500, MaxRuns = 500, Threads = 1 }).Risks[2].Levels[0].PerYear;
            return rate.Low <= 0.215 && 0.215 <= rate.High;
        });
        Assert.InRange(hit, 365, 395);
    }

    [Fact]
    public void Four_times_the_runs_halve_the_interval()
    {
        double Width(int runs)
        {
            var estimate = Run(Samples.Blackout(), new CascadeSettings { MinRuns = runs, MaxRuns = runs }).ImpactPerYear;
            return estimate.High - estimate.Low;
        }

        Assert.Equal(2, Width(10_000) / Width(40_000), 0.1);
    }

    [Fact]
    public void A_link_that_says_a_worse_cause_is_milder_is_smoothed_and_named()
    {
        var model = CascadeModel.Create(2, [new("A", null, [0, 1], [1, 1]), new("B", null, [0, 0], [1, 1])], [new("A", "B", [[0.8, 0], [0.2, 0]])]).Value;
        var report = Run(model, new CascadeSettings { MaxRuns = 20_000, MinRuns = 20_000 });
        var adjustment = report.Adjustments.Single();
        Assert.Equal(("A", "B"), (adjustment.Cause, adjustment.Effect));
        Assert.Equal(0.3, adjustment.Moved, 12);
        Assert.Equal(0.5, report.Roots[0].Effects.Single(effect => effect.Id == "B").Probability, 1);
        Assert.Contains(report.Warnings, warning => warning.Contains("worse cause", StringComparison.Ordinal));
    }

    [Fact]
    public void Feeding_is_measured_without_running()
    {
        Assert.Equal(0, Branching.Number(Samples.OneLevel("A B C", [1, 0, 0], [0, 0, 0], ("A>B", 0.9), ("B>C", 0.9))));
        Assert.Equal(0.5, Branching.Number(Samples.OneLevel("A B", [1, 0], [0, 0], ("A>B", 0.5), ("B>A", 0.5))), 9);
        Assert.Equal(1, Branching.Number(Samples.OneLevel("A B C", [1, 0, 0], [0, 0, 0], ("A>B", 1), ("B>C", 1), ("C>A", 1))), 9);
    }

    [Fact]
    public void Rates_too_small_for_their_return_period_still_make_a_report()
    {
        var report = Run(Samples.OneLevel("A B", [1e-320, 0], [1, 1], ("A>B", 0.5)), new CascadeSettings { MaxRuns = 2_000 });
        Assert.Null(report.Risks[0].Levels[0].ReturnPeriodYears);
        Assert.True(report.Conservation.Holds);
        Assert.Contains("\"perYear\"", report.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_starts_is_said()
    {
        var report = Run(Samples.OneLevel("A B", [0, 0], [1, 1], ("A>B", 1)), new CascadeSettings());
        Assert.Equal(0, report.Cascades);
        Assert.Contains("No risk has a rate above 0: nothing starts, so nothing was simulated.", report.Warnings);
        Assert.Contains("\"checksum\"", report.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ranks_that_the_panel_cannot_tell_apart_stand_in_one_group()
    {
        const string Json = """{"format":"belfry-cascade-1","levels":1,"risks":[{"id":"big","rates":[1],"impacts":[1000]},{"id":"x","ratesBy":[[0.1],[0.2]],"impacts":[10]},{"id":"y","ratesBy":[[0.1],[0.2]],"impacts":[10]}],"links":[],"run":{"panelDraws":200,"panelRuns":20}}""";
        var groups = Cascade.Run(Samples.Read(Json).Value, TestContext.Current.CancellationToken).Panel!.CannotBeToldApart;
        Assert.Equal(["big", "x+y"], groups.Select(group => string.Join("+", group.Order())));
    }

    [Fact]
    public void A_wish_to_stop_is_heard()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => Cascade.Run(Samples.Blackout(), new CascadeSettings(), ct: stop.Token));
    }
}
