using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>One person is enough to stop, and to let go on what the ledger held. Nothing is handed over from the commit on (P3).</summary>
public sealed class StopAlert(Db db, Access access, Dispatches dispatches, LiveHub live)
{
    public async Task<Result<Done>> RunAsync(Person who, Id<AlertVersion> id, string? why, CancellationToken ct = default)
    {
        if (await FindAsync(who, id, ct) is not { } version)
        {
            return KernelProblems.NotFound;
        }

        if (!access.Ask(who, AlertPermissions.Stop, version.Organisation, version.Class).TryGet(out var viewer, out var refused)
            || !Reason.From(why).TryGet(out var reason, out refused))
        {
            return Result<Done>.Refused(refused);
        }

        if (!VersionMoves.May(version.State, VersionState.Stopped))
        {
            return AlertProblems.MoveRefused.With(("from", version.State), ("to", VersionState.Stopped));
        }

        var result = await db.ChangeAsync<Done>(new Act(viewer, "StopAlert", reason, version.Subject), async change =>
        {
            if (!await AlertStore.MoveAsync(change, id, version.State, VersionState.Stopped, reason))
            {
                return AlertProblems.ChangedMeanwhile;
            }

            var stopped = await Dispatches.StopAsync(change, version.Dispatch!.Value);
            SubmitAlert.Say(change, version, $"{version.Number} v{version.Version} stopped: {reason}");
            return stopped;
        }, ct);
        if (result.Ok)
        {
            dispatches.Ring(version.Dispatch);
        }

        live.Changed($"alert-{version.Alert}");
        live.Changed("alerts");
        return result;
    }

    /// <summary>Lets a held dispatch go on, with the count it has. Whoever may approve may do this; the approval itself stands.</summary>
    public async Task<Result<Done>> ReleaseAsync(Person who, Id<AlertVersion> id, CancellationToken ct = default)
    {
        if (await FindAsync(who, id, ct) is not { } version)
        {
            return KernelProblems.NotFound;
        }

        if (!access.Ask(who, AlertPermissions.Approve, version.Organisation, version.Class).TryGet(out var viewer, out var refused))
        {
            return Result<Done>.Refused(refused);
        }

        if (version.Dispatch is not { } dispatch)
        {
            return AlertProblems.MoveRefused.With(("from", version.State), ("to", VersionState.Sending));
        }

        var result = await db.ChangeAsync<Done>(new Act(viewer, "ReleaseAlert", "", version.Subject), async change =>
        {
            SubmitAlert.Say(change, version, $"{version.Number} v{version.Version} released with the count it has");
            return await Dispatches.ReleaseAsync(change, dispatch);
        }, ct);
        dispatches.Ring();
        live.Changed($"alert-{version.Alert}");
        return result;
    }

    Task<AlertVersion?> FindAsync(Person who, Id<AlertVersion> id, CancellationToken ct) => db.ReadAsync(access.ViewerOf(who), reading => AlertStore.FindAsync(reading, id), ct);
}
