using System.Collections.Concurrent;
using Belfry.Dispatch.Smpp;
using Belfry.Kernel;

namespace Belfry.Dispatch;

/// <summary>A message as a simulated phone shows it.</summary>
/// <param name="Parts">How many SMS it came in.</param>
/// <param name="At">When its last part came.</param>
public sealed record PhoneMessage(string Number, string From, string Text, int Parts, SmsEncoding Encoding, DateTimeOffset At);

/// <summary>
/// The phones of the rehearsal country: what each number received, parts put together again. Bounded: the oldest messages of a phone go first, then
/// new numbers are counted but not kept.
/// </summary>
public sealed class PhoneInbox(int keptPerPhone)
{
    const int MostPhones = 100_000;
    const int MostUnfinished = 10;

    readonly ConcurrentDictionary<string, Phone> phones = new(StringComparer.Ordinal);
    long messages;
    long dropped;

    /// <summary>Messages shown on phones, those dropped since included.</summary>
    public long Messages => Interlocked.Read(ref messages);

    /// <summary>Messages that are no longer, or never were, kept.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    public int Phones => phones.Count;

    /// <summary>Newest last. Empty for a number that received nothing.</summary>
    public IReadOnlyList<PhoneMessage> Of(string number)
    {
        if (!phones.TryGetValue(number.TrimStart('+'), out var phone))
        {
            return [];
        }

        lock (phone)
        {
            return [.. phone.Shown];
        }
    }

    /// <summary>The latest message of up to <paramref name="most"/> phones, in no order.</summary>
    public IReadOnlyList<PhoneMessage> Sample(int most)
    {
        var sample = new List<PhoneMessage>();
        foreach (var phone in phones.Values.Take(most))
        {
            lock (phone)
            {
                if (phone.Shown.Count > 0)
                {
                    sample.Add(phone.Shown[^1]);
                }
            }
        }

        return sample;
    }

    internal void Receive(string number, string from, ReadOnlySpan<byte> content, byte coding, Concatenation piece, DateTimeOffset at)
    {
        if (!phones.TryGetValue(number, out var phone))
        {
            if (phones.Count >= MostPhones)
            {
                Interlocked.Increment(ref dropped);
                return;
            }

            phone = phones.GetOrAdd(number, _ => new Phone());
        }

        var encoding = coding is 8 or 0x18 ? SmsEncoding.Ucs2 : SmsEncoding.Gsm7;
        lock (phone)
        {
            var decoded = SmsText.Decode(content, coding);
            if ((piece.Total > 1 ? phone.Join(from, piece, decoded) : decoded) is not { } text)
            {
                return;
            }

            Interlocked.Increment(ref messages);
            if (phone.Shown.Count >= keptPerPhone)
            {
                phone.Shown.RemoveAt(0);
                Interlocked.Increment(ref dropped);
            }

            phone.Shown.Add(new PhoneMessage(number, from, text, Math.Max(1, (int)piece.Total), encoding, at));
        }
    }

    sealed class Phone
    {
        readonly List<(string From, int Reference, string?[] Parts)> unfinished = [];

        public List<PhoneMessage> Shown { get; } = [];

        /// <returns>The whole text when this was the last part that was missing.</returns>
        public string? Join(string from, Concatenation piece, string text)
        {
            var index = unfinished.FindIndex(open => open.From == from && open.Reference == piece.Reference && open.Parts.Length == piece.Total);
            if (index < 0)
            {
                if (unfinished.Count >= MostUnfinished)
                {
                    unfinished.RemoveAt(0);
                }

                unfinished.Add((from, piece.Reference, new string?[piece.Total]));
                index = unfinished.Count - 1;
            }

            var parts = unfinished[index].Parts;
            parts[piece.Number - 1] = text;
            if (parts.Contains(null))
            {
                return null;
            }

            unfinished.RemoveAt(index);
            return string.Concat(parts);
        }
    }
}
