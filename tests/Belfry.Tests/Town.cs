using Belfry.Alerting;
using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Kernel;
using Belfry.Serve;
using Belfry.Shell;
using Belfry.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Belfry.Tests;

/// <summary>
/// The whole program in this process, with Pepinster and a phone network that a test can look at. People inside the drawn triangle, in the
/// corner of its box, in another town and abroad; officials as Person values.
/// </summary>
sealed class Town : IAsyncDisposable
{
    const string PepinsterCode = "63058";

    readonly TestDatabase? database;
    readonly string folder;
    readonly SimulatedSmsc? phones;
    bool stopped;

    Town(Server server, TestDatabase? database, string folder, SimulatedSmsc? phones, Later time) =>
        (Server, this.database, this.folder, this.phones, Time) = (server, database, folder, phones, time);

    public Server Server { get; }

    /// <exception cref="InvalidOperationException">The network is the caller's own.</exception>
    public SimulatedSmsc Phones => phones ?? throw new InvalidOperationException("Look at your own phones.");

    public Later Time { get; }

    public string Folder => folder;

    public Db Db => Get<Db>();

    public static Guid Pepinster { get; } = Organisation.IdOf(PepinsterCode);

    public static Position Centre { get; } = Belgium.Load().Find(PepinsterCode)!.Centre;

    public static Person Coordinator { get; } = Of("pauline", Role.PlanningCoordinator, PepinsterCode);

    public static Person Mayor { get; } = Of("bastien", Role.Mayor, PepinsterCode);

    public static Person Governor { get; } = Of("gaspard", Role.Governor, "60000");

    public static Person DutyOfficer { get; } = Of("noor", Role.DutyOfficer, "NCCN");

    public static Person Neighbour { get; } = Of("victor", Role.PlanningCoordinator, "63079");

    public static Person Auditor { get; } = Of("otto", Role.Auditor, "NCCN");

    public T Get<T>()
        where T : notnull => Server.App.Services.GetRequiredService<T>();

    public static Person Of(string name, Role role, string code, Language language = Language.Fr)
    {
        var organisation = Organisation.IdOf(code);
        return new Person(Organisation.IdOf("person " + name), name, organisation, [new RoleIn(role, organisation)], language);
    }

    /// <param name="inside">How many people live inside <see cref="Triangle"/>; three more live elsewhere.</param>
    public static async Task<Town> OpenAsync(DatabaseKind kind, int inside = 12, SimulatedSmscSettings? carrier = null, string? named = null)
    {
        var phones = SimulatedSmsc.Start(World.Exercise, carrier ?? new SimulatedSmscSettings { ReceiptLeast = TimeSpan.Zero, ReceiptMean = TimeSpan.FromMilliseconds(30) }, Clock.System).Value;
        var folder = Directory.CreateTempSubdirectory("belfry-town-").FullName;
        var (database, time) = (await TestDatabase.CreateAsync(kind), new Later());
        var settings = named is null ? database.Settings : database.Settings with { Place = Path.Combine(folder, named) }; // where commands look for it
        var server = await StartAsync(folder, settings, phones.Port, new Clock(time));
        var town = new Town(server, database, folder, phones, time);
        await town.SettleAsync(inside);
        return town;
    }

    /// <summary>On a folder, database and phone network that outlive it.</summary>
    public static async Task<Town> OpenAsync(string folder, DatabaseSettings database, int smsPort, int inside)
    {
        var time = new Later();
        var town = new Town(await StartAsync(folder, database, smsPort, new Clock(time)), null, folder, null, time);
        await town.SettleAsync(inside);
        return town;
    }

    static Task<Server> StartAsync(string folder, DatabaseSettings database, int smsPort, Clock clock) => Server.StartAsync(
        new ServeOptions(World.Exercise, folder, 0, database, Recipients: 0, Quiet: true) { SmsPort = smsPort, Clock = clock }, _ => { }, CancellationToken.None);

    public static string NumberOf(int person) => FormattableString.Invariant($"+32400{person:D6}");

    public const int InCorner = 900_001;
    public const int InOtherTown = 900_002;
    public const int Abroad = 900_003;

    async Task SettleAsync(int inside)
    {
        if (inside == 0)
        {
            return; // they are there already
        }

        var people = Enumerable.Range(1, inside).Select(person => Resident(person, At(-0.003, -0.004), At(-0.0035, -0.0045))).ToList();
        people.Add(Resident(InCorner, At(0.0055, 0.0075)));
        people.Add(Resident(InOtherTown, Belgium.Load().Find("44021")!.Centre));
        people.Add(Resident(Abroad, Position.Of(50.776, 6.084).Value));
        foreach (var batch in people.Chunk(2_000))
        {
            await Get<Subscribers>().AddAsync(Viewer.Program("test"), batch, CancellationToken.None);
        }
    }

    /// <summary>One more person inside, as if they had registered a moment ago.</summary>
    public Task MoveInAsync(int from, int count) => Get<Subscribers>().AddAsync(
        Viewer.Program("test"), [.. Enumerable.Range(from, count).Select(person => Resident(person, At(-0.003, -0.004)))], CancellationToken.None);

    static Subscription Resident(int person, params Position[] places) => new($"Bontje {person}", Language.Fr, [(ChannelKind.Sms, NumberOf(person), true)], places);

    static Position At(double north, double east) => Position.Of(Centre.Latitude + north, Centre.Longitude + east).Value;

    /// <summary>Half of a box around the centre: its north-east corner is outside.</summary>
    public static string Triangle { get; } = Polygon(At(-0.006, -0.008), At(-0.006, 0.008), At(0.006, -0.008));

    public static string Polygon(params Position[] ring) =>
        "{\"type\":\"Polygon\",\"coordinates\":[[" + string.Join(',', ring.Append(ring[0]).Select(at => FormattableString.Invariant($"[{at.Longitude},{at.Latitude}]"))) + "]]}";

    public static AlertForm Form(string? area = null, MessageClass @class = MessageClass.DangerToLife, params ChannelKind[] channels) => new(
        area ?? Triangle, "Pepinster", @class, channels.Length > 0 ? channels : [ChannelKind.Sms], 120,
        [new AlertTextForm(Language.Fr, "Inondation", "La Vesdre monte. Quittez les caves.", "La Vesdre monte vite.", "Quittez les caves et montez à l’étage.")], Event: "Inondation");

    public async Task<AlertVersion> DraftAsync(AlertForm? form = null, Person? who = null) => (await Get<ComposeAlert>().StartAsync(who ?? Coordinator, form ?? Form())).Value;

    public async Task<AlertVersion> SubmittedAsync(AlertForm? form = null, Person? who = null) => (await Get<SubmitAlert>().RunAsync(who ?? Coordinator, (await DraftAsync(form, who)).Id)).Value;

    public string DigestOf(AlertVersion version) => Get<ApproveAlert>().DigestOf(version);

    public Task<Result<AlertVersion>> ApproveAsync(AlertVersion version, Person? who = null, string? place = null) =>
        Get<ApproveAlert>().RunAsync(who ?? Mayor, version.Id, DigestOf(version), place ?? version.Place);

    public async Task<AlertVersion> FindAsync(Id<AlertVersion> id) => (await Db.ReadAsync(Viewer.Program("test"), reading => AlertStore.FindAsync(reading, id), CancellationToken.None))!;

    public async Task<AlertVersion> SentAsync(AlertForm? form = null)
    {
        var approved = (await ApproveAsync(await SubmittedAsync(form))).Value;
        return await UntilAsync(approved.Id, VersionState.Sent);
    }

    public async Task<AlertVersion> UntilAsync(Id<AlertVersion> id, VersionState state)
    {
        AlertVersion? now = null;
        await Wait.UntilAsync(async () => (now = await FindAsync(id)).State == state, () => $"{id} is {now?.State} ({now?.Reason}), not {state}");
        return now!;
    }

    public async Task<DispatchProgress> ProgressAsync(AlertVersion version) => (await Get<Dispatches>().ProgressAsync(Viewer.Program("test"), version.Dispatch!.Value, CancellationToken.None))!;

    public int Received(int person) => Phones.Inbox.Of(NumberOf(person)).Count;

    /// <summary>Keeps the freezer's hands off one version, so that a test can come between the yes and the sending.</summary>
    public async Task<Lease> HoldFreezeAsync(AlertVersion version)
    {
        Lease? lease = null;
        await Db.ChangeAsync(new Act(Viewer.Program("test"), "Hold"), async change => lease = await Lease.TakeAsync(change, $"freeze/{version.Id}", Organisation.IdOf("test"), TimeSpan.FromHours(2)), CancellationToken.None);
        return lease!;
    }

    public Task LetGoAsync(Lease lease) => Db.ChangeAsync(new Act(Viewer.Program("test"), "LetGo"), change => lease.GiveBackAsync(change), CancellationToken.None);

    public async Task StopAsync()
    {
        if (!stopped)
        {
            stopped = true;
            var workers = Server.App.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
            await Server.DisposeAsync();
            Assert.DoesNotContain(workers, worker => worker.ExecuteTask is { IsFaulted: true }); // no worker ends by a fault, at stopping neither
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (phones is not null && database is not null)
        {
            await phones.DisposeAsync();
            await database.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}

static class Wait
{
    public static async Task UntilAsync(Func<Task<bool>> seen, Func<string> otherwise, int seconds = 30)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await seen())
        {
            if (TimeProvider.System.GetElapsedTime(began).TotalSeconds > seconds)
            {
                throw new TimeoutException(otherwise());
            }

            await Task.Delay(20);
        }
    }

    public static Task UntilAsync(Func<bool> seen, Func<string> otherwise, int seconds = 30) => UntilAsync(() => Task.FromResult(seen()), otherwise, seconds);
}
