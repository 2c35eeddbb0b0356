using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Belfry.Risks;

/// <summary>What a run says, with everything needed to repeat it. Written by <see cref="ToJson"/> in the form of src/Risks/README.md.</summary>
public sealed record CascadeReport
{
    static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string Format { get; } = "belfry-cascade-report-1";

    /// <summary>Version of the engine: changes whenever the same input would give other digits.</summary>
    public string Engine { get; } = Cascade.Engine;

    public string? Title { get; init; }

    /// <summary>SHA-256 of the input's bytes, hexadecimal; null when the model did not come from a file.</summary>
    public string? Input { get; init; }

    public required long Seed { get; init; }

    public required int Levels { get; init; }

    public string? ImpactUnit { get; init; }

    /// <summary>Cascades walked over all roots.</summary>
    public required long Cascades { get; init; }

    /// <summary>SHA-256 over every count: equal runs have equal checksums, whatever the threads.</summary>
    public required string Checksum { get; init; }

    /// <summary>Expected impact of all roots in a year, in the unit, with its 95 % interval from chance alone.</summary>
    public required Estimate ImpactPerYear { get; init; }

    public required Conservation Conservation { get; init; }

    /// <summary>Further events per event in the long run, links taken one by one; above 1 the network feeds itself.</summary>
    public required double Branching { get; init; }

    /// <summary>What the reader must know before using a number. Empty when nothing.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Links whose rows said that a worse cause is the milder one, and by how much they were moved for this run.</summary>
    public required IReadOnlyList<Adjustment> Adjustments { get; init; }

    /// <summary>Corrections of the input: dated, reasoned, signed. Never hidden.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    public required IReadOnlyList<RiskResult> Risks { get; init; }

    public required IReadOnlyList<RootResult> Roots { get; init; }

    public IReadOnlyList<WhatIfResult> WhatIfs { get; init; } = [];

    /// <summary>What each link carries, the most valuable to cut first; null when not asked.</summary>
    public IReadOnlyList<LinkResult>? Links { get; init; }

    /// <summary>What the experts do not know; null when not asked.</summary>
    public PanelResult? Panel { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Form);
}

/// <summary>A simulated number and its 95 % interval.</summary>
public readonly record struct Estimate(double Value, double Low, double High);

/// <summary>Σ roots rate × mean total impact = Σ risks total rate × direct impact: the same money counted from both ends.</summary>
/// <param name="Holds">Relative difference at most 1e-9.</param>
public sealed record Conservation(double ByRoots, double ByRisks, double RelativeDifference, bool Holds);

public sealed record Adjustment(string Cause, string Effect, double Moved);

/// <param name="What">"rates" or "impacts".</param>
/// <param name="Factor">What every value of the risk was multiplied by.</param>
public sealed record Correction(string Risk, string What, double Factor, string Reason, string By, DateOnly On);

/// <summary>One risk, seen from all roots together.</summary>
/// <param name="Levels">By level k: how often it reaches k or worse, times a year.</param>
/// <param name="DirectPerYear">Σ over levels of rate × direct impact.</param>
/// <param name="Causes">Which roots it comes from, largest first, at most 20; shares of its rate at any level.</param>
public sealed record RiskResult(string Id, string? Name, IReadOnlyList<LevelRate> Levels, double DirectPerYear, IReadOnlyList<CauseShare> Causes);

/// <param name="ReturnPeriodYears">1 / rate; null when the rate is 0.</param>
/// <param name="In5Years">Chance of at least one in five years: 1 − e^(−5·rate).</param>
public sealed record LevelRate(int AtLeast, Estimate PerYear, double? ReturnPeriodYears, double In5Years);

public sealed record CauseShare(string Root, int Level, double Share);

/// <summary>One root: a risk that starts by itself at a level.</summary>
/// <param name="MeanSize">Risks that happen on average, the root included.</param>
/// <param name="Impact">Mean impact of one cascade.</param>
/// <param name="Median">Half of the cascades cost at most this; within 3.2 %, like P90.</param>
/// <param name="Effects">What it brings down: chance of reaching a level or worse, given that the root happens. Impossible ones are left out.</param>
public sealed record RootResult(
    string Id, int Level, double PerYear, long Runs, double MeanSize, Estimate Impact, double Median, double P90, IReadOnlyList<EffectResult> Effects);

public sealed record EffectResult(string Id, int AtLeast, double Probability, double Low, double High);

/// <summary>The same runs with something changed. Intervals are of the paired difference: both models saw the same draws.</summary>
/// <param name="Change">Difference of the yearly impact, new minus old.</param>
/// <param name="Unpaired">Half-width that two independent runs of this length would have had; beside it the paired one shows what pairing gains.</param>
public sealed record WhatIfResult(string Name, double ImpactPerYear, Estimate Change, double Unpaired, IReadOnlyList<RateChange> Risks);

public sealed record RateChange(string Id, int AtLeast, double PerYear, Estimate Change);

/// <param name="SavedIfCut">Yearly impact that would not happen without the link.</param>
/// <param name="AddedIfCertain">Yearly impact on top, were the link to fire each time its cause happens.</param>
public sealed record LinkResult(string Cause, string Effect, Estimate SavedIfCut, Estimate AddedIfCertain);

/// <summary>Spread over what the experts said: each draw takes one expert for each item and one strength for each actor.</summary>
/// <param name="BetweenVariance">Variance of the yearly impact from opinions: what experts do not know.</param>
/// <param name="WithinVariance">Variance from the finite number of cascades: what more runs would remove.</param>
public sealed record PanelResult(int Draws, int Runs, Band ImpactPerYear, double BetweenVariance, double WithinVariance, IReadOnlyList<RiskBand> Risks, IReadOnlyList<IReadOnlyList<string>> CannotBeToldApart);

/// <param name="AnyPerYear">How often it happens at any level.</param>
/// <param name="CausedPerYear">Yearly impact of the cascades that start with it.</param>
public sealed record RiskBand(string Id, Band AnyPerYear, Band CausedPerYear);

/// <summary>Mean, median and the band that holds 90 % of the draws.</summary>
public sealed record Band(double Mean, double P5, double Median, double P95);
