using Belfry.Geography.Areas;
using Belfry.Geography.Hazards;
using Belfry.Geography.Hazards.Nuclear;
using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>What is prepared around a nuclear site: planning zones of the Royal Decree of 16 June 2024, the sectors under the wind, the reflex perimeter, and who lives in each.</summary>
public static class NuclearPlan
{
    public const string Model = "nuclear";

    public const string Version = "nuclear-1 (RD 16 June 2024)";

    /// <summary>Names of the sites: four in Belgium, four abroad.</summary>
    public static IReadOnlyList<string> Sites => [.. NuclearSite.All.Select(site => site.Id)];

    /// <param name="asked">Its place, if any, is not looked at: the site has its own.</param>
    /// <param name="site">One of <see cref="Sites"/>.</param>
    /// <param name="windFrom">Degrees from north, 0 to 360; null gives whole zones only.</param>
    /// <param name="reflex">Also draws the reflex perimeter: fast kinetics, where the governor shelters people at once.</param>
    /// <returns>Refused: HAZ-001 for the wind, HAZ-003 without an author, HAZ-006 for a site that is not known.</returns>
    public static Result<HazardResult> Run(HazardCase asked, string site, double? windFrom = null, bool reflex = false) => NuclearSite.Find(site).Then(found => Run(asked with { At = found.At }, found, windFrom, reflex));

    static Result<HazardResult> Run(HazardCase asked, NuclearSite site, double? windFrom, bool reflex)
    {
        var inputs = new HazardInputs();
        inputs.Case(asked);
        inputs.Choice("site", site.Id);
        inputs.Optional("wind from", windFrom, "°", 0, 360);
        inputs.Choice("reflex phase", reflex ? "yes" : "no");
        inputs.Source("Planning zones: nuclearrisk.be (NCCN, FANC); Royal Decree of 16 June 2024", HazardTrust.Read);
        inputs.Source("Guidance values: annex of the Royal Decree of 16 June 2024, as of that date", HazardTrust.FromMemory);
        inputs.Warn("Prepared, not decided: what is ordered on the day may differ. Coordinates of the sites are good to 300 m; FANC's own perimeters are to replace these circles.");
        if (!inputs.Sound)
        {
            return inputs.Refused();
        }

        var zones = Planned(inputs, site, reflex).ToList();
        var counted = zones.Select(zone => new ZoneExposure(zone.Name, Exposure.OfCircle(site.At, zone.Threshold!.Value * 1000).Value)).ToList();
        if (windFrom is { } wind)
        {
            var sectors = Sectors.Under(wind);
            inputs.Source($"Sectors: {Sectors.Count} equal ones from north clockwise, the one under the wind and its neighbours; the plan's own borders of sectors are not in the sources", HazardTrust.FromMemory);
            foreach (var zone in zones.Where(zone => zone.Name != Names.Vulnerable).ToList())
            {
                var under = HazardZone.Of($"{zone.Name}, sectors {string.Join(", ", sectors)}", zone.Threshold, "km", Sectors.Cut(site.At, zone.Threshold!.Value * 1000, sectors));
                zones.Add(under);
                counted.Add(ZoneExposure.Of(under));
            }
        }

        return inputs.Result(
            asked, Model, Version,
            [
                .. Guidance.All.Where(one => one.Unit.StartsWith("mSv", StringComparison.Ordinal)).Select(one => new HazardFigure($"guidance value, {one.Meaning}", one.Value, one.Unit)),
                .. counted.SelectMany(one => (HazardFigure[])[new($"people, {one.Zone}", one.Exposure.People.Everywhere, "people"), new($"of whom in Belgium, {one.Zone}", one.Exposure.People.Belgium, "people")]),
            ],
            zones) with { Exposures = counted, States = reflex ? [new HazardState("phase", "reflex", asked.Time, null, "Reflex phase: a guidance value may be passed within 4 hours; the governor warns and shelters people in the reflex perimeter without waiting")] : [] };
    }

    static IEnumerable<HazardZone> Planned(HazardInputs inputs, NuclearSite site, bool reflex)
    {
        if (reflex && site.EvacuationKm is not null)
        {
            inputs.Source($"Reflex perimeter {Guidance.Of("reflex").Value} km: the governor's own plan says the real one", HazardTrust.FromMemory);
            yield return Disc(Names.Reflex, Guidance.Of("reflex").Value);
        }
        else if (reflex)
        {
            inputs.Warn("No evacuation is prepared around this site and no reflex perimeter is known for it: none is drawn.");
        }

        foreach (var (name, kilometres) in ((string, double?)[])[(Names.Evacuation, site.EvacuationKm), (Names.Shelter, site.ShelterKm), (Names.Vulnerable, site.VulnerableKm)])
        {
            if (kilometres is { } radius)
            {
                yield return Disc(name, radius);
            }
            else
            {
                inputs.Warn($"Not prepared around this site: {name}.");
            }
        }

        HazardZone Disc(string name, double radius) => HazardZone.Of(name, radius, "km", new LocalPlane(site.At).Circle(radius * 1000));
    }

    static class Names
    {
        public const string Reflex = "reflex perimeter";
        public const string Evacuation = "evacuation";
        public const string Shelter = "sheltering and stable iodine";
        public const string Vulnerable = "stable iodine for children, pregnant and breastfeeding women";
    }
}
