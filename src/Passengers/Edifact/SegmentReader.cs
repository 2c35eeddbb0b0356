using System.Text;

namespace Belfry.Passengers.Edifact;

/// <summary>
/// The lexer: one segment at a time, elements and components as spans of the text, read left to right once. A release character gives the next
/// byte literally; whatever follows a terminator up to the next tag and is blank is noise.
/// </summary>
sealed class SegmentReader
{
    /// <summary>A segment with more parts than this is not split further: no guide allows a thousandth, and it bounds the memory of garbage.</summary>
    const int MostParts = 65_536;

    readonly Unwrapped source;
    readonly byte[] text;
    readonly StringPool pool = new();
    readonly bool linesAreSegments;
    Separators separators;
    Delimiters delimiters;
    int at;

    int[] start = new int[64];
    int[] end = new int[64];
    bool[] released = new bool[64];
    int[] firstOf = new int[64];
    int parts;

    public SegmentReader(Unwrapped source, Separators separators, int from, Encoding charset)
    {
        (this.source, text, this.separators, at, Charset) = (source, source.Text, separators, from, charset);
        delimiters = new Delimiters(source, separators);
        linesAreSegments = source.LinesAreSegments(separators.Terminator);
    }

    public Encoding Charset { get; set; }

    /// <summary>From 1, over the whole file.</summary>
    public int Number { get; private set; }

    public string Tag { get; private set; } = "";

    /// <summary>Elements after the tag.</summary>
    public int Elements { get; private set; }

    /// <summary>The text ended inside the segment, or its terminator is missing and the next segment's tag told where it ends.</summary>
    public Ending Ending { get; private set; }

    public int StartAt { get; private set; }

    public int EndAt { get; private set; }

    /// <summary>Where the next segment is looked for.</summary>
    public int Position => at;

    /// <summary>Bytes that are not of the interchange's character set were met.</summary>
    public bool Foreign { get; private set; }

    public long Offset => source.Original(StartAt);

    public Place Place => new(Number, Tag, 0, 0, Offset);

    /// <summary>Moves to the next segment. False at the end of the text.</summary>
    public bool Next()
    {
        // Blanks, and terminators without a segment.
        while (at < source.Length && (text[at] <= ' ' || text[at] == separators.Terminator))
        {
            at++;
        }

        if (at >= source.Length)
        {
            return false;
        }

        (StartAt, Ending, parts, Elements) = (at, Ending.Terminated, 0, 0);
        Number++;
        Scan();
        EndAt = at;
        Tag = Decode(TrimmedTag());
        if (Ending == Ending.Terminated)
        {
            at++;
        }

        return true;
    }

    /// <summary>The text of a component; empty when it is absent. The tag is element 0, components count from 1.</summary>
    public string this[int element, int component]
    {
        get
        {
            var part = Part(element, component);
            return part < 0 ? "" : Text(part);
        }
    }

    public int Components(int element) => element > Elements ? 0 : (element == Elements ? parts : firstOf[element + 1]) - firstOf[element];

    public bool Is(int element, int component, ReadOnlySpan<byte> value)
    {
        var part = Part(element, component);
        return part >= 0 && !released[part] && text.AsSpan(start[part], end[part] - start[part]).SequenceEqual(value);
    }

    public bool Empty(int element, int component)
    {
        var part = Part(element, component);
        return part < 0 || start[part] == end[part];
    }

    /// <summary>Components from one on, joined with nothing: free text that was cut into components of 70.</summary>
    public string Joined(int element, int from)
    {
        var count = Components(element);
        var text = count < from ? "" : this[element, from];
        for (var component = from + 1; component <= count; component++)
        {
            text = string.Concat(text, this[element, component]);
        }

        return text;
    }

    /// <summary>The segment as sent, without its terminator.</summary>
    public string AsSent => Decode(text.AsSpan(StartAt, EndAt - StartAt));

    public Place At(int element, int component = 0)
    {
        var part = Part(element, Math.Max(1, component));
        return new Place(Number, Tag, element, component, source.Original(part < 0 ? StartAt : start[part]));
    }

    /// <summary>Continues elsewhere, with other service characters: a second interchange in the file.</summary>
    public void Continue(Separators next, int from) => (separators, delimiters, at) = (next, new Delimiters(source, next), from);

    void Scan()
    {
        var bytes = text.AsSpan(0, source.Length);
        var (partStart, wasReleased) = (at, false);
        firstOf[0] = 0;
        while (true)
        {
            at = delimiters.Next(at);
            if (at >= bytes.Length)
            {
                at = bytes.Length;
                Ending = Ending.Cut;
                Close(partStart, at, wasReleased);
                return;
            }

            var met = bytes[at];
            if (met == separators.Terminator)
            {
                Close(partStart, at, wasReleased);
                return;
            }

            if (met == separators.Release)
            {
                wasReleased = true;
                at = Math.Min(at + 2, bytes.Length);
                continue;
            }

            if (met == separators.Element)
            {
                if (at - partStart > 3 && LostTerminator(partStart) is var lost and >= 0)
                {
                    at = lost;
                    Ending = Ending.TerminatorMissing;
                    Close(partStart, EndOfText(partStart, lost), wasReleased);
                    return;
                }

                Close(partStart, at, wasReleased);
                if (parts < MostParts)
                {
                    Elements++;
                    if (Elements == firstOf.Length)
                    {
                        Array.Resize(ref firstOf, firstOf.Length * 2);
                    }

                    firstOf[Elements] = parts;
                }
            }
            else
            {
                Close(partStart, at, wasReleased);
            }

            partStart = ++at;
            wasReleased = false;
        }
    }

    void Close(int from, int to, bool wasReleased)
    {
        if (parts >= MostParts)
        {
            return;
        }

        if (parts == start.Length)
        {
            Array.Resize(ref start, parts * 2);
            Array.Resize(ref end, parts * 2);
            Array.Resize(ref released, parts * 2);
        }

        (start[parts], end[parts], released[parts]) = (from, to, wasReleased);
        parts++;
    }

    /// <summary>
    /// Where a segment begins that the missing terminator of this one swallowed: a known tag at the end of a longer part and an element separator
    /// behind it, and before the tag a typographic quote, the start of a line in a file of one segment a line, or a figure before TIF or NAD.
    /// </summary>
    int LostTerminator(int partStart)
    {
        var tag = at - 3;
        if (tag <= partStart || tag - StartAt < 4 || !Tags.IsKnown(text.AsSpan(tag, 3)))
        {
            return -1;
        }

        var before = text[tag - 1];
        var quote = before is 0x92 or 0xB4 || (before == 0x99 && tag - 3 >= partStart && text[tag - 3] == 0xE2 && text[tag - 2] == 0x80);
        var (line, free) = (source.LineBegan(tag), Tags.HoldsWords(text.AsSpan(StartAt, 3)));
        // A name or a text may itself hold a quote or a figure before three letters: there only a new line decides.
        var person = !free && char.IsAsciiDigit((char)before) && (text.AsSpan(tag, 3).SequenceEqual("TIF"u8) || text.AsSpan(tag, 3).SequenceEqual("NAD"u8));
        return person || (quote && (line || !free)) || (line && linesAreSegments) ? tag : -1;
    }

    int EndOfText(int partStart, int to)
    {
        while (to > partStart && text[to - 1] is 0x92 or 0xB4 or 0x99 or 0x80 or 0xE2 or (byte)' ')
        {
            to--;
        }

        return to;
    }

    int Part(int element, int component)
    {
        if (element > Elements)
        {
            return -1;
        }

        var part = firstOf[element] + component - 1;
        return part < (element == Elements ? parts : firstOf[element + 1]) ? part : -1;
    }

    ReadOnlySpan<byte> TrimmedTag() => parts == 0 ? default : text.AsSpan(start[0], Math.Min(end[0] - start[0], 32)).Trim((byte)' ');

    string Text(int part)
    {
        var span = text.AsSpan(start[part], end[part] - start[part]);
        if (!released[part])
        {
            return Decode(span);
        }

        var plain = new byte[span.Length];
        var length = 0;
        for (var from = 0; from < span.Length; from++)
        {
            if (span[from] == separators.Release && from + 1 < span.Length)
            {
                from++;
            }
            else if (span[from] == separators.Release)
            {
                continue;
            }

            plain[length++] = span[from];
        }

        return Decode(plain.AsSpan(0, length));
    }

    string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
        {
            return bytes.Length <= StringPool.Longest ? pool.Get(bytes) : Encoding.Latin1.GetString(bytes);
        }

        if (Charset is UTF8Encoding && System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Charset.GetString(bytes);
        }

        if (Charset is not ASCIIEncoding and not UTF8Encoding)
        {
            return Charset.GetString(bytes);
        }

        // Outside the character set the sender declared: read as UTF-8 where it is that, else byte by byte, and said once (PAX-014).
        Foreign = true;
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
    }
}

enum Ending
{
    Terminated,

    /// <summary>The text ended before the terminator.</summary>
    Cut,

    /// <summary>The terminator is missing; the next segment's tag showed it.</summary>
    TerminatorMissing,
}
