using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Belfry.Tests.Screens;

/// <summary>The map draws, and what is drawn reaches the form; by mouse and by keyboard alone.</summary>
public sealed class MapTests(Browser browser) : IClassFixture<Browser>
{
    static readonly PageWaitForSelectorOptions Long = new() { Timeout = 60_000 };

    [Fact]
    public async Task A_polygon_drawn_by_mouse_becomes_GeoJSON_in_the_form_and_can_be_taken_back()
    {
        await using var screen = await browser.OpenAsync("/gallery/work?lang=en");
        var page = screen.Page;
        await page.WaitForSelectorAsync(".map[data-drawn]", Long);
        await page.ClickAsync(".map-tools [data-mode=polygon]");
        var box = (await page.Locator(".map canvas").BoundingBoxAsync())!;
        foreach (var (x, y) in new[] { (200, 300), (400, 300), (300, 480), (200, 300) })
        {
            await page.Mouse.MoveAsync(box.X + x, box.Y + y, new() { Steps = 3 });
            await page.Mouse.DownAsync();
            await page.Mouse.UpAsync();
            await page.WaitForTimeoutAsync(350);
        }

        var feature = (await Drawn(page)).Single();
        Assert.Equal("polygon", feature.GetProperty("properties").GetProperty("kind").GetString());
        Assert.Equal(4, feature.GetProperty("geometry").GetProperty("coordinates")[0].GetArrayLength());
        await page.ClickAsync(".map-tools .group:nth-child(2) .button:first-child");
        Assert.Empty(await Drawn(page));
    }

    [Fact]
    public async Task A_circle_keeps_its_centre_and_radius()
    {
        await using var screen = await browser.OpenAsync("/gallery/work?lang=en");
        var page = screen.Page;
        await page.WaitForSelectorAsync(".map[data-drawn]", Long);
        await page.ClickAsync(".map-tools [data-mode=circle]");
        var box = (await page.Locator(".map canvas").BoundingBoxAsync())!;
        foreach (var (x, y) in new[] { (300, 400), (400, 400) })
        {
            await page.Mouse.MoveAsync(box.X + x, box.Y + y, new() { Steps = 3 });
            await page.Mouse.DownAsync();
            await page.Mouse.UpAsync();
            await page.WaitForTimeoutAsync(350);
        }

        var properties = (await Drawn(page)).Single().GetProperty("properties");
        var wanted = await page.EvaluateAsync<double[]>("""
            () => { const map = document.querySelector('[data-map]').belfryMap; const [a, b] = [map.unproject([300, 400]), map.unproject([400, 400])]; return [a.lng, a.lat, a.distanceTo(b)]; }
            """);
        Assert.Equal(wanted[0], properties.GetProperty("longitude").GetDouble(), 0.0005);
        Assert.Equal(wanted[1], properties.GetProperty("latitude").GetDouble(), 0.0005);
        Assert.InRange(properties.GetProperty("radiusMetres").GetDouble() / wanted[2], 0.99, 1.01);
    }

    [Fact]
    public async Task A_municipality_clicked_is_chosen_by_its_number()
    {
        await using var screen = await browser.OpenAsync("/gallery/work?lang=en");
        var page = screen.Page;
        await page.WaitForSelectorAsync(".map[data-drawn]", Long);
        await page.ClickAsync(".map-tools [data-mode=municipality]");
        await page.Locator(".map canvas").ClickAsync(new() { Position = new() { X = 300, Y = 400 } });
        Assert.Matches("^6[0-9]{4}$", (await Drawn(page)).Single().GetProperty("properties").GetProperty("refnis").GetString()!);
        await page.WaitForTimeoutAsync(400);
        await page.Locator(".map canvas").ClickAsync(new() { Position = new() { X = 300, Y = 400 } });
        Assert.Empty(await Drawn(page));
    }

    [Fact]
    public async Task By_keyboard_alone_the_table_chooses_municipalities_and_circles()
    {
        await using var screen = await browser.OpenAsync("/gallery/work?lang=en");
        var page = screen.Page;
        await page.WaitForSelectorAsync(".map[data-drawn]", Long);
        await page.Keyboard.PressAsync("t");
        await page.Locator("[data-map-twin] input[type=search]").WaitForAsync();
        await page.Locator("[data-map-twin] .map-circle input").First.FocusAsync();
        await page.Keyboard.TypeAsync("50,5675");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("5.8049");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("2");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-map-twin] input[type=search]").FocusAsync();
        await page.Keyboard.TypeAsync("pepin");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        var drawn = await Drawn(page);
        Assert.Equal(["circle", "municipality"], drawn.Select(one => one.GetProperty("properties").GetProperty("kind").GetString()));
        Assert.Equal(2000, drawn[0].GetProperty("properties").GetProperty("radiusMetres").GetInt32());
        Assert.Equal("63058", drawn[1].GetProperty("properties").GetProperty("refnis").GetString());
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screens", "twin-1280-light-en.png") });
        Assert.Empty(screen.Complaints);
    }

    [Fact]
    public async Task A_layer_that_does_not_come_is_named_and_the_rest_is_drawn()
    {
        await using var screen = await browser.OpenAsync("/gallery/words");
        await screen.Page.RouteAsync("**/geo/layers/rail.json", route => route.FulfillAsync(new() { Status = 503 }));
        await screen.Page.GotoAsync("/gallery/work?lang=en");
        await screen.Page.WaitForSelectorAsync(".map[data-drawn]", Long);
        Assert.Contains("rail", await screen.Page.Locator(".map-hint").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_country_in_both_themes_asks_no_other_host()
    {
        foreach (var theme in new[] { "light", "dark" })
        {
            await using var screen = await browser.OpenAsync($"/gallery/work?theme={theme}&lang=fr", 1920, 1080);
            await screen.Page.WaitForSelectorAsync(".map[data-drawn]", Long);
            await screen.Page.EvaluateAsync("() => { document.querySelector('[data-map]').belfryMap.fitBounds([[2.48, 49.46], [6.46, 51.54]], { animate: false }); }");
            await screen.Page.WaitForTimeoutAsync(1_500);
            await screen.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screens", $"country-1920-{theme}-fr.png") });
            Assert.Empty(screen.Complaints);
        }
    }

    static async Task<IReadOnlyList<JsonElement>> Drawn(IPage page)
    {
        var text = await page.Locator("[data-map-field]").InputValueAsync();
        return text.Length == 0 ? [] : [.. JsonDocument.Parse(text).RootElement.GetProperty("features").EnumerateArray()];
    }
}
