using System.Net;
using Belfry.Kernel;
using Belfry.Shell;
using Xunit;

namespace Belfry.Tests.Shell;

/// <summary>From a one-time link to an account (ASVS A40, A42).</summary>
public sealed class EnrolmentTests
{
    [Theory, BothDatabases]
    public async Task The_first_administrator_comes_in_by_the_console_s_link_and_then_there_is_no_such_link(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var earlier = await house.Get<FirstToken>().IssueAsync(AccountsHouse.Centre.Id, "First", "admin", Ct);
        var (browser, _) = await house.AdministratorAsync();

        Assert.Equal("First Administrator", (await browser.GetAsync("/probe")).Text);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/accounts")).Status);
        Assert.Null(await house.Get<FirstToken>().IssueAsync(AccountsHouse.Centre.Id, "First", "admin", Ct));
        Assert.Equal("ACC-004", (await house.Open().PostAsync("/enter", "/enter", ("link", earlier!.Token))).Code);
    }

    [Theory, BothDatabases]
    public async Task An_invited_person_enrols_a_passkey_and_signs_in_with_it(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (browser, key) = (house.Open(), house.Authenticator());
        var done = await AccountsHouse.EnrolAsync(browser, key, await house.InviteAsync("An Mayor", "An@Pepinster.example"));
        Assert.Contains("/account", done.Text, StringComparison.Ordinal);
        Assert.Equal("An Mayor", (await browser.GetAsync("/probe")).Text);

        var other = house.Open();
        Assert.Equal(HttpStatusCode.OK, (await AccountsHouse.SignInAsync(other, key)).Status);
        Assert.Equal("An Mayor", (await other.GetAsync("/probe")).Text);
        Assert.Equal(1, await house.CountAsync("EnrolAccount"));
        Assert.Equal(1, await house.CountAsync("SignIn"));
    }

    [Theory, BothDatabases]
    public async Task S18_a_link_opens_once_and_its_second_use_is_written_down(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var link = await house.InviteAsync("An Mayor", "an");
        Assert.Equal("/enrol", (await house.Open().PostAsync("/enter", "/enter", ("link", link.Token))).Location);

        var second = await house.Open().PostAsync("/enter", "/enter", ("link", link.Token));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ACC-004"), (second.Status, second.Code));
        Assert.Equal(1, await house.CountAsync("RefuseLink"));
    }

    [Theory, BothDatabases]
    public async Task A_link_and_its_enrolment_live_ten_minutes(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (late, slow) = (await house.InviteAsync("An", "an-late"), await house.InviteAsync("Bo", "bo-slow"));
        var browser = house.Open();
        await browser.PostAsync("/enter", "/enter", ("link", slow.Token));
        house.Time.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal("ACC-004", (await house.Open().PostAsync("/enter", "/enter", ("link", late.Token))).Code);
        var over = await browser.GetAsync("/enrol");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ACC-005"), (over.Status, over.Code));
    }

    [Theory, BothDatabases]
    public async Task Unknown_spent_and_malformed_links_get_one_answer(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        foreach (var link in (string[])["", "bfi_", "bfi_" + new string('A', 43), "bfx_" + new string('A', 43), new string('x', 10_000), "' or 1=1 --"])
        {
            Assert.Equal("ACC-004", (await house.Open().PostAsync("/enter", "/enter", ("link", link))).Code);
        }
    }

    [Theory, BothDatabases]
    public async Task Passphrase_and_code_enrol_and_give_ten_recovery_codes_once(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (browser, _, codes) = await house.PersonAsync();
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal("An Mayor", (await browser.GetAsync("/probe")).Text);
        Assert.DoesNotContain(codes[0], (await browser.GetAsync("/account")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("wachtwoordwachtwoord")]
    [InlineData("an@pepinster.example")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("BelfryBelfryBelfry123456")]
    public void A_passphrase_that_is_short_or_obvious_is_refused(string words) =>
        Assert.Equal("ACC-011", Passphrase.Check(words, "an@pepinster.example").Problems[0].Code);

    [Fact]
    public void A_long_passphrase_of_any_characters_is_taken()
    {
        Assert.True(Passphrase.Check(AccountsHouse.Words, "an").Ok);
        Assert.True(Passphrase.Check("œuf Straße 東京 любовь 🌩 ok", "an").Ok);
        Assert.False(Passphrase.Check(new string('x', 10) + "abcdefghij" + new string('y', 200), "an").Ok);
    }

    [Theory, BothDatabases]
    public async Task A_lost_factor_is_enrolled_again_by_a_second_person_only_and_the_old_one_is_dead_at_once(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var accounts = house.Get<Belfry.Shell.Accounts>();
        var (browser, key) = (house.Open(), house.Authenticator());
        await AccountsHouse.EnrolAsync(browser, key, await house.InviteAsync("An Mayor", "an"));
        var an = (await accounts.ListAsync(house.Keeper(), AccountsHouse.Pepinster.Id, Ct)).Value.Single();

        Assert.Equal("ACC-009", (await accounts.ReinviteAsync(house.Keeper(an.Id), an.Key, "lost my phone", Ct)).Problems[0].Code);
        Assert.Equal("SHELL-005", (await accounts.ReinviteAsync(house.Keeper(), an.Key, "", Ct)).Problems[0].Code);
        Assert.Equal("ACC-010", (await accounts.ReinviteAsync(house.Keeper(), an.Key, "lost", Ct)).Problems[0].Code);
        var link = (await accounts.ReinviteAsync(house.Keeper(), an.Key, "phone lost, seen in person", Ct)).Value;

        Assert.Equal("/sign-in?to=%2Fprobe", (await browser.GetAsync("/probe")).Location);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AccountsHouse.SignInAsync(house.Open(), key)).Status);
        var (again, newKey) = (house.Open(), house.Authenticator());
        await AccountsHouse.EnrolAsync(again, newKey, link);
        Assert.Equal("An Mayor", (await again.GetAsync("/probe")).Text);
        Assert.Equal(HttpStatusCode.OK, (await AccountsHouse.SignInAsync(house.Open(), newKey)).Status);
        Assert.Single((await accounts.ListAsync(house.Keeper(), AccountsHouse.Pepinster.Id, Ct)).Value);
        Assert.Equal(1, await house.CountAsync("ReinviteAccount", AccountsHouse.Centre));
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;
}
