using System.Net;
using System.Text;
using Belfry.Kernel;
using Belfry.Shell;
using Xunit;

namespace Belfry.Tests.Shell;

/// <summary>API tokens, and what a dump of the database gives away.</summary>
public sealed class TokenTests
{
    [Theory, BothDatabases]
    public async Task A_token_acts_for_its_owner_within_its_scopes_until_it_is_revoked_or_over(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (browser, _) = await house.AdministratorAsync();
        var page = await browser.PostAsync("/account", "/account/tokens", ("name", "gateway"), ("scopes", "accounts.token"), ("days", "30"));
        var token = System.Text.RegularExpressions.Regex.Match(page.Text, "bft_[A-Za-z0-9_-]{43}").Value;
        var program = house.Open();
        var answer = await program.GetAsync("/api/probe", ("Authorization", "Bearer " + token));
        Assert.Contains("First Administrator", answer.Text, StringComparison.Ordinal);
        Assert.Contains("accounts.token", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/accounts", ("Authorization", "Bearer " + token))).Status); // not in its scopes
        Assert.DoesNotContain(token, (await browser.GetAsync("/account")).Text, StringComparison.Ordinal);

        var who = (await house.Get<Sessions>().FindAsync(browser.Session!, Ct))!.Person;
        var (second, made) = (await house.Get<ApiTokens>().MakeAsync(who, "day", ["accounts.see"], 1, Ct)).Value;
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/accounts", ("Authorization", "Bearer " + second))).Status);
        house.Time.Pass(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/probe", ("Authorization", "Bearer " + second))).Status);
        var first = (await house.Get<ApiTokens>().OfAsync(who, Ct)).Single(one => one.Id != made.Id);
        Assert.True((await house.Get<ApiTokens>().RevokeAsync(who, first.Key, Ct)).Ok);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/probe", ("Authorization", "Bearer " + token))).Status);
        Assert.Equal("KERNEL-002", (await house.Get<ApiTokens>().RevokeAsync(who, first.Key, Ct)).Problems[0].Code);
    }

    [Theory, BothDatabases]
    public async Task A_token_proves_no_person_and_makes_no_token(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (browser, _) = await house.AdministratorAsync();
        var who = (await house.Get<Sessions>().FindAsync(browser.Session!, Ct))!.Person;
        var token = (await house.Get<ApiTokens>().MakeAsync(who, "all", ["accounts.manage", "accounts.token"], 1, Ct)).Value.Token;
        var asToken = (await house.Get<Sessions>().FindAsync(token, Ct))!;
        Assert.Null(asToken.Session);
        Assert.Null(asToken.Person.SteppedUp);
        Assert.Equal("ACC-007", (await house.Get<ApiTokens>().MakeAsync(asToken.Person, "more", ["accounts.manage"], 1, Ct)).Problems[0].Code);
        Assert.Equal("SHELL-002", (await house.Get<Belfry.Shell.Accounts>().InviteAsync(asToken.Person, new Invitee("A", "abc", AccountsHouse.Pepinster.Id, Language.En, []), Ct)).Problems[0].Code);
        Assert.Equal("ACC-007", (await house.Open().GetAsync("/account/code", ("Authorization", "Bearer " + token))).Code);
    }

    [Theory, BothDatabases]
    public async Task A_cookie_is_no_bearer_and_a_bearer_is_no_cookie(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (browser, _) = await house.AdministratorAsync();
        var who = (await house.Get<Sessions>().FindAsync(browser.Session!, Ct))!.Person;
        var token = (await house.Get<ApiTokens>().MakeAsync(who, "all", ["accounts.manage"], 1, Ct)).Value.Token;
        Assert.Equal(HttpStatusCode.Unauthorized, (await house.Open().GetAsync("/api/probe", ("Authorization", "Bearer " + browser.Session))).Status);
        var other = house.Open();
        other.Session = token;
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/probe")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await house.Open().GetAsync("/api/probe", ("Authorization", "Bearer bft_" + new string('A', 43)))).Status);
    }

    [Theory, BothDatabases]
    public async Task What_is_asked_of_a_token_is_refused_at_its_field(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        await house.AdministratorAsync();
        var tokens = house.Get<ApiTokens>();
        var who = house.Keeper();
        string Fields(Result<(string, ApiToken)> result) => string.Join(' ', result.Problems.Select(problem => problem.Code + "@" + problem.Field));
        Assert.Equal("SHELL-005@name ACC-014@scopes ACC-015@days", Fields(await tokens.MakeAsync(who, "", [], 0, Ct)));
        Assert.Equal("ACC-014@scopes", Fields(await tokens.MakeAsync(who, "x", ["no.such"], 1, Ct)));
        Assert.Equal("ACC-015@days", Fields(await tokens.MakeAsync(who, "x", ["accounts.manage"], 366, Ct)));
    }

    [Theory, BothDatabases]
    public async Task A_dump_holds_no_session_token_link_passphrase_code_or_authenticator_key(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (browser, key, codes) = await house.PersonAsync();
        var (admin, _) = (browser, 0);
        var link = await house.InviteAsync("Bo", "bo");
        var who = (await house.Get<Sessions>().FindAsync(admin.Session!, Ct))!.Person;
        var token = (await house.Get<ApiTokens>().MakeAsync(who, "all", ["accounts.token"], 1, Ct)).Value.Token;

        // Every row of our tables and of the audit, as bytes.
        var dump = await house.Db.ReadAsync(Viewer.Program("dump"), async reading =>
        {
            var bytes = new List<byte>();
            void Add(IEnumerable<object?> values)
            {
                foreach (var value in values)
                {
                    bytes.AddRange(value is byte[] raw ? raw : Encoding.UTF8.GetBytes(value?.ToString() ?? ""));
                }
            }

            Add((await reading.QueryAsync<string>("select passphrase from user_account")).Cast<object?>());
            Add((await reading.QueryAsync<byte[]>("select authenticator from user_account")).Cast<object?>());
            Add((await reading.QueryAsync<byte[]>("select token from user_session")).Cast<object?>());
            Add((await reading.QueryAsync<byte[]>("select token from api_token")).Cast<object?>());
            Add((await reading.QueryAsync<byte[]>("select token from account_invitation")).Cast<object?>());
            Add((await reading.QueryAsync<byte[]>("select hash from recovery_code")).Cast<object?>());
            Add((await reading.QueryAsync<byte[]>("select sealed from data_protection_key")).Cast<object?>());
            Add((await reading.QueryAsync<string>("select body from chain_entry")).Cast<object?>());
            Add((await reading.QueryAsync<string>("select value from chain_personal")).Cast<object?>());
            return bytes.ToArray();
        }, Ct);
        foreach (var secret in (byte[][])[Encoding.UTF8.GetBytes(browser.Session!), Encoding.UTF8.GetBytes(link.Token), Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(AccountsHouse.Words), Encoding.UTF8.GetBytes(codes[0]), key, "masterKey"u8.ToArray()])
        {
            Assert.True(dump.AsSpan().IndexOf(secret) < 0, Encoding.UTF8.GetString(secret));
        }

        Assert.True(dump.AsSpan().IndexOf(Secret.HashOf(browser.Session!)) >= 0); // the look itself works
        Assert.True(dump.Length > 2_000);
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;
}
