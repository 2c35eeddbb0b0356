using System.CommandLine;
using Belfry.Kernel;
using Belfry.Serve;
using Belfry.Shell;

namespace Belfry.Commands;

/// <summary>What keeps a world: backup, restore, migrate.</summary>
static class KeepCommands
{
    public static Command BackUp()
    {
        var (place, file, passphrase) = (new Place(), File("File to write; replaced when it is there."), PassphraseOption());
        var command = new Command("backup", "Copies a world into one file while it runs: database, keys under the passphrase, signed heads. SQLite only; PostgreSQL has its own tools.") { file, passphrase };
        place.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var options = place.Of(parsed);
            if (options.Database is not null)
            {
                return await Place.SayAsync("A PostgreSQL database is backed up with pg_dump or base backups; belfry backup is for SQLite.");
            }

            return await PassphraseAsync(parsed.GetValue(passphrase)!, ct) is not { } words ? ExitCode.Refused : await Place.UseAsync(options, async services =>
            {
                await Backup.WriteAsync(services.GetRequiredService<Db>(), services.GetRequiredService<Instance>(), parsed.GetValue(file)!.FullName, words, ct);
                Console.WriteLine($"{options.FolderPath} → {parsed.GetValue(file)}");
                return ExitCode.Done;
            }, ct);
        });
        return command;
    }

    public static Command Restore()
    {
        var (place, file, passphrase) = (new Place(), File("A file that belfry backup wrote."), PassphraseOption());
        var command = new Command("restore", "Puts a backup into a new, empty data folder. The restored instance sends nothing until two people have armed it, at /arming.") { file, passphrase };
        place.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var options = place.Of(parsed);
            var from = parsed.GetValue(file)!;
            if (!from.Exists)
            {
                return await Place.SayAsync($"{from}: no such file");
            }

            if (await PassphraseAsync(parsed.GetValue(passphrase)!, ct) is not { } words)
            {
                return ExitCode.Refused;
            }

            if (await Backup.ReadAsync(from.FullName, options.FolderPath, options.World, words, options.Clock, ct) is { } refused)
            {
                return await Place.SayAsync(refused);
            }

            Console.WriteLine($"{from} → {options.FolderPath}\nIt is disarmed: nothing leaves until two people have armed it.");
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Migrate()
    {
        var place = new Place();
        var command = new Command("migrate", "Brings the database of a stopped instance up to date; serve does the same by itself. Ends with 1 when an instance holds the folder.");
        place.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var options = place.Of(parsed);
            try
            {
                using var held = DataFolder.Hold(options.FolderPath);
                await using var db = await Server.OpenAsync(options, options.FolderPath, Server.ModulesOf(options.World), new EventRegister(options.Clock), ct);
                Console.WriteLine($"{options.FolderPath}: the database is up to date.");
                return ExitCode.Done;
            }
            catch (IOException fault)
            {
                return await Place.SayAsync(fault.Message);
            }
        });
        return command;
    }

    static Argument<FileInfo> File(string what) => new("FILE") { Description = what };

    static Option<FileInfo> PassphraseOption() => new("--passphrase-file") { Description = $"File whose first line is the passphrase of the keys, {Backup.LeastPassphrase} characters at least. Never on the command line: others see that.", Required = true };

    static async Task<string?> PassphraseAsync(FileInfo file, CancellationToken ct)
    {
        var words = file.Exists ? (await System.IO.File.ReadAllLinesAsync(file.FullName, ct)).FirstOrDefault()?.Trim() ?? "" : "";
        if (words.Length >= Backup.LeastPassphrase)
        {
            return words;
        }

        await Place.SayAsync(file.Exists ? $"{file}: the passphrase has {words.Length} characters; {Backup.LeastPassphrase} at least" : $"{file}: no such file");
        return null;
    }
}
