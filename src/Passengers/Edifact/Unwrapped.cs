namespace Belfry.Passengers.Edifact;

/// <summary>
/// The received bytes without line ends, and where each was. A Type-B line may end anywhere, inside a tag or between a release character
/// and what it releases, so line ends go before anything is read; places are told in the bytes as received.
/// </summary>
sealed class Unwrapped
{
    readonly List<int> breaks;
    readonly List<int> removed;
    int cursor;

    Unwrapped(byte[] text, int length, List<int> breaks, List<int> removed) => (Text, Length, this.breaks, this.removed) = (text, length, breaks, removed);

    /// <summary>Longer than <see cref="Length"/> by a block, so that the lexer can load blocks to the end.</summary>
    public byte[] Text { get; }

    public int Length { get; }

    /// <param name="keep">A line end that is the interchange's segment terminator stays; 0 for none.</param>
    public static Unwrapped From(ReadOnlySpan<byte> raw, byte keep = 0)
    {
        var text = GC.AllocateUninitializedArray<byte>(raw.Length + Delimiters.Block);
        var lines = raw.Count((byte)'\n') + 1;
        var (breaks, removed) = (new List<int>(lines), new List<int>(lines));
        var (from, length, gone) = (0, 0, 0);
        while (from < raw.Length)
        {
            var next = raw[from..].IndexOfAny((byte)'\r', (byte)'\n');
            var line = next < 0 ? raw[from..] : raw.Slice(from, next);
            line.CopyTo(text.AsSpan(length));
            length += line.Length;
            from += line.Length;
            if (from < raw.Length && raw[from] == keep)
            {
                text[length++] = keep;
                from++;
                continue;
            }

            while (from < raw.Length && raw[from] is (byte)'\r' or (byte)'\n' && raw[from] != keep)
            {
                from++;
                gone++;
            }

            if (gone > 0 && next >= 0)
            {
                breaks.Add(length);
                removed.Add(gone);
            }
        }

        return new Unwrapped(text, length, breaks, removed);
    }

    /// <summary>Offset in the bytes as received. Cheap when asked in rising order, which readers do.</summary>
    public long Original(int at)
    {
        while (cursor > 0 && breaks[cursor - 1] > at)
        {
            cursor = cursor > 64 ? Below(at) : cursor - 1;
        }

        while (cursor < breaks.Count && breaks[cursor] <= at)
        {
            cursor++;
        }

        return at + (cursor == 0 ? 0L : removed[cursor - 1]);
    }

    /// <summary>A line of the file began exactly here.</summary>
    public bool LineBegan(int at) => breaks.BinarySearch(at) >= 0;

    /// <summary>Most lines end where segments end: a line end in the middle of a segment is then a lost terminator, not a Type-B wrap.</summary>
    public bool LinesAreSegments(byte terminator)
    {
        var (whole, all) = (0, 0);
        foreach (var at in breaks)
        {
            var before = at - 1;
            while (before >= 0 && Text[before] == ' ')
            {
                before--;
            }

            if (before >= 0)
            {
                all++;
                whole += Text[before] == terminator ? 1 : 0;
            }
        }

        return all > 3 && whole * 10 >= all * 7;
    }

    int Below(int at)
    {
        var found = breaks.BinarySearch(at);
        return found >= 0 ? found + 1 : ~found;
    }
}
