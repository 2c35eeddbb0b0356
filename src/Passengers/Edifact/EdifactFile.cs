using System.Globalization;
using System.Text;
using Belfry.Kernel;
using Belfry.Passengers.Reading;

namespace Belfry.Passengers.Edifact;

/// <summary>A file of interchanges: noise around them, several one after another, UNB UNG UNH … UNT UNE UNZ with their counts and references.</summary>
sealed class EdifactFile
{
    readonly Unwrapped source;
    readonly List<PassengerMessage> messages = [];
    readonly List<Finding> findings = [];
    readonly HashSet<string> stray = new(StringComparer.Ordinal);
    SegmentReader segments;
    MessageReader? message;
    string syntax = "", sender = "", recipient = "", interchange = "", groupReference = "";
    DateOnly? prepared;
    int inInterchange, inGroup;
    bool open;
    ReadingCounts service;

    EdifactFile(Unwrapped source, SegmentReader segments) => (this.source, this.segments) = (source, segments);

    /// <returns>Null when the bytes hold no interchange.</returns>
    public static PassengerReading? Read(ReadOnlySpan<byte> bytes)
    {
        var source = Unwrapped.From(bytes, LineTerminator(bytes));
        if (InterchangeStart.Find(source, 0) is not { } start)
        {
            return null;
        }

        var file = new EdifactFile(source, new SegmentReader(source, start.Separators, start.At, Encoding.ASCII));
        file.Noise(0, start.At, start.NoiseFrom);
        file.Advice(start);
        return file.Read();
    }

    /// <summary>The line feed that is the segment terminator of the UNA, or 0.</summary>
    static byte LineTerminator(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOf("UNA"u8);
        return at >= 0 && at + 9 < bytes.Length && bytes[at + 8] is (byte)'\n' or (byte)'\r' && bytes[at + 7] is (byte)' ' or (byte)'*' && bytes[(at + 9)..].StartsWith("UN"u8) ? bytes[at + 8] : (byte)0;
    }

    PassengerReading Read()
    {
        while (segments.Next())
        {
            if (segments.Tag.StartsWith("UNA", StringComparison.Ordinal) || (!open && message is null && !Tags.IsKnown(segments.Tag)))
            {
                // Behind UNZ, or a new UNA in the middle: look for the next interchange from here.
                if (!Restart(segments.StartAt))
                {
                    break;
                }

                continue;
            }

            Segment();
            if (segments.Foreign && !foreignSaid)
            {
                foreignSaid = true;
                Warn(PassengersProblems.ForeignBytes.With(("charset", syntax)), segments.Place);
            }
        }

        CloseMessage(cut: true);
        if (open && messages.Count > 0)
        {
            Warn(PassengersProblems.HeaderMissing.With(("tag", "UNZ")), new Place(segments.Number, "UNZ", 0, 0, source.Original(source.Length)));
        }

        return new PassengerReading { Messages = messages, Findings = findings, Counts = messages.Aggregate(service, (sum, each) => sum + each.Counts) };
    }

    bool foreignSaid;

    void Segment()
    {
        switch (segments.Tag)
        {
            case "UNB":
                CloseMessage(cut: true);
                OpenInterchange();
                break;
            case "UNG":
                CloseMessage(cut: true);
                (groupReference, inGroup) = (segments[5, 1], 0);
                Service();
                break;
            case "UNH":
                CloseMessage(cut: true);
                OpenMessage();
                break;
            case "UNT":
                EndMessage();
                break;
            case "UNE":
                CloseMessage(cut: true);
                Check("UNE", inGroup, groupReference);
                Service();
                break;
            case "UNZ":
                CloseMessage(cut: true);
                Check("UNZ", inInterchange, interchange);
                Service();
                open = false;
                break;
            default:
                if (message is null && (!Tags.IsKnown(segments.Tag) || segments.Ending == Ending.Cut))
                {
                    // A stray line between the envelope's own segments.
                    if (stray.Add(segments.Tag))
                    {
                        Warn(PassengersProblems.UnknownSegment.With(("tag", segments.Tag)), segments.Place);
                    }

                    service = service with { Segments = service.Segments + 1, Kept = service.Kept + 1 };
                    break;
                }

                if (message is null)
                {
                    Warn(PassengersProblems.HeaderMissing.With(("tag", "UNH")), segments.Place);
                    message = Reader(Guess(segments.Tag));
                }

                message.Next(segments);
                break;
        }
    }

    void OpenInterchange()
    {
        syntax = segments[1, 1];
        segments.Charset = InterchangeStart.Charset(syntax);
        (sender, recipient, interchange) = (segments[2, 1], segments[3, 1], segments[5, 1]);
        prepared = DateText.ReadTime(segments[4, 1], segments[4, 2], DateOrder.YearFirst)?.Date;
        (inInterchange, open, groupReference) = (0, true, "");
        syntax = segments[1, 2].Length > 0 ? syntax + ":" + segments[1, 2] : syntax;
        Service();
    }

    void OpenMessage()
    {
        open = true;
        message = Reader(new MessageHeader(
            syntax, sender, recipient, interchange, prepared, segments[1, 1], segments[2, 1], Version(segments[2, 2], segments[2, 3]), AccessReference(), Part()));
        message.Service();
        if (segments.Ending == Ending.Cut)
        {
            message.Warn(PassengersProblems.CutInside.With(("tag", "UNH")), segments.Place);
        }
    }

    // A reference with blanks and slashes is one text; a Type-B sender may have lost nothing of it but its separators.
    string AccessReference() => segments.Joined(3, 1);

    MessagePart? Part() =>
        int.TryParse(segments[4, 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new MessagePart(number, segments[4, 2]) : null;

    static string Version(string version, string release) => release.Length == 0 ? version : version + "." + release;

    static MessageReader Reader(MessageHeader header) => header.Type switch
    {
        "PNRGOV" => new PnrgovReader(header),
        "PAXLST" when header.Version.StartsWith("00", StringComparison.Ordinal) => new UsReader(header),
        "PAXLST" => new PaxlstReader(header),
        _ => new OtherReader(header),
    };

    MessageHeader Guess(string tag) => new(
        syntax, sender, recipient, interchange, prepared, "",
        tag switch { "PDT" or "NAD" or "BGM" or "TDT" or "LOC" or "DTM" => "PAXLST", _ => "PNRGOV" }, tag == "PDT" ? "001.000" : "", "", null);

    void EndMessage()
    {
        if (message is null)
        {
            Warn(PassengersProblems.OutOfPlace.With(("tag", "UNT"), ("what", "no message is open")), segments.Place);
            Service();
            return;
        }

        message.Service();
        var (counted, reference) = (segments[1, 1].TrimStart('0'), segments[2, 1]);
        if (counted != message.Segments.ToString(CultureInfo.InvariantCulture))
        {
            message.Warn(PassengersProblems.SegmentCount.With(("tag", "UNT"), ("stated", segments[1, 1]), ("found", message.Segments)), segments.At(1));
        }

        if (reference != message.Header.Reference)
        {
            message.Warn(PassengersProblems.ReferenceDiffers.With(("tag", "UNT"), ("stated", reference), ("expected", message.Header.Reference)), segments.At(2));
        }

        if (message is OtherReader)
        {
            message.Warn(PassengersProblems.MessageNotRead.With(("type", message.Header.Type)), segments.Place);
        }

        CloseMessage(cut: false);
    }

    void CloseMessage(bool cut)
    {
        if (message is null)
        {
            return;
        }

        if (cut)
        {
            message.Warn(PassengersProblems.MessageCut.With(("reference", message.Header.Reference)), segments.Place);
        }

        messages.Add(message.Finish());
        message = null;
        inInterchange++;
        inGroup++;
    }

    void Check(string tag, int found, string reference)
    {
        // UNZ counts groups where there are groups, messages where there are none.
        var stated = segments[1, 1].TrimStart('0');
        if (tag == "UNZ" && groupReference.Length > 0)
        {
            found = Math.Min(found, 1);
        }

        if (stated != found.ToString(CultureInfo.InvariantCulture) && !(stated.Length == 0 && found == 0))
        {
            Warn(PassengersProblems.SegmentCount.With(("tag", tag), ("stated", segments[1, 1]), ("found", found)), segments.At(1));
        }

        if (segments[2, 1] != reference)
        {
            Warn(PassengersProblems.ReferenceDiffers.With(("tag", tag), ("stated", segments[2, 1]), ("expected", reference)), segments.At(2));
        }
    }

    void Service() => service = service with { Segments = service.Segments + 1, Read = service.Read + 1 };

    void Warn(Problem problem, Place place) => findings.Add(new Finding(problem, place));

    bool Restart(int from)
    {
        if (InterchangeStart.Find(source, from) is not { } start)
        {
            Noise(from, source.Length, from);
            return false;
        }

        CloseMessage(cut: true);
        Noise(from, start.At, start.NoiseFrom);
        Advice(start);
        segments.Continue(start.Separators, start.At);
        return true;
    }

    void Noise(int from, int to, int printable)
    {
        if (printable >= 0)
        {
            Warn(PassengersProblems.Noise.With(("bytes", source.Original(to) - source.Original(from))), new Place(segments.Number, "", 0, 0, source.Original(printable)));
        }
    }

    void Advice(InterchangeStart start)
    {
        if (start.Malformed)
        {
            var used = start.Separators;
            Warn(
                PassengersProblems.BadAdvice.With(("used", $"{(char)used.Component} {(char)used.Element} {(char)used.Release} {(char)used.Terminator}")),
                new Place(1, "UNA", 0, 0, source.Original(start.At)));
        }
    }
}
