using System.Diagnostics;
using System.Globalization;
using Belfry.Dispatch;
using Belfry.Incidents;
using Belfry.Incidents.Storage;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Bench.Incidents;

/// <summary>Lines into logbooks: a crisis room in which everybody types, in one incident or each in their own.</summary>
static class LogBench
{
    static readonly TimeSpan Lasts = TimeSpan.FromSeconds(8);
    static readonly Guid Owner = Organisation.IdOf("bench");
    static readonly Viewer Writer = Viewer.Of(Id<Viewer>.New(Clock.System).Value, "bench", Owner);

    public static async Task<int> RunAsync(string[] args)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            await using var database = await BenchDatabase.CreateAsync(kind);
            Module[] modules = [new ShellModule(), new DispatchModule(), new IncidentsModule()];
            await using var db = await Db.OpenAsync(database.Settings, [.. modules.Select(module => module.Scripts), new MigrationSource("Bench", typeof(LogBench).Assembly)], new EventRegister(Clock.System), Clock.System, default);
            foreach (var (writers, books) in ((int, int)[])[(1, 1), (32, 1), (32, 32)])
            {
                await MeasureAsync(db, writers, books, LineAsync, TimeSpan.FromSeconds(1)); // warm
                var bare = await MeasureAsync(db, writers, books, BareAsync, Lasts);
                var line = await MeasureAsync(db, writers, books, LineAsync, Lasts);
                rows.Add([kind.ToString(), $"{writers}", $"{books}", Text(line.PerSecond), Text(line.P50), Text(line.P99), Text(bare.PerSecond), (line.PerSecond / bare.PerSecond).ToString("0.00", CultureInfo.InvariantCulture)]);
            }
        }

        new Figures("incidents", "log", "Lines written to logbooks", "dotnet run -c Release --project bench -- incidents log",
            [
                $"{Lasts.TotalSeconds:0} s each; a line is acknowledged when its commit is on the disk (WAL and FULL, synchronous_commit on): the line and its salt, an entry in the logbook's hash chain and one in the audit chain of the organisation.",
                "Beside it, in the same run: one bare row a commit, without chain or audit. The writers of one organisation share its audit chain, so they wait for each other also when each has a logbook of their own.",
            ],
            ["database", "writers", "logbooks", "lines a second", "p50 ms", "p99 ms", "bare rows a second", "ratio"], rows, []).Write();
        return 0;
    }

    static string Text(double number) => number.ToString(number < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture);

    static Task LineAsync(Change change, Id<Incident> book)
    {
        Logbook.Write(change, book, Owner, new LogDraft(LogKind.Note, "La Vesdre est à 1,80 m au pont de Pepinster; la rue du Marché est fermée.", "D1"));
        return Task.CompletedTask;
    }

    static Task BareAsync(Change change, Id<Incident> book) => change.ExecuteAsync(
        "insert into bench_address (id, cell, latitude, longitude) values (@id, 1, 50.5, 5.8)", new { id = Id<Incident>.New(Clock.System).Value });

    static async Task<(double PerSecond, double P50, double P99)> MeasureAsync(Db db, int writers, int books, Func<Change, Id<Incident>, Task> write, TimeSpan lasts)
    {
        var logbooks = Enumerable.Range(0, books).Select(_ => Id<Incident>.New(Clock.System)).ToArray();
        await db.ChangeAsync(new Act(Viewer.Program("bench"), "Open"), async change =>
        {
            foreach (var book in logbooks)
            {
                await IncidentStore.AddAsync(change, new Incident(book, Owner, book.ToString(), "Flood", "", "", "", IncidentState.Reported, change.Now, "bench", null));
            }
        }, default);
        var who = write == LineAsync ? Writer : Viewer.Program("bench");
        var watch = Stopwatch.StartNew();
        var waits = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var own = new List<double>();
            while (watch.Elapsed < lasts)
            {
                var one = Stopwatch.GetTimestamp();
                await db.ChangeAsync(new Act(who, "WriteLine"), change => write(change, logbooks[writer % books]), default);
                own.Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
            }

            return own;
        })));
        var took = watch.Elapsed.TotalSeconds;
        var all = waits.SelectMany(own => own).Order().ToList();
        return (all.Count / took, all[all.Count / 2], all[(int)(all.Count * 0.99)]);
    }
}
