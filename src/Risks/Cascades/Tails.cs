namespace Belfry.Risks.Cascades;

/// <summary>What the experts said about a link, as the walk needs it: T_j(k) = chance of level k or worse from a cause at level j.</summary>
static class Tails
{
    /// <summary>
    /// Separate estimates to one row: somebody asked three times "how likely is level k?" has not given a distribution. The chance of any is
    /// 1 − Π(1 − CP_k), shared in proportion to the CP_k (the row rule of the Belgian assessment, risk-public 2.4).
    /// </summary>
    public static double[] FromSeparate(IReadOnlyList<double> estimates)
    {
        var (none, sum) = (1.0, 0.0);
        foreach (var estimate in estimates)
        {
            none *= 1 - estimate;
            sum += estimate;
        }

        return [.. estimates.Select(estimate => sum == 0 ? 0 : (1 - none) * estimate / sum)];
    }

    /// <summary>T_j(k) for every j, k; and how far the worst value had to be moved so that a worse cause is never the milder one.</summary>
    public static (double[][] Tails, double Moved) Of(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        var levels = rows.Count;
        var tails = rows.Select(row =>
        {
            var tail = new double[levels];
            var sum = 0.0;
            for (var k = levels - 1; k >= 0; k--)
            {
                sum += row[k];
                tail[k] = Math.Min(sum, 1);
            }

            return tail;
        }).ToArray();

        var moved = 0.0;
        for (var k = 0; k < levels; k++)
        {
            var column = tails.Select(tail => tail[k]).ToArray();
            Rise(column);
            for (var j = 0; j < levels; j++)
            {
                moved = Math.Max(moved, Math.Abs(column[j] - tails[j][k]));
                tails[j][k] = column[j];
            }
        }

        return (tails, moved);
    }

    /// <summary>The nearest non-decreasing sequence (least squares): pool adjacent violators. Keeps T_j(k) ≥ T_j(k+1), because it keeps order between columns.</summary>
    static void Rise(double[] column)
    {
        var blocks = new Stack<(double Sum, int Count)>();
        foreach (var value in column)
        {
            var (sum, count) = (value, 1);
            while (blocks.TryPeek(out var last) && last.Sum / last.Count > sum / count)
            {
                (sum, count) = (sum + last.Sum, count + last.Count);
                blocks.Pop();
            }

            blocks.Push((sum, count));
        }

        var at = column.Length;
        foreach (var (sum, count) in blocks)
        {
            for (var i = 0; i < count; i++)
            {
                // A block of one keeps its value to the last bit.
                column[--at] = count == 1 ? sum : Math.Clamp(sum / count, 0, 1);
            }
        }
    }
}
