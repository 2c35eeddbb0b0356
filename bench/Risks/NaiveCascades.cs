using Belfry.Risks;
using Belfry.Risks.Cascades;

namespace Belfry.Bench.Risks;

/// <summary>Cascades as one would write them first. Peers for the speed only: drawing again for each level, and first trigger wins, are also faults of the answer.</summary>
sealed class NaiveCascades
{
    readonly Dictionary<string, List<CascadeLink>> from = new(StringComparer.Ordinal);
    readonly IReadOnlyList<CascadeRisk> risks;

    public NaiveCascades(CascadeModel model)
    {
        risks = model.Risks;
        foreach (var link in model.Links)
        {
            if (!from.TryGetValue(link.Cause, out var links))
            {
                from[link.Cause] = links = [];
            }

            links.Add(link);
        }
    }

    /// <summary>States by id in a dictionary; each time a risk gets worse, all its links are drawn again, level by level.</summary>
    public double ByDictionaries(int root, int level, ulong stream)
    {
        var (states, queue, draws) = (new Dictionary<string, int>(StringComparer.Ordinal) { [risks[root].Id] = level }, new Queue<string>(), 0L);
        queue.Enqueue(risks[root].Id);
        while (queue.TryDequeue(out var id))
        {
            foreach (var link in from.GetValueOrDefault(id) ?? [])
            {
                for (var k = link.Rows.Count; k > states.GetValueOrDefault(link.Effect); k--)
                {
                    if (Draws.Unit(stream, draws++) < link.Rows[states[id] - 1][k - 1])
                    {
                        states[link.Effect] = k;
                        queue.Enqueue(link.Effect);
                        break;
                    }
                }
            }
        }

        return Impact(states);
    }

    /// <summary>Events (risk, level) in a priority queue, what happened in a set: the first trigger wins.</summary>
    public double ByEvents(int root, int level, ulong stream)
    {
        var (states, events, seen, draws) = (new Dictionary<string, int>(StringComparer.Ordinal), new PriorityQueue<(string Id, int Level), double>(), new HashSet<string>(StringComparer.Ordinal), 0L);
        events.Enqueue((risks[root].Id, level), 0);
        while (events.TryDequeue(out var now, out var time))
        {
            if (!seen.Add(now.Id))
            {
                continue;
            }

            states[now.Id] = now.Level;
            foreach (var link in from.GetValueOrDefault(now.Id) ?? [])
            {
                var left = Draws.Unit(stream, draws++);
                for (var k = 0; k < link.Rows.Count; k++)
                {
                    left -= link.Rows[now.Level - 1][k];
                    if (left < 0)
                    {
                        events.Enqueue((link.Effect, k + 1), time + Draws.Unit(stream, draws++));
                        break;
                    }
                }
            }
        }

        return Impact(states);
    }

    double Impact(Dictionary<string, int> states)
    {
        var sum = 0.0;
        foreach (var risk in risks)
        {
            if (states.TryGetValue(risk.Id, out var level))
            {
                sum += risk.Impacts[level - 1];
            }
        }

        return sum;
    }
}
