using Belfry.Incidents.Storage;
using Belfry.Kernel;

namespace Belfry.Incidents;

/// <summary>
/// The logbook of an incident: a hash chain of its own. Lines are added in the caller's change, so that an act and its line are one commit;
/// what is wrong is corrected by another line. The words lie beside the chain, which holds a salted commitment to them.
/// </summary>
public static class Logbook
{
    public static ChainName ChainOf(Id<Incident> incident, Guid organisation) => new("logbook", incident.Value, organisation);

    /// <summary>Adds a line; its number is given when the chain's head is locked, just before the commit.</summary>
    public static void Write(Change change, Id<Incident> incident, Guid organisation, LogDraft line)
    {
        var received = Clock.Cut(line.Received ?? change.Now);
        var facts = new Dictionary<string, object?>
        {
            ["kind"] = line.Kind.ToString(),
            ["received"] = Instant(received),
            ["recorded"] = Instant(change.Now),
            ["grade"] = FormattableString.Invariant($"{line.Reliability}{line.Credibility}"),
        };
        Add("happened", line.Happened is { } happened ? Instant(happened) : null);
        Add("observed", line.Observed is { } observed ? Instant(observed) : null);
        Add("discipline", line.Discipline.Length > 0 ? line.Discipline : null);
        Add("target", line.Target);
        var draft = new ChainEntryDraft("log", facts, new Dictionary<string, string> { ["author"] = change.Viewer.Name, ["text"] = line.Text });
        change.Append(ChainOf(incident, organisation), draft, number => LogStore.AddAsync(change, incident, organisation, number, line with { Received = received }));

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                facts[name] = value;
            }
        }
    }

    public static Task<IReadOnlyList<LogEntry>> ReadAsync(Reading reading, Id<Incident> incident, long after = 0, long most = 500) =>
        LogStore.ReadAsync(reading, incident, after, most);

    static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
