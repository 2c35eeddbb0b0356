using System.Security.Cryptography;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Dispatch.Storage;

/// <summary>Statements about whole dispatches: open, freeze, seal, stop, count.</summary>
static class DispatchStore
{
    public sealed record Row(
        Guid Id, Guid Organisation, string Subject, MessageClass Class, DispatchState State, long Shown, long Frozen, byte[] Digest, bool IsSealed,
        DateTimeOffset Expires, DateTimeOffset Opened, DateTimeOffset? Ended, long Told);

    public sealed record Text(Guid Dispatch, ChannelKind Channel, Language Language, string Title, string Body, long Segments);

    public sealed record Lane(Guid Dispatch, ChannelKind Channel, long Next, long Last);

    public sealed record Recipient(long Number, Guid Id, ChannelKind Channel, byte[] Address, Language Language, string Municipality, DeliveryState State);

    public static async Task OpenAsync(Change change, DispatchOrder order)
    {
        await change.ExecuteAsync(
            """
            insert into dispatch (id, organisation, subject, class, state, shown, frozen, digest, is_sealed, expires, opened, ended, told)
            values (@Id, @Organisation, @Subject, @Class, @state, @Shown, 0, @digest, @no, @Expires, @now, null, 0)
            """,
            new { order.Id, order.Organisation, order.Subject, order.Class, state = DispatchState.Freezing, order.Shown, digest = new byte[32], no = false, order.Expires, now = change.Now });
        await change.ExecuteManyAsync(
            "insert into dispatch_text (dispatch, channel, language, title, body, segments) values (@dispatch, @Channel, @Language, @Title, @Body, @Segments)",
            order.Texts.Select(text => new { dispatch = order.Id, text.Channel, text.Language, text.Title, text.Body, text.Segments }));
    }

    public static Task<Row?> FindAsync(Reading reading, Guid id) => reading.FindAsync<Row>(
        "select id, organisation, subject, class, state, shown, frozen, digest, is_sealed, expires, opened, ended, told from dispatch where id = @id", new { id });

    public static Task<IReadOnlyList<Row>> ActiveAsync(Reading reading) => reading.QueryAsync<Row>(
        """
        select id, organisation, subject, class, state, shown, frozen, digest, is_sealed, expires, opened, ended, told
        from dispatch where ended is null and state in ('Freezing', 'Sending', 'Held') order by opened
        """);

    /// <summary>What the bookkeeper has to look at: not ended yet.</summary>
    public static Task<IReadOnlyList<Row>> UnendedAsync(Reading reading) => reading.QueryAsync<Row>(
        """
        select id, organisation, subject, class, state, shown, frozen, digest, is_sealed, expires, opened, ended, told
        from dispatch where ended is null order by opened
        """);

    /// <summary>Where a dead node may have left rows.</summary>
    public static Task<IReadOnlyList<Row>> UnsettledAsync(Reading reading) => UnendedAsync(reading);

    public static async Task<bool> EndAsync(Change change, Guid id, DispatchState was, DispatchState to) => await change.ExecuteAsync(
        "update dispatch set state = @to, ended = @now where id = @id and state = @was and ended is null", new { id, was, to, now = change.Now }) == 1;

    public static Task ToldAsync(Change change, Guid id, long settled) => change.ExecuteAsync("update dispatch set told = @settled where id = @id", new { id, settled });

    public static Task<IReadOnlyList<Text>> TextsAsync(Reading reading, Guid dispatch) => reading.QueryAsync<Text>(
        "select dispatch, channel, language, title, body, segments from dispatch_text where dispatch = @dispatch", new { dispatch });

    /// <summary>Freezes one chunk: rows, lanes, counts and the running digest, in the caller's change.</summary>
    /// <returns>False when the dispatch is no longer being frozen.</returns>
    public static async Task<bool> AppendAsync(Change change, Guid dispatch, IReadOnlyList<FrozenRecipient> chunk)
    {
        var row = await change.FindAsync<Row>(
            "select id, organisation, subject, class, state, shown, frozen, digest, is_sealed, expires, opened, ended, told from dispatch where id = @dispatch {for update}", new { dispatch });
        if (row is not { State: DispatchState.Freezing })
        {
            return false;
        }

        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(row.Digest);
        foreach (var lane in chunk.GroupBy(one => one.Channel))
        {
            var last = await change.FindAsync<long?>("select last from dispatch_lane where dispatch = @dispatch and channel = @channel", new { dispatch, channel = lane.Key }) ?? 0;
            var number = last;
            await change.InsertManyAsync(
                "delivery",
                ["dispatch", "channel", "number", "organisation", "recipient", "address", "language", "municipality", "state", "node", "tries", "parts", "arrived", "maybe_twice", "error", "changed"],
                lane.Select(one =>
                {
                    Stamp(digest, one);
                    return new object?[]
                    {
                        dispatch, one.Channel, ++number, row.Organisation, one.Recipient, one.Address, one.Language, one.Municipality,
                        one.Suppressed.Length > 0 ? DeliveryState.Suppressed : DeliveryState.Ready, null, 0L, 1L, 0L, false, one.Suppressed, change.Now,
                    };
                }));
            await change.ExecuteAsync(
                """
                insert into dispatch_lane (dispatch, channel, next, last) values (@dispatch, @channel, 1, @number)
                on conflict (dispatch, channel) do update set last = @number
                """,
                new { dispatch, channel = lane.Key, number });
            var suppressed = lane.Count(one => one.Suppressed.Length > 0);
            await TallyAsync(change, dispatch, lane.Key, DeliveryState.Ready, number - last - suppressed); // in the order of states, as everybody does
            await TallyAsync(change, dispatch, lane.Key, DeliveryState.Suppressed, suppressed);
        }

        await change.ExecuteAsync(
            "update dispatch set frozen = frozen + @count, digest = @digest where id = @dispatch", new { dispatch, count = chunk.Count, digest = digest.GetHashAndReset() });
        return true;
    }

    static void Stamp(IncrementalHash digest, FrozenRecipient one)
    {
        Span<byte> bytes = stackalloc byte[17];
        one.Recipient.TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[16] = (byte)one.Channel;
        digest.AppendData(bytes);
    }

    public static Task TallyAsync(Change change, Guid dispatch, ChannelKind channel, DeliveryState state, long delta) => delta == 0 ? Task.CompletedTask : change.ExecuteAsync(
        """
        insert into dispatch_tally (dispatch, channel, state, count) values (@dispatch, @channel, @state, @delta)
        on conflict (dispatch, channel, state) do update set count = dispatch_tally.count + @delta
        """,
        new { dispatch, channel, state, delta });

    /// <returns>False when it was not in one of those states.</returns>
    public static async Task<bool> MoveAsync(Change change, Guid id, IReadOnlyList<DispatchState> from, DispatchState to, bool seals = false) =>
        await change.ExecuteAsync(
            """
            update dispatch set state = @to, is_sealed = case when @seals then @yes else is_sealed end
            where id = @id and state {in from}
            """,
            new { id, from, to, seals, yes = true }) == 1;

    public static Task<IReadOnlyList<DeliveryCount>> CountsAsync(Reading reading, Guid dispatch) => reading.QueryAsync<DeliveryCount>(
        "select channel, state, count from dispatch_tally where dispatch = @dispatch and count <> 0 order by channel, state", new { dispatch });

    public static Task<IReadOnlyList<MunicipalityCount>> ByMunicipalityAsync(Reading reading, Guid dispatch) => reading.QueryAsync<MunicipalityCount>(
        "select municipality, state, count(*) as count from delivery where dispatch = @dispatch group by municipality, state", new { dispatch });

    public static Task<IReadOnlyList<Recipient>> RecipientsAsync(Reading reading, Guid dispatch, ChannelKind channel, long after, long most) => reading.QueryAsync<Recipient>(
        """
        select number, recipient as id, channel, address, language, municipality, state
        from delivery where dispatch = @dispatch and channel = @channel and number > @after order by number limit @most
        """,
        new { dispatch, channel, after, most });

    sealed record FrozenRow(Guid Recipient, ChannelKind Channel);

    public static async Task<IEnumerable<(Guid Recipient, ChannelKind Channel)>> FrozenAsync(Reading reading, Guid dispatch, IReadOnlyList<Guid> recipients) =>
        (await reading.QueryAsync<FrozenRow>("select recipient, channel from delivery where dispatch = @dispatch and recipient {uuid recipients}", new { dispatch, recipients }))
            .Select(row => (row.Recipient, row.Channel));

    public static async Task<Guid?> ForgetAsync(Change change, IReadOnlyList<Guid> recipients, DateTimeOffset since, Guid after, long most)
    {
        var ended = await change.QueryAsync<Guid>(
            "select id from dispatch where opened >= @since and ended is not null and id > @after order by id limit @most", new { since, after, most });
        if (ended.Count == 0)
        {
            return null;
        }

        await change.ExecuteAsync(
            "update delivery set address = @none where dispatch {uuid ended} and recipient {uuid recipients}", new { ended, recipients, none = Array.Empty<byte>() });
        return ended[^1];
    }

    public static async Task<bool> UnderWayAsync(Reading reading, DateTimeOffset instant) =>
        await reading.ValueAsync<long>("select count(*) from dispatch where ended is null and opened < @instant", new { instant }) > 0;

    public static Task<IReadOnlyList<Lane>> LanesAsync(Reading reading, Guid dispatch) => reading.QueryAsync<Lane>(
        "select dispatch, channel, next, last from dispatch_lane where dispatch = @dispatch order by channel", new { dispatch });

    /// <summary>Unsent rows of a dispatch that has ended, moved to <paramref name="to"/> a chunk at a time.</summary>
    /// <returns>How many; 0 when none are left.</returns>
    public static async Task<long> SweepAsync(Change change, Guid dispatch, DeliveryState to, long most)
    {
        var swept = await change.QueryAsync<SweptRow>(
            """
            update delivery set state = @to, node = null, changed = @now
            where dispatch = @dispatch and (channel, number) in (
                select channel, number from delivery where dispatch = @dispatch and state in ('Ready', 'Claimed') order by channel, number limit @most)
              and state in ('Ready', 'Claimed')
            returning channel
            """,
            new { dispatch, to, now = change.Now, most });
        foreach (var channel in swept.GroupBy(row => row.Channel))
        {
            await RecountAsync(change, dispatch, channel.Key);
        }

        return swept.Count;
    }

    sealed record SweptRow(ChannelKind Channel);

    sealed record StateCount(DeliveryState State, long Count);

    // After a sweep the old state of each row is not known any more: count anew. Sweeps are rare. Every row is held before counting, in the
    // order in which senders write them: what they have written is then counted, what they write later comes on top.
    public static async Task RecountAsync(Change change, Guid dispatch, ChannelKind channel)
    {
        foreach (var state in Enum.GetValues<DeliveryState>())
        {
            await change.ExecuteAsync(
                """
                insert into dispatch_tally (dispatch, channel, state, count) values (@dispatch, @channel, @state, 0)
                on conflict (dispatch, channel, state) do update set count = dispatch_tally.count
                """,
                new { dispatch, channel, state });
        }

        var counted = await change.QueryAsync<StateCount>(
            "select state, count(*) as count from delivery where dispatch = @dispatch and channel = @channel group by state", new { dispatch, channel });
        foreach (var state in Enum.GetValues<DeliveryState>())
        {
            var count = counted.FirstOrDefault(row => row.State == state)?.Count ?? 0;
            await change.ExecuteAsync(
                "update dispatch_tally set count = @count where dispatch = @dispatch and channel = @channel and state = @state", new { dispatch, channel, state, count });
        }
    }
}
