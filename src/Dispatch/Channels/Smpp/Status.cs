using System.Collections.Frozen;

namespace Belfry.Dispatch.Smpp;

/// <summary>What to do about an answer that is not "taken".</summary>
enum Remedy
{
    /// <summary>This message never, on this route.</summary>
    GiveUp,

    /// <summary>The same message again, after slowing the whole link down.</summary>
    SlowDown,

    /// <summary>The same message again in a moment, a few times.</summary>
    Retry,

    /// <summary>The route itself is not usable.</summary>
    RouteDown,
}

/// <summary>command_status (SMPP 3.4 5.1.3). What is not in the table is refused for good: repeating an unknown error to a carrier helps nobody.</summary>
static class Status
{
    public const uint Ok = 0;
    public const uint InvalidLength = 0x02;
    public const uint InvalidCommand = 0x03;
    public const uint WrongBindState = 0x04;
    public const uint AlreadyBound = 0x05;
    public const uint SystemError = 0x08;
    public const uint InvalidDestination = 0x0B;
    public const uint BindFailed = 0x0D;
    public const uint InvalidPassword = 0x0E;
    public const uint InvalidSystemId = 0x0F;
    public const uint QueueFull = 0x14;
    public const uint Throttled = 0x58;

    static readonly FrozenDictionary<uint, (string Name, Remedy Remedy)> Known = new Dictionary<uint, (string, Remedy)>
    {
        [0x01] = ("RINVMSGLEN", Remedy.GiveUp),
        [InvalidLength] = ("RINVCMDLEN", Remedy.GiveUp),
        [InvalidCommand] = ("RINVCMDID", Remedy.GiveUp),
        [WrongBindState] = ("RINVBNDSTS", Remedy.RouteDown),
        [AlreadyBound] = ("RALYBND", Remedy.RouteDown),
        [0x06] = ("RINVPRTFLG", Remedy.GiveUp),
        [0x07] = ("RINVREGDLVFLG", Remedy.GiveUp),
        [SystemError] = ("RSYSERR", Remedy.Retry),
        [0x0A] = ("RINVSRCADR", Remedy.GiveUp),
        [InvalidDestination] = ("RINVDSTADR", Remedy.GiveUp),
        [0x0C] = ("RINVMSGID", Remedy.GiveUp),
        [BindFailed] = ("RBINDFAIL", Remedy.RouteDown),
        [InvalidPassword] = ("RINVPASWD", Remedy.RouteDown),
        [InvalidSystemId] = ("RINVSYSID", Remedy.RouteDown),
        [QueueFull] = ("RMSGQFUL", Remedy.SlowDown),
        [0x43] = ("RINVESMCLASS", Remedy.GiveUp),
        [0x45] = ("RSUBMITFAIL", Remedy.GiveUp),
        [0x48] = ("RINVSRCTON", Remedy.GiveUp),
        [0x49] = ("RINVSRCNPI", Remedy.GiveUp),
        [0x50] = ("RINVDSTTON", Remedy.GiveUp),
        [0x51] = ("RINVDSTNPI", Remedy.GiveUp),
        [Throttled] = ("RTHROTTLED", Remedy.SlowDown),
        [0x62] = ("RINVEXPIRY", Remedy.GiveUp),
        [0x64] = ("RX_T_APPN", Remedy.Retry),
        [0x65] = ("RX_P_APPN", Remedy.GiveUp),
        [0xFE] = ("RDELIVERYFAILURE", Remedy.Retry),
        [0xFF] = ("RUNKNOWNERR", Remedy.Retry),
    }.ToFrozenDictionary();

    public static Remedy RemedyOf(uint status) => Known.TryGetValue(status, out var known) ? known.Remedy : Remedy.GiveUp;

    /// <summary><c>0x0B RINVDSTADR</c>; an unlisted one by its number alone.</summary>
    public static string NameOf(uint status) => Known.TryGetValue(status, out var known) ? $"0x{status:X2} {known.Name}" : $"0x{status:X2}";
}
