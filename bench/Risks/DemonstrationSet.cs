using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Belfry.Bench.Risks;

/// <summary>
/// Writes data/risks/demo-32.json: the 32 sample risks, the structure of UNDRR's Hazard Information Profiles 2025, and numbers by the rules below.
/// The numbers are illustrations so that the engine has a country to run; nobody elicited them.
/// </summary>
static class DemonstrationSet
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Years between events at the considerable level, and million EUR-equivalent of one. Each further level: ten times rarer, eight times dearer.
    static readonly Dictionary<string, (double Years, double Millions)> Own = new(StringComparer.Ordinal)
    {
        ["flood"] = (4, 60), ["storm"] = (3, 40), ["heat"] = (3, 80), ["cold"] = (4, 30), ["drought"] = (5, 50), ["wildfire"] = (6, 8),
        ["quake"] = (80, 50), ["coast"] = (30, 60), ["space"] = (60, 40), ["pandemic"] = (30, 900), ["epidemic"] = (4, 25), ["foodcrisis"] = (10, 60),
        ["epizootic"] = (6, 70), ["zoonosis"] = (12, 50), ["blackout"] = (25, 120), ["shortage"] = (15, 50), ["gasoil"] = (15, 60), ["water"] = (8, 20),
        ["sewage"] = (8, 10), ["telecom"] = (6, 40), ["seveso"] = (15, 50), ["pipeline"] = (30, 30), ["nuclear"] = (400, 500), ["pollution"] = (6, 40),
        ["rail"] = (6, 15), ["air"] = (30, 40), ["collapse"] = (5, 12), ["cyberci"] = (4, 60), ["soft"] = (8, 60), ["cbrne"] = (100, 90),
        ["info"] = (2, 10), ["sabotage"] = (8, 40),
    };

    // The annual report's four consequences of a black-out, which the profiles do not declare, and what leads back to it.
    static readonly (string Cause, string Effect, double Strength)[] Added =
    [
        ("blackout", "telecom", 0.6), ("blackout", "water", 0.4), ("blackout", "sewage", 0.5), ("blackout", "gasoil", 0.55), ("blackout", "rail", 0.1),
        ("shortage", "blackout", 0.15), ("telecom", "gasoil", 0.1), ("gasoil", "telecom", 0.15), ("gasoil", "water", 0.1), ("cyberci", "blackout", 0.1),
        ("cyberci", "telecom", 0.2), ("sabotage", "blackout", 0.15), ("storm", "blackout", 0.12), ("space", "blackout", 0.2), ("telecom", "blackout", 0.03),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var catalogue = (await File.ReadAllLinesAsync("data/risks/sample-catalogue-32.tsv")).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t')).ToList();
        var edges = (await File.ReadAllLinesAsync("data/risks/undrr-hips-2025-causal-edges.tsv")).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'))
            .ToDictionary(cells => (cells[0], cells[1]), cells => cells[2] == "1" ? 1.0 : 0.5);
        var links = new List<(string Cause, string Effect, double Strength)>(Added);
        foreach (var cause in catalogue)
        {
            foreach (var effect in catalogue)
            {
                if (cause[0] == effect[0] || links.Any(link => link.Cause == cause[0] && link.Effect == effect[0]))
                {
                    continue;
                }

                // Declared on both sides counts one, on one side a half. Two risks that share a hazard code are no cause and effect for that code.
                var weight = cause[8].Split(';').SelectMany(from => effect[8].Split(';').Where(to => to != from).Select(to => edges.GetValueOrDefault((from, to)))).Sum();
                if (weight > 0)
                {
                    links.Add((cause[0], effect[0], Math.Min(0.2, 0.02 + (0.02 * weight))));
                }
            }
        }

        var lines = new List<string>
        {
            "{",
            "  \"format\": \"belfry-cascade-1\",",
            "  \"title\": \"Demonstration set of 32 risks: illustrative numbers, not official, not elicited\",",
            "  \"levels\": 3,",
            "  \"impactUnit\": \"EUR-equivalent\",",
            "  \"risks\": [",
            string.Join(",\n", catalogue.Select(Risk)),
            "  ],",
            "  \"links\": [",
            string.Join(",\n", links.Select(Link)),
            "  ],",
            "  \"whatIfs\": [",
            "    { \"name\": \"Telecom sites run 72 h on their own power\", \"links\": [" + Link(("blackout", "telecom", 0.15)).Trim() + "] }",
            "  ],",
            "  \"run\": { \"seed\": 2026 }",
            "}",
        };
        await File.WriteAllTextAsync("data/risks/demo-32.json", string.Join('\n', lines) + "\n");
        Console.WriteLine($"data/risks/demo-32.json: {catalogue.Count} risks, {links.Count} links");
        return 0;
    }

    static string Risk(string[] cells)
    {
        var (years, millions) = Own[cells[0]];
        return $"    {{ \"id\": \"{cells[0]}\", \"name\": {JsonSerializer.Serialize(cells[7], Readable)}, "
            + $"\"rates\": [{Listed(1 / years, 0.1 / years, 0.01 / years)}], \"impacts\": [{Listed(millions * 1e6, millions * 8e6, millions * 64e6)}] }}";
    }

    // A worse cause makes worse effects likelier: s, s/4, 0 | s, s/2, s/8 | s, 0.8 s, s/2, as separate estimates.
    static string Link((string Cause, string Effect, double Strength) link)
    {
        var s = link.Strength;
        return $"    {{ \"cause\": \"{link.Cause}\", \"effect\": \"{link.Effect}\", \"cp\": [[{Listed(s, s / 4, 0)}], [{Listed(s, s / 2, s / 8)}], [{Listed(s, s * 0.8, s / 2)}]] }}";
    }

    static string Listed(params ReadOnlySpan<double> numbers)
    {
        var texts = new List<string>();
        foreach (var number in numbers)
        {
            texts.Add(Math.Round(number, 9).ToString(CultureInfo.InvariantCulture));
        }

        return string.Join(", ", texts);
    }
}
