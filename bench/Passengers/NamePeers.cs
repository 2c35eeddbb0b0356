using System.Diagnostics;
using System.Globalization;
using Belfry.Passengers;
using Belfry.Passengers.Matching;
using DuckDB.NET.Data;
using FuzzySharp;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Npgsql;

namespace Belfry.Bench.Passengers;

/// <summary>
/// The peers on the same rows: names with one slip and no date (recall), and persons on no list (flags against EU+UN+OFAC). They get the names as Belfry
/// romanises them. Scorers get the threshold at which they find 95 % of the slipped names; speed is theirs against the same million entries.
/// </summary>
static class NamePeers
{
    const double RecallWanted = 0.95;

    sealed record Rows(string[] Listed, string[] All, (string Query, string Listed, WatchlistEntry Entry)[] Pairs, string[] Strangers);

    public static async Task RunAsync(string folder, string? port, List<WatchlistEntry> entries, int listed, IReadOnlyList<NameMatching.Target> targets, MadeWorld world, Screener own, double ownSpeed)
    {
        var book = new WordBook(NameTables.Default, 1_000_000);
        string Plain(string text) => Name.Read(text, book).First().ToString();
        var rows = new Rows(
            [.. entries.Take(listed).SelectMany(entry => entry.Names).Select(name => Plain(name.Text))],
            [.. entries.SelectMany(entry => entry.Names).Select(name => Plain(name.Text))],
            [.. targets.Select(target => (world.Slip(target.Given + " " + target.Family), Plain(target.Entry.Names[0].Text), target.Entry))],
            [.. Persons.Rows(Path.Combine(folder, "yente_negatives_global.csv")).Select(row => row["full_name"]).Where(name => name.All(letter => letter < 0x250)).Take(300).Select(Plain)]);
        var table = new List<IReadOnlyList<string>>
        {
            Row("Belfry " + Screener.Version, ownSpeed,
                (double)rows.Pairs.Count(pair => own.Screen(new NamedPerson("", pair.Query)).Any(match => ReferenceEquals(match.Entry, pair.Entry))) / rows.Pairs.Length,
                (double)rows.Strangers.Count(name => own.Screen(new NamedPerson("", name)).Any(match => match.Entry.List != "made")) / rows.Strangers.Length, "8 bits"),
            Scorer("FuzzySharp 2.0.2 TokenSetRatio, every name", rows, 30_000, (one, other) => Fuzz.TokenSetRatio(one, other)),
            await DuckAsync(rows),
            Lucene(rows),
        };
        var misses = new List<string>();
        try
        {
            table.Add(await TrigramsAsync(rows, port));
        }
        catch (Exception fault) when (fault is NpgsqlException or ArgumentNullException)
        {
            misses.Add("PostgreSQL pg_trgm was not measured: " + (port is null ? "no port was given" : fault.Message));
        }

        new Figures(
            "passengers", "match-peers", "The same passengers in other name matchers", "dotnet run -c Release --project bench -- passengers match FOLDER PORT",
            [
                $"{rows.Pairs.Length} names of the list with one slip, without a date; {rows.Strangers.Length} persons of the yente negatives in Latin letters, without a date, against the {rows.Listed.Length:N0} names of EU, UN and OFAC.",
                "Scorers that hold every name against every passenger get the threshold at which they find 95 % of the slipped names; their speed is for one thread, scaled to the million names where fewer were scanned. Lucene.Net: each word within two edits, first letter fixed, all words. None of the peers gives a reason or reads a date.",
            ],
            ["matcher", "passengers/s at 1,000,000 entries", "recall, one slip, no date", "flagged, no date", "threshold"], table, misses).Write();
    }

    static string[] Row(string name, double speed, double recall, double flagged, string threshold) =>
        [name, speed.ToString(speed < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture), recall.ToString("0.0 %", CultureInfo.InvariantCulture), flagged.ToString("0.0 %", CultureInfo.InvariantCulture), threshold];

    static double Threshold(IEnumerable<double> scores)
    {
        var sorted = scores.Order().ToArray();
        return sorted[(int)(sorted.Length * (1 - RecallWanted))];
    }

    static string Sorted(string name) => string.Join(' ', name.Split(' ').Order(StringComparer.Ordinal));

    static string[] Scorer(string name, Rows rows, int scanned, Func<string, string, double> score)
    {
        var threshold = Threshold(rows.Pairs.Select(pair => score(pair.Query, pair.Listed)));
        var (clock, sample) = (Stopwatch.StartNew(), rows.Listed.Take(scanned).ToArray());
        var strangers = rows.Strangers.Take(60).ToArray();
        var hits = strangers.Select(stranger => sample.Count(listed => score(stranger, listed) >= threshold)).ToArray();
        var pairsPerSecond = (double)strangers.Length * sample.Length / clock.Elapsed.TotalSeconds;
        return Row(name, pairsPerSecond / rows.All.Length, RecallWanted, hits.Count(hit => hit > 0) / (double)strangers.Length, threshold.ToString("0", CultureInfo.InvariantCulture));
    }

    static async Task<string[]> DuckAsync(Rows rows)
    {
        await using var duck = new DuckDBConnection("DataSource=:memory:");
        await duck.OpenAsync();
        await Execute(duck, "create table listed (name text, own boolean)");
        using (var appender = duck.CreateAppender("listed"))
        {
            for (var at = 0; at < rows.All.Length; at++)
            {
                appender.CreateRow().AppendValue(Sorted(rows.All[at])).AppendValue(at < rows.Listed.Length).EndRow();
            }
        }

        var scores = new List<double>();
        foreach (var (query, listed, _) in rows.Pairs)
        {
            scores.Add(await Number(duck, "select jaro_winkler_similarity($1, $2)", Sorted(query), Sorted(listed)));
        }

        var threshold = Threshold(scores);
        var (flagged, scanned, clock) = (0, 0, Stopwatch.StartNew());
        foreach (var stranger in rows.Strangers)
        {
            flagged += await Number(duck, "select max(jaro_winkler_similarity(name, $1)) from listed where own", Sorted(stranger)) >= threshold ? 1 : 0;
        }

        clock.Restart();
        foreach (var stranger in rows.Strangers.Take(10))
        {
            await Number(duck, "select max(jaro_winkler_similarity(name, $1)) from listed", Sorted(stranger));
            scanned++;
        }

        return Row("DuckDB 1.5 jaro_winkler_similarity on sorted words, every name", scanned / clock.Elapsed.TotalSeconds, RecallWanted, (double)flagged / rows.Strangers.Length, threshold.ToString("0.00", CultureInfo.InvariantCulture));
    }

    static async Task Execute(DuckDBConnection duck, [System.Diagnostics.CodeAnalysis.ConstantExpected] string sql)
    {
        await using var command = duck.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    static async Task<double> Number(DuckDBConnection duck, [System.Diagnostics.CodeAnalysis.ConstantExpected] string sql, params string[] values)
    {
        await using var command = duck.CreateCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            command.Parameters.Add(new DuckDBParameter(value));
        }

        return Convert.ToDouble(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    static string[] Lucene(Rows rows)
    {
        using var folder = new RAMDirectory();
        using (var writer = new IndexWriter(folder, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))))
        {
            for (var at = 0; at < rows.All.Length; at++)
            {
                writer.AddDocument(new Document { new TextField("name", rows.All[at], Field.Store.YES), new StringField("own", at < rows.Listed.Length ? "y" : "n", Field.Store.NO) });
            }
        }

        using var reader = DirectoryReader.Open(folder);
        var searcher = new IndexSearcher(reader);
        BooleanQuery Query(string name, bool own)
        {
            var query = new BooleanQuery();
            foreach (var word in name.Split(' '))
            {
                query.Add(new FuzzyQuery(new Term("name", word), 2, 1), Occur.MUST);
            }

            if (own)
            {
                query.Add(new TermQuery(new Term("own", "y")), Occur.MUST);
            }

            return query;
        }

        var clock = Stopwatch.StartNew();
        var found = rows.Pairs.Count(pair => searcher.Search(Query(pair.Query, own: false), 200).ScoreDocs.Any(hit => searcher.Doc(hit.Doc).Get("name", CultureInfo.InvariantCulture) == pair.Listed));
        var speed = rows.Pairs.Length / clock.Elapsed.TotalSeconds;
        var flagged = rows.Strangers.Count(name => searcher.Search(Query(name, own: true), 1).TotalHits > 0);
        return Row("Lucene.Net 4.8 fuzzy, all words", speed, (double)found / rows.Pairs.Length, (double)flagged / rows.Strangers.Length, "2 edits a word");
    }

    static async Task<string[]> TrigramsAsync(Rows rows, string? port)
    {
        ArgumentNullException.ThrowIfNull(port);
        await using var data = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Command Timeout=600");
        await using var connection = await data.OpenConnectionAsync();
        async Task Run([System.Diagnostics.CodeAnalysis.ConstantExpected] string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        async Task<object?> Ask([System.Diagnostics.CodeAnalysis.ConstantExpected] string sql, params object[] values)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            foreach (var value in values)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            return await command.ExecuteScalarAsync();
        }

        await Run("create extension if not exists pg_trgm");
        await Run("drop table if exists listed");
        await Run("create table listed (name text, own boolean)");
        await using (var copy = await connection.BeginBinaryImportAsync("copy listed (name, own) from stdin (format binary)"))
        {
            for (var at = 0; at < rows.All.Length; at++)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(rows.All[at]);
                await copy.WriteAsync(at < rows.Listed.Length);
            }

            await copy.CompleteAsync();
        }

        await Run("create index listed_name on listed using gin (name gin_trgm_ops)");
        await Run("analyze listed");
        var scores = new List<double>();
        foreach (var (query, listed, _) in rows.Pairs)
        {
            scores.Add(Convert.ToDouble(await Ask("select similarity($1, $2)", query, listed), CultureInfo.InvariantCulture));
        }

        var threshold = Threshold(scores);
        await Ask("select set_config('pg_trgm.similarity_threshold', $1, false)", threshold.ToString("0.000", CultureInfo.InvariantCulture));
        var clock = Stopwatch.StartNew();
        foreach (var (query, _, _) in rows.Pairs)
        {
            await Ask("select count(*) from listed where name % $1", query);
        }

        var speed = rows.Pairs.Length / clock.Elapsed.TotalSeconds;
        var flagged = 0;
        foreach (var stranger in rows.Strangers)
        {
            flagged += Convert.ToInt64(await Ask("select count(*) from listed where own and name % $1", stranger), CultureInfo.InvariantCulture) > 0 ? 1 : 0;
        }

        return Row("PostgreSQL 15 pg_trgm, GIN", speed, RecallWanted, (double)flagged / rows.Strangers.Length, threshold.ToString("0.00", CultureInfo.InvariantCulture));
    }
}
