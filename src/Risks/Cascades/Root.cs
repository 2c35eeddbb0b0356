using System.Globalization;

namespace Belfry.Risks.Cascades;

/// <summary>A risk that starts by itself at a level: where cascades begin. Its rate is a weight, so a root of once in 50,000 years costs no more than a yearly one.</summary>
/// <param name="Stream">Where the draws of its runs begin.</param>
readonly record struct Root(int Risk, int Level, double Rate, ulong Stream)
{
    public static ulong StreamOf(long seed, string id, int level) =>
        Draws.Address("belfry-root-1", seed.ToString(CultureInfo.InvariantCulture), id, level.ToString(CultureInfo.InvariantCulture));

    /// <summary>All roots with a rate above 0, in the catalogue's order.</summary>
    public static List<Root> Of(CascadeModel model, long seed, Func<CascadeRisk, int, double>? rate = null)
    {
        var roots = new List<Root>();
        for (var risk = 0; risk < model.Risks.Count; risk++)
        {
            for (var level = 1; level <= model.Levels; level++)
            {
                var own = rate?.Invoke(model.Risks[risk], level) ?? model.Risks[risk].Rates[level - 1];
                if (own > 0)
                {
                    roots.Add(new Root(risk, level, own, StreamOf(seed, model.Risks[risk].Id, level)));
                }
            }
        }

        return roots;
    }
}
