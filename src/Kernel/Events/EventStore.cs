namespace Belfry.Kernel;

sealed record OwedDelivery(Guid Event, string Handler, string Subject, long Number, long Tries, string Kind, string Body);

static class EventStore
{
    public static async Task InsertAsync(Change change, List<RaisedEvent> raised)
    {
        // Subjects in order, so that two changes about the same two things do not wait for each other.
        foreach (var happened in raised.OrderBy(one => one.Subject, StringComparer.Ordinal))
        {
            if (happened.Handlers.Count == 0)
            {
                continue; // nobody asked
            }

            // Locks the subject until the commit: numbers are in commit order per subject.
            var number = await change.ValueAsync<long>(
                "insert into event_subject (subject, last) values (@subject, 1) on conflict (subject) do update set last = event_subject.last + 1 returning last",
                new { subject = happened.Subject });
            await change.ExecuteAsync(
                "insert into event (id, kind, subject, number, organisation, at, body) values (@id, @kind, @subject, @number, @organisation, @at, @body)",
                new { id = happened.Id, kind = happened.Kind, subject = happened.Subject, number, organisation = happened.Organisation, at = happened.At, body = happened.Body });
            foreach (var handler in happened.Handlers)
            {
                await change.ExecuteAsync(
                    """
                    insert into event_delivery (event, handler, subject, number, due, tries, parked, why, until)
                    values (@id, @handler, @subject, @number, @at, 0, @no, '', @at)
                    """,
                    new { id = happened.Id, handler, subject = happened.Subject, number, at = happened.At, no = false });
            }
        }
    }

    /// <summary>The next owed delivery, leased until <paramref name="until"/>: the oldest of its subject, for one of these handlers.</summary>
    public static async Task<OwedDelivery?> ClaimAsync(Change change, IReadOnlyList<string> handlers, DateTimeOffset until)
    {
        var next = await change.FindAsync<OwedDelivery>(
            """
            select d.event, d.handler, d.subject, d.number, d.tries, e.kind, e.body
            from event_delivery d join event e on e.id = d.event
            where d.handler {in handlers} and d.parked = @no and d.due <= @now and d.until <= @now
              and not exists (select 1 from event_delivery b where b.handler = d.handler and b.subject = d.subject and b.number < d.number)
            order by d.due, d.number limit 1 {skip locked of d}
            """,
            new { handlers, now = change.Now, no = false });
        if (next is not null)
        {
            await change.ExecuteAsync(
                "update event_delivery set until = @until where handler = @handler and subject = @subject and number = @number",
                new { until, handler = next.Handler, subject = next.Subject, number = next.Number });
        }

        return next;
    }

    /// <returns>False when another node settled it first.</returns>
    public static async Task<bool> SettleAsync(Change change, OwedDelivery owed)
    {
        var gone = await change.ExecuteAsync(
            "delete from event_delivery where handler = @handler and subject = @subject and number = @number",
            new { handler = owed.Handler, subject = owed.Subject, number = owed.Number });
        await change.ExecuteAsync(
            "delete from event where id = @id and not exists (select 1 from event_delivery where event = @id)", new { id = owed.Event });
        return gone == 1;
    }

    public static Task<long> PostponeAsync(Change change, OwedDelivery owed, DateTimeOffset due, bool park, string why) => change.ExecuteAsync(
        """
        update event_delivery set tries = tries + 1, due = @due, until = @now, parked = @park, why = @why
        where handler = @handler and subject = @subject and number = @number
        """,
        new { due, park, why, now = change.Now, handler = owed.Handler, subject = owed.Subject, number = owed.Number });

    public static async Task<bool> EnterInboxAsync(Change change, OwedDelivery owed) => await change.ExecuteAsync(
        "insert into event_inbox (event, handler, at) values (@id, @handler, @at) on conflict (event, handler) do nothing",
        new { id = owed.Event, handler = owed.Handler, at = change.Now }) == 1;
}
