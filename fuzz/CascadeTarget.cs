using Belfry.Risks;

namespace Belfry.Fuzz;

/// <summary>Any bytes as a network, a panel and a set of scales: read or refused at a place; what is read runs to its end and balances.</summary>
static class CascadeTarget
{
    public static void Read(byte[] bytes)
    {
        if (Cascade.Read(bytes).TryGet(out var file, out _))
        {
            var small = file.Settings with { MinRuns = 20, MaxRuns = 20, PanelDraws = file.Settings.PanelDraws == 0 ? 0 : 20, PanelRuns = 20, Threads = 1, BudgetMillions = 1 };
            var report = Cascade.Run(file with { Settings = small });
            if (!report.Conservation.Holds)
            {
                throw new InvalidOperationException($"Counted from both ends: {report.Conservation.ByRoots}, {report.Conservation.ByRisks}.");
            }

            _ = report.ToJson();
        }

        if (Panel.Read(bytes).TryGet(out var panel, out _))
        {
            _ = (panel with { Bootstrap = Math.Min(panel.Bootstrap, 10) }).Report().ToJson();
        }

        if (ScaleSet.Read(bytes).TryGet(out var scales, out _))
        {
            _ = scales.Check();
        }
    }
}
