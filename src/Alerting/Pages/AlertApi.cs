using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Alerting.Pages;

/// <summary>The same use cases for programs: /api/alerts. An id names one version; what is made takes its id from the Idempotency-Key.</summary>
static class AlertApi
{
    sealed record WhyForm(string? Why);

    sealed record ApproveForm(string? Digest, string? Place);

    sealed record FollowForm(VersionKind Kind);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/alerts").WithTags("Alerts");
        api.MapGet("/", async (int? most, HttpContext http, AlertReader reader) =>
            Results.Json((await reader.ListAsync(http.SignedIn(), Math.Clamp(most ?? 200, 1, 1_000), http.RequestAborted)).Select(Shape), Json.Strict))
            .Needs(AlertPermissions.Read).WithSummary("Versions of alerts, newest first").WithDescription("most: 1 to 1000, default 200.");
        api.MapGet("/{id:guid}", OneAsync).Needs(AlertPermissions.Read).WithSummary("One version with its progress and the digest that an approval binds");
        api.MapPost("/", (HttpContext http, ComposeAlert compose, Clock clock) => WithAsync<AlertForm>(http, async form =>
                (await compose.StartAsync(http.SignedIn(), form, http.NewId<AlertVersion>(http.SignedIn(), clock), http.RequestAborted)).ToHttp(http, Shape, 201)))
            .Needs(AlertPermissions.Compose).Accepts<AlertForm>("application/json").RemembersAnswers().WithSummary("Start a draft");
        api.MapPut("/{id:guid}", (Guid id, HttpContext http, ComposeAlert compose) => WithAsync<AlertForm>(http, async form =>
                (await compose.RewriteAsync(http.SignedIn(), new(id), form, http.RequestAborted)).ToHttp(http, Shape)))
            .Needs(AlertPermissions.Compose).Accepts<AlertForm>("application/json").RemembersAnswers().WithSummary("Rewrite a draft");
        api.MapPost("/{id:guid}/submit", async (Guid id, HttpContext http, SubmitAlert submit) => (await submit.RunAsync(http.SignedIn(), new(id), http.RequestAborted)).ToHttp(http, Shape))
            .Needs(AlertPermissions.Compose).RemembersAnswers().WithSummary("Submit for approval; the count shown is kept");
        Why(api, "return", AlertPermissions.Approve, "Send back to the writers", (id, why, http, steps) => steps.Return.ReturnAsync(http.SignedIn(), id, why, http.RequestAborted));
        Why(api, "withdraw", AlertPermissions.Compose, "Take back before approval", (id, why, http, steps) => steps.Return.WithdrawAsync(http.SignedIn(), id, why, http.RequestAborted));
        Why(api, "stop", AlertPermissions.Stop, "Stop the dispatch", (id, why, http, steps) => steps.Stop.RunAsync(http.SignedIn(), id, why, http.RequestAborted));

        // A delegation may stand in for the right: the use case asks, the route only for reading.
        api.MapPost("/{id:guid}/approve", (Guid id, HttpContext http, ApproveAlert approve) => WithAsync<ApproveForm>(http, async form =>
                (await approve.RunAsync(http.SignedIn(), new(id), form.Digest, form.Place, http.RequestAborted)).ToHttp(http, Shape)))
            .Needs(AlertPermissions.Read).Accepts<ApproveForm>("application/json").RemembersAnswers().WithSummary("Approve what was seen")
            .WithDescription("digest: of the version as GET gave it. place: its name, typed.");
        api.MapPost("/{id:guid}/release", async (Guid id, HttpContext http, StopAlert stop) => (await stop.ReleaseAsync(http.SignedIn(), new(id), http.RequestAborted)).ToHttp(http))
            .Needs(AlertPermissions.Read).RemembersAnswers().WithSummary("Let a held dispatch go on with the count it has");
        api.MapPost("/{id:guid}/follow", (Guid id, HttpContext http, FollowUp follow, Clock clock) => WithAsync<FollowForm>(http, async form =>
                (await follow.RunAsync(http.SignedIn(), new(id), form.Kind, http.NewId<AlertVersion>(http.SignedIn(), clock), http.RequestAborted)).ToHttp(http, Shape, 201)))
            .Needs(AlertPermissions.Compose).Accepts<FollowForm>("application/json").RemembersAnswers().WithSummary("Start an update, correction, all-clear or cancel");
    }

    /// <summary>The two use cases whose form is only a reason.</summary>
    sealed record Steps(ReturnAlert Return, StopAlert Stop);

    static void Why(RouteGroupBuilder api, string verb, Permission permission, string summary, Func<Id<AlertVersion>, string?, HttpContext, Steps, Task<Result<Done>>> act) =>
        api.MapPost($"/{{id:guid}}/{verb}", (Guid id, HttpContext http, ReturnAlert back, StopAlert stop) =>
                WithAsync<WhyForm>(http, async form => (await act(new(id), form.Why, http, new Steps(back, stop))).ToHttp(http)))
            .Needs(permission).Accepts<WhyForm>("application/json").RemembersAnswers().WithSummary(summary).WithDescription("why: stands in the logbook, at most 1,000 characters.");

    static async Task<IResult> OneAsync(Guid id, HttpContext http, AlertReader reader, ApproveAlert approve)
    {
        var (who, ct) = (http.SignedIn(), http.RequestAborted);
        if (await reader.FindAsync(who, new(id), ct) is not { } version)
        {
            return Answers.Refusal(http, [KernelProblems.NotFound]);
        }

        var progress = await reader.ProgressAsync(who, version, ct);
        return Results.Json(new
        {
            version = Shape(version),
            digest = approve.DigestOf(version),
            progress,
            byMunicipality = await reader.ByMunicipalityAsync(who, version, ct),
            thread = (await reader.ThreadAsync(who, version.Alert, ct)).Select(one => new { id = one.Id.Value, one.Version, one.Kind, one.State, one.Changed }),
        }, Json.Strict);
    }

    static async Task<IResult> WithAsync<T>(HttpContext http, Func<T, Task<IResult>> act) =>
        (await Json.ReadAsync<T>(http)).TryGet(out var form, out var problems) ? await act(form) : Answers.Refusal(http, problems);

    static object Shape(AlertVersion version) => new
    {
        id = version.Id.Value, alert = version.Alert.Value, version.Number, version.Version, version.Kind, version.State, version.Class, version.Place, version.Channels,
        validMinutes = (long)version.Valid.TotalMinutes, version.Code, version.Shown, references = version.References?.Value, version.Incident, version.Organisation, version.SubmittedBy,
        version.Changed, version.Approved, version.Expires, version.Dispatch, version.Reason, version.Texts, area = System.Text.Json.Nodes.JsonNode.Parse(version.Area),
    };
}
