using Microsoft.Extensions.Logging;

namespace Belfry.Kernel;

/// <summary>Runs what is owed, one delivery at a time. Any number of pumps may run, on any number of nodes.</summary>
public sealed class EventPump(Db db, IReadOnlyDictionary<string, Db> databases, EventRegister register, ILogger<EventPump> log)
{
    /// <summary>A handler that fails this often is parked and alarmed; what follows it on the same subject waits.</summary>
    public const int MostTries = 10;

    static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    readonly Viewer pump = Viewer.Program("events");

    public async Task RunAsync(CancellationToken ct)
    {
        var bell = register.BellOf(db.Name);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (!await StepAsync(ct))
                {
                    await bell.WaitAsync(TimeSpan.FromMilliseconds(500), ct);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "The event pump of {Database} stumbled and goes on", db.Name);
                await db.Clock.DelayAsync(TimeSpan.FromSeconds(1), ct);
            }
        }
    }

    /// <returns>False when nothing was owed.</returns>
    public async Task<bool> StepAsync(CancellationToken ct)
    {
        var names = register.All.Select(handler => handler.Name).ToList();
        var claimed = await db.ChangeAsync<OwedDelivery?>(
            new Act(pump, "ClaimEvent"), async change => await EventStore.ClaimAsync(change, names, change.Now + Lease), ct);
        if (claimed.Value is not { } owed || register.Find(owed.Handler) is not { } handler)
        {
            return false;
        }

        try
        {
            var done = handler.Database == db.Name ? await RunHereAsync(handler, owed, ct) : await RunThereAsync(handler, owed, ct);
            if (!done.Ok)
            {
                await PostponeAsync(owed, string.Join("; ", done.Problems), ct);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogWarning(fault, "{Handler} failed on {Kind} of {Subject}", owed.Handler, owed.Kind, owed.Subject);
            await PostponeAsync(owed, fault.Message, ct);
        }

        return true;
    }

    Task<Result<Done>> RunHereAsync(EventRegister.Handler handler, OwedDelivery owed, CancellationToken ct) =>
        db.ChangeAsync<Done>(new Act(pump, handler.Name, "", owed.Subject), async change =>
            await EventStore.SettleAsync(change, owed) ? await handler.RunAsync(change, owed.Body) : Done.Value, ct);

    async Task<Result<Done>> RunThereAsync(EventRegister.Handler handler, OwedDelivery owed, CancellationToken ct)
    {
        var done = await databases[handler.Database].ChangeAsync<Done>(new Act(pump, handler.Name, "", owed.Subject), async change =>
            await EventStore.EnterInboxAsync(change, owed) ? await handler.RunAsync(change, owed.Body) : Done.Value, ct);
        if (done.Ok)
        {
            await db.ChangeAsync(new Act(pump, "SettleEvent"), change => EventStore.SettleAsync(change, owed), ct);
        }

        return done;
    }

    async Task PostponeAsync(OwedDelivery owed, string why, CancellationToken ct)
    {
        var park = owed.Tries + 1 >= MostTries;
        if (park)
        {
            log.LogCritical("{Handler} is parked at {Kind} of {Subject} after {Tries} tries: {Why}", owed.Handler, owed.Kind, owed.Subject, MostTries, why);
        }

        var wait = TimeSpan.FromMilliseconds(100 * Math.Pow(2, owed.Tries));
        await db.ChangeAsync(new Act(pump, "PostponeEvent"), change => EventStore.PostponeAsync(change, owed, change.Now + wait, park, why), ct);
    }
}
