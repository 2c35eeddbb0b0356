namespace Belfry.Risks.Cascades;

/// <summary>
/// How many further events one event causes on average in the long run: the largest eigenvalue of the matrix of expected (risk, level) triggers.
/// Above 1 the links, taken one by one, feed themselves: cascades end only because risks run out.
/// </summary>
static class Branching
{
    // A multiple of most loop lengths, so that the growth over one half does not depend on where in a loop it stands.
    const int Half = 120;

    public static double Number(CascadeModel model)
    {
        var levels = model.Levels;
        var places = model.Risks.Select((risk, at) => (risk.Id, at)).ToDictionary(risk => risk.Id, risk => risk.at, StringComparer.Ordinal);
        var links = model.Links.Select(link => (From: places[link.Cause], To: places[link.Effect], Tails.Of(link.Rows).Tails)).ToList();
        var size = Enumerable.Repeat(1.0, model.Risks.Count * levels).ToArray();
        var growth = 0.0;
        for (var step = 0; step < 2 * Half; step++)
        {
            var next = new double[size.Length];
            foreach (var (from, to, tails) in links)
            {
                for (var j = 0; j < levels; j++)
                {
                    for (var k = 0; k < levels; k++)
                    {
                        var exactly = tails[j][k] - (k + 1 < levels ? tails[j][k + 1] : 0);
                        next[(from * levels) + j] += exactly * size[(to * levels) + k];
                    }
                }
            }

            var largest = next.Max();
            if (largest <= 0)
            {
                return 0; // no loop at all
            }

            growth += step < Half ? 0 : Math.Log(largest);
            for (var i = 0; i < next.Length; i++)
            {
                size[i] = next[i] / largest;
            }
        }

        return Math.Exp(growth / Half);
    }
}
