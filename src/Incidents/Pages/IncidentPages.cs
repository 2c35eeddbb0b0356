using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Incidents.Pages;

/// <summary>Incidents and their logbooks, as pages.</summary>
static class IncidentPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/incidents", async (HttpContext http, IncidentReader reader) =>
            Show.Page<IncidentsPage>(http, new Dictionary<string, object?> { ["Incidents"] = await reader.ListAsync(http.SignedIn(), open: http.Request.Query["all"] != "1", ct: http.RequestAborted) }))
            .Needs(IncidentPermissions.Read);
        routes.MapGet("/incidents/new", (HttpContext http) => Show.Page<NewIncidentPage>(http, new Dictionary<string, object?>())).Needs(IncidentPermissions.Open);
        routes.MapPost("/incidents/new", OpenAsync).Needs(IncidentPermissions.Open).FromOurPage();
        routes.MapGet("/incidents/{id:guid}", (Guid id, HttpContext http, IncidentReader reader, ActionRegistry actions) => OneAsync(id, http, reader, actions, [])).Needs(IncidentPermissions.Read);
        // A refused form, loaded again.
        routes.MapGet("/incidents/{id:guid}/lines", (Guid id) => Results.LocalRedirect($"/incidents/{id}")).Needs(IncidentPermissions.Read);
        routes.MapGet("/incidents/{id:guid}/move", (Guid id) => Results.LocalRedirect($"/incidents/{id}")).Needs(IncidentPermissions.Read);
        routes.MapPost("/incidents/{id:guid}/lines", WriteAsync).Needs(IncidentPermissions.Log).FromOurPage();
        routes.MapPost("/incidents/{id:guid}/move", MoveAsync).Needs(IncidentPermissions.Log).FromOurPage();
    }

    static async Task<IResult> OpenAsync(HttpContext http, OpenIncident open)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var typed = new OpenIncidentForm(form["title"], form["kind"], form["place"], form["area"]);
        var opened = await open.RunAsync(http.SignedIn(), typed, null, http.RequestAborted);
        if (opened.Ok)
        {
            await FormDrafts.ForgetAsync(http, "incident-new");
        }

        return opened.TryGet(out var incident, out var problems)
            ? Results.LocalRedirect($"/incidents/{incident.Id}")
            : Show.Page<NewIncidentPage>(http, new Dictionary<string, object?> { ["Typed"] = typed }, problems);
    }

    static async Task<IResult> WriteAsync(Guid id, HttpContext http, IncidentReader reader, WriteLine write, ActionRegistry actions)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");
        var line = new LogForm(
            form["text"], Enum.TryParse<LogKind>(form["kind"], out var kind) ? kind : LogKind.Note, form["discipline"], LocalTime.Read(form["happened"], zone), null, null,
            Enum.TryParse<SourceReliability>(form["reliability"], out var reliability) ? reliability : SourceReliability.F, int.TryParse(form["credibility"], out var credibility) ? credibility : 6,
            long.TryParse(form["target"], out var target) ? target : null);
        var done = await write.RunAsync(http.SignedIn(), new Id<Incident>(id), line, http.RequestAborted);
        if (done.Ok)
        {
            await FormDrafts.ForgetAsync(http, $"line-{id}");
        }

        return done.Ok ? Results.LocalRedirect($"/incidents/{id}") : await OneAsync(id, http, reader, actions, done.Problems, line);
    }

    static async Task<IResult> MoveAsync(Guid id, HttpContext http, IncidentReader reader, MoveIncident move, ActionRegistry actions)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Enum.TryParse<IncidentState>(form["to"], out var to))
        {
            return await OneAsync(id, http, reader, actions, [ShellProblems.FieldMissing.At("to")]);
        }

        var done = await move.RunAsync(http.SignedIn(), new Id<Incident>(id), to, form["why"], http.RequestAborted);
        return done.Ok ? Results.LocalRedirect($"/incidents/{id}") : await OneAsync(id, http, reader, actions, done.Problems);
    }

    static async Task<IResult> OneAsync(Guid id, HttpContext http, IncidentReader reader, ActionRegistry actions, IReadOnlyList<Problem> problems, LogForm? typed = null) =>
        await reader.LogbookAsync(http.SignedIn(), new Id<Incident>(id), ct: http.RequestAborted) is { } found
            ? Show.Page<IncidentPage>(http, new Dictionary<string, object?>
            {
                ["Incident"] = found.Incident, ["Lines"] = found.Lines, ["Typed"] = typed, ["Target"] = long.TryParse(http.Request.Query["correct"], out var target) ? target : typed?.Target,
                ["Uses"] = actions.For(http.SignedIn(), AppliesTo.Incident).ToList(),
            }, problems)
            : Show.Refused(http, [KernelProblems.NotFound]);
}
