using System.Diagnostics;
using System.Net;
using Belfry.Kernel;
using Belfry.Shell;
using Xunit;

namespace Belfry.Tests.Shell;

/// <summary>Sessions: fresh tokens, strict cookies, ends that bite (S-8, ASVS A22, A45-A48).</summary>
public sealed class SessionTests
{
    [Theory, BothDatabases]
    public async Task S8_a_token_planted_before_signing_in_is_not_the_one_after(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (_, key) = await house.AdministratorAsync();
        var victim = house.Open();
        victim.Session = Secret.New(Secret.Session);
        var planted = victim.Session;
        await AccountsHouse.SignInAsync(victim, key);
        Assert.NotEqual(planted, victim.Session);
        var attacker = house.Open();
        attacker.Session = planted;
        Assert.Equal(HttpStatusCode.Redirect, (await attacker.GetAsync("/probe")).Status);
    }

    [Theory, BothDatabases]
    public async Task A22_every_cookie_is_host_only_secure_and_out_of_reach_of_scripts(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (browser, key, _) = await house.PersonAsync();
        house.Time.Pass(TimeSpan.FromSeconds(31));
        await AccountsHouse.SignInAsync(browser, "an@pepinster.example", AccountsHouse.Words, house.CodeOf(key));
        await browser.PostJsonAsync("/sign-in", "/sign-in/passkey/options", new { });
        Assert.Equal(5, browser.SetCookies.Select(line => line.Split('=')[0]).Distinct().Count());
        Assert.All(browser.SetCookies, line =>
        {
            Assert.StartsWith("__Host-belfry", line, StringComparison.Ordinal);
            Assert.Contains("; secure", line, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", line, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/", line, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i); samesite=(lax|strict)", line);
            Assert.DoesNotContain("domain=", line, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains("no-store", (await browser.GetAsync("/account")).Headers, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task S8_signing_out_kills_the_token_not_only_the_cookie(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (browser, _) = await house.AdministratorAsync();
        var token = browser.Session;
        var page = await browser.PostAsync("/account", "/sign-out");
        Assert.Contains("Clear-Site-Data", page.Headers, StringComparison.Ordinal);
        Assert.Null(browser.Session);
        browser.Session = token;
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/probe")).Status);
    }

    [Theory, BothDatabases]
    public async Task S8_disabling_an_account_kills_every_session_and_token_on_both_nodes_within_a_second(DatabaseKind kind)
    {
        await using var one = await AccountsHouse.OpenAsync(kind);
        await using var two = await AccountsHouse.OpenAsync(kind, beside: one);
        var (browser, _, _) = await one.PersonAsync();
        var there = two.Open();
        there.Session = browser.Session;
        Assert.Equal("An Mayor", (await there.GetAsync("/probe")).Text);

        var accounts = one.Get<Belfry.Shell.Accounts>();
        var an = (await accounts.ListAsync(one.Keeper(), AccountsHouse.Pepinster.Id, Ct)).Value.Single();
        Assert.True((await accounts.DisableAsync(one.Keeper(), an.Key, "left the service", Ct)).Ok);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/probe")).Status);
        await Task.Delay(TimeSpan.FromSeconds(1.05), Ct);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/probe")).Status);
        Assert.Equal("KERNEL-001", (await accounts.DisableAsync(one.Keeper(), an.Key, "again, by mistake", Ct)).Problems[0].Code);

        Assert.True((await accounts.EnableAsync(one.Keeper(), an.Key, "back in service", Ct)).Ok);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/probe")).Status); // what ended stays ended
    }

    [Theory, BothDatabases]
    public async Task S8_an_open_stream_is_cut_here_and_on_another_node_within_five_seconds(DatabaseKind kind)
    {
        await using var one = await AccountsHouse.OpenAsync(kind);
        await using var two = await AccountsHouse.OpenAsync(kind, beside: one);
        var (browser, _) = await one.AdministratorAsync();
        var there = two.Open();
        there.Session = browser.Session;
        await using var here = await browser.OpenStreamAsync("/live/test", Ct);
        await using var other = await there.OpenStreamAsync("/live/test", Ct);

        var watch = Stopwatch.StartNew();
        await browser.PostAsync("/account", "/sign-out");
        await Assert.ThrowsAnyAsync<Exception>(() => ReadToEndAsync(here));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        await Assert.ThrowsAnyAsync<Exception>(() => ReadToEndAsync(other));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory, BothDatabases]
    public async Task A45_a_session_unused_for_thirty_minutes_is_over_and_so_is_one_of_twelve_hours(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (browser, key) = await house.AdministratorAsync();
        for (var half = 0; half < 24; half++)
        {
            house.Time.Pass(TimeSpan.FromMinutes(29.5));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/probe")).Status);
        }

        house.Time.Pass(TimeSpan.FromMinutes(12.1)); // 12 h 0 min since it began
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/probe")).Status);

        await AccountsHouse.SignInAsync(browser, key);
        house.Time.Pass(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/probe")).Status);
    }

    [Theory, BothDatabases]
    public async Task A45_the_fourth_session_ends_the_one_seen_longest_ago(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (first, key) = await house.AdministratorAsync();
        Browser[] later = [house.Open(), house.Open(), house.Open()];
        foreach (var browser in later)
        {
            house.Time.Pass(TimeSpan.FromSeconds(2));
            await AccountsHouse.SignInAsync(browser, key);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await first.GetAsync("/probe")).Status);
        foreach (var browser in later)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/probe")).Status);
        }
    }

    [Theory, BothDatabases]
    public async Task A46_a_step_up_gives_a_new_token_and_the_old_one_is_dead(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (browser, key) = await house.AdministratorAsync();
        house.Time.Pass(TimeSpan.FromMinutes(5.1));
        Assert.Equal("/account/step-up?to=%2Faccount%2Fcode", (await browser.GetAsync("/account/code")).Location);
        var old = browser.Session;
        var options = await browser.PostJsonAsync("/account/step-up", "/account/step-up/passkey/options", new { });
        Assert.Contains("/account/code", (await browser.PostJsonAsync("/account/step-up", "/account/step-up/passkey?to=/account/code", new { credential = key.Get(options.Text) })).Text, StringComparison.Ordinal);
        Assert.NotEqual(old, browser.Session);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/code")).Status);
        browser.Session = old;
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/probe")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_step_up_holds_five_minutes_and_asks_the_same_person(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (browser, _) = await house.AdministratorAsync();
        var (other, otherKey) = (house.Open(), house.Authenticator());
        await AccountsHouse.EnrolAsync(other, otherKey, await house.InviteAsync("Jo", "jo"));
        house.Time.Pass(TimeSpan.FromMinutes(4.8));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/code")).Status);
        house.Time.Pass(TimeSpan.FromMinutes(0.3));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account/code")).Status);
        var options = await browser.PostJsonAsync("/account/step-up", "/account/step-up/passkey/options", new { });
        Assert.Equal("ACC-001", (await browser.PostJsonAsync("/account/step-up", "/account/step-up/passkey", new { credential = otherKey.Get(options.Text) })).Code);
    }

    [Theory, BothDatabases]
    public async Task A_person_sees_their_sessions_and_ends_one_but_never_another_s(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (browser, key) = await house.AdministratorAsync();
        var second = house.Open();
        await AccountsHouse.SignInAsync(second, key);
        var (stranger, _, _) = await house.PersonAsync();
        var sessions = house.Get<Sessions>();
        var mine = (await sessions.FindAsync(browser.Session!, Ct))!;
        var list = await sessions.OfAsync(mine.Person, Ct);
        Assert.Equal(2, list.Count);
        Assert.Contains("127.0.0.0/24", (await browser.GetAsync("/account")).Text, StringComparison.Ordinal);

        var id = list.Single(session => session.Key != mine.Session).Id;
        Assert.Equal("KERNEL-002", (await stranger.PostAsync("/account", $"/account/sessions/{id}/end")).Code);
        Assert.Equal("An Mayor", (await stranger.GetAsync("/probe")).Text);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/probe")).Status);
        Assert.Equal("/account", (await browser.PostAsync("/account", $"/account/sessions/{id}/end")).Location);
        Assert.Equal(HttpStatusCode.Redirect, (await second.GetAsync("/probe")).Status);
    }

    [Theory, BothDatabases]
    public async Task Taking_a_role_away_bites_within_a_second(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (browser, _) = await house.AdministratorAsync();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/accounts")).Status);
        var admin = (await house.Get<Sessions>().FindAsync(browser.Session!, Ct))!.Person;
        await house.Db.ChangeAsync(new Act(Viewer.Program("test"), "TakeRole"), change => Belfry.Shell.Storage.RoleStore.TakeAsync(change, admin.Account, new RoleIn(Role.Administrator, AccountsHouse.Centre.Id)), Ct);
        await Task.Delay(TimeSpan.FromSeconds(1.05), Ct);
        Assert.Equal("SHELL-001", (await browser.GetAsync("/accounts")).Code);
    }

    static async Task ReadToEndAsync(Stream stream)
    {
        var buffer = new byte[1024];
        while (await stream.ReadAsync(buffer, Ct) > 0)
        {
        }

        throw new EndOfStreamException(); // a clean end is an end as well
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;
}
