using System.Net;
using Belfry.Kernel;
using Belfry.Shell;
using Belfry.Tests.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Belfry.Tests.House;

/// <summary>S-1: what no row of the permission table allows, no route does.</summary>
public sealed class RouteTests
{
    [Fact]
    public async Task S1_every_route_of_the_running_program_states_a_right()
    {
        await using var town = await Town.OpenAsync(DatabaseKind.Sqlite, inside: 1);
        var routes = town.Get<EndpointDataSource>().Endpoints;
        Assert.True(routes.Count > 60, $"only {routes.Count} routes: the program was not put together");
        Assert.Empty(WithoutRight(routes.Where(route => !IsFrameworks(route)), town.Get<Access>()));

        // The rule sees a route that forgot, and one that asks for what nobody can have.
        Assert.Equal(["/forgotten states no right"], WithoutRight([Planted("/forgotten")], town.Get<Access>()));
        Assert.Equal(["/typo needs alerting.aprove, which is in no row of the table"], WithoutRight([Planted("/typo", new NeedsAttribute("alerting.aprove"))], town.Get<Access>()));
        Assert.Equal(["/open is open to all and does not say why"], WithoutRight([Planted("/open", new OpenToAllAttribute(""))], town.Get<Access>()));
    }

    [Fact]
    public async Task S1_every_role_on_every_route_gets_what_the_table_says()
    {
        await using var town = await Town.OpenAsync(DatabaseKind.Sqlite, inside: 1);
        var access = town.Get<Access>();
        var site = new Uri(town.Server.Address);
        var routes = town.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(route => route.Metadata.GetMetadata<OpenToAllAttribute>() is null && !IsFrameworks(route)).ToList();
        var (wrong, refused, let) = (new List<string>(), 0, 0);
        using (var nobody = new Belfry.Tests.Shell.Browser(site))
        {
            foreach (var route in routes)
            {
                var page = await AskAsync(nobody, route);
                if (page.Status != HttpStatusCode.Unauthorized && page.Location?.StartsWith("/sign-in", StringComparison.Ordinal) != true)
                {
                    wrong.Add($"nobody on {Named(route)}: {page.Status}");
                }
            }
        }

        foreach (var role in Enum.GetValues<Role>())
        {
            var home = role is Role.Mayor or Role.PlanningCoordinator ? Town.Pepinster : role is Role.Governor or Role.GovernorService ? Organisation.IdOf("60000") : Organisation.IdOf("NCCN");
            var links = town.Get<PersonaLinks>();
            var account = await links.KeepAsync(new Invitee($"Role {role}", $"role-{role}".ToLowerInvariant(), home, Language.En, [new RoleIn(role, home)]), CancellationToken.None);
            using var browser = new Belfry.Tests.Shell.Browser(site);
            await browser.PostAsync("/enter", "/enter", ("link", (await links.MakeAsync(account, CancellationToken.None)).Value.Token));
            Assert.NotNull(browser.Session);
            foreach (var (route, action) in routes.Select(route => (route, route.Metadata.GetMetadata<NeedsAttribute>()?.Action)).Where(pair => pair.Action is not null))
            {
                var allowed = access.Table.Any(row => row.Permission.Action == action && row.Role == role && (row.Worlds is null || row.Worlds.Contains(World.Exercise)));
                var page = await AskAsync(browser, route);
                var shut = page.Status == HttpStatusCode.Forbidden && page.Text.Contains("SHELL-001", StringComparison.Ordinal);
                if (shut == allowed || page.Status == HttpStatusCode.InternalServerError)
                {
                    wrong.Add($"{role} on {Named(route)} ({action}): {(int)page.Status} {page.Code}, the table {(allowed ? "allows" : "refuses")}");
                }

                _ = shut ? refused++ : let++;
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(refused > 50 && let > 50, $"{refused} refused, {let} let through: the matrix did not look");
    }

    static IReadOnlyList<string> WithoutRight(IEnumerable<Endpoint> routes, Access access)
    {
        var known = access.Table.Select(row => row.Permission.Action).ToHashSet(StringComparer.Ordinal);
        var found = new List<string>();
        foreach (var route in routes)
        {
            var (name, needs, open) = (route is RouteEndpoint with ? "/" + with.RoutePattern.RawText?.TrimStart('/') : route.DisplayName ?? "?", route.Metadata.GetMetadata<NeedsAttribute>(), route.Metadata.GetMetadata<OpenToAllAttribute>());
            if (needs is null && open is null && route.Metadata.GetMetadata<SignedInAttribute>() is null)
            {
                found.Add($"{name} states no right");
            }
            else if (needs is not null && !known.Contains(needs.Action))
            {
                found.Add($"{name} needs {needs.Action}, which is in no row of the table");
            }
            else if (open is { Why.Length: 0 })
            {
                found.Add($"{name} is open to all and does not say why");
            }
        }

        return found;
    }

    // In a build that was not published the framework adds one of its own, for files edited while it runs.
    static bool IsFrameworks(Endpoint route) => route is RouteEndpoint { RoutePattern.RawText: "{**path:file}" };

    static RouteEndpoint Planted(string path, params object[] metadata) => new(_ => Task.CompletedTask, RoutePatternFactory.Parse(path), 0, new EndpointMetadataCollection(metadata), path);

    static string MethodOf(RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";

    static string Named(RouteEndpoint route) => $"{MethodOf(route)} {route.RoutePattern.RawText}";

    // Parameters get values that name nothing: whoever is let through finds nothing and changes nothing.
    static async Task<Page> AskAsync(Belfry.Tests.Shell.Browser browser, RouteEndpoint route)
    {
        var path = "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart { ParameterPolicies: var policies } => policies.Any(policy => policy.Content == "guid") ? Guid.Empty.ToString() : policies.Any(policy => policy.Content is "int" or "long") ? "0" : "0",
            _ => "",
        }))));
        return await browser.SendAsync(new HttpRequestMessage(new HttpMethod(MethodOf(route)), path) { Content = MethodOf(route) == "GET" ? null : new StringContent("{}", System.Text.Encoding.UTF8, "application/json") }, [("Accept", "application/json")]);
    }
}
