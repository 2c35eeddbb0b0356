using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.KernelRoom;

public sealed class StorageTests
{
    static readonly Viewer Mayor = Viewer.Of(Guid.Parse("01970000-0000-7000-8000-000000000001"), "An Mayor", Guid.Parse("01970000-0000-7000-8000-0000000000aa"));
    static readonly Viewer Neighbour = Viewer.Of(Guid.Parse("01970000-0000-7000-8000-000000000002"), "Jo Neighbour", Guid.Parse("01970000-0000-7000-8000-0000000000bb"));
    static readonly MigrationSource Fixture = new("Fixture", typeof(StorageTests).Assembly);

    enum Colour
    {
        Red,
        Green,
    }

    sealed record Thing(Guid Id, Guid Organisation, string Name, long Count, bool Ready, DateTimeOffset At, DateOnly? Day, double Weight, byte[] Raw, Colour Colour);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Every_stored_type_comes_back_as_it_went_in(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = await database.OpenAsync(Clock.System, null, Fixture);
        var thing = Make("café 🌩", day: new DateOnly(2026, 2, 28)) with { At = new DateTimeOffset(2026, 7, 1, 2, 0, 0, 123, TimeSpan.FromHours(2)).AddTicks(4560) };

        await db.ChangeAsync(new Act(Mayor, "AddThing"), change => AddAsync(change, thing), Ct);
        await db.ChangeAsync(new Act(Mayor, "AddThing"), change => AddAsync(change, Make("nothing", day: null)), Ct);

        var found = await db.ReadAsync(Mayor, reading => reading.QueryAsync<Thing>("select * from thing order by name desc"), Ct);
        Assert.Equal(2, found.Count);
        Assert.Null(found[0].Day);
        Assert.Equal(thing with { Raw = found[1].Raw }, found[1]);
        Assert.Equal(thing.Raw, found[1].Raw);
        Assert.Equal(TimeSpan.Zero, found[1].At.Offset);
    }

    [Theory, BothDatabases]
    public async Task Lists_of_ids_and_names_are_parameters_and_an_empty_list_finds_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = await database.OpenAsync(Clock.System, null, Fixture);
        var things = Enumerable.Range(0, 5).Select(at => Make("t" + at, day: null)).ToList();
        await db.ChangeAsync(new Act(Mayor, "AddThings"), change => change.InsertManyAsync("thing",
            ["id", "organisation", "name", "count", "ready", "at", "day", "weight", "raw", "colour"],
            things.Select(t => new object?[] { t.Id, t.Organisation, t.Name, t.Count, t.Ready, t.At, t.Day, t.Weight, t.Raw, t.Colour })), Ct);

        await db.ReadAsync(Mayor, async reading =>
        {
            Assert.Equal(2, await reading.ValueAsync<long>("select count(*) from thing where id {uuid ids}", new { ids = new[] { things[1].Id, things[3].Id } }));
            Assert.Equal(3, await reading.ValueAsync<long>("select count(*) from thing where name {in names}", new { names = new[] { "t0", "t2", "t4", "t9" } }));
            Assert.Equal(0, await reading.ValueAsync<long>("select count(*) from thing where id {uuid ids}", new { ids = Array.Empty<Guid>() }));
            Assert.Equal(5, await reading.ValueAsync<long>("select count(*) from thing where colour = @colour", new { colour = Colour.Green }));
            return Done.Value;
        }, Ct);
    }

    [Theory, BothDatabases]
    public async Task A_change_that_is_refused_leaves_no_row_no_audit_and_no_event(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = await database.OpenAsync(Clock.System, null, Fixture);

        var refused = await db.ChangeAsync<Done>(new Act(Mayor, "AddThing"), async change =>
        {
            await AddAsync(change, Make("half", day: null));
            return KernelProblems.ChangedMeanwhile;
        }, Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.ChangeAsync(new Act(Mayor, "AddThing"), async change =>
        {
            await AddAsync(change, Make("broken", day: null));
            throw new InvalidOperationException("a bug");
        }, Ct));

        Assert.Equal("KERNEL-001", Assert.Single(refused.Problems).Code);
        await AssertCountAsync(db, things: 0, entries: 0);
        await db.ChangeAsync(new Act(Mayor, "AddThing"), change => AddAsync(change, Make("whole", day: null)), Ct);
        await AssertCountAsync(db, things: 1, entries: 1);
    }

    [Theory, BothDatabases]
    public async Task Writers_take_turns_and_none_is_lost(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = await database.OpenAsync(Clock.System, null, Fixture);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            for (var at = 0; at < 10; at++)
            {
                await db.ChangeAsync(new Act(Mayor, "AddThing"), change => AddAsync(change, Make($"{writer}-{at}", day: null)), Ct);
            }
        }));

        await AssertCountAsync(db, things: 160, entries: 160);
    }

    [Fact]
    public async Task S4_Row_level_security_hides_a_neighbour_s_rows_even_when_a_statement_forgets_to()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var db = await database.OpenAsync(Clock.System, null, Fixture);
        await db.ChangeAsync(new Act(Mayor, "AddThing"), change => AddAsync(change, Make("mine", day: null)), Ct);

        Assert.Equal(1, await db.ReadAsync(Mayor, CountAsync, Ct));
        Assert.Equal(0, await db.ReadAsync(Neighbour, CountAsync, Ct));
        Assert.Equal(1, await db.ReadAsync(Viewer.Of(Neighbour.Person, "A governor", Neighbour.Organisation, [Mayor.Organisation]), CountAsync, Ct));
        Assert.Equal(1, await db.ReadAsync(Viewer.Program("test"), CountAsync, Ct));
    }

    [Fact]
    public async Task Weaker_settings_stop_the_start()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var weak = database.Settings with { Place = database.Settings.Place + ";Options=-c synchronous_commit=off" };

        var refusal = await Assert.ThrowsAsync<WeakStorageException>(() => Db.OpenAsync(weak, [], new EventRegister(Clock.System), Clock.System, Ct));

        Assert.Contains("synchronous_commit is off", refusal.Message, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_scripts_run_once_and_a_second_start_finds_nothing_to_do(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var first = await database.OpenAsync(Clock.System, null, Fixture))
        {
            await first.ChangeAsync(new Act(Mayor, "AddThing"), change => AddAsync(change, Make("kept", day: null)), Ct);
        }

        await using var second = await database.OpenAsync(Clock.System, null, Fixture);
        await AssertCountAsync(second, things: 1, entries: 1);
    }

    static Task<long> CountAsync(Reading reading) => reading.ValueAsync<long>("select count(*) from thing");

    static async Task AssertCountAsync(Db db, long things, long entries) => Assert.Equal((things, entries), await db.ReadAsync(Mayor, async reading =>
        (await reading.ValueAsync<long>("select count(*) from thing"), await reading.ValueAsync<long>("select count(*) from chain_entry")), Ct));

    static Thing Make(string name, DateOnly? day) => new(
        Id<Thing>.New(Clock.System).Value, Mayor.Organisation, name, long.MaxValue, true, Clock.System.Now, day, 0.1, [0, 1, 255], Colour.Green);

    static Task AddAsync(Change change, Thing thing) => change.ExecuteAsync(
        "insert into thing (id, organisation, name, count, ready, at, day, weight, raw, colour) values (@Id, @Organisation, @Name, @Count, @Ready, @At, @Day, @Weight, @Raw, @Colour)",
        thing);
}
