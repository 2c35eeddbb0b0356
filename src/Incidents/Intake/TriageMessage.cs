using Belfry.Incidents.Storage;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Incidents;

/// <summary>A person decides what becomes of a message: an incident, or nothing, with a reason.</summary>
public sealed class TriageMessage(Db db, Access access, OpenIncident open, Instance instance, LiveHub live)
{
    public async Task<Result<Incident>> AcceptAsync(Person who, Id<IntakeMessage> id, string? title = null, Guid? organisation = null, CancellationToken ct = default)
    {
        if (await FindAsync(who, id, ct) is not { } message)
        {
            return KernelProblems.NotFound;
        }

        var owner = organisation ?? message.Organisation;
        if (!access.Ask(who, IncidentPermissions.Triage, message.Organisation).TryGet(out _, out var refused) || !access.Ask(who, IncidentPermissions.Open, owner).TryGet(out var viewer, out refused))
        {
            return Result<Incident>.Refused(refused);
        }

        var words = string.IsNullOrWhiteSpace(title) ? message.Title : title;
        if (!OpenIncident.Parse(new OpenIncidentForm(words.Length > 200 ? words[..200] : words, message.Source.ToUpperInvariant(), "", message.Area)).TryGet(out var parsed, out refused))
        {
            return Result<Incident>.Refused(refused);
        }

        var result = await db.ChangeAsync<Incident>(new Act(viewer, "AcceptMessage", "", $"intake/{id}"), async change =>
        {
            var incident = await open.AddAsync(change, Id<Incident>.New(instance.Clock), owner, parsed);
            if (!await IntakeStore.DecideAsync(change, id, IntakeState.Accepted, "", incident.Id.Value))
            {
                return IncidentProblems.AlreadyDecided.With(("who", (await IntakeStore.FindAsync(change, id))?.DecidedBy ?? ""));
            }

            Logbook.Write(change, incident.Id, owner, new LogDraft(
                LogKind.Report, $"{message.Sender}: {message.Title}", "", null, message.Sent, message.Received, message.Trust == IntakeTrust.Verified ? SourceReliability.A : SourceReliability.F));
            return incident;
        }, ct);
        live.Changed("intake");
        live.Changed("incidents");
        return result;
    }

    public async Task<Result<Done>> DismissAsync(Person who, Id<IntakeMessage> id, string? why, CancellationToken ct = default)
    {
        if (await FindAsync(who, id, ct) is not { } message)
        {
            return KernelProblems.NotFound;
        }

        if (!access.Ask(who, IncidentPermissions.Triage, message.Organisation).TryGet(out var viewer, out var refused) || !PlainText.From(why, "why", 1_000).TryGet(out var reason, out refused))
        {
            return Result<Done>.Refused(refused);
        }

        var result = await db.ChangeAsync<Done>(new Act(viewer, "DismissMessage", reason, $"intake/{id}"), async change =>
            await IntakeStore.DecideAsync(change, id, IntakeState.Dismissed, reason, null)
                ? Done.Value
                : IncidentProblems.AlreadyDecided.With(("who", (await IntakeStore.FindAsync(change, id))?.DecidedBy ?? "")), ct);
        live.Changed("intake");
        return result;
    }

    Task<IntakeMessage?> FindAsync(Person who, Id<IntakeMessage> id, CancellationToken ct) => db.ReadAsync(access.ViewerOf(who), reading => IntakeStore.FindAsync(reading, id), ct);
}
