using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Incidents.Pages;

/// <summary>The same use cases for programs: /api/incidents and /api/intake.</summary>
static class IncidentApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("Incidents");
        api.MapGet("/incidents", async (bool? all, HttpContext http, IncidentReader reader) =>
            Results.Json((await reader.ListAsync(http.SignedIn(), all != true, ct: http.RequestAborted)).Select(Shape), Json.Strict)).Needs(IncidentPermissions.Read).WithSummary("Incidents, newest first");
        api.MapPost("/incidents", async (HttpContext http, OpenIncident open, Clock clock) =>
        {
            var form = await Json.ReadAsync<OpenIncidentForm>(http);
            return form.TryGet(out var typed, out var problems)
                ? (await open.RunAsync(http.SignedIn(), typed, http.NewId<Incident>(http.SignedIn(), clock), http.RequestAborted)).ToHttp(http, Shape, 201)
                : Answers.Refusal(http, problems);
        }).Needs(IncidentPermissions.Open).RemembersAnswers().WithSummary("Open an incident");
        api.MapGet("/incidents/{id:guid}/log", async (Guid id, long? after, HttpContext http, IncidentReader reader) =>
            await reader.LogbookAsync(http.SignedIn(), new Id<Incident>(id), after ?? 0, ct: http.RequestAborted) is { } found
                ? Results.Json(new { incident = Shape(found.Incident), lines = found.Lines }, Json.Strict)
                : Answers.Refusal(http, [KernelProblems.NotFound])).Needs(IncidentPermissions.Read).WithSummary("The logbook, 500 lines at a time");
        api.MapPost("/incidents/{id:guid}/log", async (Guid id, HttpContext http, WriteLine write) =>
        {
            var form = await Json.ReadAsync<LogForm>(http);
            return form.TryGet(out var typed, out var problems)
                ? (await write.RunAsync(http.SignedIn(), new Id<Incident>(id), typed, http.RequestAborted)).ToHttp(http)
                : Answers.Refusal(http, problems);
        }).Needs(IncidentPermissions.Log).RemembersAnswers().WithSummary("Write a line");
        api.MapPost("/incidents/{id:guid}/move", async (Guid id, HttpContext http, MoveIncident move) =>
        {
            var form = await Json.ReadAsync<MoveForm>(http);
            return form.TryGet(out var typed, out var problems)
                ? (await move.RunAsync(http.SignedIn(), new Id<Incident>(id), typed.To, typed.Why, http.RequestAborted)).ToHttp(http)
                : Answers.Refusal(http, problems);
        }).Needs(IncidentPermissions.Log).RemembersAnswers().WithSummary("Move an incident on");
        api.MapGet("/intake", async (bool? all, HttpContext http, IncidentReader reader) =>
            Results.Json(await reader.IntakeAsync(http.SignedIn(), all != true, ct: http.RequestAborted), Json.Strict)).Needs(IncidentPermissions.Triage).WithSummary("Messages that wait");
        api.MapPost("/intake/cap", async (HttpContext http, ReceiveCap receive) =>
        {
            var body = await Json.BytesAsync(http, SafeXml.UsualBytes);
            return body.TryGet(out var document, out var problems)
                ? (await receive.RunAsync(http.SignedIn(), document, http.RequestAborted)).ToHttp(http, message => new { id = message.Id.Value, message.Title, message.Trust }, 201)
                : Answers.Refusal(http, problems);
        }).Needs(IncidentPermissions.Deliver).WithSummary("Deliver a CAP message (application/cap+xml)");
    }

    sealed record MoveForm(IncidentState To, string? Why = null);

    static object Shape(Incident incident) => new
    {
        id = incident.Id.Value, incident.Number, incident.Title, incident.Kind, incident.Place, incident.State, incident.Organisation, incident.Opened, incident.OpenedBy, incident.Closed,
        area = incident.Area.Length == 0 ? null : System.Text.Json.Nodes.JsonNode.Parse(incident.Area),
    };
}
