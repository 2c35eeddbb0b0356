using System.Text;
using Belfry.Dispatch;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Dispatch;

/// <summary>3GPP TS 23.038 and TS 23.040, as far as a short message needs them.</summary>
public sealed class SmsTextTests
{
    // Weighted to what hurts: borders, extension characters, accents of Belgium, emoji with joiners, lone surrogates, towers of accents.
    static readonly Gen<string> Texts = Gen.Frequency(
        (6, Gen.Char['a', 'z'].Select(c => c.ToString())), (2, Gen.OneOf("€", "[", "\\", "^", "|")), (2, Gen.OneOf("é", "è", "à", "ü", "ß", "Ç")),
        (1, Gen.OneOf("ê", "ë", "ç", "œ")), (1, Gen.OneOf("🔥", "👨‍👩‍👧", "🇧🇪", "e\u0301", "a\u0323\u0301", "\uD83D", "\uDE00"))).Array[0, 400].Select(string.Concat);

    [Theory]
    [InlineData("@£$¥èéùìòÇ", "00010203040506070809")]
    [InlineData("€[]{}\\^~|", "1B651B3C1B3E1B281B291B2F1B141B3D1B40")]
    [InlineData("ÄÖÑÜ§¿äöñüà", "5B5C5D5E5F607B7C7D7E7F")]
    public void Each_character_has_the_code_of_the_table(string text, string octets)
    {
        Assert.Equal(octets, Convert.ToHexString(GsmText.Encode(text)));
        Assert.Equal(text, GsmText.Decode(Convert.FromHexString(octets)));
    }

    [Fact]
    public void The_whole_alphabet_has_137_characters_and_comes_back()
    {
        var all = string.Concat(Enumerable.Range(0, 0x2100).Select(i => (char)i).Where(c => GsmText.Septets(c) > 0));
        Assert.Equal(127 + 10, all.Length);
        Assert.Equal(all, GsmText.Decode(GsmText.Encode(all)));
    }

    [Theory]
    [InlineData(160, 'a', SmsEncoding.Gsm7, 1, 0)]
    [InlineData(161, 'a', SmsEncoding.Gsm7, 2, 145)]
    [InlineData(306, 'é', SmsEncoding.Gsm7, 2, 0)]
    [InlineData(80, '€', SmsEncoding.Gsm7, 1, 0)]
    [InlineData(153, '€', SmsEncoding.Gsm7, 3, 151)]
    [InlineData(70, 'ê', SmsEncoding.Ucs2, 1, 0)]
    [InlineData(71, 'ê', SmsEncoding.Ucs2, 2, 63)]
    [InlineData(0, 'a', SmsEncoding.Gsm7, 1, 160)]
    public void Segments_are_counted_as_the_operator_bills_them(int count, char character, SmsEncoding encoding, int segments, int left)
    {
        var counted = SmsSegments.Of(new string(character, count));
        Assert.Equal((encoding, segments, left), (counted.Encoding, counted.Segments, counted.CharactersLeft));
    }

    [Fact]
    public void Parts_joined_are_the_text_and_no_part_is_too_long_or_cuts_a_character() => Texts.Sample(text =>
    {
        foreach (var reference in (ConcatReference[])[ConcatReference.EightBit, ConcatReference.SixteenBit])
        {
            var cut = SmsSegments.Of(text, reference);
            var (alone, inParts) = cut.Encoding == SmsEncoding.Gsm7 ? (160, reference == ConcatReference.EightBit ? 153 : 152) : (70, reference == ConcatReference.EightBit ? 67 : 66);
            Assert.Equal(cut.Segments, cut.Parts.Count);
            var joined = string.Concat(cut.Parts);
            Assert.Equal(joined, joined.Normalize());
            Assert.Equal(Whole(text).Normalize(), joined);
            foreach (var part in cut.Parts)
            {
                var units = cut.Encoding == SmsEncoding.Gsm7 ? GsmText.Encode(part).Length : part.Length;
                Assert.InRange(units, 0, cut.Segments == 1 ? alone : inParts);
                Assert.False(part.Length > 0 && char.IsLowSurrogate(part[0]));
                Assert.False(part.Length > 0 && part[0] is '\u0301' or '\u0323' or '\u200D');
            }
        }
    }, iter: 3_000);

    [Fact]
    public void Ten_thousand_accents_on_one_letter_are_cut_all_the_same()
    {
        var cut = SmsSegments.Of("a" + new string('\u0323', 10_000));
        Assert.Equal(10_000, string.Concat(cut.Parts).Length);
        Assert.Equal(150, cut.Segments);
    }

    [Theory]
    [InlineData("Fenêtres fermées, ça brûle près de l’église – où êtes-vous ?", "Fenetres fermées, ca brule près de l'église - où etes-vous ?")]
    [InlineData("Coöperatie in België: ‘blijf binnen’…", "Coöperatie in Belgie: 'blijf binnen'...")]
    [InlineData("„Bleiben Sie drinnen“", "\"Bleiben Sie drinnen\"")]
    [InlineData("cœur 🔥", "coeur 🔥")]
    public void The_offer_says_what_would_change(string text, string offered)
    {
        var offer = GsmOffer.For(text);
        Assert.Equal(offered, offer.Text);
        Assert.Equal(GsmText.Fits(offered), offer.Fits);
        Assert.Equal(offered, offer.Changes.Aggregate(text.Normalize(), (changed, change) => changed.Replace(change.From, change.To, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_text_that_fits_is_offered_nothing()
    {
        var offer = GsmOffer.For("Élévation à Liège? Non: É is in the alphabet, È is not.");
        Assert.Equal(["È"], offer.Changes.Select(change => change.From));
        Assert.Empty(GsmOffer.For("Inondation: évacuez.").Changes);
    }

    [Fact]
    public void Decoding_never_throws() => Gen.Byte.Array[0, 200].Sample(octets => Assert.NotNull(GsmText.Decode(octets)));

    static string Whole(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
