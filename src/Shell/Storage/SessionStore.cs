using Belfry.Kernel;

namespace Belfry.Shell.Storage;

/// <summary>A session with the account it belongs to, as every request asks for it.</summary>
sealed record SessionRow(
    Guid Id, Guid Account, string Name, Guid Organisation, Language Language, bool Disabled, bool Persona, SignInFactor Factor, DateTimeOffset Created, DateTimeOffset Seen,
    DateTimeOffset? SteppedUp, DateTimeOffset? Ended);

static class SessionStore
{
    public static Task<SessionRow?> FindAsync(Reading reading, byte[] token) => reading.FindAsync<SessionRow>(
        """
        select s.id, s.account, a.name, a.organisation, a.language, a.disabled, a.persona, s.factor, s.created, s.seen, s.stepped_up, s.ended
        from user_session s join user_account a on a.id = s.account where s.token = @token
        """,
        new { token });

    public static Task<IReadOnlyList<Guid>> AliveAsync(Reading reading, IReadOnlyList<Guid> sessions, DateTimeOffset createdAfter, DateTimeOffset seenAfter) =>
        reading.QueryAsync<Guid>(
            """
            select s.id from user_session s join user_account a on a.id = s.account
            where s.id {uuid sessions} and s.ended is null and a.disabled = @no and s.created > @createdAfter and s.seen > @seenAfter
            """,
            new { sessions, createdAfter, seenAfter, no = false });

    public static Task<IReadOnlyList<OpenSession>> OpenOfAsync(Reading reading, Guid account, DateTimeOffset createdAfter, DateTimeOffset seenAfter) =>
        reading.QueryAsync<OpenSession>(
            """
            select id, factor, created, seen, network, agent, stepped_up from user_session
            where account = @account and ended is null and created > @createdAfter and seen > @seenAfter order by seen desc, id
            """,
            new { account, createdAfter, seenAfter });

    public static Task<long> InsertAsync(Change change, Guid id, byte[] token, Guid account, SignInFactor factor, string network, string agent, DateTimeOffset? steppedUp) =>
        change.ExecuteAsync(
            """
            insert into user_session (id, token, account, factor, created, seen, network, agent, stepped_up)
            values (@id, @token, @account, @factor, @now, @now, @network, @agent, @steppedUp)
            """,
            new { id, token, account, factor, now = change.Now, network, agent, steppedUp });

    public static Task<long> SeenAsync(Change change, Guid id) =>
        change.ExecuteAsync("update user_session set seen = @now where id = @id and ended is null and seen < @now", new { id, now = change.Now });

    /// <returns>False when the session ended meanwhile.</returns>
    public static async Task<bool> StepUpAsync(Change change, Guid id, byte[] token) => await change.ExecuteAsync(
        "update user_session set token = @token, stepped_up = @now, seen = @now where id = @id and ended is null", new { id, token, now = change.Now }) == 1;

    /// <returns>False when it is not the account's, or is over already.</returns>
    public static async Task<bool> EndAsync(Change change, Guid id, Guid account) => await change.ExecuteAsync(
        "update user_session set ended = @now where id = @id and account = @account and ended is null", new { id, account, now = change.Now }) == 1;

    /// <returns>Those that ended; <paramref name="except"/> goes on.</returns>
    public static Task<IReadOnlyList<Guid>> EndAllAsync(Change change, Guid account, Guid? except) => change.QueryAsync<Guid>(
        "update user_session set ended = @now where account = @account and ended is null and id <> @except returning id",
        new { account, except = except ?? Guid.Empty, now = change.Now });
}
