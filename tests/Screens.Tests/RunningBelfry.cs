using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Belfry.Tests.Screens;

/// <summary>The built program as a process of its own: rehearsal world, empty folder, free port; and a browser that signs in by the links it prints.</summary>
public sealed partial class RunningBelfry : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("belfry-journey-").FullName;
    readonly Dictionary<string, string> links = [];
    Peer? program;
    IPlaywright? playwright;
    IBrowser? browser;

    public string Address { get; private set; } = "";

    /// <summary>The data folder of the program.</summary>
    public string Folder => folder;

    public async ValueTask InitializeAsync()
    {
        var built = Path.Combine(Repository.Root, "artifacts", "bin", "Belfry", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "belfry.dll");
        var port = Peer.FreePort();
        Address = $"http://localhost:{port}";
        program = Peer.Start("dotnet", built, "serve", "--data", folder, "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--recipients", "3000");
        for (var line = ""; !line.Contains("Ctrl-C", StringComparison.Ordinal);)
        {
            line = await program.LineAsync();
            if (Link().Match(line) is { Success: true } found)
            {
                links[found.Groups["who"].Value.Trim()] = found.Groups["link"].Value;
            }
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        await (browser?.CloseAsync() ?? Task.CompletedTask);
        playwright?.Dispose();
        if (program is not null)
        {
            await program.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Someone without an account, whose browser runs no script of ours.</summary>
    public async Task<Screen> VisitAsync(int width, ColorScheme scheme)
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = Address, ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 800 }, HasTouch = width < 600, IsMobile = width < 600, ColorScheme = scheme, Locale = "nl-BE", TimezoneId = "Europe/Brussels" });
        context.SetDefaultTimeout(60_000);
        return new Screen(context, await context.NewPageAsync(), Address);
    }

    /// <summary>Signs in by the printed link, in a context of its own.</summary>
    /// <param name="who">The beginning of the name as printed.</param>
    public async Task<Screen> SignInAsync(string who, string theme, string language)
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = Address, ViewportSize = new() { Width = 1280, Height = 800 }, Locale = "nl-BE", TimezoneId = "Europe/Brussels" });
        context.SetDefaultTimeout(60_000);
        await context.AddCookiesAsync([new() { Name = "belfry-theme", Value = theme, Url = Address }]);
        var page = await context.NewPageAsync();
        var screen = new Screen(context, page, Address);
        await page.GotoAsync(links.Single(link => link.Key.StartsWith(who, StringComparison.Ordinal)).Value);
        await page.WaitForURLAsync(Address + "/");
        await page.GotoAsync($"/language/{language}?back=/");
        return screen;
    }

    [GeneratedRegex(@"^\s+(?<who>\S.*?)\s+(?<link>http://\S+/enter#\S+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
