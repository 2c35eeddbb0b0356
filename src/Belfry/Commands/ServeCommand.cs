using System.CommandLine;
using System.Diagnostics;
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
        var migrator = new Option<string?>("--postgres-migrator") { Description = "Connection string of the role that owns the tables." };
        var recipients = new Option<int>("--recipients") { Description = "Invented recipients of an empty rehearsal world. Default 20000; 0 to 1000000.", DefaultValueFactory = _ => 20_000 };
        var command = new Command("serve", "Run the crisis centre. The default of a program that is started without a verb.") { world, data, port, postgres, migrator, recipients };
        command.SetAction((parsed, ct) => RunAsync(new ServeOptions(
            parsed.GetValue(world), parsed.GetValue(data), parsed.GetValue(port) ?? 5000,
            parsed.GetValue(postgres) is { } place ? new DatabaseSettings("belfry", DatabaseKind.Postgres, place, parsed.GetValue(migrator)) : null, parsed.GetValue(recipients))
        {
            MayMove = parsed.GetValue(port) is null,
        }, ct));
        return command;
    }

    public static async Task<int> RunAsync(ServeOptions options, CancellationToken ct)
    {
        var started = Environment.TickCount64 - (long)(TimeProvider.System.GetUtcNow() - Process.GetCurrentProcess().StartTime.ToUniversalTime()).TotalMilliseconds;
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
        return (await server.App.Services.GetRequiredService<Shell.FirstToken>().IssueAsync(centre.Id, "First administrator", "admin", ct))?.Address(server.Address);
    }
}
