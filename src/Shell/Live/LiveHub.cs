using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Belfry.Shell;

/// <summary>
/// Tells open screens that something changed. A message is a topic and a number, never content: a screen fetches what it
/// shows by its own route, where rights are asked again. A screen that was away sees a higher number and fetches once.
/// </summary>
public sealed class LiveHub
{
    readonly ConcurrentDictionary<string, Topic> topics = new(StringComparer.Ordinal);

    sealed class Topic
    {
        long number;

        public ConcurrentDictionary<Channel<long>, bool> Listeners { get; } = new();

        public long Next() => Interlocked.Increment(ref number);

        public long Number => Interlocked.Read(ref number);
    }

    /// <param name="topic">As in the address: <c>alert-0197…</c>, <c>intake</c>.</param>
    public void Changed(string topic)
    {
        if (!topics.TryGetValue(topic, out var here))
        {
            return; // nobody looks
        }

        var number = here.Next();
        foreach (var listener in here.Listeners.Keys)
        {
            listener.Writer.TryWrite(number);
        }
    }

    /// <summary>The numbers of a topic from now on; first the current one. A slow reader skips to the newest.</summary>
    public async IAsyncEnumerable<long> FollowAsync(string topic, [EnumeratorCancellation] CancellationToken ct)
    {
        var here = topics.GetOrAdd(topic, _ => new Topic());
        var listener = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        here.Listeners[listener] = true;
        try
        {
            yield return here.Number;
            await foreach (var number in listener.Reader.ReadAllAsync(ct))
            {
                yield return number;
            }
        }
        finally
        {
            here.Listeners.TryRemove(listener, out _);
        }
    }
}
