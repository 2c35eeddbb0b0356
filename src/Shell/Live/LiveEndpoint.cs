using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Shell.Live;

static class LiveEndpoint
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    /// <summary>Server-sent events: <c>event: changed</c> with the topic's number, a beat every ten seconds so that a cut line is noticed.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/live/{topic}", async (string topic, HttpContext http, LiveHub hub) =>
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        var ct = http.RequestAborted;
        await using var numbers = hub.FollowAsync(topic, ct).GetAsyncEnumerator(ct);
        var next = numbers.MoveNextAsync().AsTask();
        try
        {
            while (!ct.IsCancellationRequested)
            {
                if (await Task.WhenAny(next, Task.Delay(Beat, ct)) == next)
                {
                    if (!await next)
                    {
                        return;
                    }

                    await http.Response.WriteAsync(FormattableString.Invariant($"event: changed\ndata: {numbers.Current}\n\n"), ct);
                    next = numbers.MoveNextAsync().AsTask();
                }
                else
                {
                    await http.Response.WriteAsync(": beat\n\n", ct);
                }

                await http.Response.Body.FlushAsync(ct);
            }
        }
        catch (OperationCanceledException)
        {
            // The screen was closed.
        }
    }).ForSignedIn();
}
