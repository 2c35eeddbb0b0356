using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Belfry.Tests.Screens;

/// <summary>
/// The whole way of an alert, by hand in Chromium against the real program: storm message, incident, logbook, area, count, draft, submission, refusal of a
/// wrong place name, approval, SMS, mail and CAP received, correction to the same people. Pictures land in artifacts/screens; with BELFRY_PICTURES set, four in docs/pictures.
/// </summary>
public sealed partial class JourneyTests(RunningBelfry belfry) : IClassFixture<RunningBelfry>
{
    static readonly Regex AlertPage = AlertAddress();

    // What axe and a narrow screen found, of all screens together: one run tells it all.
    readonly List<string> faults = [];

    [Fact]
    public async Task A_storm_message_becomes_an_alert_that_phones_mailboxes_and_CAP_receive_and_a_correction_follows_to_the_same_people()
    {
        await using var coordinator = await belfry.SignInAsync("Coordinatrice", "light", "fr");
        await using var mayor = await belfry.SignInAsync("Bourgmestre", "dark", "nl");
        var page = coordinator.Page;
        await Seen(coordinator, "desk");

        await page.GotoAsync("/intake");
        await Seen(coordinator, "intake", "intake");
        await page.ClickAsync(".row-link");
        await page.WaitForSelectorAsync("form[action$='/accept']");
        await Seen(coordinator, "message");
        await page.ClickAsync("form[action$='/accept'] button");
        await page.WaitForURLAsync("**/incidents/*");
        await page.FillAsync("textarea[name=text]", "La Vesdre est à 1,80 m et monte de 20 cm par heure.");
        await page.ClickAsync("#line .form-acts button");
        await page.Locator(".timeline", new() { HasText = "La Vesdre est à 1,80 m" }).WaitForAsync();
        Assert.Equal("", await page.InputValueAsync("textarea[name=text]"));
        await Seen(coordinator, "incident");

        await page.ClickAsync(".work a.button.primary");
        await page.WaitForURLAsync("**/alerts/new*");
        await page.Locator("[data-counted] .figure").First.WaitForAsync();
        Assert.NotEmpty(await page.InputValueAsync("[data-map-field]"));
        await Seen(coordinator, "compose", "compose");
        var before = await page.Locator("[data-counted]").InnerTextAsync();
        await page.ClickAsync(".map-tools [data-mode=municipality]");
        await page.Locator(".map canvas").ClickAsync(new() { Position = new() { X = 60, Y = 700 } });
        await page.WaitForFunctionAsync("before => document.querySelector('[data-counted]').innerText !== before", before);
        await page.ClickAsync(".map-tools .group:nth-child(2) .button:first-child");
        await page.WaitForFunctionAsync("before => document.querySelector('[data-counted]').innerText === before", before);
        await page.ClickAsync(".form-acts .button.primary");
        await page.WaitForURLAsync(AlertPage);
        await Seen(coordinator, "draft");
        await page.ClickAsync("form[action$='/submit'] button");
        await page.Locator(".steps .now", new() { HasText = "Attend" }).WaitForAsync();

        await ApproveAsync(mayor, coordinator, "approve");
        var first = await DoneAsync(page);
        Assert.Equal(new Channel(1, 1), first["CAP"]);
        Assert.InRange(first["SMS"].Done, first["SMS"].Total - 8, first["SMS"].Total);
        Assert.InRange(first["E"].Done, first["E"].Total - 8, first["E"].Total);
        Assert.True(first["SMS"].Total > 40);
        await Seen(coordinator, "sent");
        var (sms, mail) = await ReceivedAsync(mayor.Page);
        Assert.InRange(sms, first["SMS"].Done - 8, first["SMS"].Total);
        Assert.InRange(mail, first["E"].Done - 8, first["E"].Total);
        await mayor.Page.GotoAsync("/rehearsal/phones");
        Assert.All(await mayor.Page.Locator(".handset:not(.mail) .phone").AllInnerTextsAsync(), text => Assert.Contains("Pepinster", text, StringComparison.Ordinal));
        await Seen(mayor, "phones", "phones");

        await page.ClickAsync("input[value=Correction]");
        await page.ClickAsync("form[action$='/follow'] button");
        await page.WaitForURLAsync("**/edit");
        await Seen(coordinator, "correction");
        await page.ClickAsync(".form-acts .button.primary");
        await page.WaitForURLAsync(AlertPage);
        await page.ClickAsync("form[action$='/submit'] button");
        await page.Locator(".steps .now", new() { HasText = "Attend" }).WaitForAsync();
        await ApproveAsync(mayor, coordinator, null);
        var second = await DoneAsync(page);
        Assert.Equal(first.Select(one => (one.Key, one.Value.Total)), second.Select(one => (one.Key, one.Value.Total)));
        await mayor.Page.GotoAsync("/rehearsal/phones");
        var number = (await mayor.Page.Locator(".handset:not(.mail) header span").First.InnerTextAsync()).TrimStart('+');
        await mayor.Page.GotoAsync("/rehearsal/phones?number=" + number);
        Assert.Equal(2, await mayor.Page.Locator(".handset:not(.mail)").CountAsync());

        await mayor.Page.GotoAsync("/settings");
        await Seen(mayor, "settings");
        await mayor.Page.GotoAsync("/account");
        await Seen(mayor, "account");
        Assert.Empty(faults);
        Assert.Empty(coordinator.Complaints);
        Assert.All(mayor.Complaints, one => Assert.Contains("422", one, StringComparison.Ordinal)); // the wrong name was meant
    }

    async Task ApproveAsync(Screen mayor, Screen coordinator, string? name)
    {
        var page = mayor.Page;
        await page.GotoAsync("/");
        await page.Locator(".lines a[href^='/alerts/']").First.ClickAsync();
        if (name is not null)
        {
            await Seen(mayor, name, "approve");
            await page.FillAsync("input[name=place]", "Verviers");
            await page.ClickAsync(".decide button.send");
            await page.Locator(".field-problem").WaitForAsync();
            await Seen(mayor, "refused");
        }

        await page.FillAsync("input[name=place]", "Pepinster");
        await page.ClickAsync(".decide button.send");
        await page.WaitForURLAsync(AlertPage);
        Assert.DoesNotContain("/approve", coordinator.Page.Url, StringComparison.Ordinal);
    }

    // The coordinator's screen follows by itself, without being touched.
    static async Task<SortedDictionary<string, Channel>> DoneAsync(IPage page)
    {
        await page.Locator(".work-title .status", new() { HasText = "Envoyée" }).WaitForAsync();
        var found = new SortedDictionary<string, Channel>(StringComparer.Ordinal);
        foreach (var words in await page.Locator(".progress-words").AllInnerTextsAsync())
        {
            var match = Counted().Match(words);
            found[match.Groups["name"].Value] = new Channel(Number(match.Groups["done"].Value), Number(match.Groups["total"].Value));
        }

        return found;
    }

    sealed record Channel(long Done, long Total);

    static long Number(string text) => long.Parse(string.Concat(text.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

    static async Task<(long Sms, long Mail)> ReceivedAsync(IPage page)
    {
        var answer = JsonDocument.Parse(await (await page.APIRequest.GetAsync("/api/rehearsal/received")).TextAsync()).RootElement;
        return (answer.GetProperty("sms").GetInt64(), answer.GetProperty("mail").GetInt64());
    }

    async Task Seen(Screen screen, string name, string? forReadme = null)
    {
        var page = screen.Page;
        if (await page.Locator("[data-map]").CountAsync() > 0)
        {
            await page.WaitForSelectorAsync(".map[data-drawn]");
        }

        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screens")).FullName;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"journey-{name}.png") });
        if (forReadme is not null && Environment.GetEnvironmentVariable("BELFRY_PICTURES") is { Length: > 0 })
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "pictures")).FullName, forReadme + ".png") });
        }

        if (await page.Locator("h1").CountAsync() != 1)
        {
            faults.Add(name + ": not one h1");
        }

        faults.AddRange((await page.RunAxe()).Violations.Select(violation => $"{name}: {violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        await page.SetViewportSizeAsync(390, 844);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"journey-{name}-390.png") });
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"))
        {
            faults.Add(name + ": wider than a phone");
        }

        await page.SetViewportSizeAsync(1280, 800);
    }

    [GeneratedRegex("/alerts/[0-9a-f-]{36}$")]
    private static partial Regex AlertAddress();

    [GeneratedRegex(@"^(?<name>CAP|SMS|E).*?\n?(?<done>[\d\s\u00a0\u202f.]+)/(?<total>[\d\s\u00a0\u202f.]+)", RegexOptions.Singleline)]
    private static partial Regex Counted();
}
