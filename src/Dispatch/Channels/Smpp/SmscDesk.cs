using System.Globalization;
using Belfry.Kernel;

namespace Belfry.Dispatch.Smpp;

/// <summary>A receipt a simulated carrier owes.</summary>
readonly record struct OwedReceipt(string Id, string From, string To, ReceiptState State, DateTimeOffset Taken);

/// <summary>What all sessions of a simulated carrier share: its rate, its faults, its phones, the receipts it owes.</summary>
sealed class SmscDesk(SimulatedSmscSettings settings, PhoneInbox inbox, Clock clock)
{
    readonly Lock gate = new();
    readonly Seeded chance = new(settings.Seed);
    readonly PriorityQueue<OwedReceipt, TimeSpan> owed = new();
    TimeSpan nextSlot;
    long number;
    long taken;
    long refused;
    long throttled;
    long receipts;
    volatile bool mute;

    public bool Mute
    {
        get => mute;
        set => mute = value;
    }

    public uint Admit(ReadOnlySpan<byte> name, ReadOnlySpan<byte> password) =>
        !System.Text.Ascii.Equals(name, settings.SystemId) ? Status.InvalidSystemId
        : !System.Text.Ascii.Equals(password, settings.Password) ? Status.InvalidPassword : Status.Ok;

    /// <returns>The status to answer, with the id when it is taken.</returns>
    public uint Take(in ShortMessage message, out long id)
    {
        id = 0;
        lock (gate)
        {
            var now = clock.Elapsed;
            if (settings.PerSecond > 0)
            {
                // A tenth of a second's worth may come at once.
                if (nextSlot > now + TimeSpan.FromSeconds(0.1))
                {
                    throttled++;
                    return Status.Throttled;
                }

                nextSlot = (nextSlot > now ? nextSlot : now) + TimeSpan.FromSeconds(1.0 / settings.PerSecond);
            }

            if (owed.Count >= settings.Capacity)
            {
                throttled++;
                return Status.QueueFull;
            }

            if (message.Destination.Length < 3 || chance.Hits(settings.RefusedPerMille))
            {
                refused++;
                return Status.InvalidDestination;
            }

            taken++;
            id = ++number;
            Keep(message, id, now);
            return Status.Ok;
        }
    }

    /// <summary>Receipts whose time has come, at most 5,000 at once.</summary>
    public List<OwedReceipt> Due()
    {
        var due = new List<OwedReceipt>();
        lock (gate)
        {
            var now = clock.Elapsed;
            while (due.Count < 5_000 && owed.TryPeek(out _, out var at) && at <= now)
            {
                due.Add(owed.Dequeue());
            }

            receipts += due.Count;
        }

        return due;
    }

    public string TextOf(in OwedReceipt receipt)
    {
        var word = receipt.State == ReceiptState.Delivered ? "DELIVRD" : "UNDELIV";
        return string.Create(CultureInfo.InvariantCulture, $"id:{receipt.Id} sub:001 dlvrd:{(receipt.State == ReceiptState.Delivered ? 1 : 0):D3} submit date:{receipt.Taken:yyMMddHHmm} done date:{clock.Now:yyMMddHHmm} stat:{word} err:{(receipt.State == ReceiptState.Delivered ? 0 : 1):D3} text:");
    }

    public SmscCounts Counts(int sessions)
    {
        lock (gate)
        {
            return new SmscCounts(taken, refused, throttled, receipts, owed.Count, sessions);
        }
    }

    void Keep(in ShortMessage message, long id, TimeSpan now)
    {
        var (from, to) = (System.Text.Encoding.ASCII.GetString(message.Source), System.Text.Encoding.ASCII.GetString(message.Destination));
        var undeliverable = chance.Hits(settings.UndeliverablePerMille);
        if (!undeliverable)
        {
            var piece = Concatenation.From(message, out var content);
            inbox.Receive(to, from, content, message.DataCoding, piece, clock.Now);
        }

        if ((message.RegisteredDelivery & 3) == 1 || ((message.RegisteredDelivery & 3) == 2 && undeliverable))
        {
            var receipt = new OwedReceipt(id.ToString("x8", CultureInfo.InvariantCulture), from, to, undeliverable ? ReceiptState.Undeliverable : ReceiptState.Delivered, clock.Now);
            owed.Enqueue(receipt, now + settings.ReceiptLeast + chance.Around(settings.ReceiptMean));
        }
    }
}
