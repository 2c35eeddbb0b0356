using System.Buffers;

namespace Belfry.Dispatch.Smpp;

/// <summary>
/// What is to be written to one connection. Writers fill one buffer while the other is on its way, so that under load one socket write carries many
/// PDUs and an idle link waits for nothing.
/// </summary>
sealed class Outbox(Lock gate)
{
    ArrayBufferWriter<byte> filling = new(64 * 1024);
    ArrayBufferWriter<byte> leaving = new(64 * 1024);
    TaskCompletionSource? asleep;

    /// <summary>Only while holding the gate; then <see cref="Signal"/>.</summary>
    public IBufferWriter<byte> Filling => filling;

    /// <summary>Only while holding the gate.</summary>
    public void Signal()
    {
        if (asleep is not null && filling.WrittenCount > 0)
        {
            asleep.TrySetResult();
            asleep = null;
        }
    }

    /// <summary>Until cancelled, or until the stream breaks.</summary>
    /// <param name="onLeaving">Called under the gate just before the filled bytes are handed to the socket: from here on their fate is not ours.</param>
    public async Task FlushAsync(Stream stream, Action onLeaving, CancellationToken ct)
    {
        while (true)
        {
            Task? filled = null;
            lock (gate)
            {
                if (filling.WrittenCount == 0)
                {
                    asleep = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    filled = asleep.Task;
                }
                else
                {
                    (filling, leaving) = (leaving, filling);
                    onLeaving();
                }
            }

            if (filled is not null)
            {
                await filled.WaitAsync(ct);
                continue;
            }

            await stream.WriteAsync(leaving.WrittenMemory, ct);
            leaving.ResetWrittenCount();
        }
    }
}
