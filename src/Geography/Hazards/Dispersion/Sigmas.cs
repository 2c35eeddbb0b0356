using System.Text.Json;

namespace Belfry.Geography.Hazards;

/// <summary>Standard deviations of a cloud across and upwards, metres, as functions of the distance downwind in metres.</summary>
sealed class Sigmas(Func<double, double> across, Func<double, double> upwards)
{
    static readonly Lazy<JsonElement> Coefficients = new(() => HazardReference.Json("dispersion_coefficients.json"));
    static readonly Lazy<JsonElement> CcpsPlume = new(() => HazardReference.Json("dispersion_ccps_plume.json"));

    public double Y(double x) => across(x);

    public double Z(double x) => upwards(x);

    public static IReadOnlyList<string> Classes(DispersionScheme scheme) => scheme == DispersionScheme.BultynckMalet ? ["1", "2", "3", "4", "5", "6", "7"] : ["A", "B", "C", "D", "E", "F"];

    /// <param name="stability">One of <see cref="Classes"/>.</param>
    /// <param name="averagingMinutes">Not used by Briggs.</param>
    /// <returns>The curves from 100 m on; before, a cone.</returns>
    public static Sigmas Plume(DispersionScheme scheme, string stability, double averagingMinutes) => Curves(scheme, stability, averagingMinutes).AsConeBefore(GaussianPlume.Nearest);

    static Sigmas Curves(DispersionScheme scheme, string stability, double averagingMinutes) => scheme switch
    {
        DispersionScheme.BriggsRural => Briggs(Coefficients.Value.GetProperty("briggs_rural").GetProperty(stability), 0.0001),
        DispersionScheme.BriggsUrban => Briggs(Coefficients.Value.GetProperty("briggs_urban").GetProperty(stability), 0.0004),
        DispersionScheme.Ccps => Ccps(CcpsPlume.Value.GetProperty(stability), averagingMinutes * 60),
        _ => BultynckMalet(Coefficients.Value.GetProperty("bultynck_malet"), stability[0] - '1', averagingMinutes),
    };

    /// <summary>CCPS 1999 p. 101 (Slade 1968): a puff is as long as it is wide.</summary>
    public static Sigmas Puff(string stability)
    {
        var row = Coefficients.Value.GetProperty("ccps_puff").GetProperty(stability);
        var (a, b, c, d) = (row[0].GetDouble(), row[1].GetDouble(), row[2].GetDouble(), row[3].GetDouble());
        return new Sigmas(x => a * Math.Pow(x, b), x => c * Math.Pow(x, d));
    }

    /// <summary>Irwin 1979: how wind grows with height, as an exponent.</summary>
    public static double WindExponent(DispersionScheme scheme, string stability) =>
        Coefficients.Value.GetProperty("wind_power_law").GetProperty(scheme == DispersionScheme.BriggsUrban ? "urban" : "rural").GetProperty(stability).GetDouble();

    // No curve was fitted there, and Seinfeld's for class A swells again towards the source: a cone stands in, so that an outline closes at its source.
    Sigmas AsConeBefore(double start)
    {
        var (y, z) = (Y(start) / start, Z(start) / start);
        return new Sigmas(x => x < start ? y * x : Y(x), x => x < start ? z * x : Z(x));
    }

    static Sigmas Briggs(JsonElement row, double flattening)
    {
        var (a, b, c, d) = (row.GetProperty("a").GetDouble(), row.GetProperty("b").GetDouble(), row.GetProperty("c").GetDouble(), row.GetProperty("d").GetDouble());
        return new Sigmas(x => a * x / Math.Sqrt(1 + (flattening * x)), x => b * x * Math.Pow(1 + (c * x), d));
    }

    static Sigmas Ccps(JsonElement row, double seconds)
    {
        var (b, c, d) = (row.GetProperty("b").GetDouble(), row.GetProperty("c").GetDouble(), row.GetProperty("d").GetDouble());
        var a = row.GetProperty("a").GetDouble() * Math.Pow(Math.Max(seconds, row.GetProperty("ta").GetDouble()) / 600, 0.2);
        return new Sigmas(x => a * Math.Pow(x, 0.9), x => Math.Log(x) is var ln ? b * Math.Exp((c * ln) + (d * ln * ln)) : 0);
    }

    static Sigmas BultynckMalet(JsonElement table, int at, double minutes)
    {
        var k = (220.2 + minutes) / (220.2 + 60);
        var (bigA, a, bigB, b) = (Row("A"), Row("a"), Row("B"), Row("b"));
        return new Sigmas(x => k * bigA * Math.Pow(x, a), x => k * bigB * Math.Pow(x, b));

        double Row(string name) => table.GetProperty(name)[at].GetDouble();
    }
}
