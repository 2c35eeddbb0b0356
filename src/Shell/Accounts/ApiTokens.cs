using Belfry.Kernel;
using Belfry.Shell.Storage;

namespace Belfry.Shell;

/// <summary>Bearer tokens <c>bft_…</c> (256 bits) for programs. A token can do no more than its owner and its scopes, and never proves a person.</summary>
public sealed class ApiTokens
{
    /// <summary>Days a token lives at most.</summary>
    public const int MostDays = 365;

    const int MostScopes = 20;

    readonly Db db;
    readonly Access access;
    readonly Sessions sessions;

    internal ApiTokens(Db db, Access access, Sessions sessions) => (this.db, this.access, this.sessions) = (db, access, sessions);

    /// <param name="scopes">Actions of the permission table: <c>alerting.draft</c>.</param>
    /// <param name="days">1 to 365.</param>
    /// <returns>The token, shown once: only its hash is kept. SHELL-001/002, SHELL-005…008 at name, ACC-007 when a token asks, ACC-014 scopes, ACC-015 days.</returns>
    public async Task<Result<(string Token, ApiToken Made)>> MakeAsync(Person who, string? name, IReadOnlyList<string> scopes, int days, CancellationToken ct)
    {
        var text = PlainText.From(name, "name", 80);
        List<Problem> problems = [.. text.Problems];
        if (scopes.Count is 0 or > MostScopes || scopes.Any(scope => access.Table.All(row => row.Permission.Action != scope)))
        {
            problems.Add(AccountProblems.ScopeRefused.At("scopes", ("most", MostScopes)));
        }

        if (days is < 1 or > MostDays)
        {
            problems.Add(AccountProblems.LifeRefused.At("days", ("most", MostDays)));
        }

        var viewer = who.Scopes is null ? access.Ask(who, AccountPermissions.MakeToken, who.Organisation) : AccountProblems.TokenIsNoPerson;
        problems.AddRange(viewer.Problems);
        if (problems.Count > 0)
        {
            return Result<(string, ApiToken)>.Refused(problems);
        }

        return await db.ChangeAsync<(string, ApiToken)>(new Act(viewer.Value, "MakeApiToken", Subject: $"account/{who.Account}"), async change =>
        {
            var token = Secret.New(Secret.Api);
            var made = new ApiToken(Id<ApiToken>.New(db.Clock).Value, text.Value, string.Join(' ', scopes.Distinct().Order(StringComparer.Ordinal)), change.Now, change.Now.AddDays(days), null);
            await TokenStore.InsertAsync(change, made, Secret.HashOf(token), who.Account);
            change.Note("scopes", made.Scopes);
            return (token, made);
        }, ct);
    }

    public Task<IReadOnlyList<ApiToken>> OfAsync(Person who, CancellationToken ct) => db.ReadAsync(Sessions.ViewerOf(who), reading => TokenStore.OfAsync(reading, who.Account), ct);

    /// <returns>KERNEL-002 when it is not the person's own, or dead already.</returns>
    public async Task<Result<Done>> RevokeAsync(Person who, Id<ApiToken> token, CancellationToken ct)
    {
        var result = await db.ChangeAsync<Done>(new Act(Sessions.ViewerOf(who), "RevokeApiToken", Subject: $"api_token/{token}"), async change =>
            await TokenStore.EndAsync(change, token.Value, who.Account) ? Done.Value : KernelProblems.NotFound, ct);
        sessions.ForgetAccount(who.Account);
        return result;
    }
}
