using Belfry.Kernel;

namespace Belfry.Risks.Cascades;

/// <summary>Whether a model can be run at all. Every wrong place is named, up to the fiftieth.</summary>
static class ModelCheck
{
    public const int MostProblems = 50;
    public const int MostLevels = 5;
    public const int MostRisks = 2_000;
    public const int MostLinks = 100_000;

    // Counts are kept for each root and each (risk, level): this bounds them to 128 MB.
    const int MostCells = 4_000;
    public const double HighestRate = 1_000;
    public const double HighestImpact = 1e18;

    // A row of decimals such as 0.1 + 0.2 + 0.7 may pass 1 by rounding.
    const double Rounding = 1e-9;

    public static List<Problem> Of(int levels, IReadOnlyList<CascadeRisk> risks, IReadOnlyList<CascadeLink> links)
    {
        var problems = new List<Problem>();
        Range(problems, "$.levels", levels, 1, MostLevels);
        Count(problems, "$.risks", risks.Count, MostRisks);
        Count(problems, "$.links", links.Count, MostLinks);
        if (problems.Count == 0)
        {
            Count(problems, "$.risks", risks.Count * levels, MostCells, "risks × levels");
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < risks.Count && problems.Count < MostProblems; i++)
        {
            Risk(problems, places, levels, risks[i], $"$.risks[{i}]");
        }

        var arrows = new Dictionary<(string, string), string>();
        for (var i = 0; i < links.Count && problems.Count < MostProblems; i++)
        {
            Link(problems, places, arrows, levels, links[i], $"$.links[{i}]");
        }

        return problems;
    }

    public static bool IsId(string text) => text.Length is >= 1 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    public static void Range(List<Problem> problems, string path, double found, double lowest, double highest)
    {
        if (!(found >= lowest && found <= highest))
        {
            problems.Add(RiskProblems.OutOfRange.At(path, ("found", found), ("lowest", lowest), ("highest", highest)));
        }
    }

    static void Count(List<Problem> problems, string path, int found, int limit, string? what = null)
    {
        if (found > limit)
        {
            problems.Add(RiskProblems.TooLarge.At(path, ("what", what ?? path), ("found", found), ("limit", limit)));
        }
    }

    static void Risk(List<Problem> problems, Dictionary<string, string> places, int levels, CascadeRisk risk, string path)
    {
        if (!IsId(risk.Id))
        {
            problems.Add(RiskProblems.BadId.At(path + ".id", ("found", Shown(risk.Id))));
        }
        else if (!places.TryAdd(risk.Id, path))
        {
            problems.Add(RiskProblems.Twice.At(path + ".id", ("id", risk.Id), ("first", places[risk.Id])));
        }

        Numbers(problems, path + ".rates", risk.Rates, levels, HighestRate);
        Numbers(problems, path + ".impacts", risk.Impacts, levels, HighestImpact);
        for (var e = 0; e < risk.RatesByExpert.Count; e++)
        {
            Numbers(problems, $"{path}.ratesBy[{e}]", risk.RatesByExpert[e], levels, HighestRate);
        }

        for (var e = 0; e < risk.ImpactsByExpert.Count; e++)
        {
            Numbers(problems, $"{path}.impactsBy[{e}]", risk.ImpactsByExpert[e], levels, HighestImpact);
        }

        if (risk.Capability is { } weights)
        {
            Numbers(problems, path + ".actor.capability", weights, levels, 1e9);
            if (weights.Sum() <= 0)
            {
                problems.Add(RiskProblems.OutOfRange.At(path + ".actor.capability", ("found", 0), ("lowest", "a sum above 0"), ("highest", "1e9")));
            }
        }
    }

    static void Link(List<Problem> problems, Dictionary<string, string> places, Dictionary<(string, string), string> arrows, int levels, CascadeLink link, string path)
    {
        foreach (var (member, id) in (ReadOnlySpan<(string, string)>)[("cause", link.Cause), ("effect", link.Effect)])
        {
            if (!places.ContainsKey(id))
            {
                problems.Add(RiskProblems.UnknownRisk.At($"{path}.{member}", ("id", Shown(id))));
            }
        }

        if (link.Cause == link.Effect)
        {
            problems.Add(RiskProblems.SelfLink.At(path, ("id", Shown(link.Cause))));
        }
        else if (!arrows.TryAdd((link.Cause, link.Effect), path))
        {
            problems.Add(RiskProblems.Twice.At(path, ("id", $"{Shown(link.Cause)} > {Shown(link.Effect)}"), ("first", arrows[(link.Cause, link.Effect)])));
        }

        Rows(problems, path + ".q", link.Rows, levels);
        for (var e = 0; e < link.RowsByExpert.Count; e++)
        {
            Rows(problems, $"{path}.qBy[{e}]", link.RowsByExpert[e], levels);
        }
    }

    static void Rows(List<Problem> problems, string path, IReadOnlyList<IReadOnlyList<double>> rows, int levels)
    {
        if (rows.Count != levels)
        {
            problems.Add(RiskProblems.WrongCount.At(path, ("found", rows.Count), ("expected", levels)));
            return;
        }

        for (var j = 0; j < levels; j++)
        {
            Numbers(problems, $"{path}[{j}]", rows[j], levels, 1);
            if (rows[j].Sum() > 1 + Rounding)
            {
                problems.Add(RiskProblems.RowAboveOne.At($"{path}[{j}]", ("found", rows[j].Sum())));
            }
        }
    }

    static void Numbers(List<Problem> problems, string path, IReadOnlyList<double> numbers, int expected, double highest)
    {
        if (numbers.Count != expected)
        {
            problems.Add(RiskProblems.WrongCount.At(path, ("found", numbers.Count), ("expected", expected)));
            return;
        }

        for (var k = 0; k < numbers.Count; k++)
        {
            Range(problems, $"{path}[{k}]", numbers[k], 0, highest);
        }
    }

    public static string Shown(string text) => text.Length <= 64 ? text : text[..64] + "…";
}
