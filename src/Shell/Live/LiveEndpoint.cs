using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Shell.Live;

static partial class LiveEndpoint
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    /// <summary>Server-sent events: <c>event: swap</c> names the topic, and the screen fetches its own page again; a beat every ten seconds shows a cut line.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/live/{topic}", async (string topic, HttpContext http, LiveHub hub) =>
    {
        if (!Topic().IsMatch(topic))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var ct = over.Token;
        await using var numbers = hub.FollowAsync(topic, ct).GetAsyncEnumerator(ct);
        await numbers.MoveNextAsync(); // where the topic stands: the page is as new as that
        await http.Response.Body.FlushAsync(ct);
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

                    await http.Response.WriteAsync(FormattableString.Invariant($"id: {numbers.Current}\nevent: swap\ndata: {{\"id\":\"{topic}\"}}\n\n"), ct);
                    next = numbers.MoveNextAsync().AsTask();
                }
                else
                {
                    await http.Response.WriteAsync("event: beat\ndata: \n\n", ct);
                }

                await http.Response.Body.FlushAsync(ct);
            }
        }
        catch (OperationCanceledException)
        {
            // The screen was closed.
        }
        finally
        {
            await over.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // nobody may take the numbers from under a look at them
        }
    }).ForSignedIn();

    [GeneratedRegex("^[a-z0-9-]{1,80}$", RegexOptions.NonBacktracking)]
    private static partial Regex Topic();
}
