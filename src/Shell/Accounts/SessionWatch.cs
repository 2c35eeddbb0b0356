using System.Collections.Concurrent;
using Belfry.Kernel;
using Belfry.Shell.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Belfry.Shell;

/// <summary>Tells what lives longer than a request (a circuit, a stream) that its session is over: at once on this node, within two seconds on the others.</summary>
public sealed class SessionWatch(Db db, Clock clock, AccountsSettings settings, ILogger<SessionWatch> log) : BackgroundService
{
    static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    static readonly Viewer Self = Viewer.Program("session-watch");

    readonly ConcurrentDictionary<Guid, CancellationTokenSource> watched = [];

    /// <summary>Cancelled when the session ends, runs out, or its account is disabled; for a session that is over already, within two seconds.</summary>
    public CancellationToken Revoked(Id<OpenSession> session) => watched.GetOrAdd(session.Value, static _ => new CancellationTokenSource()).Token;

    internal void Ended(IEnumerable<Guid> sessions)
    {
        foreach (var session in sessions)
        {
            // Not disposed: someone may be about to register, and it holds no timer.
            if (watched.TryRemove(session, out var source))
            {
                source.Cancel();
            }
        }
    }

    internal async Task LookAsync(CancellationToken ct)
    {
        var asked = watched.Keys.ToList();
        if (asked.Count > 0)
        {
            var now = clock.Now;
            var alive = await db.ReadAsync(Self, reading => SessionStore.AliveAsync(reading, asked, now - settings.Shift, now - settings.Idle), ct);
            Ended(asked.Except(alive));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                await Task.Delay(Round, stoppingToken); // the wall's time, not the world's: a test that stops the world's clock still wants its streams cut
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                log.LogError(fault, "Open sessions could not be looked at; trying again in {Round}", Round);
                await Task.Delay(Round, CancellationToken.None); // ends within two seconds of a stop
            }
        }
    }
}
