using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Belfry.Tests.Screens;

/// <summary>What the small scripts promise: keys, palette, drafts, live swaps, the theme.</summary>
public sealed class ActTests(Browser browser) : IClassFixture<Browser>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task By_keyboard_alone_one_reaches_the_work_a_row_and_the_keys()
    {
        await using var screen = await browser.OpenAsync("/gallery/table");
        var page = screen.Page;
        await page.Keyboard.PressAsync("Tab");
        Assert.Contains("#work", await Focused(page, "href"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("work", await Focused(page, "id"));
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        Assert.Equal("/gallery/work?alert=2", await Focused(page, "href"));
        await page.Keyboard.PressAsync("k");
        Assert.Equal("/gallery/work?alert=1", await Focused(page, "href"));
        await page.Keyboard.PressAsync("/");
        Assert.Equal("q", await Focused(page, "name"));
        await page.Keyboard.TypeAsync("spa");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**q=spa*");
        await page.Locator("h1").WaitForAsync();
        await page.Keyboard.PressAsync("?");
        Assert.True(await page.Locator("#keys").IsVisibleAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.Locator("#keys").IsVisibleAsync());
    }

    [Fact]
    public async Task Every_stop_of_the_tab_key_is_seen()
    {
        await using var screen = await browser.OpenAsync("/gallery/forms");
        var unseen = new List<string>();
        for (var stop = 0; stop < 45; stop++)
        {
            await screen.Page.Keyboard.PressAsync("Tab");
            var seen = await screen.Page.EvaluateAsync<string>("""
                () => { const one = document.activeElement; if (one === document.body) return '';
                  const ring = element => element && getComputedStyle(element).outlineStyle !== 'none' && parseFloat(getComputedStyle(element).outlineWidth) >= 2;
                  return ring(one) || ring(one.closest('.input-frame')) ? '' : one.outerHTML.slice(0, 90); }
                """);
            if (seen.Length > 0)
            {
                unseen.Add(seen);
            }
        }

        Assert.Empty(unseen);
    }

    [Fact]
    public async Task Ctrl_K_finds_a_place_and_goes_there()
    {
        await using var screen = await browser.OpenAsync("/gallery/words");
        await screen.Page.Keyboard.PressAsync("Control+k");
        await screen.Page.Keyboard.TypeAsync("pep");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Page.WaitForURLAsync("**/gallery/work", new() { WaitUntil = WaitUntilState.Commit });
    }

    [Fact]
    public async Task An_Enter_pressed_before_the_answer_came_follows_it_unless_the_person_thought_again()
    {
        await using var screen = await browser.OpenAsync("/gallery/words");
        var page = screen.Page;
        var answers = new List<TaskCompletionSource>();
        await page.RouteAsync("**/palette?q=*", async route =>
        {
            var let = new TaskCompletionSource();
            answers.Add(let);
            await let.Task;
            try
            {
                await route.ContinueAsync();
            }
            catch (PlaywrightException)
            {
                // The page asked something else meanwhile.
            }
        });
        await page.Keyboard.PressAsync("Control+k");

        // The text changed after the Enter: what was meant then is not meant now.
        await page.Keyboard.TypeAsync("ale");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#palette input").FillAsync("pep");
        await ReleaseAsync("q=pep");
        await page.Locator("#palette-list [role=option][aria-selected=true]", new() { HasTextString = "Pepinster" }).WaitForAsync();

        // Escape takes it back, with the dialog.
        await page.Keyboard.TypeAsync("i");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Escape");
        await ReleaseAsync("q=pepi");
        Assert.EndsWith("/gallery/words", page.Url, StringComparison.Ordinal);

        // Kept until the answer comes, and then followed.
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("pepin");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForTimeoutAsync(200);
        Assert.EndsWith("/gallery/words", page.Url, StringComparison.Ordinal);
        answers.ForEach(one => one.TrySetResult());
        await page.WaitForURLAsync("**/gallery/work", new() { WaitUntil = WaitUntilState.Commit, Timeout = 10_000 });

        async Task ReleaseAsync(string query)
        {
            var answer = page.WaitForResponseAsync(response => response.Url.EndsWith(query, StringComparison.Ordinal));
            while (!answer.IsCompleted)
            {
                answers.ToList().ForEach(one => one.TrySetResult());
                await Task.WhenAny(answer, Task.Delay(50));
            }

            await answer;
            await page.WaitForTimeoutAsync(100);
        }
    }

    [Fact]
    public async Task A_draft_is_kept_on_blur_and_restored_after_a_reload()
    {
        await using var screen = await browser.OpenAsync("/gallery/forms?lang=en");
        var page = screen.Page;
        await page.FillAsync("[name=title]", "Dam of Eupen");
        await page.CheckAsync("[name=class][value=life]");
        await page.UncheckAsync("[name=channel][value=mail]");
        await page.Locator("[name=buffer]").FocusAsync();
        await page.Locator("[data-draft-state]", new() { HasTextString = "Draft kept" }).WaitForAsync();
        using (var kept = JsonDocument.Parse(browser.Host.Drafts["gallery"]))
        {
            Assert.Equal("Dam of Eupen", kept.RootElement.GetProperty("fields").GetProperty("title")[0].GetString());
        }

        await page.ReloadAsync();
        await page.Locator("[data-draft-state]", new() { HasTextString = "restored" }).WaitForAsync();
        Assert.Equal("Dam of Eupen", await page.InputValueAsync("[name=title]"));
        Assert.True(await page.IsCheckedAsync("[name=class][value=life]"));
        Assert.False(await page.IsCheckedAsync("[name=channel][value=mail]"));
    }

    [Fact]
    public async Task A_draft_the_server_did_not_take_stays_on_this_device_and_says_so()
    {
        await using var screen = await browser.OpenAsync("/gallery/forms?lang=en");
        var page = screen.Page;
        await page.RouteAsync("**/drafts/**", route => route.AbortAsync());
        await page.FillAsync("[name=title]", "Cut line");
        await page.Locator("[name=buffer]").FocusAsync();
        await page.Locator("[data-draft-state]", new() { HasTextString = "kept on this device" }).WaitForAsync();
        await page.UnrouteAsync("**/drafts/**");
        browser.Host.Drafts.Clear();
        await page.ReloadAsync();
        await page.Locator("[data-draft-state]", new() { HasTextString = "Draft kept" }).WaitForAsync();
        Assert.Equal("Cut line", await page.InputValueAsync("[name=title]"));
        Assert.Contains("Cut line", browser.Host.Drafts["gallery"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_swap_replaces_what_it_names_but_never_what_is_being_typed_in_and_a_cut_line_is_said()
    {
        await using var screen = await browser.OpenAsync("/gallery/live?lang=en");
        var page = screen.Page;
        await page.Locator("#typed").FillAsync("half a sen");
        await browser.Host.Live.Writer.WriteAsync("""{"id":"count","html":"<b data-live=\"count\">41</b>"}""", Ct);
        await browser.Host.Live.Writer.WriteAsync("""{"id":"form","html":"<p data-live=\"form\">new</p>"}""", Ct);
        await page.Locator("[data-live=count]", new() { HasTextString = "41" }).WaitForAsync();
        Assert.Equal("half a sen", await page.InputValueAsync("#typed"));
        await page.Locator("#typed").BlurAsync();
        await page.Locator("p[data-live=form]", new() { HasTextString = "new" }).WaitForAsync();

        browser.Host.Cut = true;
        await browser.Host.Live.Writer.WriteAsync(null, Ct);
        await page.Locator("[data-live-state]", new() { HasTextString = "No connection since" }).WaitForAsync();
        Assert.True(await page.Locator("[data-live=count][data-stale]").IsVisibleAsync());
        browser.Host.Cut = false;
        await page.Locator("[data-live-state]").WaitForAsync(new() { State = WaitForSelectorState.Hidden, Timeout = 15_000 });
        Assert.Equal(0, await page.Locator("[data-stale]").CountAsync());
    }

    [Fact]
    public async Task Dark_and_light_change_at_once_and_the_choice_is_kept_for_the_server()
    {
        await using var screen = await browser.OpenAsync("/gallery/words?theme=light");
        var before = await screen.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");
        await screen.Page.ClickAsync(".topbar details:has(.language-code) > summary");
        await screen.Page.ClickAsync("[data-theme-switch]");
        Assert.NotEqual(before, await screen.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
        Assert.Contains("belfry-theme=dark", await screen.Page.EvaluateAsync<string>("document.cookie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_phone_the_map_and_the_rooms_are_one_tap_away_without_script()
    {
        await using var screen = await browser.OpenAsync("/gallery/work", 390, 844);
        Assert.False(await screen.Page.Locator("#map").IsVisibleAsync());
        await screen.Page.ClickAsync(".map-link");
        Assert.True(await screen.Page.Locator("#map").IsVisibleAsync());
        await screen.Page.ClickAsync(".map-back");
        Assert.False(await screen.Page.Locator("#map").IsVisibleAsync());
        await screen.Page.ClickAsync(".rail-button");
        Assert.True(await screen.Page.Locator("#rail").IsVisibleAsync());
    }

    [Fact]
    public async Task Words_on_every_ground_have_the_contrast_the_tokens_promise()
    {
        var pairs = new[] { "ink", "muted", "accent", "danger", "warning", "ok", "note", "exercise", "test" }.SelectMany(text => new[] { (text, "paper", 4.5), (text, "sunk", 4.5), (text, "raised", 4.5) })
            .Concat([("danger", "danger-wash", 4.5), ("warning", "warning-wash", 4.5), ("ok", "ok-wash", 4.5), ("note", "note-wash", 4.5), ("ink", "chosen", 4.5), ("ink", "hover", 4.5), ("muted", "hover", 4.5), ("on-accent", "accent", 4.5), ("edge", "paper", 3), ("edge", "raised", 3), ("edge", "sunk", 3)])
            .ToList();
        foreach (var theme in new[] { "light", "dark" })
        {
            await using var screen = await browser.OpenAsync($"/gallery/words?theme={theme}");
            foreach (var (text, ground, least) in pairs)
            {
                var ratio = await screen.Page.EvaluateAsync<double>("""
                    ([text, ground]) => { const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true }); const holder = document.body.appendChild(document.createElement('i'));
                      const lum = name => { holder.style.color = `var(--${name})`; probe.fillStyle = getComputedStyle(holder).color; probe.fillRect(0, 0, 1, 1);
                        const [r, g, b] = [...probe.getImageData(0, 0, 1, 1).data].map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                      const [a, b] = [lum(text), lum(ground)]; holder.remove(); return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); }
                    """, new[] { text, ground });
                Assert.True(ratio >= least, $"{theme}: {text} on {ground} is {ratio:0.00}, not {least}");
            }
        }
    }

    static async Task<string> Focused(IPage page, string attribute) =>
        await page.EvaluateAsync<string>("name => document.activeElement.getAttribute(name) ?? ''", attribute);
}
