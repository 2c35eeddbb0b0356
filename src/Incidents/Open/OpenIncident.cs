using System.Globalization;
using Belfry.Geography;
using Belfry.Incidents.Storage;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Incidents;

/// <summary>What is known when an incident is opened. Text as typed.</summary>
/// <param name="Organisation">Whose incident it is; null: of the organisation the person acts for.</param>
/// <param name="Area">GeoJSON, or null.</param>
public sealed record OpenIncidentForm(string? Title, string? Kind = null, string? Place = null, string? Area = null, Guid? Organisation = null);

/// <summary>Opens an incident: its row, the first line of its logbook and the event, in one commit.</summary>
public sealed class OpenIncident(Db db, Access access, Instance instance, LiveHub live)
{
    public async Task<Result<Incident>> RunAsync(Person who, OpenIncidentForm form, Id<Incident>? id = null, CancellationToken ct = default)
    {
        var owner = form.Organisation ?? who.Organisation;
        if (!access.Ask(who, IncidentPermissions.Open, owner).TryGet(out var viewer, out var refused))
        {
            return Result<Incident>.Refused(refused);
        }

        if (!Parse(form).TryGet(out var parsed, out refused))
        {
            return Result<Incident>.Refused(refused);
        }

        var made = id ?? Id<Incident>.New(instance.Clock);
        var result = await db.ChangeAsync<Incident>(new Act(viewer, "OpenIncident", "", $"incident/{made}"), async change =>
            await IncidentStore.FindAsync(change, made) is { } already ? already : await AddAsync(change, made, owner, parsed), ct);
        live.Changed("incidents");
        return result;
    }

    /// <summary>The same inside another room's change.</summary>
    internal async Task<Incident> AddAsync(Change change, Id<Incident> id, Guid owner, Parsed parsed)
    {
        var year = BelgianYear(change.Now);
        var number = await IncidentStore.NextNumberAsync(change, owner, year);
        var incident = new Incident(
            id, owner, string.Create(CultureInfo.InvariantCulture, $"{instance.Prefix}{year}-{number:0000}"), parsed.Title, parsed.Kind, parsed.Place, parsed.Area, IncidentState.Reported,
            change.Now, change.Viewer.Name, null);
        await IncidentStore.AddAsync(change, incident);
        Logbook.Write(change, id, owner, new LogDraft(LogKind.Act, $"Incident {incident.Number}: {incident.Title}"));
        change.Raise(incident.Subject, new IncidentOpened(id.Value, owner, incident.Number, incident.Title));
        return incident;
    }

    internal sealed record Parsed(string Title, string Kind, string Place, string Area);

    internal static Result<Parsed> Parse(OpenIncidentForm form)
    {
        var (title, kind, place) = (PlainText.From(form.Title, "title", 200), PlainText.From(form.Kind, "kind", 60, required: false), PlainText.From(form.Place, "place", 200, required: false));
        var area = string.IsNullOrWhiteSpace(form.Area) ? "" : Drawing.Read(form.Area).Then<string>(found => found.ToGeoJson());
        IReadOnlyList<Problem> problems = [.. title.Problems, .. kind.Problems, .. place.Problems, .. area.Problems.Select(problem => problem with { Field = "area" })];
        return problems.Count > 0 ? Result<Parsed>.Refused(problems) : new Parsed(title.Value, kind.Value, place.Value, area.Value);
    }

    // The year turns at midnight in Brussels, as people say it.
    static int BelgianYear(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Brussels).Year;

    static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");
}
