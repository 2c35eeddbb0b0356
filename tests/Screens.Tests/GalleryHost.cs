using Belfry.Kernel;
using Belfry.Shell;
using Belfry.Shell.Look;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Belfry.Tests.Screens;

/// <summary>The gallery on a free port, under the strictest content policy the look promises to work with.</summary>
public sealed class GalleryHost : IAsyncDisposable
{
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    static readonly DateTimeOffset Now = new(2026, 11, 24, 13, 5, 9, TimeSpan.Zero);

    readonly WebApplication app;

    GalleryHost(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    /// <summary>What draft.js has handed over, by form.</summary>
    public System.Collections.Concurrent.ConcurrentDictionary<string, string> Drafts { get; } = new();

    /// <summary>Lines sent to whoever listens at /live/gallery; null cuts the line.</summary>
    public System.Threading.Channels.Channel<string?> Live { get; } = System.Threading.Channels.Channel.CreateUnbounded<string?>();

    /// <summary>While true, /live refuses.</summary>
    public bool Cut { get; set; }

    public static async Task<GalleryHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRazorComponents();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddCascadingValue(services => FrameOf(services.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request));
        var host = new GalleryHost(builder.Build());
        host.Map();
        await host.app.StartAsync();
        return host;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    void Map()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".mjs"] = "text/javascript";
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            return next();
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/_content/Belfry.Shell",
            FileProvider = new PhysicalFileProvider(Path.Combine(Repository.Root, "src", "Shell", "wwwroot")),
            ContentTypeProvider = types,
        });
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapGet("/gallery/{part}", (string part, int? rows, bool? refused) => new RazorComponentResult<Gallery>(new
        {
            Part = part,
            Rows = rows ?? 10_000,
            Refused = refused ?? false,
        }));
        app.MapGet("/gallery/recipients.json", () => Results.File(Fixture("recipients.json"), "application/geo+json"));
        app.MapGet("/geo/layers/{name}.json", (string name) => File.Exists(Fixture(name + ".json")) ? Results.File(Fixture(name + ".json"), "application/geo+json") : Results.NotFound());
        app.MapGet("/palette", (string? q) => Results.Json(new[]
        {
            new { name = "Pepinster", detail = "4860", address = "/gallery/work", icon = "building-community" },
            new { name = "Alert", detail = "A", address = "/gallery/forms", icon = "send" },
        }.Where(line => line.name.Contains(q ?? "", StringComparison.OrdinalIgnoreCase))));
        app.MapPut("/drafts/{form}", async (string form, HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            Drafts[form] = await reader.ReadToEndAsync();
            return Results.NoContent();
        });
        app.MapGet("/drafts/{form}", (string form) => Drafts.TryGetValue(form, out var kept)
            ? Results.Content(kept[..^1] + ",\"savedAt\":\"2026-11-24T13:01:00Z\"}", "application/json")
            : Results.NoContent());
        app.MapGet("/live/{topic}", LiveAsync);
    }

    async Task LiveAsync(HttpContext context)
    {
        if (Cut)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync("event: beat\ndata: \n\n", context.RequestAborted);
        await foreach (var line in Live.Reader.ReadAllAsync(context.RequestAborted))
        {
            if (line is null)
            {
                return;
            }

            await context.Response.WriteAsync($"event: swap\ndata: {line}\n\n", context.RequestAborted);
        }
    }

    static Frame FrameOf(HttpRequest request)
    {
        T Parse<T>(string name, T otherwise) where T : struct, Enum => Enum.TryParse<T>(request.Query[name], ignoreCase: true, out var value) ? value : otherwise;
        return new Frame(Parse("lang", Language.Nl), Parse("world", World.Exercise), Now)
        {
            Address = request.Path + request.QueryString.ToString(),
            Theme = Parse("theme", Theme.Light),
        };
    }

    static string Fixture(string name) => Path.Combine(Repository.Root, "tests", "Screens.Tests", "fixtures", Path.GetFileName(name));
}
