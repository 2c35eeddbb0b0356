using Belfry.Kernel;

namespace Belfry.Passengers;

/// <summary>What one file held: every message, every traveller loaded, every record rejected with its place. Nothing of the file is unaccounted for.</summary>
public sealed record PassengerReading
{
    /// <summary>In the order of the file. A part of a multi-part push is a message of its own (<see cref="PassengerMessage.Part"/>).</summary>
    public IReadOnlyList<PassengerMessage> Messages { get; init; } = [];

    /// <summary>What concerns the file and no single message: noise, the envelope's counts and references.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Sum over the messages.</summary>
    public ReadingCounts Counts { get; init; }
}

/// <summary>
/// The accounts of a message or a file. A traveller record is what the sender counts: a TIF, NAD or PDT segment, a Passenger element, a CSV row.
/// </summary>
/// <param name="Segments">Segments between the first and the last service segment, these included; XML elements; CSV rows.</param>
/// <param name="Read">Segments whose content is in the result.</param>
/// <param name="Kept">Segments not understood: kept as sent in <see cref="PassengerMessage.Kept"/> and reported.</param>
/// <param name="TravellerRecords">Counted by the lexer, before and apart from the grammar.</param>
/// <param name="Loaded">Travellers in the result.</param>
/// <param name="Rejected">Traveller records in <see cref="PassengerMessage.Rejected"/>.</param>
/// <param name="Repeated">Records that name a loaded traveller again: check-in and boarding groups.</param>
/// <param name="History">Records inside the history groups of a booking; they name who was added or removed.</param>
/// <param name="Groups">Records that name a group or a corporate body, no person.</param>
/// <param name="Parties">Records that name the sender or another party of the message, no traveller.</param>
public readonly record struct ReadingCounts(
    int Segments, int Read, int Kept, int TravellerRecords, int Loaded, int Rejected, int Repeated, int History, int Groups, int Parties)
{
    /// <summary>Every segment is read or kept, every traveller record is in exactly one of its six places.</summary>
    public bool Reconciles => Segments == Read + Kept && TravellerRecords == Loaded + Rejected + Repeated + History + Groups + Parties;

    public static ReadingCounts operator +(ReadingCounts a, ReadingCounts b) => Add(a, b);

    public static ReadingCounts Add(ReadingCounts a, ReadingCounts b) => new(
        a.Segments + b.Segments, a.Read + b.Read, a.Kept + b.Kept, a.TravellerRecords + b.TravellerRecords, a.Loaded + b.Loaded, a.Rejected + b.Rejected,
        a.Repeated + b.Repeated, a.History + b.History, a.Groups + b.Groups, a.Parties + b.Parties);
}

/// <summary>Something the reader must know: a rejected record's reason, or a warning about one that was read.</summary>
/// <param name="Problem">Catalogued, PAX-001 to PAX-099 (or KERNEL-003 to -005 for XML).</param>
public sealed record Finding(Problem Problem, Place Place);

/// <summary>A traveller record that could not be loaded.</summary>
/// <param name="Text">The record as sent, with the segments that belong to it.</param>
public sealed record Rejected(Problem Problem, Place Place, string Text);

/// <summary>A segment or element that was not understood, as sent.</summary>
public sealed record KeptSegment(Place Place, string Text);

/// <summary>Where in the file.</summary>
/// <param name="Number">EDIFACT: the segment, from 1, over the whole file. XML: the line. CSV: the row, the header being row 1.</param>
/// <param name="Tag">Segment tag, element name, or "row".</param>
/// <param name="Element">Data element, the tag being 0; XML: column in the line; CSV: the column. 0 = the whole.</param>
/// <param name="Component">Component of a composite element, from 1. 0 = the whole element.</param>
/// <param name="Offset">Bytes from the start of the file as received, wraps and noise counted. −1 where it is unknown (XML).</param>
public readonly record struct Place(int Number, string Tag, int Element, int Component, long Offset)
{
    public override string ToString() => Tag.Length == 0 ? $"byte {Offset}" : Offset < 0
        ? $"line {Number} ({Tag}), column {Element}"
        : Tag == "row"
            ? $"row {Number}" + (Element > 0 ? $", column {Element}" : "") + $", byte {Offset}"
            : $"segment {Number} ({Tag})" + (Element > 0 ? $", element {Element}" : "") + (Component > 0 ? $", component {Component}" : "") + $", byte {Offset}";
}
