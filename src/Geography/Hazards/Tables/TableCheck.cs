using System.Globalization;
using System.Text;
using Belfry.Kernel;

namespace Belfry.Geography.Hazards;

/// <summary>What in a table or its confirmation cannot be right, each at its JSON path.</summary>
static class TableCheck
{
    const int MostProblems = 50;
    const int MostText = 300;

    static readonly string[] Winds = ["low", "moderate", "high"];

    public static IReadOnlyList<Problem> Of(TableFile file)
    {
        var problems = new List<Problem>();
        Must(problems, file.Format == TableFile.Form, "$.format", file.Format, TableFile.Form);
        foreach (var (name, text) in new[] { ("edition", file.Edition), ("source", file.Source), ("enteredBy", file.EnteredBy) })
        {
            Must(problems, Said(text), "$." + name, text, "1 - 300");
        }

        if (file.Isolation.Count + file.Levels.Count == 0)
        {
            problems.Add(TableProblems.NoRows.At("$"));
        }

        // A list may hold null: the reader looks at members only.
        var missing = file.Isolation.Select((row, at) => (Row: (object?)row, Where: $"$.isolation[{at}]")).Concat(file.Levels.Select((row, at) => (Row: (object?)row, Where: $"$.levels[{at}]"))).Where(one => one.Row is null).ToList();
        if (missing.Count > 0)
        {
            return [.. missing.Take(MostProblems).Select(one => TableProblems.WrongValue.At(one.Where, ("found", "null"), ("expected", "{ … }")))];
        }

        for (var at = 0; at < file.Isolation.Count; at++)
        {
            Row(problems, file.Isolation[at], $"$.isolation[{at}]");
        }

        for (var at = 0; at < file.Levels.Count; at++)
        {
            Row(problems, file.Levels[at], $"$.levels[{at}]");
        }

        Twice(problems, file.Isolation.Select((row, at) => ($"{row.Un} {Key(row.Name)} {row.Spill} {Key(row.Container ?? "")} {row.Wind}", $"$.isolation[{at}]")));
        Twice(problems, file.Levels.Select((row, at) => ($"{row.Cas} {row.System} {row.Level}", $"$.levels[{at}]")));
        return [.. problems.Take(MostProblems)];
    }

    public static IReadOnlyList<Problem> Of(ConfirmationFile signed, TableFile file, string digest, int rows)
    {
        var problems = new List<Problem>();
        Must(problems, signed.Format == ConfirmationFile.Form, "$.format", signed.Format, ConfirmationFile.Form);
        Must(problems, Said(signed.ConfirmedBy), "$.confirmedBy", signed.ConfirmedBy, "1 - 300");
        if (!string.Equals(signed.Digest, digest, StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(TableProblems.OtherTable.At("$.digest", ("found", Shown(signed.Digest)), ("expected", digest)));
        }

        if (signed.Rows != rows)
        {
            problems.Add(TableProblems.OtherTable.At("$.rows", ("found", signed.Rows), ("expected", rows)));
        }

        // Spelt a little differently it is still the same person.
        if (Key(signed.ConfirmedBy) == Key(file.EnteredBy))
        {
            problems.Add(TableProblems.SamePerson.At("$.confirmedBy", ("name", Shown(signed.ConfirmedBy))));
        }

        if (signed.ConfirmedOn < file.EnteredOn)
        {
            problems.Add(TableProblems.TooEarly.At("$.confirmedOn", ("found", signed.ConfirmedOn.ToString("O", CultureInfo.InvariantCulture)), ("entered", file.EnteredOn.ToString("O", CultureInfo.InvariantCulture))));
        }

        return problems;
    }

    static void Row(List<Problem> problems, IsolationRow row, string where)
    {
        Must(problems, row.Un is { Length: 4 } && row.Un.All(char.IsAsciiDigit), where + ".un", row.Un, "0000 - 9999");
        Must(problems, Said(row.Name), where + ".name", row.Name, "1 - 300");
        Must(problems, row.Spill is "small" or "large", where + ".spill", row.Spill, "small, large");
        Must(problems, row.IsolateMetres is >= 1 and <= 10_000, where + ".isolateMetres", row.IsolateMetres, "1 - 10000");
        Must(problems, row.DayKm is null or >= 0 and <= 50, where + ".dayKm", row.DayKm, "0 - 50");
        Must(problems, row.NightKm is null or >= 0 and <= 50, where + ".nightKm", row.NightKm, "0 - 50");
        // Cold calm air at night carries further: a row that says otherwise has its columns swapped.
        Must(problems, (row.DayKm is null) == (row.NightKm is null) && !(row.NightKm < row.DayKm), where + ".nightKm", row.NightKm, $">= dayKm ({row.DayKm})");
        Must(problems, row.Container is null ? row.Wind is null : Said(row.Container) && row.Spill == "large", where + ".container", row.Container, "spill = large");
        Must(problems, row.Container is null || Winds.Contains(row.Wind), where + ".wind", row.Wind, string.Join(", ", Winds));
    }

    static void Row(List<Problem> problems, LevelRow row, string where)
    {
        Must(problems, IsCas(row.Cas), where + ".cas", row.Cas, "CAS 7732-18-5");
        Must(problems, Said(row.Name), where + ".name", row.Name, "1 - 300");
        Must(problems, row.System is "PAC" or "ERPG", where + ".system", row.System, "PAC, ERPG");
        Must(problems, row.Level is >= 1 and <= 3, where + ".level", row.Level, "1 - 3");
        Must(problems, row.Value is > 0 and <= 1e6, where + ".value", row.Value, "0 - 1000000");
        Must(problems, row.Unit is "ppm" or "mg/m³", where + ".unit", row.Unit, "ppm, mg/m³");
    }

    static void Twice(List<Problem> problems, IEnumerable<(string Key, string Where)> rows)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, where) in rows)
        {
            if (!first.TryAdd(key, where))
            {
                problems.Add(TableProblems.Twice.At(where, ("first", first[key])));
            }
        }
    }

    /// <summary>The last digit is the sum of the others times their place from the right, modulo ten.</summary>
    internal static bool IsCas(string text)
    {
        if (text.Split('-') is not [{ Length: >= 2 and <= 7 } head, { Length: 2 } middle, { Length: 1 } check] || !(head + middle + check).All(char.IsAsciiDigit))
        {
            return false;
        }

        var digits = head + middle;
        return digits.Reverse().Select((digit, at) => (digit - '0') * (at + 1)).Sum() % 10 == check[0] - '0';
    }

    static bool Said(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= MostText;

    static string Key(string text) => string.Concat(text.Normalize(NormalizationForm.FormKD).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    static void Must(List<Problem> problems, bool holds, string where, object? found, string expected)
    {
        if (!holds)
        {
            problems.Add(TableProblems.WrongValue.At(where, ("found", Shown(FormattableString.Invariant($"{found ?? "null"}"))), ("expected", expected)));
        }
    }

    static string Shown(string text) => text.Length > 80 ? text[..80] + "…" : text;
}
