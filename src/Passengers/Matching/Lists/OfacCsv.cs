using System.Text.RegularExpressions;

namespace Belfry.Passengers.Matching;

/// <summary>OFAC's CSV files without head lines: sdn.csv and cons_prim.csv (12 columns), alt.csv and cons_alt.csv (5 columns). -0- means empty.</summary>
static partial class OfacCsv
{
    const int MainColumns = 12;
    const int AliasColumns = 5;

    public static bool Knows(ReadOnlyMemory<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, 16_384)];
        foreach (var row in CsvRows.Read(start, ','))
        {
            return row.Cells.Length is MainColumns or AliasColumns && row.Cells[0].Length > 0 && row.Cells[0].All(char.IsAsciiDigit);
        }

        return false;
    }

    public static void Read(ListFile file, ListDraft draft)
    {
        foreach (var row in CsvRows.Read(file.Bytes, ','))
        {
            draft.Records++;
            var cells = row.Cells.Select(cell => cell.Trim() is "-0-" ? "" : cell.Trim()).ToArray();
            if (row.Broken || cells.Length is not (MainColumns or AliasColumns) || cells[0].Length == 0)
            {
                draft.Reject(draft.Records, row.Line, MatchingProblems.RowBroken);
            }
            else if (cells.Length == AliasColumns)
            {
                draft.Aliases.Add((file.Name, cells[0], new ListedName(cells[3], cells[2].StartsWith("weak", StringComparison.OrdinalIgnoreCase)), draft.Records, row.Line));
            }
            else if (cells[2] != "individual")
            {
                draft.NotPersons++;
                draft.Others.Add(cells[0]);
            }
            else
            {
                Enter(cells, draft, row.Line);
            }
        }
    }

    /// <summary>Hands every alias to its entry, whichever file it was in.</summary>
    public static void JoinAliases(ListDraft draft)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        if (draft.Aliases.Count > 0)
        {
            for (var at = 0; at < draft.Entries.Count; at++)
            {
                places.TryAdd(draft.Entries[at].Id, at);
            }
        }

        foreach (var alias in draft.Aliases)
        {
            if (places.TryGetValue(alias.Id, out var at))
            {
                var entry = draft.Entries[at];
                draft.Entries[at] = entry with { Names = [.. entry.Names, alias.Name] };
                draft.Joined++;
            }
            else if (draft.Others.Contains(alias.Id))
            {
                draft.NotPersons++;
            }
            else
            {
                draft.Reject(alias.File, alias.Record, alias.Line, MatchingProblems.AliasWithoutEntry.With(("id", alias.Id)));
            }
        }
    }

    static void Enter(string[] cells, ListDraft draft, int line)
    {
        var remarks = cells[11];
        var born = Born().Matches(remarks).Select(match => match.Groups["date"].Value).ToList();
        draft.Enter(
            draft.Records,
            line,
            cells[0],
            Quoted().Matches(remarks).Select(match => new ListedName(match.Groups["name"].Value, Weak: true)).Prepend(new ListedName(cells[1])),
            string.Join("; ", born),
            [.. born.SelectMany(BirthDateText.Read)],
            Nation().Matches(remarks).Select(match => match.Groups["nation"].Value),
            Paper().Matches(remarks).Select(match => match.Groups["number"].Value),
            remarks.Contains("Gender Male", StringComparison.Ordinal) ? Sex.Male : remarks.Contains("Gender Female", StringComparison.Ordinal) ? Sex.Female : Sex.Unknown);
    }

    [GeneratedRegex(@"DOB (?<date>[^;]{4,40}?)(;|\.$|\. |$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Born();

    [GeneratedRegex(@"(nationality|citizen) (?<nation>[A-Z][A-Za-z ,]{2,40})(;|\.$|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nation();

    [GeneratedRegex(@"(Passport|National ID No\.|Identification Number|Cedula No\.|ID Card|D\.N\.I\.|C\.U\.R\.P\.|National Foreign ID Number) (?<number>[A-Z0-9][A-Z0-9/\-]{4,30})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Paper();

    [GeneratedRegex(@"a\.k\.a\. '(?<name>[^']{2,80})'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
