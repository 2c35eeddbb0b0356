using Belfry.Kernel;
using Belfry.PublicSite.Cap;
using Belfry.PublicSite.Pages;
using Belfry.Shell;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Belfry.PublicSite.Files;

/// <summary>
/// The site as files under DATA/public, to be served as a web root by any server when the program is down. Written when something was
/// published or ended; looked at every half minute, for what another node published.
/// </summary>
sealed class SiteFiles(Notices notices, PageMaker pages, FeedMaker feed, Instance instance, LiveHub live, IWebHostEnvironment web, ILogger<SiteFiles> log) : BackgroundService
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(30);
    static readonly string[] Shared = ["belfry.css", "mark.svg", "icons.svg", "fonts/public-sans-latin-wght-normal.woff2"];

    public string Folder { get; } = Path.Combine(instance.Folder, "public");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var changes = live.FollowAsync("public-alerts", stoppingToken).GetAsyncEnumerator(stoppingToken);
        var next = changes.MoveNextAsync().AsTask();
        var written = "";
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var due = await Task.WhenAny(next, Task.Delay(Look, stoppingToken));
                if (due == next)
                {
                    await next;
                    notices.Forget();
                    next = changes.MoveNextAsync().AsTask();
                }

                var list = await notices.ListAsync(stoppingToken);
                if (Fingerprint(list) is var now && now != written)
                {
                    await WriteAsync(list, stoppingToken);
                    written = now;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                // A full disk must not end this worker: it tries again in half a minute.
                log.LogError(fault, "The public pages could not be written to {Folder}.", Folder);
            }
        }

        await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // nobody may take the changes from under a look at them
    }

    string Fingerprint(IReadOnlyList<PublicNotice> list) => "." + string.Join('\n', list.Select(notice => $"{notice.Newest.Identifier} {notice.IsActive(instance.Clock.Now)}"));

    async Task WriteAsync(IReadOnlyList<PublicNotice> list, CancellationToken ct)
    {
        foreach (var name in Shared)
        {
            if (web.WebRootFileProvider.GetFileInfo("_content/Belfry.Shell/" + name) is { Exists: true } found)
            {
                using var copy = new MemoryStream();
                await using var stream = found.CreateReadStream();
                await stream.CopyToAsync(copy, ct);
                await PutAsync("_content/Belfry.Shell/" + name, copy.ToArray());
            }
        }

        foreach (var notice in list)
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                await PutAsync(notice.AddressIn(language)[1..], await pages.OneAsync(language, notice));
            }
        }

        foreach (var language in Enum.GetValues<Language>())
        {
            await PutAsync(PageMaker.ListAddress(language)[1..] + "index.html", await pages.ListAsync(language, list));
        }

        await PutAsync("cap/feed.atom", feed.Make(list, instance.Site, Language.En));
    }

    /// <summary>Whole or not at all: written beside, then renamed.</summary>
    async Task PutAsync(string path, byte[] bytes)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file + ".tmp", bytes, CancellationToken.None); // a page begun is finished
        File.Move(file + ".tmp", file, overwrite: true);
    }
}
