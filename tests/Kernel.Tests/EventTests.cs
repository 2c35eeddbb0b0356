using Belfry.Kernel;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Belfry.Tests.KernelRoom;

public sealed class EventTests
{
    static readonly Viewer Officer = Viewer.Of(Guid.Parse("01970000-0000-7000-8000-000000000001"), "An Officer", Guid.Parse("01970000-0000-7000-8000-0000000000aa"));

    sealed record Opened(string Name, int Size) : IEvent
    {
        public static string Kind => "test.opened/1";
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Each_handler_gets_each_event_once_in_the_order_of_its_subject(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (one, two) = (new List<string>(), new List<string>());
        var register = new EventRegister(Clock.System);
        register.On<Opened>("one", "belfry", (_, opened) => Keep(one, opened));
        register.On<Opened>("two", "belfry", (_, opened) => Keep(two, opened));
        await using var db = await database.OpenAsync(Clock.System, register);

        for (var at = 0; at < 5; at++)
        {
            await RaiseAsync(db, "storm/1", $"a{at}");
            await RaiseAsync(db, "storm/2", $"b{at}");
        }

        await DrainAsync(Pump(db, register));
        foreach (var seen in new[] { one, two })
        {
            Assert.Equal(["a0", "a1", "a2", "a3", "a4"], seen.Where(name => name[0] == 'a'));
            Assert.Equal(["b0", "b1", "b2", "b3", "b4"], seen.Where(name => name[0] == 'b'));
        }

        Assert.Equal(0, await db.ReadAsync(Officer, reading => reading.ValueAsync<long>("select count(*) from event"), Ct));
    }

    [Fact]
    public async Task Two_transactions_that_commit_in_reverse_order_lose_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var seen = new List<string>();
        var register = new EventRegister(Clock.System);
        register.On<Opened>("one", "belfry", (_, opened) => Keep(seen, opened));
        await using var db = await database.OpenAsync(Clock.System, register);
        var (firstIsIn, secondIsDone) = (new TaskCompletionSource(), new TaskCompletionSource());

        var first = db.ChangeAsync(new Act(Officer, "Open"), async change =>
        {
            change.Raise("storm/1", new Opened("first", 1));
            await change.ExecuteAsync("update chain set count = count where name = ''");
            firstIsIn.SetResult();
            await secondIsDone.Task;
        }, Ct);
        await firstIsIn.Task;
        await RaiseAsync(db, "storm/2", "second");
        await DrainAsync(Pump(db, register));
        secondIsDone.SetResult();
        await first;
        await DrainAsync(Pump(db, register));

        Assert.Equal(["second", "first"], seen);
    }

    [Theory, BothDatabases]
    public async Task A_handler_that_keeps_failing_is_parked_with_its_reason_and_only_its_own_subject_waits(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        var clock = new Clock(time);
        var seen = new List<string>();
        var register = new EventRegister(clock);
        register.On<Opened>("one", "belfry", (_, opened) => opened.Name == "bad" ? throw new InvalidOperationException("no such room") : Keep(seen, opened));
        await using var db = await database.OpenAsync(clock, register);
        await RaiseAsync(db, "storm/1", "bad");
        await RaiseAsync(db, "storm/1", "after the bad one");
        await RaiseAsync(db, "storm/2", "beside it");
        var pump = Pump(db, register);

        for (var minute = 0; minute < 20; minute++)
        {
            await DrainAsync(pump);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["beside it"], seen);
        var (parked, why) = await db.ReadAsync(Officer, async reading => (
            await reading.ValueAsync<long>("select count(*) from event_delivery where parked = @yes and tries = 10", new { yes = true }),
            await reading.ValueAsync<string>("select max(why) from event_delivery")), Ct);
        Assert.Equal((1, "no such room"), (parked, why));
    }

    [Theory, BothDatabases]
    public async Task F2_A_pump_that_dies_with_a_delivery_in_its_hands_loses_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        var clock = new Clock(time);
        var seen = new List<string>();
        var register = new EventRegister(clock);
        register.On<Opened>("one", "belfry", (_, opened) => Keep(seen, opened));
        await using var db = await database.OpenAsync(clock, register);
        await RaiseAsync(db, "storm/1", "kept");
        await db.ChangeAsync(new Act(Viewer.Program("dead pump"), "Claim"), change => EventStore.ClaimAsync(change, ["one"], change.Now.AddSeconds(30)), Ct);

        await DrainAsync(Pump(db, register));
        Assert.Empty(seen); // still leased
        time.Advance(TimeSpan.FromSeconds(31));
        await DrainAsync(Pump(db, register));

        Assert.Equal(["kept"], seen);
    }

    [Theory, BothDatabases]
    public async Task Between_databases_the_inbox_makes_a_second_run_harmless(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var walled = await TestDatabase.CreateAsync(kind, "walled");
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        var clock = new Clock(time);
        var seen = new List<string>();
        var register = new EventRegister(clock);
        register.On<Opened>("there", "walled", (_, opened) => Keep(seen, opened));
        await using var db = await database.OpenAsync(clock, register);
        await using var other = await walled.OpenAsync(clock, register);
        await RaiseAsync(db, "storm/1", "once");

        // The other side is done, and the program dies before it settles on this side.
        await db.ReadAsync(Officer, async reading =>
        {
            var id = await reading.ValueAsync<Guid>("select id from event");
            await other.ChangeAsync(new Act(Viewer.Program("events"), "there"), change => EventStore.EnterInboxAsync(change, new OwedDelivery(id, "there", "storm/1", 1, 0, Opened.Kind, "")), Ct);
            return Done.Value;
        }, Ct);
        await DrainAsync(Pump(db, register, other));

        Assert.Empty(seen);
        Assert.Equal(0, await db.ReadAsync(Officer, reading => reading.ValueAsync<long>("select count(*) from event_delivery"), Ct));
        await RaiseAsync(db, "storm/1", "twice");
        await DrainAsync(Pump(db, register, other));
        Assert.Equal(["twice"], seen);
    }

    static EventPump Pump(Db db, EventRegister register, Db? other = null) =>
        new(db, new[] { db, other }.OfType<Db>().ToDictionary(one => one.Name), register, NullLogger<EventPump>.Instance);

    static async Task DrainAsync(EventPump pump)
    {
        while (await pump.StepAsync(Ct))
        {
        }
    }

    static Task<Result<Done>> Keep(List<string> seen, Opened opened)
    {
        seen.Add(opened.Name);
        return Task.FromResult<Result<Done>>(Done.Value);
    }

    static Task RaiseAsync(Db db, string subject, string name) => db.ChangeAsync(new Act(Officer, "Open"), change =>
    {
        change.Raise(subject, new Opened(name, 1));
        return Task.CompletedTask;
    }, Ct);
}
