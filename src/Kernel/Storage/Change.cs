using System.Diagnostics.CodeAnalysis;

namespace Belfry.Kernel;

/// <summary>A write under way. Everything done through it commits together with its audit entry, chain entries and events, or not at all.</summary>
public sealed class Change : Reading
{
    readonly EventRegister events;
    readonly List<ChainAppend> appends = [];
    readonly List<RaisedEvent> raised = [];
    readonly SortedDictionary<string, object> notes = new(StringComparer.Ordinal);

    internal Change(Session session, Act act, Clock clock, EventRegister events, CancellationToken ct)
        : base(session, act.Who, ct) => (Act, Now, this.events) = (act, clock.Now, events);

    public Act Act { get; }

    /// <summary>One instant for the whole change.</summary>
    public DateTimeOffset Now { get; }

    internal bool RaisedAny => raised.Count > 0;

    /// <returns>How many rows it touched. Guard with the old state: zero rows is a refusal, not success.</returns>
    public async Task<long> ExecuteAsync([ConstantExpected] string sql, object? values = null)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(Ct);
    }

    /// <summary>The same statement for many rows, prepared once.</summary>
    public async Task<long> ExecuteManyAsync([ConstantExpected] string sql, IEnumerable<object> rows)
    {
        var touched = 0L;
        foreach (var row in rows)
        {
            touched += await ExecuteAsync(sql, row);
        }

        return touched;
    }

    /// <summary>Many rows into one table: arrays on PostgreSQL, a prepared loop on SQLite.</summary>
    /// <param name="rows">One value per column, each of a type that both databases store.</param>
    public Task InsertManyAsync([ConstantExpected] string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows) =>
        Session.Dialect.InsertManyAsync(Session, table, columns, rows, Ct);

    /// <summary>Adds a fact to the audit entry of this change: a string, a whole number or a yes/no.</summary>
    public void Note(string name, object value) => notes[name] = value;

    /// <summary>An entry for <paramref name="chain"/>. Its number is known only when the heads are locked, just before the commit.</summary>
    /// <param name="numbered">Runs then, in the same change, with the entry's number and hash; null when nobody needs it.</param>
    public void Append(ChainName chain, ChainEntryDraft entry, Func<long, Task>? numbered = null) => appends.Add(new ChainAppend(chain, entry, numbered));

    /// <summary>Tells the rooms above. Handlers run after the commit, each in its own change, in order per subject.</summary>
    /// <param name="subject">What it is about, as kind and id; order is kept per handler and subject.</param>
    public void Raise<T>(string subject, T happened)
        where T : IEvent => raised.Add(events.Describe(subject, happened, Viewer.Organisation, Now));

    internal async Task SealAsync()
    {
        if (!Viewer.IsProgram)
        {
            Append(ChainName.AuditOf(Viewer.Organisation), AuditEntry.For(Act, notes));
        }

        await EventStore.InsertAsync(this, raised);
        await ChainStore.AppendAsync(this, appends);
    }
}
