using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting.Storage;

static class DelegationStore
{
    public static Task<Delegation?> FindAsync(Reading reading, Guid id) => reading.FindAsync<Delegation>(
        """
        select id, organisation, giver, giver_name, taker, taker_name, class, starts, ends, document, granted, confirmed, confirmed_name, revoked, revoked_name
        from alert_delegation where id = @id and (@all = @yes or organisation {uuid sees})
        """,
        new { id, all = reading.Viewer.IsProgram, yes = true, sees = reading.Viewer.Sees.ToList() });

    /// <summary>All that a person was ever given for a class; the newest end first.</summary>
    public static Task<IReadOnlyList<Delegation>> OfTakerAsync(Reading reading, Guid taker, MessageClass @class) => reading.QueryAsync<Delegation>(
        """
        select id, organisation, giver, giver_name, taker, taker_name, class, starts, ends, document, granted, confirmed, confirmed_name, revoked, revoked_name
        from alert_delegation where taker = @taker and class = @class order by ends desc, id
        """,
        new { taker, @class });

    /// <summary>What the viewer may see, the newest end first.</summary>
    public static Task<IReadOnlyList<Delegation>> ListAsync(Reading reading, int most) => reading.QueryAsync<Delegation>(
        """
        select id, organisation, giver, giver_name, taker, taker_name, class, starts, ends, document, granted, confirmed, confirmed_name, revoked, revoked_name
        from alert_delegation where @all = @yes or organisation {uuid sees} order by ends desc, id limit @most
        """,
        new { most, all = reading.Viewer.IsProgram, yes = true, sees = reading.Viewer.Sees.ToList() });

    /// <summary>Within the approval's own commit: not revoked, confirmed, within its dates.</summary>
    public static async Task<bool> HoldsAsync(Reading reading, Guid id, DateTimeOffset now) => await reading.ValueAsync<long>(
        "select count(*) from alert_delegation where id = @id and revoked is null and confirmed is not null and starts <= @now and ends > @now", new { id, now }) == 1;

    public static Task AddAsync(Change change, Delegation one) => change.ExecuteAsync(
        """
        insert into alert_delegation (id, organisation, giver, giver_name, taker, taker_name, class, starts, ends, document, granted, confirmed, confirmed_name, revoked, revoked_name)
        values (@Id, @Organisation, @Giver, @GiverName, @Taker, @TakerName, @Class, @Starts, @Ends, @Document, @Granted, @Confirmed, @ConfirmedName, null, '')
        """,
        new { one.Id, one.Organisation, one.Giver, one.GiverName, one.Taker, one.TakerName, one.Class, one.Starts, one.Ends, one.Document, one.Granted, one.Confirmed, one.ConfirmedName });

    /// <returns>False when it was confirmed or revoked meanwhile.</returns>
    public static async Task<bool> ConfirmAsync(Change change, Guid id, string name) => await change.ExecuteAsync(
        "update alert_delegation set confirmed = @now, confirmed_name = @name where id = @id and confirmed is null and revoked is null", new { id, name, now = change.Now }) == 1;

    /// <returns>False when it was revoked meanwhile.</returns>
    public static async Task<bool> RevokeAsync(Change change, Guid id, string name) => await change.ExecuteAsync(
        "update alert_delegation set revoked = @now, revoked_name = @name where id = @id and revoked is null", new { id, name, now = change.Now }) == 1;
}
