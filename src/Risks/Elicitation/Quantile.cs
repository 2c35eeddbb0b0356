namespace Belfry.Risks.Elicitation;

static class Quantile
{
    /// <summary>Type 7 of Hyndman and Fan, The American Statistician 50 (1996) 361: straight lines between order statistics, as R and spreadsheets do.</summary>
    /// <param name="sorted">At least one value, rising.</param>
    public static double Of(IReadOnlyList<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)Math.Floor(place);
        return below + 1 >= sorted.Count ? sorted[^1] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
