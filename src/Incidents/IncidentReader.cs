using Belfry.Incidents.Storage;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Incidents;

/// <summary>What pages, commands and the rooms above may ask about incidents.</summary>
public sealed class IncidentReader(Db db, Access access)
{
    public Task<IReadOnlyList<Incident>> ListAsync(Person who, bool open = true, int most = 200, CancellationToken ct = default) =>
        db.ReadAsync(access.ViewerOf(who), reading => IncidentStore.ListAsync(reading, open, most), ct);

    public Task<Incident?> FindAsync(Person who, Id<Incident> id, CancellationToken ct = default) =>
        db.ReadAsync(access.ViewerOf(who), reading => IncidentStore.FindAsync(reading, id), ct);

    public static Task<Incident?> FindAsync(Reading reading, Id<Incident> id) => IncidentStore.FindAsync(reading, id);

    public async Task<(Incident Incident, IReadOnlyList<LogEntry> Lines)?> LogbookAsync(Person who, Id<Incident> id, long after = 0, int most = 500, CancellationToken ct = default) =>
        await db.ReadAsync<(Incident, IReadOnlyList<LogEntry>)?>(access.ViewerOf(who), async reading =>
            await IncidentStore.FindAsync(reading, id) is { } incident ? (incident, await Logbook.ReadAsync(reading, id, after, most)) : null, ct);

    public Task<IReadOnlyList<IntakeMessage>> IntakeAsync(Person who, bool waiting = true, int most = 200, CancellationToken ct = default) =>
        db.ReadAsync(access.ViewerOf(who), reading => IntakeStore.ListAsync(reading, waiting, most), ct);

    public Task<IntakeMessage?> FindAsync(Person who, Id<IntakeMessage> id, CancellationToken ct = default) =>
        db.ReadAsync(access.ViewerOf(who), reading => IntakeStore.FindAsync(reading, id), ct);
}
