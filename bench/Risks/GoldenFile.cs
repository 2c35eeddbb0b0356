using System.Globalization;
using System.Text.Json;
using Belfry.Risks;

namespace Belfry.Bench.Risks;

/// <summary>The fixture data/risks/golden-cascade.json: networks with answers known as fractions. Also compiled into Risks.Tests.</summary>
static class GoldenFile
{
    public sealed record Case(string Id, string Description, CascadeModel Model, int Root, int Level, IReadOnlyList<(int Risk, int Level, double Chance, string Fraction)> Expected);

    public static JsonElement Open(string path) => JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;

    public static IEnumerable<Case> Cases(string path)
    {
        foreach (var one in Open(path).GetProperty("cases").EnumerateArray())
        {
            var levels = one.GetProperty("levels").GetInt32();
            var ids = one.GetProperty("nodes").EnumerateArray().Select(node => node.GetString()!).ToList();
            var root = one.GetProperty("root").EnumerateObject().Single();
            var risks = ids.Select(id => new CascadeRisk(
                id, null, [.. Enumerable.Range(1, levels).Select(level => id == root.Name && level == root.Value.GetInt32() ? 1.0 : 0)], [.. Enumerable.Repeat(1.0, levels)])).ToList();
            var links = one.GetProperty("edges").EnumerateArray().Select(edge => new CascadeLink(
                edge.GetProperty("cause").GetString()!, edge.GetProperty("effect").GetString()!, Rows(edge, levels))).ToList();
            var expected = one.GetProperty("expected").EnumerateObject().SelectMany(node => node.Value.EnumerateObject().Select(level => (
                ids.IndexOf(node.Name), int.Parse(level.Name, CultureInfo.InvariantCulture), Fraction(level.Value.GetProperty("fraction").GetString()!), level.Value.GetProperty("fraction").GetString()!))).ToList();
            yield return new Case(
                one.GetProperty("id").GetString()!, one.GetProperty("description").GetString()!, CascadeModel.Create(levels, risks, links).Value, ids.IndexOf(root.Name), root.Value.GetInt32(), expected);
        }
    }

    public static double Fraction(string text)
    {
        var parts = text.Split('/');
        return double.Parse(parts[0], CultureInfo.InvariantCulture) / (parts.Length > 1 ? double.Parse(parts[1], CultureInfo.InvariantCulture) : 1);
    }

    static IReadOnlyList<IReadOnlyList<double>> Rows(JsonElement edge, int levels)
    {
        if (edge.TryGetProperty("p", out var p))
        {
            return [[Fraction(p.GetString()!)]];
        }

        if (edge.TryGetProperty("cp", out var cp))
        {
            return [.. cp.EnumerateArray().Select(row => Belfry.Risks.Cascades.Tails.FromSeparate([.. row.EnumerateArray().Select(cell => Fraction(cell.GetString()!))]))];
        }

        // "level 3 -> level 1 surely"
        var words = edge.GetProperty("rule").GetString()!.Split(' ');
        var (from, to) = (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[4], CultureInfo.InvariantCulture));
        return [.. Enumerable.Range(1, levels).Select(j => (IReadOnlyList<double>)[.. Enumerable.Range(1, levels).Select(k => j == from && k == to ? 1.0 : 0)])];
    }
}
