using Belfry.Dispatch.Send;
using Belfry.Dispatch.Storage;
using Belfry.Kernel;

namespace Belfry.Dispatch;

/// <summary>
/// The ledger as the rooms above use it: open a dispatch in the change that approves it, freeze its recipients chunk by chunk, seal it,
/// stop it, look at it. Carriers are served by themselves from the first chunk on.
/// </summary>
public sealed class Dispatches(Db db, LedgerBell bell)
{
    /// <summary>Rows of one commit while freezing. No commit may hold the writer over 100 ms.</summary>
    public const int MostInChunk = 5_000;

    /// <summary>In the change that approves: the intent and what it binds are one commit.</summary>
    public static Task OpenAsync(Change change, DispatchOrder order) => DispatchStore.OpenAsync(change, order);

    /// <summary>Freezes one chunk in the caller's change, together with the caller's own place in its audience.</summary>
    /// <param name="chunk">At most <see cref="MostInChunk"/>; each recipient at most once per channel in the whole dispatch.</param>
    /// <returns>False when it is no longer being frozen: stopped or expired meanwhile.</returns>
    public static async Task<bool> AppendAsync(Change change, Guid dispatch, IReadOnlyList<FrozenRecipient> chunk)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chunk.Count, MostInChunk);
        return chunk.Count == 0 || await DispatchStore.AppendAsync(change, dispatch, chunk);
    }

    /// <summary>As <see cref="AppendAsync"/>, for a second look at people of whom some are frozen in it already: they are left out.</summary>
    public static async Task<bool> AppendNewAsync(Change change, Guid dispatch, IReadOnlyList<FrozenRecipient> chunk)
    {
        var frozen = (await DispatchStore.FrozenAsync(change, dispatch, [.. chunk.Select(one => one.Recipient).Distinct()])).ToHashSet();
        return await AppendAsync(change, dispatch, [.. chunk.Where(one => !frozen.Contains((one.Recipient, one.Channel)))]);
    }

    /// <summary>
    /// Fixes count and digest. When the count differs from the shown one by more than 1 % and 20, the dispatch is held and nothing more
    /// leaves until a person decides (<see cref="ReleaseAsync"/> or <see cref="StopAsync"/>).
    /// </summary>
    /// <returns>False when it was not being frozen any more.</returns>
    public static async Task<bool> SealAsync(Change change, Guid dispatch)
    {
        if (await DispatchStore.FindAsync(change, dispatch) is not { State: DispatchState.Freezing } row)
        {
            return false;
        }

        // Those who get nothing are frozen too, with the reason; what was shown is what would leave.
        var leaving = row.Frozen - (await DispatchStore.CountsAsync(change, dispatch)).Where(count => count.State == DeliveryState.Suppressed).Sum(count => count.Count);
        var apart = Math.Abs(leaving - row.Shown);
        var held = apart > 20 && apart * 100 > row.Shown;
        await DispatchStore.MoveAsync(change, dispatch, [DispatchState.Freezing], held ? DispatchState.Held : DispatchState.Sending, seals: true);
        change.Append(ChainName.AuditOf(row.Organisation), Milestone.Of(held ? "held" : "sealed", row with { State = DispatchState.Sending }));
        if (held)
        {
            change.Raise(row.Subject, new DispatchHeld(dispatch, row.Organisation, row.Subject, row.Shown, leaving));
        }

        return true;
    }

    /// <summary>A person has seen the other count and lets it go.</summary>
    public static async Task<Result<Done>> ReleaseAsync(Change change, Guid dispatch) =>
        await DispatchStore.MoveAsync(change, dispatch, [DispatchState.Held], DispatchState.Sending) ? Done.Value : LedgerProblems.NotHeld;

    /// <summary>Nothing more is handed over from the moment this commits; what is unsent is counted as stopped right after.</summary>
    public static async Task<Result<Done>> StopAsync(Change change, Guid dispatch)
    {
        if (await DispatchStore.MoveAsync(change, dispatch, [DispatchState.Freezing, DispatchState.Sending, DispatchState.Held], DispatchState.Stopped))
        {
            return Done.Value;
        }

        return await DispatchStore.FindAsync(change, dispatch) is { } row
            ? LedgerProblems.NotUnderWay.With(("state", row.State))
            : KernelProblems.NotFound;
    }

    /// <summary>Call after a change that opened, froze, released or stopped: a hint that makes the workers look at once.</summary>
    /// <param name="stopped">The dispatch that was stopped, so that carriers give back what waits in their windows.</param>
    public void Ring(Guid? stopped = null) => bell.Ring(stopped);

    public async Task<DispatchProgress?> ProgressAsync(Viewer viewer, Guid dispatch, CancellationToken ct) =>
        await db.ReadAsync(viewer, reading => ProgressAsync(reading, dispatch), ct);

    public static async Task<DispatchProgress?> ProgressAsync(Reading reading, Guid dispatch) =>
        await DispatchStore.FindAsync(reading, dispatch) is { } row
            ? new DispatchProgress(row.Id, row.State, row.Class, row.Frozen, row.Shown, row.IsSealed, row.Opened, row.Ended, row.Expires, await DispatchStore.CountsAsync(reading, dispatch))
            : null;

    /// <summary>For the map. Reads every delivery: ask every two seconds at most.</summary>
    public Task<IReadOnlyList<MunicipalityCount>> ByMunicipalityAsync(Viewer viewer, Guid dispatch, CancellationToken ct) =>
        db.ReadAsync(viewer, reading => DispatchStore.ByMunicipalityAsync(reading, dispatch), ct);

    /// <summary>
    /// Blanks the addresses of people who asked to be forgotten, in dispatches that have ended; what was sent and how it ended stays counted.
    /// At most <paramref name="most"/> dispatches a call: no commit may hold the writer long.
    /// </summary>
    /// <param name="since">Dispatches opened before it can't name them.</param>
    /// <param name="after">The last dispatch looked at; empty at first.</param>
    /// <returns>The last dispatch looked at; null when none was left. A dispatch under way still needs its addresses: ask again later.</returns>
    public static Task<Guid?> ForgetAsync(Change change, IReadOnlyList<Guid> recipients, DateTimeOffset since, Guid after, long most) =>
        DispatchStore.ForgetAsync(change, recipients, since, after, most);

    /// <summary>Whether a dispatch opened before <paramref name="instant"/> is under way.</summary>
    public static Task<bool> UnderWayAsync(Reading reading, DateTimeOffset instant) => DispatchStore.UnderWayAsync(reading, instant);

    /// <summary>Who was frozen, page by page, for a correction to exactly them. Suppressed and forgotten ones are left out.</summary>
    /// <param name="after">Number of the last one had; 0 at first.</param>
    /// <returns>Number of the last row read (null at the end) and the recipients.</returns>
    public static async Task<(long? Last, IReadOnlyList<FrozenRecipient> Recipients)> RecipientsAsync(Reading reading, Guid dispatch, ChannelKind channel, long after, long most)
    {
        var rows = await DispatchStore.RecipientsAsync(reading, dispatch, channel, after, most);
        return (rows.Count == 0 ? null : rows[^1].Number,
            [.. rows.Where(row => row.State != DeliveryState.Suppressed && row.Address.Length > 0).Select(row => new FrozenRecipient(row.Id, row.Channel, row.Address, row.Language, row.Municipality))]);
    }
}
