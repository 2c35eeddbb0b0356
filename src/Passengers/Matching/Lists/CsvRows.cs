using System.Text;

namespace Belfry.Passengers.Matching;

/// <summary>One record of a CSV file: its cells, or why it has none.</summary>
readonly record struct CsvRow(int Line, string[] Cells, bool Broken);

/// <summary>
/// CSV after RFC 4180 with line numbers: quotes, line breaks inside quotes, CRLF or LF, a byte order mark, the DOS end mark. A quote that is
/// never closed costs its own line, not the rest of the file.
/// </summary>
static class CsvRows
{
    const int MostQuoted = 65_536;
    const int MostCells = 512;
    const int MostBrokenQuotes = 64;

    public static IEnumerable<CsvRow> Read(ReadOnlyMemory<byte> bytes, char separator)
    {
        var text = Encoding.UTF8.GetString(bytes.Span).Trim('\uFEFF', '\u001A');
        var (at, line, brokenQuotes) = (0, 1, 0);
        while (at < text.Length)
        {
            var row = One(text, ref at, ref line, separator, quotes: brokenQuotes < MostBrokenQuotes);
            brokenQuotes += row.Broken ? 1 : 0;
            if (row.Broken || row.Cells.Length > 1 || row.Cells[0].Length > 0)
            {
                yield return row;
            }
        }
    }

    static CsvRow One(string text, ref int at, ref int line, char separator, bool quotes)
    {
        var (start, startLine, cells) = (at, line, new List<string>());
        while (true)
        {
            if (quotes && at < text.Length && text[at] == '"')
            {
                if (Quoted(text, ref at, ref line) is not { } quoted)
                {
                    at = text.IndexOf('\n', start) is var end and >= 0 ? end + 1 : text.Length;
                    line = startLine + 1;
                    return new CsvRow(startLine, [], Broken: true);
                }

                // OFAC leaves a blank after the closing quote.
                var rest = Bare(text, ref at, separator);
                cells.Add(rest.IsWhiteSpace() ? quoted : quoted + rest.ToString());
            }
            else
            {
                cells.Add(Bare(text, ref at, separator).ToString());
            }

            if (at < text.Length && text[at] == separator && cells.Count < MostCells)
            {
                at++;
                continue;
            }

            at = text.IndexOf('\n', at) is var next and >= 0 ? next + 1 : text.Length;
            line++;
            return new CsvRow(startLine, [.. cells], Broken: cells.Count >= MostCells);
        }
    }

    static ReadOnlySpan<char> Bare(string text, ref int at, char separator)
    {
        var length = text.AsSpan(at).IndexOfAny(separator, '\n');
        var cell = length < 0 ? text.AsSpan(at) : text.AsSpan(at, length);
        at += cell.Length;
        return cell.TrimEnd('\r');
    }

    static string? Quoted(string text, ref int at, ref int line)
    {
        var (cell, from) = (new StringBuilder(), at + 1);
        while (cell.Length <= MostQuoted)
        {
            var end = text.AsSpan(from, Math.Min(text.Length - from, MostQuoted + 1)).IndexOf('"');
            if (end < 0)
            {
                return null;
            }

            cell.Append(text, from, end);
            line += text.AsSpan(from, end).Count('\n');
            from += end + 1;
            if (from >= text.Length || text[from] != '"')
            {
                at = from;
                return cell.ToString();
            }

            cell.Append('"');
            from++;
        }

        return null;
    }
}
