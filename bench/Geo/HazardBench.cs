using System.Diagnostics;
using System.Globalization;
using Belfry.Geography;
using Belfry.Geography.Hazards;

namespace Belfry.Bench.Geo;

/// <summary>Ours beside every published value of the hazard models: releases in one table, sites and nature in another; and how long a plume over 10,000 receptors takes.</summary>
static class HazardBench
{
    const int Receptors = 10_000;
    const int Runs = 101;

    public static Task<int> SitesAsync(string[] args) => Compare(
        "hazards-sites", "Exposure, nuclear zones, earthquake, heat and flood beside every published value", [.. NaturalVectors.All()],
        "Exposure: the published figures take a cell when its centre, as published to five decimals, lies within the distance over the ellipsoid; so does Belfry, and agrees to the person. "
        + "Nuclear: ours is the radius of the disc as drawn, 0 where none is prepared. Flood: the source names places and not points; the points were chosen in them.");

    public static Task<int> ReleasesAsync(string[] args)
    {
        var held = Compare(
            "hazards", "Models of releases beside every published value", [.. ReleaseVectors.All()], "A value that is refuted below is not believed: ours stays apart from it on purpose.");
        new Figures(
            "geo", "receptors", "A plume over 10,000 receptors, and the outline of a threshold", "dotnet run -c Release --project bench -- geo hazards",
            [
                "Receptors lie on a grid of 100 by 100 between 100 m and 10 km downwind and to 1 km aside, 1.5 m above ground; one thread. Making the plume (with deposition: tabulating what is lost) is counted in.",
                $"{Runs} runs after 20 to warm up. Outline: from the request to a valid polygon of some 720 points in WGS84, thresholds of chlorine. Load average when it ran: {Load()}.",
            ],
            ["what", "p50 ms", "p99 ms"],
            [
                Timed("10,000 receptors, Briggs D", () => Sum(Plume(null, null))),
                Timed("10,000 receptors, Briggs D, lid at 500 m", () => Sum(Plume(500, null))),
                Timed("10,000 receptors, Briggs D, lid at 500 m, deposition", () => Sum(Plume(500, 0.01))),
                Timed("10,000 receptors, Bultynck-Malet 4", () => Sum(new GaussianPlume(1e6, 4, Sigmas.Plume(DispersionScheme.BultynckMalet, "4", 60), _ => 60))),
                Timed("three outlines of a plume", () => Outlines()),
            ], []).Write();
        return held;
    }

    static Task<int> Compare(string name, string title, IReadOnlyList<HazardVector> vectors, string text)
    {
        new Figures(
            "geo", name, title, $"dotnet run -c Release --project bench -- geo {name}",
            ["Values and tolerances are those of data/geography/hazards; where a source states none, half a percent is asked. " + text],
            ["model", "what", "published", "ours", "difference", "tolerance", "unit", "reference"],
            [.. vectors.Select(vector => (IReadOnlyList<string>)[vector.Model, vector.What, Number(vector.Published), Number(vector.Ours), Short(vector.Difference), vector.Refuted is null ? Short(vector.Tolerance) : "refuted", vector.Unit, vector.Reference])],
            [.. vectors.Where(vector => !vector.Met).Select(vector => $"{vector.Model}, {vector.What}: {Short(vector.Difference)} apart, {Short(vector.Tolerance)} allowed" + (vector.Refuted is { } why ? $"; {why}" : ""))]).Write();
        return Task.FromResult(vectors.All(vector => vector.Met == vector.Refuted is null) ? 0 : 1);
    }

    static GaussianPlume Plume(double? lid, double? deposition) => new(1e6, 4, Sigmas.Plume(DispersionScheme.BriggsRural, "D", 60), _ => 60, lid, deposition);

    static double Sum(GaussianPlume plume)
    {
        var sum = 0.0;
        for (var along = 0; along < 100; along++)
        {
            for (var across = 0; across < Receptors / 100; across++)
            {
                sum += plume.At(100 + (along * 100), (across - 50) * 20, 1.5);
            }
        }

        return sum;
    }

    static double Outlines() => Belfry.Geography.Plume.Run(
        new PlumeRequest { Rate = 1, WindSpeed = 3, WindFrom = 225, Scheme = DispersionScheme.BriggsRural, Stability = "D", Substance = "chlorine" },
        new HazardCase("bench", DateTimeOffset.UnixEpoch, Position.Of(51.2194, 4.4025).Value)).Value.Zones.Sum(zone => zone.AreaKm2);

    static IReadOnlyList<string> Timed(string what, Func<double> work)
    {
        for (var run = 0; run < 20; run++)
        {
            work();
        }

        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            var found = work();
            times.Add(double.IsFinite(found) ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{what}: {found}"));
        }

        times.Sort();
        return [what, Milliseconds(times[Runs / 2]), Milliseconds(times[Runs * 99 / 100])];
    }

    static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    static string Milliseconds(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    static string Number(double value) => value.ToString("G9", CultureInfo.InvariantCulture);

    static string Short(double value) => value.ToString("0.0e+0", CultureInfo.InvariantCulture);
}
