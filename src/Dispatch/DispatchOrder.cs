using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Dispatch;

/// <summary>What is to be sent, before anyone is named.</summary>
/// <param name="Subject">What it is for, as kind and id: <c>alert/0197…/2</c>. The ended event carries it back.</param>
/// <param name="Shown">How many messages the approver was shown.</param>
/// <param name="Texts">One for each channel and language that a recipient may have.</param>
public sealed record DispatchOrder(
    Guid Id, Guid Organisation, string Subject, MessageClass Class, long Shown, DateTimeOffset Expires, IReadOnlyList<DispatchText> Texts);

/// <param name="Title">E-mail's subject line; empty for SMS.</param>
/// <param name="Segments">SMS parts, as the composer counted them; 1 elsewhere.</param>
public sealed record DispatchText(ChannelKind Channel, Language Language, string Title, string Body, int Segments);

/// <summary>One message to one address, frozen.</summary>
/// <param name="Address">Sealed under <see cref="PlaceOf"/>, so that it opens for this recipient and channel only.</param>
/// <param name="Municipality">REFNIS, for the progress by municipality; empty when the address has no place.</param>
/// <param name="Suppressed">Why nothing goes to it; empty when it does.</param>
public sealed record FrozenRecipient(Guid Recipient, ChannelKind Channel, byte[] Address, Language Language, string Municipality, string Suppressed = "")
{
    /// <summary>The place an address is sealed to, here and wherever it came from.</summary>
    public static string PlaceOf(Guid recipient, ChannelKind channel) => $"address {recipient:N} {channel}";
}

/// <param name="Counts">By channel and state; the sum is what is frozen so far.</param>
public sealed record DispatchProgress(
    Guid Id, DispatchState State, MessageClass Class, long Frozen, long Shown, bool IsSealed, DateTimeOffset Opened, DateTimeOffset? Ended, DateTimeOffset Expires,
    IReadOnlyList<DeliveryCount> Counts)
{
    public long In(params ReadOnlySpan<DeliveryState> states)
    {
        var sum = 0L;
        foreach (var count in Counts)
        {
            sum += states.Contains(count.State) ? count.Count : 0;
        }

        return sum;
    }
}

public sealed record DeliveryCount(ChannelKind Channel, DeliveryState State, long Count);

public sealed record MunicipalityCount(string Municipality, DeliveryState State, long Count);

/// <summary>A dispatch came to its end. Raised once.</summary>
public sealed record DispatchEnded(Guid Dispatch, Guid Organisation, string Subject, string State, long Frozen) : IEvent
{
    public static string Kind => "dispatch.ended/1";
}

/// <summary>It waits for a person: the sealed count differs from the approved one by more than 1 % and 20.</summary>
public sealed record DispatchHeld(Guid Dispatch, Guid Organisation, string Subject, long Shown, long Frozen) : IEvent
{
    public static string Kind => "dispatch.held/1";
}
