using System.Diagnostics;
using System.Globalization;
using Belfry.Alerting;
using Belfry.Alerting.Send;
using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.Extensions.Logging.Abstractions;

namespace Belfry.Bench.Alerting;

/// <summary>Freezing everyone inside an area, while another person goes on writing.</summary>
static class FreezeBench
{
    public static async Task<int> RunAsync(string[] args)
    {
        var count = args is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 600_000;
        var (rows, misses) = (new List<IReadOnlyList<string>>(), new List<string>());
        foreach (var (kind, bar) in ((DatabaseKind, double)[])[(DatabaseKind.Sqlite, 5), (DatabaseKind.Postgres, 15)])
        {
            var (seconds, frozen, p99, worst) = await MeasureAsync(kind, count);
            rows.Add([kind.ToString(), frozen.ToString("N0", CultureInfo.InvariantCulture), seconds.ToString("0.0", CultureInfo.InvariantCulture), (frozen / seconds).ToString("N0", CultureInfo.InvariantCulture), p99.ToString("0", CultureInfo.InvariantCulture), worst.ToString("0", CultureInfo.InvariantCulture)]);
            if (seconds > bar * count / 600_000)
            {
                misses.Add(FormattableString.Invariant($"{kind}: {seconds:0.0} s, bar {bar * count / 600_000:0.0} s"));
            }

            if (worst > 100)
            {
                misses.Add(FormattableString.Invariant($"{kind}: another writer waited {worst:0} ms at worst, bar 100 ms"));
            }
        }

        new Figures("alerting", "freeze", "Freezing the recipients of one alert", "dotnet run -c Release --project bench -- alerting freeze " + count.ToString(CultureInfo.InvariantCulture),
            [
                $"{count:N0} people with one SMS address each inside one polygon: found by cell and exact geometry, addresses looked up, frozen in chunks with counts and a running digest, sealed. Meanwhile another writer commits a small change every 20 ms; its wait is from asking to acknowledged.",
                "Bars for 600,000: SQLite 5 s, PostgreSQL 15 s, no wait over 100 ms.",
            ],
            ["database", "recipients", "seconds", "a second", "other writer p99 ms", "worst ms"], rows, misses).Write();
        return 0;
    }

    static async Task<(double Seconds, long Frozen, double P99, double Worst)> MeasureAsync(DatabaseKind kind, int count)
    {
        await using var database = await BenchDatabase.CreateAsync(kind);
        var folder = Directory.CreateTempSubdirectory("belfry-bench-keys-").FullName;
        using var keys = KeyFolder.Open(folder);
        var instance = new Instance(World.Exercise, "bench.invalid", folder, keys, Clock.System);
        Module[] modules = [new ShellModule(), new DispatchModule(), new IncidentsModule(), new AlertingModule()];
        await using var db = await Db.OpenAsync(database.Settings, [.. modules.Select(module => module.Scripts)], new EventRegister(Clock.System), Clock.System, default);
        var centre = Position.Of(50.5657, 5.8039).Value;
        var subscribers = new Subscribers(db, instance);
        for (var done = 0; done < count; done += 2_000)
        {
            await subscribers.AddAsync(Viewer.Program("bench"), [.. Enumerable.Range(done, Math.Min(2_000, count - done)).Select(number => One(centre, number))], default);
        }

        var area = Area.Circle(centre, 3_000).Value;
        var dispatch = await ApprovedAsync(db, instance, area, count);
        var freezer = new Freezer(db, new Audience(db), instance, new LedgerBell(), new LiveHub(), NullLogger<Freezer>.Instance);
        using var over = new CancellationTokenSource();
        var other = WriteAsync(db, over.Token);
        var watch = Stopwatch.StartNew();
        await freezer.StepAsync(default);
        watch.Stop();
        await over.CancelAsync();
        var waits = await other;
        waits.Sort();
        var progress = await new Dispatches(db, new LedgerBell()).ProgressAsync(Viewer.Program("bench"), dispatch, default);
        Directory.Delete(folder, recursive: true);
        return (watch.Elapsed.TotalSeconds, progress!.Frozen, waits[(int)(waits.Count * 0.99)], waits[^1]);
    }

    // On a spiral inside the circle: the same places at every run.
    static Subscription One(Position centre, int number)
    {
        var (distance, angle) = (2.9 * Math.Sqrt(number % 10_007 / 10_007.0), number * 2.399963);
        var place = Position.Of(centre.Latitude + distance * Math.Cos(angle) / 111.2, centre.Longitude + distance * Math.Sin(angle) / 70.6).Value;
        return new Subscription("B", Language.Fr, [(ChannelKind.Sms, FormattableString.Invariant($"+3240{number:D7}"), true)], [place]);
    }

    static async Task<Guid> ApprovedAsync(Db db, Instance instance, Area area, int count)
    {
        var (program, organisation, dispatch) = (Viewer.Program("bench"), Organisation.IdOf("bench"), Id<Alert>.New(Clock.System).Value);
        var alert = new Alert(Id<Alert>.New(Clock.System), organisation, "A1", null, Clock.System.Now);
        var version = new AlertVersion(
            Id<AlertVersion>.New(Clock.System), alert.Id, organisation, "A1", 1, VersionKind.Alert, VersionState.Submitted, MessageClass.Official, "Pepinster", area.ToGeoJson(), [ChannelKind.Sms],
            TimeSpan.FromHours(2), new WarningCode("Test"), count, null, null, Guid.Empty, Clock.System.Now, null, null, null, "", [new AlertText(Language.Fr, "T", "S", "B", "")]);
        await db.ChangeAsync(new Act(program, "Approve"), async change =>
        {
            await AlertStore.AddAlertAsync(change, alert);
            await AlertStore.AddVersionAsync(change, version);
            await AlertStore.ApproveAsync(change, version.Id, Guid.Empty, Binding.DigestOf(version, instance), dispatch, change.Now.AddHours(2), null);
            await Dispatches.OpenAsync(change, new DispatchOrder(dispatch, organisation, version.Subject, MessageClass.Official, count, change.Now.AddHours(2), [new DispatchText(ChannelKind.Sms, Language.Fr, "", "S", 1)]));
        }, default);
        return dispatch;
    }

    static async Task<List<double>> WriteAsync(Db db, CancellationToken ct)
    {
        var waits = new List<double>();
        while (!ct.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            await db.ChangeAsync(new Act(Viewer.Program("other"), "Write"), change => change.ExecuteAsync(
                "insert into draft (account, form, body, saved) values (@id, 'bench', 'x', @now) on conflict (account, form) do update set body = 'y'", new { id = Guid.Empty, now = change.Now }), default);
            waits.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(20, CancellationToken.None);
        }

        return waits;
    }
}
