namespace Belfry.Dispatch;

/// <summary>By what a message reaches people. Stored by name.</summary>
public enum ChannelKind
{
    Sms,
    Email,

    /// <summary>One signed file and feed entry for panels, apps and other centres; not addressed to a person.</summary>
    Cap,
}
