using Belfry.Kernel;
using Belfry.Shell.Drafts;
using Belfry.Shell.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Belfry.Shell;

/// <summary>The frame itself, first in the list of modules.</summary>
public sealed class ShellModule : Module
{
    public override string Name => "Shell";

    public override IReadOnlyList<ProblemKind> Problems => [.. KernelProblems.All, .. ShellProblems.All, .. AccountProblems.All];

    public override IReadOnlyList<Allowance> Permissions => AccountPermissions.All;

    public override void AddServices(IServiceCollection services, Instance instance)
    {
        services.AddSingleton<LiveHub>();
        services.AddSingleton<Organisations>();
        services.AddAccounts(instance);
        services.AddScoped<FrameOfRequest>();
        services.AddCascadingValue(provider => provider.GetRequiredService<FrameOfRequest>().Frame);
    }

    public override Task PrepareAsync(IServiceProvider services, CancellationToken ct) => services.GetRequiredService<Organisations>().LoadAsync(ct);

    public override void Map(IEndpointRouteBuilder routes)
    {
        LiveEndpoint.Map(routes);
        DraftEndpoint.Map(routes);
        routes.MapAccounts();
        PaletteEndpoint.Map(routes);
        routes.MapGet("/health/live", () => Results.Text("alive")).OpenToAll("A probe has no account; it learns that the process answers.");
        routes.MapGet("/language/{tag}", (string tag, string? back, HttpContext http) =>
        {
            if (Languages.Parse(tag) is { } language)
            {
                http.Response.Cookies.Append(Languages.Cookie, language.Tag(), new CookieOptions { Path = "/", SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = true, MaxAge = TimeSpan.FromDays(365) });
            }

            return Results.LocalRedirect(Http.LocalPath.Of(back));
        }).OpenToAll("The language is chosen before anyone signs in; nothing but a cookie changes.");
    }
}
