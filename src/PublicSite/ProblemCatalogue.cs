using Belfry.Kernel;

namespace Belfry.PublicSite;

/// <summary>Every refusal of the program, as the program hands it over: the same list that docs/problems.md is made of.</summary>
public sealed class ProblemCatalogue(IReadOnlyList<ProblemKind> kinds)
{
    readonly Dictionary<string, ProblemKind> byCode = kinds.ToDictionary(kind => kind.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>In order of their codes.</summary>
    public IReadOnlyList<ProblemKind> All { get; } = [.. kinds.OrderBy(kind => kind.Code, StringComparer.Ordinal)];

    public ProblemKind? Find(string code) => byCode.GetValueOrDefault(code);
}
