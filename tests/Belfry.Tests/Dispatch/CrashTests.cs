using System.Diagnostics;
using System.Globalization;
using Belfry.Alerting;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;
using Belfry.Tests.Shell;
using Xunit;

namespace Belfry.Tests.Dispatch;

/// <summary>
/// F-1: the real program, killed with SIGKILL 24 times while it sends to 200 people, and started again each time. The phone network lives in
/// this process, so what was received survives.
/// </summary>
public sealed class CrashTests
{
    const int People = 200;
    const int Alerts = 6;
    const int Kills = 24;

    /// <summary>What the killed programs wrote to standard error, for the message of a failure.</summary>
    static readonly System.Collections.Concurrent.ConcurrentQueue<string> Said = new();

    [Theory, BothDatabases]
    public async Task F1_killed_at_24_points_nobody_is_lost_and_who_got_it_twice_is_known(DatabaseKind kind)
    {
        await using var phones = SimulatedSmsc.Start(
            World.Exercise, new SimulatedSmscSettings { PerSecond = 400, ReceiptLeast = TimeSpan.Zero, ReceiptMean = TimeSpan.FromMilliseconds(50), KeptPerPhone = Alerts * (Kills + 1) }, Clock.System).Value;
        await using var database = await TestDatabase.CreateAsync(kind);
        var folder = Directory.CreateTempSubdirectory("belfry-crash-").FullName;
        var versions = await PrepareAsync(folder, database.Settings, phones.Port);
        Assert.Equal(0, phones.Counts.Taken);

        Process? program = null;
        try
        {
            var (killed, counted) = (0, new List<long>());
            for (; killed < Kills; killed++)
            {
                program = Run(folder, database.Settings, phones.Port);
                var at = People * Alerts * (killed + 1) / (Kills + 1) + (killed * 7 % 11); // spread over the whole, not on a round number
                await Wait.UntilAsync(() => phones.Counts.Taken >= at || program.HasExited, () => $"kill {killed}: {phones.Counts} of {at} left the program; it said: {string.Join(" | ", Said.Where(line => line.Length > 0).TakeLast(40))}", 120);
                Assert.False(program.HasExited, $"it ended by itself before kill {killed}");
                program.Kill();
                await program.WaitForExitAsync(TestContext.Current.CancellationToken);
                program.Dispose();
                counted.Add(phones.Counts.Taken);
                if (killed == 0)
                {
                    // The control: without a restart this test would find people missing.
                    Assert.NotEmpty(Missing(phones, versions));
                }
            }

            Assert.Equal(Kills, counted.Count);
            program = Run(folder, database.Settings, phones.Port);
            await using var look = await Db.OpenAsync(database.Settings, [new MigrationSource("Dispatch", typeof(Dispatches).Assembly)], new EventRegister(Clock.System), Clock.System, CancellationToken.None);
            var held = "";
            await Wait.UntilAsync(
                async () =>
                {
                    held = string.Join("; ", await look.ReadAsync(Viewer.Program("test"), reading => reading.QueryAsync<Held>(
                        """
                        select w.state as dispatch, l.next, l.last, d.state, d.tries, count(*) as count, count(n.id) as living
                        from delivery d join dispatch w on w.id = d.dispatch join dispatch_lane l on l.dispatch = d.dispatch and l.channel = d.channel left join node n on n.id = d.node
                        where d.state not in ('Handed', 'Delivered') group by w.state, l.next, l.last, d.state, d.tries
                        """), CancellationToken.None));
                    return Missing(phones, versions).Count == 0;
                },
                () => $"lost ({(program.HasExited ? "gone" : "running")}): {string.Join(", ", Missing(phones, versions).Take(5))} … {Missing(phones, versions).Count}; in the ledger: {held}; said: {string.Join(" | ", Said.Where(line => line.Length > 0).TakeLast(20))}", 60);
            await EndAsync(program, database.Settings, versions);
        }
        finally
        {
            if (program is { HasExited: false })
            {
                program.Kill();
            }

            program?.Dispose();
        }

        await CountAsync(phones, database.Settings, folder, versions);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Six approved alerts for the same 200 people, none begun: the freezer was held back until the first process is gone.</summary>
    static async Task<IReadOnlyList<AlertVersion>> PrepareAsync(string folder, DatabaseSettings database, int port)
    {
        var versions = new List<AlertVersion>();
        await using var town = await Town.OpenAsync(folder, database, port, People);
        for (var alert = 0; alert < Alerts; alert++)
        {
            var form = Town.Form();
            var version = await town.SubmittedAsync(form with { Texts = [form.Texts![0] with { Sms = $"Alerte {alert}. Montez." }] });
            await town.HoldFreezeAsync(version);
            versions.Add((await town.ApproveAsync(version)).Value);
        }

        await town.Db.ChangeAsync(new Act(Viewer.Program("test"), "LetGo"), change => change.ExecuteAsync("update lease set until = @at where name like 'freeze/%'", new { at = change.Now.AddSeconds(2) }), CancellationToken.None);
        await town.StopAsync();
        Assert.All(versions, version => Assert.Equal(VersionState.Approved, version.State));
        return versions;
    }

    static Process Run(string folder, DatabaseSettings database, int port)
    {
        string[] place = database.Kind == DatabaseKind.Postgres ? ["--postgres", database.Place, "--postgres-migrator", database.MigratorPlace!] : ["--sqlite", database.Place];
        var process = new Process
        {
            StartInfo = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "belfry.dll"), "serve", "--data", folder, "--port", "0", "--recipients", "0", "--sms", port.ToString(CultureInfo.InvariantCulture), .. place])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Said.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    static string Text(int alert) => $"Alerte {alert}. Montez.";

    static List<string> Missing(SimulatedSmsc phones, IReadOnlyList<AlertVersion> versions) =>
    [
        .. from person in Enumerable.Range(1, People)
        let shown = phones.Inbox.Of(Town.NumberOf(person))
        from alert in Enumerable.Range(0, versions.Count)
        where !shown.Any(message => message.Text.Contains(Text(alert), StringComparison.Ordinal))
        select $"{Town.NumberOf(person)} alert {alert}",
    ];

    static async Task EndAsync(Process program, DatabaseSettings database, IReadOnlyList<AlertVersion> versions)
    {
        await using var db = await Db.OpenAsync(database, [new MigrationSource("Dispatch", typeof(Dispatches).Assembly)], new EventRegister(Clock.System), Clock.System, CancellationToken.None);
        DispatchProgress[] all = [];
        await Wait.UntilAsync(async () =>
        {
            all = await Task.WhenAll(versions.Select(async version => (await db.ReadAsync(Viewer.Program("test"), reading => Dispatches.ProgressAsync(reading, version.Dispatch!.Value), CancellationToken.None))!));
            return all.All(one => one.State == DispatchState.Finished);
        }, () => $"not ended ({(program.HasExited ? "gone" : "running")}): {string.Join("; ", all.Select(one => $"{one.State} {string.Join(' ', one.Counts.Select(count => $"{count.State} {count.Count}"))}"))}", 60);
    }

    static async Task CountAsync(SimulatedSmsc phones, DatabaseSettings database, string folder, IReadOnlyList<AlertVersion> versions)
    {
        await using var db = await Db.OpenAsync(database, [new MigrationSource("Dispatch", typeof(Dispatches).Assembly)], new EventRegister(Clock.System), Clock.System, CancellationToken.None);
        var keeper = Viewer.Program("test");
        using var keys = KeyFolder.Open(Path.Combine(folder, "keys"));
        var (twice, flagged) = (0, 0L);
        for (var alert = 0; alert < versions.Count; alert++)
        {
            var id = versions[alert].Dispatch!.Value;
            var rows = await db.ReadAsync(keeper, reading => reading.QueryAsync<Sent>("select recipient, address, state, maybe_twice from delivery where dispatch = @id", new { id }), CancellationToken.None);
            Assert.Equal(People, rows.Count);
            foreach (var row in rows)
            {
                var number = keys.Envelope.OpenText(row.Address, FrozenRecipient.PlaceOf(row.Recipient, ChannelKind.Sms));
                var times = phones.Inbox.Of(number).Count(message => message.Text.Contains(Text(alert), StringComparison.Ordinal));
                Assert.True(times >= 1, $"{number} lost alert {alert}");
                Assert.True(times == 1 || row.MaybeTwice, $"{number} got alert {alert} {times} times and the ledger does not know");
                Assert.Contains(row.State, (DeliveryState[])[DeliveryState.Handed, DeliveryState.Delivered, DeliveryState.Unknown]);
                twice += times > 1 ? 1 : 0;
                flagged += row.MaybeTwice ? 1 : 0;
            }

            var chain = ChainName.AuditOf(Town.Pepinster);
            using var file = new StringWriter();
            await db.ReadAsync(keeper, async reading =>
            {
                await ChainFile.ExportAsync(reading, chain, keys.Signing, "belfry.localhost", file);
                return 0;
            }, CancellationToken.None);
            using var key = VerifyingKey.FromPem(keys.Signing.PublicPem);
            Assert.True((await ChainFile.VerifyAsync(new StringReader(file.ToString()), key, null, CancellationToken.None)).Ok);
        }

        // No more than the window at each death.
        Assert.InRange(flagged, 0, 50 * Kills);
        Assert.True(twice <= flagged);
        Assert.Equal(0, phones.Inbox.Dropped); // what a phone forgot would pass for lost
        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills, {versions.Count * People} messages, lost 0, twice {twice}, flagged {flagged}");
    }

    sealed record Held(DispatchState Dispatch, long Next, long Last, DeliveryState State, long Tries, long Count, long Living);

    sealed record Sent(Guid Recipient, byte[] Address, DeliveryState State, bool MaybeTwice);
}
