using Belfry.Kernel;
using Belfry.Risks.Elicitation;

namespace Belfry.Risks;

/// <summary>One panel's scores, read and checked. Experts are panel ids, never names.</summary>
/// <param name="Lowest">Lowest class of the scale, a whole number.</param>
/// <param name="Highest">Highest class.</param>
/// <param name="Bootstrap">Resamplings of the items for the interval of alpha; 0 to 100,000.</param>
public sealed record Panel(
    string? Title, int Lowest, int Highest, IReadOnlyList<string> Experts, IReadOnlyList<PanelItem> Items, int Bootstrap, long Seed, SeedQuestions? SeedQuestions)
{
    /// <summary>Reads a file of the form belfry-elicitation-1 (src/Risks/README.md).</summary>
    /// <returns>Refused with RISK-001 to 008, 011, 013, 018 or 019, each at its JSON path.</returns>
    public static Result<Panel> Read(ReadOnlyMemory<byte> json) => PanelReader.Read(json);

    /// <summary>Median, spread, agreement and colour of each item; reliability of the panel; calibration of the experts when there are seed questions.</summary>
    public PanelReport Report() => PanelStatistics.Of(this);
}

/// <summary>One thing that was asked.</summary>
/// <param name="Quantity">What the classes stand for, so that they can be pooled as chances or money instead of class numbers; null: a bare class.</param>
/// <param name="Scores">By expert in the panel's order; null is an abstention ("outside my field").</param>
/// <param name="Previous">The scores of the round before; empty in the first.</param>
public sealed record PanelItem(string Id, Quantity? Quantity, IReadOnlyList<Score?> Scores, IReadOnlyList<Score?> Previous);

/// <summary>A best guess, with bounds where the expert gave them.</summary>
/// <param name="Confidence">How sure the expert is that the truth lies between the bounds, percent; 50 to 99.</param>
public sealed record Score(double Best, double? Lower = null, double? Upper = null, double? Confidence = null);

/// <summary>What a class stands for.</summary>
public enum Quantity
{
    /// <summary>Likelihood class of <see cref="Bnra2026"/>: pooled as events a year.</summary>
    Likelihood2026,

    /// <summary>Likelihood class of <see cref="Bnra2023"/>: pooled as events a year.</summary>
    Likelihood2023,

    /// <summary>Impact class of <see cref="Bnra2026"/>: pooled as euro-equivalents.</summary>
    Impact2026,

    /// <summary>Conditional probability class of <see cref="Bnra2026"/>: pooled as a probability.</summary>
    Conditional2026,
}

/// <summary>Questions whose answers are known, to see how well experts know what they do not know (Cooke, Experts in Uncertainty, 1991).</summary>
/// <param name="Quantiles">Rising shares strictly between 0 and 1, such as 0.05, 0.5, 0.95.</param>
/// <param name="Overshoot">How far the range of a question reaches beyond all answers; 0.1 is usual.</param>
/// <param name="Cutoff">Calibration below this gives no weight; 0 to 1.</param>
public sealed record SeedQuestions(IReadOnlyList<double> Quantiles, double Overshoot, double Cutoff, IReadOnlyList<SeedQuestion> Questions);

/// <param name="Log">Whether the quantity is measured on a logarithmic scale: then truth and answers are above 0.</param>
/// <param name="Answers">By expert in the panel's order: the values of his quantiles, rising; null when he did not answer.</param>
public sealed record SeedQuestion(string Id, double Truth, bool Log, IReadOnlyList<IReadOnlyList<double>?> Answers);
