using System.Globalization;
using System.Text;
using Belfry.Incidents;
using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.Incidents.Cap;

/// <summary>Each rule is seen to bite on an alert that breaks it and only it.</summary>
public sealed class CapRuleTests
{
    static readonly CapReference Earlier = new("alert@nccn.example", "BE-2026-0000", CapAlerts.Noon.AddHours(-1));

    [Fact]
    public void A_good_Belgian_alert_breaks_no_rule()
    {
        Assert.Empty(CapRules.Check(CapAlerts.Storm, CapProfile.Belgium, CapAlerts.Noon));
        Assert.Empty(CapRules.Check(CapAlerts.Storm with { MessageType = CapMessageType.Update, References = [Earlier] }, CapProfile.Belgium, CapAlerts.Noon));
        Assert.Empty(CapRules.Check(CapAlerts.Storm with { MessageType = CapMessageType.Cancel, References = [Earlier], Infos = [] }, CapProfile.Belgium, CapAlerts.Noon));
        Assert.True(CapCheck.Run(CapWriter.Write(CapAlerts.Storm), CapProfile.Belgium, CapAlerts.Noon).IsClean);
    }

    public static TheoryData<string, CapAlert> Broken()
    {
        var storm = CapAlerts.Storm;
        static CapAlert Ring(params CapPosition[] positions) => CapAlerts.With((CapArea area) => area with { Polygons = [new(positions)] });
        static CapAlert Circle(double latitude, double kilometres) => CapAlerts.With((CapArea area) => area with { Circles = [new(new(latitude, 5), kilometres)] });
        static CapAlert Resource(Func<CapResource, CapResource> change) => CapAlerts.With((CapInfo info) =>
            info with { Resources = [change(new() { Description = "map", MimeType = "image/png", Uri = "https://example.org/map.png" })] });
        return new()
        {
            { "CAP-R007", storm with { Identifier = "a b" } },
            { "CAP-R007", storm with { Identifier = "" } },
            { "CAP-R007", storm with { Identifier = "a,b" } },
            { "CAP-R008", storm with { Sender = "a<b" } },
            { "CAP-R008", storm with { Sender = "a&b" } },
            { "CAP-R011", storm with { MessageType = CapMessageType.Update } },
            { "CAP-R011", storm with { MessageType = CapMessageType.Cancel } },
            { "CAP-R011", storm with { MessageType = CapMessageType.Ack } },
            { "CAP-R011", storm with { MessageType = CapMessageType.Error, Note = "why" } },
            { "CAP-R013", storm with { MessageType = CapMessageType.Update, References = [new(storm.Sender, storm.Identifier, storm.Sent)] } },
            { "CAP-R015", storm with { Scope = CapScope.Restricted } },
            { "CAP-R016", storm with { Restriction = "police" } },
            { "CAP-R017", storm with { Scope = CapScope.Private } },
            { "CAP-R019", storm with { Status = CapStatus.Exercise } },
            { "CAP-R020", storm with { MessageType = CapMessageType.Error, References = [Earlier] } },
            { "CAP-R021", CapAlerts.With((CapInfo info) => info with { Event = " " }) },
            { "CAP-R021", CapAlerts.With((CapArea area) => area with { Description = "" }) },
            { "CAP-R022", CapAlerts.With((CapInfo info) => info with { Instruction = "turn \u202Eleft" }) },
            { "CAP-R026", CapAlerts.With((CapInfo info) => info with { Onset = CapAlerts.Noon.AddHours(7) }) },
            { "CAP-R026", CapAlerts.With((CapInfo info) => info with { Effective = CapAlerts.Noon.AddHours(7) }) },
            { "CAP-R028", CapAlerts.With((CapInfo info) => info with { Parameters = [new("level", "")] }) },
            { "CAP-R028", CapAlerts.With((CapInfo info) => info with { EventCodes = [new("", "x")] }) },
            { "CAP-R029", CapAlerts.With((CapInfo info) => info with { Web = "nccn.example/storm" }) },
            { "CAP-R029", Resource(resource => resource with { Uri = "map.png" }) },
            { "CAP-R030", Resource(resource => resource with { Uri = null }) },
            { "CAP-R031", Resource(resource => resource with { MimeType = "png" }) },
            { "CAP-R032", Resource(resource => resource with { Size = -1 }) },
            { "CAP-R033", Resource(resource => resource with { Digest = "abc" }) },
            { "CAP-R037", Ring(new(51, 5), new(51.1, 5), new(51, 5)) },
            { "CAP-R037", Ring() },
            { "CAP-R038", Ring(new(51, 5), new(51.1, 5), new(51.1, 5.1), new(51, 5.1)) },
            { "CAP-R040", Ring(new(51, 5), new(51.1, 5.1), new(51.1, 5), new(51, 5.2), new(51, 5)) },
            { "CAP-R041", Ring(new(51, 5), new(51.1, 5.1), new(51.2, 5.2), new(51, 5)) },
            { "CAP-R041", Ring(new(51, 5), new(51.1, 5.1), new(51.2, 5.1), new(51.1, 5.1), new(51, 5)) },
            { "CAP-R040", Ring(new(51, 5), new(51.1, 5.1), new(51.1, 5), new(51, 5.1), new(51, 5)) },
            { "CAP-R039", Circle(91, 1) },
            { "CAP-R044", Circle(50, -1) },
            { "CAP-R044", Circle(50, 30_000) },
            { "CAP-R045", Circle(50, 0) },
            { "CAP-R046", CapAlerts.With((CapArea area) => area with { Ceiling = 100 }) },
            { "CAP-R047", CapAlerts.With((CapArea area) => area with { Altitude = 200, Ceiling = 100 }) },
            { "CAP-R102", storm with { Infos = [.. storm.Infos.Skip(1)] } },
            { "CAP-R112", storm with { Infos = [.. storm.Infos.Take(1)] } },
            { "CAP-R103", CapAlerts.With((CapInfo info) => info with { Areas = [] }) },
            { "CAP-R105", CapAlerts.With((CapArea area) => area with { Geocodes = [new("NIS", "7102")] }) },
            { "CAP-R105", CapAlerts.With((CapArea area) => area with { Geocodes = [] }) },
            { "CAP-R108", CapAlerts.With((CapInfo info) => info with { Headline = null }) },
            { "CAP-R108", CapAlerts.With((CapInfo info) => info with { Description = " " }) },
            { "CAP-R109", Ring(new(40, 5), new(40.1, 5), new(40.1, 5.1), new(40, 5)) },
            { "CAP-R110", Ring(new(5, 51), new(5.1, 51), new(5.1, 51.1), new(5, 51)) },
            { "CAP-R111", storm with { Infos = [.. storm.Infos.Take(3), storm.Infos[3] with { Severity = CapSeverity.Minor }] } },
            { "CAP-R111", storm with { Infos = [.. storm.Infos.Take(3), storm.Infos[3] with { Areas = [storm.Infos[3].Areas[0] with { Circles = [new(new(51, 5), 2)] }] }] } },
            { "CAP-R111", storm with { Infos = [.. storm.Infos, storm.Infos[3]] } },
        };
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Broken))]
    public void B1_A_broken_rule_is_named_and_no_other(string rule, CapAlert alert) =>
        Assert.Equal([rule], CapRules.Check(alert, CapProfile.Belgium).Select(finding => finding.Rule.Id).Distinct());

    [Fact]
    public void B1_Rules_that_come_in_pairs_are_both_named()
    {
        string[] Rules(CapAlert alert, DateTimeOffset? now = null) => [.. CapRules.Check(alert, CapProfile.Belgium, now).Select(finding => finding.Rule.Id).Distinct().Order()];

        Assert.Equal(["CAP-R024", "CAP-R106"], Rules(CapAlerts.With((CapInfo info) => info with { Expires = null })));
        Assert.Equal(["CAP-R025", "CAP-R107"], Rules(CapAlerts.With((CapInfo info) => info with { Expires = CapAlerts.Noon })));
        Assert.Equal(["CAP-R035", "CAP-R104"], Rules(CapAlerts.With((CapArea area) => area with { Polygons = [] })));
        Assert.Equal(["CAP-R034", "CAP-R104", "CAP-R105"], Rules(CapAlerts.With((CapArea area) => area with { Polygons = [], Geocodes = [] })));
        Assert.Equal(["CAP-R018", "CAP-R102", "CAP-R112"], Rules(CapAlerts.Storm with { Infos = [] }));
        Assert.Equal(["CAP-R023", "CAP-R112"], Rules(CapAlerts.Storm with { Infos = [.. CapAlerts.Storm.Infos.Take(3), CapAlerts.Storm.Infos[3] with { Language = null }] }));
        foreach (var (nis, owed) in ((string, string[])[])[("71022", ["nl-BE"]), ("63058", ["fr-BE"]), ("63023", ["de-DE"]), ("21004", ["fr-BE", "nl-BE"]), ("63000", ["de-DE", "fr-BE"]), ("10000", ["nl-BE"]), ("02000", ["nl-BE"]), ("99999", ["de-DE", "fr-BE", "nl-BE"])])
        {
            var bare = CapAlerts.With((CapArea area) => area with { Geocodes = [new("NIS", nis)] });
            var found = CapRules.Check(bare with { Infos = [bare.Infos[3]] }, CapProfile.Belgium); // English only
            Assert.Equal(owed, ((string[])["de-DE", "fr-BE", "nl-BE"]).Where(tag => found.Any(one => one.Rule.Id == "CAP-R102" && one.Sentence.En.Contains(tag, StringComparison.Ordinal))));
            Assert.Equal(3 - owed.Length, found.Count(one => one.Rule.Id == "CAP-R112"));
        }

        Assert.Equal(["CAP-R027"], Rules(CapAlerts.Storm, CapAlerts.Noon.AddHours(7)));
        Assert.Equal(["CAP-R039", "CAP-R109"], Rules(CapAlerts.With((CapArea area) => area with { Polygons = [new([new(95, 5), new(96, 5), new(96, 6), new(95, 5)])] })));
    }

    [Theory]
    [InlineData("CAP-R009", "<sent>2026-03-01T12:00:00+01:00<", "<sent>2026-03-01T12:00:00Z<")]
    [InlineData("CAP-R048", "<area>", "<resource><resourceDesc>a</resourceDesc><mimeType>a/b</mimeType><size>9999999999999999999999999</size></resource><area>")]
    [InlineData("CAP-R049", "<sent>2026-03-01T12:00:00+01:00<", "<sent>2026-03-01T24:00:00+01:00<")]
    [InlineData("CAP-R010", "<sent>2026-03-01T12:00:00+01:00<", "<sent>2026-03-01T11:00:00+00:00<")]
    [InlineData("CAP-R012", "</scope>", "</scope><references>a,b</references>")]
    [InlineData("CAP-R014", "</scope>", "</scope><references> </references>")]
    [InlineData("CAP-R036", "<polygon>50.9,5.3", "<polygon>50.9;5.3")]
    [InlineData("CAP-R043", "</polygon>", "</polygon><circle>50.9,5.3</circle>")]
    [InlineData("CAP-R006", "cap:1.2", "cap:1.1")]
    [InlineData("CAP-R101", "cap:1.2", "cap:1.1")]
    [InlineData("CAP-R001", "<status>Actual", "<status>Real")]
    [InlineData("CAP-R002", "cap:1.2", "cap:1.3")]
    [InlineData("CAP-R003", "<alert", "<!DOCTYPE alert><alert")]
    [InlineData("CAP-R004", "</alert>", "")]
    [InlineData("CAP-R005", "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">", "<alerts xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><alert>")]
    public void B1_What_only_text_can_break_is_named_with_its_line(string rule, string from, string to)
    {
        var text = Encoding.UTF8.GetString(CapWriter.Write(CapAlerts.Storm));
        Assert.Contains(from, text);
        var broken = text.Replace(from, to, StringComparison.Ordinal) + (rule == "CAP-R005" ? "</alerts>" : "");

        var findings = CapCheck.Run(Encoding.UTF8.GetBytes(broken), CapProfile.Belgium).Findings;

        Assert.Contains(findings, finding => finding.Rule.Id == rule && finding.Line > 0);
    }

    [Fact]
    public void A_ring_too_tangled_to_judge_says_so_in_bounded_time()
    {
        var zigzag = Enumerable.Range(0, 20_000).Select(at => new CapPosition(50 + (at * 0.00005), at % 2 == 0 ? 3 : 6)).ToList();
        var rules = CapRules.Check(CapAlerts.With((CapArea area) => area with { Polygons = [new([.. zigzag, zigzag[0]])] })).Select(finding => finding.Rule.Id);

        Assert.Contains("CAP-R042", rules);
    }

    [Fact]
    public void Every_rule_has_been_seen_to_bite()
    {
        var seen = Broken().Select(row => row.Data.Item1)
            .Concat(["CAP-R018", "CAP-R023", "CAP-R024", "CAP-R025", "CAP-R027", "CAP-R034", "CAP-R035", "CAP-R042", "CAP-R104", "CAP-R106", "CAP-R107"])
            .Concat(["CAP-R001", "CAP-R002", "CAP-R003", "CAP-R004", "CAP-R005", "CAP-R006", "CAP-R009", "CAP-R010", "CAP-R012", "CAP-R014", "CAP-R036", "CAP-R043", "CAP-R048", "CAP-R049", "CAP-R101"]);
        Assert.Equal(CapRules.All.Select(rule => rule.Id), seen.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_foreign_alert_is_not_blamed_for_the_Belgian_profile() =>
        Assert.DoesNotContain(CapCheck.Run(CapSamples.Bytes("google_canada.cap.xml")).Findings, finding => string.CompareOrdinal(finding.Rule.Id, "CAP-R100") > 0);

    [Fact]
    public void The_table_of_rules_in_docs_is_the_code_s()
    {
        var table = new StringBuilder("| rule | level | what it says | source |\n|---|---|---|---|\n");
        foreach (var rule in CapRules.All)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {rule.Id} | {rule.Level} | {rule.Sentence.En} | {rule.Source} |\n");
        }

        Generated.Between("docs/standards.md", "cap-rules", table.ToString());
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.All(CapRules.All, rule => Assert.Equal(Places(rule.Sentence.En), Places(rule.Sentence[language])));
            Assert.All(CapProblems.All, problem => Assert.Equal(Places(problem.Sentence.En), Places(problem.Sentence[language])));
        }

        Assert.Equal(CapProblems.All.Count, CapProblems.All.Select(problem => problem.Code).Distinct().Count());
    }

    static IEnumerable<string> Places(string sentence) => sentence.Split('{').Skip(1).Select(part => part.Split('}')[0]).Order();
}
