using System.Diagnostics.CodeAnalysis;

namespace Belfry.Kernel;

/// <summary>
/// One database: what is true. There are two ways in and no other: <see cref="ReadAsync"/> for a consistent look,
/// <see cref="ChangeAsync"/> for a write in which rows, audit, chains and events commit together or not at all.
/// </summary>
public sealed class Db : IAsyncDisposable
{
    readonly Dialect dialect;
    readonly Clock clock;
    readonly EventRegister events;

    Db(string name, Dialect dialect, Clock clock, EventRegister events) =>
        (Name, this.dialect, this.clock, this.events) = (name, dialect, clock, events);

    public string Name { get; }

    public DatabaseKind Kind => dialect.Kind;

    public Clock Clock => clock;

    /// <summary>Opens the database, brings its tables up to date and refuses to run on settings that can lose an acknowledged write.</summary>
    /// <param name="modules">In reference order; Kernel's own scripts come first without being named.</param>
    /// <exception cref="WeakStorageException">The server or file is set to acknowledge before it is safe.</exception>
    public static async Task<Db> OpenAsync(
        DatabaseSettings settings, IReadOnlyList<MigrationSource> modules, EventRegister events, Clock clock, CancellationToken ct)
    {
        Rows.Register();
        Dialect dialect = settings.Kind == DatabaseKind.Sqlite ? new SqliteDialect(settings) : new PostgresDialect(settings);
        try
        {
            await dialect.PrepareAsync([new MigrationSource("Kernel", typeof(Db).Assembly), .. modules], ct);
            return new Db(settings.Name, dialect, clock, events);
        }
        catch
        {
            await dialect.DisposeAsync();
            throw;
        }
    }

    /// <summary>A consistent look at what <paramref name="viewer"/> may see. Always on the primary: decisions never read a replica.</summary>
    public async Task<T> ReadAsync<T>(Viewer viewer, Func<Reading, Task<T>> read, CancellationToken ct)
    {
        await using var session = await dialect.BeginReadAsync(viewer, ct);
        var found = await read(new Reading(session, viewer, ct));
        await session.CommitAsync(ct);
        return found;
    }

    /// <summary>
    /// One change under one heading. A body that ends in problems is rolled back whole. The body may run again after a
    /// deadlock, so it touches nothing but the database: commit the intent, then touch the world, then record what happened.
    /// </summary>
    /// <exception cref="StorageFullException">No room: nothing was changed.</exception>
    public async Task<Result<T>> ChangeAsync<T>(Act act, Func<Change, Task<Result<T>>> body, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var session = await dialect.BeginChangeAsync(act.Who, ct);
                var change = new Change(session, act, clock, events, ct);
                var result = await body(change);
                if (!result.Ok)
                {
                    await session.RollbackAsync();
                    return result;
                }

                await change.SealAsync();
                await session.CommitAsync(ct);
                events.Wake(Name, change.RaisedAny);
                return result;
            }
            catch (Exception fault) when (attempt < 4 && dialect.MayRetry(fault))
            {
                await clock.DelayAsync(TimeSpan.FromMilliseconds(5 * attempt * attempt), ct);
            }
            catch (Exception fault) when (dialect.IsFull(fault))
            {
                throw new StorageFullException(Name, fault);
            }
        }
    }

    /// <summary>As <see cref="ChangeAsync{T}"/>, for a body that has no refusals.</summary>
    public async Task ChangeAsync(Act act, Func<Change, Task> body, CancellationToken ct) =>
        await ChangeAsync<Done>(act, async change =>
        {
            await body(change);
            return Done.Value;
        }, ct);

    /// <summary>A copy of the whole database as one file, taken while it is in use. SQLite only.</summary>
    /// <exception cref="NotSupportedException">PostgreSQL has its own tools for this.</exception>
    public Task BackupAsync(string path, CancellationToken ct) => dialect.BackupAsync(path, ct);

    public ValueTask DisposeAsync() => dialect.DisposeAsync();
}

/// <summary>The database is set to acknowledge writes that a power cut would lose. Belfry does not run on it.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Made here only, always with its finding.")]
public sealed class WeakStorageException(string database, string finding)
    : Exception($"{database}: {finding}. Belfry does not run on storage that can lose an acknowledged write.");

/// <summary>The disk is full. Nothing of the change remains; it can be tried again when there is room.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Made here only, always with its database.")]
public sealed class StorageFullException(string database, Exception cause) : Exception($"{database}: no room left; the change was refused whole.", cause);
