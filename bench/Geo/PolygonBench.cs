using System.Diagnostics;
using System.Globalization;
using Belfry.Geography;
using Belfry.Kernel;

namespace Belfry.Bench.Geo;

/// <summary>
/// Who is in a polygon: the ids of 1,000 to 20,000 addresses among 1,000,000 laid out as Belgium's people are. The cell key beside the usual box over latitude and longitude,
/// alternating, on the same rows; both must name the same addresses as a look at every single one.
/// </summary>
static class PolygonBench
{
    const double BarMilliseconds = 20;

    const string InRange = "select id from bench_address where cell between @from and @to";

    const string OnEdge = "select id, latitude, longitude from bench_address where cell between @from and @to";

    const string InBox = "select id, latitude, longitude from bench_address where latitude between @south and @north and longitude between @west and @east";

    static readonly Viewer Bench = Viewer.Program("bench");

    public static async Task<int> RunAsync(string[] args)
    {
        var (addresses, polygons) = (Number(args, "--addresses", 1_000_000), Number(args, "--polygons", 200));
        var everyone = Country.Addresses(addresses);
        var areas = Country.Polygons(everyone, polygons);
        var (rows, misses) = (new List<IReadOnlyList<string>>(), new List<string>());
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            await using var database = await BenchDatabase.CreateAsync(kind);
            await using var db = await Db.OpenAsync(database.Settings, [new MigrationSource("Bench", typeof(PolygonBench).Assembly)], new EventRegister(Clock.System), Clock.System, CancellationToken.None);
            await FillAsync(db, everyone);
            Measure(await RunAsync(db, areas), kind, rows, misses);
        }

        new Figures(
            "geo", "polygon", string.Create(CultureInfo.InvariantCulture, $"Who is in a polygon of 1,000-20,000 addresses among {addresses:N0}: count and ids"),
            "dotnet run -c Release --project bench -- geo polygon",
            [
                "Addresses are generated: seeded, spread over the municipalities of 2025 by their people, denser near their centres. Polygons are stars of 12 to 96 points. From a finished area to the list of ids, "
                + "the making of its cell ranges and all edge decisions included; one query at a time, after ten to warm up.",
                "Peer: the usual index on (latitude, longitude), the rows in the polygon's box, and the same point-in-polygon test. Both alternate in one run and must name the same ids.",
                $"Load average when it ran: {Load()}. PostGIS was not measured: it is not part of the test machine.",
            ],
            ["database", "way", "p50 ms", "p99 ms", "worst ms", "mean ms of processor, this process", "rows read per address found", "statements"], rows, misses).Write();
        return 0;
    }

    static async Task FillAsync(Db db, IReadOnlyList<Address> everyone)
    {
        foreach (var chunk in everyone.Chunk(50_000))
        {
            await db.ChangeAsync(new Act(Bench, "Fill"), change => change.InsertManyAsync(
                "bench_address", ["id", "cell", "latitude", "longitude"], chunk.Select(one => new object?[] { one.Id, Cell.Of(one.At), one.At.Latitude, one.At.Longitude })), CancellationToken.None);
        }

        if (db.Kind == DatabaseKind.Sqlite)
        {
            await db.ChangeAsync(new Act(Bench, "Analyse"), change => change.ExecuteAsync("analyze bench_address"), CancellationToken.None); // on PostgreSQL only the owner may
        }
    }

    static async Task<List<Run>> RunAsync(Db db, IReadOnlyList<Area> areas)
    {
        var runs = new List<Run>();
        foreach (var (at, given) in areas.Take(10).Concat(areas).Index())
        {
            var cells = await TimeAsync("cells", given, area => ByCellsAsync(db, area));
            var box = await TimeAsync("box", given, area => ByBoxAsync(db, area));
            if (!cells.Found.SetEquals(box.Found))
            {
                throw new InvalidOperationException($"Polygon {at}: {cells.Found.Count} by cells, {box.Found.Count} by box.");
            }

            if (at >= 10)
            {
                runs.AddRange([cells with { Found = [] }, box with { Found = [] }]);
            }
        }

        return runs;
    }

    static async Task<Run> TimeAsync(string way, Area given, Func<Area, Task<(List<Guid> Found, int Read, int Statements)>> ask)
    {
        var area = Area.FromGeoJson(given.ToGeoJson()).Value; // afresh: nothing of it is worked out yet
        var before = Environment.CpuUsage.TotalTime; // in steps of 10 ms: good for a mean only
        var watch = Stopwatch.StartNew();
        var (found, read, statements) = await ask(area);
        var time = watch.Elapsed.TotalMilliseconds;
        return new Run(way, time, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds, found.Count, read, statements, [.. found]);
    }

    static Task<(List<Guid>, int, int)> ByCellsAsync(Db db, Area area) => db.ReadAsync(
        Bench,
        async reading =>
        {
            var (found, read) = (new List<Guid>(), 0);
            foreach (var range in area.CellRanges)
            {
                if (range.WhollyInside)
                {
                    var ids = await reading.QueryAsync<Guid>(InRange, new { from = range.From, to = range.To });
                    read += ids.Count;
                    found.AddRange(ids);
                    continue;
                }

                var candidates = await reading.QueryAsync<Candidate>(OnEdge, new { from = range.From, to = range.To });
                read += candidates.Count;
                found.AddRange(candidates.Where(one => area.Contains(one.At)).Select(one => one.Id));
            }

            return (found, read, area.CellRanges.Count);
        },
        CancellationToken.None);

    static Task<(List<Guid>, int, int)> ByBoxAsync(Db db, Area area) => db.ReadAsync(
        Bench,
        async reading =>
        {
            var box = area.Bounds;
            var candidates = await reading.QueryAsync<Candidate>(InBox, new { south = box.South, north = box.North, west = box.West, east = box.East });
            return (candidates.Where(one => area.Contains(one.At)).Select(one => one.Id).ToList(), candidates.Count, 1);
        },
        CancellationToken.None);

    static void Measure(List<Run> runs, DatabaseKind kind, List<IReadOnlyList<string>> rows, List<string> misses)
    {
        foreach (var way in runs.GroupBy(run => run.Way))
        {
            var times = way.Select(run => run.Milliseconds).Order().ToList();
            var (half, p99) = (times[times.Count / 2], times[(int)(times.Count * 0.99)]);
            rows.Add([
                kind.ToString(), way.Key, Text(half), Text(p99), Text(times[^1]), Text(way.Average(run => run.Processor)),
                Text((double)way.Sum(run => run.Read) / way.Sum(run => run.Count)), Text(way.Average(run => run.Statements))]);
            if (way.Key == "cells" && p99 > BarMilliseconds)
            {
                misses.Add($"{kind}: p99 {Text(p99)} ms, bar {Text(BarMilliseconds)} ms (load average {Load()})");
            }
        }
    }

    static string Text(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    static int Number(string[] args, string name, int usual) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : usual;

    sealed record Candidate(Guid Id, double Latitude, double Longitude)
    {
        public Position At => Position.Of(Latitude, Longitude).Value;
    }

    sealed record Run(string Way, double Milliseconds, double Processor, int Count, int Read, int Statements, HashSet<Guid> Found);
}

sealed record Address(Guid Id, Position At);
