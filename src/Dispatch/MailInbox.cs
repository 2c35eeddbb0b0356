using Belfry.Kernel;

namespace Belfry.Dispatch;

/// <summary>A mail as a simulated mailbox shows it.</summary>
/// <param name="ReturnPath">The envelope's sender.</param>
/// <param name="Headers">Name and value as they came, in order.</param>
public sealed record ReceivedMail(string To, string ReturnPath, string From, string Subject, string Text, string Html, IReadOnlyList<(string Name, string Value)> Headers, DateTimeOffset At)
{
    /// <summary>Empty when it is not there.</summary>
    public string Header(string name) => Headers.FirstOrDefault(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).Value ?? "";
}

/// <summary>What the simulated mailboxes received. Bounded: the oldest go first.</summary>
public sealed class MailInbox
{
    const int Most = 20_000;

    readonly Lock gate = new();
    readonly Queue<ReceivedMail> kept = new();

    public long Messages { get; private set; }

    /// <summary>Newest last.</summary>
    public IReadOnlyList<ReceivedMail> Of(string address)
    {
        lock (gate)
        {
            return [.. kept.Where(mail => string.Equals(mail.To, address, StringComparison.OrdinalIgnoreCase))];
        }
    }

    public IReadOnlyList<ReceivedMail> Latest(int most)
    {
        lock (gate)
        {
            return [.. kept.Skip(Math.Max(0, kept.Count - most))];
        }
    }

    internal void Receive(ReceivedMail mail)
    {
        lock (gate)
        {
            Messages++;
            if (kept.Count >= Most)
            {
                kept.Dequeue();
            }

            kept.Enqueue(mail);
        }
    }
}
