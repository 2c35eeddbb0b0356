using Belfry.Kernel;
using Npgsql;

namespace Belfry.Bench;

/// <summary>A fresh database for one measurement: a SQLite file on this disk, or a database of the cluster whose port is in BELFRY_TEST_POSTGRES.</summary>
sealed class BenchDatabase : IAsyncDisposable
{
    readonly string? folder;
    readonly string? name;

    BenchDatabase(DatabaseSettings settings, string? folder, string? name) => (Settings, this.folder, this.name) = (settings, folder, name);

    public DatabaseSettings Settings { get; }

    public static async Task<BenchDatabase> CreateAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("belfry-bench-").FullName;
            return new BenchDatabase(new DatabaseSettings("belfry", kind, Path.Combine(folder, "belfry.db")), folder, null);
        }

        var name = FormattableString.Invariant($"bench{Environment.ProcessId}_{Clock.System.Elapsed.Ticks}");
        await RunAsync($"create database {name} owner belfry_migrator");
        return new BenchDatabase(new DatabaseSettings("belfry", kind, Place("belfry_app", name), Place("belfry_migrator", name)), null, name);
    }

    /// <summary>For what only the cluster's administrator may do, as adding an extension.</summary>
    public string AdministratorPlace => Place("postgres", name ?? throw new InvalidOperationException("A SQLite file has no administrator."));

    static string Place(string user, string database) =>
        $"Host=127.0.0.1;Port={Environment.GetEnvironmentVariable("BELFRY_TEST_POSTGRES") ?? throw new InvalidOperationException("No PostgreSQL: export BELFRY_TEST_POSTGRES=$(tests/postgres.sh start FOLDER)")};Username={user};Database={database}";

    static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Place("postgres", "postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await RunAsync($"drop database {name} with (force)");
    }
}
