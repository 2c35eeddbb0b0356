using System.Threading.Channels;
using Belfry.Dispatch;
using Belfry.Kernel;

namespace Belfry.Tests.Dispatch;

/// <summary>A carrier for tests of the ledger: what it answers is said per message by the test.</summary>
sealed class PaperCarrier(string route, int window, Func<OutgoingMessage, IEnumerable<CarrierReport>> answer) : ICarrier
{
    readonly Channel<CarrierReport> reports = System.Threading.Channels.Channel.CreateUnbounded<CarrierReport>();

    public List<OutgoingMessage> Taken { get; } = [];

    /// <summary>Called for each receipt the ledger says it has written down.</summary>
    public Action<CarrierReport.Receipt>? Acknowledged { get; set; }

    public int MostAtOnce { get; private set; }

    public string Route => route;

    public LinkState State => new(LinkCondition.Up, "", Clock.System.Now);

    public int FreeWindow => window;

    public ChannelReader<CarrierReport> Reports => reports.Reader;

    public Task WaitForRoomAsync(CancellationToken ct) => Task.CompletedTask;

    public void Submit(IReadOnlyList<OutgoingMessage> batch)
    {
        MostAtOnce = Math.Max(MostAtOnce, batch.Count);
        foreach (var message in batch)
        {
            Taken.Add(message);
            foreach (var report in answer(message))
            {
                reports.Writer.TryWrite(report);
            }
        }
    }

    public void Say(CarrierReport report) => reports.Writer.TryWrite(report);

    public void Acknowledge(CarrierReport.Receipt receipt) => Acknowledged?.Invoke(receipt);

    public void Stop(Guid dispatch)
    {
    }

    public ValueTask DisposeAsync() => default;
}
