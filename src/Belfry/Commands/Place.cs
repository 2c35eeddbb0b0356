using System.CommandLine;
using Belfry.Configure;
using Belfry.Kernel;
using Belfry.Serve;
using Belfry.Shell;

namespace Belfry.Commands;

/// <summary>Which world's folder and database a command works on, as told on the command line.</summary>
sealed class Place(World usual = World.Exercise)
{
    readonly Option<World> world = new("--world") { Description = $"exercise, test, or real. Default {usual.ToString().ToLowerInvariant()}.", DefaultValueFactory = _ => usual };
    readonly Option<string?> data = new("--data") { Description = "Data folder. Default $XDG_DATA_HOME/belfry/WORLD." };
    readonly Option<string?> postgres = new("--postgres") { Description = "Connection string of the app role; without it belfry.db in the data folder." };
    readonly Option<string?> migrator = new("--postgres-migrator") { Description = "Connection string of the role that owns the tables." };

    readonly Option<string?> settings = SettingsOption();
    readonly Option<string[]> set = SetOption();

    public static Option<string?> SettingsOption() => new("--settings") { Description = "Settings file. Default belfry.json in the data folder, when it is there." };

    public static Option<string[]> SetOption() => new("--set") { Description = "One setting, KEY=VALUE, as in instance:origin=https://crisis.example.be; wins over file and environment. May be repeated. No secret: others see the command line.", DefaultValueFactory = _ => [] };

    public void AddTo(Command command)
    {
        foreach (var option in (System.CommandLine.Option[])[world, data, postgres, migrator, settings, set])
        {
            command.Options.Add(option);
        }
    }

    public ServeOptions Of(ParseResult parsed) => new(
        parsed.GetValue(world), parsed.GetValue(data), 0,
        parsed.GetValue(postgres) is { } place ? new DatabaseSettings("belfry", DatabaseKind.Postgres, place, parsed.GetValue(migrator)) : null)
    {
        SettingsFile = parsed.GetValue(settings),
        Set = parsed.GetValue(set) ?? [],
    };

    /// <summary>The program's parts without its workers and its web server. The folder is not held: a running instance goes on beside it.</summary>
    public static async Task<int> UseAsync(ServeOptions options, Func<IServiceProvider, Task<int>> use, CancellationToken ct)
    {
        if (!Directory.Exists(options.FolderPath) || (options.Database is null && !File.Exists(Path.Combine(options.FolderPath, "belfry.db"))))
        {
            return await SayAsync($"{options.FolderPath}: no world is there. Name the data folder with --data.");
        }

        if (!SettingsFile.Load(options).TryGet(out var read, out var wrong))
        {
            return await SayAsync(wrong);
        }

        options = options with { Settings = read };
        using var keys = KeyFolder.Open(Path.Combine(options.FolderPath, "keys"));
        var instance = Server.InstanceOf(options, keys);
        var (modules, events) = (Server.ModulesOf(options.World, settings: options.Settings), new EventRegister(options.Clock));
        await using var db = await Server.OpenAsync(options, options.FolderPath, modules, events, ct);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddFrame(instance, db, events, modules);
        services.AddSingleton(options);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Organisations>().LoadAsync(ct);
        return await use(provider);
    }

    public static async Task<int> SayAsync(params IEnumerable<object> problems)
    {
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync($"{problem}");
        }

        return ExitCode.Refused;
    }
}
