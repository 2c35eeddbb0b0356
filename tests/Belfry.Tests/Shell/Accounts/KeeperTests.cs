using System.Net;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Belfry.Tests.Shell;

/// <summary>Who may invite whom, and personas.</summary>
public sealed class KeeperTests
{
    [Theory, BothDatabases]
    public async Task An_administrator_invites_by_the_page_and_the_invited_person_has_the_role(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (browser, _) = await house.AdministratorAsync();
        var page = await browser.PostAsync("/accounts", "/accounts/invite",
            ("name", "An Mayor"), ("sign_in_name", "an"), ("organisation", AccountsHouse.Pepinster.Id.ToString()), ("role", "Mayor"), ("language", "fr-BE"));
        var link = System.Text.RegularExpressions.Regex.Match(page.Text, "/enter#(bfi_[A-Za-z0-9_-]{43})").Groups[1].Value;
        var (invited, key) = (house.Open(), house.Authenticator());
        await AccountsHouse.EnrolAsync(invited, key, new OneTimeLink(link, default));
        var person = (await house.Get<Sessions>().FindAsync(invited.Session!, Ct))!.Person;
        Assert.Equal([new RoleIn(Role.Mayor, AccountsHouse.Pepinster.Id)], person.Roles);
        Assert.Equal((Language.Fr, AccountsHouse.Pepinster.Id), (person.Language, person.Organisation));
        Assert.Contains("An Mayor", (await browser.GetAsync("/accounts?organisation=" + AccountsHouse.Pepinster.Id)).Text, StringComparison.Ordinal);
        Assert.Equal("ACC-008", (await browser.PostAsync("/accounts", "/accounts/invite",
            ("name", "Other"), ("sign_in_name", "AN"), ("organisation", AccountsHouse.Pepinster.Id.ToString()), ("role", "Mayor"), ("language", "fr-BE"))).Code);
    }

    [Theory, BothDatabases]
    public async Task Without_the_right_nobody_invites_disables_or_sees_accounts(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var (mayor, _, _) = await house.PersonAsync();
        Assert.Equal((HttpStatusCode.Forbidden, "SHELL-001"), ((await mayor.GetAsync("/accounts")).Status, (await mayor.GetAsync("/accounts")).Code));
        var person = (await house.Get<Sessions>().FindAsync(mayor.Session!, Ct))!.Person;
        var accounts = house.Get<Belfry.Shell.Accounts>();
        Assert.Equal("SHELL-001", (await accounts.InviteAsync(person, new Invitee("A", "abc", AccountsHouse.Pepinster.Id, Language.En, []), Ct)).Problems[0].Code);
        Assert.Equal("SHELL-001", (await accounts.ListAsync(person, AccountsHouse.Pepinster.Id, Ct)).Problems[0].Code);
        Assert.Equal("SHELL-001", (await accounts.DisableAsync(person, new Id<Account>(person.Account), "because I can", Ct)).Problems[0].Code);
    }

    [Theory, BothDatabases]
    public async Task S4_an_administrator_reaches_no_account_outside_the_territory_and_gives_no_role_there(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        await house.PersonAsync();
        var accounts = house.Get<Belfry.Shell.Accounts>();
        var an = (await accounts.ListAsync(house.Keeper(), AccountsHouse.Pepinster.Id, Ct)).Value.Single();
        var neighbour = house.Keeper() with { Organisation = AccountsHouse.Verviers.Id, Roles = [new RoleIn(Role.Administrator, AccountsHouse.Verviers.Id)] };
        foreach (var problem in (Problem[])[
            (await accounts.DisableAsync(neighbour, an.Key, "a long enough reason", Ct)).Problems[0], (await accounts.EnableAsync(neighbour, an.Key, "a long enough reason", Ct)).Problems[0],
            (await accounts.ReinviteAsync(neighbour, an.Key, "a long enough reason", Ct)).Problems[0]])
        {
            Assert.Equal("KERNEL-002", problem.Code);
        }

        var escalating = new Invitee("Me", "me-too", AccountsHouse.Verviers.Id, Language.En, [new RoleIn(Role.Minister, AccountsHouse.Centre.Id)]);
        Assert.Equal("SHELL-001", (await accounts.InviteAsync(neighbour, escalating, Ct)).Problems[0].Code);
    }

    [Theory, BothDatabases]
    public async Task In_the_real_world_inviting_asks_a_fresh_step_up(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind);
        var stale = house.Keeper() with { SteppedUp = house.Db.Clock.Now.AddMinutes(-6) };
        Assert.Equal("SHELL-002", (await house.Get<Belfry.Shell.Accounts>().InviteAsync(stale, new Invitee("A", "abc", AccountsHouse.Pepinster.Id, Language.En, []), Ct)).Problems[0].Code);
    }

    [Theory, BothDatabases]
    public async Task A_persona_comes_in_by_its_link_once_and_has_no_other_way(DatabaseKind kind)
    {
        await using var house = await AccountsHouse.OpenAsync(kind, World.Exercise);
        var personas = house.Get<PersonaLinks>();
        var persona = new Invitee("Mayor of Pepinster", "mayor", AccountsHouse.Pepinster.Id, Language.Fr, [new RoleIn(Role.Mayor, AccountsHouse.Pepinster.Id)]);
        var id = await personas.KeepAsync(persona, Ct);
        Assert.Equal(id, await personas.KeepAsync(persona, Ct));
        var earlier = (await personas.MakeAsync(id, Ct)).Value;
        var link = (await personas.MakeAsync(id, Ct)).Value;
        Assert.Equal("ACC-004", (await house.Open().PostAsync("/enter", "/enter", ("link", earlier.Token))).Code);
        var browser = house.Open();
        Assert.Equal("/", (await browser.PostAsync("/enter", "/enter", ("link", link.Token))).Location);
        Assert.Equal("Mayor of Pepinster", (await browser.GetAsync("/probe")).Text);
        Assert.Equal("ACC-004", (await house.Open().PostAsync("/enter", "/enter", ("link", link.Token))).Code);
        Assert.Equal("KERNEL-002", (await house.Get<Belfry.Shell.Accounts>().ReinviteAsync(house.Keeper(), id, "a long enough reason", Ct)).Problems[0].Code);
    }

    [Theory, BothDatabases]
    public async Task S19_the_real_world_has_no_personas_and_honours_none_of_their_links_or_sessions(DatabaseKind kind)
    {
        await using var exercise = await AccountsHouse.OpenAsync(kind, World.Exercise);
        var personas = exercise.Get<PersonaLinks>();
        var id = await personas.KeepAsync(new Invitee("Mayor", "mayor", AccountsHouse.Pepinster.Id, Language.Fr, []), Ct);
        var browser = exercise.Open();
        await browser.PostAsync("/enter", "/enter", ("link", (await personas.MakeAsync(id, Ct)).Value.Token));
        var unused = (await personas.MakeAsync(id, Ct)).Value;

        await using var real = await AccountsHouse.OpenAsync(kind, World.Real, beside: exercise); // someone restored the wrong backup
        Assert.Null(real.App.Services.GetService<PersonaLinks>());
        Assert.Throws<InvalidOperationException>(() => new PersonaLinks(real.Get<Instance>(), real.Db, new AccountsSettings()));
        Assert.Equal("ACC-004", (await real.Open().PostAsync("/enter", "/enter", ("link", unused.Token))).Code);
        var carried = real.Open();
        carried.Session = browser.Session;
        Assert.Equal(HttpStatusCode.Redirect, (await carried.GetAsync("/probe")).Status);
        Assert.Equal("Mayor", (await browser.GetAsync("/probe")).Text); // where it belongs it works
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;
}
