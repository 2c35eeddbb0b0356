using System.Globalization;
using System.Text;
using System.Text.Json;
using Belfry.Risks;
using Belfry.Risks.Cascades;
using Belfry.Risks.Elicitation;

namespace Belfry.Bench.Risks;

/// <summary>Writes docs/golden-cases.md: every published or exactly solved value beside ours.</summary>
static class GoldenCases
{
    const int Runs = 1_000_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Golden cases of the risk engines

            Written by `dotnet run -c Release --project bench -- risks golden`; do not edit. The fixtures are data/risks/golden-cascade.json and
            golden-elicitation.json: exact fractions by enumeration, and published values recomputed independently.

            ## Cascades

            {Runs:N0} cascades a root, seed 1. z = (simulated − exact) / standard error; |z| < 3 is asked. Ours exact = our own enumeration, apart from the walk.
            P is the chance that the risk ends at exactly this level, given the root.

            | case | root | risk | level | exact | value | ours exact | simulated | z |
            |---|---|---|---|---|---|---|---|---|

            """);
        var worst = Cascades(page);
        page.Append("\n## Elicitation\n\nAgreement to 6 digits is asked (4 where the source gives 4).\n\n| value | source | ours | difference |\n|---|---|---|---|\n");
        var furthest = Elicitation(page);
        page.Append(CultureInfo.InvariantCulture, $"\nLargest |z| {worst:0.00}; largest difference in elicitation {furthest:0.0e+0} of its tolerance.\n");
        await File.WriteAllTextAsync("docs/golden-cases.md", page.ToString());
        Console.WriteLine($"docs/golden-cases.md: largest |z| {worst:0.00}, largest elicitation difference {furthest:0.000} of its tolerance");
        return worst < 3 && furthest <= 1 ? 0 : 1;
    }

    static double Cascades(StringBuilder page)
    {
        var worst = 0.0;
        foreach (var one in GoldenFile.Cases("data/risks/golden-cascade.json"))
        {
            var exact = Exact.Of(one.Model, one.Root, one.Level);
            var network = Network.Build(one.Model);
            var tally = new Simulation(network, new CascadeSettings(), default).Fixed(Root.Of(one.Model, 1), Runs)[0];
            foreach (var (risk, level, chance, fraction) in one.Expected)
            {
                var simulated = tally.Counts[(risk * one.Model.Levels) + level - 1] / (double)Runs;
                var error = Math.Sqrt(chance * (1 - chance) / Runs);
                var z = error == 0 ? (simulated == chance ? 0 : double.PositiveInfinity) : (simulated - chance) / error;
                worst = Math.Max(worst, Math.Abs(z));
                page.Append(CultureInfo.InvariantCulture, $"| {one.Id} | {one.Model.Risks[one.Root].Id} at {one.Level} | {one.Model.Risks[risk].Id} | {level} | {fraction} | {chance:0.000000} | {exact[risk, level]:0.000000} | {simulated:0.000000} | {z:0.00} |\n");
            }
        }

        return worst;
    }

    static double Elicitation(StringBuilder page)
    {
        var (furthest, file) = (0.0, GoldenFile.Open("data/risks/golden-elicitation.json"));
        void Row(string name, double source, double ours, double tolerance)
        {
            furthest = Math.Max(furthest, Math.Abs(ours - source) / tolerance);
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {source} | {ours:0.000000} | {Math.Abs(ours - source):0.0e+0} |\n");
        }

        foreach (var set in file.GetProperty("sets").EnumerateArray())
        {
            var items = Items(set);
            foreach (var metric in Enum.GetValues<Krippendorff.Metric>())
            {
                if (set.TryGetProperty(metric.ToString().ToLowerInvariant(), out var value))
                {
                    Row($"alpha {set.GetProperty("id")} {metric}", value.GetDouble(), Krippendorff.Alpha(items, metric)!.Value, 5.5e-7);
                }
            }

            foreach (var (item, at) in set.TryGetProperty("items", out var list) ? list.EnumerateArray().Select((item, at) => (item, at)) : [])
            {
                var sorted = items[at].Order().ToList();
                Row($"item {at + 1} median", item.GetProperty("median").GetDouble(), Quantile.Of(sorted, 0.5), 1e-12);
                Row($"item {at + 1} IQR", item.GetProperty("iqr7").GetDouble(), Quantile.Of(sorted, 0.75) - Quantile.Of(sorted, 0.25), 1e-12);
                Row($"item {at + 1} r_wg", item.GetProperty("rwg").GetDouble(), Agreement.WithinGroup(sorted, 5), 1e-12);
                Row($"item {at + 1} consensus", item.GetProperty("consensus").GetDouble(), Agreement.Consensus(sorted, 4), 5.5e-5);
            }
        }

        foreach (var row in file.GetProperty("cooke").GetProperty("rows").EnumerateArray())
        {
            var shares = row.GetProperty("p").EnumerateArray().Select(p => p.GetDouble()).ToArray();
            var hits = row.GetProperty("hits").EnumerateArray().Select(hit => hit.GetInt32()).ToArray();
            Row($"Cooke {row.GetProperty("id")} I", row.GetProperty("I").GetDouble(), Cooke.RelativeInformation(hits, shares), 5.5e-6);
            Row($"Cooke {row.GetProperty("id")} C", row.GetProperty("C").GetDouble(), Cooke.Calibration(hits, shares), 5.5e-7);
        }

        return furthest;
    }

    public static List<IReadOnlyList<double>> Items(JsonElement set)
    {
        var coders = set.GetProperty("coders").EnumerateArray().Select(coder => coder.GetString()!.Split(' ')).ToList();
        return [.. Enumerable.Range(0, coders[0].Length).Select(item => (IReadOnlyList<double>)[.. coders.Where(coder => coder[item] != "*").Select(coder => double.Parse(coder[item], CultureInfo.InvariantCulture))])];
    }
}
