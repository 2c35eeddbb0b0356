using System.Globalization;

namespace Belfry.Risks.Cascades;

/// <summary>Sentences a reader must see before the numbers.</summary>
static class Warnings
{
    public static IReadOnlyList<string> Of(CascadeModel model, CascadeSettings settings, IReadOnlyList<Root> roots, Simulation simulation, Tally[] tallies, double branching, int adjusted)
    {
        var warnings = new List<string>();
        if (roots.Count == 0)
        {
            warnings.Add("No risk has a rate above 0: nothing starts, so nothing was simulated.");
        }

        if (simulation.Supercritical is { Count: > 0 } large)
        {
            var names = string.Join(", ", large.Take(5).Select(at => $"{model.Risks[roots[at].Risk].Id} at level {roots[at].Level}"));
            warnings.Add(Say($"Super-critical: an average cascade from {large.Count} of {roots.Count} roots brings down more than a fifth of the catalogue ({names}{(large.Count > 5 ? ", …" : "")}). Such conditional probabilities are implausible or links are counted twice; these roots were stopped early."));
        }

        if (branching >= 1)
        {
            warnings.Add(Say($"The links feed themselves: one event causes {branching:0.00} further events in the long run."));
        }

        if (simulation.Allowed < settings.MaxRuns)
        {
            warnings.Add(Say($"The budget of {settings.BudgetMillions} million link draws allowed {simulation.Allowed} cascades a root instead of {settings.MaxRuns}; see the intervals."));
        }

        // A root whose interval stays wide at the last run is named by number, not hidden in the table.
        var wide = roots.Where((root, at) => 1.96 * Math.Sqrt(tallies[at].Variance / tallies[at].Runs) > settings.HalfWidth * ((tallies[at].Induced / tallies[at].Runs) + model.Risks[root.Risk].Impacts[root.Level - 1])).Count();
        if (wide > 0)
        {
            warnings.Add(Say($"{wide} of {roots.Count} roots did not reach a half-width of {settings.HalfWidth * 100:0.##} % of their mean impact; see the intervals."));
        }

        if (adjusted > 0)
        {
            warnings.Add(Say($"On {adjusted} links a worse cause was said to be the milder one; they were smoothed for this run (see adjustments). Ask the panel."));
        }

        return warnings;
    }

    static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
