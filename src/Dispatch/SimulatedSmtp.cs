using System.Net;
using System.Net.Sockets;
using Belfry.Dispatch.Email;
using Belfry.Kernel;

namespace Belfry.Dispatch;

/// <summary>How the simulated mail server behaves.</summary>
public sealed record SimulatedSmtpSettings
{
    /// <summary>127.0.0.1 or ::1; anything else is refused (DISP-006).</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0: a free one.</summary>
    public int Port { get; init; }

    /// <summary>Per mille of recipients refused for good (550) and for now (451).</summary>
    public int RefusedPerMille { get; init; }

    public int DeferredPerMille { get; init; }

    /// <summary>Largest mail in bytes; announced as SIZE.</summary>
    public int MostBytes { get; init; } = 1_048_576;

    public int Seed { get; init; } = 1;
}

public readonly record struct SmtpCounts(long Taken, long Refused, int Sessions);

/// <summary>A mail server of the rehearsal country on loopback, whose mailboxes can be looked at. It cannot be made in the real world.</summary>
public sealed class SimulatedSmtp : IAsyncDisposable
{
    const int MostSessions = 64;

    readonly TcpListener listener;
    readonly SimulatedSmtpSettings settings;
    readonly Clock clock;
    readonly CancellationTokenSource closing = new();
    readonly Seeded chance;
    readonly Lock gate = new();
    readonly Task accepting;
    readonly List<Task> sessions = [];
    long refused;

    SimulatedSmtp(TcpListener listener, SimulatedSmtpSettings settings, Clock clock)
    {
        (this.listener, this.settings, this.clock) = (listener, settings, clock);
        chance = new Seeded(settings.Seed);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    public MailInbox Inbox { get; } = new();

    public SmtpCounts Counts
    {
        get
        {
            lock (gate)
            {
                return new SmtpCounts(Inbox.Messages, refused, sessions.Count(session => !session.IsCompleted));
            }
        }
    }

    /// <returns>Refused: DISP-005 in the real world, DISP-006 off loopback, DISP-007 port taken.</returns>
    public static Result<SimulatedSmtp> Start(World world, SimulatedSmtpSettings settings, Clock clock) =>
        Loopback.Listen(world, settings.Address, settings.Port).Then<SimulatedSmtp>(listener => new SimulatedSmtp(listener, settings, clock));

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        await accepting;
        await Task.WhenAll(sessions);
        closing.Dispose();
    }

    /// <returns>The answer to RCPT.</returns>
    internal string Recipient()
    {
        lock (gate)
        {
            if (chance.Hits(settings.RefusedPerMille))
            {
                refused++;
                return "550 5.1.1 no such mailbox in the rehearsal country";
            }

            if (chance.Hits(settings.DeferredPerMille))
            {
                refused++;
                return "451 4.3.0 try again later";
            }

            return "250 2.1.5 ok";
        }
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(closing.Token);
                lock (gate)
                {
                    sessions.RemoveAll(session => session.IsCompleted);
                    if (sessions.Count >= MostSessions)
                    {
                        socket.Dispose();
                        continue;
                    }

                    sessions.Add(new SmtpSession(socket, this, settings.MostBytes, clock).RunAsync(closing.Token));
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException || (ended is InvalidOperationException && closing.IsCancellationRequested))
        {
            // The listener is closed: no more sessions.
        }
    }
}
