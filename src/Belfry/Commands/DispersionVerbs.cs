using System.CommandLine;
using System.Globalization;
using Belfry.Geography;

namespace Belfry.Commands;

/// <summary>Gas and particles in the wind: plume, puff, and the jet that feeds them.</summary>
static class DispersionVerbs
{
    const string WindFromText = "Where the wind comes from, degrees from north, clockwise; 0 to 360.";

    public static Command Plume()
    {
        var verb = new HazardVerb("plume",
            "A steady release of gas as heavy as air into a steady wind over flat ground (Gaussian plume): zones by concentration, greatest concentration, widths by distance.\n"
            + "Holds from 100 m to 10 km and from 1 m/s. Refuses: HAZ-001 (out of range), 006 (unknown substance or class), 020 (not together), 021 (every threshold still reached at 10 km), 022 (no threshold), 023 (lid below the plume).");
        var rate = verb.Needed("--rate", "What is let loose, kg/s; 1e-9 to 1e6. With --activity Bq/s, to 1e20. `jet` works it out from a hole.");
        var activity = verb.Add(new Option<bool>("--activity") { Description = "--rate is Bq/s, thresholds are Bq/m³. Nothing decays." });
        var (speed, from) = (verb.Needed("--wind", "Wind speed at the height of release, m/s; 1 to 30."), verb.Needed("--wind-from", WindFromText));
        var measured = verb.Number("--wind-measured-at", "Height at which --wind was measured, m; 2 to 200: it is then carried to the height of release (Irwin). Default: it is the wind there.");
        var scheme = verb.Choice("--scheme", "How fast the cloud grows.", "rural", "rural", "urban", "ccps", "bultynck-malet");
        var stability = verb.Add(new Option<string>("--stability") { Description = "A (very unstable) to F (stable); with bultynck-malet 1 (very stable) to 7 (windy).", Required = true });
        var height = verb.Number("--height", "Of release above ground, m; 0 to 300. Default 0.");
        var receptor = verb.Number("--receptor-height", "At which people breathe, m; 0 to 100. Default 0.");
        var lid = verb.Number("--lid", "Height of an inversion, m; 50 to 5,000. Default none.");
        var deposition = verb.Number("--deposition", "Deposition velocity, m/s; 0.0001 to 0.1; needs --height 1 or more. Default nothing settles.");
        var averaging = verb.Number("--averaging", "Minutes over which concentrations are averaged; 1 to 60 (rural and urban: 10 to 60, no correction). Default 60, ccps 10.");
        var flow = verb.Number("--stack-flow", "Warm stack gas, m³/s; 0.01 to 2,000, with --stack-density. Default no plume rise.");
        var density = verb.Number("--stack-density", "Of the stack gas, kg/m³; 0.1 to that of the air.");
        var air = verb.Number("--air-density", "kg/m³; 0.9 to 1.5. Default 1.2.");
        var (threshold, substance, exposure) = (Threshold(verb), Substance(verb), Exposure(verb, 60));
        verb.Check(result => (result.GetResult(flow) is null) != (result.GetResult(density) is null) ? "--stack-flow and --stack-density go together." : null);
        return verb.Runs((parsed, asked) => Belfry.Geography.Plume.Run(
            new PlumeRequest
            {
                Rate = parsed.GetValue(rate) ?? 0,
                Unit = parsed.GetValue(activity) ? ReleaseUnit.Activity : ReleaseUnit.Mass,
                WindSpeed = parsed.GetValue(speed) ?? 0,
                WindFrom = parsed.GetValue(from) ?? 0,
                WindMeasuredAt = parsed.GetValue(measured),
                Scheme = parsed.GetValue(scheme) switch
                {
                    "urban" => DispersionScheme.BriggsUrban,
                    "ccps" => DispersionScheme.Ccps,
                    "bultynck-malet" => DispersionScheme.BultynckMalet,
                    _ => DispersionScheme.BriggsRural,
                },
                Stability = parsed.GetRequiredValue(stability).ToUpperInvariant(),
                Height = parsed.GetValue(height) ?? 0,
                ReceptorHeight = parsed.GetValue(receptor) ?? 0,
                Lid = parsed.GetValue(lid),
                DepositionVelocity = parsed.GetValue(deposition),
                AveragingMinutes = parsed.GetValue(averaging),
                Stack = parsed.GetValue(flow) is { } m3 ? new StackGas(m3, parsed.GetValue(density) ?? 0, parsed.GetValue(air) ?? 1.2) : null,
                Thresholds = parsed.GetValue(threshold) ?? [],
                Substance = parsed.GetValue(substance),
                ExposureMinutes = parsed.GetValue(exposure),
            },
            asked));
    }

    public static Command Puff()
    {
        var verb = new HazardVerb("puff",
            "A cloud of gas as heavy as air, let loose at once and carried by the wind (Gaussian puff): zones in which its passing peak reaches a concentration.\n"
            + "Holds from 100 m to 10 km and from 1 m/s. Refuses: HAZ-001 (out of range), 006 (unknown substance or class), 021 (every threshold still reached at 10 km), 022 (no threshold).");
        var amount = verb.Needed("--amount", "What is let loose, kg; 1e-9 to 1e6. With --activity Bq, to 1e20.");
        var activity = verb.Add(new Option<bool>("--activity") { Description = "--amount is Bq, thresholds are Bq/m³. Nothing decays." });
        var (speed, from) = (verb.Needed("--wind", "Wind speed, m/s; 1 to 30. Decides when the cloud passes."), verb.Needed("--wind-from", WindFromText));
        var stability = verb.Add(new Option<string>("--stability") { Description = "A (very unstable) to F (stable).", Required = true });
        var height = verb.Number("--height", "Of release above ground, m; 0 to 300. Default 0.");
        var receptor = verb.Number("--receptor-height", "At which people breathe, m; 0 to 100. Default 0.");
        var (threshold, substance, exposure) = (Threshold(verb), Substance(verb), Exposure(verb, 10));
        return verb.Runs((parsed, asked) => Belfry.Geography.Puff.Run(
            new PuffRequest
            {
                Amount = parsed.GetValue(amount) ?? 0,
                Unit = parsed.GetValue(activity) ? ReleaseUnit.Activity : ReleaseUnit.Mass,
                WindSpeed = parsed.GetValue(speed) ?? 0,
                WindFrom = parsed.GetValue(from) ?? 0,
                Stability = parsed.GetRequiredValue(stability).ToUpperInvariant(),
                Height = parsed.GetValue(height) ?? 0,
                ReceptorHeight = parsed.GetValue(receptor) ?? 0,
                Thresholds = parsed.GetValue(threshold) ?? [],
                Substance = parsed.GetValue(substance),
                ExposureMinutes = parsed.GetValue(exposure),
            },
            asked));
    }

    public static Command Jet()
    {
        var verb = new HazardVerb("jet",
            "How fast a vessel empties through a round hole at the first moment, kg/s: what `plume --rate` asks for. A liquid, or with --heat-ratio a gas at the speed of sound.\n"
            + "Refuses: HAZ-001 (out of range), 024 (the pressure is too low for the speed of sound).",
            place: false);
        var hole = verb.Needed("--hole", "Diameter of the hole, m; 0.0001 to 1.");
        var discharge = verb.Needed("--discharge", "Discharge coefficient, 0.1 to 1; usually 0.6 for a liquid, 0.85 for a gas.");
        var pressure = verb.Needed("--pressure", "Absolute pressure in the vessel, Pa; 101325 to 1e8.");
        var density = verb.Needed("--density", "Of what is in the vessel, kg/m³; 300 to 20,000 for a liquid, 0.01 to 500 for a gas.");
        var ratio = verb.Number("--heat-ratio", "cp/cv of a gas; 1.01 to 1.7. Default: it is a liquid.");
        return verb.Runs((parsed, asked) => Belfry.Geography.Jet.Run(
            new JetRequest
            {
                HoleDiameter = parsed.GetValue(hole) ?? 0,
                DischargeCoefficient = parsed.GetValue(discharge) ?? 0,
                Pressure = parsed.GetValue(pressure) ?? 0,
                Density = parsed.GetValue(density) ?? 0,
                HeatRatio = parsed.GetValue(ratio),
            },
            asked));
    }

    static Option<HazardThreshold[]?> Threshold(HazardVerb verb) => verb.Add(new Option<HazardThreshold[]?>("--threshold")
    {
        Description = "NAME=CONCENTRATION in mg/m³ (with --activity Bq/m³), as odour=0.5. Up to 12, also with --substance.",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result =>
        {
            var found = new List<HazardThreshold>();
            foreach (var token in result.Tokens)
            {
                if (token.Value.Split('=') is [{ Length: > 0 and <= 60 } name, var text] && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                {
                    found.Add(new HazardThreshold(name, value));
                }
                else
                {
                    result.AddError($"--threshold: \"{token.Value}\" is not NAME=CONCENTRATION with a point as decimal sign.");
                }
            }

            return [.. found];
        },
    });

    static Option<string?> Substance(HazardVerb verb) => verb.Add(new Option<string?>("--substance") { Description = "A gas whose acute exposure levels (AEGL) are thresholds: English name, CAS or UN number. A wrong one lists all." });

    static Option<int> Exposure(HazardVerb verb, int usual) => verb.Add(new Option<int>("--exposure") { Description = "Minutes of the exposure levels: 10, 30, 60, 240 or 480.", DefaultValueFactory = _ => usual });
}
