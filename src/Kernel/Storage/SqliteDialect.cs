using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Belfry.Kernel;

/// <summary>SQLite file: WAL, synchronous FULL, one writer at a time in arrival order, readers beside it.</summary>
sealed class SqliteDialect(DatabaseSettings settings) : Dialect
{
    readonly SemaphoreSlim writing = new(1, 1);
    readonly System.Collections.Concurrent.ConcurrentBag<KeptStatements> readers = [];
    KeptStatements? writer;

    public override DatabaseKind Kind => DatabaseKind.Sqlite;

    KeptStatements Writer => writer ?? throw new InvalidOperationException("The database is not open.");

    public override async Task PrepareAsync(IReadOnlyList<MigrationSource> modules, CancellationToken ct)
    {
        await Task.Run(() => Migrations.Run(this, settings, modules), ct);
        writer = new KeptStatements(await OpenAsync(readOnly: false, ct));
        var (mode, synchronous) = (await PragmaAsync(writer.Connection, "journal_mode", ct), await PragmaAsync(writer.Connection, "synchronous", ct));
        if (mode != "wal" || synchronous != "2")
        {
            throw new WeakStorageException(settings.Name, $"journal_mode is {mode} and synchronous is {synchronous}, not wal and 2 (FULL)");
        }
    }

    public override async Task<Session> BeginReadAsync(Viewer viewer, CancellationToken ct)
    {
        if (!readers.TryTake(out var reader))
        {
            reader = new KeptStatements(await OpenAsync(readOnly: true, ct));
        }

        return new ReadSession(this, reader, reader.Connection.BeginTransaction(deferred: true));
    }

    public override async Task<Session> BeginChangeAsync(Viewer viewer, CancellationToken ct)
    {
        await writing.WaitAsync(ct);
        try
        {
            return new WriteSession(this, Writer, Writer.Connection.BeginTransaction(deferred: false));
        }
        catch
        {
            writing.Release();
            throw;
        }
    }

    // One writer: another process may hold the file for a moment (a backup by hand); 5 = busy, 6 = locked.
    public override bool MayRetry(Exception fault) => fault is SqliteException { SqliteErrorCode: 5 or 6 };

    public override bool IsFull(Exception fault) => fault is SqliteException { SqliteErrorCode: 13 };

    public override async Task BackupAsync(string path, CancellationToken ct)
    {
        await using var source = await OpenAsync(readOnly: true, ct);
        await using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await target.OpenAsync(ct);
        await Task.Run(() => source.BackupDatabase(target), ct);
    }

    public override string Expand(string fragment, string argument) => fragment switch
    {
        "in" => $"in (select value from json_each(@{argument}))",
        "uuid" => $"in (select unhex(value) from json_each(@{argument}))",
        "skip" or "for" => "", // {skip locked}, {for update}: the one writer is the lock
        _ => throw new ArgumentException($"Unknown fragment {{{fragment} {argument}}}"),
    };

    public override void Bind(DbParameter parameter, string name, Type type, object? value)
    {
        parameter.ParameterName = "@" + name;
        parameter.Value = Stored(value);
    }

    public override Guid Id(DbDataReader row) => new(row.GetFieldValue<byte[]>(0), bigEndian: true);

    internal static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToByteArray(bigEndian: true), // 16 bytes, sorts as PostgreSQL sorts uuid
        DateTimeOffset instant => Rows.ToMicroseconds(instant),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? 1L : 0L,
        Guid[] ids => JsonSerializer.Serialize(ids.Select(id => Convert.ToHexStringLower(id.ToByteArray(bigEndian: true)))),
        string[] texts => JsonSerializer.Serialize(texts),
        long[] numbers => JsonSerializer.Serialize(numbers),
        _ => value,
    };

    public override Task InsertManyAsync(Session session, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        using var insert = new SqliteInsert((SqliteConnection)session.Connection, table, columns);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            insert.Add(row);
        }

        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await writing.WaitAsync();
        foreach (var reader in readers)
        {
            await reader.DisposeAsync();
        }

        if (writer is not null)
        {
            await writer.DisposeAsync();
        }

        writing.Dispose();
    }

    async Task<SqliteConnection> OpenAsync(bool readOnly, CancellationToken ct)
    {
        var place = new SqliteConnectionStringBuilder { DataSource = settings.Place, Pooling = false, DefaultTimeout = 5 };
        var connection = new SqliteConnection(place.ToString());
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            pragma journal_mode = wal;
            pragma synchronous = full;
            pragma busy_timeout = 5000;
            pragma foreign_keys = on;
            pragma temp_store = memory;
            pragma cache_size = -32000;
            pragma query_only = {(readOnly ? "on" : "off")};
            """;
        await command.ExecuteNonQueryAsync(ct);
        return connection;
    }

    static async Task<string> PragmaAsync(SqliteConnection connection, string name, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma " + name;
        return Convert.ToString(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture) ?? "";
    }

    sealed class ReadSession(SqliteDialect dialect, KeptStatements statements, SqliteTransaction transaction) : Session(dialect, statements.Connection, transaction)
    {
        public override DbCommand Statement(string sql) => statements.Of(sql, transaction);

        public override async ValueTask DisposeAsync()
        {
            await Transaction.DisposeAsync();
            dialect.readers.Add(statements);
        }
    }

    sealed class WriteSession(SqliteDialect dialect, KeptStatements statements, SqliteTransaction transaction) : Session(dialect, statements.Connection, transaction)
    {
        public override DbCommand Statement(string sql) => statements.Of(sql, transaction);

        public override async ValueTask DisposeAsync()
        {
            await Transaction.DisposeAsync();
            dialect.writing.Release();
        }
    }
}
