using System.Globalization;
using Belfry.Dispatch;
using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.Dispatch;

/// <summary>Mail against our own simulated server and against postfix's smtp-sink.</summary>
public sealed class SmtpTests
{
    const string Text = "Rivière en crue à Liège 🔥\n\nÉvacuez: 5 € < 10 €.\n.\n..deux points en tête";

    static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    static SimulatedSmtp Server(SimulatedSmtpSettings? settings = null) => SimulatedSmtp.Start(World.Test, settings ?? new SimulatedSmtpSettings(), Clock.System).Value;

    static SmtpSettings To(int port) => new() { Port = port, ReconnectFirst = TimeSpan.FromMilliseconds(20), ReconnectMost = TimeSpan.FromMilliseconds(100), ResponseTimeout = TimeSpan.FromSeconds(10) };

    static List<OutgoingMessage> Mails(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Handed.Message($"personne{i}@exemple.invalid", Text) with { Subject = "Alerte – à Liège €", Language = Language.Fr, Unsubscribe = new Uri("https://alert.invalid/u/abc") })];

    [Fact]
    public async Task A_mail_arrives_as_text_and_html_with_the_headers_machines_read()
    {
        await using var server = Server();
        await using var link = SmtpLink.Start(To(server.Port), Clock.System);
        var handed = new Handed();
        var sent = Mails(1);
        await handed.HandAsync(link, sent, Long);
        var mail = server.Inbox.Of("personne0@exemple.invalid").Single();
        Assert.Equal(Text, mail.Text.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Contains("<p>Rivière en crue à Liège 🔥</p>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("5 € &lt; 10 €", mail.Html, StringComparison.Ordinal);
        Assert.Equal("Alerte – à Liège €", mail.Subject);
        Assert.Equal($"b+{sent[0].Reference:N}@be-alert.invalid", mail.ReturnPath);
        Assert.Equal($"<{sent[0].Reference:N}@be-alert.invalid>", mail.Header("Message-ID"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Equal("<https://alert.invalid/u/abc>", mail.Header("List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        Assert.StartsWith("multipart/alternative", mail.Header("Content-Type"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_are_few_and_reused()
    {
        await using var server = Server();
        await using var proxy = new FaultProxy(server.Port, new Faults { Raw = true });
        await using var link = SmtpLink.Start(To(proxy.Port) with { Connections = 3 }, Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, Mails(300), Long);
        Assert.Equal((300, 300L), (handed.Count<CarrierReport.Accepted>(), server.Inbox.Messages));
        Assert.Equal(3, proxy.Accepted);
    }

    [Fact]
    public async Task Refused_for_good_and_refused_for_now_are_told_apart()
    {
        await using var server = Server(new SimulatedSmtpSettings { RefusedPerMille = 200, DeferredPerMille = 200 });
        await using var link = SmtpLink.Start(To(server.Port), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, Mails(200), Long);
        var refused = handed.Verdicts.Values.OfType<CarrierReport.Refused>().ToList();
        Assert.Equal(server.Counts.Refused, refused.Count);
        Assert.All(refused, one => Assert.Equal(one.Code.StartsWith("550", StringComparison.Ordinal) ? RefusalKind.Permanent : RefusalKind.Temporary, one.Kind));
        Assert.True(refused.Exists(one => one.Kind == RefusalKind.Permanent) && refused.Exists(one => one.Kind == RefusalKind.Temporary));
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@b.invalid\r\nRCPT TO:<c@d.invalid>")]
    [InlineData("Name <a@b.invalid>")]
    [InlineData("")]
    [InlineData("a@b.invalid, c@d.invalid")]
    public async Task What_is_no_single_address_never_leaves(string to)
    {
        await using var server = Server();
        await using var link = SmtpLink.Start(To(server.Port), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, [Handed.Message(to, "x")], Long);
        Assert.Equal("DISP-003", Assert.IsType<CarrierReport.Refused>(handed.Verdicts.Values.Single()).Code);
        Assert.Equal(0, server.Inbox.Messages);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(1_700)]
    [InlineData(4_000)]
    [InlineData(9_999)]
    public async Task F8_Cut_in_the_middle_of_a_mail_nothing_is_lost(int cut)
    {
        await using var server = Server();
        await using var proxy = new FaultProxy(server.Port, new Faults { Raw = true, CutAfterRequests = cut, Connections = 4 });
        await using var link = SmtpLink.Start(To(proxy.Port), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, Mails(60), Long, repeatNotSent: true);
        Assert.Equal(60, handed.Verdicts.Count);
        Assert.InRange(server.Inbox.Messages, handed.Count<CarrierReport.Accepted>(), handed.Count<CarrierReport.Accepted>() + handed.Count<CarrierReport.Unknown>());
        Assert.InRange(handed.Count<CarrierReport.Unknown>(), 0, 4);
    }

    [Fact]
    public async Task Postfix_s_smtp_sink_takes_them_and_its_files_hold_the_text()
    {
        var folder = Directory.CreateTempSubdirectory("belfry-sink-").FullName;
        try
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0x1FF);
            var port = Peer.FreePort();
            await using var sink = Sink(port, "-R", folder, "-d", "mail.");
            await Peer.ListensAsync(port);
            await using var link = SmtpLink.Start(To(port), Clock.System);
            var handed = new Handed();
            await handed.HandAsync(link, Mails(50), Long);
            Assert.Equal(50, handed.Count<CarrierReport.Accepted>());
            var files = Directory.GetFiles(folder);
            Assert.Equal(50, files.Length);
            foreach (var file in files)
            {
                var raw = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
                Assert.Matches(@"X-Mail-Args: <b\+[0-9a-f]{32}@be-alert\.invalid>", raw);
                Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", raw, StringComparison.Ordinal);
                Assert.Contains(Encoded("Rivière en crue à Liège 🔥"), raw.ReplaceLineEndings("\n").Replace("=\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("-f", "RCPT", RefusalKind.Permanent)]
    [InlineData("-r", "RCPT", RefusalKind.Temporary)]
    [InlineData("-f", "MAIL", RefusalKind.Permanent)]
    [InlineData("-r", ".", RefusalKind.Temporary)]
    public async Task Smtp_sink_s_refusals_are_read_as_what_they_are(string option, string command, RefusalKind kind)
    {
        var port = Peer.FreePort();
        await using var sink = Sink(port, option, command);
        await Peer.ListensAsync(port);
        await using var link = SmtpLink.Start(To(port), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, Mails(5), Long);
        Assert.All(handed.Verdicts.Values, verdict => Assert.Equal(kind, Assert.IsType<CarrierReport.Refused>(verdict).Kind));
    }

    [Fact]
    public async Task A_relay_that_goes_after_the_last_dot_leaves_the_mail_unknown()
    {
        var port = Peer.FreePort();
        await using var sink = Sink(port, "-q", ".");
        await Peer.ListensAsync(port);
        await using var link = SmtpLink.Start(To(port) with { Connections = 1 }, Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, Mails(1), Long);
        Assert.IsType<CarrierReport.Unknown>(handed.Verdicts.Values.Single());
    }

    static Peer Sink(int port, params string[] options) =>
        Peer.Start("/usr/sbin/smtp-sink", [.. options, .. Environment.UserName == "root" ? (string[])["-u", "nobody"] : [], "127.0.0.1:" + port.ToString(CultureInfo.InvariantCulture), "200"]);

    static string Encoded(string text) =>
        string.Concat(System.Text.Encoding.UTF8.GetBytes(text).Select(octet => octet is >= 0x80 or (byte)'=' ? $"={octet:X2}" : ((char)octet).ToString()));
}
