using System.Globalization;
using Deque.AxeCore.Playwright;
using Xunit;

namespace Belfry.Tests.Screens;

/// <summary>Arming by two and delegating by two, by hand in Chromium against the real program. Pictures land in artifacts/screens.</summary>
public sealed class DecisionTests(RunningBelfry belfry) : IClassFixture<RunningBelfry>
{
    // What axe and a narrow screen found, of all screens together.
    readonly List<string> faults = [];

    [Fact]
    public async Task Two_people_arm_a_disarmed_instance_and_every_screen_says_so_until_then()
    {
        await using var noor = await belfry.SignInAsync("Wachtofficier", "light", "nl");
        await using var gaspard = await belfry.SignInAsync("Gouverneur", "dark", "fr");
        await File.WriteAllTextAsync(Path.Combine(belfry.Folder, "disarmed.json"), """{ "Since": "2026-11-25T02:00:00+00:00", "Cause": "Restored", "Detail": "world.tar.gz" }""", TestContext.Current.CancellationToken);
        await noor.Page.GotoAsync("/alerts");
        Assert.Equal("/arming", await noor.Page.Locator(".standing a").GetAttributeAsync("href"));
        await Seen(noor, "disarmed-alerts");
        await noor.Page.ClickAsync(".standing a");
        await Seen(noor, "arming-first");
        await noor.Page.FillAsync("[name=why]", "ok");
        await noor.Page.ClickAsync(".form-acts button");
        await noor.Page.Locator(".field.wrong").WaitForAsync();
        await Seen(noor, "arming-refused");
        await noor.Page.FillAsync("[name=why]", "Alle waarschuwingen nagekeken");
        await noor.Page.ClickAsync(".form-acts button");
        await noor.Page.Locator(".facts").WaitForAsync();
        await Seen(noor, "arming-waits");
        Assert.Equal(0, await noor.Page.Locator("[name=why]").CountAsync());

        await gaspard.Page.GotoAsync("/arming");
        await Seen(gaspard, "arming-second");
        await gaspard.Page.FillAsync("[name=why]", "Décidé avec la permanence");
        await gaspard.Page.ClickAsync(".form-acts button");
        await gaspard.Page.Locator(".facts > div:nth-child(2)").WaitForAsync();
        Assert.Equal(0, await gaspard.Page.Locator(".standing .notice").CountAsync());
        await Seen(gaspard, "armed");
        await gaspard.Page.GotoAsync("/settings");
        await Seen(gaspard, "settings");
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_delegation_is_granted_by_one_confirmed_by_another_and_revoked_at_once()
    {
        await using var mayor = await belfry.SignInAsync("Bourgmestre", "dark", "fr");
        await using var coordinator = await belfry.SignInAsync("Coordinatrice", "light", "nl");
        var page = mayor.Page;
        await page.GotoAsync("/delegations");
        await Seen(mayor, "delegations-empty");
        await page.FillAsync("[name=taker]", "nobody");
        await page.SelectOptionAsync("[name=class]", "DangerToLife");
        await page.FillAsync("[name=until]", TimeProvider.System.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await page.FillAsync("[name=document]", "B2026/14");
        await page.ClickAsync(".form-acts button");
        await page.Locator(".field.wrong").WaitForAsync();
        await Seen(mayor, "delegations-refused");
        await page.FillAsync("[name=taker]", "ines");
        await page.ClickAsync(".form-acts button");
        await page.Locator("tbody tr").WaitForAsync();
        Assert.Equal(0, await page.Locator("form[action$='/confirm']").CountAsync());

        await coordinator.Page.GotoAsync("/delegations");
        await Seen(coordinator, "delegations-confirm");
        await coordinator.Page.ClickAsync("form[action$='/confirm'] button");
        await coordinator.Page.Locator(".tone-ok").First.WaitForAsync();
        await page.GotoAsync("/delegations");
        await Seen(mayor, "delegations");
        await page.ClickAsync("form[action$='/revoke'] button");
        await page.Locator("tbody form").First.WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        Assert.Empty(faults);
    }

    async Task Seen(Screen screen, string name)
    {
        var page = screen.Page;
        if (await page.Locator("[data-map]").CountAsync() > 0)
        {
            await page.WaitForSelectorAsync(".map[data-drawn]");
        }

        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screens")).FullName;
        faults.AddRange((await page.RunAxe()).Violations.Select(violation => $"{name}: {violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        foreach (var width in (int[])[390, 1280])
        {
            await page.SetViewportSizeAsync(width, width == 390 ? 844 : 800);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"decision-{name}-{width}.png") });
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"))
            {
                faults.Add($"{name}: wider than {width}");
            }
        }

        faults.AddRange(screen.Complaints.Where(complaint => !complaint.Contains("422", StringComparison.Ordinal)).Select(complaint => $"{name}: {complaint}"));
    }
}
