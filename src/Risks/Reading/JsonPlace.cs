using System.Globalization;
using System.Text.Json;
using Belfry.Kernel;

namespace Belfry.Risks.Reading;

/// <summary>A value of a foreign JSON document together with its path, so that every refusal says where. Collects problems instead of stopping at the first.</summary>
readonly struct JsonPlace
{
    const int MostBytes = 32 << 20;
    const int Deepest = 32;
    const int MostProblems = 50;

    readonly JsonElement element;
    readonly List<Problem> problems;

    JsonPlace(JsonElement element, string path, List<Problem> problems) => (this.element, Path, this.problems) = (element, path, problems);

    public string Path { get; }

    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    public bool IsNumber => element.ValueKind == JsonValueKind.Number;

    /// <summary>Reads a document with <paramref name="read"/>; refused when it is not JSON, too large, too deep, has a member twice, or <paramref name="read"/> found problems.</summary>
    public static Result<T> Read<T>(ReadOnlyMemory<byte> json, Func<JsonPlace, Result<T>> read)
    {
        if (json.Length > MostBytes)
        {
            return RiskProblems.TooLarge.At("$", ("what", "bytes"), ("found", json.Length), ("limit", MostBytes));
        }

        try
        {
            var text = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = false });
            var found = new List<Problem>();
            var result = read(new JsonPlace(document.RootElement, "$", found));
            return found.Count > 0 ? Result<T>.Refused([.. found.Take(MostProblems)]) : result;
        }
        catch (JsonException error)
        {
            var place = error.LineNumber is { } line ? $"line {line + 1}, byte {error.BytePositionInLine + 1}: " : "";
            return RiskProblems.Unreadable.At("$", ("reason", place + error.Message.Split(". ")[0].TrimEnd('.')));
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json lets an unpaired surrogate through until the string is asked for.
            return RiskProblems.Unreadable.At("$", ("reason", "a string is not valid Unicode"));
        }
    }

    public void Refuse(Problem problem) => problems.Add(problem);

    /// <summary>A document of the named form: who hands in another form hears that, and not which of its members are unknown here.</summary>
    public bool IsForm(string form, params ReadOnlySpan<string> known)
    {
        if (Member("format") is { } format && format.Text(1_000) != form)
        {
            return format.Wrong($"the text {form}");
        }

        return IsObject(["format", .. known]) && Needed("format") is not null;
    }

    /// <summary>Refuses every member that is not among the known ones: a misspelt name must not fall back to a default in silence.</summary>
    public bool IsObject(params ReadOnlySpan<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return Wrong("an object");
        }

        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                problems.Add(RiskProblems.UnknownMember.At(Path, ("member", Cascades.ModelCheck.Shown(member.Name)), ("known", string.Join(", ", known!))));
            }
        }

        return true;
    }

    public JsonPlace? Member(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? new JsonPlace(value, $"{Path}.{name}", problems) : null;

    public JsonPlace? Needed(string name)
    {
        if (Member(name) is { } found)
        {
            return found;
        }

        problems.Add(RiskProblems.Missing.At(Path, ("member", name)));
        return null;
    }

    public IEnumerable<(string Name, JsonPlace Place)> Members()
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Wrong("an object");
            yield break;
        }

        foreach (var member in element.EnumerateObject())
        {
            yield return (member.Name, new JsonPlace(member.Value, $"{Path}.{Cascades.ModelCheck.Shown(member.Name)}", problems));
        }
    }

    public List<JsonPlace> Items(int most)
    {
        var items = new List<JsonPlace>();
        if (element.ValueKind != JsonValueKind.Array)
        {
            Wrong("a list");
            return items;
        }

        if (element.GetArrayLength() > most)
        {
            problems.Add(RiskProblems.TooLarge.At(Path, ("what", "the list"), ("found", element.GetArrayLength()), ("limit", most)));
            return items;
        }

        foreach (var item in element.EnumerateArray())
        {
            items.Add(new JsonPlace(item, $"{Path}[{items.Count}]", problems));
        }

        return items;
    }

    public double Number(double lowest, double highest)
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetDouble(out var number))
        {
            Wrong("a number");
            return lowest;
        }

        if (!(number >= lowest && number <= highest))
        {
            problems.Add(RiskProblems.OutOfRange.At(Path, ("found", number), ("lowest", lowest), ("highest", highest)));
            return lowest;
        }

        return number;
    }

    public long Whole(long lowest, long highest)
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt64(out var number))
        {
            Wrong("a whole number");
            return lowest;
        }

        if (number < lowest || number > highest)
        {
            problems.Add(RiskProblems.OutOfRange.At(Path, ("found", number), ("lowest", lowest), ("highest", highest)));
            return lowest;
        }

        return number;
    }

    public bool Yes()
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return element.GetBoolean();
        }

        Wrong("true or false");
        return false;
    }

    public string Text(int most)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            Wrong("a text");
            return "";
        }

        var text = element.GetString()!;
        if (text.Length > most)
        {
            problems.Add(RiskProblems.TooLarge.At(Path, ("what", "the text"), ("found", text.Length), ("limit", most)));
        }

        return text;
    }

    public string IdText()
    {
        var text = Text(1_000);
        if (element.ValueKind == JsonValueKind.String && !Cascades.ModelCheck.IsId(text))
        {
            problems.Add(RiskProblems.BadId.At(Path, ("found", Cascades.ModelCheck.Shown(text))));
        }

        return text;
    }

    public DateOnly Date()
    {
        if (DateOnly.TryParseExact(element.ValueKind == JsonValueKind.String ? element.GetString() : null, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Wrong("a date such as 2026-01-31");
        return default;
    }

    public List<double> Numbers(int most, double lowest, double highest) => [.. Items(most).Select(item => item.Number(lowest, highest))];

    public bool Wrong(string expected)
    {
        var found = element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.Null => "null",
            _ => "true or false",
        };
        problems.Add(RiskProblems.WrongType.At(Path, ("found", found), ("expected", expected)));
        return false;
    }
}
