using Deque.AxeCore.Playwright;
using Xunit;

namespace Belfry.Tests.Screens;

/// <summary>Each screen of the gallery on a phone in the dark in French and on a desk in the light in Dutch; the three that hold the most also the other way round and wide. Pictures land in artifacts/screens.</summary>
public sealed class PictureTests(Browser browser) : IClassFixture<Browser>
{
    public static TheoryData<string, string, int, string, string> Screens()
    {
        var all = new TheoryData<string, string, int, string, string>();
        foreach (var (name, path) in new[] { ("words", "words?"), ("forms", "forms?"), ("forms-refused", "forms?refused=true&"), ("table", "table?"), ("table-empty", "table?rows=0&"), ("table-one", "table?rows=1&"), ("work", "work?"), ("public", "public?"), ("signin", "signin?") })
        {
            all.Add(name, path, 390, "dark", "fr");
            all.Add(name, path, 1280, "light", "nl");
            if (name is "words" or "forms" or "work")
            {
                all.Add(name, path, 1280, "dark", "fr");
                all.Add(name, path, 1920, "light", "nl");
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_screen_is_accessible_fits_its_width_and_asks_nothing_outside(string name, string path, int width, string theme, string lang)
    {
        await using var screen = await browser.OpenAsync($"/gallery/{path}theme={theme}&lang={lang}", width, name is "words" or "forms" or "forms-refused" ? 1400 : width == 390 ? 844 : width == 1280 ? 800 : 1080);
        if (name == "work" && width > 899)
        {
            await screen.Page.WaitForSelectorAsync(".map[data-drawn]", new() { Timeout = 60_000 });
        }

        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screens")).FullName;
        await screen.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{theme}-{lang}.png"), FullPage = true });

        var violations = (await screen.Page.RunAxe()).Violations;
        Assert.Empty(violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        Assert.True(await screen.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the screen");
        Assert.Empty(screen.Complaints);
    }
}
