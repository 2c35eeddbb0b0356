using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting.Storage;

static class DelegationStore
{
    public static async Task<Guid?> FindAsync(Reading reading, Guid taker, Guid organisation, MessageClass @class, DateTimeOffset now)
    {
        var found = await reading.QueryAsync<Guid>(
            """
            select id from alert_delegation
            where taker = @taker and organisation = @organisation and class = @class and starts <= @now and ends > @now and revoked is null order by ends desc limit 1
            """,
            new { taker, organisation, @class, now });
        return found.Count == 0 ? null : found[0];
    }

    public static Task AddAsync(Change change, Guid id, Guid organisation, Guid taker, MessageClass @class, DateTimeOffset starts, DateTimeOffset ends, string document) => change.ExecuteAsync(
        """
        insert into alert_delegation (id, organisation, giver, taker, class, starts, ends, document, revoked)
        values (@id, @organisation, @giver, @taker, @class, @starts, @ends, @document, null)
        """,
        new { id, organisation, giver = change.Viewer.Person, taker, @class, starts, ends, document });
}
