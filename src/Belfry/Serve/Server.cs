using System.Net;
using System.Net.Sockets;
using Belfry.Alerting;
using Belfry.Configure;
using Belfry.Desk;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.PublicSite;
using Belfry.Rehearsal;
using Belfry.Shell;

namespace Belfry.Serve;

/// <summary>One running instance: folder held, keys opened, database brought up to date, modules put together, workers started.</summary>
sealed class Server : IAsyncDisposable
{
    readonly DataFolder folder;
    readonly KeyFolder keys;
    readonly Db db;
    readonly CancellationTokenSource closing = new();
    readonly Task pump;

    Server(WebApplication app, DataFolder folder, KeyFolder keys, Db db, Instance instance, string address, Task pump, CancellationTokenSource closing) =>
        (App, this.folder, this.keys, this.db, Instance, Address, this.pump, this.closing) = (app, folder, keys, db, instance, address, pump, closing);

    public WebApplication App { get; }

    public Instance Instance { get; }

    /// <summary>As printed: http://localhost:5000.</summary>
    public string Address { get; }

    /// <summary>Where people reach it: the settings' origin, else <see cref="Address"/>. A passkey made at one does not open the other.</summary>
    public string Site => Instance.Origin == Origin ? Address : Instance.Site;

    /// <summary>The modules, in reference order: Kernel's tables come first without being named.</summary>
    public static IReadOnlyList<Module> ModulesOf(World world, int? smsPort = null, BelfrySettings? settings = null) =>
    [
        new ShellModule(),
        new DispatchModule(settings?.Dispatch),
        new GeographyModule(),
        new IncidentsModule(),
        new AlertingModule(settings?.Alerting),
        new PublicSiteModule(),
        .. world == World.Real ? (Module[])[] : [new RehearsalModule(smsPort)],
        new DeskModule(),
    ];

    /// <summary>In the data folder: where the instance that holds it was reached last.</summary>
    public const string AddressFile = "address";

    /// <summary>Of an instance whose settings name none.</summary>
    public const string Origin = "belfry.localhost";

    /// <summary>What the program is here, to itself and to others.</summary>
    public static Instance InstanceOf(ServeOptions options, KeyFolder keys) => new(options.World, options.Settings.Host, options.FolderPath, keys, options.Clock)
    {
        Site = options.Settings.Site,
        Organisation = options.Settings.Instance.Organisation,
    };

    public static Task<Db> OpenAsync(ServeOptions options, string folder, IReadOnlyList<Module> modules, EventRegister events, CancellationToken ct) => Db.OpenAsync(
        options.Database ?? new DatabaseSettings("belfry", DatabaseKind.Sqlite, Path.Combine(folder, "belfry.db")), [.. modules.Select(module => module.Scripts)], events, options.Clock, ct);

    public static async Task<Server> StartAsync(ServeOptions options, Action<string> say, CancellationToken ct)
    {
        var folder = DataFolder.Hold(options.FolderPath);
        if (options.World == World.Real)
        {
            Arming.Await(folder.Path, options.Clock); // before anything that could send
        }

        var keys = KeyFolder.Open(Path.Combine(folder.Path, "keys"));
        var clock = options.Clock;
        var instance = InstanceOf(options, keys) with { Node = Node.On(folder, clock) };
        var modules = ModulesOf(options.World, options.SmsPort, options.Settings);
        var events = new EventRegister(clock);
        var db = await OpenAsync(options, folder.Path, modules, events, ct);
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(Server).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
            builder.WebHost.UseStaticWebAssets();
            builder.Logging.SetMinimumLevel(options.Quiet ? LogLevel.Error : LogLevel.Warning);
            builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // its keys are sealed by our own envelope
            builder.WebHost.UseSetting("ReloadStaticAssetsAtRuntime", "false"); // else a program that was built and not published sends every file as it is, uncompressed
            var port = Free(options, say);
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.ListenLocalhost(port);
                kestrel.Limits.MaxRequestBodySize = 32 * 1024 * 1024;
            });
            builder.Services.AddFrame(instance, db, events, modules);
            builder.Services.AddSingleton(options);
            builder.Services.AddSingleton(new ProblemCatalogue(Docs.GeneratedPages.Problems));
            builder.Services.AddHostedService<HeadSigner>();
            builder.Services.AddApiDocs();
            builder.Services.AddSingleton<Readiness>();
            var app = builder.Build();
            app.MapStaticAssets().OpenToAll("Style, script and font; the same for everyone.");
            app.UseFrame(AccountsSetup.UseAccounts);
            app.MapApiDocs();
            Readiness.Map(app);
            await app.PrepareAsync(ct);
            var closing = new CancellationTokenSource();
            var pump = new EventPump(db, new Dictionary<string, Db> { [db.Name] = db }, events, app.Services.GetRequiredService<ILogger<EventPump>>()).RunAsync(closing.Token);
            app.Services.GetRequiredService<Readiness>().Pump = pump;
            await app.StartAsync(ct);
            var address = $"http://localhost:{port}";
            await File.WriteAllTextAsync(Path.Combine(folder.Path, AddressFile), address, ct);
            return new Server(app, folder, keys, db, instance, address, pump, closing);
        }
        catch
        {
            await db.DisposeAsync();
            keys.Dispose();
            folder.Dispose();
            throw;
        }
    }

    static int Free(ServeOptions options, Action<string> say)
    {
        for (var port = options.Port; ; port++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return ((IPEndPoint)probe.LocalEndpoint).Port;
            }
            catch (SocketException) when (options.MayMove && port < options.Port + 20)
            {
                say($"Port {port} is in use; trying {port + 1}.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await closing.CancelAsync();
        try
        {
            await pump;
        }
        catch (OperationCanceledException)
        {
            // It was told to.
        }

        await App.DisposeAsync();
        await db.DisposeAsync();
        keys.Dispose();
        folder.Dispose();
        closing.Dispose();
    }
}
