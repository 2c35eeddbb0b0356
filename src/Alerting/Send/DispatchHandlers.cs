using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting.Send;

/// <summary>What the ledger tells: a dispatch ended, or waits for a person.</summary>
sealed class DispatchHandlers(LiveHub live)
{
    public async Task<Result<Done>> EndedAsync(Change change, DispatchEnded ended)
    {
        if (await AlertStore.FindByDispatchAsync(change, ended.Dispatch) is not { } version)
        {
            return Done.Value; // another room's dispatch
        }

        var to = ended.State switch { nameof(DispatchState.Finished) => VersionState.Sent, nameof(DispatchState.Stopped) => VersionState.Stopped, _ => VersionState.Expired };
        if (version.State != to && VersionMoves.May(version.State, to))
        {
            await AlertStore.MoveAsync(change, version.Id, version.State, to);
        }

        var progress = await Dispatches.ProgressAsync(change, ended.Dispatch);
        SubmitAlert.Say(change, version, $"{version.Number} v{version.Version} {to}: {ended.Frozen} messages, {progress!.In(DeliveryState.Handed, DeliveryState.Delivered)} taken by the carriers, {progress.In(DeliveryState.Failed)} failed, {progress.In(DeliveryState.Unknown)} unknown, {progress.In(DeliveryState.Stopped, DeliveryState.Expired)} not sent");
        live.Changed($"alert-{version.Alert}");
        live.Changed("alerts");
        return Done.Value;
    }

    public async Task<Result<Done>> HeldAsync(Change change, DispatchHeld held)
    {
        if (await AlertStore.FindByDispatchAsync(change, held.Dispatch) is { } version)
        {
            SubmitAlert.Say(change, version, $"{version.Number} v{version.Version} is held: {held.Shown} messages were shown, {held.Frozen} are frozen. Release it or stop it");
            live.Changed($"alert-{version.Alert}");
        }

        return Done.Value;
    }
}
