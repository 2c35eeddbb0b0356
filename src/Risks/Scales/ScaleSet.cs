using Belfry.Kernel;
using Belfry.Risks.Reading;
using Belfry.Risks.Scales;

namespace Belfry.Risks;

/// <summary>One scale in one version, as experts see it. Every score keeps the version; old scores are never migrated, only mapped for display.</summary>
/// <param name="Version">The set: 2023-V1, 2026-V2.</param>
/// <param name="Scale">What is scored: DP, CP, Ha…</param>
/// <param name="Classes">In rising class number. Bounds may rise (deaths) or fall (return periods).</param>
public sealed record ScaleSet(string Version, string Scale, string Unit, IReadOnlyList<ScaleClass> Classes)
{
    /// <summary>Classes follow each other, bounds join and rise, only the outermost is open, every class is told in four languages.</summary>
    /// <returns>RISK-014 to 017 and 020, at <c>$.scales[i].classes[j]</c>. Empty: the scale can be scored.</returns>
    public IReadOnlyList<Problem> Check(string path = "$") => ScaleCheck.Of(this, path, texts: true);

    /// <summary>Reads <c>{"format":"belfry-scales-1","scales":[{version, scale, unit, classes:[{class, lower, upper, text:{nl,fr,de,en}}]}]}</c> without checking the scales.</summary>
    public static Result<ScaleFile> Read(ReadOnlyMemory<byte> json) => JsonPlace.Read(json, ScaleReader.Document);
}

/// <param name="Lower">Null: open below. In a qualitative scale both bounds of every class are null.</param>
/// <param name="Upper">Null: open above.</param>
/// <param name="Text">By language; what is missing or empty is refused by the check.</param>
public sealed record ScaleClass(int Class, double? Lower, double? Upper, IReadOnlyDictionary<Language, string> Text);

/// <summary>The scales of one file.</summary>
public sealed record ScaleFile(IReadOnlyList<ScaleSet> Scales)
{
    /// <summary>Everything that does not hold, in the file's order.</summary>
    public IReadOnlyList<Problem> Check() => [.. Scales.SelectMany((scale, at) => scale.Check($"$.scales[{at}]"))];
}
