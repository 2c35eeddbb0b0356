using Belfry.Dispatch.Storage;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.Extensions.Logging;

namespace Belfry.Dispatch.Send;

/// <summary>Keeps the books of dispatches: takes back what dead nodes held, ends what is over, sweeps what was stopped, writes milestones.</summary>
sealed class Bookkeeper(Db db, Node node, LedgerBell bell, LiveHub live, ILogger<Bookkeeper> log)
{
    const long MostInSweep = 5_000;
    const long MostTries = 3;

    // A program that dies says nothing about the message. Only one that kills every program would come this far.
    const long MostDeaths = 20;
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    readonly Viewer keeper = Viewer.Program("bookkeeper");

    public async Task RunAsync(CancellationToken ct)
    {
        using var sleeper = bell.Listen();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await StepAsync(ct);
                await sleeper.WaitAsync(Look, ct);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "The bookkeeper stumbled and goes on");
                await db.Clock.DelayAsync(Look, ct);
            }
        }
    }

    /// <summary>What was in other hands when the program died. Before any route starts, and before the dead are buried: twice does no harm, never does.</summary>
    public async Task TakeBackAsync(IReadOnlyList<Guid> dead, CancellationToken ct)
    {
        if (dead.Count == 0)
        {
            return;
        }

        foreach (var dispatch in await db.ReadAsync(keeper, DispatchStore.UnsettledAsync, ct))
        {
            await db.ChangeAsync(new Act(keeper, "TakeBack", "", dispatch.Subject), async change =>
            {
                var back = await DeliveryStore.TakeBackAsync(change, dispatch.Id, dead);
                var again = dispatch.Class == MessageClass.DangerToLife ? await DeliveryStore.ResendUnknownAsync(change, dispatch.Id, MostDeaths) : 0;
                foreach (var lane in await DispatchStore.LanesAsync(change, dispatch.Id))
                {
                    await DispatchStore.RecountAsync(change, dispatch.Id, lane.Channel);
                }

                if (back > 0)
                {
                    change.Append(ChainName.AuditOf(dispatch.Organisation), Milestone.Of("taken back", dispatch, await DispatchStore.CountsAsync(change, dispatch.Id)));
                    log.LogWarning("{Subject}: {Back} deliveries were in the hands of a dead node; {Again} of unknown fate go once more", dispatch.Subject, back, again);
                }
            }, ct);
        }
    }

    public async Task StepAsync(CancellationToken ct)
    {
        var stood = false;
        await db.ChangeAsync(new Act(keeper, "SayWeAreHere"), async change => stood = await node.SeenAsync(change), ct);
        if (!stood)
        {
            log.LogWarning("{Node} was silent for so long that others took what it had in hand; it goes on", node.Name);
        }

        var dead = await db.ReadAsync(keeper, reading => node.DeadAsync(reading, db.Clock.Now), ct);
        await TakeBackAsync(dead, ct);
        if (dead.Count > 0)
        {
            await db.ChangeAsync(new Act(keeper, "BuryNodes"), change => node.BuryAsync(change, dead), ct);
        }

        foreach (var dispatch in await db.ReadAsync(keeper, DispatchStore.UnendedAsync, ct))
        {
            await KeepAsync(dispatch, ct);
        }
    }

    async Task KeepAsync(DispatchStore.Row dispatch, CancellationToken ct)
    {
        if (dispatch.State is DispatchState.Freezing or DispatchState.Sending or DispatchState.Held && dispatch.Expires <= db.Clock.Now)
        {
            await db.ChangeAsync(new Act(keeper, "ExpireDispatch", "", dispatch.Subject), change =>
                DispatchStore.MoveAsync(change, dispatch.Id, [DispatchState.Freezing, DispatchState.Sending, DispatchState.Held], DispatchState.Expired), ct);
            bell.Ring(dispatch.Id);
            return;
        }

        if (dispatch.State is DispatchState.Stopped or DispatchState.Expired)
        {
            var to = dispatch.State == DispatchState.Stopped ? DeliveryState.Stopped : DeliveryState.Expired;
            for (var swept = MostInSweep; swept == MostInSweep;)
            {
                var change = await db.ChangeAsync<long>(new Act(keeper, "SweepDispatch", "", dispatch.Subject), async change => await DispatchStore.SweepAsync(change, dispatch.Id, to, MostInSweep), ct);
                swept = change.Value;
            }
        }

        var progress = await db.ReadAsync(keeper, reading => Dispatches.ProgressAsync(reading, dispatch.Id), ct);
        if (progress is null)
        {
            return;
        }

        await ResendAsync(dispatch, progress, ct);
        var left = progress.In(DeliveryState.Ready, DeliveryState.Claimed, DeliveryState.Handing);
        if (left == 0 && (dispatch.State is DispatchState.Stopped or DispatchState.Expired || (dispatch.State == DispatchState.Sending && dispatch.IsSealed && !MayResend(dispatch, progress))))
        {
            await EndAsync(dispatch, ct);
        }
        else if (progress.Frozen - left >= dispatch.Told + 10_000)
        {
            await TellAsync(dispatch, progress, progress.Frozen - left, ct);
        }
    }

    static bool MayResend(DispatchStore.Row dispatch, DispatchProgress progress) => dispatch.Class == MessageClass.DangerToLife && progress.In(DeliveryState.Unknown) > 0;

    // Danger to life: rather twice than never, on whichever route is free. Others wait for a person.
    async Task ResendAsync(DispatchStore.Row dispatch, DispatchProgress progress, CancellationToken ct)
    {
        if (!MayResend(dispatch, progress) || dispatch.State is not (DispatchState.Freezing or DispatchState.Sending))
        {
            return;
        }

        var again = await db.ChangeAsync<long>(new Act(keeper, "ResendUnknown", "", dispatch.Subject), async change =>
        {
            var sent = await DeliveryStore.ResendUnknownAsync(change, dispatch.Id, MostTries);
            foreach (var lane in sent > 0 ? await DispatchStore.LanesAsync(change, dispatch.Id) : [])
            {
                await DispatchStore.RecountAsync(change, dispatch.Id, lane.Channel);
            }

            return sent;
        }, ct);
        if (again.Value > 0)
        {
            bell.Ring();
        }
        else if (progress.In(DeliveryState.Ready, DeliveryState.Claimed, DeliveryState.Handing) == 0)
        {
            await EndAsync(dispatch, ct); // tried as often as we may: what is unknown stays so
        }
    }

    async Task EndAsync(DispatchStore.Row dispatch, CancellationToken ct)
    {
        await db.ChangeAsync(new Act(keeper, "EndDispatch", "", dispatch.Subject), async change =>
        {
            var to = dispatch.State is DispatchState.Sending ? DispatchState.Finished : dispatch.State;
            if (!await DispatchStore.EndAsync(change, dispatch.Id, dispatch.State, to))
            {
                return;
            }

            var counts = await DispatchStore.CountsAsync(change, dispatch.Id);
            var row = await DispatchStore.FindAsync(change, dispatch.Id);
            if (counts.Sum(count => count.Count) != row!.Frozen)
            {
                // R36: a broken invariant stops this dispatch and says so; it never passes for done.
                throw new InvalidOperationException($"{dispatch.Subject}: the states add up to {counts.Sum(count => count.Count)}, frozen are {row.Frozen}.");
            }

            change.Append(ChainName.AuditOf(dispatch.Organisation), Milestone.Of("ended", row, counts));
            change.Raise(dispatch.Subject, new DispatchEnded(dispatch.Id, dispatch.Organisation, dispatch.Subject, to.ToString(), row.Frozen));
        }, ct);
        live.Changed($"dispatch-{dispatch.Id:D}");
    }

    async Task TellAsync(DispatchStore.Row dispatch, DispatchProgress progress, long settled, CancellationToken ct) =>
        await db.ChangeAsync(new Act(keeper, "TellMilestone", "", dispatch.Subject), async change =>
        {
            await DispatchStore.ToldAsync(change, dispatch.Id, settled);
            change.Append(ChainName.AuditOf(dispatch.Organisation), Milestone.Of("settled", dispatch, progress.Counts));
        }, ct);
}
