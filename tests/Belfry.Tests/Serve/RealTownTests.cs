using System.Text.RegularExpressions;
using Belfry.Alerting;
using Belfry.Configure;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Kernel;
using Belfry.Serve;
using Belfry.Shell;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Belfry.Tests.Serve;

/// <summary>A real world from its first start: its gateways come from belfry.json, the carriers are programs of their own.</summary>
public sealed partial class RealTownTests
{
    const int People = 5;

    [Theory, BothDatabases]
    public async Task Nothing_leaves_a_new_real_world_until_two_people_have_armed_it_then_sms_and_mail_arrive(DatabaseKind kind)
    {
        var ct = TestContext.Current.CancellationToken;
        var (folder, database) = (Directory.CreateTempSubdirectory("belfry-real-town-").FullName, await TestDatabase.CreateAsync(kind));
        var program = Path.Combine(AppContext.BaseDirectory, "belfry.dll");
        await using var phones = Peer.Start("dotnet", program, "simulate", "smsc", "--port", "0", "--receipt-delay", "20", "--password", "geheim");
        await using var mail = Peer.Start("dotnet", program, "simulate", "smtp", "--port", "0");
        var (smsPort, mailPort) = (PortIn(await phones.LineAsync()), PortIn(await mail.LineAsync()));
        var secret = Path.Combine(folder, "sms-secret");
        await File.WriteAllTextAsync(secret, "geheim\n", ct);
        File.SetUnixFileMode(secret, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(Path.Combine(folder, SettingsFile.Name), $$"""
            {
              "instance": { "origin": "https://crisis.example.be" },
              "dispatch": {
                "sms": [ { "route": "sms-one", "port": {{smsPort}}, "systemId": "belfry", "password": "file:sms-secret" } ],
                "email": [ { "route": "mail-one", "port": {{mailPort}}, "fromAddress": "alert@crisis.example.be" } ]
              }
            }
            """, ct);
        try
        {
            var options = new ServeOptions(World.Real, folder, 0, database.Settings, Quiet: true);
            options = options with { Settings = SettingsFile.Load(options).Value };
            await using (var server = await Server.StartAsync(options, _ => { }, ct))
            {
                await RunAsync(server, phones, mail, ct);
            }

            // Armed once, armed after a restart; what had gone out does not go again.
            await using var again = await Server.StartAsync(options, _ => { }, ct);
            Assert.True(again.App.Services.GetRequiredService<Arming>().IsArmed);
            await UpAsync(again);
            await Task.Delay(1_500, ct);
            Assert.Equal((People, People), (await TakenAsync(phones), await TakenAsync(mail)));
        }
        finally
        {
            await database.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task RunAsync(Server server, Peer phones, Peer mail, CancellationToken ct)
    {
        T Get<T>()
            where T : notnull => server.App.Services.GetRequiredService<T>();
        Person Fresh(Person who) => who with { SteppedUp = server.Instance.Clock.Now };
        await Get<Subscribers>().AddAsync(Viewer.Program("test"), [.. Enumerable.Range(1, People).Select(Resident)], ct);
        Assert.Equal(("crisis.example.be", "https://crisis.example.be", "alerts@crisis.example.be"), (server.Instance.Origin, server.Site, Get<CapTexts>().Sender));

        // The control: everything is ready, nobody armed it. An approval says so by name and nothing reaches a carrier.
        var draft = (await Get<ComposeAlert>().StartAsync(Town.Coordinator, Town.Form(channels: [ChannelKind.Sms, ChannelKind.Email, ChannelKind.Cap]), null, ct)).Value;
        var version = (await Get<SubmitAlert>().RunAsync(Town.Coordinator, draft.Id, ct)).Value;
        Task<Result<AlertVersion>> ApproveAsync() => Get<ApproveAlert>().RunAsync(Fresh(Town.Mayor), version.Id, Get<ApproveAlert>().DigestOf(version), version.Place, ct);
        Assert.Equal("DISPATCH-006", (await ApproveAsync()).Problems[0].Code);
        await Task.Delay(2_000, ct);
        Assert.Equal((0, 0), (await TakenAsync(phones), await TakenAsync(mail)));
        Assert.Empty(Get<Gateways>().All);

        var arming = Get<Arming>();
        Assert.Equal(DisarmCause.FirstStart, arming.Find()!.Cause);
        Assert.Equal("SHELL-001", (await arming.ArmAsync(Fresh(Town.Coordinator), "tests are done", ct)).Problems[0].Code);
        Assert.Equal("SHELL-002", (await arming.ArmAsync(Town.DutyOfficer, "tests are done", ct)).Problems[0].Code);
        Assert.Equal("SHELL-002", (await arming.ArmAsync(Town.DutyOfficer with { SteppedUp = server.Instance.Clock.Now.AddMinutes(-6) }, "tests are done", ct)).Problems[0].Code);
        Assert.Equal("SHELL-005", (await arming.ArmAsync(Fresh(Town.DutyOfficer), " ", ct)).Problems[0].Code);
        Assert.Equal("DISPATCH-007", (await arming.ArmAsync(Fresh(Town.DutyOfficer), "ok", ct)).Problems[0].Code);
        Assert.False((await arming.ArmAsync(Fresh(Town.DutyOfficer), "gateways were tested", ct)).Value);
        Assert.Equal("DISPATCH-004", (await arming.ArmAsync(Fresh(Town.DutyOfficer), "gateways were tested", ct)).Problems[0].Code);
        Assert.Equal("DISPATCH-006", (await ApproveAsync()).Problems[0].Code);
        Assert.Equal((0, 0), (await TakenAsync(phones), await TakenAsync(mail)));
        Assert.True((await arming.ArmAsync(Fresh(Town.Governor), "decided by the governor", ct)).Value);
        Assert.Equal(("noor", "gaspard", "decided by the governor"), (arming.FindArmed()!.First.Name, arming.FindArmed()!.Second.Name, arming.FindArmed()!.Second.Why));
        var audited = await Get<Db>().ReadAsync(Viewer.Program("test"), reading => reading.QueryAsync<string>("""
            select p.value from chain_personal p join chain_entry e on e.chain = p.chain and e.number = p.number where p.field = 'why' and e.body like '%ArmDispatch%'
            """), ct);
        Assert.Equal(["decided by the governor", "gateways were tested"], audited.Order(StringComparer.Ordinal));

        Assert.True((await ApproveAsync()).Ok);
        await Wait.UntilAsync(async () => await TakenAsync(phones) == People && await TakenAsync(mail) == People, () => "not everyone got SMS and mail", 60);
        await UpAsync(server);
    }

    static Task UpAsync(Server server) => Wait.UntilAsync(
        () => server.App.Services.GetRequiredService<Gateways>().All.Where(one => one.State.Condition == LinkCondition.Up).Select(one => one.Settings.Name).Order(StringComparer.Ordinal).SequenceEqual(["cap", "mail-one", "sms-one"]),
        () => "not all gateways are up");

    static Subscription Resident(int person) => new(
        $"Bontje {person}", Language.Fr, [(ChannelKind.Sms, Town.NumberOf(person), true), (ChannelKind.Email, $"bontje{person}@example.be", true)],
        [Position.Of(Town.Centre.Latitude - 0.003, Town.Centre.Longitude - 0.004).Value]);

    static int PortIn(string line) => int.Parse(Port().Match(line).Groups["port"].Value, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>As the carrier says it in the next two seconds: an older line may still wait.</summary>
    static async Task<int> TakenAsync(Peer carrier)
    {
        var (taken, until) = (0, TimeProvider.System.GetUtcNow().AddSeconds(1.5));
        do
        {
            taken = int.Parse(Taken().Match(await carrier.LineAsync()).Groups["taken"].Value, System.Globalization.CultureInfo.InvariantCulture);
        }
        while (TimeProvider.System.GetUtcNow() < until);
        return taken;
    }

    [GeneratedRegex(" port (?<port>[0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Port();

    [GeneratedRegex("taken (?<taken>[0-9]+) ", RegexOptions.NonBacktracking)]
    private static partial Regex Taken();
}
