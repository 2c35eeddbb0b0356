using Belfry.Kernel;
using Belfry.Passengers.Reading;

namespace Belfry.Passengers.Edifact;

/// <summary>What the service segments say before a message's own content.</summary>
sealed record MessageHeader(
    string Syntax, string Sender, string Recipient, string InterchangeReference, DateOnly? Prepared, string Reference, string Type, string Version, string AccessReference, MessagePart? Part);

/// <summary>Reads the segments of one message between UNH and UNT and keeps its accounts. One kind for each grammar.</summary>
abstract class MessageReader(MessageHeader header)
{
    protected readonly List<Finding> Findings = [];
    protected readonly List<Rejected> Rejected = [];
    readonly List<KeptSegment> kept = [];
    int segments, read, travellerRecords;
    HashSet<string>? reported;

    public MessageHeader Header { get; } = header;

    protected int History { get; set; }

    protected int Groups { get; set; }

    protected int Parties { get; set; }

    protected int Repeated { get; set; }

    /// <summary>Tags that name travellers in this grammar; counted here, before the grammar sees them.</summary>
    protected abstract bool NamesTraveller(string tag);

    /// <returns>False when the segment is not understood here; it is then kept.</returns>
    protected abstract bool Take(SegmentReader segment);

    public void Next(SegmentReader segment)
    {
        segments++;
        var traveller = NamesTraveller(segment.Tag);
        travellerRecords += traveller ? 1 : 0;
        if (segment.Ending == Ending.TerminatorMissing)
        {
            Warn(PassengersProblems.TerminatorMissing.With(("tag", segment.Tag)), segment.Place);
        }

        if (segment.Ending == Ending.Cut)
        {
            // Half a segment is not read: half a name or a document number would be a false one.
            if (traveller)
            {
                Reject(PassengersProblems.CutInside.With(("tag", segment.Tag)), segment.Place, segment.AsSent);
                read++;
            }
            else
            {
                kept.Add(new KeptSegment(segment.Place, segment.AsSent));
                Warn(PassengersProblems.CutInside.With(("tag", segment.Tag)), segment.Place);
            }
        }
        else if (Take(segment))
        {
            read++;
        }
        else
        {
            Keep(segment);
        }
    }

    /// <summary>A service segment of the message (UNH, UNT): part of its accounts.</summary>
    public void Service() => (segments, read) = (segments + 1, read + 1);

    public int Segments => segments;

    public void Warn(Problem problem, Place place) => Findings.Add(new Finding(problem, place));

    protected void Reject(Problem problem, Place place, string text) => Rejected.Add(new Rejected(problem, place, text));

    /// <summary>A date of the segment; one that cannot be read is said once, with its place.</summary>
    protected PartialDate? Date(SegmentReader segment, int element, int component, DateUse use, DateOnly? flight, DateOrder order = DateOrder.YearFirst)
    {
        var text = segment[element, component];
        var date = DateText.Read(text, use, flight, order);
        if (date is { Readable: false })
        {
            Warn(PassengersProblems.BadDate.With(("value", text), ("what", use.ToString())), segment.At(element, component));
        }

        return date;
    }

    protected LocalTime? Time(SegmentReader segment, int element, int date, int time, DateOrder order)
    {
        var moment = DateText.ReadTime(segment[element, date], segment[element, time], order);
        if (moment is { Date: null } && segment[element, date].Length > 0)
        {
            Warn(PassengersProblems.BadDate.With(("value", segment[element, date]), ("what", segment.Tag)), segment.At(element, date));
        }

        return moment;
    }

    public abstract PassengerMessage Finish();

    protected PassengerMessage Finished(PassengerMessage content) => content with
    {
        Type = Header.Type,
        Version = Header.Version,
        Syntax = Header.Syntax,
        Sender = Header.Sender,
        Recipient = Header.Recipient,
        InterchangeReference = Header.InterchangeReference,
        Reference = Header.Reference,
        AccessReference = Header.AccessReference,
        Part = Header.Part,
        Rejected = Rejected,
        Findings = Findings,
        Kept = kept,
        Counts = new ReadingCounts(segments, read, kept.Count, travellerRecords, content.Passengers.Count, Rejected.Count, Repeated, History, Groups, Parties),
    };

    void Keep(SegmentReader segment)
    {
        kept.Add(new KeptSegment(segment.Place, segment.AsSent));
        // A hundred of the same say no more than one.
        if ((reported ??= []).Add(segment.Tag))
        {
            Warn(PassengersProblems.UnknownSegment.With(("tag", segment.Tag)), segment.Place);
        }
    }
}

/// <summary>A message without travellers: ACKRES, CUSRES, GOVREQ and what else comes.</summary>
sealed class OtherReader(MessageHeader header) : MessageReader(header)
{
    protected override bool NamesTraveller(string tag) => false;

    protected override bool Take(SegmentReader segment) => false;

    public override PassengerMessage Finish() => Finished(new PassengerMessage { Format = MessageFormat.Other });
}
