namespace Belfry.Dispatch;

/// <summary>Where a whole dispatch stands. Stored by name.</summary>
public enum DispatchState
{
    /// <summary>Recipients are being frozen; those that are go out already.</summary>
    Freezing,

    /// <summary>Sealed: count and digest are fixed.</summary>
    Sending,

    /// <summary>Sealed with another count than the one approved: waits for a person.</summary>
    Held,

    /// <summary>Everything that could be handed over has been; receipts may still come.</summary>
    Finished,

    /// <summary>A person stopped it.</summary>
    Stopped,

    /// <summary>Its time passed.</summary>
    Expired,
}
