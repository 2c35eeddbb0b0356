using System.Text.Json;

namespace Belfry.Geography.Hazards;

/// <summary>Textbook numbers of heat and pressure, with their mark: data/geography/hazards/explosion.json. Whoever has read a source changes number and mark there.</summary>
sealed record ExplosionFacts(HazardTrust Trust, FireballFacts Fireball, BurnFacts Burns, TntFacts Tnt, NamedThresholds Overpressures, NamedThresholds Fluxes)
{
    static readonly Lazy<ExplosionFacts> Loaded = new(Load);

    public static ExplosionFacts All => Loaded.Value;

    static ExplosionFacts Load()
    {
        var file = HazardReference.Json("explosion.json");
        var trust = Enum.Parse<HazardTrust>(file.GetProperty("trust").GetString()!, ignoreCase: true);
        var (ball, burns, tnt) = (file.GetProperty("fireball"), file.GetProperty("burns"), file.GetProperty("tnt"));
        return new ExplosionFacts(
            trust,
            new FireballFacts(Source(ball), Number(ball, "diameter"), Number(ball, "height"), Number(ball, "life"), Number(ball, "lifeOfBig"), Number(ball, "bigFromKilograms"), Number(ball, "transmissivity"), Number(ball, "transmissivityExponent")),
            new BurnFacts(Source(burns), Number(burns, "constant"), Number(burns, "slope")),
            new TntFacts(Source(tnt), Number(tnt, "kilojoulePerKilogram"), Number(tnt, "usualYield")),
            Thresholds(file.GetProperty("overpressures"), "kiloPascal"),
            Thresholds(file.GetProperty("fluxes"), "kiloWattPerSquareMetre"));
    }

    static NamedThresholds Thresholds(JsonElement part, string member) => new(Source(part), [.. part.GetProperty(member).EnumerateObject().Select(one => (one.Name, one.Value.GetDouble()))]);

    static string Source(JsonElement part) => part.GetProperty("source").GetString()!;

    static double Number(JsonElement part, string name) => part.GetProperty(name).GetDouble();
}

sealed record FireballFacts(string Source, double Diameter, double Height, double Life, double LifeOfBig, double BigFromKilograms, double Transmissivity, double TransmissivityExponent);

sealed record BurnFacts(string Source, double Constant, double Slope);

sealed record TntFacts(string Source, double KilojoulePerKilogram, double UsualYield);

sealed record NamedThresholds(string Source, IReadOnlyList<(string Name, double Value)> Values);
