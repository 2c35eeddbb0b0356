using System.ComponentModel.DataAnnotations;
using System.Threading.Channels;
using Belfry.Dispatch.Smpp;
using Belfry.Kernel;

namespace Belfry.Dispatch;

/// <summary>
/// One SMPP 3.4 transceiver bind that keeps itself up. This half is the window: what waits, what has left, what is settled.
/// The other half (SmppLink.Session.cs) is the connection.
/// </summary>
public sealed partial class SmppLink : ICarrier
{
    const int MostTries = 60;
    const int MostRetries = 3;
    const int MostLate = 4_096;

    readonly SmppSettings settings;
    readonly Clock clock;
    readonly Sender sender;
    readonly Lock gate = new();
    readonly Channel<CarrierReport> reports = Channel.CreateUnbounded<CarrierReport>();
    readonly Dictionary<uint, Flight> inFlight;
    readonly Queue<Flight> waiting = new();
    readonly Queue<Flight> again = new();
    readonly Dictionary<uint, Guid> late = [];
    readonly Dictionary<string, SmsPlan> plans = new(StringComparer.Ordinal);
    readonly Pace pace;
    (string Text, SmsPlan Plan)? lastPlan;
    TaskCompletionSource? room;
    Outbox? outbox;
    uint sequence;
    uint handedToSocket;
    ushort concat;

    SmppLink(SmppSettings settings, Clock clock)
    {
        (this.settings, this.clock, sender) = (settings, clock, Sender.From(settings.Sender));
        pace = new Pace(settings.PerSecond == 0 ? double.PositiveInfinity : settings.PerSecond);
        inFlight = new Dictionary<uint, Flight>(settings.Window);
        state = new LinkState(LinkCondition.Connecting, "", clock.Now);
        running = RunAsync();
    }

    /// <summary>Begins to connect and returns at once.</summary>
    /// <exception cref="ArgumentException">The sender is none that a phone shows, or a field is longer than the protocol carries.</exception>
    /// <exception cref="ValidationException">A setting is out of its range.</exception>
    public static SmppLink Start(SmppSettings settings, Clock clock)
    {
        Validator.ValidateObject(settings, new ValidationContext(settings), validateAllProperties: true);
        return new SmppLink(settings, clock);
    }

    public string Route => settings.Route;

    public ChannelReader<CarrierReport> Reports => reports.Reader;

    /// <summary>Answers that matched nothing under way: double, of an unknown sequence, or too late.</summary>
    public long StrayAnswers { get; private set; }

    public int FreeWindow
    {
        get
        {
            lock (gate)
            {
                return Free;
            }
        }
    }

    int Occupied => inFlight.Count + waiting.Count + again.Count;

    int Free => outbox is null ? 0 : Math.Max(0, settings.Window - Occupied);

    // Not only when a good batch fits: a carrier with Nagle's algorithm holds its next answers until we write or 40 ms have passed.
    bool Roomy => Free > 0;

    public Task WaitForRoomAsync(CancellationToken ct)
    {
        lock (gate)
        {
            if (Roomy)
            {
                return Task.CompletedTask;
            }

            room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return room.Task.WaitAsync(ct);
        }
    }

    public void Submit(IReadOnlyList<OutgoingMessage> batch)
    {
        lock (gate)
        {
            foreach (var message in batch)
            {
                Take(message);
            }

            Pump();
        }
    }

    public void Stop(Guid dispatch)
    {
        lock (gate)
        {
            GiveBack(waiting, flight => flight.Of.Message.Dispatch == dispatch && !flight.Of.Started, _ => (RefusalKind.NotSent, DispatchProblems.Stopped.Code));
            GiveBack(again, flight => flight.Of.Message.Dispatch == dispatch && flight.Of.Plan.Bodies.Length == 1, _ => (RefusalKind.NotSent, DispatchProblems.Stopped.Code));
            WakeWaiters();
        }
    }

    void Take(OutgoingMessage message)
    {
        var to = message.To.AsSpan().TrimStart('+');
        if (to.Length is < 3 or > 20 || to.ContainsAnyExceptInRange('0', '9'))
        {
            Refuse(message, RefusalKind.Permanent, DispatchProblems.BadNumber);
            return;
        }

        var plan = PlanOf(message.Text);
        if (plan.Bodies.Length > SmsSegments.MostSegments)
        {
            Refuse(message, RefusalKind.Permanent, DispatchProblems.TooLong);
        }
        else if (outbox is null)
        {
            Refuse(message, RefusalKind.NotSent, DispatchProblems.LinkDown);
        }
        else if (plan.Bodies.Length > Free && Occupied > 0)
        {
            Refuse(message, RefusalKind.NotSent, DispatchProblems.NoRoom);
        }
        else
        {
            var handoff = new Handoff(message, plan, plan.Bodies.Length > 1 ? concat = unchecked((ushort)(concat + 1)) : (ushort)0);
            for (var part = 0; part < plan.Bodies.Length; part++)
            {
                waiting.Enqueue(new Flight(handoff, part, 0, default, ""));
            }
        }
    }

    void Refuse(OutgoingMessage message, RefusalKind kind, ProblemKind problem) => Tell(new CarrierReport.Refused(message.Reference, kind, problem.Code, []));

    /// <summary>Moves parts from waiting to the wire while the window and the pace allow. Under the gate.</summary>
    void Pump()
    {
        if (outbox is null)
        {
            return;
        }

        var now = clock.Elapsed;
        while (inFlight.Count < settings.Window && pace.MayNow(now) && Next(now, out var flight))
        {
            var of = flight.Of;
            if (of.Doomed)
            {
                Tell(of.Refuse(RefusalKind.NotSent, ""));
                continue;
            }

            if (!of.Started && of.Message.NotAfter is { } end && clock.Now > end)
            {
                Tell(of.Refuse(RefusalKind.NotSent, DispatchProblems.Expired.Code));
                continue;
            }

            of.Started = true;
            sequence = sequence == 0x7FFF_FFFF ? 1 : sequence + 1;
            ShortMessage.WriteSubmit(outbox.Filling, sequence, sender, of.Message.To.AsSpan().TrimStart('+'), settings.Receipts ? (byte)1 : (byte)0, of.Plan, flight.Part, of.Reference);
            inFlight[sequence] = flight with { At = now };
            pace.Sent(now);
        }

        outbox.Signal();
    }

    bool Next(TimeSpan now, out Flight flight)
    {
        if (again.TryPeek(out flight) && flight.At <= now)
        {
            again.Dequeue();
            return true;
        }

        return waiting.TryDequeue(out flight);
    }

    /// <summary>An answer to a submit_sm. Under the gate.</summary>
    /// <returns>Null, or why the session must end.</returns>
    string? Answered(uint number, uint status, ReadOnlySpan<byte> id)
    {
        if (!inFlight.Remove(number, out var flight))
        {
            StrayAnswers++;
            if (late.Remove(number, out var reference))
            {
                Tell(new CarrierReport.LateAnswer(reference, IdOf(id), status == Status.Ok));
            }

            return null;
        }

        if (status == Status.Ok)
        {
            pace.Taken();
            Tell(flight.Of.Taken(flight.Part, IdOf(id)));
            return null;
        }

        var (remedy, code, now) = (Status.RemedyOf(status), Status.NameOf(status), clock.Elapsed);
        switch (remedy)
        {
            case Remedy.SlowDown when flight.Tries < MostTries:
                if (pace.Slow(now))
                {
                    Tell(new CarrierReport.Throttled(clock.Now + (pace.PausedUntil - now), pace.PerSecond));
                }

                again.Enqueue(flight with { Tries = flight.Tries + 1, At = pace.PausedUntil, Code = code });
                return null;
            case Remedy.Retry when flight.Tries < MostRetries:
                again.Enqueue(flight with { Tries = flight.Tries + 1, At = now + (TimeSpan.FromMilliseconds(200) * (1 << flight.Tries)), Code = code });
                return null;
            default:
                Tell(flight.Of.Refuse(remedy == Remedy.GiveUp ? RefusalKind.Permanent : RefusalKind.Temporary, code));
                return remedy == Remedy.RouteDown ? "the carrier answers " + code : null;
        }
    }

    string IdOf(ReadOnlySpan<byte> id) => ReceiptText.Answered(System.Text.Encoding.Latin1.GetString(id), settings.MessageIds);

    /// <summary>The connection is gone. What the socket took is unknown; what still lay here never left. Under the gate.</summary>
    void SettleAll(string why)
    {
        outbox = null;
        foreach (var (number, flight) in inFlight)
        {
            Tell(number <= handedToSocket ? flight.Of.Lost(why) : flight.Of.Refuse(RefusalKind.NotSent, DispatchProblems.LinkDown.Code));
        }

        inFlight.Clear();
        late.Clear();
        GiveBack(again, _ => true, flight => (RefusalKind.Temporary, flight.Code));
        GiveBack(waiting, _ => true, _ => (RefusalKind.NotSent, DispatchProblems.LinkDown.Code));
        (sequence, handedToSocket) = (0, 0);
    }

    void GiveBack(Queue<Flight> queue, Predicate<Flight> which, Func<Flight, (RefusalKind Kind, string Code)> how)
    {
        for (var i = queue.Count; i > 0; i--)
        {
            var flight = queue.Dequeue();
            if (which(flight))
            {
                var (kind, code) = how(flight);
                Tell(flight.Of.Refuse(kind, code));
            }
            else
            {
                queue.Enqueue(flight);
            }
        }
    }

    SmsPlan PlanOf(string text)
    {
        if (lastPlan is { } last && ReferenceEquals(last.Text, text))
        {
            return last.Plan;
        }

        if (!plans.TryGetValue(text, out var plan))
        {
            if (plans.Count >= 256)
            {
                plans.Clear();
            }

            plans[text] = plan = SmsPlan.Of(text, settings);
        }

        lastPlan = (text, plan);
        return plan;
    }

    void WakeWaiters()
    {
        if (room is not null && Roomy)
        {
            room.SetResult();
            room = null;
        }
    }

    void Tell(CarrierReport? report)
    {
        if (report is not null)
        {
            reports.Writer.TryWrite(report);
        }
    }
}
