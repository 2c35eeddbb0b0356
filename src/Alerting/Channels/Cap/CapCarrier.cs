using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Channels;
using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting.Channels.Cap;

/// <summary>
/// The CAP channel as a carrier: one message a dispatch, signed and published as a file and in the feed. Publishing twice is harmless: the
/// identifier is the key.
/// </summary>
sealed class CapCarrier(Db db, Instance instance, X509Certificate2 certificate, CapFiles files, LiveHub live) : ICarrier
{
    readonly Channel<CarrierReport> reports = Channel.CreateUnbounded<CarrierReport>();
    readonly DateTimeOffset since = instance.Clock.Now;

    public string Route => "cap";

    public LinkState State => new(LinkCondition.Up, "", since);

    public int FreeWindow => 10;

    public ChannelReader<CarrierReport> Reports => reports.Reader;

    public Task WaitForRoomAsync(CancellationToken ct) => Task.CompletedTask;

    public void Stop(Guid dispatch)
    {
    }

    public void Submit(IReadOnlyList<OutgoingMessage> batch)
    {
        foreach (var message in batch)
        {
            _ = PublishAsync(message);
        }
    }

    async Task PublishAsync(OutgoingMessage message)
    {
        try
        {
            var signed = CapSigning.Sign(Encoding.UTF8.GetBytes(message.Text), certificate);
            if (!signed.TryGet(out var document, out var problems))
            {
                Say(new CarrierReport.Refused(message.Reference, RefusalKind.Permanent, problems[0].ToString(), []));
                return;
            }

            var viewer = Viewer.Program("cap");
            var read = CapReader.Read(document);
            var identifier = read.Ok ? read.Value.Identifier : "";
            await db.ChangeAsync(new Act(viewer, "PublishCap"), async change =>
            {
                var version = (await AlertStore.FindByDispatchAsync(change, message.Dispatch))!;
                await CapStore.AddAsync(change, new CapStore.Row(identifier, version.Id.Value, version.Organisation, change.Now, version.Expires ?? change.Now, message.Subject, document));
            }, CancellationToken.None); // the public must see what was approved, whoever stops us
            await files.WriteAsync(identifier, document);
            live.Changed("public-alerts");
            Say(new CarrierReport.Accepted(message.Reference, [identifier]));
            Say(new CarrierReport.Receipt(identifier, ReceiptState.Delivered, "", instance.Clock.Now));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The ledger hears of it and tries again: nothing has left the house.
            Say(new CarrierReport.Refused(message.Reference, RefusalKind.Temporary, fault.Message, []));
        }
    }

    void Say(CarrierReport report) => reports.Writer.TryWrite(report);

    public ValueTask DisposeAsync()
    {
        reports.Writer.TryComplete();
        return default;
    }
}
