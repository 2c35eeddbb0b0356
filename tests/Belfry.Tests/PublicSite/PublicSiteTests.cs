using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Belfry.Incidents;
using Xunit;

namespace Belfry.Tests.PublicSite;

/// <summary>What everyone sees of an alert, from the API call of the one who writes it to the citizen's browser.</summary>
public sealed class PublicSiteTests(PublicHouse house) : IClassFixture<PublicHouse>
{
    const string Evil = """<script>alert(1)</script><img src=x onerror=alert(2)>"'&""";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_alert_stands_in_four_languages_marked_as_exercise_without_cookie_and_within_14_KB()
    {
        var version = await house.PublishAsync("Flood", "Water rises in Pepinster, go upstairs now", "The river leaves its bed near the station");
        var page = $"63058-{version.GetProperty("number").GetString()}.html";
        var css = await house.Citizen.GetByteArrayAsync("/_content/Belfry.Shell/belfry.css", Ct);
        foreach (var (language, exercise) in ((string, string)[])[("nl", "Dit is een oefening"), ("fr", "Ceci est un exercice"), ("de", "Dies ist eine Übung"), ("en", "This is an exercise")])
        {
            foreach (var address in (string[])[$"/public/{language}/", $"/public/{language}/{page}", $"/public/{language}/real"])
            {
                using var answer = await house.Citizen.GetAsync(address, Ct);
                var html = await answer.Content.ReadAsStringAsync(Ct);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.False(answer.Headers.Contains("Set-Cookie"));
                Assert.Contains($"<html lang=\"{language}-", html, StringComparison.Ordinal);
                Assert.Contains("data-world=\"exercise\"", html, StringComparison.Ordinal);
                Assert.Contains(exercise, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
                Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
                Assert.True(Packed(Encoding.UTF8.GetBytes(html)) + Packed(css) <= 14 * 1024, $"{address}: {Packed(Encoding.UTF8.GetBytes(html))} + {Packed(css)} bytes");
                Assert.True(address.EndsWith("real", StringComparison.Ordinal) || html.Contains($"{language} stay inside", StringComparison.Ordinal), address);
            }
        }

        using var chosen = new HttpRequestMessage(HttpMethod.Get, "/public") { Headers = { { "Accept-Language", "de-BE,de;q=0.9,fr;q=0.5" } } };
        using var german = await house.Citizen.SendAsync(chosen, Ct);
        Assert.Contains("<html lang=\"de-", await german.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("Accept-Language", german.Headers.Vary);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Citizen.GetAsync("/public/nl/63058-X-A1999-0001.html", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Citizen.GetAsync("/public/xx/", Ct)).StatusCode);
    }

    [Fact]
    public async Task The_feed_answers_304_to_who_has_it_and_each_message_verifies_with_the_instance_s_certificate()
    {
        await house.PublishAsync("Smoke", "Close your windows in Pepinster because of smoke", "A warehouse burns");
        using var first = await house.Citizen.GetAsync("/cap/feed.atom", Ct);
        Assert.Equal("application/atom+xml", first.Content.Headers.ContentType!.MediaType);
        Assert.True(first.Headers.CacheControl!.Public);
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        using (var again = await AskAsync(tag.Tag))
        {
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        }

        using (var other = await AskAsync("\"0\""))
        {
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }

        var feed = CapFeed.Read(await first.Content.ReadAsByteArrayAsync(Ct)).Value;
        Assert.NotEmpty(feed.Entries);
        using var certificate = X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(house.Folder, "keys", "cap.pfx"), null);
        foreach (var entry in feed.Entries)
        {
            using var answer = await house.Citizen.GetAsync(entry.Link, Ct);
            Assert.Equal("application/cap+xml", answer.Content.Headers.ContentType!.MediaType);
            var document = await answer.Content.ReadAsByteArrayAsync(Ct);
            Assert.Equal(CapSignatureState.Verified, CapSigning.Verify(document, new CapTrust([certificate], [])).State);
            var report = CapCheck.Run(document, CapProfile.Belgium, null, new CapTrust([certificate], []));
            Assert.True(report.IsClean, string.Join("; ", report.Findings.Select(finding => finding.Rule.Id + " " + finding.Place)));
            Assert.Equal(CapStatus.Exercise, CapReader.Read(document).Value.Status);
        }

        await house.PublishAsync("Later", "One more message for Pepinster and nothing else", "Only to change the feed");
        using var changed = await AskAsync(tag.Tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Citizen.GetAsync("/cap/nothing.xml", Ct)).StatusCode);
    }

    [Fact]
    public async Task S11_a_text_that_is_script_is_shown_as_text_on_every_public_sink()
    {
        var version = await house.PublishAsync("T " + Evil, "S " + Evil, "B " + Evil);
        var page = $"63058-{version.GetProperty("number").GetString()}.html";
        foreach (var html in (string[])[await house.Citizen.GetStringAsync("/public/fr/", Ct), await house.Citizen.GetStringAsync($"/public/fr/{page}", Ct), await CheckAsync("fr", Evil), await CheckAsync("fr", "fr S " + Evil)])
        {
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("&lt;script&gt;", await house.Citizen.GetStringAsync($"/public/fr/{page}", Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", await house.Citizen.GetStringAsync("/cap/feed.atom", Ct), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_someone_received_is_the_same_altered_or_unknown()
    {
        var version = await house.PublishAsync("Gas", "A gas leak in the main street of Pepinster, walk away on foot", "The pipe broke during works");
        Assert.Contains("Yes. It was", await CheckAsync("en", "EXERCISE en A GAS leak in the main street of  Pepinster, walk away on foot EXERCISE"), StringComparison.Ordinal);
        Assert.Contains("Careful", await CheckAsync("en", "en A gas leak in the main street of Pepinster, walk away on foot https://evil.example"), StringComparison.Ordinal);
        Assert.Contains("This number exists", await CheckAsync("en", version.GetProperty("number").GetString()!), StringComparison.Ordinal);
        Assert.Contains("Not found", await CheckAsync("en", "Your parcel waits, pay here"), StringComparison.Ordinal);
        Assert.Contains("Not found", await CheckAsync("en", ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_authorities_with_the_same_number_are_both_published()
    {
        await using var other = new PublicHouse();
        await other.InitializeAsync();
        var pepinster = await other.PublishAsync("Here", "The first message of this year from Pepinster", "A");
        using var writer = await other.AsAsync("Coordinateur", Belfry.Shell.Role.PlanningCoordinator, "63079");
        using var governor = await other.AsAsync("Gouverneur", Belfry.Shell.Role.Governor, "60000");
        var verviers = await other.PublishAsync(writer, governor, "63079", PublicHouse.FormOf("There", "The first message of this year from Verviers", "B", "63079", "Verviers"));
        Assert.Equal(pepinster.GetProperty("number").GetString(), verviers.GetProperty("number").GetString());
        var one = await other.Citizen.GetStringAsync("/public/en/", Ct);
        Assert.Contains("en Here", one, StringComparison.Ordinal);
        Assert.Contains("en There", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_lies_in_the_folder_for_any_web_server()
    {
        var version = await house.PublishAsync("Files", "This warning for Pepinster is kept as a file too", "For when the program is down");
        var file = Path.Combine(house.Folder, "public", "public", "de", $"63058-{version.GetProperty("number").GetString()}.html");
        for (var tries = 0; !File.Exists(file); tries++)
        {
            Assert.True(tries < 100, $"{file} was not written within 10 s");
            await Task.Delay(100, Ct);
        }

        Assert.Contains("de stay inside", await File.ReadAllTextAsync(file, Ct), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(house.Folder, "public", "_content", "Belfry.Shell", "belfry.css")));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(house.Folder, "public", "cap"), "*.xml"));
    }

    [Fact]
    public async Task The_api_refuses_by_code_makes_nothing_twice_and_shows_itself()
    {
        using var writer = await house.AsAsync("Coordinatrice", Belfry.Shell.Role.PlanningCoordinator, "63058");
        writer.DefaultRequestHeaders.Add("Idempotency-Key", "once and for all");
        var form = PublicHouse.FormOf("Twice", "The same command sent twice", "By a program whose line was cut");
        var ids = new List<Guid>();
        for (var time = 0; time < 2; time++)
        {
            ids.Add((await PublicHouse.JsonAsync(await writer.PostAsJsonAsync("/api/alerts", form, Ct))).GetProperty("id").GetGuid());
        }

        Assert.Single(ids.Distinct());
        writer.DefaultRequestHeaders.Remove("Idempotency-Key");
        await ExpectAsync(await writer.PostAsJsonAsync("/api/alerts", new { area = "{}", surprise = 1 }, Ct), HttpStatusCode.BadRequest, "KERNEL-006");
        await ExpectAsync(await writer.PostAsJsonAsync($"/api/alerts/{ids[0]}/approve", new { digest = "", place = "Pepinster" }, Ct), HttpStatusCode.Forbidden, "SHELL-");
        await ExpectAsync(await writer.PostAsJsonAsync($"/api/alerts/{ids[0]}/withdraw", new { why = "" }, Ct), HttpStatusCode.UnprocessableEntity, "");
        Assert.Equal(HttpStatusCode.NoContent, (await writer.PostAsJsonAsync($"/api/alerts/{ids[0]}/withdraw", new { why = "A test" }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await house.Citizen.GetAsync("/api/alerts", Ct)).StatusCode);

        var shape = JsonSerializer.Deserialize<JsonElement>(await house.Citizen.GetStringAsync("/openapi/v1.json", Ct));
        Assert.StartsWith("3.1", shape.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.True(shape.GetProperty("paths").TryGetProperty("/api/alerts/{id}/approve", out _));
        using var docs = await house.Citizen.GetAsync("/api/docs/", Ct);
        Assert.DoesNotContain("https://", await docs.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'", docs.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var ready = await PublicHouse.JsonAsync(await house.Citizen.GetAsync("/health/ready", Ct));
        Assert.True(ready.GetProperty("ready").GetBoolean());
    }

    static async Task ExpectAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(code, text, StringComparison.Ordinal);
    }

    Task<HttpResponseMessage> AskAsync(string tag) =>
        house.Citizen.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/cap/feed.atom") { Headers = { { "If-None-Match", tag } } }, Ct);

    async Task<string> CheckAsync(string language, string typed)
    {
        using var answer = await house.Citizen.PostAsync($"/public/{language}/real", new FormUrlEncodedContent([new("typed", typed)]), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return await answer.Content.ReadAsStringAsync(Ct);
    }

    static long Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.Length;
    }
}
