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
        var handed = await change.QueryAsync<long>(
            """
            update delivery set state = 'Handing', tries = tries + 1, changed = @now
            where dispatch = @dispatch and channel = @channel and number {in numbers} and state = 'Claimed' and node = @node
              and exists (select 1 from dispatch where id = @dispatch and state in ('Freezing', 'Sending') and expires > @now)
            returning number
            """,
            new { dispatch, channel, numbers, node, now = change.Now });
        tally.Move(dispatch, channel, DeliveryState.Claimed, DeliveryState.Handing, handed.Count);
        return handed;
    }

    /// <summary>What became of deliveries in hand: handed, failed, unknown, or back in the claim of this node.</summary>
    public static async Task SettleAsync(Change change, Tally tally, Guid dispatch, ChannelKind channel, Guid node, IReadOnlyList<long> numbers, DeliveryState to, string error, long parts)
    {
        var moved = await change.ExecuteAsync(
            """
            update delivery set state = @to, error = @error, parts = @parts, changed = @now
            where dispatch = @dispatch and channel = @channel and number {in numbers} and state = 'Handing' and node = @node
            """,
            new { dispatch, channel, numbers, to, error, parts, node, now = change.Now });
        tally.Move(dispatch, channel, DeliveryState.Handing, to, moved);
    }

    /// <summary>A late word about something unknown or handed, by a receipt or a late answer.</summary>
    public static async Task CorrectAsync(Change change, Tally tally, Guid dispatch, ChannelKind channel, IReadOnlyList<long> numbers, DeliveryState from, DeliveryState to, string error)
    {
        var moved = await change.ExecuteAsync(
            "update delivery set state = @to, error = @error, changed = @now where dispatch = @dispatch and channel = @channel and number {in numbers} and state = @from",
            new { dispatch, channel, numbers, from, to, error, now = change.Now });
        tally.Move(dispatch, channel, from, to, moved);
    }

    public static Task AddPartsAsync(Change change, string route, IEnumerable<Part> parts) => change.InsertManyAsync(
        "handed_part", ["route", "carrier_id", "dispatch", "channel", "number", "part", "state"],
        parts.Select(part => new object?[] { route, part.CarrierId, part.Dispatch, part.Channel, part.Number, part.Ordinal, ReceiptState.Enroute }));

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
