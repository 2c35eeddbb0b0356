using System.Net;
using System.Net.Sockets;
using Belfry.Dispatch.Smpp;
using Belfry.Kernel;

namespace Belfry.Dispatch;

/// <param name="Taken">Parts answered with an id.</param>
/// <param name="Throttled">Answered 0x58 or 0x14.</param>
/// <param name="Owed">Receipts still to come.</param>
public readonly record struct SmscCounts(long Taken, long Refused, long Throttled, long Receipts, int Owed, int Sessions);

/// <summary>
/// A carrier of the rehearsal country: a real SMPP server on loopback whose phones can be looked at. It cannot be made in the real world.
/// </summary>
public sealed class SimulatedSmsc : IAsyncDisposable
{
    const int MostSessions = 64;

    readonly TcpListener listener;
    readonly CancellationTokenSource closing = new();
    readonly List<SmscSession> sessions = [];
    readonly Lock gate = new();
    readonly Task accepting;
    readonly Task delivering;
    readonly SmscDesk desk;

    SimulatedSmsc(TcpListener listener, SimulatedSmscSettings settings, Clock clock)
    {
        this.listener = listener;
        Inbox = new PhoneInbox(settings.KeptPerPhone);
        desk = new SmscDesk(settings, Inbox, clock);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
        delivering = DeliverAsync(clock);
    }

    public int Port { get; }

    public PhoneInbox Inbox { get; }

    /// <summary>While true it reads nothing more and answers nothing: the worst carrier there is.</summary>
    public bool Mute
    {
        get => desk.Mute;
        set => desk.Mute = value;
    }

    public SmscCounts Counts
    {
        get
        {
            lock (gate)
            {
                return desk.Counts(sessions.Count(session => session.Bound));
            }
        }
    }

    /// <returns>Refused: DISP-005 in the real world, DISP-006 off loopback, DISP-007 port taken.</returns>
    public static Result<SimulatedSmsc> Start(World world, SimulatedSmscSettings settings, Clock clock)
    {
        if (Loopback.Listen(world, settings.Address, settings.Port) is var listening && !listening.TryGet(out var listener, out var problems))
        {
            return Result<SimulatedSmsc>.Refused(problems);
        }

        return new SimulatedSmsc(listener, settings, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        await Task.WhenAll(accepting, delivering);
        List<SmscSession> open;
        lock (gate)
        {
            open = [.. sessions];
        }

        await Task.WhenAll(open.Select(session => session.EndAsync()));
        closing.Dispose();
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
                    sessions.RemoveAll(session => session.Ended);
                    if (sessions.Count >= MostSessions)
                    {
                        socket.Dispose();
                        continue;
                    }

                    socket.NoDelay = true;
                    sessions.Add(new SmscSession(socket, desk, closing.Token));
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException || (ended is InvalidOperationException && closing.IsCancellationRequested))
        {
            // The listener is closed: no more sessions.
        }
    }

    /// <summary>Sends the receipts that are due over any session that is bound; with none they wait.</summary>
    async Task DeliverAsync(Clock clock)
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                await clock.DelayAsync(TimeSpan.FromMilliseconds(20), closing.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            SmscSession? through;
            lock (gate)
            {
                through = sessions.Find(session => session.Bound && !session.Ended);
            }

            if (through is not null && !Mute)
            {
                through.Deliver(desk.Due());
            }
        }
    }
}
