using System.Security.Cryptography;
using System.Text;

namespace Belfry.Kernel;

/// <summary>
/// One running process. It says every second that it is there; a node unseen for five is dead and its leases go back. Who starts on a data
/// folder is the only one on it, so whoever bears the same <paramref name="Name"/> is dead at once.
/// </summary>
/// <param name="Name">Machine and place. The same only for programs that cannot run side by side.</param>
public sealed record Node(Guid Id, string Name)
{
    public static readonly TimeSpan DeadAfter = TimeSpan.FromSeconds(5);

    const string BootFile = "/proc/sys/kernel/random/boot_id";

    /// <summary>
    /// For the program that holds <paramref name="folder"/>. The name binds the machine, its boot, the path and the mark of the folder: a copy of the folder elsewhere is another place,
    /// and so is this one after the machine has started again (then five seconds of silence say that the other is dead).
    /// </summary>
    public static Node On(DataFolder folder, Clock clock)
    {
        var boot = File.Exists(BootFile) ? File.ReadAllText(BootFile).Trim() : "";
        var place = SHA256.HashData(Encoding.UTF8.GetBytes($"{boot}\n{folder.Mark}\n{Path.GetFullPath(folder.Path)}"));
        return new Node(clock.NewGuid(), $"{Environment.MachineName} {Convert.ToHexStringLower(place.AsSpan(0, 8))}");
    }

    /// <summary>Says that it is there. One that was taken for dead and buried (it slept, or was cut off) stands again, with nothing in its hands.</summary>
    /// <returns>False when it was not there before.</returns>
    public async Task<bool> SeenAsync(Change change)
    {
        if (await change.ExecuteAsync("update node set seen = @now where id = @Id", new { Id, now = change.Now }) == 1)
        {
            return true;
        }

        await change.ExecuteAsync("insert into node (id, name, started, seen) values (@Id, @Name, @now, @now)", new { Id, Name, now = change.Now });
        return false;
    }

    /// <summary>Others that are dead: silent, or before us in our place. What they held is taken back first, then they are buried: who dies in between leaves them to be found again.</summary>
    public Task<IReadOnlyList<Guid>> DeadAsync(Reading reading, DateTimeOffset now) =>
        reading.QueryAsync<Guid>("select id from node where id <> @Id and (name = @Name or seen < @limit)", new { Id, Name, limit = now - DeadAfter });

    /// <summary>Those of them that are dead still; their leases go back.</summary>
    public async Task<IReadOnlyList<Guid>> BuryAsync(Change change, IReadOnlyList<Guid> silent)
    {
        var dead = await change.QueryAsync<Guid>(
            "select id from node where id <> @Id and (name = @Name or seen < @limit) and id {uuid silent} {skip locked}", new { Id, Name, silent, limit = change.Now - DeadAfter });
        if (dead.Count > 0)
        {
            await change.ExecuteAsync("delete from node where id {uuid dead}", new { dead });
            await change.ExecuteAsync("update lease set until = @now where until > @now and holder {uuid dead}", new { dead, now = change.Now });
        }

        return dead;
    }

    /// <summary>Every node that stands here, for a program that holds the database alone and has not entered itself yet.</summary>
    public static Task<IReadOnlyList<Guid>> AllAsync(Reading reading) => reading.QueryAsync<Guid>("select id from node");

    /// <summary>At the start of a program that holds the database alone: whoever else stands here is dead already.</summary>
    public async Task BuryOthersAsync(Change change)
    {
        await change.ExecuteAsync("delete from node where id <> @Id", new { Id });
        await change.ExecuteAsync("update lease set until = @now where until > @now", new { now = change.Now });
        await change.ExecuteAsync("update event_delivery set until = @now where until > @now", new { now = change.Now });
    }
}
