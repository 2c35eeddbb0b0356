using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Belfry.Kernel;
using Belfry.Rehearsal;
using Belfry.Serve;
using Belfry.Shell;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Belfry.Tests.PublicSite;

/// <summary>A whole program in an exercise world, spoken to over HTTP: by tokens of the personas, and by someone without an account.</summary>
public sealed class PublicHouse : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("belfry-public-").FullName;
    Server? server;

    public string Folder => folder;

    public HttpClient Citizen { get; private set; } = new();

    internal Server Program => server!;

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await Server.StartAsync(new ServeOptions(World.Exercise, folder, 0, Recipients: 0, Quiet: true), _ => { }, CancellationToken.None);
        Citizen = Open();
    }

    public async ValueTask DisposeAsync()
    {
        Citizen.Dispose();
        await server!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The API as the persona whose name begins so.</summary>
    public async Task<HttpClient> AsAsync(string name, Role role, string organisation)
    {
        var (full, account) = server!.App.Services.GetRequiredService<Country>().Personas.Single(one => one.Who.StartsWith(name, StringComparison.Ordinal));
        var home = Organisation.IdOf(organisation);
        var who = new Person(account.Value, full, home, [new RoleIn(role, home)], Language.Fr);
        var made = await server.App.Services.GetRequiredService<ApiTokens>().MakeAsync(who, "test", ["alerting.read", "alerting.compose", "alerting.approve", "alerting.stop"], 1, CancellationToken.None);
        Assert.True(made.Ok, string.Join(", ", made.Problems));
        var client = Open();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.Value.Token);
        return client;
    }

    /// <summary>Draft, submit, approve: over the API, by two persons.</summary>
    /// <returns>The version, when it is published.</returns>
    public async Task<JsonElement> PublishAsync(string title, string sms, string body)
    {
        using var writer = await AsAsync("Coordinatrice", Role.PlanningCoordinator, "63058");
        using var mayor = await AsAsync("Bourgmestre", Role.Mayor, "63058");
        return await PublishAsync(writer, mayor, "63058", FormOf(title, sms, body));
    }

    public async Task<JsonElement> PublishAsync(HttpClient writer, HttpClient mayor, string authority, object form)
    {
        var draft = await JsonAsync(await writer.PostAsJsonAsync("/api/alerts", form, Ct));
        var id = draft.GetProperty("id").GetGuid();
        await JsonAsync(await writer.PostAsync($"/api/alerts/{id}/submit", null, Ct));
        var seen = await JsonAsync(await mayor.GetAsync($"/api/alerts/{id}", Ct));
        await JsonAsync(await mayor.PostAsJsonAsync($"/api/alerts/{id}/approve", new { digest = seen.GetProperty("digest").GetString(), place = draft.GetProperty("place").GetString() }, Ct));
        var identifier = $".{authority}.{draft.GetProperty("number").GetString()}.1";
        for (var tries = 0; !(await Citizen.GetStringAsync("/cap/feed.atom", Ct)).Contains(identifier, StringComparison.Ordinal); tries++)
        {
            Assert.True(tries < 300, "it was not published within 30 s");
            await Task.Delay(100, Ct);
        }

        return seen.GetProperty("version");
    }

    public static object FormOf(string title, string sms, string body, string refnis = "63058", string place = "Pepinster") => new
    {
        area = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kind":"municipality","refnis":"REFNIS"},"geometry":null}]}""".Replace("REFNIS", refnis, StringComparison.Ordinal),
        place, @class = "official", channels = new[] { "cap" }, validMinutes = 60,
        texts = ((string[])["nl", "fr", "de", "en"]).Select(language => new { language, title = $"{language} {title}", sms = $"{language} {sms}", body = $"{language} {body}", instruction = $"{language} stay inside" }),
    };

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, text);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    HttpClient Open() => new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(server!.Address) };
}
