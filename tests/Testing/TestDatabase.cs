using Belfry.Kernel;
using Npgsql;

namespace Belfry.Tests;

/// <summary>A fresh database of its own, gone afterwards. PostgreSQL is the cluster that test.sh starts (BELFRY_TEST_POSTGRES = its port).</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    static int made;

    readonly string? folder;
    readonly string? database;

    TestDatabase(DatabaseSettings settings, string? folder, string? database) => (Settings, this.folder, this.database) = (settings, folder, database);

    public DatabaseSettings Settings { get; }

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, string name = "belfry")
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("belfry-test-").FullName;
            return new TestDatabase(new DatabaseSettings(name, kind, Path.Combine(folder, name + ".db")), folder, null);
        }

        var database = $"t{Environment.ProcessId}_{Interlocked.Increment(ref made)}_{name}";
        await ExecuteAsync($"create database {database} owner belfry_migrator");
        return new TestDatabase(new DatabaseSettings(name, kind, Place("belfry_app", database), Place("belfry_migrator", database)), null, database);
    }

    public Task<Db> OpenAsync(Clock clock, EventRegister? events = null, params MigrationSource[] modules) =>
        Db.OpenAsync(Settings, modules, events ?? new EventRegister(clock), clock, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
        else
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync($"drop database {database} with (force)");
        }
    }

    static string Place(string user, string database) =>
        $"Host=127.0.0.1;Port={Environment.GetEnvironmentVariable("BELFRY_TEST_POSTGRES") ?? throw new InvalidOperationException("No PostgreSQL: run ./test.sh, or tests/postgres.sh start FOLDER and export BELFRY_TEST_POSTGRES=port.")};Username={user};Database={database};Maximum Pool Size=40";

    static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Place("postgres", "postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
