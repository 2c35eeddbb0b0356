using System.Collections.Concurrent;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Belfry.Dispatch.Send;

/// <summary>Starts the node: takes back what was in dead hands, then serves every route and keeps the books until the program ends.</summary>
sealed class DispatchWorkers(
    Db db, Instance instance, Envelope envelope, IEnumerable<Route> routes, LedgerBell bell, LiveHub live, Gateways gateways, Arming arming, IServiceProvider services, ILoggerFactory logs) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!arming.IsArmed)
        {
            logs.CreateLogger<DispatchWorkers>().LogWarning("Disarmed: {Why}. Nothing leaves until two people have armed it", arming.Find()?.Why);
        }

        while (!arming.IsArmed)
        {
            await instance.Clock.DelayAsync(TimeSpan.FromMilliseconds(500), stoppingToken);
        }

        var (node, dead) = await StartNodeAsync(stoppingToken);
        var bookkeeper = new Bookkeeper(db, node, bell, live, logs.CreateLogger<Bookkeeper>());
        await bookkeeper.TakeBackAsync(dead, stoppingToken);
        var carriers = new ConcurrentBag<ICarrier>();
        var markers = new Markers(instance.World);
        var work = routes.Select(route =>
        {
            var carrier = route.Open(services);
            carriers.Add(carrier);
            gateways.Add(route.Settings, carrier);
            return new RouteSender(db, envelope, carrier, route.Settings, node, bell, live, markers, logs.CreateLogger<RouteSender>()).RunAsync(stoppingToken);
        }).Append(bookkeeper.RunAsync(stoppingToken)).ToList();
        try
        {
            await Task.WhenAll(work);
        }
        catch (OperationCanceledException)
        {
            // The program ends; rows in hand are taken back at the next start.
        }
        finally
        {
            foreach (var carrier in carriers)
            {
                await carrier.DisposeAsync();
            }
        }
    }

    async Task<(Node Node, IReadOnlyList<Guid> Dead)> StartNodeAsync(CancellationToken ct)
    {
        var starter = Viewer.Program("dispatch");
        IReadOnlyList<Guid> dead = [];
        Node? node = null;
        await db.ChangeAsync(new Act(starter, "StartNode"), async change =>
        {
            // On SQLite the data folder's lock says that we are alone: whoever stands here is dead. On PostgreSQL the clock says it.
            dead = db.Kind == DatabaseKind.Sqlite ? await Node.BuryAllAsync(change) : await Node.BuryAsync(change);
            node = await Node.StartAsync(change, db.Clock, Environment.MachineName);
        }, ct);
        return (node!, dead);
    }
}
