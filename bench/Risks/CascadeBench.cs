using System.Diagnostics;
using System.Globalization;
using Belfry.Risks;
using Belfry.Risks.Cascades;

namespace Belfry.Bench.Risks;

/// <summary>How fast cascades are walked, beside two ways one would write them first; and what a larger or denser network costs.</summary>
static class CascadeBench
{
    const int Total = 10_000_000;
    const int PeerTotal = 500_000;
    const double Bar = 10;

    public static Task<int> RunAsync(string[] args)
    {
        var model = Cascade.Read(File.ReadAllBytes("data/risks/demo-32.json")).Value.Model;
        var (network, roots) = (Network.Build(model), Root.Of(model, 1));
        var each = (Total + roots.Count - 1) / roots.Count;
        Timed(network, roots, 2, 2_000);
        Naive(model, roots, 20, events: false);
        Naive(model, roots, 20, events: true);

        var rows = new List<IReadOnlyList<string>>();
        var (two, twoOwn, tally) = Timed(network, roots, 2, each);
        var (one, oneOwn, _) = Timed(network, roots, 1, each / 4);
        (one, oneOwn) = (one * 4, oneOwn * 4);
        var work = tally.Sum(part => part.Work);
        var perCascade = (double)work / tally.Sum(part => part.Runs);
        rows.Add(Row("ours, two threads", roots.Count * (long)each, two, twoOwn, perCascade));
        rows.Add(Row("ours, one thread (a quarter of the runs, scaled)", roots.Count * (long)each, one, oneOwn, perCascade));
        var peerEach = PeerTotal / roots.Count;
        foreach (var (name, events) in (ReadOnlySpan<(string, bool)>)[("dictionaries, drawn again per level, one thread", false), ("event queue with sets, one thread", true)])
        {
            var (seconds, own) = Naive(model, roots, peerEach, events);
            var scale = (double)each / peerEach;
            rows.Add(Row(string.Create(CultureInfo.InvariantCulture, $"{name} ({roots.Count * (long)peerEach:N0} walked, scaled)"), roots.Count * (long)each, seconds * scale, own * scale, null, own * scale / oneOwn));
        }

        foreach (var (risks, degree, strength) in (ReadOnlySpan<(int, int, double)>)[(32, 4, 0.1), (118, 4, 0.1), (118, 14, 0.03), (118, 14, 0.06), (118, 14, 0.2), (500, 14, 0.03), (2_000, 14, 0.03)])
        {
            rows.Add(Scaled(risks, degree, strength));
        }

        var misses = two > Bar ? [string.Create(CultureInfo.InvariantCulture, $"10 million cascades took {two:0.0} s by the clock, asked is {Bar} s; {twoOwn:0.0} s of processor time on each of two cores, the rest went to other work on the machine")] : Array.Empty<string>();
        new Figures(
            "risks", "cascade", "Cascades of the 32-risk demonstration set, and of larger networks", "dotnet run -c Release --project bench -- risks cascade",
            [
                $"Bar: 10 million cascades of data/risks/demo-32.json ({model.Risks.Count} risks, {model.Links.Count} links, {roots.Count} roots) in {Bar} s on two cores.",
                "The peers are written in bench/Risks/NaiveCascades.cs, with the same generator: one keeps states and draws in dictionaries and draws again for each level, one keeps events in a priority queue and what was seen in sets. Ratio: their processor time over ours on one thread.",
                "Synthetic networks: every risk has the given number of random effects, one level, one chance; 1 million cascades spread over all risks. Mean size tells sub- from super-critical (118 risks at 0.2 bring down most of the catalogue; a real run stops such roots at 20,000).",
            ],
            ["what", "cascades", "seconds by the clock", "processor seconds a core", "million a second, alone", "link draws a cascade", "mean size", "ratio"], rows, misses).Write();
        return Task.FromResult(0);

        IReadOnlyList<string> Row(string name, long cascades, double seconds, double own, double? draws, double? ratio = null) =>
        [
            name, cascades.ToString("N0", CultureInfo.InvariantCulture), Number(seconds), Number(own), Number(cascades / own / 1e6), draws is { } drawn ? Number(drawn) : "",
            Number((double)tally.Sum(part => part.Size) / tally.Sum(part => part.Runs)), ratio is { } times ? Number(times) : "",
        ];
    }

    // Processor time of this process: on a shared machine the wall clock also counts the neighbours.
    static double Used => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    static (double Seconds, double Own, Tally[] Tallies) Timed(Network network, IReadOnlyList<Root> roots, int threads, int each)
    {
        var (clock, before) = (Stopwatch.StartNew(), Used);
        var tallies = new Simulation(network, new CascadeSettings { Threads = threads }, default).Fixed(roots, each);
        return (clock.Elapsed.TotalSeconds, (Used - before) / threads, tallies);
    }

    static (double Seconds, double Own) Naive(CascadeModel model, IReadOnlyList<Root> roots, int each, bool events)
    {
        var naive = new NaiveCascades(model);
        var (clock, before) = (Stopwatch.StartNew(), Used);
        foreach (var root in roots)
        {
            for (var run = 0; run < each; run++)
            {
                var stream = Draws.Run(root.Stream, run);
                _ = events ? naive.ByEvents(root.Risk, root.Level, stream) : naive.ByDictionaries(root.Risk, root.Level, stream);
            }
        }

        return (clock.Elapsed.TotalSeconds, Used - before);
    }

    static IReadOnlyList<string> Scaled(int risks, int degree, double strength)
    {
        var ids = Enumerable.Range(0, risks).Select(risk => "r" + risk.ToString(CultureInfo.InvariantCulture)).ToList();
        var links = Enumerable.Range(0, risks).SelectMany(cause => Enumerable.Range(0, degree)
            .Select(number => (int)(Draws.Unit((ulong)cause, number) * (risks - 1))).Select(effect => effect >= cause ? effect + 1 : effect).Distinct()
            .Select(effect => new CascadeLink(ids[cause], ids[effect], [[strength]]))).ToList();
        var model = CascadeModel.Create(1, [.. ids.Select(id => new CascadeRisk(id, null, [1.0], [1.0]))], links).Value;
        var (network, roots, each) = (Network.Build(model), Root.Of(model, 1), 1_000_000 / risks);
        var (seconds, own, tallies) = Timed(network, roots, 2, each);
        var runs = (double)tallies.Sum(tally => tally.Runs);
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{risks} risks, {degree} effects each at {strength}"), runs.ToString("N0", CultureInfo.InvariantCulture), Number(seconds), Number(own), Number(runs / own / 1e6),
            Number(tallies.Sum(tally => tally.Work) / runs), Number(tallies.Sum(tally => tally.Size) / runs), "",
        ];
    }

    static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
