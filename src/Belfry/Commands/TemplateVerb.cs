using System.CommandLine;
using Belfry.Geography;

namespace Belfry.Commands;

/// <summary>NATO's templates of the first warning.</summary>
static class TemplateVerb
{
    public static Command Build()
    {
        var verb = new HazardVerb("atp45",
            "Warning templates for chemical and biological attacks and industrial chemicals (ATP-45): a circle of release; in wind to 10 km/h a hazard circle, above it a triangle downwind.\n"
            + "Events: chem, bio, industrial (first report); chem-a (--containers E or F, --air in wind), chem-b (--containers B, C or D with --other-end), chem-c (unknown origin), blood; bio-p, bio-q, bio-r (--other-end), bio-s.\n"
            + "Refuses: HAZ-001 (out of range), 004 (place missing), 006 (unknown), 020 (not with this event), 025 (industrial-detailed, nuclear, radiological: no template that can be trusted).");
        var what = verb.Choice("--event", "What was reported.", null, [.. Atp45.Known, .. Atp45.Refused]);
        what.Required = true;
        var (speed, from) = (verb.Needed("--wind", "Wind speed, m/s; 0 to 30."), verb.Needed("--wind-from", "Where the wind comes from, degrees from north, clockwise; 0 to 360."));
        var containers = verb.Add(new Option<string?>("--containers") { Description = "Group of containers: E or F for chem-a; B, C or D for chem-b." });
        var air = verb.Add(new Option<string?>("--air") { Description = "unstable, neutral or stable: for chem-a in wind above 10 km/h." });
        var end = verb.Add(new Option<string>("--other-end") { Description = "The other end of an attack along a line, written as --at." });
        return verb.Runs((parsed, asked) => verb.At(parsed, end).Then(other => Atp45.Run(
            new Atp45Request
            {
                Event = parsed.GetRequiredValue(what),
                WindSpeed = parsed.GetValue(speed) ?? 0,
                WindFrom = parsed.GetValue(from) ?? 0,
                Containers = parsed.GetValue(containers)?.ToUpperInvariant(),
                Air = parsed.GetValue(air),
                OtherEnd = other,
            },
            asked)));
    }
}
