using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Belfry.Tests.Shell;

/// <summary>The frame with accounts on a real Kestrel, a real database and a clock that can be put forward.</summary>
sealed class AccountsHouse : IAsyncDisposable
{
    readonly TestDatabase? database;
    readonly string keys;
    readonly KeyFolder keyFolder;
    readonly List<IDisposable> held = [];

    AccountsHouse(WebApplication app, Db db, TestDatabase? database, string keys, KeyFolder keyFolder, Later time, World world) =>
        (App, Db, this.database, this.keys, this.keyFolder, Time, World) = (app, db, database, keys, keyFolder, time, world);

    public static Organisation Centre { get; } = Organisation.Of(OrganisationKind.Federal, "BE", null, LocalizedText.Same("Centre"));

    public static Organisation Pepinster { get; } = Organisation.Of(OrganisationKind.Municipality, "63058", "BE", LocalizedText.Same("Pepinster"));

    public static Organisation Verviers { get; } = Organisation.Of(OrganisationKind.Municipality, "63079", "BE", LocalizedText.Same("Verviers"));

    public WebApplication App { get; }

    public Db Db { get; }

    public Later Time { get; }

    public World World { get; }

    public Uri Site => new("http://localhost:" + new Uri(App.Urls.First()).Port);

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    public static async Task<AccountsHouse> OpenAsync(DatabaseKind kind, World world = World.Real, AccountsHouse? beside = null)
    {
        var time = beside?.Time ?? new Later();
        var clock = new Clock(time);
        var keys = beside?.keys ?? Directory.CreateTempSubdirectory("belfry-keys-").FullName;
        var keyFolder = KeyFolder.Open(keys);
        var database = beside is null ? await TestDatabase.CreateAsync(kind) : null;
        var shell = new ShellModule();
        IReadOnlyList<Module> modules = [shell, new ProbeModule()];
        var events = new EventRegister(clock);
        var db = await Db.OpenAsync((database ?? beside!.database!).Settings, [shell.Scripts], events, clock, CancellationToken.None);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseKestrel();
        builder.Services.AddFrame(new Instance(world, "test", keys, keyFolder, clock), db, events, modules);
        var app = builder.Build();
        app.UseFrame(AccountsSetup.UseAccounts);
        await app.PrepareAsync(CancellationToken.None);
        await app.Services.GetRequiredService<Organisations>().KeepAsync([Centre, Pepinster, Verviers], CancellationToken.None);
        await app.StartAsync();
        return new AccountsHouse(app, db, database, keys, keyFolder, time, world);
    }

    public Browser Open()
    {
        var browser = new Browser(Site);
        held.Add(browser);
        return browser;
    }

    public SoftwareAuthenticator Authenticator()
    {
        var made = new SoftwareAuthenticator(Site.ToString().TrimEnd('/'));
        held.Add(made);
        return made;
    }

    /// <summary>The first administrator, by the console's link and a passkey.</summary>
    public async Task<(Browser Browser, SoftwareAuthenticator Key)> AdministratorAsync()
    {
        var link = await Get<FirstToken>().IssueAsync(Centre.Id, "First Administrator", "admin", CancellationToken.None);
        var (browser, key) = (Open(), Authenticator());
        await EnrolAsync(browser, key, link!);
        return (browser, key);
    }

    public static async Task<Page> EnrolAsync(Browser browser, SoftwareAuthenticator key, OneTimeLink link)
    {
        await browser.PostAsync("/enter", "/enter", ("link", link.Token));
        return await EnrolAsync(browser, key);
    }

    public static async Task<Page> EnrolAsync(Browser browser, SoftwareAuthenticator key)
    {
        var options = await browser.PostJsonAsync("/enrol", "/enrol/passkey/options", new { });
        var done = await browser.PostJsonAsync("/enrol", "/enrol/passkey", new { credential = key.Create(options.Text), name = "test key" });
        return done.Status == System.Net.HttpStatusCode.OK ? done : throw new InvalidOperationException(done.Text);
    }

    /// <summary>As an administrator would, straight through the use case.</summary>
    public async Task<OneTimeLink> InviteAsync(string name, string signInName, Role role = Role.Mayor, Organisation? organisation = null)
    {
        var where = organisation ?? Pepinster;
        var link = await Get<Belfry.Shell.Accounts>().InviteAsync(Keeper(), new Invitee(name, signInName, where.Id, Language.En, [new RoleIn(role, where.Id)]), CancellationToken.None);
        return link.Value;
    }

    /// <summary>A person with the right, who just proved it.</summary>
    public Person Keeper(Guid? account = null) =>
        new(account ?? Guid.Parse("01970000-0000-7000-8000-0000000000ad"), "Keeper", Centre.Id, [new RoleIn(Role.Administrator, Centre.Id)], Language.En, Db.Clock.Now);

    public const string Words = "vijf losse woorden regen ladder";

    /// <summary>An account with passphrase and authenticator, signed in.</summary>
    public async Task<(Browser Browser, byte[] Key, IReadOnlyList<string> Codes)> PersonAsync(string signInName = "an@pepinster.example")
    {
        var browser = Open();
        await browser.PostAsync("/enter", "/enter", ("link", (await InviteAsync("An Mayor", signInName)).Token));
        var page = await browser.GetAsync("/enrol/code");
        var key = FromBase32(System.Text.RegularExpressions.Regex.Match(page.Text, "secret=([A-Z2-7]+)").Groups[1].Value);
        var done = await browser.PostFormAsync("/enrol/code",
            ("__RequestVerificationToken", Browser.TokenIn(page.Text)), ("key", page.Field("key")), ("passphrase", Words), ("code", CodeOf(key)));
        var codes = System.Text.RegularExpressions.Regex.Matches(done.Text, "[A-Z2-9]{6}(-[A-Z2-9]{6}){3}").Select(match => match.Value).ToList();
        return (browser, key, codes);
    }

    public string CodeOf(byte[] key) => OneTimeCode.At(key, OneTimeCode.StepAt(Db.Clock.Now));

    public static Task<Page> SignInAsync(Browser browser, string name, string words, string code, string to = "/probe") =>
        browser.PostAsync("/sign-in", "/sign-in", ("sign_in_name", name), ("passphrase", words), ("code", code), ("to", to));

    public static async Task<Page> SignInAsync(Browser browser, SoftwareAuthenticator key)
    {
        var options = await browser.PostJsonAsync("/sign-in", "/sign-in/passkey/options", new { });
        return await browser.PostJsonAsync("/sign-in", "/sign-in/passkey?to=/probe", new { credential = key.Get(options.Text) });
    }

    public Task<long> CountAsync(string audited, Organisation? organisation = null) => Db.ReadAsync(Viewer.Program("test"), async reading =>
        (await ChainBook.EntriesAsync(reading, ChainName.AuditOf((organisation ?? Pepinster).Id).ToString())).LongCount(entry => entry.Body.Contains($"\"act\":\"{audited}\"", StringComparison.Ordinal)), CancellationToken.None);

    static byte[] FromBase32(string text)
    {
        var (bytes, bits, have) = (new List<byte>(), 0, 0);
        foreach (var letter in text)
        {
            (bits, have) = (((bits & 0xFF) << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), have + 5);
            if (have >= 8)
            {
                have -= 8;
                bytes.Add((byte)((bits >> have) & 0xFF));
            }
        }

        return [.. bytes];
    }

    public async ValueTask DisposeAsync()
    {
        held.ForEach(one => one.Dispose());
        await App.StopAsync();
        await App.DisposeAsync();
        await Db.DisposeAsync();
        keyFolder.Dispose();
        if (database is not null)
        {
            await database.DisposeAsync();
            Directory.Delete(keys, recursive: true);
        }
    }
}

/// <summary>Real time, put forward by so much.</summary>
sealed class Later : TimeProvider
{
    TimeSpan by;

    public void Pass(TimeSpan time) => by += time;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(by.TotalSeconds * System.TimestampFrequency);

    public override long TimestampFrequency => System.TimestampFrequency;
}

sealed class ProbeModule : Module
{
    public override string Name => "Probe";

    public override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/probe", (HttpContext http) => http.SignedIn().Name).ForSignedIn();
        routes.MapGet("/api/probe", (HttpContext http) => new { http.SignedIn().Name, Scopes = http.SignedIn().Scopes, Stepped = http.SignedIn().SteppedUp }).ForSignedIn();
    }
}
