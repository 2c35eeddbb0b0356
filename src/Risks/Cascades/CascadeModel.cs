using Belfry.Kernel;
using Belfry.Risks.Cascades;

namespace Belfry.Risks;

/// <summary>A cause-effect network that passed every check: risks, how often each starts by itself, what it costs, and what it brings down.</summary>
public sealed record CascadeModel
{
    CascadeModel(int levels, IReadOnlyList<CascadeRisk> risks, IReadOnlyList<CascadeLink> links) => (Levels, Risks, Links) = (levels, risks, links);

    /// <summary>How many levels of severity a risk has: 1 (happens or not) to 5. 3 is considerable, major, extreme.</summary>
    public int Levels { get; }

    public IReadOnlyList<CascadeRisk> Risks { get; }

    public IReadOnlyList<CascadeLink> Links { get; }

    /// <summary>Checks the whole and names every place that does not hold, as JSON paths of the file format.</summary>
    /// <returns>Refused with RISK-002 (size), 006 (range), 007 (id), 008 (twice), 009 (unknown risk), 010 (self), 011 (count), 012 (row above 1).</returns>
    public static Result<CascadeModel> Create(int levels, IReadOnlyList<CascadeRisk> risks, IReadOnlyList<CascadeLink> links)
    {
        var problems = ModelCheck.Of(levels, risks, links);
        return problems.Count > 0 ? Result<CascadeModel>.Refused(problems) : new CascadeModel(levels, risks, links);
    }
}

/// <summary>One risk of the catalogue.</summary>
/// <param name="Id">1 to 64 letters, digits, dots, hyphens, underscores. Names and languages never take part in a calculation.</param>
/// <param name="Name">For people; null shows the id.</param>
/// <param name="Rates">How often it starts by itself at each level, times a year; 0 to 1,000. With several experts: the mean of their rates.</param>
/// <param name="Impacts">What it costs by itself at each level, in the model's one unit; 0 to 1e18.</param>
public sealed record CascadeRisk(string Id, string? Name, IReadOnlyList<double> Rates, IReadOnlyList<double> Impacts)
{
    /// <summary>The rates of each expert, for the uncertainty run. Empty when there is one opinion.</summary>
    public IReadOnlyList<IReadOnlyList<double>> RatesByExpert { get; init; } = [];

    /// <summary>The impacts of each expert, for the uncertainty run. Empty when there is one opinion.</summary>
    public IReadOnlyList<IReadOnlyList<double>> ImpactsByExpert { get; init; } = [];

    /// <summary>Weights of the levels of an actor whose strength is not known; null for a hazard. Drawn once per uncertainty draw, never daily.</summary>
    public IReadOnlyList<double>? Capability { get; init; }
}

/// <summary>One link: what a cause at level j makes of an effect.</summary>
/// <param name="Rows">Row j, column k: chance that the effect reaches exactly level k when the cause is at level j. Each row adds up to at most 1.</param>
public sealed record CascadeLink(string Cause, string Effect, IReadOnlyList<IReadOnlyList<double>> Rows)
{
    /// <summary>The rows of each expert, for the uncertainty run. Empty when there is one opinion.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> RowsByExpert { get; init; } = [];
}
