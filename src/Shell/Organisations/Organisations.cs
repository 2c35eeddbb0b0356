using System.Collections.Frozen;
using Belfry.Kernel;
using Belfry.Shell.Storage;

namespace Belfry.Shell;

/// <summary>The organisations of the country and who lies in whose territory. Held in memory: some 600, and they change by law.</summary>
public sealed class Organisations(Db db)
{
    FrozenDictionary<Guid, Organisation> all = FrozenDictionary<Guid, Organisation>.Empty;
    FrozenDictionary<Guid, Guid[]> below = FrozenDictionary<Guid, Guid[]>.Empty;

    public IEnumerable<Organisation> All => all.Values;

    public Organisation? Find(Guid id) => all.GetValueOrDefault(id);

    public Organisation? Find(string code) => Find(Organisation.IdOf(code));

    /// <summary>Everything in its territory, itself not.</summary>
    public IReadOnlyList<Guid> Below(Guid id) => below.GetValueOrDefault(id, []);

    public bool IsBelow(Guid id, Guid above)
    {
        for (var at = Find(id)?.Parent; at is { } parent; at = Find(parent)?.Parent)
        {
            if (parent == above)
            {
                return true;
            }
        }

        return false;
    }

    public async Task LoadAsync(CancellationToken ct)
    {
        var rows = await db.ReadAsync(Viewer.Program("organisations"), OrganisationStore.AllAsync, ct);
        all = rows.ToFrozenDictionary(one => one.Id);
        below = rows.ToFrozenDictionary(one => one.Id, one => rows.Where(other => IsBelow(other.Id, one.Id)).Select(other => other.Id).ToArray());
    }

    /// <summary>Adds those that are not there yet; a name that changed is changed. None is removed: its rows are still its own.</summary>
    public async Task KeepAsync(IReadOnlyList<Organisation> wanted, CancellationToken ct)
    {
        var changed = wanted.Where(one => Find(one.Id) != one).ToList();
        if (changed.Count > 0)
        {
            await db.ChangeAsync(new Act(Viewer.Program("organisations"), "KeepOrganisations"), change => OrganisationStore.KeepAsync(change, changed), ct);
            await LoadAsync(ct);
        }
    }
}
