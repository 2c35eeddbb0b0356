using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Alerting.Pages;

/// <summary>The same use cases for programs: /api/delegations.</summary>
static class DelegationApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/delegations").WithTags("Alerts");
        api.MapGet("/", async (HttpContext http, Delegations delegations, Clock clock) =>
            Results.Json((await delegations.ListAsync(http.SignedIn(), http.RequestAborted)).Select(one => Shape(one, clock)), Json.Strict))
            .Needs(AlertPermissions.Read).WithSummary("Delegations of the decision right in the territory, the newest end first");
        api.MapPost("/", async (HttpContext http, Delegations delegations, Clock clock) => (await Json.ReadAsync<DelegationForm>(http)).TryGet(out var form, out var problems)
                ? (await delegations.GrantAsync(http.SignedIn(), form, http.RequestAborted)).ToHttp(http, one => Shape(one, clock), 201)
                : Answers.Refusal(http, problems))
            .Needs(AlertPermissions.Delegate).Accepts<DelegationForm>("application/json").RemembersAnswers().WithSummary("Delegate the decision for a territory and class")
            .WithDescription("taker: sign-in name. document: reference of the written decision. It holds once another person has confirmed it.");
        api.MapPost("/{id:guid}/confirm", async (Guid id, HttpContext http, Delegations delegations) => (await delegations.ConfirmAsync(http.SignedIn(), id, http.RequestAborted)).ToHttp(http))
            .Needs(AlertPermissions.ConfirmDelegation).RemembersAnswers().WithSummary("Confirm as the second person");
        api.MapPost("/{id:guid}/revoke", async (Guid id, HttpContext http, Delegations delegations) => (await delegations.RevokeAsync(http.SignedIn(), id, http.RequestAborted)).ToHttp(http))
            .Needs(AlertPermissions.Read).RemembersAnswers().WithSummary("End it at once");
    }

    static object Shape(Delegation one, Clock clock) => new
    {
        one.Id, one.Organisation, one.Giver, one.GiverName, one.Taker, one.TakerName, one.Class, from = one.Starts, until = one.Ends, one.Document, state = one.StateAt(clock.Now),
        one.Granted, one.Confirmed, one.ConfirmedName, one.Revoked, one.RevokedName,
    };
}
