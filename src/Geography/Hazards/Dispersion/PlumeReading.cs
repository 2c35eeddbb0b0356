using System.Globalization;

namespace Belfry.Geography.Hazards;

/// <summary>A checked request: the plume it means, in the unit of its concentrations.</summary>
sealed record PlumeReading(GaussianPlume Plume, Func<double, double> HeightAt, IReadOnlyList<HazardThreshold> Thresholds)
{
    const double Kelvin = 288.15;

    /// <returns>Null when something was refused; it is in <paramref name="inputs"/>.</returns>
    public static PlumeReading? Of(PlumeRequest request, HazardInputs inputs)
    {
        var rate = inputs.Number("rate", request.Rate, request.Unit.Rate, 1e-9, request.Unit.MostAmount);
        var wind = inputs.Number("wind speed", request.WindSpeed, "m/s", 1, 30);
        inputs.Number("wind from", request.WindFrom, "°", 0, 360);
        inputs.Optional("wind measured at", request.WindMeasuredAt, "m", 2, 200);
        inputs.Choice("scheme", request.Scheme.ToString());
        inputs.Named("stability", request.Stability, Sigmas.Classes(request.Scheme));
        var height = inputs.Number("release height", request.Height, "m", request.DepositionVelocity is null ? 0 : 1, 300);
        inputs.Number("receptor height", request.ReceptorHeight, "m", 0, 100);
        var lid = inputs.Optional("lid", request.Lid, "m", 50, 5000);
        var deposition = inputs.Optional("deposition velocity", request.DepositionVelocity, "m/s", 0.0001, 0.1);
        var averaging = Averaging(request, inputs);
        inputs.Holds("distance", GaussianPlume.Nearest, GaussianPlume.Furthest, "m");
        Sources(request, inputs);
        var thresholds = Hazards.Thresholds.Of(inputs, request.Thresholds, request.Substance, request.ExposureMinutes, request.Unit);
        Together(request, inputs);
        if (!inputs.Sound)
        {
            return null;
        }

        if (request.WindMeasuredAt is { } measured)
        {
            wind *= Math.Pow(Math.Max(10, height) / measured, Sigmas.WindExponent(request.Scheme, request.Stability));
            wind = inputs.Number("wind speed at release", wind, "m/s", 1, 50);
        }

        var heightAt = Height(request, inputs, wind, height);
        if (lid is { } top && heightAt(GaussianPlume.Furthest) >= top)
        {
            inputs.Refuse(ReleaseProblems.LidBelowPlume.At("lid", ("lid", top), ("height", Math.Round(heightAt(GaussianPlume.Furthest)).ToString(CultureInfo.InvariantCulture))));
        }

        if (!inputs.Sound)
        {
            return null;
        }

        inputs.Warn("Flat open ground, steady wind, gas as heavy as air. Buildings, hills and calm air are not in the model.");
        if (request.Unit == ReleaseUnit.Activity)
        {
            inputs.Warn("Nothing decays on the way.");
        }

        var sigmas = Sigmas.Plume(request.Scheme, request.Stability, averaging);
        return new PlumeReading(new GaussianPlume(rate * request.Unit.PerUnit, wind, sigmas, heightAt, lid, deposition), heightAt, thresholds);
    }

    static double Averaging(PlumeRequest request, HazardInputs inputs) => request.Scheme switch
    {
        DispersionScheme.Ccps => inputs.Number("averaging time", request.AveragingMinutes ?? 10, "min", 1, 60),
        DispersionScheme.BultynckMalet => inputs.Number("averaging time", request.AveragingMinutes ?? 60, "min", 1, 60),
        _ => inputs.Number("averaging time", request.AveragingMinutes ?? 60, "min", 10, 60),
    };

    static void Together(PlumeRequest request, HazardInputs inputs)
    {
        if (request.Scheme != DispersionScheme.BultynckMalet)
        {
            return;
        }

        foreach (var (given, name) in (ReadOnlySpan<(bool, string)>)[(request.WindMeasuredAt is not null, "wind measured at"), (request.Stack is not null, "stack gas")])
        {
            if (given)
            {
                inputs.Refuse(ReleaseProblems.NotTogether.At(name, ("name", name), ("other", "scheme BultynckMalet")));
            }
        }
    }

    static Func<double, double> Height(PlumeRequest request, HazardInputs inputs, double wind, double height)
    {
        if (request.Stack is not { } stack)
        {
            return _ => height;
        }

        var flow = inputs.Number("stack flow", stack.Flow, "m³/s", 0.01, 2000);
        var air = inputs.Number("air density", stack.AirDensity, "kg/m³", 0.9, 1.5);
        var gas = inputs.Number("stack gas density", stack.GasDensity, "kg/m³", 0.1, air);
        double? lapse = request.Stability switch { "E" => 0.020, "F" => 0.035, _ => null };
        var rise = PlumeRise.Of(flow, gas, air, wind, lapse, Kelvin);
        inputs.Source("Plume rise: Briggs 1969 (De Visscher, Air Dispersion Modeling, p. 31 given back); in stable air 20 K/km (E) and 35 K/km (F) at 15 °C", HazardTrust.CrossChecked);
        return x => height + rise.At(x);
    }

    static void Sources(PlumeRequest request, HazardInputs inputs)
    {
        inputs.Source("Gaussian plume with reflecting ground: De Visscher, Air Dispersion Modeling, example 2.1 given back", HazardTrust.CrossChecked);
        var (citation, trust) = request.Scheme switch
        {
            DispersionScheme.BriggsRural or DispersionScheme.BriggsUrban => ("Briggs 1973, ATDL-79, doi:10.2172/5118833, with Griffiths 1994; two programs agree", HazardTrust.CrossChecked),
            DispersionScheme.Ccps => ("Sigmas of CCPS 1999: Spicer and Havens 1989 (EPA-450/4-89-019), Seinfeld 1986; CCPS p. 97 given back", HazardTrust.Secondary),
            _ => ("Bultynck and Malet 1972, Tellus 24(5):455, as in Frankemolle et al. 2022, doi:10.1016/j.jenvrad.2022.107012; distances taken as for Briggs", HazardTrust.Secondary),
        };
        inputs.Source(citation, trust);
        if (request.WindMeasuredAt is not null)
        {
            inputs.Source("Wind by height: Irwin 1979", HazardTrust.Secondary);
        }
    }
}
