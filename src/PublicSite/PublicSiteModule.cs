using Belfry.PublicSite.Cap;
using Belfry.PublicSite.Files;
using Belfry.PublicSite.Pages;
using Belfry.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Belfry.PublicSite;

/// <summary>What everyone may see: published alerts as pages, as CAP and as a feed. No account, no cookie, no circuit.</summary>
public sealed class PublicSiteModule : Module
{
    public override string Name => "PublicSite";

    public override void AddServices(IServiceCollection services, Instance instance)
    {
        services.AddSingleton<Notices>();
        services.AddSingleton<PageMaker>();
        services.AddSingleton<FeedMaker>();
        services.AddHostedService<SiteFiles>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        PublicPages.Map(routes);
        SubscribePages.Map(routes);
        CapEndpoints.Map(routes);
        ProblemPages.Map(routes);
    }
}
