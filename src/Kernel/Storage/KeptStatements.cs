using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Belfry.Kernel;

/// <summary>One open file handle with the statements it has compiled: SQLite spends longer on reading a short statement than on running it.</summary>
sealed class KeptStatements(SqliteConnection connection) : IAsyncDisposable
{
    const int Most = 500;

    readonly Dictionary<string, Kept> kept = new(StringComparer.Ordinal);

    public SqliteConnection Connection => connection;

    [SuppressMessage("Security", "CA2100", Justification = "Statements are constants: Reading and Change take nothing else.")]
    public DbCommand Of(string sql, SqliteTransaction transaction)
    {
        if (!kept.TryGetValue(sql, out var command))
        {
            if (kept.Count >= Most)
            {
                Forget();
            }

            kept[sql] = command = new Kept { Connection = connection, CommandText = sql };
        }

        command.Transaction = transaction;
        command.Parameters.Clear();
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        Forget();
        await connection.DisposeAsync();
    }

    void Forget()
    {
        foreach (var command in kept.Values)
        {
            command.End();
        }

        kept.Clear();
    }

    sealed class Kept : SqliteCommand
    {
        // Whoever used it is done with it; it is not done.
        [SuppressMessage("Usage", "CA2215", Justification = "It stays compiled; End gives it up.")]
        protected override void Dispose(bool disposing) => Parameters.Clear();

        public void End() => base.Dispose(true);
    }
}
