using Belfry.Dispatch;
using Belfry.Dispatch.Send;
using Belfry.Dispatch.Storage;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Belfry.Tests.Dispatch;

/// <summary>The ledger with a carrier of paper: every recipient ends in one named state, whatever the carrier says and whenever the program dies.</summary>
public sealed class LedgerTests
{
    [Theory, BothDatabases]
    public async Task Everyone_frozen_is_handed_over_once_and_counted(DatabaseKind kind)
    {
        await using var ledger = await Desk.OpenAsync(kind);
        var carrier = new PaperCarrier("sms-1", 10, Accept);
        var id = await ledger.DispatchAsync(MessageClass.Official, 250);
        await ledger.WorkAsync(carrier);
        var progress = await ledger.ProgressAsync(id);
        Assert.Equal(250, progress.In(DeliveryState.Handed));
        Assert.Equal(250, carrier.Taken.Select(one => one.To).Distinct().Count());
        Assert.Equal(250, carrier.Taken.Count);
        Assert.True(carrier.MostAtOnce <= 10);
        Assert.Equal(DispatchState.Finished, progress.State);
        Assert.All(carrier.Taken, one => Assert.StartsWith("EXERCISE ", one.Text));
    }

    [Theory, BothDatabases]
    public async Task A_recipient_is_frozen_once_per_channel(DatabaseKind kind)
    {
        await using var ledger = await Desk.OpenAsync(kind);
        var id = await ledger.OpenDispatchAsync(MessageClass.Official, 1);
        var one = ledger.Recipient(1);
        await Assert.ThrowsAnyAsync<Exception>(() => ledger.AppendAsync(id, [one, one]));
        Assert.Equal(0, (await ledger.ProgressAsync(id)).Frozen);
    }

    [Theory, BothDatabases]
    public async Task What_the_carrier_refuses_for_good_fails_and_what_it_refuses_for_now_goes_again(DatabaseKind kind)
    {
        await using var ledger = await Desk.OpenAsync(kind);
        var seen = new HashSet<string>();
        var carrier = new PaperCarrier("sms-1", 10, message =>
            message.To.EndsWith('7') ? [new CarrierReport.Refused(message.Reference, RefusalKind.Permanent, "0x0B", [])]
            : message.To.EndsWith('3') && seen.Add(message.To) ? [new CarrierReport.Refused(message.Reference, RefusalKind.NotSent, "full", [])]
            : Accept(message));
        var id = await ledger.DispatchAsync(MessageClass.Official, 100);
        await ledger.WorkAsync(carrier);
        var progress = await ledger.ProgressAsync(id);
        Assert.Equal(90, progress.In(DeliveryState.Handed));
        Assert.Equal(10, progress.In(DeliveryState.Failed));
        Assert.Equal(100, progress.Frozen);
    }

    [Theory, BothDatabases]
    public async Task Receipts_come_early_late_twice_and_in_parts(DatabaseKind kind)
    {
        await using var ledger = await Desk.OpenAsync(kind);
        PaperCarrier? carrier = null;
        carrier = new PaperCarrier("sms-1", 10, message =>
        [
            new CarrierReport.Receipt(message.To + "a", ReceiptState.Delivered, "", Clock.System.Now),
            new CarrierReport.Accepted(message.Reference, [message.To + "a", message.To + "b"]),
            new CarrierReport.Receipt(message.To + "a", ReceiptState.Delivered, "", Clock.System.Now),
        ]);
        var id = await ledger.DispatchAsync(MessageClass.Official, 20);
        await ledger.WorkAsync(carrier);
        Assert.Equal(0, (await ledger.ProgressAsync(id)).In(DeliveryState.Delivered)); // the second part is still out
        carrier.Taken.Take(15).ToList().ForEach(one => carrier.Say(new CarrierReport.Receipt(one.To + "b", ReceiptState.Delivered, "", Clock.System.Now)));
        carrier.Taken.Skip(15).ToList().ForEach(one => carrier.Say(new CarrierReport.Receipt(one.To + "b", ReceiptState.Undeliverable, "001", Clock.System.Now)));
        var writtenThen = new List<long>();
        carrier.Acknowledged = _ => writtenThen.Add(Task.Run(() => ledger.ProgressAsync(id)).GetAwaiter().GetResult().In(DeliveryState.Delivered));
        await ledger.WorkAsync(carrier);
        Assert.Equal(Enumerable.Repeat(15L, 20), writtenThen); // each once, and only when another look at the database finds it
        var progress = await ledger.ProgressAsync(id);
        Assert.Equal(15, progress.In(DeliveryState.Delivered));
        Assert.Equal(5, progress.In(DeliveryState.Failed));
    }

    [Theory, BothDatabases]
    public async Task A_receipt_before_its_answer_is_kept_until_the_answer_comes(DatabaseKind kind)
    {
        await using var ledger = await Desk.OpenAsync(kind);
        var carrier = new PaperCarrier("sms-1", 10, _ => []);
        var id = await ledger.DispatchAsync(MessageClass.Official, 5);
        await ledger.WorkAsync(carrier);
        carrier.Taken.ForEach(one => carrier.Say(new CarrierReport.Receipt(one.To, ReceiptState.Delivered, "", Clock.System.Now)));
        await ledger.WorkAsync(carrier);
        carrier.Taken.ForEach(one => carrier.Say(new CarrierReport.Accepted(one.Reference, [one.To])));
        await ledger.WorkAsync(carrier);
        Assert.Equal(5, (await ledger.ProgressAsync(id)).In(DeliveryState.Delivered));
    }

    [Theory, BothDatabases]
    public async Task F1_a_recount_beside_a_sender_counts_nobody_twice(DatabaseKind kind)
    {
        await using var ledger = await Desk.OpenAsync(kind);
        var id = await ledger.DispatchAsync(MessageClass.Official, 40);
        await ledger.ClaimBesideRecountAsync(id);
        var progress = await ledger.ProgressAsync(id);
        Assert.Equal((30, 10), (progress.In(DeliveryState.Ready), progress.In(DeliveryState.Claimed)));
        Assert.Equal(40, progress.Counts.Sum(count => count.Count));
    }

    [Theory, BothDatabases]
    public async Task F1_after_a_crash_what_was_being_handed_over_is_unknown_and_only_danger_to_life_goes_twice(DatabaseKind kind)
    {
        foreach (var @class in (MessageClass[])[MessageClass.DangerToLife, MessageClass.Official])
        {
            await using var ledger = await Desk.OpenAsync(kind);
            var mute = new PaperCarrier("sms-1", 10, _ => []);
            var id = await ledger.DispatchAsync(@class, 40);
            await ledger.WorkAsync(mute, turns: 4);
            var handing = mute.Taken.Count;
            Assert.InRange(handing, 1, 40);
            await ledger.DieAsync();
            Assert.Equal(40, (await ledger.ProgressAsync(id)).Counts.Sum(count => count.Count));
            var well = new PaperCarrier("sms-1", 10, Accept);
            await ledger.WorkAsync(well);
            var progress = await ledger.ProgressAsync(id);
            Assert.Equal(@class == MessageClass.DangerToLife ? 40 : 40 - handing, progress.In(DeliveryState.Handed));
            Assert.Equal(@class == MessageClass.DangerToLife ? 0 : handing, progress.In(DeliveryState.Unknown));
            Assert.Equal(@class == MessageClass.DangerToLife ? handing : 0, await ledger.MaybeTwiceAsync(id));
        }
    }

    [Theory, BothDatabases]
    public async Task Promise_P3_nothing_is_handed_over_after_a_stop(DatabaseKind kind)
    {
        await using var ledger = await Desk.OpenAsync(kind);
        var carrier = new PaperCarrier("sms-1", 10, Accept);
        var id = await ledger.DispatchAsync(MessageClass.Official, 100);
        await ledger.WorkAsync(carrier, turns: 4);
        await ledger.StopAsync(id);
        var before = carrier.Taken.Count;
        await ledger.WorkAsync(carrier);
        var progress = await ledger.ProgressAsync(id);
        Assert.Equal(before, carrier.Taken.Count);
        Assert.Equal(100 - before, progress.In(DeliveryState.Stopped));
        Assert.Equal(DispatchState.Stopped, progress.State);
        Assert.Equal(100, progress.Counts.Sum(count => count.Count));
    }

    [Theory, BothDatabases]
    public async Task Danger_to_life_overtakes_and_organisations_share_the_rest(DatabaseKind kind)
    {
        await using var ledger = await Desk.OpenAsync(kind);
        var carrier = new PaperCarrier("sms-1", 10, Accept);
        var first = await ledger.DispatchAsync(MessageClass.PublicTest, 600, "a");
        var second = await ledger.DispatchAsync(MessageClass.PublicTest, 600, "b");
        await ledger.WorkAsync(carrier, turns: 60);
        var (one, other) = (carrier.Taken.Count(message => message.Dispatch == first), carrier.Taken.Count(message => message.Dispatch == second));
        Assert.InRange(one, other - 200, other + 200);
        var danger = await ledger.DispatchAsync(MessageClass.DangerToLife, 50, "c");
        var before = carrier.Taken.Count;
        await ledger.WorkAsync(carrier, turns: 12);
        Assert.Equal(50, carrier.Taken.Skip(before).Take(70).Count(message => message.Dispatch == danger));
    }

    [Theory, BothDatabases]
    public async Task A_sealed_count_far_from_the_shown_one_is_held_until_a_person_lets_it_go(DatabaseKind kind)
    {
        await using var ledger = await Desk.OpenAsync(kind);
        var carrier = new PaperCarrier("sms-1", 10, Accept);
        var id = await ledger.OpenDispatchAsync(MessageClass.Official, shown: 1000);
        await ledger.AppendAsync(id, [.. Enumerable.Range(1, 100).Select(ledger.Recipient)]);
        await ledger.SealAsync(id);
        await ledger.WorkAsync(carrier);
        Assert.Empty(carrier.Taken);
        Assert.Equal(DispatchState.Held, (await ledger.ProgressAsync(id)).State);
        await ledger.ReleaseAsync(id);
        await ledger.WorkAsync(carrier);
        Assert.Equal(100, carrier.Taken.Count);
    }

    [Theory, BothDatabases]
    public async Task F7_a_commit_that_failed_takes_nobody_along(DatabaseKind kind)
    {
        await using var ledger = await Desk.OpenAsync(kind);
        var carrier = new PaperCarrier("sms-1", 10, Accept);
        var id = await ledger.DispatchAsync(MessageClass.Official, 60);
        await ledger.WorkAsync(carrier, turns: 3);
        await ledger.BreakAsync(carrier);
        await ledger.WorkAsync(carrier);
        Assert.Equal(60, (await ledger.ProgressAsync(id)).In(DeliveryState.Handed));
        Assert.Equal(60, carrier.Taken.Select(one => one.To).Distinct().Count());
        Assert.Equal(60, carrier.Taken.Count);
    }

    [Theory, BothDatabases]
    public async Task F4_a_claim_whose_commit_was_not_known_to_be_one_is_sent_all_the_same(DatabaseKind kind)
    {
        await using var ledger = await Desk.OpenAsync(kind);
        var carrier = new PaperCarrier("sms-1", 10, Accept);
        var id = await ledger.DispatchAsync(MessageClass.Official, 1_000);
        await ledger.WorkAsync(carrier, turns: 1);
        await ledger.BreakAsync(carrier);
        await ledger.ClaimUnknownAsync(id, 200); // as if that commit had been one after all
        await ledger.WorkAsync(carrier);
        Assert.Equal(1_000, (await ledger.ProgressAsync(id)).In(DeliveryState.Handed));
        Assert.Equal(1_000, carrier.Taken.Count);
    }

    [Theory, BothDatabases]
    public async Task F11_a_node_that_slept_sends_nothing_that_others_took_and_goes_on_afterwards(DatabaseKind kind)
    {
        await using var ledger = await Desk.OpenAsync(kind);
        var (mute, other) = (new PaperCarrier("sms-1", 10, _ => []), new PaperCarrier("sms-1", 10, Accept));
        var id = await ledger.DispatchAsync(MessageClass.DangerToLife, 1_000);
        await ledger.WorkAsync(mute, turns: 2);
        var handed = mute.Taken.Count;
        Assert.InRange(handed, 1, 100);
        await ledger.SleepAsync();
        await ledger.WorkElsewhereAsync(other, turns: 4);

        // It wakes, believing that hundreds are its own that the other has. What the other has not claimed is left for it.
        await ledger.WorkAsync(mute);
        var left = mute.Taken.Count - handed;
        Assert.InRange(left, 100, 900);
        await ledger.WorkElsewhereAsync(other);
        Assert.Equal(1_000 - left, other.Taken.Count);

        // And when it dies it is found dead, though it was buried before.
        await ledger.SleepAsync();
        await ledger.WorkElsewhereAsync(other);
        Assert.Equal((DispatchState.Finished, 1_000), ((await ledger.ProgressAsync(id)).State, (await ledger.ProgressAsync(id)).In(DeliveryState.Handed)));
        Assert.Equal(1_000, other.Taken.Select(one => one.To).Distinct().Count());
        Assert.Equal(handed + left, await ledger.MaybeTwiceAsync(id));
    }

    [Theory, BothDatabases]
    public async Task What_was_claimed_before_a_hold_goes_when_it_is_let_go(DatabaseKind kind)
    {
        await using var ledger = await Desk.OpenAsync(kind);
        var carrier = new PaperCarrier("sms-1", 10, Accept);
        var id = await ledger.OpenDispatchAsync(MessageClass.Official, 10);
        await ledger.AppendAsync(id, [.. Enumerable.Range(1, 100).Select(ledger.Recipient)]);
        await ledger.WorkAsync(carrier, turns: 3);
        var before = carrier.Taken.Count;
        Assert.InRange(before, 1, 99);
        await ledger.SealAsync(id);
        await ledger.WorkAsync(carrier);
        Assert.Equal((DispatchState.Held, before), ((await ledger.ProgressAsync(id)).State, carrier.Taken.Count));
        await ledger.ReleaseAsync(id);
        await ledger.WorkAsync(carrier);
        Assert.Equal((DispatchState.Finished, 100), ((await ledger.ProgressAsync(id)).State, carrier.Taken.Count));
    }

    [Fact]
    public void Every_move_of_a_delivery_is_in_one_table()
    {
        Assert.False(DeliveryMoves.May(DeliveryState.Stopped, DeliveryState.Handing));
        Assert.False(DeliveryMoves.May(DeliveryState.Delivered, DeliveryState.Ready));
        Assert.Equal([DeliveryState.Ready, DeliveryState.Handing], DeliveryMoves.Before(DeliveryState.Claimed));
    }

    static IEnumerable<CarrierReport> Accept(OutgoingMessage message) => [new CarrierReport.Accepted(message.Reference, [message.To])];

    /// <summary>A ledger, its bookkeeper and one node, put together by hand so that a test can let the node die.</summary>
    sealed class Desk : IAsyncDisposable
    {
        readonly TestDatabase database;
        readonly Db db;
        readonly Envelope envelope;
        readonly string keys = Directory.CreateTempSubdirectory("belfry-keys-").FullName;
        readonly KeyFolder folder;
        readonly LedgerBell bell = new();
        readonly Viewer program = Viewer.Program("test");
        readonly Dictionary<ICarrier, RouteSender> senders = [];
        readonly Node elsewhere = new(Id<Node>.New(Clock.System).Value, "elsewhere");
        Node node = null!;
        int nodes;

        Desk(TestDatabase database, Db db)
        {
            (this.database, this.db) = (database, db);
            folder = KeyFolder.Open(keys);
            envelope = folder.Envelope;
        }

        public static async Task<Desk> OpenAsync(DatabaseKind kind)
        {
            var database = await TestDatabase.CreateAsync(kind);
            var desk = new Desk(database, await database.OpenAsync(Clock.System, null, new MigrationSource("Dispatch", typeof(Dispatches).Assembly)));
            await desk.StartAsync();
            return desk;
        }

        async Task StartAsync()
        {
            node = new Node(Id<Node>.New(Clock.System).Value, $"test {++nodes}");
            await db.ChangeAsync(new Act(program, "Start"), node.SeenAsync, default);
        }

        public FrozenRecipient Recipient(int number)
        {
            var id = Organisation.IdOf("recipient " + number);
            return new FrozenRecipient(id, ChannelKind.Sms, envelope.Seal($"+3247{number:D7}", FrozenRecipient.PlaceOf(id, ChannelKind.Sms)), Language.En, "63079");
        }

        public async Task<Guid> DispatchAsync(MessageClass @class, int recipients, string organisation = "63079")
        {
            var id = await OpenDispatchAsync(@class, recipients, organisation);
            await AppendAsync(id, [.. Enumerable.Range(1, recipients).Select(Recipient)]);
            await SealAsync(id);
            return id;
        }

        public async Task<Guid> OpenDispatchAsync(MessageClass @class, long shown, string organisation = "63079")
        {
            var id = Id<Desk>.New(Clock.System).Value;
            var order = new DispatchOrder(id, Organisation.IdOf(organisation), "alert/" + id, @class, shown, Clock.System.Now.AddHours(1), [new DispatchText(ChannelKind.Sms, Language.En, "", "Stay inside.", 1)]);
            await db.ChangeAsync(new Act(program, "Open"), change => Dispatches.OpenAsync(change, order), default);
            return id;
        }

        public Task AppendAsync(Guid id, IReadOnlyList<FrozenRecipient> chunk) => db.ChangeAsync(new Act(program, "Freeze"), change => Dispatches.AppendAsync(change, id, chunk), default);

        public Task SealAsync(Guid id) => db.ChangeAsync(new Act(program, "Seal"), change => Dispatches.SealAsync(change, id), default);

        public Task ReleaseAsync(Guid id) => db.ChangeAsync<Done>(new Act(program, "Release"), change => Dispatches.ReleaseAsync(change, id), default);

        public Task StopAsync(Guid id) => db.ChangeAsync<Done>(new Act(program, "Stop"), change => Dispatches.StopAsync(change, id), default);

        public async Task<DispatchProgress> ProgressAsync(Guid id) => (await new Dispatches(db, bell).ProgressAsync(program, id, default))!;

        public Task<long> MaybeTwiceAsync(Guid id) => db.ReadAsync(program, reading => reading.ValueAsync<long>("select count(*) from delivery where dispatch = @id and maybe_twice = @yes", new { id, yes = true }), default);

        /// <summary>A claim writes its counts; before it commits, another node begins to count anew.</summary>
        public async Task ClaimBesideRecountAsync(Guid id)
        {
            Task? recount = null;
            await db.ChangeAsync(new Act(program, "Claim"), async change =>
            {
                var tally = new Tally();
                await DeliveryStore.ClaimAsync(change, tally, id, ChannelKind.Sms, node.Id, 10);
                await tally.WriteAsync(change);
                recount = Task.Run(() => db.ChangeAsync(new Act(program, "Recount"), other => DispatchStore.RecountAsync(other, id, ChannelKind.Sms), default));
                await Task.Delay(500);
                Assert.False(recount.IsCompleted); // it waits for what it would have missed
            }, default);
            await recount!;
        }

        /// <summary>The node claims, and never hears of it.</summary>
        public Task ClaimUnknownAsync(Guid id, long most) => db.ChangeAsync(new Act(program, "Claim"), async change =>
        {
            var tally = new Tally();
            await DeliveryStore.ClaimAsync(change, tally, id, ChannelKind.Sms, node.Id, most);
            await tally.WriteAsync(change);
        }, default);

        /// <summary>For the others the node has been silent for a minute.</summary>
        public Task SleepAsync() => db.ChangeAsync(new Act(program, "Sleep"), change => change.ExecuteAsync("update node set seen = @long where id = @Id", new { @long = change.Now.AddMinutes(-1), node.Id }), default);

        /// <summary>Another node, on the same database.</summary>
        public Task WorkElsewhereAsync(PaperCarrier carrier, int turns = 2_000) => WorkAsync(carrier, elsewhere, turns);

        public Task WorkAsync(PaperCarrier carrier, int turns = 2_000) => WorkAsync(carrier, node, turns);

        async Task WorkAsync(PaperCarrier carrier, Node node, int turns)
        {
            if (!senders.TryGetValue(carrier, out var sender))
            {
                sender = senders[carrier] = new RouteSender(db, envelope, carrier, new RouteSettings(carrier.Route, ChannelKind.Sms), node, bell, new LiveHub(), new Markers(World.Exercise), null, NullLogger.Instance);
            }

            sender.LookAgain();
            var keeper = new Bookkeeper(db, node, bell, new LiveHub(), NullLogger<Bookkeeper>.Instance);
            await keeper.StepAsync(default);
            for (var turn = 0; turn < turns; turn++)
            {
                if (!await sender.TurnAsync(default))
                {
                    await keeper.StepAsync(default);
                    sender.LookAgain();
                    if (!await sender.TurnAsync(default))
                    {
                        return;
                    }
                }
            }
        }

        /// <summary>One turn whose commit fails at its last statement: the table of counts is away for a moment.</summary>
        public async Task BreakAsync(PaperCarrier carrier)
        {
            await ReshapeAsync("alter table dispatch_tally rename to dispatch_tally_away");
            await Assert.ThrowsAnyAsync<Exception>(() => senders[carrier].TurnAsync(default));
            await ReshapeAsync("alter table dispatch_tally_away rename to dispatch_tally");
        }

        // Only the owner of the tables may change their shape.
        async Task ReshapeAsync(string sql)
        {
            await using System.Data.Common.DbConnection connection = database.Settings.MigratorPlace is { } owner
                ? new Npgsql.NpgsqlConnection(owner)
                : new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database.Settings.Place};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        /// <summary>The node's memory is gone; another one starts and finds the ledger.</summary>
        public async Task DieAsync()
        {
            senders.Clear();
            await StartAsync(); // and dies too, before it has taken anything back: the next one still finds the first
            var dead = await db.ReadAsync(program, Node.AllAsync, default);
            Assert.Equal(2, dead.Count);
            await StartAsync();
            await new Bookkeeper(db, node, bell, new LiveHub(), NullLogger<Bookkeeper>.Instance).TakeBackAsync(dead, default);
            await db.ChangeAsync(new Act(program, "Bury"), node.BuryOthersAsync, default);
        }

        public async ValueTask DisposeAsync()
        {
            await db.DisposeAsync();
            await database.DisposeAsync();
            folder.Dispose();
            Directory.Delete(keys, recursive: true);
        }
    }
}
