using Belfry.Passengers;
using Belfry.Passengers.Matching;
using DuckDB.NET.Data;

namespace Belfry.Bench.Passengers;

/// <summary>The sets of a names folder (index.tsv there says origin and licence), as persons.</summary>
static class Persons
{
    public static readonly string[] ListFiles = ["un_consolidated.xml", "ofac_sdn.csv", "ofac_alt.csv", "ofac_cons_prim.csv", "ofac_cons_alt.csv"];

    public static Watchlist Lists(string folder) => Watchlist.Read(
        [.. ListFiles.Concat(Directory.GetFiles(folder, "eu_*.csv").Select(Path.GetFileName).Order(StringComparer.Ordinal)!).Select(name => new ListFile(name!, File.ReadAllBytes(Path.Combine(folder, name!))))]);

    public static IEnumerable<string> Listed(string folder) => Lists(folder).Entries.Select(entry => entry.Names[0].Text);

    /// <summary>One name for each of the persons of Splink's historical set: the first row of each cluster.</summary>
    public static async Task<IReadOnlyList<string>> HistoricalAsync(string parquet)
    {
        await using var duck = new DuckDBConnection("DataSource=:memory:");
        await duck.OpenAsync();
        await using var command = duck.CreateCommand();
        command.CommandText = "select first(full_name) from (select cluster, full_name from read_parquet($1) where full_name is not null order by unique_id) group by cluster order by cluster";
        command.Parameters.Add(new DuckDBParameter(parquet));
        await using var rows = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await rows.ReadAsync())
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }

    public static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        string[]? head = null;
        foreach (var row in CsvRows.Read(File.ReadAllBytes(path), ','))
        {
            if (head is null)
            {
                head = row.Cells;
                continue;
            }

            yield return head.Zip(row.Cells).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
        }
    }}
