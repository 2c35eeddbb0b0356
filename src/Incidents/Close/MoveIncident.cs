using Belfry.Incidents.Storage;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Incidents;

/// <summary>Moves an incident on: assess, watch, activate, stabilise, close. The table in <see cref="Incident"/> says which moves there are.</summary>
public sealed class MoveIncident(Db db, Access access, LiveHub live)
{
    public async Task<Result<Done>> RunAsync(Person who, Id<Incident> id, IncidentState to, string? why, CancellationToken ct = default)
    {
        if (await db.ReadAsync(access.ViewerOf(who), reading => IncidentStore.FindAsync(reading, id), ct) is not { } incident)
        {
            return KernelProblems.NotFound;
        }

        var permission = to == IncidentState.Closed ? IncidentPermissions.Close : IncidentPermissions.Log;
        if (!access.Ask(who, permission, incident.Organisation).TryGet(out var viewer, out var refused))
        {
            return Result<Done>.Refused(refused);
        }

        if (!PlainText.From(why, "why", 1_000, required: to == IncidentState.Closed).TryGet(out var reason, out refused))
        {
            return Result<Done>.Refused(refused);
        }

        if (!Incident.May(incident.State, to))
        {
            return IncidentProblems.MoveRefused.With(("from", incident.State), ("to", to));
        }

        var result = await db.ChangeAsync<Done>(new Act(viewer, "MoveIncident", reason, incident.Subject), async change =>
        {
            if (!await IncidentStore.MoveAsync(change, id, incident.State, to))
            {
                return KernelProblems.ChangedMeanwhile;
            }

            change.Note("to", to.ToString());
            Logbook.Write(change, id, incident.Organisation, new LogDraft(LogKind.Act, reason.Length > 0 ? $"{incident.State} → {to}: {reason}" : $"{incident.State} → {to}"));
            if (to == IncidentState.Closed)
            {
                change.Raise(incident.Subject, new IncidentClosed(id.Value, incident.Organisation));
            }

            return Done.Value;
        }, ct);
        live.Changed($"incident-{id}");
        live.Changed("incidents");
        return result;
    }
}
