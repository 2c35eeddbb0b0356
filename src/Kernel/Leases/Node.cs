namespace Belfry.Kernel;

/// <summary>One running process. It says every second that it is there; a node unseen for five is dead and its leases go back.</summary>
public sealed record Node(Guid Id, string Name)
{
    public static readonly TimeSpan DeadAfter = TimeSpan.FromSeconds(5);

    public static async Task<Node> StartAsync(Change change, Clock clock, string name)
    {
        var node = new Node(clock.NewGuid(), name);
        await change.ExecuteAsync("insert into node (id, name, started, seen) values (@Id, @Name, @now, @now)", new { node.Id, node.Name, now = change.Now });
        return node;
    }

    public Task<long> SeenAsync(Change change) => change.ExecuteAsync("update node set seen = @now where id = @Id", new { Id, now = change.Now });

    /// <summary>Nodes that have gone silent. The caller takes back what they held, in the same change.</summary>
    public static async Task<IReadOnlyList<Guid>> BuryAsync(Change change)
    {
        var dead = await change.QueryAsync<Guid>("select id from node where seen < @limit {skip locked}", new { limit = change.Now - DeadAfter });
        if (dead.Count > 0)
        {
            await change.ExecuteAsync("delete from node where id {uuid dead}", new { dead });
            await change.ExecuteAsync("update lease set until = @now where until > @now and holder {uuid dead}", new { dead, now = change.Now });
        }

        return dead;
    }

    /// <summary>At the start of a program that holds its data folder alone: whoever else stands here is dead already.</summary>
    public static async Task<IReadOnlyList<Guid>> BuryAllAsync(Change change)
    {
        var dead = await change.QueryAsync<Guid>("delete from node where seen <= @now returning id", new { now = change.Now });
        await change.ExecuteAsync("update lease set until = @now where until > @now", new { now = change.Now });
        await change.ExecuteAsync("update event_delivery set until = @now where until > @now", new { now = change.Now });
        return dead;
    }
}
