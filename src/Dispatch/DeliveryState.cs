using System.Collections.Frozen;

namespace Belfry.Dispatch;

/// <summary>Where one message to one address stands. The counts of all states add up to what was frozen. Stored by name.</summary>
public enum DeliveryState
{
    /// <summary>Frozen, nobody has it.</summary>
    Ready,

    /// <summary>A node has it; nothing has left.</summary>
    Claimed,

    /// <summary>Committed before its bytes leave. A crash here makes it unknown.</summary>
    Handing,

    /// <summary>The carrier has taken it.</summary>
    Handed,

    /// <summary>The carrier says it arrived.</summary>
    Delivered,

    /// <summary>It will not arrive; the error says why.</summary>
    Failed,

    /// <summary>Bytes may have left and no answer came. Sending again may send twice.</summary>
    Unknown,

    /// <summary>Not sent: someone stopped the dispatch.</summary>
    Stopped,

    /// <summary>Not sent: its time had passed.</summary>
    Expired,

    /// <summary>Not sent on purpose: unsubscribed, unconfirmed, class not chosen.</summary>
    Suppressed,
}

/// <summary>The moves a delivery may make; every statement guards with them.</summary>
public static class DeliveryMoves
{
    static readonly FrozenDictionary<DeliveryState, DeliveryState[]> Table = new Dictionary<DeliveryState, DeliveryState[]>
    {
        [DeliveryState.Ready] = [DeliveryState.Claimed, DeliveryState.Stopped, DeliveryState.Expired],
        [DeliveryState.Claimed] = [DeliveryState.Ready, DeliveryState.Handing, DeliveryState.Failed, DeliveryState.Stopped, DeliveryState.Expired],
        [DeliveryState.Handing] = [DeliveryState.Claimed, DeliveryState.Handed, DeliveryState.Failed, DeliveryState.Unknown],
        [DeliveryState.Handed] = [DeliveryState.Delivered, DeliveryState.Failed],
        [DeliveryState.Unknown] = [DeliveryState.Ready, DeliveryState.Handed, DeliveryState.Delivered, DeliveryState.Failed],
        [DeliveryState.Delivered] = [],
        [DeliveryState.Failed] = [],
        [DeliveryState.Stopped] = [],
        [DeliveryState.Expired] = [],
        [DeliveryState.Suppressed] = [],
    }.ToFrozenDictionary();

    public static bool May(DeliveryState from, DeliveryState to) => Table[from].Contains(to);

    /// <summary>From which states <paramref name="to"/> may be reached.</summary>
    public static IEnumerable<DeliveryState> Before(DeliveryState to) => Table.Where(pair => pair.Value.Contains(to)).Select(pair => pair.Key);
}
