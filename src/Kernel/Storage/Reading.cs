using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Dapper;

namespace Belfry.Kernel;

/// <summary>A consistent look at the database, as one viewer. Statements are constants; values go as parameters, by an anonymous object.</summary>
public class Reading
{
    readonly Session session;

    internal Reading(Session session, Viewer viewer, CancellationToken ct) => (this.session, Viewer, Ct) = (session, viewer, ct);

    public Viewer Viewer { get; }

    public DatabaseKind Kind => session.Dialect.Kind;

    public CancellationToken Ct { get; }

    internal Session Session => session;

    /// <returns>The rows, in the order of the statement; empty when there are none.</returns>
    public async Task<IReadOnlyList<T>> QueryAsync<T>([ConstantExpected] string sql, object? values = null) => await RowsAsync<T>(sql, values);

    /// <returns>The only row, or the type's default (null for a record) when there is none.</returns>
    public async Task<T?> FindAsync<T>([ConstantExpected] string sql, object? values = null) => (await RowsAsync<T>(sql, values)).SingleOrDefault();

    /// <returns>The only row's only value. A count, a sum or a digest: something that is always there.</returns>
    public async Task<T> ValueAsync<T>([ConstantExpected] string sql, object? values = null) => (await RowsAsync<T>(sql, values)).Single();

    internal DbCommand Command(string sql, object? values)
    {
        var command = session.Statement(Statement.For(session.Dialect, sql));
        new Parameters(session.Dialect, values).AddTo(command);
        return command;
    }

    async Task<List<T>> RowsAsync<T>(string sql, object? values)
    {
        var rows = new List<T>();
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        if (rows is List<Guid> ids)
        {
            while (await reader.ReadAsync(Ct))
            {
                ids.Add(session.Dialect.Id(reader)); // tens of thousands at once: no box for each
            }
        }
        else if (await reader.ReadAsync(Ct))
        {
            var row = reader.GetRowParser(typeof(T)); // only now: SQLite knows the types of a row's values, not of its columns
            do
            {
                rows.Add(Rows.As<T>(row(reader)));
            }
            while (await reader.ReadAsync(Ct));
        }

        return rows;
    }
}
