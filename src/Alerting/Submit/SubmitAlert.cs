using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>Hands a complete draft to those who decide: from here on nobody edits it. Counts once more and keeps the number that was shown.</summary>
public sealed class SubmitAlert(Db db, Access access, Audience audience, LeftOutside left, Dispatches dispatches, Territory territory, LiveHub live)
{
    public async Task<Result<AlertVersion>> RunAsync(Person who, Id<AlertVersion> id, CancellationToken ct = default)
    {
        if (await db.ReadAsync(access.ViewerOf(who), reading => AlertStore.FindAsync(reading, id), ct) is not { } version)
        {
            return KernelProblems.NotFound;
        }

        if (!access.Ask(who, AlertPermissions.Compose, version.Organisation, version.Class).TryGet(out var viewer, out var refused))
        {
            return Result<AlertVersion>.Refused(refused);
        }

        if (!VersionMoves.May(version.State, VersionState.Submitted))
        {
            return AlertProblems.MoveRefused.With(("from", version.State), ("to", VersionState.Submitted));
        }

        var area = Area.FromGeoJson(version.Area).Value; // it was an area when it was stored
        var missing = territory.LanguagesOf(area, version.Organisation).Where(language => version.TextIn(language) is null).ToList();
        if (missing.Count > 0)
        {
            return AlertProblems.NoText.At("texts", ("languages", string.Join(", ", missing).ToLowerInvariant()));
        }

        var shown = await ShownAsync(version, area, viewer, ct);
        if (shown == 0)
        {
            return AlertProblems.NobodyThere.At("area");
        }

        var result = await db.ChangeAsync<AlertVersion>(new Act(viewer, "SubmitAlert", "", version.Subject), async change =>
        {
            if (!await AlertStore.SubmitAsync(change, id, shown, who.Account))
            {
                return AlertProblems.ChangedMeanwhile;
            }

            change.Note("shown", shown);
            change.Raise(version.Subject, new AlertSubmitted(id.Value, version.Organisation, version.Number, version.Class.ToString()));
            Say(change, version, $"{version.Number} v{version.Version} submitted for approval: {version.Place}, {shown} messages");
            return (await AlertStore.FindAsync(change, id))!;
        }, ct);
        live.Changed($"alert-{version.Alert}");
        live.Changed("alerts");
        return result;
    }

    async Task<long> ShownAsync(AlertVersion version, Area area, Viewer viewer, CancellationToken ct)
    {
        if (version.Rule != AudienceRule.SameRecipients)
        {
            return (await audience.EstimateAsync(area, version.Channels, version.Class, ct)).Total + await left.CountAsync(version, area, ct);
        }

        // The same people as before: what was frozen then, less what was suppressed.
        var about = await db.ReadAsync(viewer, reading => AlertStore.FindAsync(reading, version.References!.Value), ct);
        var progress = about?.Dispatch is { } dispatch ? await dispatches.ProgressAsync(viewer, dispatch, ct) : null;
        return progress is null ? 0 : progress.Frozen - progress.In(DeliveryState.Suppressed);
    }

    /// <summary>A line in the logbook of the incident it belongs to, in the caller's change.</summary>
    internal static void Say(Change change, AlertVersion version, string line)
    {
        if (version.Incident is { } incident)
        {
            Logbook.Write(change, new Id<Incident>(incident), version.Organisation, new LogDraft(LogKind.Act, line));
        }
    }
}

/// <summary>Waits for approval. Whoever may decide is told.</summary>
public sealed record AlertSubmitted(Guid Version, Guid Organisation, string Number, string Class) : IEvent
{
    public static string Kind => "alerting.submitted/1";
}
