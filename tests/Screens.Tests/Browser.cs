using Xunit;
using Microsoft.Playwright;

namespace Belfry.Tests.Screens;

/// <summary>Debian's Chromium and the gallery, once for all screen tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    IPlaywright? playwright;

    IBrowser? browser;

    public GalleryHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await GalleryHost.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        await browser!.CloseAsync();
        playwright!.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>A page in its own context, with everything the browser complained of on the way.</summary>
    public async Task<Screen> OpenAsync(string path, int width = 1280, int height = 800)
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = Host.Address, ViewportSize = new() { Width = width, Height = height }, HasTouch = width < 600, IsMobile = width < 600, Locale = "nl-BE", TimezoneId = "Europe/Brussels" });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        var screen = new Screen(context, page, Host.Address);
        await page.GotoAsync(path);
        await page.EvaluateAsync("document.fonts.ready");
        return screen;
    }
}

/// <summary>One page under test. <see cref="Complaints"/>: console errors, failed loads and requests that left this host.</summary>
public sealed class Screen : IAsyncDisposable
{
    readonly IBrowserContext context;

    internal Screen(IBrowserContext context, IPage page, string home)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("GPU stall", StringComparison.Ordinal) && !message.Text.Contains("WebGL", StringComparison.Ordinal))
            {
                Complaints.Add($"{message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => Complaints.Add("thrown: " + error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(home, StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                Complaints.Add("asked outside: " + request.Url);
            }
        };
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
