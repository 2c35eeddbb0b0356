namespace Belfry.Geography.Hazards;

/// <summary>A fireball as a glowing sphere above the ground (CCPS, TNO): size, life, and what reaches an upright surface at a distance. kg, m, s, kW/m².</summary>
sealed record FireballModel(double Mass, double HeatOfCombustion, double Radiated, double VapourPressure)
{
    static FireballFacts Facts => ExplosionFacts.All.Fireball;

    public double Diameter => Facts.Diameter * Math.Cbrt(Mass);

    public double Seconds => Mass < Facts.BigFromKilograms ? Facts.Life * Math.Cbrt(Mass) : Facts.LifeOfBig * Math.Pow(Mass, 1.0 / 6);

    public double Height => Facts.Height * Diameter;

    /// <summary>At its surface.</summary>
    public double Emissive => Radiated * Mass * HeatOfCombustion / (Math.PI * Diameter * Diameter * Seconds);

    /// <param name="distance">From the point below its middle.</param>
    public double Flux(double distance)
    {
        var slant = Math.Sqrt((distance * distance) + (Height * Height));
        var seen = distance * Diameter * Diameter / 4 / (slant * slant * slant);
        return Math.Min(1, Facts.Transmissivity * Math.Pow(VapourPressure * (slant - (Diameter / 2)), Facts.TransmissivityExponent)) * Emissive * seen;
    }

    /// <summary>The furthest distance at which a flux is reached; null when it is nowhere.</summary>
    public double? Furthermost(double flux)
    {
        // Seen from below, the sphere gives most to an upright surface where the distance is height/√2; beyond it the flux only falls.
        var (near, far) = (Height / Math.Sqrt(2), 1e6);
        if (Flux(near) < flux)
        {
            return null;
        }

        for (var turn = 0; turn < 80; turn++)
        {
            var middle = (near + far) / 2;
            (near, far) = Flux(middle) >= flux ? (middle, far) : (near, middle);
        }

        return near;
    }
}
