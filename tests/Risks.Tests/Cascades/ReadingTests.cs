using System.Text;
using Belfry.Kernel;
using Belfry.Risks;
using CsCheck;
using Xunit;

namespace Belfry.Tests.RisksRoom;

/// <summary>What a stranger's file can do: be refused at a place, and nothing else.</summary>
public sealed class ReadingTests
{
    const string Head = """{"format":"belfry-cascade-1","levels":1,""";

    [Theory]
    [InlineData("", "RISK-001 $")]
    [InlineData("{", "RISK-001 $")]
    [InlineData("[]", "RISK-005 $")]
    [InlineData("null", "RISK-005 $")]
    [InlineData("{}", "RISK-004 $")]
    [InlineData("""{"format":"other"}""", "RISK-005 $.format")]
    [InlineData("""{"format":"belfry-elicitation-1","scale":{},"experts":[]}""", "RISK-005 $.format")]
    [InlineData("""{"format":1}""", "RISK-005 $.format,RISK-005 $.format")]
    [InlineData("""{"format":"belfry-cascade-1","format":"belfry-cascade-1"}""", "RISK-001 $")]
    [InlineData(Head + """ "risks":[],"links":[],"Links":[]}""", "RISK-003 $")]
    [InlineData("""{"format":"belfry-cascade-1","levels":9,"risks":[],"links":[]}""", "RISK-006 $.levels")]
    [InlineData("""{"format":"belfry-cascade-1","levels":1.5,"risks":[],"links":[]}""", "RISK-005 $.levels")]
    [InlineData(Head + """ "risks":[{"id":"a","rates":[NaN]}],"links":[]}""", "RISK-001 $")]
    [InlineData(Head + """ "risks":[{"id":"a","rates":["NaN"]}],"links":[]}""", "RISK-005 $.risks[0].rates[0]")]
    [InlineData(Head + """ "risks":[{"id":"a","rates":[1e999]}],"links":[]}""", "RISK-006 $.risks[0].rates[0]")]
    [InlineData(Head + """ "risks":[{"id":"a","rates":[-0.1]}],"links":[]}""", "RISK-006 $.risks[0].rates[0]")]
    [InlineData(Head + """ "risks":[{"id":"a","rates":[0.1,0.2]}],"links":[]}""", "RISK-011 $.risks[0].rates")]
    [InlineData(Head + """ "risks":[{"id":"a","rates":[0.1],"rateClasses":[3]}],"links":[]}""", "RISK-013 $.risks[0]")]
    [InlineData(Head + """ "risks":[{"id":"a b"}],"links":[]}""", "RISK-007 $.risks[0].id")]
    [InlineData(Head + """ "risks":[{"id":"a"},{"id":"a"}],"links":[]}""", "RISK-008 $.risks[1].id")]
    [InlineData(Head + """ "risks":[{"id":"a"}],"links":[{"cause":"a","effect":"b","p":0.1}]}""", "RISK-009 $.links[0].effect")]
    [InlineData(Head + """ "risks":[{"id":"a"}],"links":[{"cause":"a","effect":"a","p":0.1}]}""", "RISK-010 $.links[0]")]
    [InlineData(Head + """ "risks":[{"id":"a"},{"id":"b"}],"links":[{"cause":"a","effect":"b","p":-0.1}]}""", "RISK-006 $.links[0].p")]
    [InlineData(Head + """ "risks":[{"id":"a"},{"id":"b"}],"links":[{"cause":"a","effect":"b","p":1.1}]}""", "RISK-006 $.links[0].p")]
    [InlineData(Head + """ "risks":[{"id":"a"},{"id":"b"}],"links":[{"cause":"a","effect":"b"}]}""", "RISK-013 $.links[0]")]
    [InlineData(Head + """ "risks":[{"id":"a"},{"id":"b"}],"links":[{"cause":"a","effect":"b","p":0.1},{"cause":"a","effect":"b","p":0.2}]}""", "RISK-008 $.links[1]")]
    [InlineData(Head + """ "risks":[{"id":"a"},{"id":"b"}],"links":[{"cause":"a","effect":"b","prob":0.1,"p":0.1}]}""", "RISK-003 $.links[0]")]
    [InlineData("""{"format":"belfry-cascade-1","levels":2,"risks":[{"id":"a"},{"id":"b"}],"links":[{"cause":"a","effect":"b","p":0.1}]}""", "RISK-013 $.links[0]")]
    [InlineData("""{"format":"belfry-cascade-1","levels":2,"risks":[{"id":"a"},{"id":"b"}],"links":[{"cause":"a","effect":"b","q":[[0.6,0.6],[0,1]]}]}""", "RISK-012 $.links[0].q[0]")]
    [InlineData("""{"format":"belfry-cascade-1","levels":2,"risks":[{"id":"a"},{"id":"b"}],"links":[{"cause":"a","effect":"b","q":[[0.6,0.3]]}]}""", "RISK-011 $.links[0].q")]
    [InlineData(Head + """ "risks":[{"id":"a"}],"links":[],"run":{"minRuns":5}}""", "RISK-006 $.run.minRuns")]
    [InlineData(Head + """ "risks":[{"id":"a"}],"links":[],"run":{"minRuns":5000,"maxRuns":100}}""", "RISK-006 $.run.maxRuns")]
    [InlineData(Head + """ "risks":[{"id":"a"}],"links":[],"run":{"seed":1.5}}""", "RISK-005 $.run.seed")]
    [InlineData(Head + """ "risks":[{"id":"a"}],"links":[],"whatIfs":[{"name":"x","links":[{"cause":"a","effect":"z","p":0}]}]}""", "RISK-009 $.whatIfs[0] (changed model: $.links[0].effect)")]
    [InlineData(Head + """ "risks":[{"id":"a"}],"links":[],"whatIfs":[{"name":"x","risks":[{"id":"z","rates":[1]}]}]}""", "RISK-009 $.whatIfs[0].risks[0].id")]
    [InlineData(Head + """ "risks":[{"id":"a","actor":{"threeYear":1,"capability":[1]}}],"links":[]}""", "RISK-006 $.risks[0].actor.threeYear")]
    [InlineData(Head + """ "risks":[{"id":"a","actor":{"threeYear":0.5,"capability":[0]}}],"links":[]}""", "RISK-006 $.risks[0].actor.capability")]
    [InlineData(Head + """ "risks":[{"id":"a","ratesBy":[]}],"links":[]}""", "RISK-011 $.risks[0].ratesBy")]
    [InlineData(Head + """ "risks":[{"id":"\ud800"}],"links":[]}""", "RISK-001 $")]
    public void A_bad_file_is_refused_at_its_place(string json, string places) => Assert.Equal(places, string.Join(",", Samples.Places(Samples.Read(json).Problems)));

    [Fact]
    public void A_refusal_says_the_line_of_broken_json() =>
        Assert.Contains("line 2, byte", Samples.Read("{\n \"format\": x}").Problems[0].In(Language.En), StringComparison.Ordinal);

    [Fact]
    public void Depth_is_bounded() =>
        Assert.Equal(["RISK-001 $"], Samples.Places(Samples.Read(new string('[', 100_000) + new string(']', 100_000)).Problems));

    [Fact]
    public void Size_is_bounded()
    {
        Assert.Equal(["RISK-002 $"], Samples.Places(Cascade.Read(new byte[(32 << 20) + 1]).Problems));
        var many = string.Join(",", Enumerable.Range(0, 2_001).Select(at => $$"""{"id":"r{{at}}"}"""));
        Assert.Equal(["RISK-002 $.risks"], Samples.Places(Samples.Read(Head + "\"risks\":[" + many + "],\"links\":[]}").Problems));
        var deep = string.Join(",", Enumerable.Range(0, 801).Select(at => $$"""{"id":"r{{at}}"}"""));
        Assert.Equal(["RISK-002 $.risks"], Samples.Places(Samples.Read("""{"format":"belfry-cascade-1","levels":5,"risks":[""" + deep + "],\"links\":[]}").Problems));
    }

    [Fact]
    public void The_report_of_problems_is_bounded()
    {
        var many = string.Join(",", Enumerable.Range(0, 1_000).Select(_ => """{"id":"?"}"""));
        Assert.Equal(50, Samples.Read(Head + "\"risks\":[" + many + "],\"links\":[]}").Problems.Count);
    }

    [Fact]
    public void A_byte_order_mark_is_no_reason_to_refuse() => Assert.True(Samples.Read("\uFEFF" + Head + "\"risks\":[{\"id\":\"a\"}],\"links\":[]}").Ok);

    [Fact]
    public void Classes_are_read_as_what_they_stand_for()
    {
        var risk = Samples.Read(Head + """ "risks":[{"id":"a","rateClasses":[3],"impactClasses":[3]},{"id":"b"}],"links":[{"cause":"a","effect":"b","cpClasses":[[2]]}]}""").Value.Model;
        Assert.Equal(1 / 164.0219, risk.Risks[0].Rates[0], 7);
        Assert.InRange(risk.Risks[0].Impacts[0], 65.6e6, 65.8e6);
        Assert.Equal(0.175, risk.Links[0].Rows[0][0], 12);
    }

    [Fact]
    public void Any_damage_to_a_file_is_read_or_refused_and_never_thrown()
    {
        var good = File.ReadAllBytes(Samples.File("demo-32.json")).AsSpan(0, 4_000).ToArray();
        var small = Encoding.UTF8.GetBytes(Head + """ "risks":[{"id":"a","ratesBy":[[1],[2]],"impacts":[3]},{"id":"b","actor":{"threeYear":0.5,"capability":[1]}}],"links":[{"cause":"a","effect":"b","p":0.5}],"whatIfs":[{"name":"x","links":[{"cause":"a","effect":"b","p":0}]}],"corrections":[{"risk":"a","what":"rates","factor":2,"reason":"r","by":"b","on":"2026-01-01"}],"run":{"seed":3}}""");
        Assert.True(Cascade.Read(small).Ok);
        Gen.Select(Gen.Int[0, small.Length - 1], Gen.Byte, Gen.Int[0, small.Length]).Sample((at, value, cut) =>
        {
            var bytes = (byte[])small.Clone();
            bytes[at] = value;
            _ = Cascade.Read(bytes).Problems;
            _ = Cascade.Read(bytes.AsMemory(0, cut)).Problems;
            _ = Cascade.Read(good.AsMemory(0, cut)).Problems;
        }, iter: 5_000);
    }
}
