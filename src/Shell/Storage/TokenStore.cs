using Belfry.Kernel;

namespace Belfry.Shell.Storage;

sealed record TokenOwnerRow(
    Guid Id, Guid Account, string Name, Guid Organisation, Language Language, bool Disabled, string Scopes, DateTimeOffset Until, DateTimeOffset? Used, DateTimeOffset? Ended);

static class TokenStore
{
    public static Task<TokenOwnerRow?> FindAsync(Reading reading, byte[] token) => reading.FindAsync<TokenOwnerRow>(
        """
        select t.id, t.account, a.name, a.organisation, a.language, a.disabled, t.scopes, t.until, t.used, t.ended
        from api_token t join user_account a on a.id = t.account where t.token = @token
        """,
        new { token });

    public static Task<IReadOnlyList<ApiToken>> OfAsync(Reading reading, Guid account) => reading.QueryAsync<ApiToken>(
        "select id, name, scopes, created, until, used from api_token where account = @account and ended is null order by created desc, id", new { account });

    public static Task<long> InsertAsync(Change change, ApiToken token, byte[] hash, Guid account) => change.ExecuteAsync(
        "insert into api_token (id, token, account, name, scopes, created, until) values (@Id, @hash, @account, @Name, @Scopes, @Created, @Until)",
        new { token.Id, hash, account, token.Name, token.Scopes, token.Created, token.Until });

    public static Task<long> UsedAsync(Change change, Guid id) => change.ExecuteAsync("update api_token set used = @now where id = @id", new { id, now = change.Now });

    public static async Task<bool> EndAsync(Change change, Guid id, Guid account) => await change.ExecuteAsync(
        "update api_token set ended = @now where id = @id and account = @account and ended is null", new { id, account, now = change.Now }) == 1;
}
