using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>What pages, commands and the rooms above may ask about alerts.</summary>
public sealed class AlertReader(Db db, Access access, Dispatches dispatches)
{
    public Task<IReadOnlyList<AlertVersion>> ListAsync(Person who, int most = 200, CancellationToken ct = default) =>
        db.ReadAsync(access.ViewerOf(who), reading => AlertStore.ListAsync(reading, most), ct);

    public Task<AlertVersion?> FindAsync(Person who, Id<AlertVersion> id, CancellationToken ct = default) =>
        db.ReadAsync(access.ViewerOf(who), reading => AlertStore.FindAsync(reading, id), ct);

    public Task<IReadOnlyList<AlertVersion>> ThreadAsync(Person who, Id<Alert> alert, CancellationToken ct = default) =>
        db.ReadAsync(access.ViewerOf(who), reading => AlertStore.ThreadAsync(reading, alert), ct);

    public Task<bool> WroteAsync(Person who, Id<AlertVersion> id, CancellationToken ct = default) =>
        db.ReadAsync(access.ViewerOf(who), async reading => (await AlertStore.WritersAsync(reading, id)).Contains(who.Account), ct);

    public async Task<DispatchProgress?> ProgressAsync(Person who, AlertVersion version, CancellationToken ct = default) =>
        version.Dispatch is { } dispatch ? await dispatches.ProgressAsync(access.ViewerOf(who), dispatch, ct) : null;

    public async Task<IReadOnlyList<MunicipalityCount>> ByMunicipalityAsync(Person who, AlertVersion version, CancellationToken ct = default) =>
        version.Dispatch is { } dispatch ? await dispatches.ByMunicipalityAsync(access.ViewerOf(who), dispatch, ct) : [];

    /// <summary>What the public may see: everything published in the last days, newest first. No account.</summary>
    public Task<IReadOnlyList<PublicAlert>> PublicAsync(int most = 50, CancellationToken ct = default) => db.ReadAsync<IReadOnlyList<PublicAlert>>(Viewer.Program("public"), async reading =>
    {
        var found = new List<PublicAlert>();
        foreach (var row in await CapStore.NewestAsync(reading, most))
        {
            if (await AlertStore.FindAsync(reading, new Id<AlertVersion>(row.Version)) is { } version)
            {
                found.Add(new PublicAlert(row.Identifier, version, row.Published, row.Expires, row.Document));
            }
        }

        return found;
    }, ct);

    public Task<byte[]?> DocumentAsync(string identifier, CancellationToken ct = default) =>
        db.ReadAsync(Viewer.Program("public"), async reading => (await CapStore.FindAsync(reading, identifier))?.Document, ct);
}

/// <summary>One published message.</summary>
public sealed record PublicAlert(string Identifier, AlertVersion Version, DateTimeOffset Published, DateTimeOffset Expires, byte[] Document);
