using System.Diagnostics;
using System.Globalization;
using Belfry.Dispatch;
using Belfry.Dispatch.Send;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.Extensions.Logging.Abstractions;

namespace Belfry.Bench.Dispatch;

/// <summary>Belfry's whole way from the ledger to the carrier, beside the barest loop that can submit, turn by turn.</summary>
static class SmsLedger
{
    const string Text = "Zware storm. Blijf binnen, sluit deuren en ramen. Bel 112 alleen in nood.";
    static readonly int[] Windows = [10, 50, 200];

    public static async Task<int> RunAsync(string[] args)
    {
        var count = args is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 50_000;
        var (rows, misses) = (new List<IReadOnlyList<string>>(), new List<string>());
        await using (var nothing = new SmppWire.NothingSmsc())
        {
            await TableAsync("nothing (C#)", nothing.Port, count, rows, misses);
        }

        var (npm, port) = await SmppWire.StartNpmAsync();
        try
        {
            await TableAsync("npm smpp 0.5.1", port, count, rows, misses);
        }
        finally
        {
            npm.Kill(entireProcessTree: true);
            npm.Dispose();
        }

        new Figures("dispatch", "sms-ledger", "SMS from the ledger to the carrier, messages a second", "dotnet run -c Release --project bench -- dispatch sms-ledger " + count.ToString(CultureInfo.InvariantCulture),
            [
                $"{count:N0} messages of one part a run: claimed, marked as being handed over in a commit before the bytes leave, answered, recorded with the carrier's id. Full durability on both databases (WAL and FULL, synchronous_commit on). One run each, turn by turn with the bare loop, one machine, loopback.",
                "The bare loop writes a ready-made PDU whenever the window has room and counts answers: no database, no verdicts. Bars at window 50: SQLite 0.6, PostgreSQL 0.3 of it.",
            ],
            ["SMSC", "window", "bare loop", "SQLite", "ratio", "PostgreSQL", "ratio"], rows, misses).Write();
        return 0;
    }

    static async Task TableAsync(string name, int port, int count, List<IReadOnlyList<string>> rows, List<string> misses)
    {
        foreach (var window in Windows)
        {
            await SmppWire.BareAsync(port, window, count / 10);
            var bare = count / (await SmppWire.BareAsync(port, window, count)).TotalSeconds;
            var sqlite = count / (await LedgerAsync(DatabaseKind.Sqlite, port, window, count)).TotalSeconds;
            var again = count / (await SmppWire.BareAsync(port, window, count)).TotalSeconds;
            var postgres = count / (await LedgerAsync(DatabaseKind.Postgres, port, window, count)).TotalSeconds;
            var (one, other) = (sqlite / bare, postgres / again);
            rows.Add([name, $"{window}", Number((bare + again) / 2), Number(sqlite), Ratio(one), Number(postgres), Ratio(other)]);
            if (window == 50 && one < 0.6)
            {
                misses.Add($"{name}, window 50, SQLite: {Ratio(one)} of the bare loop, bar 0.6");
            }

            if (window == 50 && other < 0.3)
            {
                misses.Add($"{name}, window 50, PostgreSQL: {Ratio(other)} of the bare loop, bar 0.3");
            }
        }
    }

    static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    static string Ratio(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    static async Task<TimeSpan> LedgerAsync(DatabaseKind kind, int port, int window, int count)
    {
        await using var database = await BenchDatabase.CreateAsync(kind);
        await using var db = await Db.OpenAsync(database.Settings, [new MigrationSource("Dispatch", typeof(Dispatches).Assembly)], new EventRegister(Clock.System), Clock.System, default);
        var keyFolder = Directory.CreateTempSubdirectory("belfry-bench-keys-").FullName;
        using var keys = KeyFolder.Open(keyFolder);
        var program = Viewer.Program("bench");
        var id = Id<DispatchOrder>.New(Clock.System).Value;
        await db.ChangeAsync(new Act(program, "Open"), change => Dispatches.OpenAsync(change, new DispatchOrder(
            id, Organisation.IdOf("bench"), "bench/" + id, MessageClass.Official, count, Clock.System.Now.AddHours(1), [new DispatchText(ChannelKind.Sms, Language.Nl, "", Text, 1)])), default);
        foreach (var chunk in Enumerable.Range(0, count).Chunk(Dispatches.MostInChunk))
        {
            await db.ChangeAsync(new Act(program, "Freeze"), change => Dispatches.AppendAsync(change, id, [.. chunk.Select(number =>
            {
                var recipient = Id<DispatchOrder>.New(Clock.System).Value;
                return new FrozenRecipient(recipient, ChannelKind.Sms, keys.Envelope.Seal(FormattableString.Invariant($"3247{number:D7}"), FrozenRecipient.PlaceOf(recipient, ChannelKind.Sms)), Language.Nl, "");
            })]), default);
        }

        await db.ChangeAsync(new Act(program, "Seal"), change => Dispatches.SealAsync(change, id), default);
        var node = new Node(Id<Node>.New(Clock.System).Value, "bench");
        await db.ChangeAsync(new Act(program, "Start"), node.SeenAsync, default);
        await using var link = SmppLink.Start(new SmppSettings { Port = port, SystemId = "belfry", Password = "rehearse", Window = window, Receipts = false }, Clock.System);
        await link.WaitForRoomAsync(default);
        var bell = new LedgerBell();
        using var over = new CancellationTokenSource();
        var sender = new RouteSender(db, keys.Envelope, link, new RouteSettings("bench", ChannelKind.Sms), node, bell, new LiveHub(), new Markers(World.Real), null, NullLogger.Instance);
        var watch = Stopwatch.StartNew();
        var running = sender.RunAsync(over.Token);
        var dispatches = new Dispatches(db, bell);
        while ((await dispatches.ProgressAsync(program, id, default))!.In(DeliveryState.Handed) < count)
        {
            await Task.Delay(10);
        }

        watch.Stop();
        await over.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // It was told to.
        }

        Directory.Delete(keyFolder, recursive: true);
        return watch.Elapsed;
    }
}
