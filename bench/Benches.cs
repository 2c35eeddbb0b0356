namespace Belfry.Bench;

/// <summary>The benchmarks by name. Each prints its table and writes its result file.</summary>
static class Benches
{
    static readonly Dictionary<string, Func<string[], Task<int>>> All = new(StringComparer.Ordinal)
    {
        ["alerting freeze"] = Alerting.FreezeBench.RunAsync,
        ["belfry start"] = Started.StartBench.RunAsync,
        ["dispatch smpp-wire"] = Dispatch.SmppWire.RunAsync,
        ["dispatch sms-ledger"] = Dispatch.SmsLedger.RunAsync,
        ["geo hazards"] = Geo.HazardBench.ReleasesAsync,
        ["geo hazards-sites"] = Geo.HazardBench.SitesAsync,
        ["geo exposure"] = Geo.ExposureBench.RunAsync,
        ["geo polygon"] = Geo.PolygonBench.RunAsync,
        ["incidents log"] = Incidents.LogBench.RunAsync,
        ["risks demo"] = Risks.DemonstrationSet.RunAsync,
        ["risks golden"] = Risks.GoldenCases.RunAsync,
        ["risks cascade"] = Risks.CascadeBench.RunAsync,
        ["passengers parse"] = Passengers.ParseBench.RunAsync,
        ["passengers samples"] = Passengers.SampleTable.RunAsync,
        ["passengers rarity"] = Passengers.NameRarity.RunAsync,
        ["passengers lists"] = Passengers.ListRecall.RunAsync,
        ["passengers match"] = Passengers.NameMatching.RunAsync,
        ["passengers pairs"] = Passengers.NamePairs.RunAsync,
    };

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [var area, var name, .. var rest] && All.TryGetValue(area + " " + name, out var bench))
        {
            return await bench(rest);
        }

        Console.Error.WriteLine("usage: bench AREA NAME [options]\n  " + string.Join("\n  ", All.Keys));
        return 2;
    }
}
