using System.ComponentModel.DataAnnotations;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading.Channels;
using Belfry.Dispatch.Email;
using Belfry.Kernel;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Belfry.Dispatch;

/// <summary>A few SMTP connections to one relay, kept open and reused. Same promises as every carrier: each mail has exactly one verdict.</summary>
public sealed class SmtpLink : ICarrier
{
    readonly SmtpSettings settings;
    readonly Clock clock;
    readonly Lock gate = new();
    readonly CancellationTokenSource closing = new();
    readonly Channel<OutgoingMessage> waiting = Channel.CreateUnbounded<OutgoingMessage>();
    readonly Channel<CarrierReport> reports = Channel.CreateUnbounded<CarrierReport>();
    readonly HashSet<Guid> stopped = [];
    readonly Task[] connections;
    TaskCompletionSource? room;
    LinkState state;
    int occupied;
    int up;

    SmtpLink(SmtpSettings settings, Clock clock)
    {
        (this.settings, this.clock) = (settings, clock);
        state = new LinkState(LinkCondition.Connecting, "", clock.Now);
        connections = [.. Enumerable.Range(0, settings.Connections).Select(_ => KeepAsync())];
    }

    /// <summary>Begins to connect and returns at once.</summary>
    /// <exception cref="ValidationException">A setting is out of its range.</exception>
    public static SmtpLink Start(SmtpSettings settings, Clock clock)
    {
        Validator.ValidateObject(settings, new ValidationContext(settings), validateAllProperties: true);
        return new SmtpLink(settings, clock);
    }

    public string Route => settings.Route;

    public ChannelReader<CarrierReport> Reports => reports.Reader;

    public LinkState State
    {
        get
        {
            lock (gate)
            {
                return state;
            }
        }
    }

    public int FreeWindow
    {
        get
        {
            lock (gate)
            {
                return Free;
            }
        }
    }

    int Free => up == 0 ? 0 : Math.Max(0, settings.Window - occupied);

    bool Roomy => up > 0 && (occupied == 0 || Free >= Math.Max(1, settings.Window / 4));

    public Task WaitForRoomAsync(CancellationToken ct)
    {
        lock (gate)
        {
            if (Roomy)
            {
                return Task.CompletedTask;
            }

            room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return room.Task.WaitAsync(ct);
        }
    }

    public void Submit(IReadOnlyList<OutgoingMessage> batch)
    {
        lock (gate)
        {
            foreach (var message in batch)
            {
                if (!MailboxAddress.TryParse(message.To, out var address) || address.Address != message.To || !message.To.Contains('@', StringComparison.Ordinal))
                {
                    Tell(new CarrierReport.Refused(message.Reference, RefusalKind.Permanent, DispatchProblems.BadAddress.Code, []));
                }
                else if (Free == 0)
                {
                    Tell(new CarrierReport.Refused(message.Reference, RefusalKind.NotSent, (up == 0 ? DispatchProblems.LinkDown : DispatchProblems.NoRoom).Code, []));
                }
                else
                {
                    occupied++;
                    waiting.Writer.TryWrite(message);
                }
            }
        }
    }

    public void Stop(Guid dispatch)
    {
        lock (gate)
        {
            // Waiting mails of it are given back as they are taken from the queue, which is never longer than the window.
            stopped.Add(dispatch);
        }
    }

    /// <summary>What waits is given back; mails under way are finished.</summary>
    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested)
        {
            return;
        }

        await closing.CancelAsync();
        waiting.Writer.TryComplete();
        await Task.WhenAll(connections);
        while (waiting.Reader.TryRead(out var message))
        {
            Settle(new CarrierReport.Refused(message.Reference, RefusalKind.NotSent, DispatchProblems.LinkDown.Code, []));
        }

        lock (gate)
        {
            Become(LinkCondition.Closed, "closed by us");
            room?.TrySetCanceled();
        }

        reports.Writer.TryComplete();
        closing.Dispose();
    }

    async Task KeepAsync()
    {
        await Task.Yield();
        var failures = 0;
        while (!closing.IsCancellationRequested)
        {
            var reason = await OnceAsync(() => failures = 0);
            failures++;
            lock (gate)
            {
                if (up == 0)
                {
                    Become(reason.Refused ? LinkCondition.Refused : LinkCondition.Down, reason.Text);
                    GiveBackWaiting();
                }
            }

            var wait = TimeSpan.FromTicks(Math.Min(settings.ReconnectMost.Ticks, settings.ReconnectFirst.Ticks << Math.Min(reason.Refused ? 20 : failures, 20)));
            try
            {
                await clock.DelayAsync(wait * (0.5 + (RandomNumberGenerator.GetInt32(500) / 1000.0)), closing.Token);
            }
            catch (OperationCanceledException)
            {
                // Closing: the loop's condition ends it.
            }
        }
    }

    async Task<(bool Refused, string Text)> OnceAsync(Action connected)
    {
        var trace = new SmtpTrace();
        using var client = new SmtpClient(trace) { Timeout = (int)settings.ResponseTimeout.TotalMilliseconds };
        var counted = false;
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.Tls ? SecureSocketOptions.StartTls : SecureSocketOptions.None, closing.Token);
            if (settings.User.Length > 0)
            {
                await client.AuthenticateAsync(settings.User, settings.Password, closing.Token);
            }

            connected();
            counted = true;
            Count(+1);
            return (false, await SendWhileAsync(client, trace));
        }
        catch (AuthenticationException refused)
        {
            return (true, refused.Message);
        }
        catch (Exception broken) when (broken is IOException or SocketException or ProtocolException or CommandException or OperationCanceledException or TimeoutException or SslHandshakeException)
        {
            return (false, broken.Message);
        }
        catch (Exception bug)
        {
            // The rim: one bad connection must not end the link, and its reason stands on the screen.
            return (false, $"{bug.GetType().Name}: {bug.Message}");
        }
        finally
        {
            if (counted)
            {
                Count(-1);
            }
        }
    }

    async Task<string> SendWhileAsync(SmtpClient client, SmtpTrace trace)
    {
        while (client.IsConnected)
        {
            OutgoingMessage message;
            using (var idle = CancellationTokenSource.CreateLinkedTokenSource(closing.Token))
            {
                // Relays close a silent connection after a few minutes; a NOOP each 20 s keeps it and finds out a dead one.
                idle.CancelAfter(TimeSpan.FromSeconds(20));
                try
                {
                    message = await waiting.Reader.ReadAsync(idle.Token);
                }
                catch (OperationCanceledException) when (!closing.IsCancellationRequested)
                {
                    await client.NoOpAsync(closing.Token);
                    continue;
                }
                catch (Exception closed) when (closed is OperationCanceledException or ChannelClosedException)
                {
                    await client.DisconnectAsync(true, CancellationToken.None); // QUIT is owed to the relay although we are closing
                    return "closed by us";
                }
            }

            await SendAsync(client, trace, message);
        }

        return "closed by the relay";
    }

    async Task SendAsync(SmtpClient client, SmtpTrace trace, OutgoingMessage message)
    {
        CarrierReport verdict;
        if (IsStopped(message.Dispatch))
        {
            verdict = new CarrierReport.Refused(message.Reference, RefusalKind.NotSent, DispatchProblems.Stopped.Code, []);
        }
        else if (message.NotAfter is { } end && clock.Now > end)
        {
            verdict = new CarrierReport.Refused(message.Reference, RefusalKind.NotSent, DispatchProblems.Expired.Code, []);
        }
        else
        {
            trace.DataSaid = false;
            verdict = await TryAsync(client, trace, message);
        }

        Settle(verdict);
        if (verdict is CarrierReport.Unknown)
        {
            throw new IOException(((CarrierReport.Unknown)verdict).Why);
        }
    }

    async Task<CarrierReport> TryAsync(SmtpClient client, SmtpTrace trace, OutgoingMessage message)
    {
        try
        {
            using var letter = MailLetter.Write(message, settings, clock.Now);
            using var limit = new CancellationTokenSource(settings.ResponseTimeout);
            // Not the closing token: a mail whose DATA has begun is finished.
            var answer = await client.SendAsync(letter, MailLetter.ReturnPath(message.Reference, settings), [new MailboxAddress("", message.To)], limit.Token);
            return new CarrierReport.Accepted(message.Reference, [answer.Trim()]);
        }
        catch (SmtpCommandException refused)
        {
            var kind = (int)refused.StatusCode >= 500 ? RefusalKind.Permanent : RefusalKind.Temporary;
            return new CarrierReport.Refused(message.Reference, kind, $"{(int)refused.StatusCode} {refused.Message}".Trim(), []);
        }
        catch (Exception broken) when (broken is IOException or SocketException or ProtocolException or OperationCanceledException or TimeoutException or ServiceNotConnectedException)
        {
            var why = broken is OperationCanceledException ? "no answer in time" : broken.Message;
            return trace.DataSaid
                ? new CarrierReport.Unknown(message.Reference, why, [])
                : new CarrierReport.Refused(message.Reference, RefusalKind.NotSent, why, []);
        }
        catch (Exception bug)
        {
            // The rim again: one mail that cannot be written must not cost its verdict.
            return new CarrierReport.Refused(message.Reference, trace.DataSaid ? RefusalKind.Temporary : RefusalKind.Permanent, $"{bug.GetType().Name}: {bug.Message}", []);
        }
    }

    bool IsStopped(Guid dispatch)
    {
        lock (gate)
        {
            return stopped.Contains(dispatch);
        }
    }

    void Count(int change)
    {
        lock (gate)
        {
            up += change;
            if (up > 0)
            {
                Become(LinkCondition.Up, "");
            }

            WakeWaiters();
        }
    }

    void Settle(CarrierReport verdict)
    {
        lock (gate)
        {
            occupied--;
            if (occupied == 0)
            {
                stopped.Clear();
            }

            Tell(verdict);
            WakeWaiters();
        }
    }

    void GiveBackWaiting()
    {
        while (waiting.Reader.TryRead(out var message))
        {
            occupied--;
            Tell(new CarrierReport.Refused(message.Reference, RefusalKind.NotSent, DispatchProblems.LinkDown.Code, []));
        }
    }

    void WakeWaiters()
    {
        if (room is not null && Roomy)
        {
            room.SetResult();
            room = null;
        }
    }

    void Become(LinkCondition condition, string reason)
    {
        if (state.Condition != condition || state.Reason != reason)
        {
            state = new LinkState(condition, reason, clock.Now);
            Tell(new CarrierReport.LinkChanged(state));
        }
    }

    void Tell(CarrierReport report) => reports.Writer.TryWrite(report);
}
