using System.Globalization;
using Belfry.Risks;
using Belfry.Risks.Scales;
using CsCheck;
using Xunit;

namespace Belfry.Tests.RisksRoom;

public sealed class ScaleTests
{
    [Fact]
    public void The_shipped_scales_join_without_gap_or_overlap()
    {
        var scales = ScaleReader.Table(File.ReadLines(Samples.File("scales.tsv")));
        Assert.Contains(scales, scale => (scale.Version, scale.Scale) == ("2026-V2", "Ha"));
        Assert.Equal(149, scales.Sum(scale => scale.Classes.Count));
        Assert.Empty(scales.SelectMany(scale => ScaleCheck.Of(scale, scale.Version + scale.Scale, texts: false)));
    }

    // risk-public 2.1: return periods, probabilities within 5 and 3 years.
    [Theory]
    [InlineData(1, 9_487, 0.053, 0.032)]
    [InlineData(2, 949, 0.526, 0.316)]
    [InlineData(3, 94.9, 5.134, 3.113)]
    [InlineData(4, 9.49, 40.97, 27.11)]
    [InlineData(5, 0.949, 99.49, 95.77)]
    public void Likelihood_of_2023(double likelihood, double years, double in5, double in3)
    {
        Assert.InRange(Bnra2023.ReturnPeriodYears(likelihood) / years, 0.9994, 1.0006);
        Assert.Equal(in5, 100 * Bnra2023.Within(5, likelihood), in5 > 10 ? 2 : 3);
        Assert.Equal(in3, 100 * Bnra2023.Within(3, likelihood), in3 > 10 ? 2 : 3);
    }

    [Theory]
    [InlineData(1, 16_318, 1.41e6)]
    [InlineData(2, 1_636, 9.63e6)]
    [InlineData(3, 164, 65.7e6)]
    [InlineData(4, 16.4, 448e6)]
    [InlineData(5, 1.65, 3.06e9)]
    [InlineData(6, 0.165, 20.8e9)]
    [InlineData(7, 0.0166, 142e9)]
    public void Classes_of_2026(double of, double years, double euro)
    {
        Assert.InRange(Bnra2026.ReturnPeriodYears(of) / years, 0.995, 1.005);
        Assert.InRange(Bnra2026.Euro(of) / euro, 0.995, 1.005);
    }

    [Fact]
    public void The_shipped_centres_are_those_of_the_functions()
    {
        foreach (var cells in File.ReadLines(Samples.File("scales.tsv")).Skip(1).Select(line => line.Split('\t')).Where(cells => cells[0] == "2026-V2" && cells[1] is ("P" or "CP" or "M")))
        {
            var (of, centre) = (double.Parse(cells[2], CultureInfo.InvariantCulture), double.Parse(cells[6], CultureInfo.InvariantCulture));
            Assert.Equal(centre, cells[1] == "P" ? Bnra2026.ReturnPeriodYears(of) : Bnra2026.Probability(of), 6e-5);
        }
    }

    [Fact]
    public void Every_function_goes_both_ways_and_rises() =>
        Gen.Select(Gen.Double[0.01, 7.4], Gen.Double[0.001, 0.09]).Sample((at, more) =>
        {
            Assert.Equal(at, Bnra2026.LikelihoodClass(Bnra2026.ReturnPeriodYears(at)), 9);
            Assert.Equal(at, Bnra2026.ImpactClass(Bnra2026.Euro(at)), 9);
            Assert.Equal(at, Bnra2026.ConditionalClass(Bnra2026.Probability(at)), 9);
            Assert.Equal(at, Bnra2023.LikelihoodClass(Bnra2023.ReturnPeriodYears(at)), 9);
            Assert.True(Bnra2026.Euro(at + more) > Bnra2026.Euro(at) && Bnra2026.Probability(at + more) > Bnra2026.Probability(at) && Bnra2026.Rate(at + more) > Bnra2026.Rate(at));
        });

    [Fact]
    public void The_ends_of_the_scales_are_certain()
    {
        Assert.Equal((0, 1), (Bnra2026.Probability(0), Bnra2026.Probability(7.5)));
        Assert.Equal((0, 0), (Bnra2026.Rate(0), Bnra2026.Euro(0)));
        Assert.Equal(1, Bnra2023.TotalImpact(8e8), 12);
    }

    [Fact]
    public void A_file_of_scales_is_read_and_its_faults_stand_at_their_place()
    {
        const string Text = "\"text\":{\"nl\":\"a\",\"fr\":\"b\",\"de\":\"c\",\"en\":\"d\"}";
        var file = ScaleSet.Read(Samples.Bytes($$"""
            {"format":"belfry-scales-1","scales":[
              {"version":"v","scale":"good","unit":"years","classes":[{"class":1,"lower":300,"upper":null,{{Text}} },{"class":2,"lower":30,"upper":300,{{Text}} }]},
              {"version":"v","scale":"bad","unit":"deaths","classes":[{"class":1,"lower":0,"upper":10,{{Text}} },{"class":2,"lower":11,"upper":20,"text":{"nl":"x","fr":"y","de":"z"} }]}]}
            """)).Value;
        Assert.Equal(["RISK-014 $.scales[1].classes[1]", "RISK-016 $.scales[1].classes[1].text"], Samples.Places(file.Check()));
        Assert.Equal(["RISK-011 $.scales[0].classes"], Samples.Places(ScaleSet.Read(Samples.Bytes("""{"format":"belfry-scales-1","scales":[{"version":"v","scale":"s","unit":"u","classes":[]}]}""")).Problems));
    }

    [Fact]
    public void Codes_are_used_once_and_say_what_to_put_in()
    {
        Assert.Equal(RiskProblems.All.Count, RiskProblems.All.Select(kind => kind.Code).Distinct().Count());
        Assert.All(RiskProblems.All, kind => Assert.StartsWith("RISK-", kind.Code, StringComparison.Ordinal));
    }
}
