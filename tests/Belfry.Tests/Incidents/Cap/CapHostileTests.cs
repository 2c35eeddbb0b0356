using System.Diagnostics;
using System.Text;
using Belfry.Incidents;
using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.Incidents.Cap;

/// <summary>Reliability B-1 and B-2: what is sent in malice or by accident ends in a refusal that says where, in bounded time and memory.</summary>
public sealed class CapHostileTests
{
    static readonly string Storm = Encoding.UTF8.GetString(CapWriter.Write(CapAlerts.Storm));

    public static TheoryData<string, string, byte[]> Refused()
    {
        static byte[] Changed(string from, string to) => Encoding.UTF8.GetBytes(Storm.Replace(from, to, StringComparison.Ordinal));
        var bomb = new StringBuilder("<!DOCTYPE alert [<!ENTITY e0 \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">");
        for (var at = 1; at < 12; at++)
        {
            bomb.Append(null, $"<!ENTITY e{at} \"{string.Concat(Enumerable.Repeat($"&e{at - 1};", 10))}\">");
        }

        return new()
        {
            { "an entity bomb", "KERNEL-003", Changed("<alert", bomb + "]><alert") },
            { "a quadratic bomb", "KERNEL-003", Changed("<alert", $"<!DOCTYPE alert [<!ENTITY q \"{new string('q', 50_000)}\">]><alert") },
            { "an external DTD", "KERNEL-003", Changed("<alert", "<!DOCTYPE alert SYSTEM \"http://127.0.0.1:9/x.dtd\"><alert") },
            { "an external entity", "KERNEL-003", Changed("<alert", "<!DOCTYPE alert [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><alert") },
            { "an undeclared entity", "KERNEL-003", Changed("Stay inside.", "&nbsp;") },
            { "20,000 levels", "KERNEL-005", Changed("Stay inside.", string.Concat(Enumerable.Repeat("<b>", 20_000)) + string.Concat(Enumerable.Repeat("</b>", 20_000))) },
            { "5 MB of text", "KERNEL-004", Changed("Stay inside.", new string('x', 5 << 20)) },
            { "65 MB", "KERNEL-004", new byte[65 << 20] },
            { "nothing", "KERNEL-003", [] },
            { "no XML", "KERNEL-003", "{\"alert\":1}"u8.ToArray() },
            { "invalid UTF-8", "KERNEL-003", [.. Encoding.UTF8.GetBytes(Storm[..200]), 0xC3, 0x28, 0xA0, 0xFF, .. Encoding.UTF8.GetBytes(Storm[200..])] },
            { "a declared encoding that is not there", "KERNEL-003", Changed("encoding=\"utf-8\"", "encoding=\"utf-16\"") },
            { "an unknown encoding", "KERNEL-003", Changed("encoding=\"utf-8\"", "encoding=\"x-none\"") },
            { "a NUL", "KERNEL-003", Changed("Stay inside.", "\0") },
            { "a wrong root namespace", "CAP-001", Changed("urn:oasis:names:tc:emergency:cap:1.2", "urn:oasis:names:tc:emergency:alerts:1.2") },
            { "no namespace", "CAP-001", Changed(" xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"", "") },
            { "another root", "CAP-001", "<html/>"u8.ToArray() },
            { "a wrong order", "CAP-002", Changed("<status>Actual</status>\n  <msgType>Alert</msgType>", "<msgType>Alert</msgType>\n  <status>Actual</status>") },
            { "two identifiers", "CAP-002", Changed("<sender>", "<identifier>other</identifier><sender>") },
            { "no sender", "CAP-002", Changed("<sender>alert@nccn.example</sender>", "") },
            { "an unknown word", "CAP-002", Changed("<urgency>Expected", "<urgency>Now") },
            { "a time with Z", "CAP-002", Changed("12:00:00+01:00</sent>", "11:00:00Z</sent>") },
            { "a day that is none", "CAP-002", Changed("<sent>2026-03-01", "<sent>2026-02-30") },
            { "an element of another namespace", "CAP-002", Changed("<scope>", "<x xmlns=\"urn:x\"/><scope>") },
            { "XInclude", "CAP-002", Changed("<scope>", "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/><scope>") },
            { "another type by xsi:type", "CAP-002", Changed("<status>", "<status xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"xsi:none\">") },
            { "40,000 attributes", "CAP-002", Changed("<alert ", "<alert " + string.Concat(Enumerable.Range(0, 40_000).Select(at => $"a{at}='' "))) },
            { "a reference without time", "CAP-003", Changed("</scope>", "</scope><references>a,b</references>") },
            { "references joined by commas", "CAP-003", Changed("</scope>", "</scope><references>a,b,2026-03-01T12:00:00+01:00,c,d,2026-03-01T12:00:00+01:00</references>") },
            { "a polygon of words", "CAP-004", Changed("<polygon>50.9", "<polygon>north") },
            { "a polygon of infinity", "CAP-004", Changed("<polygon>50.9", "<polygon>1e999") },
            { "a circle without radius", "CAP-005", Changed("</polygon>", "</polygon><circle>50.9,5.3</circle>") },
            { "the year 0000", "CAP-002", Changed("<sent>2026", "<sent>0000") },
            { "a size past counting", "CAP-007", Changed("<area>", "<resource><resourceDesc>a</resourceDesc><mimeType>a/b</mimeType><size>" + new string('9', 25) + "</size></resource><area>") },
        };
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Refused))]
    public void B2_Hostile_input_is_refused_by_name_and_place_in_bounded_time_and_memory(string what, string code, byte[] bytes)
    {
        CapCheck.Run(bytes); // once for the compiler and the schemas
        var before = GC.GetAllocatedBytesForCurrentThread();

        var problems = CapReader.Read(bytes).Problems;

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
        Assert.Equal(code, problems[0].Code);
        Assert.InRange(problems.Count, 1, 50);
        if (code.StartsWith("CAP-", StringComparison.Ordinal))
        {
            Assert.NotEqual("0", problems[0].Values["line"]);
            Assert.NotEqual("0", problems[0].Values["column"]);
        }

        // The best of three: a busy machine is not the reader's fault.
        Assert.True(Enumerable.Range(0, 3).Min(_ => Milliseconds(() => CapReader.Read(bytes))) < 1_500, what);
        Assert.False(CapCheck.Run(bytes).IsClean);
        Assert.False(CapReader.ReadAll(bytes) is { Ok: true } all && all.Value.Alerts.Count > 0);
    }

    [Fact]
    public void B1_Odd_but_lawful_writing_is_read_as_the_same_alert()
    {
        var plain = CapJson.Of(CapAlerts.Storm);
        string Read(byte[] bytes) => CapJson.Of(CapReader.Read(bytes, 16 << 20).Value);

        Assert.Equal(plain, Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Storm)]));
        Assert.Equal(plain, Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Storm.Replace("utf-8", "utf-16", StringComparison.Ordinal))]));
        Assert.Equal(plain, Read(Encoding.Latin1.GetBytes(Storm.Replace("utf-8", "iso-8859-1", StringComparison.Ordinal).Replace("’", "&#8217;", StringComparison.Ordinal))));
        Assert.Equal(plain, Read(Encoding.UTF8.GetBytes(Storm.Replace("<alert", "<?xml-stylesheet href='http://127.0.0.1:9/x.xsl' type='text/xsl'?><!-- x --><alert", StringComparison.Ordinal))));
        Assert.Equal(plain, Read(Encoding.UTF8.GetBytes(Storm.Replace("Stay inside.", "<![CDATA[Stay ]]><!-- x -->inside<?x?>.", StringComparison.Ordinal))));
        Assert.Equal(plain, Read(Encoding.UTF8.GetBytes(Storm.Replace("xmlns=", "xmlns:c=", StringComparison.Ordinal).Replace("</", "</c:", StringComparison.Ordinal)
            .Replace("<", "<c:", StringComparison.Ordinal).Replace("<c:/c:", "</c:", StringComparison.Ordinal).Replace("<c:?", "<?", StringComparison.Ordinal))));
        Assert.Equal(plain, Read(Encoding.UTF8.GetBytes(Storm.Replace("<alert ", "<alert xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:x http://127.0.0.1:9/x.xsd' ", StringComparison.Ordinal))));
        Assert.Equal(5 << 20, CapReader.Read(Encoding.UTF8.GetBytes(Storm.Replace("Stay inside.", new string('x', 5 << 20), StringComparison.Ordinal)), 16 << 20).Value.Infos[3].Description!.Length);
    }

    [Fact]
    public void B1_The_edges_of_the_standard_are_read()
    {
        var areas = Enumerable.Range(0, 200).Select(at => new CapArea { Description = $"area {at}", Geocodes = [new("NIS", $"{at:D5}")] }).ToList();
        var many = CapAlerts.Storm with { Infos = [CapAlerts.Storm.Infos[0] with { Areas = areas, Expires = CapAlerts.Noon.AddDays(-1) }] };

        Assert.Equal(200, CapReader.Read(CapWriter.Write(many)).Value.Infos[0].Areas.Count);
        Assert.Equal(200, CapRules.Check(many).Count(finding => finding.Rule.Id is "CAP-R035" or "CAP-R025"));
        Assert.Empty(CapReader.Read(CapWriter.Write(CapAlerts.Storm with { Infos = [] })).Value.Infos);
    }

    [Fact]
    public void B1_A_polygon_of_100_000_points_is_judged_in_bounded_time()
    {
        var circle = Enumerable.Range(0, 100_000).Select(at => new CapPosition(50.5 + Math.Round(Math.Sin(at * Math.Tau / 100_000), 9), 4.5 + Math.Round(Math.Cos(at * Math.Tau / 100_000), 9))).ToList();
        var one = CapAlerts.Storm with { Infos = [CapAlerts.Storm.Infos[0] with { Areas = [new() { Description = "round", Polygons = [new([.. circle, circle[0]])] }] }] };
        var bytes = CapWriter.Write(one);
        var clock = Stopwatch.StartNew();

        Assert.Equal("KERNEL-004", Assert.Single(CapReader.Read(bytes).Problems).Code);
        var report = CapCheck.Run(bytes, mostBytes: 16 << 20);

        Assert.DoesNotContain(report.Findings, finding => finding.Rule.Id is "CAP-R040" or "CAP-R041");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void B1_A_report_stays_small_however_many_rules_break()
    {
        var areas = string.Concat(Enumerable.Range(0, 12_000).Select(at => "<area><areaDesc/></area>"));
        var clock = Stopwatch.StartNew();
        var report = CapCheck.Run(Encoding.UTF8.GetBytes(Storm.Replace("</info>\n</alert>", areas + "</info></alert>", StringComparison.Ordinal)));

        Assert.Equal(CapRules.MostFindings, report.Findings.Count);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void B1_Too_many_alerts_in_one_envelope_are_refused()
    {
        var one = Storm[Storm.IndexOf("<alert", StringComparison.Ordinal)..];
        var many = Encoding.UTF8.GetBytes("<alerts xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">" + string.Concat(Enumerable.Repeat(one, CapReader.MostAlerts + 1)) + "</alerts>");

        Assert.Equal("CAP-009", Assert.Single(CapReader.ReadAll(many, 16 << 20).Problems).Code);
        Assert.Equal("CAP-008", Assert.Single(CapReader.ReadAll("<alerts xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"/>"u8.ToArray()).Problems).Code);
    }

    [Fact]
    public void B1_A_bad_alert_in_an_envelope_is_rejected_with_its_line_and_its_neighbours_are_read()
    {
        var bundle = CapReader.ReadAll(CapSamples.Bytes("feed_google_bushfire_invalid.edxlde.xml")).Value;

        Assert.Equal(5, bundle.Alerts.Count);
        Assert.NotEmpty(bundle.Rejected);
        Assert.All(bundle.Rejected, problem => Assert.True(problem.Code == "CAP-002" && int.Parse(problem.Values["line"], null) > 1));
    }

    [Theory]
    [MemberData(nameof(CapSampleTests.Files), MemberType = typeof(CapSampleTests))]
    public void B1_A_real_sample_cut_or_bent_anywhere_never_throws_and_is_never_valid_by_half(string file)
    {
        var whole = CapSamples.Bytes(file);
        var step = whole.Length > 64 << 10 ? 9_973 : 97;
        for (var at = 1; at < whole.Length; at += step)
        {
            var cut = whole[..at];
            Swallow(cut);
            if (CapSchema.Validate(cut).Verdict == CapSchemaVerdict.Valid)
            {
                Assert.True(Encoding.UTF8.GetString(whole, at, whole.Length - at).Trim().Length == 0, $"{file} cut at {at}");
            }
        }

        for (var at = 0; at < whole.Length; at += step * 7)
        {
            var bent = whole.ToArray();
            bent[at] = (byte)(bent[at] ^ (1 << (at % 8)));
            Swallow(bent);
        }
    }

    static long Milliseconds(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.ElapsedMilliseconds;
    }

    static void Swallow(byte[] bytes)
    {
        CapCheck.Run(bytes, CapProfile.Belgium, CapAlerts.Noon);
        CapReader.ReadAll(bytes);
        CapFeed.Read(bytes);
    }
}
