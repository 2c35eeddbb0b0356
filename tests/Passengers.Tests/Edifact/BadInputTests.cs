using System.Diagnostics;
using System.Text;
using Belfry.Passengers;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Edifact;

/// <summary>Whatever arrives: no exception leaves the reader, and every traveller record in the bytes is loaded or rejected with its place.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string> Files { get; } = [.. Sample.Files.Select(file => Path.GetRelativePath(Sample.Folder, file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Cut_at_every_byte_nobody_is_silently_lost(string file)
    {
        var whole = File.ReadAllBytes(Path.Combine(Sample.Folder, file));
        var isXml = file.EndsWith(".xml", StringComparison.Ordinal);
        for (var length = 0; length < whole.Length; length++)
        {
            var result = PassengerFile.Read(whole.AsMemory(0, length));
            if (!result.Ok)
            {
                // Refused as a whole and said: XML that is not well-formed, or no interchange yet.
                Assert.True(isXml || !Encoding.Latin1.GetString(whole, 0, length).Contains("UNH", StringComparison.Ordinal), $"{file} cut at {length}");
                continue;
            }

            var counts = result.Value.Counts;
            Assert.True(counts.Reconciles, $"{file} cut at {length}: {counts}");
            if (!isXml && !file.EndsWith(".csv", StringComparison.Ordinal))
            {
                Assert.Equal(Travellers(whole.AsSpan(0, length)), counts.TravellerRecords);
            }

            Assert.All(result.Value.Messages.SelectMany(message => message.Rejected), rejected => Assert.InRange(rejected.Place.Offset, -1, length));
        }
    }

    [Fact]
    public void Half_a_record_is_rejected_with_its_place_and_never_loaded_as_a_shorter_name_or_number()
    {
        foreach (var (text, cut, tag) in ((string, string, string)[])[
            (Sample.PnrgovText("TIF+MAES+JAN:A:1", "TIF+PEETERSEN+ANNA:A:2"), "PEETERS", "TIF"),
            (Sample.PaxlstText("NAD+FL+++MAES:JAN", "NAD+FL+++PEETERSEN:ANNA"), "PEETERS", "NAD")])
        {
            var message = Assert.Single(Sample.Read(Encoding.ASCII.GetBytes(text[..(text.IndexOf(cut, StringComparison.Ordinal) + cut.Length)])).Messages);

            Assert.Equal("MAES", Assert.Single(message.Passengers).Name.Surname);
            Assert.Equal(("PAX-004", tag), (Assert.Single(message.Rejected).Problem.Code, message.Rejected[0].Place.Tag));
            Assert.Contains("PAX-005", message.Codes());
        }

        var document = Sample.PaxlstText("NAD+FL+++MAES:JAN", "DOC+P+EX1234567");
        var half = Assert.Single(Sample.Read(Encoding.ASCII.GetBytes(document[..(document.IndexOf("EX1234567", StringComparison.Ordinal) + 5)])).Messages);
        Assert.Empty(half.Passengers[0].Documents);
        Assert.Equal("DOC+P+EX123", Assert.Single(half.Kept).Text);
    }

    const string Thrown = "?'+:*\r\n -()#<>&;\",\0\u00ff";

    [Theory]
    [MemberData(nameof(Files))]
    public void With_release_characters_and_separators_thrown_in_at_random_the_accounts_hold(string file)
    {
        var whole = File.ReadAllBytes(Path.Combine(Sample.Folder, file));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, Thrown.Length - 1], Gen.Int[0, 2]).Array[1, 12].Sample(
            edits =>
            {
                var bytes = whole.ToList();
                foreach (var (at, index, kind) in edits)
                {
                    var place = Math.Min(at, bytes.Count - 1);
                    switch (kind)
                    {
                        case 0:
                            bytes[place] = (byte)Thrown[index];
                            break;
                        case 1:
                            bytes.Insert(place, (byte)Thrown[index]);
                            break;
                        default:
                            bytes.RemoveAt(place);
                            break;
                    }
                }

                var result = PassengerFile.Read(bytes.ToArray());
                return !result.Ok || result.Value.Counts.Reconciles;
            },
            iter: Environment.GetEnvironmentVariable("BELFRY_TESTS") == "full" ? 2_000 : 100);
    }

    // Found by fuzzing: RCI behind a check-in record without any flight. So: every segment of the samples in every order.
    [Theory]
    [InlineData("PNRGOV:13:1:IA", "pnrgov_*.edi")]
    [InlineData("PAXLST:D:05B:UN", "paxlst_*.edi")]
    [InlineData("PAXLST:001:000:NZ", "paxlst_*.edi")]
    public void Segments_in_any_order_and_number_lose_nobody(string type, string files)
    {
        var segments = Directory.GetFiles(Path.Combine(Sample.Folder, "own"), files).SelectMany(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)).Split('\'', '\n'))
            .Where(segment => segment.Length > 2 && !segment.StartsWith("UN", StringComparison.Ordinal) && segment.All(char.IsAscii)
                && !segment.EndsWith('?') && !segment.Contains('*', StringComparison.Ordinal) && !segment.Contains("9TIF", StringComparison.Ordinal)).ToArray();
        string[] bare = [.. segments.Select(segment => segment[..3]).Distinct()];

        Gen.Int[0, segments.Length + bare.Length - 1].Array[0, 40].Sample(
            order =>
            {
                var text = $"UNB+IATA:1+ZZ+BEPIU+250301:0800+1'UNH+1+{type}'" + string.Concat(order.Select(at => (at < segments.Length ? segments[at] : bare[at - segments.Length]) + "'")) + "UNT+1+1'UNZ+1+1'";
                var counts = Sample.Read(Encoding.ASCII.GetBytes(text)).Counts;
                return counts.TravellerRecords == order.Select(at => at < segments.Length ? segments[at] : bare[at - segments.Length])
                    .Count(segment => segment.StartsWith(type.Contains("001", StringComparison.Ordinal) ? "PDT" : type[1] == 'N' ? "TIF" : "NAD", StringComparison.Ordinal));
            },
            iter: 20_000);
    }

    [Fact]
    public void Wrapped_at_any_width_a_message_says_the_same()
    {
        foreach (var file in Sample.Files.Where(file => file.EndsWith(".edi", StringComparison.Ordinal) && !file.Contains("lost_terminators", StringComparison.Ordinal)))
        {
            var bytes = File.ReadAllBytes(file);
            var text = Encoding.Latin1.GetString(bytes).ReplaceLineEndings("");
            var plain = Summary(Sample.Read(Encoding.Latin1.GetBytes(text)));
            foreach (var width in (int[])[1, 2, 7, 63, 64, 69])
            {
                Assert.Equal(plain, Summary(Sample.Read(Encoding.Latin1.GetBytes(LexerTests.Wrap(text, width)))));
            }
        }
    }

    [Fact]
    public void Random_bytes_never_throw() =>
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            PassengerFile.Read(bytes);
            PassengerFile.Read((byte[])[.. "UNB+UNOY:4+A+B+250101:0000+1'UNH+1+PNRGOV:13:1:IA'SRC'TIF+"u8, .. bytes]);
            PassengerFile.Read((byte[])[.. "UNB+UNOA:4+A+B+250101:0000+1'UNH+1+PAXLST:D:05B:UN'TDT+20+"u8, .. bytes]);
            PassengerFile.Read((byte[])[.. "surname;given;birth date\n"u8, .. bytes]);
            PassengerFile.Read((byte[])[.. "<PNR><Passenger>"u8, .. bytes, .. "</Passenger></PNR>"u8]);
        }, iter: 3_000);

    // Stated in src/Passengers/README.md: 50 MB within 60 s (seconds on an idle core) and within 1.5 GB.
    [Fact]
    public void A_message_of_50_MB_is_read_in_the_stated_time_and_memory()
    {
        var booking = Encoding.ASCII.GetString(Sample.Bytes("pnrgov_infant_on_adult.edi"));
        booking = booking[booking.IndexOf("SRC'", StringComparison.Ordinal)..booking.IndexOf("UNT+", StringComparison.Ordinal)];
        var count = (50 << 20) / booking.Length;
        var text = new StringBuilder("UNB+IATA:1+ZZ+BEPIU+250301:0800+1'UNH+M1+PNRGOV:11:1:IA'MSG+:22'TVL+010325:1015:010325:1640+BRU+JFK+ZZ+0123'", 51 << 20);
        for (var number = 0; number < count; number++)
        {
            text.Append(booking);
        }

        var bytes = Encoding.ASCII.GetBytes(text.Append("UNT+1+M1'UNZ+1+1'").ToString());
        text.Clear();
        GC.Collect();
        var clock = Stopwatch.StartNew();
        var reading = Sample.Read(bytes);

        Assert.Equal((count, count * 2), (reading.Messages[0].Bookings.Count, reading.Messages[0].Passengers.Count));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, 1_500L << 20);
        GC.KeepAlive(reading);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_by_its_size_alone() =>
        Assert.Equal("PAX-002", Assert.Single(PassengerFile.Read(new byte[PassengerFile.MostBytes + 1]).Problems).Code);

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n")]
    [InlineData("hello")]
    [InlineData("\0\0\0\0")]
    [InlineData("a,b,c\n1,2,3")]
    public void What_is_no_passenger_message_is_refused_with_what_was_looked_for(string text) =>
        Assert.Equal("PAX-001", Assert.Single(PassengerFile.Read(Encoding.UTF8.GetBytes(text)).Problems).Code);

    static string Summary(PassengerReading reading) => string.Join('\n', reading.Messages.SelectMany(message => message.Passengers.Select(passenger =>
        $"{passenger.Number} {passenger.Name} {passenger.BirthDate?.Iso} {passenger.Gender} {string.Join(',', passenger.Documents.Select(document => document.Number))} {passenger.Contacts.Count} {passenger.Segment}")))
        + reading.Counts;

    /// <summary>The traveller records of a text, counted in the plainest way there is: line ends out, then segment by segment.</summary>
    static int Travellers(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        var (count, at) = (0, 0);
        while (at < text.Length)
        {
            var una = text.IndexOf("UNA", at, StringComparison.Ordinal);
            var unb = text.IndexOf("UNB+", at, StringComparison.Ordinal);
            var (element, release, terminator) = ('+', '?', '\'');
            if (una >= 0 && (unb < 0 || una < unb))
            {
                if (una + 9 > text.Length)
                {
                    return count;
                }

                (element, release, terminator, at) = (text[una + 4], text[una + 6], text[una + 8], una + 9);
            }
            else if (unb < 0)
            {
                return count;
            }
            else
            {
                at = unb;
            }

            var header = at;
            while (at < text.Length)
            {
                while (at < text.Length && text[at] <= ' ')
                {
                    at++;
                }

                var start = at;
                while (at < text.Length && text[at] != terminator)
                {
                    at += text[at] == release ? 2 : 1;
                }

                var segment = text[start..Math.Min(at, text.Length)];
                at++;
                // Before the header's type is there, nobody can be named; a lost terminator shows its TIF behind a figure.
                count += segment.Split(element)[0] is "TIF" or "NAD" or "PDT" || segment.Contains("9TIF+", StringComparison.Ordinal) ? 1 : 0;
                if (segment.StartsWith("UNZ", StringComparison.Ordinal) && at <= text.Length)
                {
                    break;
                }
            }

            if (at == header)
            {
                return count;
            }
        }

        return count;
    }
}
