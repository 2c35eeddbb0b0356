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
    public async Task<IReadOnlyList<T>> QueryAsync<T>([ConstantExpected] string sql, object? values = null) =>
        (await session.Connection.QueryAsync<T>(Command(sql, values))).AsList();

    /// <returns>The only row, or the type's default (null for a record) when there is none.</returns>
    public Task<T?> FindAsync<T>([ConstantExpected] string sql, object? values = null) =>
        session.Connection.QuerySingleOrDefaultAsync<T>(Command(sql, values));

    /// <returns>The only row's only value. A count, a sum or a digest: something that is always there.</returns>
    public Task<T> ValueAsync<T>([ConstantExpected] string sql, object? values = null) => session.Connection.QuerySingleAsync<T>(Command(sql, values));

    internal CommandDefinition Command(string sql, object? values) =>
        new(Statement.For(session.Dialect, sql), new Parameters(session.Dialect, values), session.Transaction, cancellationToken: Ct);
}
