using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Belfry.Tests.Screens;

/// <summary>The built program as a process of its own: rehearsal world, empty folder, free port; and a browser that signs in by the links it prints.</summary>
public sealed partial class RunningBelfry : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("belfry-journey-").FullName;
    readonly Dictionary<string, string> links = [];
    Process? program;
    IPlaywright? playwright;
    IBrowser? browser;

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var built = Path.Combine(Repository.Root, "artifacts", "bin", "Belfry", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "belfry.dll");
        Address = $"http://localhost:{FreePort()}";
        program = Process.Start(new ProcessStartInfo("dotnet", [built, "serve", "--data", folder, "--port", Address.Split(':')[^1], "--recipients", "3000"]) { RedirectStandardOutput = true })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await program.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Link().Match(line) is { Success: true } found)
            {
                links[found.Groups["who"].Value.Trim()] = found.Groups["link"].Value;
            }

            if (line.Contains("Ctrl-C", StringComparison.Ordinal))
            {
                break;
            }
        }

        _ = program.StandardOutput.ReadToEndAsync(CancellationToken.None); // a full pipe would stop it
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        await (browser?.CloseAsync() ?? Task.CompletedTask);
        playwright?.Dispose();
        if (program is not null)
        {
            program.Kill();
            await program.WaitForExitAsync(CancellationToken.None);
            program.Dispose();
        }

        Directory.Delete(folder, recursive: true);
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

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^\s+(?<who>\S.*?)\s+(?<link>http://\S+/enter#\S+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
