using System.Threading.Channels;

namespace Belfry.Dispatch;

/// <summary>
/// One route out of the house: an SMPP bind, a set of SMTP connections. It connects by itself and keeps trying. It knows no database: the ledger
/// commits that it hands over, calls <see cref="Submit"/>, and commits what <see cref="Reports"/> says.
/// Each reference given to <see cref="Submit"/> ends in exactly one <see cref="CarrierReport.Accepted"/>, <see cref="CarrierReport.Refused"/> or
/// <see cref="CarrierReport.Unknown"/>, also when the link is cut in the middle of a PDU or the carrier never answers.
/// </summary>
public interface ICarrier : IAsyncDisposable
{
    /// <summary>The route's name in the settings: <c>sms-1</c>.</summary>
    string Route { get; }

    LinkState State { get; }

    /// <summary>
    /// How many more messages of one part fit now. Counts answers, never writes: a mute carrier's socket swallows thousands of PDUs.
    /// 0 while the link is not up. One reader and one submitter at a time need no lock: it only grows between their calls.
    /// </summary>
    int FreeWindow { get; }

    /// <summary>Ends when the link is up and has room, for SMPP from one place on: answers that free it are written back to at once.</summary>
    Task WaitForRoomAsync(CancellationToken ct);

    /// <summary>
    /// Takes the whole batch and returns at once. What does not fit, or comes while the link is down, is reported as Refused with
    /// <see cref="RefusalKind.NotSent"/>. A message of several parts takes a place for each; alone in the window it is always taken.
    /// </summary>
    void Submit(IReadOnlyList<OutgoingMessage> batch);

    /// <summary>Gives back, as NotSent, every message of this dispatch that waits here and of which no byte has left.</summary>
    void Stop(Guid dispatch);

    /// <summary>The receipt is written down: tell the carrier that it need not come again. Until then a crash loses nothing, for the carrier sends it once more.</summary>
    void Acknowledge(CarrierReport.Receipt receipt)
    {
    }

    /// <summary>
    /// What happened, in the order it arrived. A receipt can come before the Accepted that names its id: keep it until then. When 100,000 reports
    /// wait here, the carrier is no longer read from, so that it feels the pressure and not our memory.
    /// </summary>
    ChannelReader<CarrierReport> Reports { get; }
}
