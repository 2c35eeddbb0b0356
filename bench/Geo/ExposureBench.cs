using System.Diagnostics;
using System.Globalization;
using System.Text;
using Belfry.Geography;
using Belfry.Geography.People;
using Npgsql;

namespace Belfry.Bench.Geo;

/// <summary>
/// Exposure of plume shapes of 2,000 points all over the country: from the GeoJSON text to the frozen result. Beside it PostGIS on the same cells, where BELFRY_TEST_POSTGRES names a cluster
/// that has the extension: people by cell centre and country only.
/// </summary>
static class ExposureBench
{
    const double BarMilliseconds = 50;
    const int Points = 2_000;
    const int Warming = 200;

    const string Table = "create extension postgis; create table cell (people float8, country text, centre geometry(Point, 4326))";

    const string Index = "create index on cell using gist (centre); analyze cell";

    const string Ask = """
        with shape as (select ST_SetSRID(ST_GeomFromGeoJSON(@shape), 4326) as geom)
        select coalesce(sum(people), 0)::float8, coalesce(sum(people) filter (where country = 'BE'), 0)::float8 from cell, shape where ST_Covers(shape.geom, cell.centre)
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        var plumes = Plumes.Over(Belgium.Load(), args is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 500, Points);
        _ = Exposure.OfCircle(Position.Of(50.85, 4.35).Value, 1000).Value; // loads the grid
        var cold = Belfrys(plumes.Take(Warming)).Times;
        var before = Environment.CpuUsage.TotalTime;
        var (times, counts) = Belfrys(plumes);
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / plumes.Count;

        var rows = new List<IReadOnlyList<string>> { Row("Belfry: reading, checking, people ± by country and municipality, anchors, digest", times, Text(processor), ""), Row($"the same, the first {Warming} of the process", cold, "", "") };
        var (text, misses) = (new List<string>(), new List<string>());
        try
        {
            var (peers, apart) = await PostGisAsync(plumes, counts);
            rows.Add(Row("PostGIS: reading, people in Belgium and abroad", peers, "", string.Create(CultureInfo.InvariantCulture, $"{apart:0.000} %")));
            text.Add("PostGIS 3.3 on PostgreSQL 15, the same 55,997 cells as points at their centres with a GiST index, one prepared statement over a loopback connection, the same polygons as GeoJSON text. Apart: the sum of the differences over the sum of people, over plumes of 25 km² and more (below, Belfry takes shares of cells); PostGIS takes edges as straight in degrees, Belfry in the grid's plane.");
        }
        catch (Exception fault) when (fault is NpgsqlException or InvalidOperationException)
        {
            text.Add("PostGIS was not measured: " + fault.Message.ReplaceLineEndings(" "));
        }

        if (Worst(times, 0.99) > BarMilliseconds)
        {
            misses.Add(string.Create(CultureInfo.InvariantCulture, $"p99 {Worst(times, 0.99):0.0} ms, bar {BarMilliseconds} ms (load average {Load()})"));
        }

        new Figures(
            "geo", "exposure", string.Create(CultureInfo.InvariantCulture, $"Exposure of {plumes.Count} plumes of {Points:N0} points over the 1 km grid"), "dotnet run -c Release --project bench -- geo exposure",
            [
                $"Plume shapes (a cigar with a ragged edge, 5 to 60 km long, {counts.Min(one => one.Everywhere).ToString("N0", CultureInfo.InvariantCulture)} to {counts.Max(one => one.Everywhere).ToString("N0", CultureInfo.InvariantCulture)} people), seeded, over every part of the country, one at a time, {Warming} first to let the runtime compile. Bar: p99 at most {BarMilliseconds} ms.",
                $"Load average when it ran: {Load()}.",
                .. text,
            ],
            ["what", "p50 ms", "p99 ms", "worst ms", "mean ms of processor, this process", "apart"], rows, misses).Write();
        return 0;
    }

    static (List<double> Times, List<ExposedPeople> Counts) Belfrys(IEnumerable<string> plumes)
    {
        var (times, counts) = (new List<double>(), new List<ExposedPeople>());
        foreach (var bytes in plumes.Select(Encoding.UTF8.GetBytes))
        {
            var watch = Stopwatch.StartNew();
            counts.Add(Exposure.OfGeoJson(bytes).Value.People);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return (times, counts);
    }

    static async Task<(List<double> Times, double ApartPercent)> PostGisAsync(IReadOnlyList<string> plumes, IReadOnlyList<ExposedPeople> counts)
    {
        await using var database = await BenchDatabase.CreateAsync(Kernel.DatabaseKind.Postgres);
        await using var connection = new NpgsqlConnection(database.AdministratorPlace);
        await connection.OpenAsync();
        await using (var table = new NpgsqlCommand(Table, connection))
        {
            await table.ExecuteNonQueryAsync();
        }

        var grid = Belgium.Load().Population.Grid;
        await using (var copy = await connection.BeginTextImportAsync("copy cell from stdin"))
        {
            for (var cell = 0; cell < Grid.Cells; cell++)
            {
                if (grid[cell] is { } here)
                {
                    var centre = Grid.Centre(cell);
                    await copy.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{here.People}\t{here.Country}\tSRID=4326;POINT({centre.Longitude} {centre.Latitude})\n"));
                }
            }
        }

        await using (var index = new NpgsqlCommand(Index, connection))
        {
            await index.ExecuteNonQueryAsync();
        }

        await using var command = new NpgsqlCommand(Ask, connection);
        var shape = command.Parameters.Add("shape", NpgsqlTypes.NpgsqlDbType.Text);
        await command.PrepareAsync();
        var (times, apart, all) = (new List<double>(), 0.0, 0.0);
        foreach (var (at, plume) in plumes.Take(Warming).Concat(plumes).Index())
        {
            shape.Value = plume;
            var watch = Stopwatch.StartNew();
            await using var reader = await command.ExecuteReaderAsync();
            await reader.ReadAsync();
            var people = reader.GetDouble(0);
            if (at >= Warming)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
                var ours = counts[at - Warming];
                if (ours.Method == PopulationMethod.CellCentres)
                {
                    (apart, all) = (apart + Math.Abs(people - ours.Everywhere), all + people);
                }
            }
        }

        return (times, 100 * apart / all);
    }

    static IReadOnlyList<string> Row(string what, List<double> times, string processor, string apart) => [what, Text(Worst(times, 0.5)), Text(Worst(times, 0.99)), Text(times.Max()), processor, apart];

    static double Worst(List<double> times, double share) => times.Order().ElementAt(Math.Min(times.Count - 1, (int)(times.Count * share)));

    static string Text(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
