namespace Belfry.Kernel;

/// <summary>
/// The one source of time. Instants are UTC and cut to the microsecond, which both databases keep exactly.
/// Our own type, not TimeProvider itself: a test that stops this clock must not stop the web server's timers.
/// </summary>
public sealed class Clock(TimeProvider time)
{
    public static Clock System { get; } = new(TimeProvider.System);

    public DateTimeOffset Now => Cut(time.GetUtcNow());

    /// <summary>Runs on when the wall clock is set: for rates and time-outs.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(0);

    public Task DelayAsync(TimeSpan delay, CancellationToken ct) => Task.Delay(delay, time, ct);

    public static DateTimeOffset Cut(DateTimeOffset instant) => instant.ToUniversalTime().AddTicks(-(instant.Ticks % 10));

    internal Guid NewGuid() => Guid.CreateVersion7(time.GetUtcNow());
}
