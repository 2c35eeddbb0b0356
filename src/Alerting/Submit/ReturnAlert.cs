using Belfry.Alerting.Storage;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>Back to the writers, or out of the way. Both say why.</summary>
public sealed class ReturnAlert(Db db, Access access, LiveHub live)
{
    /// <summary>The one who decides sends it back to be rewritten.</summary>
    public Task<Result<Done>> ReturnAsync(Person who, Id<AlertVersion> id, string? why, CancellationToken ct = default) =>
        MoveAsync(who, id, AlertPermissions.Approve, VersionState.Submitted, VersionState.Draft, why, "returned", ct);

    /// <summary>Taken back before it was approved.</summary>
    public async Task<Result<Done>> WithdrawAsync(Person who, Id<AlertVersion> id, string? why, CancellationToken ct = default)
    {
        var was = await db.ReadAsync(access.ViewerOf(who), reading => AlertStore.FindAsync(reading, id), ct);
        return await MoveAsync(who, id, AlertPermissions.Compose, was?.State ?? VersionState.Draft, VersionState.Withdrawn, why, "withdrawn", ct);
    }

    async Task<Result<Done>> MoveAsync(Person who, Id<AlertVersion> id, Permission permission, VersionState from, VersionState to, string? why, string said, CancellationToken ct)
    {
        if (await db.ReadAsync(access.ViewerOf(who), reading => AlertStore.FindAsync(reading, id), ct) is not { } version)
        {
            return KernelProblems.NotFound;
        }

        // Sending back needs no second factor: it keeps silence, it does not break it.
        if (!access.Ask(who, permission with { NeedsStepUp = false }, version.Organisation, version.Class).TryGet(out var viewer, out var refused)
            || !Reason.From(why).TryGet(out var reason, out refused))
        {
            return Result<Done>.Refused(refused);
        }

        if (version.State != from || !VersionMoves.May(from, to))
        {
            return AlertProblems.MoveRefused.With(("from", version.State), ("to", to));
        }

        var result = await db.ChangeAsync<Done>(new Act(viewer, to == VersionState.Draft ? "ReturnAlert" : "WithdrawAlert", reason, version.Subject), async change =>
        {
            if (!await AlertStore.MoveAsync(change, id, from, to, reason))
            {
                return AlertProblems.ChangedMeanwhile;
            }

            SubmitAlert.Say(change, version, $"{version.Number} v{version.Version} {said}: {reason}");
            return Done.Value;
        }, ct);
        live.Changed($"alert-{version.Alert}");
        live.Changed("alerts");
        return result;
    }
}
