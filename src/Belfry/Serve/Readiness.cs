using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Serve;

/// <summary>May this node be given work? The database answers, the folder takes a file, no worker has ended. /health/ready says which does not hold.</summary>
sealed class Readiness(Db db, Instance instance, IServiceProvider services)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Carries events between rooms; set at start.</summary>
    public Task? Pump { get; set; }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/health/ready", async (Readiness readiness, HttpContext http) =>
    {
        var wrong = await readiness.LookAsync(http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { ready = wrong.Count == 0, wrong }, Json.Strict, statusCode: wrong.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }).OpenToAll("A load balancer has no account; it learns the names of what fails, no content.");

    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken ct)
    {
        var wrong = new List<string>();
        try
        {
            await db.ReadAsync(Viewer.Program("ready"), reading => reading.ValueAsync<long>("select 1"), ct).WaitAsync(Patience, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            wrong.Add("database"); // how it fails is in the log; a stranger needs no more than the word
        }

        try
        {
            var probe = Path.Combine(instance.Folder, ".ready-" + Id<Readiness>.New(instance.Clock));
            await File.WriteAllTextAsync(probe, "", ct);
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            wrong.Add("folder");
        }

        wrong.AddRange(services.GetServices<IHostedService>().OfType<BackgroundService>().Where(worker => worker.ExecuteTask is not { IsCompleted: false }).Select(worker => "worker " + worker.GetType().Name));
        if (Pump is not { IsCompleted: false })
        {
            wrong.Add("worker EventPump");
        }

        return wrong;
    }
}
