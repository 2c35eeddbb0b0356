namespace Belfry.Risks.Cascades;

/// <summary>
/// The answer without chance, for small networks: every combination of link outcomes, weighted. Written apart from the walk (other loops, no draws), so
/// that the two can check each other. In general the question is #P-hard: this is for tests and golden cases, the walk is for countries.
/// </summary>
static class Exact
{
    const double MostCombinations = 4e6;

    /// <returns>Chance that a risk ends at exactly a level, given the root: [risk, level], level 0 is "did not happen".</returns>
    /// <exception cref="ArgumentException">More than four million combinations.</exception>
    public static double[,] Of(CascadeModel model, int root, int rootLevel)
    {
        var links = model.Links.Select(link => (
            Cause: Place(model, link.Cause), Effect: Place(model, link.Effect), Outcomes: Outcomes(Tails.Of(link.Rows).Tails))).ToList();
        if (links.Aggregate(1.0, (product, link) => product * link.Outcomes.Count) > MostCombinations)
        {
            throw new ArgumentException("More than four million combinations of link outcomes.");
        }

        var chances = new double[model.Risks.Count, model.Levels + 1];
        var chosen = new int[links.Count][];
        Choose(0, 1);
        return chances;

        void Choose(int at, double weight)
        {
            if (at == links.Count)
            {
                var states = FixedPoint();
                for (var risk = 0; risk < states.Length; risk++)
                {
                    chances[risk, states[risk]] += weight;
                }

                return;
            }

            foreach (var (reached, probability) in links[at].Outcomes)
            {
                chosen[at] = reached;
                Choose(at + 1, weight * probability);
            }
        }

        int[] FixedPoint()
        {
            var states = new int[model.Risks.Count];
            states[root] = rootLevel;
            for (var changed = true; changed;)
            {
                changed = false;
                for (var at = 0; at < links.Count; at++)
                {
                    var (cause, effect, _) = links[at];
                    if (states[cause] > 0 && chosen[at][states[cause] - 1] > states[effect])
                    {
                        states[effect] = chosen[at][states[cause] - 1];
                        changed = true;
                    }
                }
            }

            return states;
        }
    }

    // One uniform number decides a link for all levels of its cause: cut 0..1 at every threshold, and each piece is one outcome.
    static List<(int[] Reached, double Probability)> Outcomes(double[][] tails)
    {
        double[] cuts = [0, .. tails.SelectMany(tail => tail).Where(cut => cut is > 0 and < 1).Distinct().Order(), 1];
        var outcomes = new List<(int[], double)>();
        for (var i = 0; i + 1 < cuts.Length; i++)
        {
            var middle = (cuts[i] + cuts[i + 1]) / 2;
            outcomes.Add(([.. tails.Select(tail => tail.Count(threshold => middle < threshold))], cuts[i + 1] - cuts[i]));
        }

        return outcomes;
    }

    static int Place(CascadeModel model, string id)
    {
        for (var at = 0; at < model.Risks.Count; at++)
        {
            if (model.Risks[at].Id == id)
            {
                return at;
            }
        }

        throw new ArgumentException($"No risk {id}.");
    }
}
