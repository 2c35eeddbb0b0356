using System.Text;
using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>A table as a file: RFC 4180, UTF-8 with byte order mark so that a spreadsheet reads the accents.</summary>
public static class Csv
{
    /// <summary>Outside the real world every line ends in a column that says so.</summary>
    public static string Write<TRow>(IEnumerable<TRow> rows, IReadOnlyList<Column<TRow>> columns, Frame frame)
    {
        var text = new StringBuilder("\uFEFF");
        var world = frame.World == World.Real ? null : frame.Say(Look.LookTexts.WorldWord(frame.World)).ToUpper(frame.Culture);
        Line(text, [.. columns.Select(column => frame.Say(column.Title)), .. world is null ? [] : (string[])[world]]);
        foreach (var row in rows)
        {
            Line(text, [.. columns.Select(column => column.Text(row, frame) ?? ""), .. world is null ? [] : (string[])[world]]);
        }

        return text.ToString();
    }

    static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    static string Cell(string text)
    {
        // A spreadsheet runs a cell that begins like a formula; a minus before a digit is a number.
        if (text.Length > 0 && (text[0] is '=' or '+' or '@' or '\t' or '\r' || (text[0] == '-' && text.Length > 1 && !char.IsAsciiDigit(text[1]))))
        {
            text = "'" + text;
        }

        return text.AsSpan().ContainsAny(",\"\r\n;") ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
    }
}
