using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Belfry.Kernel;

/// <summary>PostgreSQL 15 or newer: many writers, row locks, row-level security as the second wall.</summary>
sealed class PostgresDialect(DatabaseSettings settings) : Dialect
{
    readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> columnTypes = new();
    readonly NpgsqlDataSource source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(settings.Place)
    {
        MaxAutoPrepare = 200,
        AutoPrepareMinUsages = 2,
        NoResetOnClose = true, // nothing is set beyond a transaction
        ApplicationName = "belfry",
        IncludeErrorDetail = false, // details carry values of rows
    });

    public override DatabaseKind Kind => DatabaseKind.Postgres;

    public override async Task PrepareAsync(IReadOnlyList<MigrationSource> modules, CancellationToken ct)
    {
        await Task.Run(() => Migrations.Run(this, settings, modules), ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        foreach (var (name, wanted) in ((string, string)[])[("fsync", "on"), ("synchronous_commit", "on"), ("full_page_writes", "on")])
        {
            await CheckAsync(connection, name, wanted, ct);
        }
    }

    async Task CheckAsync(NpgsqlConnection connection, string name, string wanted, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select current_setting($1)", connection) { Parameters = { new() { Value = name } } };
        var found = (string?)await command.ExecuteScalarAsync(ct);
        if (found != wanted)
        {
            throw new WeakStorageException(settings.Name, $"{name} is {found}, not {wanted}");
        }
    }

    public override Task<Session> BeginReadAsync(Viewer viewer, CancellationToken ct) => BeginAsync(viewer, IsolationLevel.RepeatableRead, ct);

    public override Task<Session> BeginChangeAsync(Viewer viewer, CancellationToken ct) => BeginAsync(viewer, IsolationLevel.ReadCommitted, ct);

    async Task<Session> BeginAsync(Viewer viewer, IsolationLevel level, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        try
        {
            var transaction = await connection.BeginTransactionAsync(level, ct);
            await using var command = new NpgsqlCommand("select set_config('belfry.viewer', $1, true), set_config('belfry.sees', $2, true)", connection, transaction)
            {
                Parameters = { new() { Value = viewer.Person.ToString() }, new() { Value = viewer.IsProgram ? "all" : string.Join(',', viewer.Sees) } },
            };
            await command.ExecuteNonQueryAsync(ct);
            return new PostgresSession(this, connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override bool MayRetry(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    public override bool IsFull(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.DiskFull };

    public override Task BackupAsync(string path, CancellationToken ct) =>
        throw new NotSupportedException("A PostgreSQL database is backed up by its own tools (pg_basebackup with WAL archiving).");

    public override string Expand(string fragment, string argument) => fragment switch
    {
        "in" or "uuid" => $"= any(@{argument})",
        "skip" when argument == "locked" => "for update skip locked",
        "skip" => $"for update {argument["locked ".Length..]} skip locked", // {skip locked of d}
        "for" => "for update",
        _ => throw new ArgumentException($"Unknown fragment {{{fragment} {argument}}}"),
    };

    public override void Bind(DbParameter parameter, string name, Type type, object? value)
    {
        var bound = (NpgsqlParameter)parameter;
        bound.ParameterName = name;
        bound.NpgsqlDbType = TypeOf(type);
        bound.Value = value switch
        {
            null => DBNull.Value,
            DateTimeOffset instant => Clock.Cut(instant),
            _ => value,
        };
    }

    public override Guid Id(DbDataReader row) => row.GetGuid(0);

    static NpgsqlDbType TypeOf(Type type) => type switch
    {
        _ when type == typeof(Guid) => NpgsqlDbType.Uuid,
        _ when type == typeof(string) => NpgsqlDbType.Text,
        _ when type == typeof(long) => NpgsqlDbType.Bigint,
        _ when type == typeof(bool) => NpgsqlDbType.Boolean,
        _ when type == typeof(DateTimeOffset) => NpgsqlDbType.TimestampTz,
        _ when type == typeof(DateOnly) => NpgsqlDbType.Date,
        _ when type == typeof(double) => NpgsqlDbType.Double,
        _ when type == typeof(byte[]) => NpgsqlDbType.Bytea,
        _ when type.IsArray => NpgsqlDbType.Array | TypeOf(type.GetElementType()!),
        _ => throw new ArgumentException($"{type} is not a type that both databases store."),
    };

    // Arrays, not COPY: COPY refuses a table with row-level security. 5,000 rows a statement keep memory flat.
    public override async Task InsertManyAsync(Session session, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        var types = await TypesAsync(session, table, ct);
        await using var command = new NpgsqlCommand(
            $"insert into {table} ({string.Join(", ", columns)}) select * from unnest({string.Join(", ", columns.Select((column, at) => $"${at + 1}::{types[column]}[]"))})",
            (NpgsqlConnection)session.Connection, (NpgsqlTransaction)session.Transaction);
        foreach (var chunk in rows.Chunk(5_000))
        {
            command.Parameters.Clear();
            for (var at = 0; at < columns.Count; at++)
            {
                var cells = new object?[chunk.Length];
                var type = typeof(string);
                for (var row = 0; row < chunk.Length; row++)
                {
                    if (chunk[row][at] is { } value)
                    {
                        var plain = Parameters.PlainValue(value);
                        type = plain.GetType();
                        cells[row] = plain is DateTimeOffset instant ? Clock.Cut(instant) : plain;
                    }
                }

                command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | TypeOf(type), Value = Typed(type, cells) });
            }

            await command.ExecuteNonQueryAsync(ct);
        }
    }

    static Array Typed(Type type, object?[] cells)
    {
        var element = type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type;
        var typed = Array.CreateInstance(element, cells.Length);
        for (var at = 0; at < cells.Length; at++)
        {
            typed.SetValue(cells[at], at);
        }

        return typed;
    }

    async Task<IReadOnlyDictionary<string, string>> TypesAsync(Session session, string table, CancellationToken ct)
    {
        if (columnTypes.TryGetValue(table, out var known))
        {
            return known;
        }

        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand(
            "select attname, format_type(atttypid, null) from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped",
            (NpgsqlConnection)session.Connection, (NpgsqlTransaction)session.Transaction) { Parameters = { new() { Value = table } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            found[reader.GetString(0)] = reader.GetString(1);
        }

        return columnTypes[table] = found;
    }

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    sealed class PostgresSession(Dialect dialect, NpgsqlConnection connection, NpgsqlTransaction transaction) : Session(dialect, connection, transaction)
    {
        public override DbCommand Statement(string sql) => new NpgsqlCommand(sql, connection, transaction);

        public override async ValueTask DisposeAsync()
        {
            await Transaction.DisposeAsync();
            await Connection.DisposeAsync();
        }
    }
}
