// The heart of the ledger, one story from claim to verdict: over 200 lines because cutting it would hide the order of its commits.
using System.Diagnostics;
using Belfry.Dispatch.Storage;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.Extensions.Logging;

namespace Belfry.Dispatch.Send;

/// <summary>
/// Serves one route. Each turn is one commit: what the carrier said is settled, the next group is marked as being handed over, the
/// following ones are claimed. Only after that commit the group goes to the carrier. A crash between the two leaves rows in handing,
/// which are unknown afterwards: never lost, and sent twice only where the class wants it.
/// </summary>
sealed class RouteSender(Db db, Envelope envelope, ICarrier carrier, RouteSettings route, Node node, LedgerBell bell, LiveHub live, Markers markers, UnsubscribeLinks? unsubscribe, ILogger log)
{
    static readonly TimeSpan[] Backoff = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60)];
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    readonly Viewer sender = Viewer.Program("dispatch");
    readonly Lanes lanes = new(route.Channel);
    readonly Rate? rate = route.PerSecond > 0 ? new Rate("route " + route.Name, route.PerSecond, Math.Max(1, (long)(route.PerSecond / 10))) : null;
    readonly Dictionary<Guid, InHand> inHand = [];
    readonly List<CarrierReport> reports = [];
    readonly List<Unsure> unsure = [];
    readonly Dictionary<Guid, long> touched = [];
    long earlyKept;
    long lookedAt = long.MinValue;
    DateTimeOffset rateFreeAt;

    sealed record InHand(Lanes.Lane Lane, DeliveryStore.Claimed Delivery);

    public async Task RunAsync(CancellationToken ct)
    {
        using var sleeper = bell.Listen();
        bell.Stopped += carrier.Stop;
        earlyKept = await db.ReadAsync(sender, reading => DeliveryStore.EarlyCountAsync(reading, route.Name), ct);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (!await TurnAsync(ct))
                {
                    await RestAsync(sleeper, ct);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "Route {Route} stumbled and goes on", route.Name);
                lookedAt = long.MinValue;
                await db.Clock.DelayAsync(TimeSpan.FromMilliseconds(500), ct);
            }
        }

        bell.Stopped -= carrier.Stop;
    }

    /// <summary>The next turn reads the list of dispatches anew.</summary>
    internal void LookAgain() => lookedAt = long.MinValue;

    /// <returns>False when there was nothing to settle, hand over or claim.</returns>
    internal async Task<bool> TurnAsync(CancellationToken ct)
    {
        while (reports.Count < 5_000 && carrier.Reports.TryRead(out var report))
        {
            reports.Add(report);
        }

        await TakeUpAgainAsync();
        if (Stopwatch.GetElapsedTime(lookedAt == long.MinValue ? 0 : lookedAt) > Look || lookedAt == long.MinValue)
        {
            await db.ReadAsync(sender, async reading =>
            {
                await lanes.RefreshAsync(reading);
                return 0;
            }, ct);
            lookedAt = Stopwatch.GetTimestamp();
        }

        var group = Group();
        if (group is not null)
        {
            unsure.Add(new Unsure(group.Lane, group.Deliveries, Marked: true)); // until its commit is known
        }

        var lane = group?.Lane ?? lanes.Next(db.Clock.Now);
        var claims = lane is { Drained: false } && lane.Waiting.Count < route.Claim;
        if (reports.Count == 0 && group is null && !claims)
        {
            return false;
        }

        var settling = reports.ToList();
        var asked = 0;
        IReadOnlyList<long> mayGo = [];
        IReadOnlyList<DeliveryStore.Claimed> claimed = [];
        var settled = new Settled();
        var committed = false;
        try
        {
            var change = await db.ChangeAsync<Done>(new Act(sender, "Dispatch"), async change =>
            {
                (settled, claimed) = (new Settled(), []);
                await SettleAsync(change, settling, settled);
                if (group is { } going)
                {
                    asked = rate is null ? going.Deliveries.Count : await RateAsync(change, going);
                    var numbers = going.Deliveries.Take(asked).Select(one => one.Number).ToList();
                    mayGo = numbers.Count == 0 ? [] : await DeliveryStore.HandAsync(change, settled.Tally, going.Lane.Dispatch.Id, route.Channel, node.Id, numbers);
                }

                claimed = claims ? await DeliveryStore.ClaimAsync(change, settled.Tally, lane!.Dispatch.Id, route.Channel, node.Id, route.Claim) : [];
                await settled.Tally.WriteAsync(change);
                return Done.Value;
            }, CancellationToken.None); // what the carrier said must be written down, whoever stops us
            committed = change.Ok;
        }
        finally
        {
            if (!committed && claimed.Count > 0)
            {
                unsure.Add(new Unsure(lane!, claimed, Marked: false));
            }
        }

        if (!committed)
        {
            return false;
        }

        unsure.Clear();
        reports.Clear();
        foreach (var receipt in settling.OfType<CarrierReport.Receipt>())
        {
            carrier.Acknowledge(receipt);
        }

        settled.Apply(inHand, db.Clock.Now);
        earlyKept += settled.Early;
        if (claims)
        {
            lane!.Drained = claimed.Count == 0;
            foreach (var one in claimed)
            {
                lane.Waiting.Enqueue(one);
            }
        }

        if (group is { } handing)
        {
            Submit(handing, asked, mayGo);
        }

        Tell(settling.Count > 0 || mayGo.Count > 0 ? lane?.Dispatch.Id : null);
        return settling.Count > 0 || mayGo.Count > 0 || claimed.Count > 0;
    }

    /// <param name="Marked">They may stand as being handed over.</param>
    sealed record Unsure(Lanes.Lane Lane, IReadOnlyList<DeliveryStore.Claimed> Deliveries, bool Marked);

    // A commit that failed, or whose fate is not known, or that refused: nothing of it was given to the carrier. What the ledger says is claimed is ours still, the rest is not.
    async Task TakeUpAgainAsync()
    {
        while (unsure.Count > 0)
        {
            var (lane, deliveries, marked) = unsure[^1];
            var numbers = deliveries.Select(one => one.Number).ToList();
            if (marked)
            {
                await db.ChangeAsync(new Act(sender, "TakeUpAgain"), async change =>
                {
                    var tally = new Tally();
                    await DeliveryStore.TakeUpAgainAsync(change, tally, lane.Dispatch.Id, route.Channel, node.Id, numbers);
                    await tally.WriteAsync(change);
                }, CancellationToken.None); // half known is worse than late
            }

            var ours = numbers.Count == 0 ? [] : (await db.ReadAsync(sender, reading => DeliveryStore.StillClaimedAsync(reading, lane.Dispatch.Id, route.Channel, node.Id, numbers), CancellationToken.None)).ToHashSet();
            foreach (var delivery in deliveries.Where(one => ours.Contains(one.Number)))
            {
                lane.Waiting.Enqueue(delivery);
            }

            unsure.RemoveAt(unsure.Count - 1);
        }
    }

    sealed record Going(Lanes.Lane Lane, IReadOnlyList<DeliveryStore.Claimed> Deliveries);

    // No more than the window has room for: what is committed as handing is on the wire a moment later.
    Going? Group()
    {
        var room = carrier.FreeWindow;
        if (room <= 0 || db.Clock.Now < rateFreeAt || lanes.Next(db.Clock.Now) is not { } lane)
        {
            return null;
        }

        var group = new List<DeliveryStore.Claimed>(room);
        while (room > 0 && lane.Later.TryPeek(out var again, out var due) && due <= db.Clock.Now)
        {
            lane.Later.Dequeue();
            group.Add(again);
            room -= Segments(lane, again);
        }

        while (room > 0 && lane.Waiting.TryDequeue(out var next))
        {
            group.Add(next);
            room -= Segments(lane, next);
        }

        return group.Count == 0 ? null : new Going(lane, group);
    }

    static int Segments(Lanes.Lane lane, DeliveryStore.Claimed delivery) => lane.Texts.TryGetValue(delivery.Language, out var text) ? (int)text.Segments : 1;

    async Task<int> RateAsync(Change change, Going going)
    {
        var perMessage = Math.Max(1, Segments(going.Lane, going.Deliveries[0]));
        var (taken, nextAt) = await rate!.TakeAsync(change, (long)going.Deliveries.Count * perMessage);
        rateFreeAt = taken < (long)going.Deliveries.Count * perMessage ? nextAt : default;
        return (int)(taken / perMessage);
    }

    /// <param name="asked">How many of the group the rate let through.</param>
    void Submit(Going going, int asked, IReadOnlyList<long> mayGo)
    {
        var allowed = mayGo.ToHashSet();
        var batch = new List<OutgoingMessage>(allowed.Count);
        var refused = new List<DeliveryStore.Claimed>();
        foreach (var (at, delivery) in going.Deliveries.Index())
        {
            if (at >= asked)
            {
                going.Lane.Waiting.Enqueue(delivery);
                continue;
            }

            if (!allowed.Remove(delivery.Number)) // each once, whatever the queue holds
            {
                refused.Add(delivery);
                continue;
            }

            var reference = ReferenceOf(going.Lane.Dispatch.Id, route.Channel, delivery.Number);
            inHand[reference] = new InHand(going.Lane, delivery with { Tries = delivery.Tries + 1 });
            batch.Add(Message(going.Lane, delivery, reference));
        }

        if (refused.Count > 0)
        {
            // A stop, a hold, or we slept and others took them, and then not these only: the ledger knows.
            unsure.Add(new Unsure(going.Lane, [.. refused, .. going.Lane.Waiting], Marked: false));
            going.Lane.Waiting.Clear();
            lookedAt = long.MinValue;
        }

        if (batch.Count > 0)
        {
            carrier.Submit(batch);
        }
    }

    OutgoingMessage Message(Lanes.Lane lane, DeliveryStore.Claimed delivery, Guid reference)
    {
        var text = lane.Texts.TryGetValue(delivery.Language, out var own) ? own : lane.Texts.Values.First();
        var address = envelope.OpenText(delivery.Address, FrozenRecipient.PlaceOf(delivery.Recipient, route.Channel));
        return new OutgoingMessage(reference, lane.Dispatch.Id, address, markers.Mark(text.Body, text.Language, route.Channel))
        {
            Language = text.Language,
            Subject = markers.MarkTitle(text.Title, text.Language),
            NotAfter = lane.Dispatch.Expires,
            Unsubscribe = route.Channel == ChannelKind.Email ? unsubscribe?.Of(delivery.Recipient, text.Language) : null,
        };
    }

    /// <summary>The same after a restart, so that a mail server can tell a second copy by its Message-ID.</summary>
    static Guid ReferenceOf(Guid dispatch, ChannelKind channel, long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        dispatch.TryWriteBytes(bytes, bigEndian: true, out _);
        Span<byte> own = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(own, unchecked(number * 8 + (long)channel));
        for (var at = 0; at < 8; at++)
        {
            bytes[8 + at] ^= own[at];
        }

        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>What a settled turn does to the things in memory, done only once it is committed.</summary>
    sealed class Settled
    {
        readonly List<Guid> over = [];
        readonly List<(Guid Reference, TimeSpan Wait)> again = [];

        public long Early { get; set; }

        public Tally Tally { get; } = new();

        public void Over(Guid reference) => over.Add(reference);

        public void Again(Guid reference, TimeSpan wait) => again.Add((reference, wait));

        public void Apply(Dictionary<Guid, InHand> inHand, DateTimeOffset now)
        {
            foreach (var (reference, wait) in again)
            {
                if (inHand.Remove(reference, out var back))
                {
                    back.Lane.Later.Enqueue(back.Delivery, now + wait);
                }
            }

            over.ForEach(reference => inHand.Remove(reference));
        }
    }

    async Task SettleAsync(Change change, List<CarrierReport> said, Settled settled)
    {
        await AcceptAsync(change, said.OfType<CarrierReport.Accepted>(), settled);
        foreach (var refused in said.OfType<CarrierReport.Refused>().Where(one => inHand.ContainsKey(one.Reference)).GroupBy(one => (inHand[one.Reference].Lane.Dispatch.Id, one.Kind, one.Code)))
        {
            await RefuseAsync(change, refused.Key.Id, refused.Key.Kind, refused.Key.Code, [.. refused], settled);
        }

        foreach (var unknown in said.OfType<CarrierReport.Unknown>().Where(one => inHand.ContainsKey(one.Reference)).GroupBy(one => (inHand[one.Reference].Lane.Dispatch.Id, one.Why)))
        {
            await DeliveryStore.SettleAsync(change, settled.Tally, unknown.Key.Id, route.Channel, node.Id, Numbers(unknown.Select(one => one.Reference)), DeliveryState.Unknown, unknown.Key.Why, 1);
            foreach (var one in unknown)
            {
                settled.Over(one.Reference);
            }
        }

        var receipts = said.OfType<CarrierReport.Receipt>().ToList();
        if (receipts.Count > 0)
        {
            await ReceiveAsync(change, receipts, settled);
        }
    }

    async Task AcceptAsync(Change change, IEnumerable<CarrierReport.Accepted> accepted, Settled settled)
    {
        var mine = accepted.Where(one => inHand.ContainsKey(one.Reference)).ToList();
        var anew = true;
        foreach (var group in mine.GroupBy(one => (inHand[one.Reference].Lane.Dispatch.Id, Parts: Math.Max(1, one.CarrierIds.Count))))
        {
            anew &= await DeliveryStore.SettleAsync(change, settled.Tally, group.Key.Id, route.Channel, node.Id, Numbers(group.Select(one => one.Reference)), DeliveryState.Handed, "", group.Key.Parts) == group.Count();
        }

        var parts = new List<DeliveryStore.Part>();
        foreach (var one in mine)
        {
            var hand = inHand[one.Reference];
            parts.AddRange(one.CarrierIds.Select((id, at) => new DeliveryStore.Part(id, hand.Lane.Dispatch.Id, route.Channel, hand.Delivery.Number, at + 1)));
            settled.Over(one.Reference);
        }

        if (parts.Count > 0)
        {
            await DeliveryStore.AddPartsAsync(change, route.Name, parts, anew);
            if (earlyKept > 0)
            {
                var early = await DeliveryStore.TakeEarlyAsync(change, route.Name, [.. parts.Select(part => part.CarrierId)]);
                settled.Early -= early.Count;
                await ApplyAsync(change, early, settled);
            }
        }
    }

    async Task RefuseAsync(Change change, Guid dispatch, RefusalKind kind, string code, List<CarrierReport.Refused> refused, Settled settled)
    {
        var final = refused.Where(one => kind == RefusalKind.Permanent || (kind == RefusalKind.Temporary && inHand[one.Reference].Delivery.Tries >= route.MostTries)).ToList();
        var again = refused.Except(final).ToList();
        if (final.Count > 0)
        {
            await DeliveryStore.SettleAsync(change, settled.Tally, dispatch, route.Channel, node.Id, Numbers(final.Select(one => one.Reference)), DeliveryState.Failed, code, 1);
            final.ForEach(one => settled.Over(one.Reference));
        }

        if (again.Count > 0)
        {
            await DeliveryStore.SettleAsync(change, settled.Tally, dispatch, route.Channel, node.Id, Numbers(again.Select(one => one.Reference)), DeliveryState.Claimed, code, 1);
            again.ForEach(one => settled.Again(one.Reference, kind == RefusalKind.NotSent ? TimeSpan.Zero : Backoff[Math.Min((int)inHand[one.Reference].Delivery.Tries - 1, Backoff.Length - 1)]));
        }
    }

    List<long> Numbers(IEnumerable<Guid> references) => [.. references.Select(reference => inHand[reference].Delivery.Number)];

    async Task ReceiveAsync(Change change, List<CarrierReport.Receipt> receipts, Settled settled)
    {
        var found = await ApplyAsync(change, [.. receipts.Select(one => new DeliveryStore.Early(one.CarrierId, one.State, one.Error))], settled);
        foreach (var early in receipts.Where(one => !found.Contains(one.CarrierId)))
        {
            await DeliveryStore.KeepEarlyAsync(change, route.Name, early);
            settled.Early++;
        }
    }

    /// <returns>The ids that belong to something we handed over.</returns>
    async Task<HashSet<string>> ApplyAsync(Change change, IReadOnlyList<DeliveryStore.Early> receipts, Settled settled)
    {
        var parts = (await DeliveryStore.FindPartsAsync(change, route.Name, [.. receipts.Select(one => one.CarrierId).Distinct()])).ToLookup(part => part.CarrierId);
        var arrived = new List<DeliveryStore.FoundPart>();
        foreach (var receipt in receipts)
        {
            foreach (var part in parts[receipt.CarrierId])
            {
                if (receipt.State == ReceiptState.Delivered)
                {
                    if (await DeliveryStore.ArriveAsync(change, route.Name, part))
                    {
                        arrived.Add(part);
                    }
                }
                else if (receipt.State is ReceiptState.Expired or ReceiptState.Deleted or ReceiptState.Undeliverable or ReceiptState.Rejected)
                {
                    foreach (var from in (DeliveryState[])[DeliveryState.Handed, DeliveryState.Unknown])
                    {
                        await DeliveryStore.CorrectAsync(change, settled.Tally, part.Dispatch, part.Channel, [part.Number], from, DeliveryState.Failed, $"{receipt.State} {receipt.Error}".TrimEnd());
                    }
                }
            }
        }

        foreach (var group in arrived.GroupBy(part => (part.Dispatch, part.Channel)))
        {
            foreach (var from in (DeliveryState[])[DeliveryState.Handed, DeliveryState.Unknown])
            {
                await DeliveryStore.CorrectAsync(change, settled.Tally, group.Key.Dispatch, group.Key.Channel, [.. group.Select(part => part.Number)], from, DeliveryState.Delivered, "");
            }
        }

        return [.. parts.Select(group => group.Key)];
    }

    // A screen needs no more than four looks a second.
    void Tell(Guid? dispatch)
    {
        if (dispatch is { } id && (!touched.TryGetValue(id, out var at) || Stopwatch.GetElapsedTime(at) > Look))
        {
            touched[id] = Stopwatch.GetTimestamp();
            live.Changed($"dispatch-{id:D}");
        }
    }

    async Task RestAsync(SemaphoreSlim sleeper, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        over.CancelAfter(Look);
        var waits = new List<Task> { carrier.Reports.WaitToReadAsync(over.Token).AsTask(), sleeper.WaitAsync(over.Token) };
        if (lanes.All.Any(lane => lane.Waiting.Count > 0))
        {
            waits.Add(carrier.WaitForRoomAsync(over.Token));
        }

        var first = await Task.WhenAny(waits);
        if (first == waits[1])
        {
            lookedAt = long.MinValue; // someone rang: look at once
        }

        await over.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }
}
