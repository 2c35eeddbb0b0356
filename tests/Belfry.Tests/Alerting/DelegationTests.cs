using Belfry.Alerting;
using Belfry.Kernel;
using Belfry.Shell;
using Belfry.Shell.Storage;
using Xunit;

namespace Belfry.Tests.Alerting;

/// <summary>The decision right handed on: in writing, by two, for a time, and not past its giver.</summary>
public sealed class DelegationTests
{
    static readonly Person Deputy = Town.Of("eline", Role.InformationOfficer, "63058");

    [Theory, BothDatabases]
    public async Task Law_a_confirmed_delegation_lets_its_taker_approve_and_the_approval_names_it(DatabaseKind kind)
    {
        await using var town = await OpenAsync(kind);
        var version = await town.SubmittedAsync();
        Assert.Equal("SHELL-001", (await town.ApproveAsync(version, Deputy)).Problems[0].Code);
        var given = (await Use(town).GrantAsync(Town.Mayor, Form(town))).Value;
        Assert.Equal("ALERT-037", (await town.ApproveAsync(version, Deputy)).Problems[0].Code);

        // Two persons: neither giver nor taker confirms.
        Assert.Equal("SHELL-001", (await Use(town).ConfirmAsync(Town.Mayor, given.Id)).Problems[0].Code);
        var giverConfirms = Town.Mayor with { Roles = [.. Town.Mayor.Roles, new RoleIn(Role.PlanningCoordinator, Town.Pepinster)] };
        Assert.Equal("ALERT-034", (await Use(town).ConfirmAsync(giverConfirms, given.Id)).Problems[0].Code);
        var takerConfirms = Deputy with { Roles = [.. Deputy.Roles, new RoleIn(Role.PlanningCoordinator, Town.Pepinster)] };
        Assert.Equal("ALERT-034", (await Use(town).ConfirmAsync(takerConfirms, given.Id)).Problems[0].Code);
        Assert.Equal("KERNEL-002", (await Use(town).ConfirmAsync(Town.Neighbour, given.Id)).Problems[0].Code);
        Assert.True((await Use(town).ConfirmAsync(Town.Coordinator, given.Id)).Ok);
        Assert.Equal("ALERT-012", (await Use(town).ConfirmAsync(Town.Governor, given.Id)).Problems[0].Code);

        Assert.True((await town.ApproveAsync(version, Deputy)).Ok);
        var bodies = await town.Db.ReadAsync(Viewer.Program("test"), reading => reading.QueryAsync<string>("select body from chain_entry"), TestContext.Current.CancellationToken);
        Assert.Contains(bodies, body => body.Contains("ApproveAlert", StringComparison.Ordinal) && body.Contains(given.Id.ToString(), StringComparison.Ordinal));
        Assert.Single(bodies, body => body.Contains("GrantDelegation", StringComparison.Ordinal));
        Assert.Single(bodies, body => body.Contains("ConfirmDelegation", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Law_a_taker_who_wrote_any_part_does_not_approve(DatabaseKind kind)
    {
        await using var town = await OpenAsync(kind);
        await HeldAsync(town);
        var version = await town.SubmittedAsync(who: Deputy);
        Assert.Equal("ALERT-011", (await town.ApproveAsync(version, Deputy)).Problems[0].Code);
        Assert.True((await town.ApproveAsync(version)).Ok);
    }

    [Theory, BothDatabases]
    public async Task A_delegation_ends_when_it_is_over_or_revoked(DatabaseKind kind)
    {
        await using var town = await OpenAsync(kind);
        var version = await town.SubmittedAsync();
        var revoked = await HeldAsync(town);
        Assert.Equal("KERNEL-002", (await Use(town).RevokeAsync(Town.Neighbour, revoked.Id)).Problems[0].Code);
        Assert.Equal("SHELL-001", (await Use(town).RevokeAsync(Town.Of("ines", Role.InformationOfficer, "63058"), revoked.Id)).Problems[0].Code);
        Assert.True((await Use(town).RevokeAsync(Town.Mayor, revoked.Id)).Ok);
        Assert.Equal("ALERT-036", (await town.ApproveAsync(version, Deputy)).Problems[0].Code);
        Assert.Equal("ALERT-012", (await Use(town).RevokeAsync(Deputy, revoked.Id)).Problems[0].Code);

        await HeldAsync(town, Form(town) with { From = town.Db.Clock.Now.AddHours(1), Until = town.Db.Clock.Now.AddHours(3) });
        Assert.Equal("ALERT-035", (await town.ApproveAsync(version, Deputy)).Problems[0].Code);
        town.Time.Pass(TimeSpan.FromHours(4));
        Assert.Equal("ALERT-035", (await town.ApproveAsync(version, Deputy)).Problems[0].Code);
        await HeldAsync(town);
        Assert.True((await town.ApproveAsync(version, Deputy)).Ok);
    }

    [Theory, BothDatabases]
    public async Task A_delegation_holds_for_its_territory_and_class_only(DatabaseKind kind)
    {
        await using var town = await OpenAsync(kind);
        await HeldAsync(town);
        Assert.Equal("SHELL-001", (await town.ApproveAsync(await town.SubmittedAsync(Town.Form(@class: MessageClass.Official)), Deputy)).Problems[0].Code);

        // The same paper from the mayor of the next town says nothing about this one.
        var mayor = Town.Of("valere", Role.Mayor, "63079");
        var both = Town.Of("wout", Role.InformationOfficer, "63058") with { Roles = [new RoleIn(Role.InformationOfficer, Town.Pepinster), new RoleIn(Role.InformationOfficer, Organisation.IdOf("63079"))] };
        await KeepAsync(town, mayor);
        await KeepAsync(town, both);
        var given = (await Use(town).GrantAsync(mayor, Form(town) with { Taker = "wout@town", Organisation = Organisation.IdOf("63079") })).Value;
        Assert.True((await Use(town).ConfirmAsync(Town.Neighbour, given.Id)).Ok);
        var version = await town.SubmittedAsync();
        Assert.Equal("SHELL-001", (await town.ApproveAsync(version, both)).Problems[0].Code);

        // The governor's reaches the municipalities of the province, as the governor does.
        var service = Town.Of("sabine", Role.GovernorService, "60000");
        await KeepAsync(town, service);
        await KeepAsync(town, Town.Governor);
        var province = (await Use(town).GrantAsync(Town.Governor, Form(town) with { Taker = "sabine@town", Organisation = Organisation.IdOf("60000") })).Value;
        Assert.True((await Use(town).ConfirmAsync(Town.DutyOfficer, province.Id)).Ok);
        Assert.True((await town.ApproveAsync(version, service)).Ok);
    }

    [Theory, BothDatabases]
    public async Task A_delegation_falls_with_its_giver_s_right(DatabaseKind kind)
    {
        await using var town = await OpenAsync(kind);
        await HeldAsync(town);
        var version = await town.SubmittedAsync();
        await town.Db.ChangeAsync(new Act(Viewer.Program("test"), "TakeRole"), change => RoleStore.TakeAsync(change, Town.Mayor.Account, Town.Mayor.Roles[0]), TestContext.Current.CancellationToken);
        Assert.Equal("ALERT-038", (await town.ApproveAsync(version, Deputy)).Problems[0].Code);
        await town.Db.ChangeAsync(new Act(Viewer.Program("test"), "GiveRole"), change => RoleStore.GiveAsync(change, Town.Mayor.Account, Town.Mayor.Roles[0]), TestContext.Current.CancellationToken);
        await town.Db.ChangeAsync(new Act(Viewer.Program("test"), "Disable"), change => AccountStore.SetDisabledAsync(change, Town.Mayor.Account, true), TestContext.Current.CancellationToken);
        Assert.Equal("ALERT-038", (await town.ApproveAsync(version, Deputy)).Problems[0].Code);
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_granted_is_refused_by_name(DatabaseKind kind)
    {
        await using var town = await OpenAsync(kind);
        async Task<string> CodeAsync(Person giver, DelegationForm form) => (await Use(town).GrantAsync(giver, form)).Problems[0].Code;
        var (form, now) = (Form(town), town.Db.Clock.Now);
        Assert.Equal("SHELL-001", await CodeAsync(Town.Coordinator, form));
        Assert.Equal("SHELL-001", await CodeAsync(Town.Mayor, form with { Organisation = Organisation.IdOf("63079") }));
        Assert.Equal("ALERT-030", await CodeAsync(Town.Mayor, form with { Taker = "nobody@town" }));
        Assert.Equal("ALERT-031", await CodeAsync(Town.Mayor, form with { Taker = "bastien@town" }));
        await KeepAsync(town, Town.Neighbour);
        Assert.Equal("ALERT-032", await CodeAsync(Town.Mayor, form with { Taker = "victor@town" }));
        Assert.Equal("ALERT-033", await CodeAsync(Town.Mayor, form with { Until = null }));
        Assert.Equal("ALERT-033", await CodeAsync(Town.Mayor, form with { Until = now.AddHours(-1) }));
        Assert.Equal("ALERT-033", await CodeAsync(Town.Mayor, form with { From = now.AddHours(2), Until = now.AddHours(1) }));
        Assert.Equal("ALERT-033", await CodeAsync(Town.Mayor, form with { From = now, Until = now.AddDays(93) }));
        Assert.Equal("SHELL-005", await CodeAsync(Town.Mayor, form with { Document = " " }));

        // What was given is not passed on.
        await HeldAsync(town);
        Assert.Equal("SHELL-001", await CodeAsync(Deputy, form with { Taker = "victor@town" }));
        Assert.Single(await Use(town).ListAsync(Town.Coordinator));
        Assert.Empty(await Use(town).ListAsync(Town.Neighbour));
    }

    static Delegations Use(Town town) => town.Get<Delegations>();

    static DelegationForm Form(Town town) => new("eline@town", Town.Pepinster, MessageClass.DangerToLife, null, town.Db.Clock.Now.AddDays(30), "B2026/14");

    static async Task<Delegation> HeldAsync(Town town, DelegationForm? form = null)
    {
        var given = (await Use(town).GrantAsync(Town.Mayor, form ?? Form(town))).Value;
        Assert.True((await Use(town).ConfirmAsync(Town.Coordinator, given.Id)).Ok);
        return given;
    }

    static async Task<Town> OpenAsync(DatabaseKind kind)
    {
        var town = await Town.OpenAsync(kind);
        await KeepAsync(town, Town.Mayor);
        await KeepAsync(town, Deputy);
        return town;
    }

    /// <summary>With an account and its roles as rows, as an invitation leaves them.</summary>
    internal static Task KeepAsync(Town town, Person who) => town.Db.ChangeAsync(new Act(Viewer.Program("test"), "KeepAccount"), async change =>
    {
        // The personas of the rehearsal have the short names already.
        await AccountStore.InsertAsync(change, new Account(who.Account, who.Organisation, who.Name, who.Name + "@town", who.Language, false, false, change.Now, null));
        foreach (var role in who.Roles)
        {
            await RoleStore.GiveAsync(change, who.Account, role);
        }
    }, TestContext.Current.CancellationToken);
}
