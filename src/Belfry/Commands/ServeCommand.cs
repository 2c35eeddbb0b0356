using System.CommandLine;
using System.Diagnostics;
using Belfry.Configure;
using Belfry.Kernel;
using Belfry.Rehearsal;
using Belfry.Serve;

namespace Belfry.Commands;

static class ServeCommand
{
    public static Command Build()
    {
        var world = new Option<World>("--world") { Description = "exercise (default), test, or real. One instance serves one world.", DefaultValueFactory = _ => World.Exercise };
        var data = new Option<string?>("--data") { Description = "Data folder. Default $XDG_DATA_HOME/belfry/WORLD." };
        var port = new Option<int?>("--port") { Description = "Port on localhost. Default 5000; a busy default takes the next." };
        var postgres = new Option<string?>("--postgres") { Description = "Connection string of the app role; without it a SQLite file in the data folder." };
        var sqlite = new Option<string?>("--sqlite") { Description = "Another SQLite file than belfry.db in the data folder." };
        var migrator = new Option<string?>("--postgres-migrator") { Description = "Connection string of the role that owns the tables." };
        var recipients = new Option<int>("--recipients") { Description = "Invented recipients of an empty rehearsal world. Default 20000; 0 to 1000000.", DefaultValueFactory = _ => 20_000 };
        var sms = new Option<int?>("--sms") { Description = "Port on this machine of an SMPP carrier (belfry simulate smsc) instead of the simulated operators. Not in the real world." };
        var (settings, set) = (Place.SettingsOption(), Place.SetOption());
        var command = new Command("serve", "Run the crisis centre. The default of a program that is started without a verb.") { world, data, port, postgres, sqlite, migrator, recipients, sms, settings, set };
        sms.Validators.Add(result =>
        {
            if (result.GetValue(world) == World.Real || result.GetValue(sms) is not (> 0 and < 65_536))
            {
                result.AddError("--sms takes a port from 1 to 65535, and not in the real world.");
            }
        });
        command.SetAction((parsed, ct) => RunAsync(new ServeOptions(
            parsed.GetValue(world), parsed.GetValue(data), parsed.GetValue(port) ?? 5000,
            parsed.GetValue(postgres) is { } place ? new DatabaseSettings("belfry", DatabaseKind.Postgres, place, parsed.GetValue(migrator))
                : parsed.GetValue(sqlite) is { } file ? new DatabaseSettings("belfry", DatabaseKind.Sqlite, file) : null,
             parsed.GetValue(recipients))
        {
            MayMove = parsed.GetValue(port) is null,
            SmsPort = parsed.GetValue(sms),
            SettingsFile = parsed.GetValue(settings),
            Set = parsed.GetValue(set) ?? [],
        }, ct));
        return command;
    }

    public static async Task<int> RunAsync(ServeOptions options, CancellationToken ct)
    {
        var started = Environment.TickCount64 - (long)(TimeProvider.System.GetUtcNow() - Process.GetCurrentProcess().StartTime.ToUniversalTime()).TotalMilliseconds;
        if (!SettingsFile.Load(options).TryGet(out var settings, out var wrong))
        {
            return await Place.SayAsync(wrong);
        }

        options = options with { Settings = settings };
        try
        {
            await using var server = await Server.StartAsync(options, Console.WriteLine, ct);
            Console.WriteLine($"Belfry, {options.World.ToString().ToLowerInvariant()} world, at {server.Address} (ready after {(Environment.TickCount64 - started) / 1000.0:0.0} s)");
            Console.WriteLine($"Data: {options.FolderPath}");
            if (server.App.Services.GetService<Country>() is { } country)
            {
                Console.WriteLine("\nA storm warning waits in the intake. Sign in as one of these people; each link works once:");
                foreach (var (who, link) in await country.LinksAsync(server.Address, ct))
                {
                    Console.WriteLine($"  {who,-28} {link}");
                }

                Console.WriteLine("\nMore links: belfry personas. Ctrl-C stops.");
            }

            if (options.World == World.Real && await FirstLinkAsync(server, ct) is { } first)
            {
                Console.WriteLine($"\nNobody has an account yet. This link makes the first administrator; it works once, for ten minutes:\n  {first}");
            }

            if (server.App.Services.GetRequiredService<Dispatch.Arming>() is { IsArmed: false } arming)
            {
                Console.WriteLine($"\nDisarmed ({arming.Find()?.Why}): nothing leaves until two people have armed it at {server.Site}/arming");
            }

            await server.App.WaitForShutdownAsync(ct);
            return ExitCode.Done;
        }
        catch (IOException fault)
        {
            Console.Error.WriteLine(fault.Message);
            return ExitCode.Refused;
        }
    }

    static async Task<string?> FirstLinkAsync(Server server, CancellationToken ct)
    {
        var centre = server.App.Services.GetRequiredService<Shell.Organisations>().Find("NCCN")!;
        return (await server.App.Services.GetRequiredService<Shell.FirstToken>().IssueAsync(centre.Id, "First administrator", "admin", ct))?.Address(server.Site);
    }
}
