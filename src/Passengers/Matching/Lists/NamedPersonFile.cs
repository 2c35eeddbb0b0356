using System.Text.Json;
using Belfry.Kernel;

namespace Belfry.Passengers.Matching;

/// <summary>
/// Passengers out of a CSV file with a head line (family, given or name; birthDate, nationality, document, sex) or out of the JSON that `passengers parse` prints:
/// every object with a name (family or surname, given), wherever it stands.
/// </summary>
static class NamedPersonFile
{
    const int MostDepth = 64;

    public static Result<NamedPersons> Read(ListFile file)
    {
        if (file.Bytes.Length > ListReading.MostBytes)
        {
            return MatchingProblems.ListTooLarge.With(("bytes", file.Bytes.Length), ("limit", ListReading.MostBytes));
        }

        return file.Bytes.Span.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{' or (byte)'[', ..] ? Json(file) : Csv(file);
    }

    static Result<NamedPersons> Csv(ListFile file)
    {
        var draft = new ListDraft(file.Name);
        HeaderCsv.Read(file, draft);
        var read = draft.Done();
        if (read.Rejected is [{ Problem.Kind: var kind }, ..] && kind == MatchingProblems.ListUnknown)
        {
            return MatchingProblems.PassengersUnread.With(("reason", "no column name or family"));
        }

        return new NamedPersons(
            [.. read.Entries.Select(entry => (entry.Id, new NamedPerson("", entry.Names[0].Text, entry.Born.Count > 0 ? entry.Born[0] : null, entry.Countries, entry.Documents, entry.Sex)))],
            read.Rejected, read.Noticed, read.Records);
    }

    static Result<NamedPersons> Json(ListFile file)
    {
        try
        {
            using var document = JsonDocument.Parse(file.Bytes, new JsonDocumentOptions { MaxDepth = MostDepth });
            var (persons, rejected, noticed, record) = (new List<(string, NamedPerson)>(), new List<RejectedRecord>(), new List<RejectedRecord>(), 0);
            foreach (var element in Persons(document.RootElement))
            {
                record++;
                var person = One(element, out var unread);
                if (!person.FullName.Any(char.IsLetter))
                {
                    rejected.Add(new RejectedRecord(file.Name, record, 0, MatchingProblems.NoName.At("family")));
                    continue;
                }

                if (unread is not null)
                {
                    noticed.Add(new RejectedRecord(file.Name, record, 0, MatchingProblems.DateUnread.At("birthDate", ("text", unread))));
                }

                persons.Add((Text(element, "id") is { Length: > 0 } id ? id : "record " + record.ToString(System.Globalization.CultureInfo.InvariantCulture), person));
            }

            return new NamedPersons(persons, rejected, noticed, record);
        }
        catch (JsonException fault)
        {
            return MatchingProblems.PassengersUnread.With(("reason", $"line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}"));
        }
    }

    static NamedPerson One(JsonElement element, out string? unread)
    {
        var name = Named(element) ?? element;
        var text = Text(element, "birthDate");
        var born = BirthDateText.Read(text);
        unread = born.Count == 0 && text.Length > 0 ? text[..Math.Min(text.Length, 60)] : null;
        return new NamedPerson(
            Text(name, "family") is { Length: > 0 } family ? family : Text(name, "surname"),
            Text(name, "given"),
            born.Count > 0 ? born[0] : null,
            [.. Texts(element, "nationality"), .. Texts(element, "countries")],
            [.. Texts(element, "documents")],
            (Text(element, "sex") + Text(element, "gender")).ToUpperInvariant() switch { "M" or "MALE" => Sex.Male, "F" or "FEMALE" => Sex.Female, _ => Sex.Unknown });
    }

    static IEnumerable<JsonElement> Persons(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany(Persons);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return Named(element) is not null ? [element] : element.EnumerateObject().SelectMany(member => Persons(member.Value));
    }

    // {"family", "given"} on the person, or {"name": {"surname", "given"}} as parse prints it. What lies inside a person (documents) is no other person.
    static JsonElement? Named(JsonElement element) =>
        Member(element, "name") is { ValueKind: JsonValueKind.Object } name && HasName(name) ? name : HasName(element) ? element : null;

    static bool HasName(JsonElement element) => Member(element, "family") is not null || Member(element, "surname") is not null || Member(element, "given") is not null;

    static JsonElement? Member(JsonElement element, string name)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return null;
    }

    static string Text(JsonElement element, string name) => Texts(element, name).FirstOrDefault("");

    // "P1", ["P1", "P2"] and [{"number": "P1"}] are all documents; given names may be a list.
    static IEnumerable<string> Texts(JsonElement element, string name)
    {
        if (Member(element, name) is not { } value)
        {
            return [];
        }

        var items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : (JsonElement[])[value];
        var texts = items.Select(item => item.ValueKind switch
        {
            JsonValueKind.String => item.GetString() ?? "",
            JsonValueKind.Number => item.GetRawText(),
            JsonValueKind.Object => (Member(item, "number") ?? Member(item, "iso")) is { ValueKind: JsonValueKind.String } inside ? inside.GetString() ?? "" : "",
            _ => "",
        }).Where(text => text.Trim().Length > 0).ToList();
        return name == "given" && texts.Count > 1 ? [string.Join(' ', texts)] : texts;
    }
}
