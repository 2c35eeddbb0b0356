using Belfry.Dispatch.Send;
using Belfry.Kernel;

namespace Belfry.Dispatch.Storage;

/// <summary>Statements about deliveries on their way. Each guards with the state and the node: a node that was taken for dead changes nothing.</summary>
static class DeliveryStore
{
    public sealed record Claimed(long Number, Guid Recipient, byte[] Address, Language Language, long Tries);

    public sealed record Part(string CarrierId, Guid Dispatch, ChannelKind Channel, long Number, long Ordinal);

    public sealed record Early(string CarrierId, ReceiptState State, string Error);

    sealed record LaneRow(long Next, long Last);

    sealed record Run(long First, long Last, IReadOnlyList<long> Numbers);

    // A range is found by the key whatever the statistics say; of a list the planner thinks better to read the whole dispatch, row by row.
    static IEnumerable<Run> Runs(IReadOnlyList<long> numbers)
    {
        const long Gap = 200;
        long[] sorted = [.. numbers.Order()];
        for (var (start, at) = (0, 1); at <= sorted.Length; at++)
        {
            if (at == sorted.Length || sorted[at] - sorted[at - 1] > Gap)
            {
                yield return new Run(sorted[start], sorted[at - 1], sorted[start..at]);
                start = at;
            }
        }
    }

    /// <summary>Takes the next numbers of a lane for this node.</summary>
    public static async Task<IReadOnlyList<Claimed>> ClaimAsync(Change change, Tally tally, Guid dispatch, ChannelKind channel, Guid node, long most)
    {
        var lane = await change.FindAsync<LaneRow>("select next, last from dispatch_lane where dispatch = @dispatch and channel = @channel {for update}", new { dispatch, channel });
        if (lane is null || lane.Next > lane.Last)
        {
            return [];
        }

        var end = Math.Min(lane.Last, lane.Next + most - 1);
        await change.ExecuteAsync("update dispatch_lane set next = @end + 1 where dispatch = @dispatch and channel = @channel", new { dispatch, channel, end });
        var claimed = await change.QueryAsync<Claimed>(
            """
            update delivery set state = 'Claimed', node = @node, changed = @now
            where dispatch = @dispatch and channel = @channel and number between @start and @end and state = 'Ready'
            returning number, recipient, address, language, tries
            """,
            new { dispatch, channel, start = lane.Next, end, node, now = change.Now });
        tally.Move(dispatch, channel, DeliveryState.Ready, DeliveryState.Claimed, claimed.Count);
        return [.. claimed.OrderBy(row => row.Number)];
    }

    /// <summary>Committed before a byte leaves; refused for a dispatch that may not send any more.</summary>
    /// <returns>The numbers that may go.</returns>
    public static async Task<IReadOnlyList<long>> HandAsync(Change change, Tally tally, Guid dispatch, ChannelKind channel, Guid node, IReadOnlyList<long> numbers)
    {
        var handed = new List<long>(numbers.Count);
        foreach (var run in Runs(numbers))
        {
            handed.AddRange(await change.QueryAsync<long>(
                """
                update delivery set state = 'Handing', tries = tries + 1, changed = @now
                where dispatch = @dispatch and channel = @channel and number between @First and @Last and number {in Numbers} and state = 'Claimed' and node = @node
                  and exists (select 1 from dispatch where id = @dispatch and state in ('Freezing', 'Sending') and expires > @now)
                returning number
                """,
                new { dispatch, channel, run.First, run.Last, run.Numbers, node, now = change.Now }));
        }

        tally.Move(dispatch, channel, DeliveryState.Claimed, DeliveryState.Handing, handed.Count);
        return handed;
    }

    /// <summary>
    /// What became of deliveries in hand: handed, failed, unknown, or back in the claim of this node. Back means the carrier said it has
    /// it not: that was no try whose end is open, and does not count against the tries of <see cref="ResendUnknownAsync"/>.
    /// </summary>
    /// <returns>How many: fewer than asked when this was written down before.</returns>
    public static async Task<long> SettleAsync(Change change, Tally tally, Guid dispatch, ChannelKind channel, Guid node, IReadOnlyList<long> numbers, DeliveryState to, string error, long parts)
    {
        var moved = 0L;
        foreach (var run in Runs(numbers))
        {
            moved += await change.ExecuteAsync(
                """
                update delivery set state = @to, error = @error, parts = @parts, tries = tries - case when @to = 'Claimed' then 1 else 0 end, changed = @now
                where dispatch = @dispatch and channel = @channel and number between @First and @Last and number {in Numbers} and state = 'Handing' and node = @node
                """,
                new { dispatch, channel, run.First, run.Last, run.Numbers, to, error, parts, node, now = change.Now });
        }

        tally.Move(dispatch, channel, DeliveryState.Handing, to, moved);
        return moved;
    }

    /// <summary>A late word about something unknown or handed, by a receipt or a late answer.</summary>
    public static async Task CorrectAsync(Change change, Tally tally, Guid dispatch, ChannelKind channel, IReadOnlyList<long> numbers, DeliveryState from, DeliveryState to, string error)
    {
        var moved = 0L;
        foreach (var run in Runs(numbers))
        {
            moved += await change.ExecuteAsync(
                """
                update delivery set state = @to, error = @error, changed = @now
                where dispatch = @dispatch and channel = @channel and number between @First and @Last and number {in Numbers} and state = @from
                """,
                new { dispatch, channel, run.First, run.Last, run.Numbers, from, to, error, now = change.Now });
        }

        tally.Move(dispatch, channel, from, to, moved);
    }

    /// <param name="anew">False when some may be there already: the commit that wrote them was not known to have been one.</param>
    public static async Task AddPartsAsync(Change change, string route, IReadOnlyList<Part> parts, bool anew)
    {
        if (anew)
        {
            await change.InsertManyAsync(
                "handed_part", ["route", "carrier_id", "dispatch", "channel", "number", "part", "state"],
                parts.Select(part => new object?[] { route, part.CarrierId, part.Dispatch, part.Channel, part.Number, part.Ordinal, ReceiptState.Enroute }));
            return;
        }

        await change.ExecuteManyAsync(
            """
            insert into handed_part (route, carrier_id, dispatch, channel, number, part, state)
            values (@route, @CarrierId, @Dispatch, @Channel, @Number, @Ordinal, @state) on conflict (route, carrier_id, dispatch, number, part) do nothing
            """,
            parts.Select(part => new { route, part.CarrierId, part.Dispatch, part.Channel, part.Number, part.Ordinal, state = ReceiptState.Enroute }));
    }

    /// <summary>Back in the claim: marked as being handed over by a commit that failed or was in doubt, and never given to the carrier.</summary>
    public static async Task TakeUpAgainAsync(Change change, Tally tally, Guid dispatch, ChannelKind channel, Guid node, IReadOnlyList<long> numbers)
    {
        var back = await change.ExecuteAsync(
            """
            update delivery set state = 'Claimed', tries = tries - 1, changed = @now
            where dispatch = @dispatch and channel = @channel and number {in numbers} and state = 'Handing' and node = @node
            """,
            new { dispatch, channel, numbers, node, now = change.Now });
        tally.Move(dispatch, channel, DeliveryState.Handing, DeliveryState.Claimed, back);
    }

    /// <summary>Which of them the ledger says this node has in its claim.</summary>
    public static Task<IReadOnlyList<long>> StillClaimedAsync(Reading reading, Guid dispatch, ChannelKind channel, Guid node, IReadOnlyList<long> numbers) => reading.QueryAsync<long>(
        "select number from delivery where dispatch = @dispatch and channel = @channel and number {in numbers} and state = 'Claimed' and node = @node",
        new { dispatch, channel, numbers, node });

    public sealed record FoundPart(string CarrierId, Guid Dispatch, ChannelKind Channel, long Number, long Part, long Parts, DeliveryState State);

    public static Task<IReadOnlyList<FoundPart>> FindPartsAsync(Reading reading, string route, IReadOnlyList<string> ids) => reading.QueryAsync<FoundPart>(
        """
        select p.carrier_id, p.dispatch, p.channel, p.number, p.part, d.parts, d.state
        from handed_part p join delivery d on d.dispatch = p.dispatch and d.channel = p.channel and d.number = p.number
        where p.route = @route and p.carrier_id {in ids}
        """,
        new { route, ids });

    sealed record Arrival(long Arrived, long Parts);

    /// <summary>One part arrived; when it is the last, so has the message. A receipt that comes twice counts once.</summary>
    public static async Task<bool> ArriveAsync(Change change, string route, FoundPart part)
    {
        var first = await change.ExecuteAsync(
            """
            update handed_part set state = 'Delivered'
            where route = @route and carrier_id = @CarrierId and dispatch = @Dispatch and number = @Number and part = @Part and state <> 'Delivered'
            """,
            new { route, part.CarrierId, part.Dispatch, part.Number, part.Part });
        if (first == 0)
        {
            return false;
        }

        var arrival = await change.FindAsync<Arrival>(
            "update delivery set arrived = arrived + 1 where dispatch = @Dispatch and channel = @Channel and number = @Number returning arrived, parts",
            new { part.Dispatch, part.Channel, part.Number });
        return arrival is not null && arrival.Arrived >= arrival.Parts;
    }

    public static Task KeepEarlyAsync(Change change, string route, CarrierReport.Receipt receipt) => change.ExecuteAsync(
        """
        insert into early_receipt (route, carrier_id, state, error, at) values (@route, @CarrierId, @State, @Error, @At)
        on conflict (route, carrier_id) do update set state = @State, error = @Error, at = @At
        """,
        new { route, receipt.CarrierId, receipt.State, receipt.Error, receipt.At });

    public static Task<IReadOnlyList<Early>> TakeEarlyAsync(Change change, string route, IReadOnlyList<string> ids) => change.QueryAsync<Early>(
        "delete from early_receipt where route = @route and carrier_id {in ids} returning carrier_id, state, error", new { route, ids });

    public static Task<long> EarlyCountAsync(Reading reading, string route) => reading.ValueAsync<long>("select count(*) from early_receipt where route = @route", new { route });

    sealed record Returned(ChannelKind Channel, long Number);

    /// <summary>What dead nodes held: claimed goes back to ready, handing is unknown. The lanes turn back to the first of them.</summary>
    public static async Task<long> TakeBackAsync(Change change, Guid dispatch, IReadOnlyList<Guid> dead)
    {
        var unknown = await change.ExecuteAsync(
            "update delivery set state = 'Unknown', error = 'the program died while handing it over', changed = @now where dispatch = @dispatch and state = 'Handing' and node {uuid dead}",
            new { dispatch, dead, now = change.Now });
        var back = await change.QueryAsync<Returned>(
            "update delivery set state = 'Ready', node = null, changed = @now where dispatch = @dispatch and state = 'Claimed' and node {uuid dead} returning channel, number",
            new { dispatch, dead, now = change.Now });
        await TurnBackAsync(change, dispatch, back.Select(row => (row.Channel, row.Number)));
        return unknown + back.Count;
    }

    /// <summary>Unknown ones go once more, marked: for danger to life twice is better than never.</summary>
    public static async Task<long> ResendUnknownAsync(Change change, Guid dispatch, long mostTries)
    {
        var again = await change.QueryAsync<Returned>(
            """
            update delivery set state = 'Ready', node = null, maybe_twice = @yes, changed = @now
            where dispatch = @dispatch and state = 'Unknown' and tries < @mostTries returning channel, number
            """,
            new { dispatch, mostTries, yes = true, now = change.Now });
        await TurnBackAsync(change, dispatch, again.Select(row => (row.Channel, row.Number)));
        return again.Count;
    }

    static async Task TurnBackAsync(Change change, Guid dispatch, IEnumerable<(ChannelKind Channel, long Number)> rows)
    {
        foreach (var lane in rows.GroupBy(row => row.Channel))
        {
            var first = lane.Min(row => row.Number);
            await change.ExecuteAsync(
                "update dispatch_lane set next = case when next < @first then next else @first end where dispatch = @dispatch and channel = @channel",
                new { dispatch, channel = lane.Key, first });
        }
    }
}
