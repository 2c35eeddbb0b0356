namespace Belfry.Kernel;

/// <summary>
/// A shared rate (GCRA): whatever the number of nodes, no more than PerSecond pass over time and no more
/// than Burst at once.
/// </summary>
public sealed record Rate(string Name, double PerSecond, long Burst)
{
    sealed record Row(DateTimeOffset FullAt);

    /// <summary>Takes up to <paramref name="wanted"/>.</summary>
    /// <returns>How many may pass now, and when the next one may.</returns>
    public async Task<(long Taken, DateTimeOffset NextAt)> TakeAsync(Change change, long wanted)
    {
        var interval = TimeSpan.FromSeconds(1 / PerSecond);
        var tolerance = interval * Burst;
        await change.ExecuteAsync("insert into rate (name, full_at) values (@Name, @now) on conflict (name) do nothing", new { Name, now = change.Now });
        var row = await change.FindAsync<Row>("select full_at from rate where name = @Name {for update}", new { Name });
        var from = row!.FullAt > change.Now ? row.FullAt : change.Now;
        var room = (long)Math.Floor((change.Now + tolerance - from) / interval);
        var taken = Math.Clamp(room, 0, wanted);
        var fullAt = from + interval * taken;
        if (taken > 0)
        {
            await change.ExecuteAsync("update rate set full_at = @fullAt where name = @Name", new { Name, fullAt });
        }

        var next = fullAt + interval - tolerance;
        return (taken, next > change.Now ? next : change.Now);
    }
}
