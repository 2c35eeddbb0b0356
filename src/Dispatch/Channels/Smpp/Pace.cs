namespace Belfry.Dispatch.Smpp;

/// <summary>
/// How fast a link may send. A carrier that throttles teaches the rate: cut by a fifth below what it took, then a twentieth of that more every second
/// (additive increase, multiplicative decrease), and a pause that doubles while it keeps refusing. Held under the link's lock.
/// </summary>
sealed class Pace
{
    static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(25);
    static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(250);

    readonly double most;
    double rate;
    double step;
    int streak;
    bool measuring;
    long taken;
    TimeSpan takenSince;
    TimeSpan lastSlow = TimeSpan.MinValue;
    TimeSpan lastRise;
    TimeSpan next;

    /// <param name="most">Parts a second agreed; infinite for no limit.</param>
    public Pace(double most) => this.most = rate = most;

    /// <summary>Parts a second; infinite where nothing limits.</summary>
    public double PerSecond => rate;

    public TimeSpan PausedUntil { get; private set; }

    public bool MayNow(TimeSpan now) => now >= PausedUntil && (double.IsPositiveInfinity(rate) || next <= now + Burst);

    public void Sent(TimeSpan now)
    {
        if (!measuring)
        {
            (measuring, takenSince, taken) = (true, now, 0);
        }

        if (!double.IsPositiveInfinity(rate))
        {
            next = (next > now ? next : now) + TimeSpan.FromSeconds(1 / rate);
        }
    }

    public void Taken()
    {
        taken++;
        streak = 0;
    }

    /// <summary>The carrier refused for speed. Refusals of one blink are one lesson.</summary>
    /// <returns>True when this one taught something.</returns>
    public bool Slow(TimeSpan now)
    {
        if (lastSlow != TimeSpan.MinValue && now - lastSlow < Blink)
        {
            return false;
        }

        lastSlow = now;
        var measured = taken / Math.Max(0.05, measuring ? (now - takenSince).TotalSeconds : 0);
        rate = Math.Max(1, Math.Min(rate, measured) * 0.8);
        step = Math.Max(1, rate / 20);
        PausedUntil = now + (TimeSpan.FromMilliseconds(100) * (1 << Math.Min(streak++, 4)));
        (measuring, lastRise) = (false, now);
        return true;
    }

    public void Tick(TimeSpan now)
    {
        if (measuring && now - takenSince > TimeSpan.FromSeconds(2))
        {
            // Old speed fades: what counts is what it took just now.
            (taken, takenSince) = (taken / 2, now - ((now - takenSince) / 2));
        }

        if (rate < most && now - lastRise >= TimeSpan.FromSeconds(1))
        {
            rate = Math.Min(most, rate + step);
            lastRise = now;
        }
    }
}
