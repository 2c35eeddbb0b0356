using Belfry.Kernel;

namespace Belfry.Risks.Scales;

/// <summary>Finds the misprints that make experts score different things: gaps, overlaps, bounds the wrong way round, empty classes.</summary>
static class ScaleCheck
{
    public static IReadOnlyList<Problem> Of(ScaleSet scale, string path, bool texts)
    {
        var problems = new List<Problem>();
        var qualitative = scale.Classes.All(one => one.Lower is null && one.Upper is null);
        // Return periods fall while their class rises: the class before then lies above.
        var falling = Middle(scale.Classes[0]) > Middle(scale.Classes[^1]);
        for (var i = 0; i < scale.Classes.Count; i++)
        {
            var (one, at) = (scale.Classes[i], $"{path}.classes[{i}]");
            if (i > 0 && one.Class != scale.Classes[i - 1].Class + 1)
            {
                problems.Add(RiskProblems.ScaleOrder.At(at + ".class", ("class", one.Class), ("before", scale.Classes[i - 1].Class)));
            }

            if (!qualitative)
            {
                Bounds(problems, scale, i, at, falling);
            }

            foreach (var language in texts ? Enum.GetValues<Language>() : [])
            {
                if (string.IsNullOrWhiteSpace(one.Text.GetValueOrDefault(language)))
                {
                    problems.Add(RiskProblems.ScaleText.At(at + ".text", ("class", one.Class), ("language", language.ToString().ToLowerInvariant())));
                }
            }
        }

        return problems;
    }

    static void Bounds(List<Problem> problems, ScaleSet scale, int i, string at, bool falling)
    {
        var (one, last) = (scale.Classes[i], scale.Classes.Count - 1);
        if (one.Lower is { } lower && one.Upper is { } upper && lower >= upper)
        {
            problems.Add(RiskProblems.ScaleNotIncreasing.At(at, ("class", one.Class), ("lower", lower), ("upper", upper)));
        }

        if (one.Lower is null && i != (falling ? last : 0))
        {
            problems.Add(RiskProblems.ScaleOpen.At(at + ".lower", ("class", one.Class), ("bound", "lower")));
        }

        if (one.Upper is null && i != (falling ? 0 : last))
        {
            problems.Add(RiskProblems.ScaleOpen.At(at + ".upper", ("class", one.Class), ("bound", "upper")));
        }

        if (i > 0)
        {
            var (before, edge) = falling ? (scale.Classes[i - 1].Lower, one.Upper) : (scale.Classes[i - 1].Upper, one.Lower);
            if (before is { } end && edge is { } start && start != end)
            {
                problems.Add(RiskProblems.ScaleGap.At(at, ("class", one.Class), ("lower", start), ("before", end)));
            }
        }
    }

    static double Middle(ScaleClass one) => one is { Lower: { } lower, Upper: { } upper } ? (lower + upper) / 2 : one.Lower ?? one.Upper ?? 0;
}
