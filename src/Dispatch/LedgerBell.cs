using System.Collections.Concurrent;

namespace Belfry.Dispatch;

/// <summary>Wakes the workers of this node. Only a hint: every worker also looks by itself.</summary>
public sealed class LedgerBell
{
    readonly ConcurrentDictionary<SemaphoreSlim, bool> sleepers = new();

    /// <summary>Raised at once on a stop, before the next look at the database.</summary>
    internal event Action<Guid>? Stopped;

    public void Ring(Guid? stopped = null)
    {
        if (stopped is { } dispatch)
        {
            Stopped?.Invoke(dispatch);
        }

        foreach (var sleeper in sleepers.Keys)
        {
            if (sleeper.CurrentCount == 0)
            {
                sleeper.Release();
            }
        }
    }

    internal SemaphoreSlim Listen()
    {
        var sleeper = new SemaphoreSlim(0);
        sleepers[sleeper] = true;
        return sleeper;
    }
}
