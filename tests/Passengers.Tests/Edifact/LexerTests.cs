using System.Text;
using Belfry.Passengers;
using Belfry.Passengers.Edifact;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Edifact;

public sealed class LexerTests
{
    [Theory]
    [InlineData("UNA:+.? 'UNB+IATA:1+A'", ":+?'")]
    [InlineData("UNA:+.?*'UNB+IATA:1+A'", ":+?'")]
    [InlineData("UNA:-.? *UNB-IATA:1-A*", ":-?*")]
    [InlineData("UNA:(.) -UNB(UNOA:4(A-", ":()-")]
    [InlineData("UNA:*.? #UNB*UNOA:4*A#", ":*?#")]
    [InlineData(" UNA:+.?*'\r\n UNB+UNOA:4+A'", ":+?'")]
    [InlineData("UNA:+.?~'\nUNB+UNOA:4+A'", ":+?'")]
    [InlineData("UNB+UNOA:4+ZZ+BEPIU'", ":+?'")] // none
    [InlineData("UNA:+.  'UNB+UNOA:4+A'", ":+\0'")] // no release character
    [InlineData("UNA:+.? \nUNB+UNOA:4+A\n", ":+?\n")] // a line feed ends segments
    public void Any_service_characters_are_taken_from_the_UNA(string text, string expected)
    {
        var start = Start(text);

        Assert.Equal(expected, string.Concat(((byte[])[start.Separators.Component, start.Separators.Element, start.Separators.Release, start.Separators.Terminator]).Select(b => (char)b)));
        Assert.False(start.Malformed);
    }

    [Theory]
    [InlineData("UNA:+\\*'\nUNB+IATA:1+A'", ":+\\'")] // one character short, as a guide printed it
    [InlineData("UNA:+.?'UNB+IATA:1+A'", ":+?'")]
    [InlineData("UNA:::::'UNB+IATA:1+A'", ":+?'")] // not four different characters
    [InlineData("UNAabcdefUNB+IATA:1+A'", ":+?'")] // letters separate nothing
    public void A_damaged_UNA_is_said_and_the_header_shows_what_it_meant(string text, string expected)
    {
        var start = Start(text);

        Assert.True(start.Malformed);
        Assert.Equal(expected, string.Concat(((byte[])[start.Separators.Component, start.Separators.Element, start.Separators.Release, start.Separators.Terminator]).Select(b => (char)b)));
    }

    [Theory]
    [InlineData("FAUNA AND UNB ARE HERE")]
    [InlineData("UNB")]
    [InlineData("UNA:+.? '")]
    [InlineData("")]
    [InlineData("Email secured by UN Antivirus")]
    public void What_only_looks_like_a_start_is_none(string text) =>
        Assert.Null(InterchangeStart.Find(Unwrapped.From(Encoding.ASCII.GetBytes(text)), 0));

    [Theory]
    [InlineData("A+B??'", "B?")]
    [InlineData("A+B???''", "B?'")]
    [InlineData("A+?+?:?'??'", "+:'?")]
    [InlineData("A+FRED? SAMPLES'", "FRED SAMPLES")]
    [InlineData("A+B?\r\n'C'", "B'C")] // a line ends between the release character and what it releases
    [InlineData("A+B?", "B")] // the text ends behind it
    public void A_release_character_gives_the_next_byte_once(string text, string expected)
    {
        var reader = Reader(text);

        Assert.True(reader.Next());
        Assert.Equal(expected, reader[1, 1]);
        Assert.False(reader.Next());
    }

    [Fact]
    public void Absent_elements_and_components_are_empty_and_places_point_at_bytes()
    {
        var reader = Reader("TAG+a:b++c'\r\nNEXT+d'");

        Assert.True(reader.Next());
        Assert.Equal(("TAG", 3, 2, 0, "b", "", "", "c", ""), (reader.Tag, reader.Elements, reader.Components(1), reader.Components(9), reader[1, 2], reader[1, 3], reader[2, 1], reader[3, 1], reader[4, 1]));
        Assert.Equal((6L, 9L), (reader.At(1, 2).Offset, reader.At(3).Offset));
        Assert.True(reader.Next());
        Assert.Equal((2, "NEXT", 13L, 18L), (reader.Number, reader.Tag, reader.Offset, reader.At(1).Offset));
    }

    [Fact]
    public void Places_count_the_bytes_as_received_also_behind_wraps_noise_and_looking_back()
    {
        var text = "QK HEADER\r\n.ORIGIN 010800\r\n" + Sample.PnrgovText("TIF+MAES+JAN:A:1", "TIF+:+::A");
        var wrapped = Wrap(text, 11);
        var reading = Sample.Read(Encoding.ASCII.GetBytes(wrapped));
        var rejected = Assert.Single(reading.Messages[0].Rejected);

        Assert.StartsWith("+:+::A", wrapped[((int)rejected.Place.Offset - 1)..].Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(1, rejected.Place.Element);
    }

    // ISO 9735: every separator set, every text, wrapped anywhere, comes back letter by letter.
    [Fact]
    public void Every_name_comes_back_under_every_UNA_and_every_wrap() =>
        Gen.Select(
            Gen.Shuffle(":+?'*-()#$~^|!%;=@_{}[]<>/".ToCharArray()),
            Gen.String[Gen.Char[' ', '~'], 1, 40].Where(name => name.Trim().Length > 0),
            Gen.Int[1, 90]).Sample((set, name, width) =>
        {
            var (component, element, release, terminator) = (set[0], set[1], set[2], set[3]);
            string Escape(string text) => string.Concat(text.Select(c => c == component || c == element || c == release || c == terminator ? $"{release}{c}" : $"{c}"));
            var plain = Sample.PnrgovText("TIF+\u0001+\u0002:A:1");
            var text = string.Concat(plain.Select(c => c switch
            {
                ':' => $"{component}", '+' => $"{element}", '\'' => $"{terminator}", '\u0001' => Escape(name), '\u0002' => Escape("X" + name), _ => $"{c}",
            }));
            var message = Assert.Single(Sample.Read(Encoding.ASCII.GetBytes(Wrap($"UNA{component}{element}.{release} {terminator}{text}", width))).Messages);
            var read = Assert.Single(message.Passengers).Name;
            Assert.Equal((name, "X" + name), (read.SurnameAsSent, read.GivenAsSent));
        }, iter: 2_000);

    [Theory]
    [InlineData("TIF+TQJ05TIF+JAN:A:1", "TQJ05TIF", "JAN")]
    [InlineData("TIF+D\u00b4NAD+JAN:A:1", "D\u00b4NAD", "JAN")]
    [InlineData("TIF+MATIF+JAN:A:1", "MATIF", "JAN")]
    public void A_name_that_ends_like_a_tag_is_a_name(string segment, string surname, string given)
    {
        var name = Assert.Single(Sample.Pnrgov(segment).Passengers).Name;

        Assert.Equal((surname, given), (name.Surname, name.Given));
    }

    [Fact]
    public void Garbage_without_separators_or_of_separators_alone_is_bounded()
    {
        foreach (var filler in (string[])["X", "+", ":", "?", "'", " ", "\n"])
        {
            var bytes = Encoding.ASCII.GetBytes("UNB+UNOA:4+A'" + string.Concat(Enumerable.Repeat(filler, 1_000_000)));
            var before = GC.GetAllocatedBytesForCurrentThread();
            Sample.Read(bytes);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
        }
    }

    internal static string Wrap(string text, int width) =>
        string.Join("\r\n", Enumerable.Range(0, (text.Length + width - 1) / width).Select(line => text.Substring(line * width, Math.Min(width, text.Length - (line * width)))));

    static InterchangeStart Start(string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        var keep = text.Contains(" \nUNB", StringComparison.Ordinal) ? (byte)'\n' : (byte)0;
        return InterchangeStart.Find(Unwrapped.From(bytes, keep), 0)!.Value;
    }

    static SegmentReader Reader(string text) => new(Unwrapped.From(Encoding.ASCII.GetBytes(text)), Separators.Usual, 0, Encoding.ASCII);
}
