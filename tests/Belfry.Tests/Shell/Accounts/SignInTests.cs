using System.Net;
using Belfry.Kernel;
using Belfry.Shell;
using Xunit;

namespace Belfry.Tests.Shell;

/// <summary>Passphrase and code: one answer to every failure, few tries, no replay (S-7, ASVS A36, A43).</summary>
public sealed class SignInTests
{
    [Theory, BothDatabases]
    public async Task Passphrase_and_code_sign_in_and_the_code_works_once(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (_, key, _) = await house.PersonAsync();
        house.Time.Pass(TimeSpan.FromSeconds(31)); // the enrolment spent its code
        var code = house.CodeOf(key);
        Assert.Equal("/probe", (await AccountsHouse.SignInAsync(house.Open(), " AN@pepinster.example", AccountsHouse.Words, code)).Location);
        Assert.Equal("ACC-001", (await AccountsHouse.SignInAsync(house.Open(), "an@pepinster.example", AccountsHouse.Words, code)).Code);
    }

    [Theory, BothDatabases]
    public async Task A_recovery_code_stands_in_once_and_is_no_step_up(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (_, _, codes) = await house.PersonAsync();
        var browser = house.Open();
        Assert.Equal("/probe", (await AccountsHouse.SignInAsync(browser, "an@pepinster.example", AccountsHouse.Words, codes[3].ToLowerInvariant())).Location);
        Assert.Equal("ACC-001", (await AccountsHouse.SignInAsync(house.Open(), "an@pepinster.example", AccountsHouse.Words, codes[3])).Code);
        Assert.Equal("/account/step-up?to=%2Faccount%2Fcode", (await browser.GetAsync("/account/code")).Location);
        Assert.Equal("ACC-001", (await browser.PostAsync("/account/step-up", "/account/step-up", ("passphrase", AccountsHouse.Words), ("code", codes[4]), ("to", "/probe"))).Code);
    }

    [Theory, BothDatabases]
    public async Task S7_wrong_name_passphrase_and_code_and_a_disabled_account_get_the_very_same_page(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (_, key, _) = await house.PersonAsync();
        await house.PersonAsync("off@pepinster.example");
        var accounts = house.Get<Belfry.Shell.Accounts>();
        var off = (await accounts.ListAsync(house.Keeper(), AccountsHouse.Pepinster.Id, Ct)).Value.Single(one => one.SignInName.StartsWith("off", StringComparison.Ordinal));
        await accounts.DisableAsync(house.Keeper(), off.Key, "left the service", Ct);
        house.Time.Pass(TimeSpan.FromSeconds(31));

        string Shape(Page page) => page.Status + System.Text.RegularExpressions.Regex.Replace(page.Text, "value=\"[^\"]*\"", "");
        var unknown = await AccountsHouse.SignInAsync(house.Open(), "nobody@nowhere.example", AccountsHouse.Words, "123456");
        var words = await AccountsHouse.SignInAsync(house.Open(), "an@pepinster.example", "not the right words at all", house.CodeOf(key));
        var code = await AccountsHouse.SignInAsync(house.Open(), "an@pepinster.example", AccountsHouse.Words, "000000");
        var disabled = await AccountsHouse.SignInAsync(house.Open(), "off@pepinster.example", AccountsHouse.Words, house.CodeOf(key));
        Assert.Equal("ACC-001", unknown.Code);
        Assert.All((Page[])[words, code, disabled], page => Assert.Equal(Shape(unknown), Shape(page)));
        Assert.Equal(3, await house.CountAsync("RefuseSignIn"));
    }

    [Theory, BothDatabases]
    public async Task S7_at_most_ten_guesses_are_checked_in_ten_minutes_and_the_owner_still_comes_in(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (_, key, _) = await house.PersonAsync();
        var owner = house.Open();
        house.Time.Pass(TimeSpan.FromSeconds(31));
        await AccountsHouse.SignInAsync(owner, "an@pepinster.example", AccountsHouse.Words, house.CodeOf(key));

        var (attacker, codes) = (house.Open(), new List<string?>());
        for (var at = 0; at < 15; at++)
        {
            codes.Add((await AccountsHouse.SignInAsync(attacker, "an@pepinster.example", "guess number " + at, "000000")).Code);
            house.Time.Pass(TimeSpan.FromSeconds(30));
        }

        Assert.InRange(codes.Count(code => code == "ACC-001"), 4, 10);
        Assert.Equal("ACC-002", codes[^1]);
        Assert.Equal("ACC-002", (await AccountsHouse.SignInAsync(house.Open(), "an@pepinster.example", AccountsHouse.Words, house.CodeOf(key))).Code);
        Assert.Equal("/probe", (await AccountsHouse.SignInAsync(owner, "an@pepinster.example", AccountsHouse.Words, house.CodeOf(key))).Location);
    }

    [Theory, BothDatabases]
    public async Task S7_an_unknown_name_is_slowed_just_like_a_known_one(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var browser = house.Open();
        var codes = new List<string?>();
        for (var at = 0; at < 7; at++)
        {
            codes.Add((await AccountsHouse.SignInAsync(browser, "nobody@nowhere.example", "guess", "000000")).Code);
        }

        Assert.Equal(["ACC-001", "ACC-001", "ACC-001", "ACC-001", "ACC-001", "ACC-002", "ACC-002"], codes);
    }

    [Theory, BothDatabases]
    public async Task S7_spraying_many_accounts_from_one_network_is_stopped(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (signIn, sprayed) = (house.Get<SignIn>(), new Visit("203.0.113.0/24", "curl"));
        await house.Db.ChangeAsync(new Act(Viewer.Program("test"), "Spray"), change => new Rate("try/network/203.0.113.0/24", 0.1, 30).TakeAsync(change, 30), Ct); // thirty names, one try each
        Assert.Equal("ACC-002", (await signIn.ByPassphraseAsync("person31", "Winter2026Winter2026", "000000", null, sprayed, Ct)).Problems[0].Code);
        Assert.Equal("ACC-001", (await signIn.ByPassphraseAsync("person31", "Winter2026Winter2026", "000000", null, new Visit("198.51.100.0/24", "curl"), Ct)).Problems[0].Code);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("%2F%2Fevil.example")]
    public async Task S9_after_signing_in_nobody_is_sent_to_another_site(string to)
    {
        await using var house = await AccountsHouse.OpenAsync(DatabaseKind.Sqlite);
        var (_, key, _) = await house.PersonAsync();
        house.Time.Pass(TimeSpan.FromSeconds(31));
        Assert.Equal("/", (await AccountsHouse.SignInAsync(house.Open(), "an@pepinster.example", AccountsHouse.Words, house.CodeOf(key), to)).Location);
    }

    // RFC 6238 appendix B, last six digits of the SHA-1 column.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void One_time_codes_are_those_of_the_standard(long second, string code)
    {
        var key = "12345678901234567890"u8.ToArray();
        Assert.Equal(code, OneTimeCode.At(key, second / 30));
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", OneTimeCode.Base32(key));
        var now = DateTimeOffset.FromUnixTimeSeconds(second);
        Assert.Equal(second / 30, OneTimeCode.Match(key, code, now, 0));
        Assert.Null(OneTimeCode.Match(key, code, now, second / 30));
        Assert.Null(OneTimeCode.Match(key, code, now.AddSeconds(90), 0));
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;
}
