using System.Net;
using System.Text.Json;
using Belfry.Kernel;
using Belfry.Shell;
using Xunit;

namespace Belfry.Tests.Shell;

/// <summary>WebAuthn as Belfry uses it, against an authenticator in software.</summary>
public sealed class PasskeyTests
{
    [Theory, BothDatabases]
    public async Task S18_a_recorded_answer_opens_nothing_a_second_time(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var key = house.Authenticator();
        key.Counts = false; // a synced passkey counts nothing: only the challenge protects
        await AccountsHouse.EnrolAsync(house.Open(), key, await house.InviteAsync("An Mayor", "an"));
        var browser = house.Open();
        var options = await browser.PostJsonAsync("/sign-in", "/sign-in/passkey/options", new { });
        var challenge = browser.Cookies["__Host-belfry-challenge"];
        var answer = key.Get(options.Text);
        Assert.Equal(HttpStatusCode.OK, (await browser.PostJsonAsync("/sign-in", "/sign-in/passkey", new { credential = answer })).Status);
        Assert.DoesNotContain("__Host-belfry-challenge", browser.Cookies.Keys);

        var thief = house.Open();
        thief.Cookies["__Host-belfry-challenge"] = challenge;
        var again = await thief.PostJsonAsync("/sign-in", "/sign-in/passkey", new { credential = answer });
        Assert.Equal((HttpStatusCode.Unauthorized, "ACC-001"), (again.Status, again.Code));
        Assert.Null(thief.Session);
    }

    [Theory, BothDatabases]
    public async Task An_answer_from_another_site_without_user_verification_or_by_a_copied_key_is_refused(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (_, key) = await house.AdministratorAsync();

        (var here, key.Origin) = (key.Origin, "http://belfry.evil.example");
        Assert.Equal("ACC-001", (await AccountsHouse.SignInAsync(house.Open(), key)).Code);
        (key.Origin, key.VerifiesUser) = (here, false);
        Assert.Equal("ACC-001", (await AccountsHouse.SignInAsync(house.Open(), key)).Code);
        (key.VerifiesUser, key.Counter) = (true, 20);
        Assert.Equal(HttpStatusCode.OK, (await AccountsHouse.SignInAsync(house.Open(), key)).Status);
        key.Counter = 5; // the original after its copy was used
        Assert.Equal("ACC-001", (await AccountsHouse.SignInAsync(house.Open(), key)).Code);
    }

    [Theory, BothDatabases]
    public async Task A_passkey_nobody_enrolled_and_rubbish_get_the_same_answer(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        await house.AdministratorAsync();
        Assert.Equal("ACC-001", (await AccountsHouse.SignInAsync(house.Open(), house.Authenticator())).Code);
        foreach (var rubbish in (string[])["", "{}", "null", "[]", "{\"id\":\"AA\"}", new string('{', 200)])
        {
            var browser = house.Open();
            await browser.PostJsonAsync("/sign-in", "/sign-in/passkey/options", new { });
            var answer = await browser.PostJsonAsync("/sign-in", "/sign-in/passkey", new { credential = rubbish });
            Assert.Equal((HttpStatusCode.Unauthorized, "ACC-001"), (answer.Status, answer.Code));
        }
    }

    [Theory, BothDatabases]
    public async Task A_challenge_for_a_sign_in_does_not_enrol_and_one_for_a_step_up_does_not_sign_in(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (browser, key) = await house.AdministratorAsync();
        var options = await browser.PostJsonAsync("/account/step-up", "/account/step-up/passkey/options", new { });
        var answer = await browser.PostJsonAsync("/sign-in", "/sign-in/passkey", new { credential = key.Get(options.Text) });
        Assert.Equal("ACC-001", answer.Code);
    }

    [Theory, BothDatabases]
    public async Task A_second_passkey_is_added_after_a_step_up_and_the_last_one_cannot_be_removed(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (browser, first) = await house.AdministratorAsync();
        var second = house.Authenticator();
        var options = await browser.PostJsonAsync("/account", "/account/passkeys/options", new { });
        Assert.Equal(HttpStatusCode.OK, (await browser.PostJsonAsync("/account", "/account/passkeys", new { credential = second.Create(options.Text), name = "spare" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await AccountsHouse.SignInAsync(house.Open(), second)).Status);

        var lines = (await house.Get<Factors>().OfAsync((await house.Get<Sessions>().FindAsync(browser.Session!, Ct))!.Person, Ct)).Passkeys;
        Assert.Equal(["test key", "spare"], lines.Select(line => line.Name));
        Assert.Equal("/account", (await browser.PostAsync("/account", $"/account/passkeys/{lines[0].Credential}/remove")).Location);
        Assert.Equal("ACC-001", (await AccountsHouse.SignInAsync(house.Open(), first)).Code);
        Assert.Equal("ACC-013", (await browser.PostAsync("/account", $"/account/passkeys/{lines[1].Credential}/remove")).Code);
        Assert.Equal("KERNEL-002", (await browser.PostAsync("/account", "/account/passkeys/abcd/remove")).Code);

        house.Time.Pass(TimeSpan.FromMinutes(6));
        Assert.Equal("/account/step-up?to=%2Faccount", (await browser.PostAsync("/account", $"/account/passkeys/{lines[1].Credential}/remove")).Location);
        Assert.Equal("SHELL-002", (await browser.PostJsonAsync("/account", "/account/passkeys/options", new { })).Code);
    }

    [Theory, BothDatabases]
    public async Task The_options_ask_for_user_verification_and_tell_nobody_s_passkeys(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        await house.AdministratorAsync();
        using var options = JsonDocument.Parse((await house.Open().PostJsonAsync("/sign-in", "/sign-in/passkey/options", new { })).Text);
        Assert.Equal("required", options.RootElement.GetProperty("userVerification").GetString());
        Assert.False(options.RootElement.TryGetProperty("allowCredentials", out var allowed) && allowed.GetArrayLength() > 0);
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;
}
