using System.Globalization;
using Belfry.Kernel;

namespace Belfry.Geography.Hazards;

/// <summary>The concentrations that are asked about: the person's own, and the exposure levels of a substance.</summary>
static class Thresholds
{
    const int Most = 12;

    /// <returns>Rising by concentration; what was refused is in <paramref name="inputs"/>.</returns>
    public static IReadOnlyList<HazardThreshold> Of(HazardInputs inputs, IReadOnlyList<HazardThreshold> own, string? substance, int minutes, ReleaseUnit unit)
    {
        var all = new List<HazardThreshold>();
        foreach (var threshold in own)
        {
            all.Add(threshold with { Concentration = inputs.Number($"threshold {threshold.Name}", threshold.Concentration, unit.Concentration, unit.LeastThreshold, unit.MostThreshold) });
        }

        if (substance is not null)
        {
            all.AddRange(Levels(inputs, substance, minutes, unit));
        }

        if (all.Count is 0 or > Most && inputs.Sound)
        {
            inputs.Refuse(ReleaseProblems.ThresholdCount.At("threshold", ("found", all.Count), ("most", Most)));
        }

        return [.. all.OrderBy(threshold => threshold.Concentration)];
    }

    static IEnumerable<HazardThreshold> Levels(HazardInputs inputs, string name, int minutes, ReleaseUnit unit)
    {
        if (unit != ReleaseUnit.Mass)
        {
            inputs.Refuse(ReleaseProblems.NotTogether.At("substance", ("name", "substance"), ("other", "unit " + unit.Rate)));
            return [];
        }

        if (Substance.Find(name) is not { } substance)
        {
            inputs.Refuse(HazardProblems.UnknownChoice.At("substance", ("name", "substance"), ("value", name.Length > 60 ? name[..60] : name), ("known", string.Join(", ", Substance.All.Select(one => one.Name)))));
            return [];
        }

        if (!Aegl.Durations.Contains(minutes))
        {
            inputs.Refuse(HazardProblems.UnknownChoice.At("exposure", ("name", "exposure"), ("value", minutes), ("known", string.Join(", ", Aegl.Durations))));
            return [];
        }

        inputs.Choice("substance", $"{substance.Name} (CAS {substance.Cas}, UN {substance.Un})");
        inputs.Number("exposure", minutes, "min", Aegl.Durations[0], Aegl.Durations[^1]);
        inputs.Number("molar mass", Math.Round(substance.MolarMass, 3), "g/mol", 1, 1000);
        if (substance.MolarMass > 1.5 * 28.96)
        {
            inputs.Warn($"{substance.Name} is heavier than air (molar mass {substance.MolarMass.ToString("0.0", CultureInfo.InvariantCulture)} against 29.0): a large or cold release hugs the ground and spreads wider than this neutral model says.");
        }

        var levels = substance.Levels.Where(level => level.Minutes == minutes).ToList();
        foreach (var group in levels.GroupBy(level => level.Trust))
        {
            inputs.Source($"EPA, final AEGL values (162 substances, 2014-10-03): {substance.Name}, {string.Join(", ", group.Select(level => level.Name))}", group.Key);
        }

        return levels.Select(level => new HazardThreshold(level.Name, level.Ppm * substance.PerPpm));
    }
}
