using System.Globalization;
using System.Text.Json;
using Belfry.Bench.Risks;
using Belfry.Risks;
using Belfry.Risks.Elicitation;
using CsCheck;
using Xunit;

namespace Belfry.Tests.RisksRoom;

public sealed class ElicitationTests
{
    static JsonElement Golden => GoldenFile.Open(Samples.File("golden-elicitation.json"));

    static List<IReadOnlyList<double>> Items(JsonElement set)
    {
        var coders = set.GetProperty("coders").EnumerateArray().Select(coder => coder.GetString()!.Split(' ')).ToList();
        return [.. Enumerable.Range(0, coders[0].Length).Select(item => (IReadOnlyList<double>)[.. coders.Where(coder => coder[item] != "*").Select(coder => double.Parse(coder[item], CultureInfo.InvariantCulture))])];
    }

    [Fact]
    public void Alpha_equals_the_published_values_to_six_digits()
    {
        var seen = 0;
        foreach (var set in Golden.GetProperty("sets").EnumerateArray())
        {
            foreach (var metric in Enum.GetValues<Krippendorff.Metric>())
            {
                if (set.TryGetProperty(metric.ToString().ToLowerInvariant(), out var value))
                {
                    Assert.InRange(Krippendorff.Alpha(Items(set), metric)!.Value, value.GetDouble() - 5.1e-7, value.GetDouble() + 5.1e-7);
                    seen++;
                }
            }
        }

        Assert.Equal(10, seen);
    }

    [Fact]
    public void Items_equal_the_fixture_and_a_lonely_vote_at_the_end_is_not_green()
    {
        var set = Golden.GetProperty("sets").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "panel5x6");
        var coders = set.GetProperty("coders").EnumerateArray().Select(coder => coder.GetString()!.Split(' ')).ToList();
        var items = Enumerable.Range(0, 6).Select(item => $$"""{"id":"i{{item}}","scores":{{{string.Join(",", coders.Select((coder, at) => $"\"e{at}\":{(coder[item] == "*" ? "null" : coder[item])}"))}} } }""");
        var report = Panel.Read(Samples.Bytes($$"""{"format":"belfry-elicitation-1","scale":{"lowest":1,"highest":5},"experts":["e0","e1","e2","e3","e4"],"items":[{{string.Join(",", items)}}] }""")).Value.Report();
        foreach (var (expected, item) in set.GetProperty("items").EnumerateArray().Zip(report.Items))
        {
            Assert.Equal(expected.GetProperty("median").GetDouble(), item.Statistics!.Median);
            Assert.Equal(expected.GetProperty("iqr7").GetDouble(), item.Statistics.Iqr);
            Assert.Equal(expected.GetProperty("rwg").GetDouble(), item.Statistics.Agreement, 12);
            Assert.Equal(expected.GetProperty("consensus").GetDouble(), item.Statistics.Consensus, 4);
        }

        Assert.Equal(0.8232, report.Reliability.Ordinal!.Value, 6);
        Assert.InRange(report.Reliability.Ordinal.Value, report.Reliability.OrdinalLow!.Value, report.Reliability.OrdinalHigh!.Value);
        Assert.Equal(Colour.Green, report.Items[0].Statistics!.Colour);
        Assert.Equal((Colour.Amber, 1, 0.5), (report.Items[5].Statistics!.Colour, report.Items[5].Statistics!.Far, report.Items[5].Statistics!.Iqr));
    }

    [Fact]
    public void Calibration_equals_the_published_values_to_six_digits()
    {
        var rows = Golden.GetProperty("cooke").GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(9, rows.Count);
        foreach (var row in rows)
        {
            var shares = row.GetProperty("p").EnumerateArray().Select(p => p.GetDouble()).ToArray();
            var hits = row.GetProperty("hits").EnumerateArray().Select(hit => hit.GetInt32()).ToArray();
            Assert.InRange(Cooke.RelativeInformation(hits, shares) - row.GetProperty("I").GetDouble(), -5.1e-6, 5.1e-6);
            Assert.InRange(Cooke.Calibration(hits, shares) - row.GetProperty("C").GetDouble(), -5.1e-7, 5.1e-7);
        }
    }

    // Closed forms: df 1 erfc, df 2 e^(-x/2), df 3 erfc + sqrt(2x/pi) e^(-x/2), df 4 (1 + x/2) e^(-x/2).
    [Fact]
    public void The_chi_square_tail_equals_its_closed_forms() =>
        Gen.Double[0.001, 200].Sample(x =>
        {
            Assert.Equal(Math.Exp(-x / 2), ChiSquare.Above(x, 2), 12);
            Assert.Equal((1 + (x / 2)) * Math.Exp(-x / 2), ChiSquare.Above(x, 4), 12);
            Assert.Equal(ChiSquare.Above(x, 1) + (Math.Sqrt(2 * x / Math.PI) * Math.Exp(-x / 2)), ChiSquare.Above(x, 3), 12);
        });

    [Fact]
    public void The_chi_square_tail_equals_the_tables()
    {
        Assert.Equal(0.05, ChiSquare.Above(3.841458820694124, 1), 12);
        Assert.Equal(0.05, ChiSquare.Above(7.814727903251179, 3), 12);
        Assert.Equal(0.01, ChiSquare.Above(15.08627246938899, 5), 12);
        Assert.Equal(1, ChiSquare.Above(0, 3));
    }

    [Fact]
    public void Experts_are_weighed_by_calibration_and_information_beside_equal_weights()
    {
        var questions = string.Join(",", Enumerable.Range(0, 10).Select(q => $$"""{"id":"q{{q}}","truth":{{q * 10}},"answers":{"wide":[{{(q * 10) - (q == 0 ? -1 : 50)}},{{(q * 10) + (q % 2 == 0 ? 1.5 : -1)}},{{(q * 10) + (q == 9 ? -0.5 : 50)}}],"sure":[{{(q * 10) + 3}},{{(q * 10) + 4}},{{(q * 10) + 5}}],"none":null} }"""));
        var report = Panel.Read(Samples.Bytes($$"""{"format":"belfry-elicitation-1","scale":{"lowest":1,"highest":5},"experts":["wide","sure","none"],"items":[],"seedQuestions":{"quantiles":[0.05,0.5,0.95],"cutoff":0.05,"questions":[{{questions}}] } }""")).Value.Report();
        var (wide, sure, none) = (report.Calibration![0], report.Calibration[1], report.Calibration[2]);
        Assert.Equal([1, 4, 4, 1], wide.Hits);
        Assert.Equal(0.828308, wide.Calibration, 6);
        Assert.True(sure.Information > wide.Information && sure.Calibration < 0.001);
        Assert.Equal((1, 0, 0), (wide.Weight, sure.Weight, none.Weight));
        Assert.All(report.Calibration, expert => Assert.Equal(1 / 3.0, expert.EqualWeight, 12));
        Assert.Equal(0, none.Answered);
    }

    // Flat background over [0, 10] widened by a tenth to [-1, 11]; quantiles 2, 5, 8: ln 12 + Σ p ln(p / width).
    [Fact]
    public void Information_is_measured_against_a_flat_range()
    {
        var seeds = new SeedQuestions([0.05, 0.5, 0.95], 0.1, 0, [new("q", 10, false, [[2, 5, 8], [0, 1, 3]])]);
        var expected = Math.Log(12) + (0.05 * Math.Log(0.05 / 3)) + (0.45 * Math.Log(0.45 / 3)) + (0.45 * Math.Log(0.45 / 3)) + (0.05 * Math.Log(0.05 / 3));
        Assert.Equal(expected, Cooke.Information(seeds, 0), 12);
    }

    [Fact]
    public void Answers_that_cannot_be_told_apart_carry_no_information_and_break_nothing()
    {
        var report = Panel.Read(Samples.Bytes("""{"format":"belfry-elicitation-1","scale":{"lowest":1,"highest":5},"experts":["a"],"items":[],"seedQuestions":{"quantiles":[0.5],"questions":[{"id":"q","truth":1,"answers":{"a":[1]}}]}}""")).Value.Report();
        Assert.Equal(0, report.Calibration!.Single().Information);
        Assert.Contains("\"information\": 0", report.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_than_three_scores_show_nothing()
    {
        var item = Panel.Read(Samples.Bytes("""{"format":"belfry-elicitation-1","scale":{"lowest":1,"highest":5},"experts":["a","b","c"],"items":[{"id":"i","scores":{"a":1,"b":5}}]}""")).Value.Report().Items[0];
        Assert.Equal((2, 1), (item.Scored, item.Abstained));
        Assert.Null(item.Statistics);
    }

    [Fact]
    public void Bounds_are_stretched_to_90_percent_and_kept_on_the_scale()
    {
        Assert.Equal((1.875, 4.5), Agreement.To90(new Score(3, 2, 4.5, 80), 1, 4.5));
        Assert.Equal((3, 3), Agreement.To90(new Score(3), 1, 5));
    }

    [Fact]
    public void Camps_are_seen_and_a_round_stops_when_nobody_moves()
    {
        Assert.True(Agreement.IsBimodal([2, 0, 0, 1, 2]));
        Assert.False(Agreement.IsBimodal([2, 0, 1, 0, 2]));
        Assert.False(Agreement.IsBimodal([0, 0, 2, 3, 0]));
        Assert.True(Round("""{"a":3,"b":3,"c":4}""", """{"a":3,"b":3,"c":4}"""));
        Assert.False(Round("""{"a":3,"b":4,"c":4}""", """{"a":3,"b":3,"c":4}"""));
        Assert.False(Round("""{"a":2,"b":3,"c":5}""", """{"a":3,"b":3,"c":4}"""));

        static bool Round(string now, string before) => Panel.Read(Samples.Bytes($$"""
            {"format":"belfry-elicitation-1","scale":{"lowest":1,"highest":5},"experts":["a","b","c"],"items":[{"id":"i","scores":{{now}},"previous":{{before}}}]}
            """)).Value.Report().Items[0].Statistics!.Settled!.Value;
    }

    [Fact]
    public void Agreement_is_perfect_when_all_say_the_same_and_alpha_then_has_nothing_to_say()
    {
        var report = Panel.Read(Samples.Bytes("""{"format":"belfry-elicitation-1","scale":{"lowest":1,"highest":5},"experts":["a","b","c"],"items":[{"id":"i","scores":{"a":3,"b":3,"c":3}}]}""")).Value.Report();
        Assert.Equal((1, 1), (report.Items[0].Statistics!.Agreement, report.Items[0].Statistics!.Consensus));
        Assert.Null(report.Reliability.Ordinal);
        Assert.DoesNotContain("NaN", report.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_the_panel_at_each_end_is_no_consensus() => Assert.Equal(0, Agreement.Consensus([1, 1, 5, 5], 4), 12);

    [Theory]
    [InlineData("""{"format":"belfry-elicitation-1","scale":{"lowest":5,"highest":1},"experts":[],"items":[]}""", "RISK-018 $.scale")]
    [InlineData("""{"format":"belfry-elicitation-1","scale":{"lowest":1,"highest":5},"experts":["a","a"],"items":[]}""", "RISK-008 $.experts[1]")]
    [InlineData("""{"format":"belfry-elicitation-1","scale":{"lowest":1,"highest":5},"experts":["a"],"items":[{"id":"i","scores":{"z":1}}]}""", "RISK-019 $.items[0].scores.z")]
    [InlineData("""{"format":"belfry-elicitation-1","scale":{"lowest":1,"highest":5},"experts":["a"],"items":[{"id":"i","scores":{"a":6}}]}""", "RISK-006 $.items[0].scores.a")]
    [InlineData("""{"format":"belfry-elicitation-1","scale":{"lowest":1,"highest":5},"experts":["a"],"items":[{"id":"i","scores":{"a":2.25}}]}""", "RISK-005 $.items[0].scores.a")]
    [InlineData("""{"format":"belfry-elicitation-1","scale":{"lowest":1,"highest":5},"experts":["a"],"items":[{"id":"i","scores":{"a":{"lower":4,"best":3}}}]}""", "RISK-018 $.items[0].scores.a")]
    [InlineData("""{"format":"belfry-elicitation-1","scale":{"lowest":1,"highest":5},"experts":["a"],"items":[{"id":"i","scores":{}},{"id":"i","scores":{}}]}""", "RISK-008 $.items[1].id")]
    [InlineData("""{"format":"belfry-elicitation-1","scale":{"lowest":1,"highest":5},"experts":["a"],"items":[{"id":"i","quantity":"horses","scores":{}}]}""", "RISK-005 $.items[0].quantity")]
    [InlineData("""{"format":"belfry-elicitation-1","scale":{"lowest":1,"highest":5},"experts":["a"],"items":[],"seedQuestions":{"quantiles":[0.5,0.5],"questions":[]}}""", "RISK-018 $.seedQuestions.quantiles")]
    [InlineData("""{"format":"belfry-elicitation-1","scale":{"lowest":1,"highest":5},"experts":["a"],"items":[],"seedQuestions":{"quantiles":[0.5],"questions":[{"id":"q","truth":1,"answers":{"a":[1,2]}}]}}""", "RISK-011 $.seedQuestions.questions[0].answers.a")]
    public void A_bad_panel_is_refused_at_its_place(string json, string places) => Assert.Equal(places, string.Join(",", Samples.Places(Panel.Read(Samples.Bytes(json)).Problems)));

    [Fact]
    public void Alpha_is_one_when_all_agree_and_does_not_depend_on_the_order_of_experts() =>
        Gen.Int[1, 5].Array[2, 6].Array[1, 8].Sample(items =>
        {
            var scores = items.Select(item => (IReadOnlyList<double>)[.. item.Select(score => (double)score)]).ToList();
            var same = items.Select(item => (IReadOnlyList<double>)[.. item.Select(_ => (double)item[0])]).ToList();
            var alpha = Krippendorff.Alpha(scores, Krippendorff.Metric.Ordinal);
            var turned = Krippendorff.Alpha([.. scores.Select(item => (IReadOnlyList<double>)[.. item.Reverse()])], Krippendorff.Metric.Ordinal);
            return Krippendorff.Alpha(same, Krippendorff.Metric.Ordinal) is null or (> 0.999999999 and < 1.000000001)
                && (alpha is null ? turned is null : Math.Abs(alpha.Value - turned!.Value) < 1e-9 && alpha <= 1 + 1e-12);
        });
}
