using System.Buffers;
using System.Text;
using Belfry.Kernel;
using Belfry.Passengers.Matching;

namespace Belfry.Passengers;

/// <summary>One row of a file of pairs, scored.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Cells">As read.</param>
/// <param name="Score">Null when the row was refused.</param>
/// <param name="Problem">Why it was refused.</param>
public sealed record NamePair(int Line, IReadOnlyList<string> Cells, Score? Score, Problem? Problem);

/// <summary>Pairs of names in a CSV file: columns name1, name2 and, where known, birthDate1, birthDate2, country1, country2.</summary>
public static class NamePairs
{
    static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n;\t");

    /// <returns>The head line and every row in order, refused rows among them; PAX-107 when a name column is missing, PAX-102 when the file is too large.</returns>
    public static Result<(IReadOnlyList<string> Head, IReadOnlyList<NamePair> Rows)> Score(ListFile file)
    {
        if (file.Bytes.Length > ListReading.MostBytes)
        {
            return MatchingProblems.ListTooLarge.With(("bytes", file.Bytes.Length), ("limit", ListReading.MostBytes));
        }

        var (rows, head) = (new List<NamePair>(), (string[]?)null);
        foreach (var row in CsvRows.Read(file.Bytes, HeaderCsv.Separator(file.Bytes.Span)))
        {
            if (head is null)
            {
                head = row.Cells;
                var missing = ((string[])["name1", "name2"]).Where(name => Place(head, name) < 0).ToList();
                if (missing.Count > 0)
                {
                    return MatchingProblems.ColumnsMissing.With(("columns", string.Join(", ", missing)));
                }
            }
            else
            {
                rows.Add(One(row, head));
            }
        }

        return head is null ? MatchingProblems.ColumnsMissing.With(("columns", "name1, name2")) : (head, rows);
    }

    /// <summary>One line of CSV; cells with separators, quotes or line breaks are quoted (RFC 4180).</summary>
    public static string ToCsv(IEnumerable<string> cells)
    {
        var (line, first) = (new StringBuilder(), true);
        foreach (var cell in cells)
        {
            line.Append(first ? "" : ",");
            first = false;
            line.Append(cell.AsSpan().ContainsAny(Quoted) ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell);
        }

        return line.ToString();
    }

    static NamePair One(CsvRow row, string[] head)
    {
        if (row.Broken)
        {
            return new NamePair(row.Line, row.Cells, null, MatchingProblems.RowBroken);
        }

        string Cell(string name) => Place(head, name) is var at and >= 0 && at < row.Cells.Length ? row.Cells[at].Trim() : "";
        foreach (var name in (string[])["name1", "name2"])
        {
            if (!Cell(name).Any(char.IsLetter))
            {
                return new NamePair(row.Line, row.Cells, null, MatchingProblems.NoName.At(name));
            }
        }

        foreach (var date in (string[])["birthDate1", "birthDate2"])
        {
            if (Cell(date).Length > 0 && BirthDateText.Read(Cell(date)).Count == 0)
            {
                return new NamePair(row.Line, row.Cells, null, MatchingProblems.DateUnread.At(date, ("text", Cell(date)[..Math.Min(Cell(date).Length, 60)])));
            }
        }

        return new NamePair(row.Line, row.Cells, Screener.Compare(Person("1"), Person("2")), null);

        NamedPerson Person(string side) => new(
            "", Cell("name" + side), BirthDateText.Read(Cell("birthDate" + side)) is [var born, ..] ? born : null, Cell("country" + side) is { Length: > 0 } country ? [country] : []);
    }

    static int Place(string[] head, string name) => Array.FindIndex(head, cell => cell.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));
}
