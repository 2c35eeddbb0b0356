using System.Net.Sockets;
using System.Net;
using System.Buffers.Binary;
using Belfry.Dispatch;
using Belfry.Kernel;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Dispatch;

/// <summary>F-8: what a bad carrier or a bad line does, and that nothing is lost or counted twice.</summary>
public sealed class SmppFaultTests
{
    static readonly TimeSpan Long = TimeSpan.FromSeconds(40);

    static SimulatedSmsc Smsc(SimulatedSmscSettings? settings = null) =>
        SimulatedSmsc.Start(World.Test, settings ?? new SimulatedSmscSettings { ReceiptLeast = TimeSpan.Zero, ReceiptMean = TimeSpan.FromMilliseconds(10) }, Clock.System).Value;

    static SmppSettings To(int port, int window = 20) => new()
    {
        Port = port,
        SystemId = "belfry",
        Password = "rehearse",
        Window = window,
        EnquireEvery = TimeSpan.FromMilliseconds(300),
        ResponseTimeout = TimeSpan.FromMilliseconds(700),
        ConnectTimeout = TimeSpan.FromSeconds(2),
        ReconnectFirst = TimeSpan.FromMilliseconds(20),
        ReconnectMost = TimeSpan.FromMilliseconds(100),
    };

    /// <summary>Taken at the carrier = accepted + those unknown that it did take; what it took is never fewer than what we call accepted.</summary>
    static void AddsUp(Handed handed, SimulatedSmsc smsc, int messages)
    {
        Assert.Equal(messages, handed.Verdicts.Count);
        Assert.InRange(smsc.Counts.Taken, handed.Count<CarrierReport.Accepted>(), handed.Count<CarrierReport.Accepted>() + handed.Count<CarrierReport.Unknown>());
    }

    [Fact]
    public Task F8_Cut_anywhere_in_an_answer_nothing_is_lost() => Gen.Int[0, 900].SampleAsync(async cut =>
    {
        await using var smsc = Smsc();
        await using var proxy = new FaultProxy(smsc.Port, new Faults { CutAfterAnswers = cut, Connections = 1 });
        await using var link = SmppLink.Start(To(proxy.Port), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, Handed.Messages(60), Long, repeatNotSent: true);
        AddsUp(handed, smsc, 60);
        Assert.InRange(handed.Count<CarrierReport.Unknown>(), 0, 20);
        Assert.Equal(2, proxy.Accepted);
    }, iter: 25, threads: 1);

    [Fact]
    public Task F8_Cut_anywhere_in_a_request_nothing_is_lost() => Gen.Int[1, 3_000].SampleAsync(async cut =>
    {
        await using var smsc = Smsc();
        await using var proxy = new FaultProxy(smsc.Port, new Faults { CutAfterRequests = cut, Connections = 2 });
        await using var link = SmppLink.Start(To(proxy.Port), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, Handed.Messages(60, new string('x', 400)), Long, repeatNotSent: true);
        Assert.Equal(60, handed.Verdicts.Count);
        Assert.InRange(smsc.Inbox.Messages, handed.Count<CarrierReport.Accepted>(), 60);
        Assert.InRange(handed.Count<CarrierReport.Unknown>(), 0, 40);
    }, iter: 25, threads: 1);

    [Theory]
    [InlineData(1, 30, 0, 0, 0, 0)]
    [InlineData(2, 0, 300, 0, 0, 0)]
    [InlineData(3, 0, 0, 400, 0, 0)]
    [InlineData(4, 0, 0, 0, 300, 0)]
    [InlineData(5, 0, 0, 0, 0, 30)]
    [InlineData(6, 30, 100, 200, 100, 30)]
    public async Task F8_Answers_lost_doubled_out_of_order_unknown_or_corrupt_each_message_has_one_verdict(int seed, int lose, int twice, int reorder, int stray, int corrupt)
    {
        await using var smsc = Smsc();
        await using var proxy = new FaultProxy(smsc.Port, new Faults { Seed = seed, LosePerMille = lose, DoublePerMille = twice, ReorderPerMille = reorder, StrayPerMille = stray, CorruptPerMille = corrupt });
        await using var link = SmppLink.Start(To(proxy.Port), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, Handed.Messages(400), Long, repeatNotSent: true);
        AddsUp(handed, smsc, 400);
        Assert.Equal(lose + corrupt > 0, handed.Count<CarrierReport.Unknown>() > 0);
        Assert.Equal(corrupt > 0, proxy.Accepted > 1);
        if (twice + stray > 0)
        {
            Assert.True(link.StrayAnswers > 0);
        }
    }

    [Fact]
    public async Task F8_A_mute_carrier_holds_no_more_than_the_window_and_another_channel_is_untouched()
    {
        await using var smsc = Smsc();
        await using var other = Smsc();
        await using var mute = SmppLink.Start(To(smsc.Port), Clock.System);
        await using var healthy = SmppLink.Start(To(other.Port), Clock.System);
        var (handedMute, handedHealthy) = (new Handed(), new Handed());
        await mute.WaitForRoomAsync(TestContext.Current.CancellationToken);
        smsc.Mute = true;
        mute.Submit(Handed.Messages(20));
        Assert.Equal(0, mute.FreeWindow);
        mute.Submit(Handed.Messages(1));
        var healthyRun = handedHealthy.HandAsync(healthy, Handed.Messages(1_000), Long);
        await handedMute.ReadUntilAsync(mute, () => handedMute.Verdicts.Count == 21, TimeSpan.FromSeconds(10));
        Assert.Equal((20, 1), (handedMute.Count<CarrierReport.Unknown>(), handedMute.NotSent));
        await healthyRun;
        Assert.Equal(1_000, handedHealthy.Count<CarrierReport.Accepted>());
        smsc.Mute = false;
        await new Handed().HandAsync(mute, Handed.Messages(30), Long, repeatNotSent: true);
        Assert.Equal(LinkCondition.Up, mute.State.Condition);
    }

    [Fact]
    public async Task F8_An_idle_mute_carrier_is_found_out_by_enquire_link()
    {
        await using var smsc = Smsc();
        await using var link = SmppLink.Start(To(smsc.Port), Clock.System);
        var handed = new Handed();
        await link.WaitForRoomAsync(TestContext.Current.CancellationToken);
        smsc.Mute = true;
        await handed.ReadUntilAsync(link, () => handed.Others.Exists(report => report is CarrierReport.LinkChanged { State.Condition: LinkCondition.Down }), Long);
        Assert.Contains(handed.Others, report => report is CarrierReport.LinkChanged { State.Reason: "two enquire_link without an answer" });
    }

    [Fact]
    public async Task F8_An_answer_past_its_time_leaves_unknown_and_is_told_as_late()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var link = SmppLink.Start(To(((IPEndPoint)listener.LocalEndpoint).Port) with { EnquireEvery = TimeSpan.FromSeconds(1), ResponseTimeout = TimeSpan.FromSeconds(3) }, Clock.System);
        using var socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        var handed = new Handed();
        var message = Handed.Message("32470000001", "Storm");
        var answering = AnswerAllButTheSubmitAsync(socket, () => handed.Verdicts.Count == 1);
        await link.WaitForRoomAsync(TestContext.Current.CancellationToken);
        link.Submit([message]);
        await handed.ReadUntilAsync(link, () => handed.Others.Exists(report => report is CarrierReport.LateAnswer), Long);
        await answering;
        Assert.Equal("no answer in time", Assert.IsType<CarrierReport.Unknown>(handed.Verdicts.Values.Single()).Why);
        Assert.Equal(new CarrierReport.LateAnswer(message.Reference, "77", true), handed.Others.OfType<CarrierReport.LateAnswer>().Single());
        Assert.Equal(LinkCondition.Up, link.State.Condition);
    }

    static async Task AnswerAllButTheSubmitAsync(Socket socket, Func<bool> now)
    {
        var buffer = new byte[4_096];
        var (filled, submit) = (0, Array.Empty<byte>());
        while (submit.Length == 0 || !now())
        {
            filled += await socket.ReceiveAsync(buffer.AsMemory(filled), TestContext.Current.CancellationToken);
            while (filled >= 16 && BinaryPrimitives.ReadInt32BigEndian(buffer) is var length && filled >= length)
            {
                var sequence = buffer.AsSpan(12, 4).ToArray();
                switch (buffer[7])
                {
                    case 9:
                        await socket.SendAsync((byte[])[0, 0, 0, 17, 0x80, 0, 0, 9, 0, 0, 0, 0, .. sequence, 0], TestContext.Current.CancellationToken);
                        break;
                    case 0x15:
                        await socket.SendAsync((byte[])[0, 0, 0, 16, 0x80, 0, 0, 0x15, 0, 0, 0, 0, .. sequence], TestContext.Current.CancellationToken);
                        break;
                    default:
                        submit = sequence;
                        break;
                }

                buffer.AsSpan(length, filled - length).CopyTo(buffer);
                filled -= length;
            }
        }

        await socket.SendAsync((byte[])[0, 0, 0, 19, 0x80, 0, 0, 4, 0, 0, 0, 0, .. submit, .. "77\0"u8], TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task F8_A_carrier_that_is_not_there_is_tried_until_it_comes()
    {
        int port;
        await using (var first = Smsc())
        {
            port = first.Port;
        }

        await using var link = SmppLink.Start(To(port), Clock.System);
        var handed = new Handed();
        await handed.ReadUntilAsync(link, () => link.State.Condition == LinkCondition.Down, Long);
        await using var smsc = Smsc(new SimulatedSmscSettings { Port = port });
        await handed.HandAsync(link, Handed.Messages(10), Long);
        Assert.Equal(10, handed.Count<CarrierReport.Accepted>());
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 5, 0x80, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 2 }, "DISP-001 command_length at byte 0")]
    [InlineData(new byte[] { 0x7F, 0, 0, 0, 0x80, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 2 }, "DISP-001 command_length at byte 0")]
    [InlineData(new byte[] { 0, 0, 0, 18, 0x80, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 2, 65, 66 }, "DISP-001 message_id at byte 16")]
    [InlineData(new byte[] { 0, 0, 0, 19, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 1 }, "DISP-001 source_addr at byte 19")]
    public async Task F8_A_malformed_pdu_ends_the_link_with_field_and_byte(byte[] pdu, string reason)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var link = SmppLink.Start(To(((IPEndPoint)listener.LocalEndpoint).Port), Clock.System);
        var handed = new Handed();
        using var socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        var bind = new byte[200];
        await socket.ReceiveAsync(bind, TestContext.Current.CancellationToken);
        await socket.SendAsync((byte[])[0, 0, 0, 17, 0x80, 0, 0, 9, 0, 0, 0, 0, .. bind.AsSpan(12, 4), 0], TestContext.Current.CancellationToken);
        await link.WaitForRoomAsync(TestContext.Current.CancellationToken);
        link.Submit(Handed.Messages(1));
        await socket.ReceiveAsync(bind, TestContext.Current.CancellationToken);
        Assert.Equal(4, BinaryPrimitives.ReadInt32BigEndian(bind.AsSpan(4)));
        await socket.SendAsync(pdu, TestContext.Current.CancellationToken);
        await handed.ReadUntilAsync(link, () => handed.Verdicts.Count == 1, Long);
        Assert.StartsWith(reason, Assert.IsType<CarrierReport.Unknown>(handed.Verdicts.Values.Single()).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F8_A_receipt_before_its_answer_twice_and_for_another_message_is_passed_on_as_it_came()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var link = SmppLink.Start(To(((IPEndPoint)listener.LocalEndpoint).Port) with { MessageIds = MessageIdForm.HexThenDecimal, EnquireEvery = TimeSpan.FromMinutes(1) }, Clock.System);
        using var socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        var buffer = new byte[500];
        await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        await socket.SendAsync((byte[])[0, 0, 0, 17, 0x80, 0, 0, 9, 0, 0, 0, 0, .. buffer.AsSpan(12, 4), 0], TestContext.Current.CancellationToken);
        await link.WaitForRoomAsync(TestContext.Current.CancellationToken);
        link.Submit(Handed.Messages(1));
        await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        var sequence = buffer.AsSpan(12, 4).ToArray();
        byte[] early = [.. DeliverSm("id:4660 sub:001 dlvrd:001 submit date:2611241200 done date:261124120001 stat:DELIVRD err:000 text:Storm"), .. DeliverSm("id:4660 stat:DELIVRD err:000"), .. DeliverSm("id:99 stat:UNDELIV err:07A")];
        await socket.SendAsync((byte[])[.. early, 0, 0, 0, 21, 0x80, 0, 0, 4, 0, 0, 0, 0, .. sequence, .. "1234\0"u8], TestContext.Current.CancellationToken);
        var handed = new Handed();
        await handed.ReadUntilAsync(link, () => handed.Verdicts.Count == 1, Long);
        Assert.Equal("4660", Assert.IsType<CarrierReport.Accepted>(handed.Verdicts.Values.Single()).CarrierIds.Single());
        Assert.Equal(["4660", "4660", "99"], handed.Receipts.Select(receipt => receipt.CarrierId));
        Assert.Equal((ReceiptState.Undeliverable, "07A"), (handed.Receipts[2].State, handed.Receipts[2].Error));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 12, 0, 1, TimeSpan.Zero), handed.Receipts[0].At);

        // Not answered before the ledger has it: the carrier would not send it again.
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal(0, socket.Available);
        link.Acknowledge(handed.Receipts[0]);
        Assert.Equal(17, await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken));
        Assert.Equal((byte[])[0, 0, 0, 17, 0x80, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 9, 0], buffer[..17]);
    }

    static byte[] DeliverSm(string text)
    {
        byte[] body = [0, 1, 1, .. "32470000001\0"u8, 0, 1, .. "BE\0"u8, 4, 0, 0, 0, 0, 0, 0, 0, 0, (byte)text.Length, .. System.Text.Encoding.ASCII.GetBytes(text)];
        var pdu = new byte[16 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(pdu, pdu.Length);
        pdu[7] = 5;
        pdu[15] = 9;
        body.CopyTo(pdu, 16);
        return pdu;
    }
}
