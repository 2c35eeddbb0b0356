using System.Globalization;
using System.Text.Json;
using Belfry.Dispatch;
using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.Dispatch;

/// <summary>Our link against two SMPP servers that others wrote: npm smpp and Debian's libnet-smpp-perl. The text counts as that library decodes it.</summary>
public sealed class SmppPeerTests
{
    static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    static readonly string[] Texts =
    [
        "Rivière en crue: évacuez! 5 € [Liège] ~ ÄÖÜß {x} \\ | ^",
        "Fenêtres fermées, ça brûle. Coördinatie in België",
        "Feuer 🔥 in der Nähe 👨‍👩‍👧",
        string.Concat(Enumerable.Repeat("Blijf binnen € [tot nader order]. ", 11)),
        string.Concat(Enumerable.Repeat("Restez à l’intérieur 🔥. ", 6)),
    ];

    static string Script(string name) => Path.Combine(Repository.Root, "tests", "peers", name);

    static SmppSettings To(int port, ConcatReference concat = ConcatReference.EightBit) => new() { Port = port, SystemId = "belfry", Password = "rehearse", Window = 50, Concat = concat };

    [Theory]
    [InlineData(ConcatReference.EightBit)]
    [InlineData(ConcatReference.SixteenBit)]
    public async Task The_npm_server_reads_each_text_as_it_was_written(ConcatReference concat)
    {
        await using var peer = Peer.Start("node", Script("smsc.js"), "0", "5");
        await using var link = SmppLink.Start(To(int.Parse((await peer.LineAsync())[10..], CultureInfo.InvariantCulture), concat), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, [.. Texts.Select((text, i) => Handed.Message($"+3247000000{i}", text))], Long);
        var accepted = handed.Verdicts.Values.Cast<CarrierReport.Accepted>().ToList();
        Assert.Equal([1, 1, 1, 3, 3], accepted.Select(one => one.CarrierIds.Count).Order());
        await handed.ReadUntilAsync(link, () => handed.Receipts.Count == 9, Long);
        Assert.True(accepted.SelectMany(one => one.CarrierIds).ToHashSet().SetEquals(handed.Receipts.Select(receipt => receipt.CarrierId)));
        var read = new Dictionary<string, SortedList<int, string>>();
        for (var i = 0; i < 9; i++)
        {
            using var line = JsonDocument.Parse(await peer.LineAsync());
            var pdu = line.RootElement;
            var udh = pdu.GetProperty("udh");
            var number = udh.GetArrayLength() == 0 ? 1 : int.Parse(udh[0].GetString()![^2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            Assert.Equal(udh.GetArrayLength() == 0 ? 0 : 0x40, pdu.GetProperty("esm").GetInt32());
            Assert.Equal(("BE-Alert", 5, 1), (pdu.GetProperty("from").GetString(), pdu.GetProperty("ton").GetInt32(), pdu.GetProperty("registered").GetInt32()));
            var to = pdu.GetProperty("to").GetString()!;
            read.TryAdd(to, []);
            read[to].Add(number, pdu.GetProperty("text").GetString()!);
        }

        Assert.Equal(Texts, Enumerable.Range(0, 5).Select(i => string.Concat(read[$"3247000000{i}"].Values)));
    }

    [Fact]
    public async Task The_perl_server_reads_each_text_as_it_was_written()
    {
        var port = Peer.FreePort();
        await using var peer = Peer.Start("perl", Script("smsc.pl"), port.ToString(CultureInfo.InvariantCulture));
        Assert.StartsWith("listening", await peer.LineAsync(), StringComparison.Ordinal);
        await using var link = SmppLink.Start(To(port), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, [.. Texts.Select((text, i) => Handed.Message($"3247000000{i}", text))], Long);
        Assert.Equal(5, handed.Count<CarrierReport.Accepted>());
        var read = new Dictionary<string, SortedList<string, string>>();
        for (var i = 0; i < 9; i++)
        {
            var fields = (await peer.LineAsync()).Split('\t');
            Assert.Equal("BE-Alert", fields[1]);
            Assert.Equal(fields[2] == "8", !GsmText.Fits(fields[4]) || fields[0].EndsWith('4'));
            read.TryAdd(fields[0], []);
            read[fields[0]].Add(fields[3], fields[4]);
        }

        Assert.Equal(Texts, Enumerable.Range(0, 5).Select(i => string.Concat(read[$"3247000000{i}"].Values)));
    }

    [Fact]
    public async Task The_npm_server_s_throttling_is_obeyed_until_all_is_taken()
    {
        await using var peer = Peer.Start("node", Script("smsc.js"), "0", "-1", "300", "quiet");
        await using var link = SmppLink.Start(To(int.Parse((await peer.LineAsync())[10..], CultureInfo.InvariantCulture)), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, Handed.Messages(600), Long);
        Assert.Equal(600, handed.Count<CarrierReport.Accepted>());
        Assert.Contains(handed.Others, report => report is CarrierReport.Throttled);
    }

    [Fact]
    public async Task The_npm_server_refuses_a_wrong_password_and_the_route_is_down()
    {
        await using var peer = Peer.Start("node", Script("smsc.js"), "0");
        await using var link = SmppLink.Start(To(int.Parse((await peer.LineAsync())[10..], CultureInfo.InvariantCulture)) with { Password = "wrong" }, Clock.System);
        await new Handed().ReadUntilAsync(link, () => link.State.Condition == LinkCondition.Refused, Long);
        Assert.Equal("bind refused: 0x0E RINVPASWD", link.State.Reason);
    }

    [Fact]
    public async Task Both_pass_through_a_line_that_doubles_and_reorders_answers()
    {
        await using var peer = Peer.Start("node", Script("smsc.js"), "0", "1", "0", "quiet");
        await using var proxy = new FaultProxy(int.Parse((await peer.LineAsync())[10..], CultureInfo.InvariantCulture), new Faults { DoublePerMille = 200, ReorderPerMille = 300 });
        await using var link = SmppLink.Start(To(proxy.Port), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, Handed.Messages(500), Long);
        Assert.Equal(500, handed.Count<CarrierReport.Accepted>());
        await handed.ReadUntilAsync(link, () => handed.Receipts.Count == 500, Long);
    }
}
