// One SMPP session from bind to end: a state machine, kept whole so that its frames, timers and verdicts can be read in order.
using System.IO.Pipelines;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Belfry.Dispatch.Smpp;
using Belfry.Kernel;

namespace Belfry.Dispatch;

public sealed partial class SmppLink
{
    const int MostReportsWaiting = 100_000;
    static readonly TimeSpan TickEvery = TimeSpan.FromMilliseconds(20);

    readonly CancellationTokenSource closing = new();
    readonly Task running;
    volatile LinkState state;
    TimeSpan lastHeard;
    TimeSpan lastEnquire;
    int misses;
    bool pausedByUs;
    TaskCompletionSource? unbound;

    public LinkState State => state;

    /// <summary>Waits for answers (at most the response time-out), unbinds, closes. What is still without an answer is unknown.</summary>
    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested)
        {
            return;
        }

        await UnbindAsync();
        await closing.CancelAsync();
        await running;
        lock (gate)
        {
            room?.TrySetCanceled();
            room = null;
        }

        reports.Writer.TryComplete();
        closing.Dispose();
    }

    async Task UnbindAsync()
    {
        var until = clock.Elapsed + settings.ResponseTimeout;
        while (clock.Elapsed < until)
        {
            lock (gate)
            {
                if (outbox is null || Occupied == 0)
                {
                    break;
                }
            }

            await clock.DelayAsync(TickEvery, CancellationToken.None);
        }

        Task? answer = null;
        lock (gate)
        {
            if (outbox is not null)
            {
                unbound = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                answer = unbound.Task;
                PduWriter.Bare(outbox.Filling, Command.Unbind, Status.Ok, 0x7FFF_FFFF);
                outbox.Signal();
            }
        }

        if (answer is not null)
        {
            await Task.WhenAny(answer, clock.DelayAsync(TimeSpan.FromSeconds(1), CancellationToken.None));
        }
    }

    async Task RunAsync()
    {
        await Task.Yield();
        var failures = 0;
        while (!closing.IsCancellationRequested)
        {
            var (condition, reason, wasUp) = await OnceAsync();
            lock (gate)
            {
                SettleAll(reason);
                unbound?.TrySetResult();
                Become(closing.IsCancellationRequested ? LinkCondition.Closed : condition, reason);
            }

            failures = wasUp ? 0 : failures + 1;
            var wait = TimeSpan.FromTicks(Math.Min(settings.ReconnectMost.Ticks, settings.ReconnectFirst.Ticks << Math.Min(condition == LinkCondition.Refused ? 20 : failures, 20)));
            var jittered = wait * (0.5 + (RandomNumberGenerator.GetInt32(500) / 1000.0));
            try
            {
                await clock.DelayAsync(jittered, closing.Token);
            }
            catch (OperationCanceledException)
            {
                // Closing: the loop's condition ends it.
            }
        }

        lock (gate)
        {
            Become(LinkCondition.Closed, "closed by us");
        }
    }

    /// <summary>One connection, from connect to its end.</summary>
    async Task<(LinkCondition Condition, string Reason, bool WasUp)> OnceAsync()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
        try
        {
            await using var stream = await ConnectAsync(socket);
            var box = new Outbox(gate);
            var bind = new BindAttempt();
            WriteBind(box);
            lastHeard = lastEnquire = clock.Elapsed;
            misses = 0;
            var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
            var reading = Frames.ReadAsync(reader, (in PduHeader header, ReadOnlySpan<byte> pdu) => Heard(header, pdu, box, bind), AfterBatchAsync, ending.Token);
            var writing = box.FlushAsync(stream, () => handedToSocket = sequence, ending.Token);
            var ticking = TickAsync(box, bind, ending.Token);
            var ended = await Task.WhenAny(reading, writing, ticking);
            var reason = await ReasonAsync(ended);
            await ending.CancelAsync();
            socket.Close();
            await Task.WhenAll(ReasonAsync(reading), ReasonAsync(writing), ReasonAsync(ticking));
            return (bind.Refused ? LinkCondition.Refused : LinkCondition.Down, reason, bind.Up);
        }
        catch (Exception broken) when (broken is SocketException or IOException or OperationCanceledException or AuthenticationException)
        {
            return (LinkCondition.Down, broken is OperationCanceledException ? "no connection in time" : broken.Message, false);
        }
        catch (Exception bug)
        {
            // The rim: a bad connection must not end the link, and its reason stands on the screen.
            return (LinkCondition.Down, $"{bug.GetType().Name}: {bug.Message}", false);
        }
    }

    async Task<Stream> ConnectAsync(Socket socket)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
        limit.CancelAfter(settings.ConnectTimeout);
        await socket.ConnectAsync(settings.Host, settings.Port, limit.Token);
        var stream = new NetworkStream(socket, ownsSocket: false);
        if (!settings.Tls)
        {
            return stream;
        }

        var secured = new SslStream(stream);
        await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = settings.Host }, limit.Token);
        return secured;
    }

    void WriteBind(Outbox box)
    {
        lock (gate)
        {
            var pdu = new PduWriter(box.Filling, Command.BindTransceiver, Status.Ok, 1, 100);
            pdu.CString(settings.SystemId);
            pdu.CString(settings.Password);
            pdu.CString(settings.SystemType);
            pdu.Octets([0x34, 0, 0, 0]);
            pdu.End();
            sequence = 1;
            box.Signal();
        }
    }

    static async Task<string> ReasonAsync(Task task)
    {
        try
        {
            await task;
            return task is Task<string> told ? await told : "";
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            return broken is OperationCanceledException ? "closed by us" : broken.Message;
        }
    }

    string? Heard(in PduHeader header, ReadOnlySpan<byte> pdu, Outbox box, BindAttempt bind)
    {
        lock (gate)
        {
            lastHeard = clock.Elapsed;
            misses = 0;
            return bind.Up ? Handle(header, pdu, box) : bind.Answer(header) ?? OnBound(box);
        }
    }

    string? OnBound(Outbox box)
    {
        outbox = box;
        Become(LinkCondition.Up, "");
        WakeWaiters();
        return null;
    }

    string? Handle(in PduHeader header, ReadOnlySpan<byte> pdu, Outbox box)
    {
        switch (header.Command)
        {
            case Command.SubmitSmResp:
                ReadOnlySpan<byte> id = [];
                if (header.Status == Status.Ok)
                {
                    var fields = new PduFields(pdu);
                    id = fields.CString("message_id", 65);
                    if (fields.Failure is { } broken)
                    {
                        return $"DISP-001 {broken}";
                    }
                }

                return Answered(header.Sequence, header.Status, id);
            case Command.GenericNack:
                return Answered(header.Sequence, header.Status == Status.Ok ? Status.InvalidCommand : header.Status, []);
            case Command.DeliverSm:
                return Delivered(header, pdu, box);
            case Command.EnquireLink:
                PduWriter.Bare(box.Filling, Command.EnquireLinkResp, Status.Ok, header.Sequence);
                return null;
            case Command.Unbind:
                PduWriter.Bare(box.Filling, Command.UnbindResp, Status.Ok, header.Sequence);
                return "unbound by the carrier";
            case Command.UnbindResp:
                unbound?.TrySetResult();
                return unbound is null ? null : "unbound";
            case Command.EnquireLinkResp or Command.DeliverSmResp:
                return null;
            default:
                // An answer to something we did not ask is dropped; a request that we do not know is said so (SMPP 3.4 4.3.1).
                if ((uint)header.Command < 0x8000_0000)
                {
                    PduWriter.Bare(box.Filling, Command.GenericNack, Status.InvalidCommand, header.Sequence);
                }

                return null;
        }
    }

    string? Delivered(in PduHeader header, ReadOnlySpan<byte> pdu, Outbox box)
    {
        if (!ShortMessage.TryRead(pdu, out var message, out var malformed))
        {
            return $"DISP-001 {malformed}";
        }

        if ((message.EsmClass & 0x3C) != 0 && ReceiptText.From(message) is { } receipt)
        {
            Tell(new CarrierReport.Receipt(ReceiptText.Aligned(receipt.Id, settings.MessageIds), receipt.State, receipt.Error, receipt.Done ?? clock.Now) { Owed = new OwedAnswer(box, header.Sequence) });
            return null;
        }

        if ((message.EsmClass & 0x3C) == 0)
        {
            Tell(new CarrierReport.Reply(System.Text.Encoding.Latin1.GetString(message.Source), System.Text.Encoding.Latin1.GetString(message.Destination), SmsText.Decode(message)));
        }

        AnswerDelivery(box, header.Sequence);
        return null;
    }

    sealed record OwedAnswer(Outbox Box, uint Sequence);

    public void Acknowledge(CarrierReport.Receipt receipt)
    {
        lock (gate)
        {
            if (receipt.Owed is OwedAnswer owed && owed.Box == outbox) // of a connection that is gone: it comes again on this one, and counts once
            {
                AnswerDelivery(owed.Box, owed.Sequence);
                owed.Box.Signal();
            }
        }
    }

    static void AnswerDelivery(Outbox box, uint sequence)
    {
        var answer = new PduWriter(box.Filling, Command.DeliverSmResp, Status.Ok, sequence, 1);
        answer.Byte(0);
        answer.End();
    }

    async ValueTask AfterBatchAsync()
    {
        lock (gate)
        {
            Pump();
            outbox?.Signal();
            WakeWaiters();
            pausedByUs = reports.Reader.Count > MostReportsWaiting;
        }

        while (pausedByUs)
        {
            await clock.DelayAsync(TickEvery, closing.Token);
            lock (gate)
            {
                pausedByUs = reports.Reader.Count > MostReportsWaiting / 2;
                lastHeard = clock.Elapsed;
            }
        }
    }

    async Task<string> TickAsync(Outbox box, BindAttempt bind, CancellationToken ct)
    {
        while (true)
        {
            await clock.DelayAsync(TickEvery, ct);
            lock (gate)
            {
                var now = clock.Elapsed;
                if (!bind.Up)
                {
                    if (now - lastHeard > settings.ResponseTimeout)
                    {
                        return "no answer to the bind";
                    }

                    continue;
                }

                pace.Tick(now);
                if (!pausedByUs && (Overdue(now) ?? Enquire(now, box)) is { } dead)
                {
                    return dead;
                }

                Pump();
                WakeWaiters();
            }
        }
    }

    /// <summary>Submits without an answer in time become unknown; when nothing at all was heard since, the link is dead.</summary>
    string? Overdue(TimeSpan now)
    {
        List<uint>? overdue = null;
        foreach (var (number, flight) in inFlight)
        {
            if (now - flight.At > settings.ResponseTimeout)
            {
                if (lastHeard <= flight.At)
                {
                    return $"mute: nothing heard for {(now - lastHeard).TotalSeconds:0.#} s";
                }

                (overdue ??= []).Add(number);
            }
        }

        foreach (var number in overdue ?? [])
        {
            inFlight.Remove(number, out var flight);
            if (late.Count >= MostLate)
            {
                late.Clear();
            }

            late[number] = flight.Of.Message.Reference;
            Tell(flight.Of.Lost("no answer in time"));
        }

        return null;
    }

    string? Enquire(TimeSpan now, Outbox box)
    {
        if (now - (lastHeard > lastEnquire ? lastHeard : lastEnquire) < settings.EnquireEvery)
        {
            return null;
        }

        if (lastEnquire > lastHeard && ++misses >= 2)
        {
            return "two enquire_link without an answer";
        }

        lastEnquire = now;
        sequence = sequence == 0x7FFF_FFFF ? 1 : sequence + 1;
        PduWriter.Bare(box.Filling, Command.EnquireLink, Status.Ok, sequence);
        box.Signal();
        return null;
    }

    void Become(LinkCondition condition, string reason)
    {
        if (state.Condition != condition || state.Reason != reason)
        {
            state = new LinkState(condition, reason, clock.Now);
            Tell(new CarrierReport.LinkChanged(state));
        }
    }

    /// <summary>The bind that a connection begins with.</summary>
    sealed class BindAttempt
    {
        public bool Up { get; private set; }

        public bool Refused { get; private set; }

        public string? Answer(in PduHeader header)
        {
            if (header.Command is not (Command.BindTransceiverResp or Command.GenericNack))
            {
                return $"a PDU 0x{(uint)header.Command:X8} came before the answer to the bind";
            }

            Up = header is { Command: Command.BindTransceiverResp, Status: Status.Ok };
            Refused = !Up;
            return Up ? null : "bind refused: " + Status.NameOf(header.Status);
        }
    }
}
