using Belfry.Kernel;
using Belfry.Risks;
using Belfry.Risks.Cascades;
using Xunit;

namespace Belfry.Tests.RisksRoom;

/// <summary>The fifteen defects found in the public assessment software (risk-public.md 0): each a test that it does not live here.</summary>
public sealed class DefectTests
{
    static readonly CascadeSettings Short = new() { MinRuns = 20_000, MaxRuns = 20_000, Threads = 1 };

    static CascadeReport Run(CascadeModel model, CascadeSettings? settings = null, params WhatIf[] whatIfs) => Cascade.Run(model, settings ?? Short, whatIfs, TestContext.Current.CancellationToken);

    static double Rate(CascadeReport report, string id, int level = 1) => report.Risks.Single(risk => risk.Id == id).Levels[level - 1].PerYear.Value;

    static IReadOnlyList<IReadOnlyList<double>> At(int from, int to, double chance) => [.. Enumerable.Range(1, 3).Select(j => (IReadOnlyList<double>)[.. Enumerable.Range(1, 3).Select(k => j == from && k == to ? chance : 0)])];

    [Fact]
    public void Bnra_D1_The_worst_trigger_wins_in_whatever_order_the_catalogue_stands()
    {
        // Exact: B is extreme when both links over C fire, 0.5 × 0.7; where the first trigger wins, A makes B considerable before C can.
        CascadeLink[] links = [new("A", "B", At(3, 1, 0.6)), new("A", "C", At(3, 3, 0.5)), new("C", "B", At(3, 3, 0.7))];
        var checksums = new HashSet<string>();
        foreach (var order in (string[])["A B C", "C B A", "B A C"])
        {
            foreach (var arrows in (CascadeLink[][])[links, [.. links.Reverse()]])
            {
                var model = CascadeModel.Create(3, [.. order.Split(' ').Select(id => new CascadeRisk(id, null, [0, 0, id == "A" ? 1.0 : 0], [1, 1, 1]))], arrows).Value;
                var report = Run(model);
                Assert.Equal(0.35, Rate(report, "B", 3), 0.012);
                checksums.Add(report.Checksum);
            }
        }

        Assert.Single(checksums);
    }

    [Fact]
    public void Bnra_D2_A_published_number_can_be_made_again()
    {
        var first = Run(Samples.Blackout());
        Assert.Equal(first.ToJson(), Run(Samples.Blackout()).ToJson());
        Assert.NotEqual(first.Checksum, Run(Samples.Blackout(), Short with { Seed = 2 }).Checksum);
        Assert.Equal(1, first.Seed);
        Assert.Equal(Cascade.Engine, first.Engine);
    }

    [Fact]
    public void Bnra_D3_A_root_of_once_in_50_000_years_is_known_as_well_as_a_yearly_one()
    {
        var rare = Run(Samples.OneLevel("A B", [1 / 50_000.0, 0], [1, 1], ("A>B", 0.5)));
        var yearly = Run(Samples.OneLevel("A B", [1, 0], [1, 1], ("A>B", 0.5)));
        var (low, high) = (rare.Risks[1].Levels[0].PerYear, yearly.Risks[1].Levels[0].PerYear);
        Assert.Equal((high.High - high.Low) / high.Value, (low.High - low.Low) / low.Value, 9);
        Assert.True((low.High - low.Low) / low.Value < 0.04);
    }

    [Fact]
    public void Bnra_D4_Rates_are_not_rounded_and_rare_risks_keep_their_causes()
    {
        var report = Run(Samples.OneLevel("A B", [1 / 80_000.0, 0], [1, 1], ("A>B", 1)));
        Assert.Equal(80_000, report.Risks[1].Levels[0].ReturnPeriodYears!.Value, 6);
        Assert.Equal(1, report.Risks[1].Causes.Single().Share);
        Assert.All(report.Risks.SelectMany(risk => risk.Causes), cause => Assert.True(double.IsFinite(cause.Share)));
    }

    [Fact]
    public void Bnra_D5_Renaming_or_translating_a_risk_changes_nothing_and_corrections_are_signed_records()
    {
        const string Json = """{"format":"belfry-cascade-1","levels":1,"risks":[{"id":"met","name":"NAME","rates":[0.1],"impacts":[5]}],"links":[]CORRECTIONS}""";
        var english = Cascade.Run(Samples.Read(Json.Replace("NAME", "Meteorite", StringComparison.Ordinal).Replace("CORRECTIONS", "", StringComparison.Ordinal)).Value, TestContext.Current.CancellationToken);
        var french = Cascade.Run(Samples.Read(Json.Replace("NAME", "Météorite", StringComparison.Ordinal).Replace("CORRECTIONS", "", StringComparison.Ordinal)).Value, TestContext.Current.CancellationToken);
        Assert.Equal((0.5, english.Checksum), (french.ImpactPerYear.Value, french.Checksum));

        const string Record = ""","corrections":[{"risk":"met","what":"rates","factor":0.01,"reason":"Class 1 is too coarse here","by":"panel 4","on":"2026-03-01"}]""";
        var corrected = Cascade.Run(Samples.Read(Json.Replace("CORRECTIONS", Record, StringComparison.Ordinal)).Value, TestContext.Current.CancellationToken);
        Assert.Equal(0.005, corrected.ImpactPerYear.Value, 12);
        Assert.Equal("Class 1 is too coarse here", corrected.Corrections.Single().Reason);

        var unsigned = Samples.Read(Json.Replace("CORRECTIONS", ""","corrections":[{"risk":"met","what":"rates","factor":0.01}]""", StringComparison.Ordinal));
        Assert.Equal(["RISK-004 $.corrections[0]", "RISK-004 $.corrections[0]", "RISK-004 $.corrections[0]"], Samples.Places(unsigned.Problems));
    }

    [Fact]
    public void Bnra_D6_The_noise_is_half_a_class_at_95_percent() => Assert.Equal(0.5, 1.96 * Bnra2026.ClassNoise, 3);

    [Fact]
    public void Bnra_D7_One_function_gives_the_centre_of_a_class_and_goes_both_ways()
    {
        Assert.InRange(Bnra2026.Euro(3), 65.6e6, 65.8e6);
        for (var impact = 0.0; impact <= 7.5; impact += 0.125)
        {
            Assert.Equal(impact, Bnra2026.ImpactClass(Bnra2026.Euro(impact)), 9);
        }
    }

    [Fact]
    public void Bnra_D8_One_expert_does_not_move_the_class_shown_and_money_is_pooled_as_money()
    {
        var panel = Panel.Read(Samples.Bytes("""
            {"format":"belfry-elicitation-1","scale":{"lowest":0,"highest":7},"experts":["a","b","c","d"],"items":[
              {"id":"money","quantity":"impact2026","scores":{"a":2,"b":2,"c":2,"d":5}},
              {"id":"often","quantity":"likelihood2026","scores":{"a":2,"b":2,"c":2,"d":5}}]}
            """)).Value.Report();
        Assert.All(panel.Items, item => Assert.Equal((2, Colour.Red), (item.Statistics!.Median, item.Statistics.Colour)));
        Assert.Equal(4.28, panel.Items[0].Statistics!.Pooled!.Class, 2);
        Assert.Equal(6.6, 1 / panel.Items[1].Statistics!.Pooled!.Value, 1);
    }

    [Fact]
    public void Bnra_D9_What_is_called_a_probability_never_passes_one()
    {
        var report = Run(Samples.Blackout(0.8, 1, 0, 0, 0, 0));
        // The sum over causes of P(cause)·P(effect | cause), with the true probabilities, as the formula was published.
        var telecom = 0.8 + (0.924 * 0.4) + (0.872 * 0.3 * 0.4) + (1 * 0.05);
        Assert.True(telecom > 1);
        Assert.Equal(0.872, report.Roots[0].Effects.Single(effect => effect.Id == "TEL").Probability, 2);
        Assert.All(report.Roots.SelectMany(root => root.Effects), effect => Assert.InRange(effect.Probability, 0, 1));
    }

    [Fact]
    public void Bnra_D10_Money_counted_from_both_ends_agrees_and_nothing_is_counted_twice()
    {
        var report = Run(Samples.Blackout(), new CascadeSettings { MinRuns = 200_000, MaxRuns = 200_000 });
        Assert.True(report.Conservation.Holds);
        var error = (report.ImpactPerYear.High - report.ImpactPerYear.Low) / 2 / 1.96;
        Assert.InRange(report.ImpactPerYear.Value, 23.863632 - (3.5 * error), 23.863632 + (3.5 * error));
        Assert.True(error < 0.02);
        var twice = report.Risks.Sum(risk => risk.Levels[0].PerYear.Value * report.Roots.Single(root => root.Id == risk.Id).Impact.Value);
        Assert.Equal(38.22, twice, 0);
    }

    [Fact]
    public void Bnra_D11_An_actor_keeps_one_strength_for_a_whole_draw_of_the_panel()
    {
        const string Json = """{"format":"belfry-cascade-1","levels":3,"risks":[{"id":"group","actor":{"threeYear":0.5,"capability":[1,1,1]},"impacts":[1,10,100]}],"links":[],"run":{"panelDraws":300,"panelRuns":20}}""";
        var panel = Cascade.Run(Samples.Read(Json).Value, TestContext.Current.CancellationToken).Panel!;
        var rate = -Math.Log(0.5) / 3;
        Assert.Equal(rate * 100, panel.ImpactPerYear.P95, 9);
        Assert.Equal(rate * 1, panel.ImpactPerYear.P5, 9);
        Assert.True(panel.BetweenVariance > 0 && panel.WithinVariance == 0);
    }

    [Fact]
    public void Bnra_D12_The_spread_of_the_experts_reaches_the_result()
    {
        const string Json = """{"format":"belfry-cascade-1","levels":1,"risks":[{"id":"a","ratesBy":[[0.01],[0.1],[1]],"impacts":[10]},{"id":"b","impacts":[10]}],"links":[{"cause":"a","effect":"b","pBy":[0.1,0.9]}],"run":{"panelDraws":400,"panelRuns":200}}""";
        var report = Cascade.Run(Samples.Read(Json).Value, TestContext.Current.CancellationToken);
        Assert.Equal(0.37, report.Risks[0].Levels[0].PerYear.Value, 12);
        Assert.InRange(report.Panel!.Risks[0].AnyPerYear.P5, 0.0099, 0.0101);
        Assert.InRange(report.Panel.Risks[0].AnyPerYear.P95, 0.99, 1.01);
        Assert.True(report.Panel.BetweenVariance > 100 * report.Panel.WithinVariance);
        Assert.True(report.ImpactPerYear.Low < report.ImpactPerYear.Value && report.ImpactPerYear.Value < report.ImpactPerYear.High);
    }

    [Fact]
    public void Bnra_D13_Misprints_of_scales_are_found()
    {
        static ScaleClass Class(int number, double? lower, double? upper, string text = "t") => new(number, lower, upper, Enum.GetValues<Language>().ToDictionary(language => language, _ => text));

        // Sb2 10,001-50,000 after Sb1 < 5,000; Ea2 from 51 after Ea1 < 500; Sb3 1,000,001-1,000,000; Sd1 without text.
        Assert.Equal(["RISK-014 $.classes[1]"], Samples.Places(new ScaleSet("v", "Sb", "d", [Class(1, 0, 5_000), Class(2, 10_001, 50_000)]).Check()));
        Assert.Equal(["RISK-014 $.classes[1]"], Samples.Places(new ScaleSet("v", "Ea", "d", [Class(1, 0, 500), Class(2, 51, 600)]).Check()));
        Assert.Equal(["RISK-015 $.classes[1]"], Samples.Places(new ScaleSet("v", "Sb", "d", [Class(2, 0, 1_000_001), Class(3, 1_000_001, 1_000_000)]).Check()));
        Assert.Equal(Enumerable.Repeat("RISK-016 $.classes[0].text", 4), Samples.Places(new ScaleSet("v", "Sd", "d", [Class(1, null, null, ""), Class(2, null, null)]).Check()));
        Assert.Equal(["RISK-017 $.classes[1].class"], Samples.Places(new ScaleSet("v", "Sd", "d", [Class(1, 0, 1), Class(3, 1, 2)]).Check()));
        Assert.Equal(["RISK-020 $.classes[0].upper"], Samples.Places(new ScaleSet("v", "Sd", "d", [Class(1, 0, null), Class(2, 1, null)]).Check()));
    }

    [Fact]
    public void Bnra_D14_Lines_of_equal_risk_have_the_slope_of_the_scales()
    {
        Assert.Equal(-0.835, Bnra2026.IsoRiskSlope, 3);
        // One impact class more and 0.835 likelihood classes less is the same euro a year.
        Assert.Equal(Bnra2026.Rate(3) * Bnra2026.Euro(4), Bnra2026.Rate(3 + Bnra2026.IsoRiskSlope) * Bnra2026.Euro(5), 3);
    }

    [Fact]
    public void Bnra_D15_The_noise_lifts_the_mean_by_a_stated_factor_and_median_and_mean_are_both_shown()
    {
        Assert.Equal(1.127, Bnra2026.MeanLift, 3);
        var root = Run(Samples.OneLevel("A B", [1, 0], [1, 1_000], ("A>B", 0.1))).Roots[0];
        Assert.InRange(root.Impact.Value, 90, 115);
        Assert.InRange(root.Median, 0.96, 1.04);
    }
}
