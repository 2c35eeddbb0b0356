using System.Buffers;
using System.Text;
using Belfry.Dispatch;
using Belfry.Dispatch.Smpp;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Dispatch;

/// <summary>PDUs: what is written is read again, what is broken is named with its place, nothing throws.</summary>
public sealed class SmppCodecTests
{
    static readonly Gen<string> Numbers = Gen.Char["0123456789"].Array[3, 20].Select(digits => new string(digits));
    static readonly Gen<string> Texts = Gen.OneOf(Gen.Char["abc @é€ê🔥[x"], Gen.Char['a', 'z']).Array[0, 500].Select(characters => new string(characters));

    [Fact]
    public void Every_part_that_is_written_is_read_again() => Gen.Select(Numbers, Texts, Gen.UShort, Gen.Bool, Gen.Bool).Sample((to, text, reference, wide, latin) =>
    {
        var settings = new SmppSettings { Concat = wide ? ConcatReference.SixteenBit : ConcatReference.EightBit, DefaultAlphabet = latin ? DefaultAlphabet.Latin1 : DefaultAlphabet.Gsm7, GsmDataCoding = latin ? (byte)3 : (byte)0 };
        var plan = SmsPlan.Of(text, settings);
        var whole = new StringBuilder();
        for (var part = 0; part < plan.Bodies.Length; part++)
        {
            var buffer = new ArrayBufferWriter<byte>();
            ShortMessage.WriteSubmit(buffer, 77, Sender.From("1789"), to, 1, plan, part, reference);
            Assert.True(PduHeader.TryRead(buffer.WrittenSpan, out var header, out _));
            Assert.Equal(new PduHeader(buffer.WrittenCount, Command.SubmitSm, 0, 77), header);
            Assert.True(ShortMessage.TryRead(buffer.WrittenSpan, out var message, out var malformed), malformed.ToString());
            Assert.Equal(to, Encoding.ASCII.GetString(message.Destination));
            Assert.InRange(message.Content.Length, 0, 160);
            var piece = Concatenation.From(message, out var content);
            Assert.Equal(plan.Bodies.Length == 1 ? default : new Concatenation(wide ? reference : reference & 0xFF, (byte)plan.Bodies.Length, (byte)(part + 1)), piece);
            whole.Append(SmsText.Decode(content, message.DataCoding));
        }

        Assert.Equal(string.Concat(SmsSegments.Of(text).Parts), whole.ToString());
    }, iter: 2_000);

    [Fact]
    public void A_pdu_cut_anywhere_is_named_with_a_place_inside_it()
    {
        var buffer = new ArrayBufferWriter<byte>();
        ShortMessage.WriteReceipt(buffer, 5, "32470000001", "BE-Alert", "0000002a", ReceiptState.Delivered, "id:0000002a stat:DELIVRD");
        for (var length = PduHeader.Size; length < buffer.WrittenCount; length++)
        {
            // Between two optional parameters the rest is whole: there a cut cannot be seen.
            if (!ShortMessage.TryRead(buffer.WrittenSpan[..length], out _, out var malformed))
            {
                Assert.InRange(malformed.Offset, PduHeader.Size, length);
                Assert.NotEqual("", malformed.Field);
            }
            else
            {
                Assert.Contains(length, new[] { buffer.WrittenCount - 5, buffer.WrittenCount - 5 - 13 });
            }
        }
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_and_nothing_throws() => Gen.Byte.Array[16, 300].Sample(bytes =>
    {
        if (ShortMessage.TryRead(bytes, out var message, out var malformed))
        {
            ReceiptText.From(message);
            SmsText.Decode(message);
            Concatenation.From(message, out _);
        }
        else
        {
            Assert.InRange(malformed.Offset, PduHeader.Size, bytes.Length);
        }
    }, iter: 20_000);

    [Theory]
    [InlineData("id:0123456789 sub:001 dlvrd:001 submit date:1302201030 done date:1302201031 stat:DELIVRD err:000 Text:hello", "0123456789", ReceiptState.Delivered, "")]
    [InlineData("ID:ab-9 STAT:Undeliv ERR:27", "ab-9", ReceiptState.Undeliverable, "27")]
    [InlineData("stat:EXPIRED err:0 id:7", "7", ReceiptState.Expired, "")]
    [InlineData("id:1 sub:001 dlvrd:000 submit date:130220103000 done date:130220103100 stat:REJECTD err:4C1 text:id:9 stat:DELIVRD", "1", ReceiptState.Rejected, "4C1")]
    public void Receipts_are_read_from_the_text_carriers_write(string text, string id, ReceiptState state, string error)
    {
        var receipt = Receipt(text);
        Assert.Equal((id, state, error), (receipt!.Value.Id, receipt.Value.State, receipt.Value.Error));
    }

    [Theory]
    [InlineData("")]
    [InlineData("id: stat:DELIVRD")]
    [InlineData("id:1 stat:PERHAPS")]
    [InlineData("Merci")]
    public void What_names_no_message_or_no_state_is_no_receipt(string text) => Assert.Null(Receipt(text));

    [Theory]
    [InlineData("1302201031", 2013, 2, 20, 10, 31, 0)]
    [InlineData("130220103159", 2013, 2, 20, 10, 31, 59)]
    public void Dates_have_ten_digits_or_twelve(string digits, int year, int month, int day, int hour, int minute, int second) =>
        Assert.Equal(new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero), Receipt($"id:1 done date:{digits} stat:DELIVRD")!.Value.Done);

    [Theory]
    [InlineData("13022010")]
    [InlineData("1313331031")]
    [InlineData("")]
    public void A_date_that_is_none_leaves_the_receipt_standing(string digits)
    {
        var receipt = Receipt($"id:1 done date:{digits} stat:DELIVRD");
        Assert.Equal((ReceiptState.Delivered, null), (receipt!.Value.State, receipt.Value.Done));
    }

    [Theory]
    [InlineData(MessageIdForm.Same, "00ff", "00ff", "00ff", "00ff")]
    [InlineData(MessageIdForm.HexThenDecimal, "00ff", "255", "255", "255")]
    [InlineData(MessageIdForm.DecimalThenHex, "255", "255", "00FF", "255")]
    [InlineData(MessageIdForm.HexThenDecimal, "not-hex", "not-hex", "not-hex", "not-hex")]
    public void Ids_of_answer_and_receipt_meet(MessageIdForm form, string answer, string kept, string receipt, string aligned)
    {
        Assert.Equal(kept, ReceiptText.Answered(answer, form));
        Assert.Equal(aligned, ReceiptText.Aligned(receipt, form));
    }

    [Theory]
    [InlineData("BE-Alert", 5, 0)]
    [InlineData("1789", 3, 0)]
    [InlineData("+32470000001", 1, 1)]
    [InlineData("32470000001", 1, 1)]
    public void The_sender_s_kind_is_seen_from_its_look(string text, byte ton, byte npi) => Assert.Equal((ton, npi), (Sender.From(text).Ton, Sender.From(text).Npi));

    [Theory]
    [InlineData("")]
    [InlineData("Crisiscentrum")]
    [InlineData("Crisé")]
    public void A_sender_no_phone_shows_is_refused(string text) => Assert.Throws<ArgumentException>(() => Sender.From(text));

    [Fact]
    public void The_pace_falls_when_throttled_and_rises_again()
    {
        var pace = new Pace(double.PositiveInfinity);
        var now = TimeSpan.FromSeconds(1);
        pace.Tick(now);
        for (var i = 0; i < 500; i++)
        {
            Assert.True(pace.MayNow(now));
            pace.Sent(now);
            pace.Taken();
        }

        now += TimeSpan.FromSeconds(1);
        Assert.True(pace.Slow(now));
        Assert.InRange(pace.PerSecond, 100, 400);
        Assert.False(pace.Slow(now + TimeSpan.FromMilliseconds(100)));
        Assert.False(pace.MayNow(now + TimeSpan.FromMilliseconds(50)));
        var low = pace.PerSecond;
        Assert.True(pace.MayNow(now += TimeSpan.FromSeconds(1)));
        pace.Tick(now);
        Assert.InRange(pace.PerSecond, low * 1.04, low * 1.06);
    }

    static ReceiptText? Receipt(string text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var pdu = new PduWriter(buffer, Command.DeliverSm, 0, 1, 400);
        pdu.Octets([0, 1, 1, .. "32470000001\0"u8, 0, 1, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, (byte)text.Length]);
        pdu.Octets(Encoding.Latin1.GetBytes(text));
        pdu.End();
        Assert.True(ShortMessage.TryRead(buffer.WrittenSpan, out var message, out _));
        return ReceiptText.From(message);
    }
}
