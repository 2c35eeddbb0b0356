using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Serve;
using Belfry.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Belfry.Tests.Serve;

/// <summary>A real world, started: nothing of the rehearsal reaches it.</summary>
public sealed class RealWorldTests
{
    [Fact]
    public async Task S19_no_simulator_no_persona_and_no_rehearsal_route_stands_in_the_real_world()
    {
        var folder = Directory.CreateTempSubdirectory("belfry-real-").FullName;
        try
        {
            await using (var server = await Server.StartAsync(new ServeOptions(World.Real, folder, 0, Quiet: true), _ => { }, TestContext.Current.CancellationToken))
            {
                var routes = server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(route => route.RoutePattern.RawText ?? "").ToList();
                Assert.DoesNotContain(routes, route => route.Contains("rehearsal", StringComparison.OrdinalIgnoreCase));
                Assert.Contains(routes, route => route == "/alerts/{id:guid}/approve"); // the list is the program's
                Assert.Null(server.App.Services.GetService<PersonaLinks>());
                Assert.Throws<InvalidOperationException>(() => new Rehearsal.RehearsalModule().AddServices(new ServiceCollection(), server.Instance));
                Assert.Contains("DISP-005", SimulatedSmsc.Start(World.Real, new SimulatedSmscSettings(), Clock.System).Problems.Select(problem => problem.Code));
                Assert.Contains("DISP-005", SimulatedSmtp.Start(World.Real, new SimulatedSmtpSettings(), Clock.System).Problems.Select(problem => problem.Code));
                Assert.Equal(["cap"], server.App.Services.GetServices<Belfry.Dispatch.Route>().Select(route => route.Settings.Name));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_data_folder_is_held_by_one_program()
    {
        var folder = Directory.CreateTempSubdirectory("belfry-held-").FullName;
        try
        {
            await using (await Server.StartAsync(new ServeOptions(World.Test, folder, 0, Recipients: 0, Quiet: true), _ => { }, TestContext.Current.CancellationToken))
            {
                var refusal = await Assert.ThrowsAsync<IOException>(() => Server.StartAsync(new ServeOptions(World.Test, folder, 0, Recipients: 0, Quiet: true), _ => { }, TestContext.Current.CancellationToken));
                Assert.Contains("in use by another belfry", refusal.Message);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
