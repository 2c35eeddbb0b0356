using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Incidents.Pages;

/// <summary>The intake desk: what waits, one message, and what becomes of it.</summary>
static class IntakePages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/intake", async (HttpContext http, IncidentReader reader) =>
            Show.Page<IntakePage>(http, new Dictionary<string, object?> { ["Messages"] = await reader.IntakeAsync(http.SignedIn(), waiting: http.Request.Query["all"] != "1", ct: http.RequestAborted) }))
            .Needs(IncidentPermissions.Triage);
        routes.MapGet("/intake/{id:guid}", (Guid id, HttpContext http, IncidentReader reader) => OneAsync(id, http, reader, [])).Needs(IncidentPermissions.Triage);
        // A refused form, loaded again.
        routes.MapGet("/intake/{id:guid}/accept", (Guid id) => Results.LocalRedirect($"/intake/{id}")).Needs(IncidentPermissions.Triage);
        routes.MapGet("/intake/{id:guid}/dismiss", (Guid id) => Results.LocalRedirect($"/intake/{id}")).Needs(IncidentPermissions.Triage);
        routes.MapPost("/intake/{id:guid}/accept", async (Guid id, HttpContext http, IncidentReader reader, TriageMessage triage) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            var opened = await triage.AcceptAsync(http.SignedIn(), new Id<IntakeMessage>(id), form["title"], null, http.RequestAborted);
            if (opened.Ok)
            {
                await FormDrafts.ForgetAsync(http, $"intake-{id}");
            }

            return opened.TryGet(out var incident, out var problems) ? Results.LocalRedirect($"/incidents/{incident.Id}") : await OneAsync(id, http, reader, problems);
        }).Needs(IncidentPermissions.Triage).FromOurPage();
        routes.MapPost("/intake/{id:guid}/dismiss", async (Guid id, HttpContext http, IncidentReader reader, TriageMessage triage) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            var done = await triage.DismissAsync(http.SignedIn(), new Id<IntakeMessage>(id), form["why"], http.RequestAborted);
            return done.Ok ? Results.LocalRedirect("/intake") : await OneAsync(id, http, reader, done.Problems);
        }).Needs(IncidentPermissions.Triage).FromOurPage();
    }

    static async Task<IResult> OneAsync(Guid id, HttpContext http, IncidentReader reader, IReadOnlyList<Problem> problems) =>
        await reader.FindAsync(http.SignedIn(), new Id<IntakeMessage>(id), http.RequestAborted) is { } message
            ? Show.Page<IntakeMessagePage>(http, new Dictionary<string, object?> { ["Message"] = message }, problems)
            : Show.Refused(http, [KernelProblems.NotFound]);
}
