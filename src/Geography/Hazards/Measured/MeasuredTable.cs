using System.Globalization;
using System.Text;
using System.Text.Json;
using Belfry.Kernel;

namespace Belfry.Geography.Hazards.Measured;

/// <summary>A measured or forecast moment: when (with the offset it was written with), and a value for each column asked for, null where there is none.</summary>
sealed record MeasuredRow(DateTimeOffset At, IReadOnlyList<double?> Values);

/// <summary>
/// A series in time from foreign hands: CSV with a head line (comma, semicolon or tab; point as decimal sign), or a JSON list of objects. Times rise; a value out of range is refused and not
/// cut, a missing one stays missing. Times without offset are taken as UTC.
/// </summary>
static class MeasuredTable
{
    public const int MostBytes = 4 << 20;
    public const int MostRows = 100_000;

    /// <param name="when">Name of the column of time: a date or an instant of ISO 8601.</param>
    /// <returns>HAZ-040 with line or JSON path.</returns>
    public static Result<IReadOnlyList<MeasuredRow>> Read(ReadOnlyMemory<byte> bytes, string when, params IReadOnlyList<MeasuredColumn> columns)
    {
        if (bytes.Length > MostBytes)
        {
            return Refuse("$", $"more than {MostBytes >> 20} MiB");
        }

        var text = bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        var first = text.Span.IndexOfAnyExcept(" \t\r\n"u8);
        return first >= 0 && text.Span[first] is (byte)'[' or (byte)'{' ? FromJson(text, when, columns) : FromLines(Encoding.UTF8.GetString(text.Span), when, columns);
    }

    static Result<IReadOnlyList<MeasuredRow>> FromLines(string text, string when, IReadOnlyList<MeasuredColumn> columns)
    {
        var lines = text.Split('\n');
        var head = lines[0].TrimEnd('\r');
        var separator = head.Contains('\t', StringComparison.Ordinal) ? '\t' : head.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var names = head.Split(separator).Select(name => name.Trim(' ', '"')).ToList();
        if (Missing(names, when, columns) is { } missing)
        {
            return Refuse("line 1", missing);
        }

        var rows = new List<MeasuredRow>();
        for (var at = 1; at < lines.Length; at++)
        {
            var line = lines[at].TrimEnd('\r', ' ');
            if (line.Length == 0)
            {
                continue;
            }

            var fields = line.Split(separator).Select(field => field.Trim(' ', '"')).ToList();
            if (fields.Count != names.Count)
            {
                return Refuse($"line {at + 1}", $"{fields.Count} fields, the head has {names.Count}");
            }

            if (Add(rows, columns, name => fields[names.IndexOf(name)], name => names.Contains(name), when) is { } reason)
            {
                return Refuse($"line {at + 1}", reason);
            }
        }

        return Whole(rows);
    }

    static Result<IReadOnlyList<MeasuredRow>> FromJson(ReadOnlyMemory<byte> text, string when, IReadOnlyList<MeasuredColumn> columns)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 4, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                return Refuse("$", "not a list of objects");
            }

            var rows = new List<MeasuredRow>();
            foreach (var (at, item) in document.RootElement.EnumerateArray().Index())
            {
                if (item.ValueKind != JsonValueKind.Object)
                {
                    return Refuse($"$[{at}]", "not an object");
                }

                var members = item.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
                if (Missing(members.Keys, when, columns) is { } missing)
                {
                    return Refuse($"$[{at}]", missing);
                }

                if (Add(rows, columns, name => Words(members[name]), members.ContainsKey, when) is { } reason)
                {
                    return Refuse($"$[{at}]", reason);
                }
            }

            return Whole(rows);
        }
        catch (JsonException fault)
        {
            return Refuse($"line {(fault.LineNumber ?? 0) + 1}, byte {(fault.BytePositionInLine ?? 0) + 1}", "not valid JSON, a name that stands twice, or more than 4 levels");
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json lets an unpaired surrogate through until the string is asked for.
            return Refuse("$", "a text is not valid Unicode");
        }
    }

    static string Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    static string? Missing(ICollection<string> names, string when, IReadOnlyList<MeasuredColumn> columns) =>
        columns.Where(column => column.Needed).Select(column => column.Name).Prepend(when).FirstOrDefault(name => !names.Contains(name)) is { } lacking ? $"no column {lacking}" : null;

    static string? Add(List<MeasuredRow> rows, IReadOnlyList<MeasuredColumn> columns, Func<string, string> field, Func<string, bool> has, string when)
    {
        var stamp = field(when);
        if (!DateTimeOffset.TryParse(stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) || stamp.Length < 10 || stamp[4] != '-')
        {
            return $"\"{Short(stamp)}\" is no date or time such as 2026-07-01 or 2026-07-01T14:00:00Z";
        }

        if (rows.Count > 0 && at <= rows[^1].At)
        {
            return "times must rise, each once";
        }

        if (rows.Count == MostRows)
        {
            return $"more than {MostRows} rows";
        }

        var values = new double?[columns.Count];
        for (var column = 0; column < columns.Count; column++)
        {
            var (name, least, most, unit, _) = columns[column];
            var text = has(name) ? field(name) : "";
            if (text.Length == 0)
            {
                continue;
            }

            if (!double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) || !(value >= least && value <= most))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{name} is \"{Short(text)}\", not a number from {least} to {most} {unit}");
            }

            values[column] = value;
        }

        rows.Add(new MeasuredRow(at, values));
        return null;
    }

    static Result<IReadOnlyList<MeasuredRow>> Whole(List<MeasuredRow> rows) => rows.Count == 0 ? Refuse("line 2", "no rows") : rows;

    static Problem Refuse(string where, string reason) => NaturalHazardProblems.TableUnreadable.At("series", ("where", where), ("reason", reason));

    static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}

/// <param name="Needed">False when the column may be left out.</param>
sealed record MeasuredColumn(string Name, double Least, double Most, string Unit, bool Needed = true);
