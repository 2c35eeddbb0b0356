using System.Collections.Concurrent;
using System.Security.Cryptography;
using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Belfry.Alerting.Send;

/// <summary>
/// Freezes the recipients of what was approved. Looks for versions in a state, so a program that died goes on where it was: the place
/// in the audience is committed with each chunk. One node at a time per version, by lease. Geometry is done outside the writer.
/// </summary>
sealed class Freezer(Db db, Audience audience, Instance instance, LedgerBell bell, LiveHub live, ILogger<Freezer> log) : BackgroundService
{
    const int Persons = 2_000; // with two channels each a chunk stays under what one commit may hold
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan Hold = TimeSpan.FromSeconds(10);

    readonly Viewer freezer = Viewer.Program("freezer");

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
                log.LogError(fault, "The freezer stumbled and goes on");
                await instance.Clock.DelayAsync(Look, stoppingToken);
            }
        }
    }

    /// <summary>Danger to life first; a chunk of each in turn, so that a large one does not keep a small one waiting.</summary>
    internal async Task StepAsync(CancellationToken ct)
    {
        for (var working = true; working;)
        {
            working = false;
            var waiting = await db.ReadAsync(freezer, reading => AlertStore.InStateAsync(reading, [VersionState.Approved, VersionState.Sending]), ct);
            foreach (var version in waiting.OrderBy(one => one.Class).ThenBy(one => one.Approved))
            {
                working |= await ChunkAsync(version, ct);
            }
        }
    }

    /// <returns>True when there is more to freeze.</returns>
    async Task<bool> ChunkAsync(AlertVersion version, CancellationToken ct)
    {
        if (await HoldAsync(version, ct) is not { } lease)
        {
            return false;
        }

        if (version.State == VersionState.Approved)
        {
            return await BeginAsync(version, ct);
        }

        var freeze = await db.ReadAsync(freezer, reading => AlertStore.FreezeAsync(reading, version.Id), ct);
        if (freeze is null or { Stage: "sealed" })
        {
            return false;
        }

        var (chunk, next) = ahead.Remove(version.Id, out var early) && early.For == freeze ? await early.Reading : await NextAsync(version, freeze, ct);
        if (next.Stage != "sealed")
        {
            ahead[version.Id] = (next, Task.Run(() => NextAsync(version, next, ct), ct)); // looked up while this one is written
        }

        var going = false;
        await db.ChangeAsync(new Act(freezer, "FreezeChunk", "", version.Subject), async change =>
        {
            going = await lease.StandsAsync(change);
            if (!going)
            {
                return;
            }

            going = await (version.Rule == AudienceRule.InsideAreaAndBefore ? Dispatches.AppendNewAsync(change, version.Dispatch!.Value, chunk) : Dispatches.AppendAsync(change, version.Dispatch!.Value, chunk));
            if (going && next.Stage == "sealed")
            {
                going = await Dispatches.SealAsync(change, version.Dispatch.Value);
            }

            await AlertStore.KeepFreezeAsync(change, version.Id, going ? next : next with { Stage = "sealed" }); // stopped meanwhile: nothing more to freeze
        }, ct);
        bell.Ring();
        return going && next.Stage != "sealed";
    }

    readonly Dictionary<Id<AlertVersion>, Lease> held = [];
    readonly Dictionary<Id<AlertVersion>, (AlertStore.Freeze For, Task<(IReadOnlyList<FrozenRecipient> Chunk, AlertStore.Freeze Next)> Reading)> ahead = [];

    /// <summary>The lease, taken anew when less than half of it is left: each chunk looks whether it still stands.</summary>
    async Task<Lease?> HoldAsync(AlertVersion version, CancellationToken ct)
    {
        if (held.TryGetValue(version.Id, out var lease) && lease.Until - instance.Clock.Now > Hold / 2)
        {
            return lease;
        }

        await db.ChangeAsync(new Act(freezer, "HoldFreeze"), async change => lease = await Lease.TakeAsync(change, $"freeze/{version.Id}", instance.Node.Id, Hold), ct);
        held.Remove(version.Id);
        if (lease is not null)
        {
            held[version.Id] = lease;
        }

        return lease;
    }

    /// <summary>The approval is checked again, against what is stored now, and used up.</summary>
    async Task<bool> BeginAsync(AlertVersion version, CancellationToken ct)
    {
        var began = false;
        await db.ChangeAsync(new Act(freezer, "BeginSending", "", version.Subject), async change =>
        {
            var approval = await AlertStore.ApprovalAsync(change, version.Id);
            var now = (await AlertStore.FindAsync(change, version.Id))!;
            if (now.State != VersionState.Approved)
            {
                return;
            }

            var holds = approval is { Used: null } && change.Now - approval.At <= ApproveAlert.Lives
                && CryptographicOperations.FixedTimeEquals(approval.Digest, Binding.DigestOf(now, instance));
            if (!holds)
            {
                log.LogCritical("{Subject}: the approval does not hold for what is stored; nothing is sent", version.Subject);
                await AlertStore.MoveAsync(change, version.Id, VersionState.Approved, VersionState.Expired, "the approval no longer held");
                await Dispatches.StopAsync(change, version.Dispatch!.Value);
                SubmitAlert.Say(change, version, $"{version.Number} v{version.Version} was not sent: the approval no longer held");
                return;
            }

            await AlertStore.UseApprovalAsync(change, version.Id);
            await AlertStore.MoveAsync(change, version.Id, VersionState.Approved, VersionState.Sending);
            await AlertStore.KeepFreezeAsync(change, version.Id, new AlertStore.Freeze(version.Rule == AudienceRule.SameRecipients ? "same Sms" : "area", Guid.Empty, 0));
            began = true;
        }, ct);
        live.Changed($"alert-{version.Alert}");
        return began;
    }

    Task<(IReadOnlyList<FrozenRecipient> Chunk, AlertStore.Freeze Next)> NextAsync(AlertVersion version, AlertStore.Freeze freeze, CancellationToken ct) =>
        freeze.Stage == "area" ? FromAreaAsync(version, freeze, ct) : FromBeforeAsync(version, freeze, ct);

    readonly ConcurrentDictionary<Id<AlertVersion>, PersonInside[]> inside = [];

    async Task<(IReadOnlyList<FrozenRecipient> Chunk, AlertStore.Freeze Next)> FromAreaAsync(AlertVersion version, AlertStore.Freeze freeze, CancellationToken ct)
    {
        if (!inside.TryGetValue(version.Id, out var people))
        {
            inside[version.Id] = people = [.. await audience.InsideAsync(Area.FromGeoJson(version.Area).Value, ct)];
        }

        var at = Array.BinarySearch(people, new PersonInside(freeze.After, "\uffff"), PersonInside.ById); // after whatever municipality that person has
        var page = people.AsSpan(at >= 0 ? at + 1 : ~at) is var rest && rest.Length > Persons ? rest[..Persons].ToArray() : rest.ToArray();
        var chunk = new List<FrozenRecipient>(await db.ReadAsync(freezer, reading => Audience.RecipientsAsync(reading, page, version.Channels, version.Class), ct));
        if (freeze.After == Guid.Empty && version.Channels.Contains(ChannelKind.Cap))
        {
            chunk.Insert(0, Feed());
        }

        var last = page.Length < Persons;
        if (last)
        {
            inside.TryRemove(version.Id, out _);
        }

        if (last && version.Rule == AudienceRule.InsideAreaAndBefore)
        {
            return (chunk, new AlertStore.Freeze("same Sms", Guid.Empty, 0));
        }

        return (chunk, new AlertStore.Freeze(last ? "sealed" : "area", page.Length > 0 ? page[^1].Subscriber : freeze.After, 0));
    }

    // Channel after channel, in the order in which they were frozen then.
    async Task<(IReadOnlyList<FrozenRecipient> Chunk, AlertStore.Freeze Next)> FromBeforeAsync(AlertVersion version, AlertStore.Freeze freeze, CancellationToken ct)
    {
        var channel = Enum.Parse<ChannelKind>(freeze.Stage.Split(' ')[1]);
        var (last, recipients) = await db.ReadAsync(freezer, async reading =>
        {
            var about = await AlertStore.FindAsync(reading, version.References!.Value);
            return await Dispatches.RecipientsAsync(reading, about!.Dispatch!.Value, channel, freeze.AfterNumber, Persons);
        }, ct);
        if (last is { } number)
        {
            return (version.Channels.Contains(channel) ? recipients : [], freeze with { AfterNumber = number });
        }

        var next = Enum.GetValues<ChannelKind>().SkipWhile(one => one != channel).Skip(1).FirstOrDefault(channel);
        return ([], next == channel ? freeze with { Stage = "sealed" } : new AlertStore.Freeze("same " + next, Guid.Empty, 0));
    }

    /// <summary>The feed is one recipient: one file, one entry.</summary>
    FrozenRecipient Feed()
    {
        var feed = Organisation.IdOf("cap feed");
        return new FrozenRecipient(feed, ChannelKind.Cap, instance.Keys.Envelope.Seal("feed", FrozenRecipient.PlaceOf(feed, ChannelKind.Cap)), Language.En, "");
    }
}
