using System.Globalization;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace Belfry.Dispatch.Smpp;

/// <summary>One client of a simulated carrier.</summary>
sealed class SmscSession
{
    readonly Socket socket;
    readonly SmscDesk desk;
    readonly Lock gate = new();
    readonly Outbox outbox;
    readonly CancellationTokenSource ending;
    readonly Task running;
    uint sequence;

    public SmscSession(Socket socket, SmscDesk desk, CancellationToken ct)
    {
        (this.socket, this.desk) = (socket, desk);
        outbox = new Outbox(gate);
        ending = CancellationTokenSource.CreateLinkedTokenSource(ct);
        running = RunAsync();
    }

    public bool Bound { get; private set; }

    public bool Ended => running.IsCompleted;

    public async Task EndAsync()
    {
        if (!running.IsCompleted)
        {
            await ending.CancelAsync();
        }

        await running;
    }

    public void Deliver(List<OwedReceipt> receipts)
    {
        lock (gate)
        {
            foreach (var receipt in receipts)
            {
                ShortMessage.WriteReceipt(outbox.Filling, ++sequence, receipt.To, receipt.From, receipt.Id, receipt.State, desk.TextOf(receipt));
            }

            outbox.Signal();
        }
    }

    async Task RunAsync()
    {
        await Task.Yield();
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            var reading = Frames.ReadAsync(PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024)), Heard, AfterBatchAsync, ending.Token);
            var writing = outbox.FlushAsync(stream, () => { }, ending.Token);
            await Task.WhenAny(reading, writing);
            if (reading.IsCompletedSuccessfully)
            {
                // What was answered last (an unbind, a refused bind) still has to leave.
                await Task.WhenAny(writing, Task.Delay(50, ending.Token));
            }

            await ending.CancelAsync();
            await Task.WhenAll(reading, writing);
        }
        catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // A client that goes is an end, not an error.
        }
        finally
        {
            Bound = false;
            ending.Dispose();
        }
    }

    string? Heard(in PduHeader header, ReadOnlySpan<byte> pdu)
    {
        lock (gate)
        {
            return desk.Mute ? null : Answer(header, pdu);
        }
    }

    string? Answer(in PduHeader header, ReadOnlySpan<byte> pdu)
    {
        switch (header.Command)
        {
            case Command.BindTransceiver or Command.BindTransmitter or Command.BindReceiver:
                return Bind(header, pdu);
            case Command.SubmitSm:
                Submit(header, pdu);
                return null;
            case Command.EnquireLink:
                PduWriter.Bare(outbox.Filling, Command.EnquireLinkResp, Status.Ok, header.Sequence);
                return null;
            case Command.Unbind:
                PduWriter.Bare(outbox.Filling, Command.UnbindResp, Status.Ok, header.Sequence);
                return "unbound";
            default:
                if ((uint)header.Command < 0x8000_0000)
                {
                    PduWriter.Bare(outbox.Filling, Command.GenericNack, Status.InvalidCommand, header.Sequence);
                }

                return null;
        }
    }

    string? Bind(in PduHeader header, ReadOnlySpan<byte> pdu)
    {
        var fields = new PduFields(pdu);
        var (name, password) = (fields.CString("system_id", 16).ToArray(), fields.CString("password", 9).ToArray());
        var status = Bound ? Status.AlreadyBound : fields.Failure is not null ? Status.BindFailed : desk.Admit(name, password);
        var answer = new PduWriter(outbox.Filling, header.Command | Command.GenericNack, status, header.Sequence, 16);
        answer.CString("BELFRY-SIM");
        answer.End();
        Bound |= status == Status.Ok;
        return Bound ? null : "bind refused";
    }

    void Submit(in PduHeader header, ReadOnlySpan<byte> pdu)
    {
        long id = 0;
        var status = !Bound ? Status.WrongBindState : !ShortMessage.TryRead(pdu, out var message, out _) ? Status.InvalidLength : desk.Take(message, out id);
        var answer = new PduWriter(outbox.Filling, Command.SubmitSmResp, status, header.Sequence, 17);
        if (status == Status.Ok)
        {
            Span<byte> text = stackalloc byte[16];
            id.TryFormat(text, out var length, "x8", CultureInfo.InvariantCulture);
            answer.CString(text[..length]);
        }

        answer.End();
    }

    async ValueTask AfterBatchAsync()
    {
        lock (gate)
        {
            outbox.Signal();
        }

        while (desk.Mute)
        {
            await Task.Delay(20, ending.Token);
        }
    }
}
