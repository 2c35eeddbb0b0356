namespace Belfry.Kernel;

/// <summary>
/// A named thing that one node at a time may do. The token grows with every new holder: a change that carries an old one is
/// refused, so a node that slept through the end of its lease does no harm.
/// </summary>
public sealed record Lease(string Name, Guid Holder, long Token, DateTimeOffset Until)
{
    sealed record Row(Guid Holder, long Token, DateTimeOffset Until);

    /// <returns>Null when another holder has it.</returns>
    public static async Task<Lease?> TakeAsync(Change change, string name, Guid holder, TimeSpan length)
    {
        var until = change.Now + length;
        await change.ExecuteAsync(
            "insert into lease (name, holder, token, until) values (@name, @holder, 0, @now) on conflict (name) do nothing", new { name, holder, now = change.Now });
        var row = await change.FindAsync<Row>(
            """
            update lease set token = token + case when holder = @holder and until > @now then 0 else 1 end, holder = @holder, until = @until
            where name = @name and (holder = @holder or until <= @now)
            returning holder, token, until
            """,
            new { name, holder, until, now = change.Now });
        return row is null ? null : new Lease(name, row.Holder, row.Token, row.Until);
    }

    /// <summary>Whether this lease still stands; holds the row, so that it stands until the change commits.</summary>
    public async Task<bool> StandsAsync(Change change) =>
        await change.FindAsync<Row>(
            "select holder, token, until from lease where name = @Name and token = @Token and holder = @Holder and until > @now {for update}",
            new { Name, Token, Holder, now = change.Now }) is not null;

    public Task<long> GiveBackAsync(Change change) => change.ExecuteAsync(
        "update lease set until = @now where name = @Name and token = @Token and holder = @Holder", new { Name, Token, Holder, now = change.Now });
}
