using Belfry.Dispatch.Storage;
using Belfry.Kernel;

namespace Belfry.Dispatch.Send;

/// <summary>Moves of one change, summed: what goes through two states in one commit is written once.</summary>
sealed class Tally
{
    readonly SortedDictionary<(Guid Dispatch, ChannelKind Channel, DeliveryState State), long> sums = [];

    public void Move(Guid dispatch, ChannelKind channel, DeliveryState from, DeliveryState to, long count)
    {
        Add((dispatch, channel, from), -count);
        Add((dispatch, channel, to), count);
    }

    /// <summary>Always in the same order: two nodes that count the same dispatch wait for each other, never in a ring.</summary>
    public async Task WriteAsync(Change change)
    {
        foreach (var ((dispatch, channel, state), delta) in sums)
        {
            await DispatchStore.TallyAsync(change, dispatch, channel, state, delta);
        }
    }

    void Add((Guid Dispatch, ChannelKind Channel, DeliveryState State) key, long delta)
    {
        if (delta != 0)
        {
            sums[key] = sums.GetValueOrDefault(key) + delta;
        }
    }
}
