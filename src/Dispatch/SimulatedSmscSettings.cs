using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Belfry.Dispatch;

/// <summary>How a simulated carrier behaves. Same seed, same arrivals: same behaviour.</summary>
public sealed record SimulatedSmscSettings
{
    /// <summary>127.0.0.1 or ::1; anything else is refused (DISP-006).</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0: a free one.</summary>
    [Range(0, 65_535)]
    public int Port { get; init; }

    public string SystemId { get; init; } = "belfry";

    public string Password { get; init; } = "rehearse";

    /// <summary>Parts a second; above it the answer is 0x58. 0: no limit.</summary>
    public int PerSecond { get; init; }

    /// <summary>Per mille of submits refused as 0x0B (no such number).</summary>
    [Range(0, 1_000)]
    public int RefusedPerMille { get; init; }

    /// <summary>Per mille of taken parts whose receipt says undeliverable.</summary>
    [Range(0, 1_000)]
    public int UndeliverablePerMille { get; init; }

    /// <summary>Receipts come after this and an exponential rest around <see cref="ReceiptMean"/>.</summary>
    public TimeSpan ReceiptLeast { get; init; } = TimeSpan.FromMilliseconds(200);

    public TimeSpan ReceiptMean { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Parts taken whose receipt is still owed. More is answered 0x14 (queue full).</summary>
    public int Capacity { get; init; } = 1_000_000;

    /// <summary>Messages a phone keeps; the oldest go first.</summary>
    [Range(1, 10_000)]
    public int KeptPerPhone { get; init; } = 20;

    public int Seed { get; init; } = 1;
}
