using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Belfry.Geography;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Commands;

/// <summary>Tables that Belfry does not ship: one person enters them, another confirms them, then they have values.</summary>
static class TableVerbs
{
    public static Command Build() => new("table",
        "Tables without a trustworthy machine copy (ERG Table 1, PAC, ERPG): entered by one person, confirmed by another, used only then. The form is in src/Geography/Hazards/README.md.\n"
        + "Refuses: HAZ-030 to 033 and KERNEL-006 (the file, with its JSON path), 034 to 036 (the confirmation).")
    {
        Check(),
        Confirm(),
        Show(),
    };

    static Argument<FileInfo> Table() => new("FILE") { Description = "A table of the form belfry-response-table-1 (JSON, at most 4 MiB)." };

    static Command Check()
    {
        var file = Table();
        var command = new Command("check", "Reads a table and says what the second person must compare: edition, source, rows, digest. Shows no values.") { file };
        command.SetAction(async (parsed, ct) =>
        {
            if (!(await BytesAsync(parsed.GetRequiredValue(file), ct)).Then(bytes => ResponseTable.Read(bytes)).TryGet(out var table, out var problems))
            {
                return HazardVerb.Refused(problems);
            }

            Console.WriteLine($"{table.Edition}, {table.Source}\nentered by {table.EnteredBy} on {table.EnteredOn:yyyy-MM-dd}\nrows    {table.Rows}\ndigest  {table.Digest}\nNot confirmed: a second person compares every row with the source, then `table confirm`.");
            return ExitCode.Done;
        });
        return command;
    }

    static Command Confirm()
    {
        var file = Table();
        var by = new Option<string>("--by") { Description = "Who confirms; not who entered it.", Required = true };
        var digest = new Option<string>("--digest") { Description = "The digest that you read in `table check`.", Required = true };
        var rows = new Option<int>("--rows") { Description = "How many rows you counted in the source.", Required = true };
        var target = new Option<FileInfo>("--out") { Description = "Where the confirmation is written (belfry-response-confirmation-1).", Required = true };
        var command = new Command("confirm", "Writes the confirmation of a table whose rows you have compared with the source one by one. Writes nothing when it would not hold.") { file, by, digest, rows, target };
        command.SetAction(async (parsed, ct) =>
        {
            var text = ResponseTable.Confirmation(parsed.GetRequiredValue(digest), parsed.GetValue(rows), parsed.GetRequiredValue(by), DateOnly.FromDateTime(Clock.System.Now.UtcDateTime));
            var confirmed = (await BytesAsync(parsed.GetRequiredValue(file), ct)).Then(bytes => ResponseTable.Read(bytes)).Then(table => table.Confirm(System.Text.Encoding.UTF8.GetBytes(text)));
            if (!confirmed.TryGet(out _, out var problems))
            {
                return HazardVerb.Refused(problems);
            }

            return await HazardVerb.WriteAsync(parsed.GetRequiredValue(target), text + "\n", ct) is { } unwritten ? HazardVerb.Refused([unwritten]) : ExitCode.Done;
        });
        return command;
    }

    static Command Show()
    {
        var file = Table();
        var confirmation = new Option<FileInfo>("--confirmation") { Description = "The second person's confirmation.", Required = true };
        var un = new Option<string?>("--un") { Description = "Only rows of this UN number, four digits. Default all." };
        var json = new Option<bool>("--json") { Description = "One JSON document instead of text." };
        var command = new Command("show", "The rows of a confirmed table: distances to isolate (m) and to protect by day and night (km), and levels.") { file, confirmation, un, json };
        command.SetAction(async (parsed, ct) =>
        {
            var signed = await BytesAsync(parsed.GetRequiredValue(confirmation), ct);
            var read = (await BytesAsync(parsed.GetRequiredValue(file), ct)).Then(bytes => ResponseTable.Read(bytes));
            if (!read.Then(table => signed.Then(bytes => table.Confirm(bytes))).TryGet(out var confirmed, out var problems))
            {
                return HazardVerb.Refused(problems);
            }

            var isolation = confirmed.Isolation.Where(row => parsed.GetValue(un) is not { } number || row.Un == number).ToList();
            var levels = parsed.GetValue(un) is null ? confirmed.Levels : [];
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(new { confirmed.Table.Edition, confirmed.Table.Source, confirmed.Table.EnteredBy, confirmed.ConfirmedBy, confirmed.ConfirmedOn, confirmed.Table.Digest, isolation, levels }, Json.Strict));
                return ExitCode.Done;
            }

            Console.WriteLine($"{confirmed.Table.Edition}; entered by {confirmed.Table.EnteredBy}, confirmed by {confirmed.ConfirmedBy} on {confirmed.ConfirmedOn:yyyy-MM-dd}");
            foreach (var row in isolation)
            {
                Console.WriteLine(Say($"UN {row.Un} {row.Name}, {row.Spill}{(row.Container is null ? "" : $", {row.Container}, {row.Wind} wind")}: isolate {row.IsolateMetres} m{(row.DayKm is null ? "" : $", protect {row.DayKm} km by day, {row.NightKm} km by night")}"));
            }

            foreach (var row in levels)
            {
                Console.WriteLine(Say($"CAS {row.Cas} {row.Name}: {row.System}-{row.Level} {row.Value} {row.Unit}"));
            }

            return ExitCode.Done;
        });
        return command;
    }

    static async Task<Result<byte[]>> BytesAsync(FileInfo file, CancellationToken ct) =>
        !file.Exists ? GeographyProblems.FileMissing.At(file.Name, ("text", file.Name))
        : file.Length > ResponseTable.MostBytes ? TableProblems.TooLarge.At(file.Name, ("limit", ResponseTable.MostBytes >> 20))
        : await File.ReadAllBytesAsync(file.FullName, ct);

    static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
