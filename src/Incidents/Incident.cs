using System.Collections.Frozen;
using Belfry.Kernel;

namespace Belfry.Incidents;

/// <summary>Where an incident stands. Stored by name.</summary>
public enum IncidentState
{
    /// <summary>Said by someone; nobody has judged it yet.</summary>
    Reported,
    Assessing,

    /// <summary>Watched; nothing is asked of anyone.</summary>
    Monitored,
    Active,
    Stabilised,
    Closed,
}

/// <summary>One incident of one organisation.</summary>
/// <param name="Number">What people say aloud: <c>2026-0012</c>, with X- before it in an exercise. Per organisation and year.</param>
/// <param name="Area">GeoJSON in its canonical form; empty when it has none.</param>
public sealed record Incident(
    Id<Incident> Id, Guid Organisation, string Number, string Title, string Kind, string Place, string Area, IncidentState State, DateTimeOffset Opened, string OpenedBy, DateTimeOffset? Closed)
{
    static readonly FrozenDictionary<IncidentState, IncidentState[]> Moves = new Dictionary<IncidentState, IncidentState[]>
    {
        [IncidentState.Reported] = [IncidentState.Assessing, IncidentState.Active, IncidentState.Monitored, IncidentState.Closed],
        [IncidentState.Assessing] = [IncidentState.Monitored, IncidentState.Active, IncidentState.Closed],
        [IncidentState.Monitored] = [IncidentState.Active, IncidentState.Closed],
        [IncidentState.Active] = [IncidentState.Stabilised, IncidentState.Closed],
        [IncidentState.Stabilised] = [IncidentState.Active, IncidentState.Closed],
        [IncidentState.Closed] = [],
    }.ToFrozenDictionary();

    public static bool May(IncidentState from, IncidentState to) => Moves[from].Contains(to);

    /// <summary>As in links, topics and the names of chains.</summary>
    public string Subject => $"incident/{Id}";
}

/// <summary>Raised in the change that opens it.</summary>
public sealed record IncidentOpened(Guid Incident, Guid Organisation, string Number, string Title) : IEvent
{
    public static string Kind => "incidents.opened/1";
}

/// <summary>Raised in the change that closes it.</summary>
public sealed record IncidentClosed(Guid Incident, Guid Organisation) : IEvent
{
    public static string Kind => "incidents.closed/1";
}
