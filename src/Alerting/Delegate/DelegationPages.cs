using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Alerting.Pages;

/// <summary>Who decides in whose place: list, grant, confirm, revoke on one page.</summary>
static class DelegationPages
{
    static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/delegations", (HttpContext http, Delegations delegations) => PageAsync(http, delegations, null, [])).Needs(AlertPermissions.Read);
        routes.MapPost("/delegations", GrantAsync).Needs(AlertPermissions.Delegate).FromOurPage();
        Act(routes, "confirm", AlertPermissions.ConfirmDelegation, (delegations, id, http) => delegations.ConfirmAsync(http.SignedIn(), id, http.RequestAborted));
        Act(routes, "revoke", AlertPermissions.Read, (delegations, id, http) => delegations.RevokeAsync(http.SignedIn(), id, http.RequestAborted));
    }

    static void Act(IEndpointRouteBuilder routes, string verb, Permission permission, Func<Delegations, Guid, HttpContext, Task<Result<Done>>> act)
    {
        routes.MapGet($"/delegations/{{id:guid}}/{verb}", (Guid id) => Results.LocalRedirect("/delegations")).Needs(AlertPermissions.Read); // a refused form, loaded again
        routes.MapPost($"/delegations/{{id:guid}}/{verb}", async (Guid id, HttpContext http, Delegations delegations) =>
            await act(delegations, id, http) is { Ok: false } refused ? await PageAsync(http, delegations, null, refused.Problems) : Results.LocalRedirect("/delegations")).Needs(permission).FromOurPage();
    }

    static async Task<IResult> GrantAsync(HttpContext http, Delegations delegations)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var typed = new DelegationForm(
            form["taker"], Guid.TryParse(form["organisation"], out var organisation) ? organisation : Guid.Empty, Enum.TryParse<MessageClass>(form["class"], out var @class) ? @class : MessageClass.Official,
            LocalTime.Read(form["from"], Brussels), LocalTime.Read(form["until"], Brussels), form["document"]);
        var granted = await delegations.GrantAsync(http.SignedIn(), typed, http.RequestAborted);
        return granted.Ok ? Results.LocalRedirect("/delegations") : await PageAsync(http, delegations, typed, granted.Problems);
    }

    static async Task<IResult> PageAsync(HttpContext http, Delegations delegations, DelegationForm? typed, IReadOnlyList<Problem> problems)
    {
        var (who, access, organisations) = (http.SignedIn(), http.Use<Access>(), http.Use<Organisations>());
        bool May(Permission permission, Guid owner) => access.Ask(who, permission with { NeedsStepUp = false }, owner).Ok;
        var now = http.Use<Clock>().Now;
        var rows = (await delegations.ListAsync(who, http.RequestAborted)).Select(one => new DelegationsPage.Row(
            one, organisations.Find(one.Organisation)?.Name ?? LocalizedText.Same("?"), one.StateAt(now),
            one.StateAt(now) == DelegationState.Unconfirmed && who.Account != one.Giver && who.Account != one.Taker && May(AlertPermissions.ConfirmDelegation, one.Organisation),
            one.StateAt(now) is not (DelegationState.Over or DelegationState.Revoked)
                && (who.Account == one.Giver || who.Account == one.Taker || May(AlertPermissions.Delegate, one.Organisation) || May(AlertPermissions.ConfirmDelegation, one.Organisation)))).ToList();
        return Show.Page<DelegationsPage>(http, new Dictionary<string, object?>
        {
            [nameof(DelegationsPage.Rows)] = rows,
            [nameof(DelegationsPage.Typed)] = typed,
            [nameof(DelegationsPage.Longest)] = http.Use<AlertingSettings>().LongestDelegation,
            [nameof(DelegationsPage.Fresh)] = access.SteppedUp(who, AlertPermissions.Delegate).Ok,
            [nameof(DelegationsPage.Mine)] = who.Roles.Select(role => role.Organisation).Distinct().Where(one => May(AlertPermissions.Delegate, one)).Select(organisations.Find).OfType<Organisation>().ToList(),
        }, problems);
    }
}
