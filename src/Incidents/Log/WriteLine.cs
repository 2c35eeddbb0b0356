using Belfry.Incidents.Storage;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Incidents;

/// <summary>A line as typed.</summary>
public sealed record LogForm(
    string? Text, LogKind Kind = LogKind.Note, string? Discipline = null, DateTimeOffset? Happened = null, DateTimeOffset? Observed = null, DateTimeOffset? Received = null,
    SourceReliability Reliability = SourceReliability.F, int Credibility = 6, long? Target = null);

/// <summary>Adds a line to a logbook. Nothing is ever overwritten: a correction is a line that points at another.</summary>
public sealed class WriteLine(Db db, Access access, LiveHub live)
{
    public const int MostCharacters = 4_000;

    public async Task<Result<Done>> RunAsync(Person who, Id<Incident> id, LogForm form, CancellationToken ct = default)
    {
        var seen = access.ViewerOf(who);
        if (await db.ReadAsync(seen, reading => IncidentStore.FindAsync(reading, id), ct) is not { } incident)
        {
            return KernelProblems.NotFound;
        }

        if (!access.Ask(who, IncidentPermissions.Log, incident.Organisation).TryGet(out var viewer, out var refused))
        {
            return Result<Done>.Refused(refused);
        }

        var (text, discipline) = (PlainText.From(form.Text, "text", MostCharacters), PlainText.From(form.Discipline, "discipline", 20, required: false));
        var problems = text.Problems.Concat(discipline.Problems).ToList();
        if (form.Credibility is < 1 or > 6)
        {
            problems.Add(IncidentProblems.CredibilityRange.At("credibility"));
        }

        foreach (var (field, at) in ((string, DateTimeOffset?)[])[("happened", form.Happened), ("observed", form.Observed), ("received", form.Received)])
        {
            if (at > db.Clock.Now.AddMinutes(1))
            {
                problems.Add(IncidentProblems.InTheFuture.At(field));
            }
        }

        if (problems.Count > 0)
        {
            return Result<Done>.Refused(problems);
        }

        var result = await db.ChangeAsync<Done>(new Act(viewer, "WriteLine", "", incident.Subject), async change =>
        {
            if (incident.Closed is not null && form.Kind is not (LogKind.Correction or LogKind.Withdrawal))
            {
                return IncidentProblems.Closed;
            }

            if (form.Target is { } target && await LogStore.FindAsync(change, id, target) is null)
            {
                return IncidentProblems.TargetUnknown.At("target", ("number", target));
            }

            Logbook.Write(change, id, incident.Organisation, new LogDraft(
                form.Kind, text.Value, discipline.Value, form.Happened?.ToUniversalTime(), form.Observed?.ToUniversalTime(), form.Received?.ToUniversalTime(), form.Reliability, form.Credibility, form.Target));
            return Done.Value;
        }, ct);
        if (result.Ok)
        {
            live.Changed($"incident-{id}");
        }

        return result;
    }
}
