using Belfry.Kernel;
using Belfry.Risks.Cascades;

namespace Belfry.Risks;

/// <summary>How long and how exactly a model is run. Same model, seed and settings (threads apart): same digits.</summary>
public sealed record CascadeSettings
{
    /// <summary>Any whole number. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Cascades per root before the first look at the errors. Default 2,000; 20 to 10,000,000.</summary>
    public int MinRuns { get; init; } = 2_000;

    /// <summary>Cascades per root at most. Default 200,000; at least MinRuns, at most 10,000,000.</summary>
    public int MaxRuns { get; init; } = 200_000;

    /// <summary>A root stops when the 95 % half-width of its mean impact is below this share of the mean. Default 0.02; 0.0001 to 1.</summary>
    public double HalfWidth { get; init; } = 0.02;

    /// <summary>…and every chance of 1 % or more has a relative standard error below this. Default 0.05; 0.0001 to 1.</summary>
    public double RelativeError { get; init; } = 0.05;

    /// <summary>Link draws of the whole run at most, in millions; then fewer cascades and a warning. Default 20,000 (about a minute); 1 to 1,000,000.</summary>
    public int BudgetMillions { get; init; } = 20_000;

    /// <summary>Whether to measure for each link what cutting it would save. Default no: each cascade is walked once more for every link it meets, on at most 5,000 cascades a root (fewer when the budget is short, at least 20).</summary>
    public bool Sensitivity { get; init; }

    /// <summary>Draws of the panel's opinions (and of actors' strength). Default 0: no uncertainty run; else 20 to 10,000, 500 is usual.</summary>
    public int PanelDraws { get; init; }

    /// <summary>Cascades per root within one draw of the panel. Default 500; 20 to 100,000.</summary>
    public int PanelRuns { get; init; } = 500;

    /// <summary>Threads. Default all cores; 1 to 1,024. Changes the time, never the result.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Which settings are outside their range: RISK-006 at <c>$.run.…</c>.</summary>
    public IReadOnlyList<Problem> Check()
    {
        var problems = new List<Problem>();
        ModelCheck.Range(problems, "$.run.minRuns", MinRuns, 20, 10_000_000);
        ModelCheck.Range(problems, "$.run.maxRuns", MaxRuns, MinRuns, 10_000_000);
        ModelCheck.Range(problems, "$.run.halfWidth", HalfWidth, 0.0001, 1);
        ModelCheck.Range(problems, "$.run.relativeError", RelativeError, 0.0001, 1);
        ModelCheck.Range(problems, "$.run.budgetMillions", BudgetMillions, 1, 1_000_000);
        ModelCheck.Range(problems, "$.run.panelRuns", PanelRuns, 20, 100_000);
        ModelCheck.Range(problems, "$.run.threads", Threads, 1, 1_024);
        if (PanelDraws != 0)
        {
            ModelCheck.Range(problems, "$.run.panelDraws", PanelDraws, 20, 10_000);
        }

        return problems;
    }
}
