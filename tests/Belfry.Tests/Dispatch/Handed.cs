using System.Diagnostics;
using Belfry.Dispatch;
using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.Dispatch;

/// <summary>Plays the ledger: hands messages to a carrier and keeps what it reports. Complains at once when a reference gets two verdicts.</summary>
sealed class Handed
{
    readonly Dictionary<Guid, CarrierReport> verdicts = [];

    public IReadOnlyDictionary<Guid, CarrierReport> Verdicts => verdicts;

    public List<CarrierReport.Receipt> Receipts { get; } = [];

    public List<CarrierReport> Others { get; } = [];

    public int Count<T>()
        where T : CarrierReport => verdicts.Values.Count(verdict => verdict is T);

    public int NotSent => verdicts.Values.Count(verdict => verdict is CarrierReport.Refused { Kind: RefusalKind.NotSent });

    public static OutgoingMessage Message(string to, string text, Guid dispatch = default) => new(Id<Handed>.New(Clock.System).Value, dispatch, to, text);

    public static List<OutgoingMessage> Messages(int count, string text = "Storm. Blijf binnen.") =>
        [.. Enumerable.Range(0, count).Select(i => Message($"3247000{i:D5}", text))];

    /// <summary>Hands all over as room comes, then waits until each has its verdict. What never left is handed over again when asked.</summary>
    public async Task HandAsync(ICarrier carrier, IReadOnlyList<OutgoingMessage> messages, TimeSpan limit, bool repeatNotSent = false)
    {
        using var ct = new CancellationTokenSource(limit);
        var queue = new Queue<OutgoingMessage>(messages);
        var byReference = messages.ToDictionary(message => message.Reference);
        try
        {
            while (verdicts.Count < messages.Count)
            {
                var room = queue.Count > 0 ? carrier.WaitForRoomAsync(ct.Token) : Task.Delay(Timeout.Infinite, ct.Token);
                await Task.WhenAny(room, carrier.Reports.WaitToReadAsync(ct.Token).AsTask());
                ct.Token.ThrowIfCancellationRequested();
                while (carrier.Reports.TryRead(out var report))
                {
                    if (Take(report) is { } again && repeatNotSent)
                    {
                        verdicts.Remove(again);
                        queue.Enqueue(byReference[again]);
                    }
                }

                if (queue.Count > 0 && carrier.FreeWindow is > 0 and var free)
                {
                    carrier.Submit([.. Enumerable.Range(0, Math.Min(free, queue.Count)).Select(_ => queue.Dequeue())]);
                }
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"{verdicts.Count} of {messages.Count} have a verdict after {limit.TotalSeconds} s; the link is {carrier.State}");
        }
    }

    public async Task ReadUntilAsync(ICarrier carrier, Func<bool> enough, TimeSpan limit)
    {
        var until = Stopwatch.StartNew();
        while (!enough())
        {
            while (carrier.Reports.TryRead(out var report))
            {
                Take(report);
            }

            Assert.True(until.Elapsed < limit, $"not reached in {limit.TotalSeconds} s; the link is {carrier.State}; {verdicts.Count} verdicts, {Receipts.Count} receipts");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    /// <returns>The reference when it never left.</returns>
    Guid? Take(CarrierReport report)
    {
        switch (report)
        {
            case CarrierReport.Accepted accepted:
                Add(accepted.Reference, report);
                break;
            case CarrierReport.Refused refused:
                Add(refused.Reference, report);
                return refused.Kind == RefusalKind.NotSent ? refused.Reference : null;
            case CarrierReport.Unknown unknown:
                Add(unknown.Reference, report);
                break;
            case CarrierReport.Receipt receipt:
                Receipts.Add(receipt);
                break;
            default:
                Others.Add(report);
                break;
        }

        return null;
    }

    void Add(Guid reference, CarrierReport verdict) => Assert.True(verdicts.TryAdd(reference, verdict), $"two verdicts for {reference}: {(verdicts.TryGetValue(reference, out var first) ? first : null)} and {verdict}");
}
