using System.Data.Common;

namespace Belfry.Kernel;

/// <summary>What differs between the two databases, and nothing else. Named fragments stand in the one SQL text as {name}.</summary>
abstract class Dialect : IAsyncDisposable
{
    public abstract DatabaseKind Kind { get; }

    /// <summary>Checks the settings and runs the scripts that have not run yet.</summary>
    public abstract Task PrepareAsync(IReadOnlyList<MigrationSource> modules, CancellationToken ct);

    public abstract Task<Session> BeginReadAsync(Viewer viewer, CancellationToken ct);

    public abstract Task<Session> BeginChangeAsync(Viewer viewer, CancellationToken ct);

    public abstract bool MayRetry(Exception fault);

    public abstract bool IsFull(Exception fault);

    public abstract Task BackupAsync(string path, CancellationToken ct);

    public abstract string Expand(string fragment, string argument);

    public abstract void Bind(DbParameter parameter, string name, Type type, object? value);

    /// <summary>The uuid in the first column.</summary>
    public abstract Guid Id(DbDataReader row);

    public abstract Task InsertManyAsync(Session session, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}

/// <summary>One transaction on one connection. Disposing without a commit takes everything back.</summary>
abstract class Session(Dialect dialect, DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    public Dialect Dialect => dialect;

    public DbConnection Connection => connection;

    /// <summary>A statement that waits for its values. SQLite keeps it compiled as long as its connection lives; dispose it all the same.</summary>
    public abstract DbCommand Statement(string sql);

    public DbTransaction Transaction => transaction;

    public virtual Task CommitAsync(CancellationToken ct) => transaction.CommitAsync(ct);

    public virtual Task RollbackAsync() => transaction.RollbackAsync(CancellationToken.None); // nothing may keep a refused change half alive

    public abstract ValueTask DisposeAsync();
}
