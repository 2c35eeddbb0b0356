using Belfry.Dispatch.Storage;
using Belfry.Kernel;

namespace Belfry.Dispatch.Send;

/// <summary>What the workers write into the audit chain: one entry a milestone, with counts, never one a message.</summary>
static class Milestone
{
    public static ChainEntryDraft Of(string milestone, DispatchStore.Row row, IReadOnlyList<DeliveryCount>? counts = null)
    {
        var facts = new Dictionary<string, object?>
        {
            ["milestone"] = milestone,
            ["dispatch"] = row.Id.ToString(),
            ["subject"] = row.Subject,
            ["frozen"] = row.Frozen,
            ["digest"] = Convert.ToHexStringLower(row.Digest),
        };
        foreach (var state in (counts ?? []).GroupBy(count => count.State))
        {
            facts["count" + state.Key] = state.Sum(count => count.Count);
        }

        return new ChainEntryDraft("dispatch", facts, new Dictionary<string, string>());
    }
}
