using System.Net;
using Belfry.Dispatch;
using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.Dispatch;

/// <summary>Our link against our own simulated carrier, on real sockets.</summary>
public sealed class SmppLinkTests
{
    static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    static SimulatedSmsc Smsc(SimulatedSmscSettings? settings = null) =>
        SimulatedSmsc.Start(World.Test, settings ?? new SimulatedSmscSettings { ReceiptLeast = TimeSpan.Zero, ReceiptMean = TimeSpan.FromMilliseconds(30) }, Clock.System).Value;

    static SmppSettings To(int port, int window = 50) => new() { Port = port, SystemId = "belfry", Password = "rehearse", Window = window, ReconnectFirst = TimeSpan.FromMilliseconds(50), ReconnectMost = TimeSpan.FromMilliseconds(200) };

    [Fact]
    public async Task Every_message_is_taken_once_and_every_receipt_comes_home()
    {
        await using var smsc = Smsc();
        await using var link = SmppLink.Start(To(smsc.Port), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, Handed.Messages(2_000), Long);
        Assert.Equal(2_000, handed.Count<CarrierReport.Accepted>());
        await handed.ReadUntilAsync(link, () => handed.Receipts.Count >= 2_000, Long);
        var ids = handed.Verdicts.Values.OfType<CarrierReport.Accepted>().Select(accepted => accepted.CarrierIds.Single()).ToHashSet();
        Assert.Equal(2_000, ids.Count);
        Assert.True(ids.SetEquals(handed.Receipts.Select(receipt => receipt.CarrierId)));
        Assert.All(handed.Receipts, receipt => Assert.Equal(ReceiptState.Delivered, receipt.State));
        Assert.Equal(2_000, smsc.Inbox.Messages);
    }

    [Theory]
    [InlineData("Rivière en crue à Liège. Écoutez la radio: 5 € [info]", 1, SmsEncoding.Gsm7)]
    [InlineData("Fenêtres fermées. Restez à l’intérieur.", 1, SmsEncoding.Ucs2)]
    [InlineData("Feuer 🔥 in der Nähe. Türen schließen, bitte drinnen bleiben. Bedankt om de buren te verwittigen. 👨‍👩‍👧", 2, SmsEncoding.Ucs2)]
    public async Task The_phone_shows_the_text_that_was_written(string text, int parts, SmsEncoding encoding)
    {
        await using var smsc = Smsc();
        foreach (var reference in (ConcatReference[])[ConcatReference.EightBit, ConcatReference.SixteenBit])
        {
            await using var link = SmppLink.Start(To(smsc.Port) with { Concat = reference }, Clock.System);
            var handed = new Handed();
            var number = reference == ConcatReference.EightBit ? "+32470000001" : "+32470000002";
            await handed.HandAsync(link, [Handed.Message(number, text)], Long);
            Assert.Equal(parts, handed.Verdicts.Values.OfType<CarrierReport.Accepted>().Single().CarrierIds.Count);
            Assert.Equal((text, parts, encoding), smsc.Inbox.Of(number).Select(message => (message.Text, message.Parts, message.Encoding)).Single());
        }
    }

    [Fact]
    public async Task A_text_of_five_parts_passes_a_window_of_two()
    {
        await using var smsc = Smsc();
        await using var link = SmppLink.Start(To(smsc.Port, window: 2), Clock.System);
        var handed = new Handed();
        var text = string.Concat(Enumerable.Repeat("Blijf binnen en sluit deuren en ramen. ", 18));
        await handed.HandAsync(link, [Handed.Message("32470000003", text), Handed.Message("32470000004", text)], Long, repeatNotSent: true);
        Assert.Equal(text, smsc.Inbox.Of("32470000003").Single().Text);
        Assert.Equal(5, smsc.Inbox.Of("32470000004").Single().Parts);
    }

    [Fact]
    public async Task A_throttling_carrier_slows_the_link_and_gets_the_same_messages_again()
    {
        await using var smsc = Smsc(new SimulatedSmscSettings { PerSecond = 200, ReceiptMean = TimeSpan.Zero });
        await using var link = SmppLink.Start(To(smsc.Port), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, Handed.Messages(500), Long);
        Assert.Equal(500, handed.Count<CarrierReport.Accepted>());
        Assert.Equal(500, smsc.Counts.Taken);
        Assert.Equal(500, smsc.Inbox.Phones);
        Assert.Contains(handed.Others, report => report is CarrierReport.Throttled);
        Assert.InRange(smsc.Counts.Throttled, 1, 400);
    }

    [Fact]
    public async Task A_full_carrier_is_waited_for()
    {
        await using var smsc = Smsc(new SimulatedSmscSettings { Capacity = 30, ReceiptLeast = TimeSpan.FromMilliseconds(100), ReceiptMean = TimeSpan.FromMilliseconds(50) });
        await using var link = SmppLink.Start(To(smsc.Port), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, Handed.Messages(120), Long);
        Assert.Equal(120, handed.Count<CarrierReport.Accepted>());
    }

    [Fact]
    public async Task A_refused_number_is_refused_for_good_and_the_others_pass()
    {
        await using var smsc = Smsc(new SimulatedSmscSettings { RefusedPerMille = 250, ReceiptMean = TimeSpan.Zero });
        await using var link = SmppLink.Start(To(smsc.Port), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, Handed.Messages(400), Long);
        Assert.Equal(smsc.Counts.Refused, handed.Count<CarrierReport.Refused>());
        Assert.All(handed.Verdicts.Values.OfType<CarrierReport.Refused>(), refused => Assert.Equal((RefusalKind.Permanent, "0x0B RINVDSTADR"), (refused.Kind, refused.Code)));
        Assert.InRange(handed.Count<CarrierReport.Refused>(), 50, 150);
    }

    [Fact]
    public async Task What_cannot_be_an_address_never_leaves()
    {
        await using var smsc = Smsc();
        await using var link = SmppLink.Start(To(smsc.Port), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, [Handed.Message("112;drop", "x"), Handed.Message("", "x"), Handed.Message("+", "x"), Handed.Message("٠١٢٣٤", "x"), Handed.Message(new string('1', 21), "x")], Long);
        Assert.All(handed.Verdicts.Values, verdict => Assert.Equal("DISP-002", Assert.IsType<CarrierReport.Refused>(verdict).Code));
        Assert.Equal(0, smsc.Counts.Taken);
    }

    [Fact]
    public async Task A_text_beyond_255_parts_is_refused_whole()
    {
        await using var smsc = Smsc();
        await using var link = SmppLink.Start(To(smsc.Port), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, [Handed.Message("32470000001", new string('a', 40_000))], Long);
        Assert.Equal("DISP-004", handed.Verdicts.Values.Cast<CarrierReport.Refused>().Single().Code);
    }

    [Fact]
    public async Task A_wrong_password_puts_the_route_down_and_nothing_is_sent()
    {
        await using var smsc = Smsc();
        await using var link = SmppLink.Start(To(smsc.Port) with { Password = "wrong" }, Clock.System);
        var handed = new Handed();
        await handed.ReadUntilAsync(link, () => link.State.Condition == LinkCondition.Refused, Long);
        Assert.Contains("0x0E RINVPASWD", link.State.Reason, StringComparison.Ordinal);
        Assert.Equal(0, link.FreeWindow);
        link.Submit([Handed.Message("32470000001", "x")]);
        await handed.ReadUntilAsync(link, () => handed.Verdicts.Count == 1, Long);
        Assert.Equal(1, handed.NotSent);
    }

    [Fact]
    public async Task What_waits_behind_the_pace_is_given_back_on_stop()
    {
        await using var smsc = Smsc();
        await using var link = SmppLink.Start(To(smsc.Port, window: 100) with { PerSecond = 10 }, Clock.System);
        var handed = new Handed();
        var (stopped, other) = (Guid.Parse("00000000-0000-7000-8000-000000000001"), Guid.Parse("00000000-0000-7000-8000-000000000002"));
        await link.WaitForRoomAsync(TestContext.Current.CancellationToken);
        link.Submit([.. Enumerable.Range(0, 80).Select(i => Handed.Message($"324700000{i:D2}", "x", stopped)), Handed.Message("32470000099", "y", other)]);
        link.Stop(stopped);
        await handed.ReadUntilAsync(link, () => handed.Verdicts.Count == 81, Long);
        Assert.InRange(handed.NotSent, 70, 80);
        Assert.Single(smsc.Inbox.Of("32470000099"));
    }

    [Fact]
    public async Task A_message_past_its_time_is_not_sent()
    {
        await using var smsc = Smsc();
        await using var link = SmppLink.Start(To(smsc.Port), Clock.System);
        var handed = new Handed();
        await handed.HandAsync(link, [Handed.Message("32470000001", "x") with { NotAfter = Clock.System.Now.AddSeconds(-1) }, Handed.Message("32470000002", "y") with { NotAfter = Clock.System.Now.AddMinutes(1) }], Long);
        Assert.Equal((1, 1), (handed.NotSent, handed.Count<CarrierReport.Accepted>()));
        Assert.Equal(1, smsc.Counts.Taken);
    }

    [Fact]
    public async Task Closing_waits_for_the_answers_and_unbinds()
    {
        await using var smsc = Smsc();
        var link = SmppLink.Start(To(smsc.Port), Clock.System);
        await link.WaitForRoomAsync(TestContext.Current.CancellationToken);
        link.Submit(Handed.Messages(50));
        await link.DisposeAsync();
        var handed = new Handed();
        await handed.ReadUntilAsync(link, () => handed.Verdicts.Count == 50, Long);
        Assert.Equal(50, handed.Count<CarrierReport.Accepted>());
        Assert.Equal(LinkCondition.Closed, link.State.Condition);
    }

    [Fact]
    public void Simulated_carriers_do_not_exist_in_the_real_world_nor_off_loopback()
    {
        Assert.Equal("DISP-005", SimulatedSmsc.Start(World.Real, new SimulatedSmscSettings(), Clock.System).Problems.Single().Code);
        Assert.Equal("DISP-006", SimulatedSmsc.Start(World.Test, new SimulatedSmscSettings { Address = IPAddress.Any }, Clock.System).Problems.Single().Code);
    }

    [Fact]
    public async Task A_taken_port_is_named()
    {
        await using var smsc = Smsc();
        var problem = SimulatedSmsc.Start(World.Test, new SimulatedSmscSettings { Port = smsc.Port }, Clock.System).Problems.Single();
        Assert.Equal(("DISP-007", "port"), (problem.Code, problem.Field));
    }
}
