using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Belfry.Alerting;

/// <summary>
/// Answers who asked for the link to their registration, erases what was never proved, and makes the ledger forget those who left. One node
/// at a time, by lease; a program that died goes on where it was.
/// </summary>
sealed class SubscriberSweep(Db db, Instance instance, SubscriberMail mail, LedgerBell bell, ILogger<SubscriberSweep> log) : BackgroundService
{
    const int Many = 100;
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Hold = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Tidy = TimeSpan.FromMinutes(1);

    readonly Viewer sweeper = Viewer.Program("subscribers");
    DateTimeOffset tidied;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var sleeper = bell.Listen();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StepAsync(stoppingToken);
                await sleeper.WaitAsync(Look, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "The sweep of registrations stumbled and goes on");
                await instance.Clock.DelayAsync(Look, stoppingToken);
            }
        }
    }

    internal async Task StepAsync(CancellationToken ct)
    {
        var wishes = await db.ReadAsync(sweeper, reading => SubscriptionStore.WishesAsync(reading, Many), ct);
        if (wishes.Count == 0 && instance.Clock.Now - tidied < Tidy)
        {
            return;
        }

        Lease? lease = null;
        await db.ChangeAsync(new Act(sweeper, "HoldSweep"), async change => lease = await Lease.TakeAsync(change, "subscribers", instance.Node.Id, Hold), ct);
        if (lease is null)
        {
            return;
        }

        foreach (var wish in wishes)
        {
            await db.ChangeAsync(new Act(sweeper, "SendSubscriptionLink"), change => AnswerAsync(change, lease, wish), ct);
        }

        if (wishes.Count > 0)
        {
            bell.Ring();
        }

        if (instance.Clock.Now - tidied >= Tidy)
        {
            await db.ChangeAsync(new Act(sweeper, "SweepSubscriptions"), SubscriptionStore.SweepAsync, ct);
            await ForgetAsync(ct);
            tidied = instance.Clock.Now;
        }
    }

    async Task AnswerAsync(Change change, Lease lease, SubscriptionStore.Wish wish)
    {
        if (!await lease.StandsAsync(change))
        {
            return;
        }

        await SubscriptionStore.DropWishAsync(change, wish.Id);
        if (await SubscriptionStore.FindByAddressAsync(change, wish.Channel, wish.Digest) is { } subscriber
            && (await SubscriptionStore.ContactsAsync(change, subscriber)).First(one => one.Channel == wish.Channel && one.Digest.AsSpan().SequenceEqual(wish.Digest)) is { Confirmed: true } contact)
        {
            var word = LinkWord.New();
            await SubscriptionStore.AddKeyAsync(change, LinkWord.DigestOf(word), subscriber, OpenSubscription.Sent, change.Now + SubscriberMail.LinkLives);
            await mail.SendLinkAsync(change, subscriber, wish.Channel, contact.Address, wish.Language, word);
        }
    }

    /// <summary>A few dispatches a commit; a person's number goes last, when nothing under way can name them.</summary>
    async Task ForgetAsync(CancellationToken ct)
    {
        var gone = await db.ReadAsync(sweeper, reading => SubscriptionStore.GoneAsync(reading, Many), ct);
        if (gone.Count == 0)
        {
            return;
        }

        var wait = await db.ReadAsync(sweeper, reading => Dispatches.UnderWayAsync(reading, gone.Max(one => one.At)), ct);
        IReadOnlyList<Guid> people = [.. gone.Select(one => one.Id)];
        for (Guid? after = Guid.Empty; after is not null;)
        {
            var from = after.Value;
            await db.ChangeAsync(new Act(sweeper, "ForgetInLedger"), async change => after = await Dispatches.ForgetAsync(change, people, gone.Min(one => one.Since), from, Many), ct);
        }

        if (!wait)
        {
            await db.ChangeAsync(new Act(sweeper, "BurySubscribers"), change => SubscriptionStore.BuryAsync(change, people), ct);
        }
    }
}
