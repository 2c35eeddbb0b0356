using Belfry.Passengers;

namespace Belfry.Bench.Passengers;

static class NamePeers
{
    public static Task RunAsync(string folder, string? port, List<WatchlistEntry> entries, NameMatching.Target[] targets, MadeWorld world, double ownSpeed) => Task.CompletedTask;
}
