using Belfry.Kernel;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Belfry.Tests.KernelRoom;

public sealed class LeaseTests
{
    static readonly Act Work = new(Viewer.Program("test"), "Work");
    static readonly Guid A = Guid.Parse("01970000-0000-7000-8000-00000000000a");
    static readonly Guid B = Guid.Parse("01970000-0000-7000-8000-00000000000b");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task F11_One_holder_at_a_time_and_a_sleeper_s_token_is_refused_when_it_wakes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var db = await database.OpenAsync(new Clock(time));

        var first = await TakeAsync(db, A);
        Assert.NotNull(first);
        Assert.Null(await TakeAsync(db, B));
        Assert.Equal(first.Token, (await TakeAsync(db, A))!.Token); // renewing keeps the token
        Assert.True(await StandsAsync(db, first));

        time.Advance(TimeSpan.FromSeconds(11));
        var second = await TakeAsync(db, B);
        Assert.True(second!.Token > first.Token);
        Assert.False(await StandsAsync(db, first));
        Assert.Null(await TakeAsync(db, A));
        Assert.True(await StandsAsync(db, second));
    }

    [Theory, BothDatabases]
    public async Task A_lease_that_ran_out_and_came_back_to_the_same_node_has_a_new_token(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var db = await database.OpenAsync(new Clock(time));
        var first = await TakeAsync(db, A);
        time.Advance(TimeSpan.FromSeconds(11));

        Assert.True((await TakeAsync(db, A))!.Token > first!.Token);
        Assert.False(await StandsAsync(db, first));
    }

    [Theory, BothDatabases]
    public async Task A_dead_node_s_leases_come_back_after_five_seconds(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        var clock = new Clock(time);
        await using var db = await database.OpenAsync(clock);
        var (dead, other) = (new Node(Id<Node>.New(clock).Value, "a"), new Node(Id<Node>.New(clock).Value, "b"));
        Assert.False(await SeenAsync(db, dead));
        await TakeAsync(db, dead.Id, TimeSpan.FromHours(1));

        time.Advance(TimeSpan.FromSeconds(4));
        Assert.Empty(await BuryAsync(db, other));
        Assert.Null(await TakeAsync(db, B));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(await BuryAsync(db, dead)); // nobody buries itself
        Assert.Equal([dead.Id], await BuryAsync(db, other));
        Assert.NotNull(await TakeAsync(db, B));

        Assert.False(await SeenAsync(db, dead)); // it only slept
        Assert.True(await SeenAsync(db, dead));
        Assert.Empty(await BuryAsync(db, other));
    }

    [Theory, BothDatabases]
    public async Task Who_was_before_us_in_our_place_is_dead_at_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = await database.OpenAsync(Clock.System);
        var place = Directory.CreateTempSubdirectory("belfry-place-").FullName;
        var (before, elsewhere) = (On(place), new Node(Id<Node>.New(Clock.System).Value, Environment.MachineName));
        await SeenAsync(db, before);
        await SeenAsync(db, elsewhere);
        await TakeAsync(db, before.Id, TimeSpan.FromHours(1));
        var now = On(place);
        Assert.Equal(before.Name, now.Name);
        Assert.Equal([before.Id], await BuryAsync(db, now));
        Assert.NotNull(await TakeAsync(db, now.Id));

        // A copy of the folder is another place.
        var copy = Directory.CreateTempSubdirectory("belfry-place-").FullName;
        File.Copy(Path.Combine(place, "lock"), Path.Combine(copy, "lock"));
        Assert.NotEqual(now.Name, On(copy).Name);

        static Node On(string folder)
        {
            using var held = DataFolder.Hold(folder);
            return Node.On(held, Clock.System);
        }
    }

    [Theory, BothDatabases]
    public async Task L3b_A_shared_rate_lets_the_burst_through_and_then_exactly_its_pace_whoever_asks(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var db = await database.OpenAsync(new Clock(time));
        var rate = new Rate("sms", PerSecond: 100, Burst: 20);

        Assert.Equal(20, (await TakeAsync(db, rate, 50)).Taken);
        Assert.Equal(0, (await TakeAsync(db, rate, 50)).Taken);
        var passed = 0L;
        for (var tick = 0; tick < 100; tick++)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            passed += (await TakeAsync(db, rate, 30)).Taken;
        }

        Assert.Equal(1000, passed);
        var (taken, next) = await TakeAsync(db, rate, 1);
        Assert.Equal((0, 10), (taken, (next - time.GetUtcNow()).TotalMilliseconds));
    }

    static async Task<Lease?> TakeAsync(Db db, Guid holder, TimeSpan? length = null) =>
        (await db.ChangeAsync<Lease?>(Work, async change => await Lease.TakeAsync(change, "sender/1", holder, length ?? TimeSpan.FromSeconds(10)), Ct)).Value;

    static async Task<bool> StandsAsync(Db db, Lease lease) => (await db.ChangeAsync<bool>(Work, async change => await lease.StandsAsync(change), Ct)).Value;

    static async Task<bool> SeenAsync(Db db, Node node) => (await db.ChangeAsync<bool>(Work, async change => await node.SeenAsync(change), Ct)).Value;

    static async Task<IReadOnlyList<Guid>> BuryAsync(Db db, Node node) => (await db.ChangeAsync<List<Guid>>(Work, async change => (await node.BuryAsync(change, await node.DeadAsync(change, change.Now))).ToList(), Ct)).Value;

    static async Task<(long Taken, DateTimeOffset NextAt)> TakeAsync(Db db, Rate rate, long wanted) =>
        (await db.ChangeAsync<(long, DateTimeOffset)>(Work, async change => await rate.TakeAsync(change, wanted), Ct)).Value;
}
