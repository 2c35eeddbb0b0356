using System.Collections.Frozen;

namespace Belfry.Passengers.Matching;

/// <summary>
/// Any CSV with a head line: the EU's annexes, the US screening list, a service's own list. Columns are known by name, case and _ - blank
/// aside; several names in one cell are split at ';'.
/// </summary>
static class HeaderCsv
{
    static readonly FrozenDictionary<string, string> Columns = new (string Column, string[] Names)[]
    {
        ("name", ["name", "fullname", "wholename", "name1"]),
        ("family", ["family", "lastname", "surname", "familyname"]),
        ("given", ["given", "firstname", "givenname", "givennames", "forename"]),
        ("middle", ["middlename", "middle"]),
        ("alias", ["alias", "aliases", "altnames", "aka", "previousname"]),
        ("weak", ["weakalias", "weakaliases"]),
        ("born", ["birthdate", "dateofbirth", "dob", "datesofbirth", "born"]),
        ("country", ["nationality", "nationalities", "citizenship", "citizenships", "country"]),
        ("document", ["passportnumber", "document", "documents", "passport", "idnumber"]),
        ("sex", ["sex", "gender"]),
        ("type", ["type", "schema", "entitytype"]),
        ("id", ["id", "recordid", "entitynumber", "reference", "key"]),
    }.SelectMany(entry => entry.Names.Select(name => KeyValuePair.Create(name, entry.Column))).ToFrozenDictionary(StringComparer.Ordinal);

    public static void Read(ListFile file, ListDraft draft)
    {
        Dictionary<string, List<int>>? places = null;
        foreach (var row in CsvRows.Read(file.Bytes, Separator(file.Bytes.Span)))
        {
            if (places is null)
            {
                places = Places(row.Cells);
                if (!places.ContainsKey("name") && !places.ContainsKey("family"))
                {
                    draft.Records++;
                    draft.Reject(1, row.Line, MatchingProblems.ListUnknown);
                    return;
                }

                continue;
            }

            draft.Records++;
            if (row.Broken)
            {
                draft.Reject(draft.Records, row.Line, MatchingProblems.RowBroken);
            }
            else
            {
                Enter(new Row(row.Cells, places), draft, row.Line);
            }
        }

        if (places is null)
        {
            draft.Records++;
            draft.Reject(1, 1, MatchingProblems.ListUnknown);
        }
    }

    static void Enter(Row row, ListDraft draft, int line)
    {
        if (row["type"].ToUpperInvariant() is not ("" or "PERSON" or "INDIVIDUAL" or "P"))
        {
            draft.NotPersons++;
            return;
        }

        var (written, name) = (row["name"], string.Join(' ', ((string[])[row["given"], row["middle"], row["family"]]).Where(part => part.Length > 0)));
        draft.Enter(
            draft.Records,
            line,
            row["id"] is { Length: > 0 } id ? id : "record " + draft.Records.ToString(System.Globalization.CultureInfo.InvariantCulture),
            [
                new ListedName(written.Length > 0 ? written : name),
                .. row.All("alias").SelectMany(Split).Select(alias => new ListedName(alias)),
                .. row.All("weak").SelectMany(Split).Select(alias => new ListedName(alias, Weak: true)),
            ],
            row["born"],
            BirthDateText.Read(row["born"]),
            row.All("country").SelectMany(Split),
            row.All("document").SelectMany(text => Split(text).SelectMany(part => DocumentNumbers.InText(part) is { Count: > 0 } numbers ? numbers : [part])),
            row["sex"].ToUpperInvariant() switch { "M" or "MALE" => Sex.Male, "F" or "FEMALE" => Sex.Female, _ => Sex.Unknown });
    }

    public static char Separator(ReadOnlySpan<byte> bytes)
    {
        var head = bytes.IndexOf((byte)'\n') is var end and >= 0 ? bytes[..end] : bytes;
        var (commas, semicolons, tabs) = (head.Count((byte)','), head.Count((byte)';'), head.Count((byte)'\t'));
        return tabs > Math.Max(commas, semicolons) ? '\t' : semicolons > commas ? ';' : ',';
    }

    static IEnumerable<string> Split(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(200);

    static Dictionary<string, List<int>> Places(string[] head)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var at = 0; at < head.Length; at++)
        {
            if (Columns.TryGetValue(new string([.. head[at].Where(char.IsAsciiLetterOrDigit)]).ToLowerInvariant(), out var column))
            {
                (places.TryGetValue(column, out var found) ? found : places[column] = []).Add(at);
            }
        }

        return places;
    }

    sealed class Row(string[] cells, Dictionary<string, List<int>> places)
    {
        public string this[string column] => All(column).FirstOrDefault(text => text.Length > 0, "");

        public IEnumerable<string> All(string column)
        {
            if (!places.TryGetValue(column, out var found))
            {
                yield break;
            }

            foreach (var at in found.Where(at => at < cells.Length))
            {
                yield return cells[at].Trim();
            }
        }
    }
}
