using System.Collections.Concurrent;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.Extensions.DependencyInjection;
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

        await StartNodeAsync(stoppingToken);
        var (node, bookkeeper) = (instance.Node, Keeper());
        var carriers = new ConcurrentBag<ICarrier>();
        var markers = new Markers(instance.World);
        var unsubscribe = services.GetService<UnsubscribeLinks>();
        var work = routes.Select(route =>
        {
            var carrier = route.Open(services);
            carriers.Add(carrier);
            gateways.Add(route.Settings, carrier);
            return new RouteSender(db, envelope, carrier, route.Settings, node, bell, live, markers, unsubscribe, logs.CreateLogger<RouteSender>()).RunAsync(stoppingToken);
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

    Bookkeeper Keeper() => new(db, instance.Node, bell, live, logs.CreateLogger<Bookkeeper>());

    async Task StartNodeAsync(CancellationToken ct)
    {
        var (starter, node) = (Viewer.Program("dispatch"), instance.Node);

        // On SQLite the data folder's lock says that we are alone: whoever stands here is dead. On PostgreSQL it says so of our own place only, of others the clock.
        var alone = db.Kind == DatabaseKind.Sqlite;
        var dead = await db.ReadAsync(starter, reading => alone ? Node.AllAsync(reading) : node.DeadAsync(reading, db.Clock.Now), ct);
        await db.ChangeAsync(new Act(starter, "StartNode"), node.SeenAsync, ct);
        await Keeper().TakeBackAsync(dead, ct);
        await db.ChangeAsync(new Act(starter, "BuryNodes"), change => alone ? node.BuryOthersAsync(change) : node.BuryAsync(change, dead), ct);
    }
}
