using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Belfry.Bench.Started;

/// <summary>The whole program as a process: how soon it may be given work, what it takes when nobody asks for anything, and how soon the desk can be worked with.</summary>
static partial class StartBench
{
    const int Turns = 5;

    public static async Task<int> RunAsync(string[] args)
    {
        var (first, later, memory, processor) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        Desk? desk = null;
        for (var turn = 0; turn < Turns; turn++)
        {
            var folder = Directory.CreateTempSubdirectory("belfry-bench-").FullName;
            first.Add((await RunAsync(folder, null)).Ready);
            var again = await RunAsync(folder, async (program, address, links) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(10));
                program.Refresh();
                var before = program.TotalProcessorTime;
                await Task.Delay(TimeSpan.FromSeconds(10));
                program.Refresh();
                memory.Add(program.WorkingSet64 / 1e6);
                processor.Add((program.TotalProcessorTime - before).TotalSeconds / 10 * 100);
                desk = turn == Turns - 1 ? await Desk.OpenAsync(address, links) : null;
            });
            later.Add(again.Ready);
            Directory.Delete(folder, recursive: true);
        }

        var (one, two) = (Middle(first), Middle(later));
        var misses = new List<string>();
        if (one > 5)
        {
            misses.Add($"ready on an empty folder after {Text(one)} s, bar 5 s");
        }

        if (two > 2)
        {
            misses.Add($"ready on a filled folder after {Text(two)} s, bar 2 s");
        }

        new Figures("belfry", "start", "The program started: ready, idle, and the desk in a browser", "dotnet run -c Release --project bench -- belfry start",
            [
                $"Rehearsal world with 20,000 recipients, SQLite, release build, from the start of the process until /health/ready says yes; middle of {Turns}. Idle: 10 s after, nobody signed in, for 10 s.",
                "The desk as the duty officer sees it at 1280 x 800, in a browser with an empty cache on the same machine, software rendering. Usable: the palette answers to Ctrl-K. Map: drawn and at rest.",
            ],
            ["what", "measured", "bar"],
            [
                ["ready, empty folder, s", Text(one), "≤ 5"],
                ["ready, later, s", Text(two), "≤ 2"],
                ["resident memory, idle, MB", Text(Middle(memory)), ""],
                ["processor, idle, % of one core", Text(Middle(processor)), ""],
                ["desk: bytes over the wire, KB", Text(desk!.Bytes / 1e3), ""],
                ["desk: requests", Text(desk.Requests), ""],
                ["desk: usable, s", Text(desk.Usable), ""],
                ["desk: map at rest, s", Text(desk.Map), ""],
                ["desk: the second time, KB", Text(desk.BytesAgain / 1e3), ""],
                ["desk: usable, the second time, s", Text(desk.UsableAgain), ""],
            ],
            misses).Write();
        return 0;
    }

    static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);

    static string Text(double number) => number.ToString(number < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture);

    static async Task<(double Ready, int Port)> RunAsync(string folder, Func<Process, string, IReadOnlyDictionary<string, string>, Task>? then)
    {
        var port = FreePort();
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        using var program = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine("artifacts", "bin", "Belfry", "release", "belfry.dll"), "serve", "--data", folder, "--port", port.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        program.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && Link().Match(text) is { Success: true } found)
            {
                links[found.Groups["who"].Value.Trim()] = found.Groups["link"].Value;
            }
        };
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        var watch = Stopwatch.StartNew();
        program.Start();
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        try
        {
            while (!await ReadyAsync(http))
            {
                await Task.Delay(5);
            }

            var ready = watch.Elapsed.TotalSeconds;
            await (then?.Invoke(program, $"http://localhost:{port}", links) ?? Task.CompletedTask);
            return (ready, port);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
    }

    static async Task<bool> ReadyAsync(HttpClient http)
    {
        try
        {
            using var said = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return said.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^\s+(?<who>\S.*?)\s+(?<link>http://\S+/enter#\S+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    /// <summary>What a browser fetched and when the desk could be worked with.</summary>
    sealed record Desk(long Bytes, int Requests, double Usable, double Map, long BytesAgain, double UsableAgain)
    {
        public static async Task<Desk> OpenAsync(string address, IReadOnlyDictionary<string, string> links)
        {
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
            var signing = await browser.NewContextAsync();
            var page = await signing.NewPageAsync();
            await page.GotoAsync(links.First().Value);
            await page.WaitForURLAsync(address + "/");
            var cookies = await signing.StorageStateAsync();
            await signing.CloseAsync();

            var context = await browser.NewContextAsync(new() { StorageState = cookies, ViewportSize = new() { Width = 1280, Height = 800 } });
            page = await context.NewPageAsync();
            var (bytes, requests) = (0L, 0);
            var wire = await context.NewCDPSessionAsync(page);
            await wire.SendAsync("Network.enable");
            wire.Event("Network.loadingFinished").OnEvent += (_, done) =>
            {
                bytes += (long)(done?.GetProperty("encodedDataLength").GetDouble() ?? 0);
                requests++;
            };
            var (usable, map) = await TimeAsync(page, address);
            var (firstBytes, firstRequests) = (bytes, requests);
            bytes = 0;
            var again = await TimeAsync(page, address);
            return new Desk(firstBytes, firstRequests, usable, map, bytes, again.Usable);
        }

        static async Task<(double Usable, double Map)> TimeAsync(IPage page, string address)
        {
            var watch = Stopwatch.StartNew();
            await page.GotoAsync(address + "/", new() { WaitUntil = WaitUntilState.Commit });
            while (!await page.Locator("#palette[open]").IsVisibleAsync())
            {
                await page.Keyboard.PressAsync("Control+k");
                await Task.Delay(20);
            }

            var usable = watch.Elapsed.TotalSeconds;
            await page.WaitForSelectorAsync(".map[data-drawn]", new() { State = WaitForSelectorState.Attached });
            return (usable, watch.Elapsed.TotalSeconds);
        }
    }
}
