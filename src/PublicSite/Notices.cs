using Belfry.Alerting;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.PublicSite;

/// <summary>The published alerts, read again at most every <see cref="GoodFor"/>: whatever crowd comes, the database is asked once.</summary>
sealed class Notices(AlertReader reader, Organisations organisations, Clock clock) : IDisposable
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim one = new(1);
    volatile Kept kept = new([], DateTimeOffset.MinValue);

    sealed record Kept(IReadOnlyList<PublicNotice> List, DateTimeOffset At);

    /// <summary>Something was published: the next question reads it.</summary>
    public void Forget() => kept = kept with { At = DateTimeOffset.MinValue };

    /// <returns>Newest first; at most 200 messages back.</returns>
    public async Task<IReadOnlyList<PublicNotice>> ListAsync(CancellationToken ct)
    {
        if (clock.Now - kept.At < GoodFor)
        {
            return kept.List;
        }

        await one.WaitAsync(ct);
        try
        {
            if (clock.Now - kept.At >= GoodFor)
            {
                var at = clock.Now;
                kept = new Kept(Gather(await reader.PublicAsync(200, ct)), at);
            }

            return kept.List;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    List<PublicNotice> Gather(IReadOnlyList<PublicAlert> messages) =>
    [
        .. messages.GroupBy(message => message.Version.Alert).Select(thread =>
        {
            var newestFirst = thread.OrderByDescending(message => message.Version.Version).ToList();
            var version = newestFirst[0].Version;
            var sender = organisations.Find(version.Organisation);
            return new PublicNotice($"{sender?.Code ?? version.Organisation.ToString("N")}-{version.Number}", sender?.Name, newestFirst);
        }).OrderByDescending(notice => notice.Newest.Published),
    ];
}
