using System.CommandLine;
using Belfry.Geography;
using Belfry.Kernel;

namespace Belfry.Commands;

/// <summary>belfry geo exposure: who and what is inside an area, on both sides of the border.</summary>
static class ExposureCommand
{
    public static Command Build()
    {
        var circle = new Option<string>("--circle") { Description = "LAT,LON,METRES; radius 1 to 150000 m over the ellipsoid. The centre may lie abroad." };
        var area = new Option<FileInfo>("--area") { Description = "A GeoJSON file (RFC 7946): polygons in WGS84, longitude first; at most 50,000 points and 8 MiB. May lie abroad." };
        var json = new Option<bool>("--json") { Description = "One JSON document (belfry-exposure-1) instead of text." };
        var language = new Option<Language>("--language") { Description = "Of the municipalities' names: nl, fr, de or en.", DefaultValueFactory = _ => Language.En };
        var command = new Command(
            "exposure",
            "People (by where they sleep) and anchors inside: everywhere and in Belgium, per country and municipality, each with ± (half the people in the 1 km cells that the edge cuts; not a confidence interval), "
            + "source and date; hospitals, stations, nuclear sites. From 25 km² on a cell counts when its centre is inside, below by its share. The digest binds figures and area. "
            + "Refuses a bad area with its place (GEO-002 to GEO-019), never counts a larger one.")
        {
            circle, area, json, language,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(circle) is not null == result.GetResult(area) is not null)
            {
                result.AddError("Give one of --circle, --area.");
            }
        });
        command.SetAction(async (parsed, ct) =>
        {
            var counted = parsed.GetValue(circle) is { } round ? Exposure.OfCircle(round) : (await GeoCommands.BytesAsync(parsed.GetRequiredValue(area), ct)).Then(Exposure.OfGeoJson);
            return !counted.TryGet(out var found, out var problems) ? GeoCommands.Refused(problems, parsed.GetValue(language))
                : GeoCommands.Lines(parsed.GetValue(json) ? [found.ToJson()] : [.. Told(found, parsed.GetValue(language))]);
        });
        return command;
    }

    public static string Words(AnchorKind kind) => kind switch
    {
        AnchorKind.Hospital => "hospitals",
        AnchorKind.Station => "stations",
        _ => "nuclear sites",
    };

    static IEnumerable<string> Told(Exposure found, Language language)
    {
        var people = found.People;
        yield return FormattableString.Invariant($"{found.Area.AreaKm2:0.###} km²");
        yield return FormattableString.Invariant($"{people.Everywhere} people ± {people.PlusMinus}, of whom {people.Belgium} ± {people.BelgiumPlusMinus} in Belgium ({people.Source}, {people.Date.Year})");
        yield return PopulationEstimate.PlusMinusMeans[language];
        foreach (var warning in found.Warnings)
        {
            yield return "! " + warning;
        }

        foreach (var country in found.Countries)
        {
            yield return FormattableString.Invariant($"{country.Country} {country.People,10} ± {country.PlusMinus}");
        }

        foreach (var municipality in found.Municipalities)
        {
            yield return FormattableString.Invariant($"{municipality.Refnis} {municipality.Name[language],-32} {municipality.People,8} ± {municipality.PlusMinus}");
        }

        foreach (var group in found.Anchors)
        {
            yield return FormattableString.Invariant($"{group.Count} {Words(group.Kind)}{(group.Beds is { } beds ? $", {beds} beds, {group.WithEmergency} with emergency department" : "")} ({group.Source}, {group.Date:yyyy-MM-dd})");
            foreach (var anchor in group.Inside)
            {
                yield return FormattableString.Invariant($"  {anchor.Name} ({anchor.Country}) {anchor.Latitude:0.00000},{anchor.Longitude:0.00000}");
            }
        }

        yield return $"digest {found.Digest}";
    }
}
