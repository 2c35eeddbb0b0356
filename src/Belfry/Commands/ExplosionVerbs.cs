using System.CommandLine;
using Belfry.Geography;

namespace Belfry.Commands;

/// <summary>Pressure and heat.</summary>
static class ExplosionVerbs
{
    public static Command Blast()
    {
        var verb = new HazardVerb("blast",
            "Pressure of an explosion on open ground (Swisdak 1994): a circle for each overpressure, and pressure, impulse, arrival and duration at distances.\n"
            + "Overpressure holds for scaled distances of 0.2 to 198.5 m/kg^⅓, the other quantities to 40. Refuses: HAZ-001 (out of range), 020 (yield without fuel).");
        var mass = verb.Needed("--mass", "kg of TNT, 0.1 to 1e7; or of fuel, with --heat-of-combustion.");
        var heat = verb.Number("--heat-of-combustion", "kJ/kg; 1,000 to 150,000. Default: the mass is TNT.");
        var yield = verb.Number("--yield", "Share of the fuel's energy in the blast, 0.01 to 1 (0.03 to 0.10 for a vapour cloud). Default 0.1.");
        var pressures = verb.Numbers("--overpressure", "kPa, 0.3 to 10,000, with commas; a circle each. Default 2,5,14,20 (20, 50, 140 and 200 mbar).");
        var distances = verb.Numbers("--distance", "m, 1 to 100,000, with commas, at most 100: all quantities there. Default none.");
        return verb.Runs((parsed, asked) => Belfry.Geography.Blast.Run(
            new BlastRequest
            {
                Mass = parsed.GetValue(mass) ?? 0,
                HeatOfCombustion = parsed.GetValue(heat),
                Yield = parsed.GetValue(yield),
                Overpressures = parsed.GetRequiredValue(pressures),
                Distances = parsed.GetRequiredValue(distances),
            },
            asked));
    }

    public static Command Fireball()
    {
        var verb = new HazardVerb("fireball",
            "Heat of a fireball of liquefied gas: size, duration, a circle for each flux, and lethality at distances. Its formulas are from memory and say so. Refuses: HAZ-001 (out of range).");
        var mass = verb.Needed("--mass", "kg of fuel; 10 to 1e6.");
        var heat = verb.Needed("--heat-of-combustion", "kJ/kg; 5,000 to 150,000 (propane and butane about 46,000).");
        var share = verb.Number("--radiated-share", "Of the energy, 0.2 to 0.4. Default 0.3.");
        var vapour = verb.Number("--vapour-pressure", "Of water in the air, Pa; 100 to 5,000. Default 1,000.");
        var fluxes = verb.Numbers("--flux", "kW/m², 1 to 100, with commas; a circle each. Default 3,5,8.");
        return verb.Runs((parsed, asked) => Belfry.Geography.Fireball.Run(
            new FireballRequest
            {
                Mass = parsed.GetValue(mass) ?? 0,
                HeatOfCombustion = parsed.GetValue(heat) ?? 0,
                RadiatedShare = parsed.GetValue(share) ?? 0.3,
                VapourPressure = parsed.GetValue(vapour) ?? 1000,
                Fluxes = parsed.GetRequiredValue(fluxes),
            },
            asked));
    }
}
