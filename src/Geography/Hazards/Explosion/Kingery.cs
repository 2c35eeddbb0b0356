using System.Text.Json;

namespace Belfry.Geography.Hazards;

/// <summary>Blast of a hemisphere of TNT on the ground after Swisdak 1994: each quantity is e^(Σ cᵢ·ln(Z)ⁱ) in pieces of the scaled distance Z = R/W^⅓, m/kg^⅓.</summary>
sealed class Kingery
{
    static readonly Lazy<JsonElement> Table = new(() => HazardReference.Json("kingery_bulmash_swisdak1994.json"));

    readonly List<(double From, double To, double[] Terms)> pieces;
    readonly bool scaled;
    readonly double factor;

    Kingery(string name, string unit, string column, bool scaled = false, double factor = 1)
    {
        (Name, Unit, this.scaled, this.factor) = (name, unit, scaled, factor);
        pieces = [.. Table.Value.GetProperty(column).EnumerateArray().Select(piece => (piece[0].GetDouble(), piece[1].GetDouble(), piece[2].EnumerateArray().Select(term => term.GetDouble()).ToArray()))];
    }

    public static Kingery Incident { get; } = new("incident overpressure", "kPa", "incident_pressure_kPa");

    public static Kingery Reflected { get; } = new("reflected overpressure", "kPa", "reflected_pressure_kPa");

    public static Kingery Arrival { get; } = new("arrival", "ms", "time_of_arrival_ms", scaled: true);

    public static Kingery Duration { get; } = new("positive phase", "ms", "positive_phase_ms", scaled: true);

    public static Kingery IncidentImpulse { get; } = new("incident impulse", "kPa·ms", "incident_impulse_kPa_ms", scaled: true);

    public static Kingery ReflectedImpulse { get; } = new("reflected impulse", "kPa·ms", "reflected_impulse_kPa_ms", scaled: true);

    public static Kingery Front { get; } = new("shock front", "m/s", "shock_front_velocity_m_s_div1000", factor: 1000);

    public static IReadOnlyList<Kingery> All { get; } = [Incident, Reflected, Arrival, Duration, IncidentImpulse, ReflectedImpulse, Front];

    public string Name { get; }

    public string Unit { get; }

    public double Nearest => pieces[0].From;

    public double Furthest => pieces[^1].To;

    /// <summary>Null outside the scaled distances that the curve was fitted to.</summary>
    public double? At(double metres, double kilograms)
    {
        var root = Math.Cbrt(kilograms);
        var z = metres / root;
        foreach (var (from, to, terms) in pieces)
        {
            if (z >= from && z <= to)
            {
                return Value(terms, z, root);
            }
        }

        return null;
    }

    /// <summary>The furthest distance at which a falling quantity still has a value; null when it is less everywhere in the range, or more still at its end.</summary>
    public double? Furthermost(double value, double kilograms)
    {
        var root = Math.Cbrt(kilograms);
        foreach (var (from, to, terms) in Enumerable.Reverse(pieces))
        {
            if (Value(terms, to, root) >= value)
            {
                return to == Furthest ? null : to * root;
            }

            if (Value(terms, from, root) >= value)
            {
                var (near, far) = (from, to);
                for (var turn = 0; turn < 80; turn++)
                {
                    var middle = (near + far) / 2;
                    (near, far) = Value(terms, middle, root) >= value ? (middle, far) : (near, middle);
                }

                return near * root;
            }
        }

        return null;
    }

    double Value(double[] terms, double z, double root)
    {
        var (ln, sum) = (Math.Log(z), 0.0);
        for (var at = terms.Length - 1; at >= 0; at--)
        {
            sum = (sum * ln) + terms[at];
        }

        return Math.Exp(sum) * (scaled ? root : 1) * factor;
    }
}
