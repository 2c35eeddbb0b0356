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

    /// <summary>Nodes that have gone silent. What they held is taken back first, then they are buried: who dies in between leaves them to be found again.</summary>
    public static Task<IReadOnlyList<Guid>> SilentAsync(Reading reading, DateTimeOffset now) =>
        reading.QueryAsync<Guid>("select id from node where seen < @limit", new { limit = now - DeadAfter });

    /// <summary>Every node that stands here, for a program that holds its data folder alone and has not entered itself yet.</summary>
    public static Task<IReadOnlyList<Guid>> AllAsync(Reading reading) => reading.QueryAsync<Guid>("select id from node");

    /// <summary>Those of them that are silent still.</summary>
    public static async Task<IReadOnlyList<Guid>> BuryAsync(Change change, IReadOnlyList<Guid> silent)
    {
        var dead = await change.QueryAsync<Guid>("select id from node where seen < @limit and id {uuid silent} {skip locked}", new { silent, limit = change.Now - DeadAfter });
        if (dead.Count > 0)
        {
            await change.ExecuteAsync("delete from node where id {uuid dead}", new { dead });
            await change.ExecuteAsync("update lease set until = @now where until > @now and holder {uuid dead}", new { dead, now = change.Now });
        }

        return dead;
    }

    /// <summary>At the start of a program that holds its data folder alone: whoever else stands here is dead already.</summary>
    public static async Task BuryOthersAsync(Change change, Node alone)
    {
        await change.ExecuteAsync("delete from node where id <> @Id", new { alone.Id });
        await change.ExecuteAsync("update lease set until = @now where until > @now", new { now = change.Now });
        await change.ExecuteAsync("update event_delivery set until = @now where until > @now", new { now = change.Now });
    }
}
