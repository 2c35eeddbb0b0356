using Belfry.Geography.Hazards;
using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>Gaussian puff: how far a cloud that is let loose at once reaches. Pure: no clock, no file but the tables of the program.</summary>
public static class Puff
{
    public const string Version = "puff-1";

    static readonly double[] Told = [100, 200, 500, 1000, 2000, 3000, 5000, 10_000];

    /// <returns>A zone for each threshold that is ever reached from 100 m on. A threshold still reached at 10 km gets no zone but a warning (HAZ-021); when that is so for all, the run is refused.</returns>
    public static Result<HazardResult> Run(PuffRequest request, HazardCase asked)
    {
        ArgumentNullException.ThrowIfNull(request);
        var inputs = new HazardInputs();
        inputs.Case(asked);
        var thresholds = Checked(request, inputs);
        if (!inputs.Sound)
        {
            return inputs.Refused();
        }

        var unit = request.Unit;
        var puff = new GaussianPuff(request.Amount * unit.PerUnit, Sigmas.Puff(request.Stability), request.Height);
        var contours = thresholds.Select(threshold => new PuffContour(puff, request.ReceptorHeight, threshold.Concentration)).ToList();
        var plane = new LocalPlane(asked.At!.Value, (request.WindFrom + 180) % 360);
        var (figures, zones, beyond) = (new List<HazardFigure>(), new List<HazardZone>(), new List<Problem>());
        foreach (var (threshold, contour) in thresholds.Zip(contours))
        {
            var reach = contour.Reach;
            if (contour.IsOpen)
            {
                var problem = ReleaseProblems.BeyondModel.At("threshold " + threshold.Name, ("name", threshold.Name), ("most", GaussianPlume.Furthest));
                beyond.Add(problem);
                inputs.Warn($"{problem.Code}: {problem.In(Language.En)}");
            }
            else if (reach is null)
            {
                inputs.Warn($"{threshold.Name} is not reached.");
            }
            else if (reach < GaussianPlume.Nearest)
            {
                inputs.Warn(FormattableString.Invariant($"{threshold.Name} is reached to about {reach:0} m only, where the model does not hold yet (from {GaussianPlume.Nearest:0} m): no zone is drawn."));
            }
            else
            {
                zones.Add(HazardZone.Of(threshold.Name, threshold.Concentration, unit.Concentration, contour.Surface(plane)));
                figures.Add(new($"reach of {threshold.Name}", reach.Value, "m"));
            }
        }

        if (beyond.Count == thresholds.Count)
        {
            return Result<HazardResult>.Refused(beyond);
        }

        if (zones.Count > 0)
        {
            inputs.Warn("Within 100 m of the source the outline is drawn out from the model; do not read it.");
        }

        return inputs.Result(asked, "puff", Version, figures, zones, Table(puff, contours, thresholds, request));
    }

    static IReadOnlyList<HazardThreshold> Checked(PuffRequest request, HazardInputs inputs)
    {
        inputs.Number("amount", request.Amount, request.Unit.Amount, 1e-9, request.Unit.MostAmount);
        inputs.Number("wind speed", request.WindSpeed, "m/s", 1, 30);
        inputs.Number("wind from", request.WindFrom, "°", 0, 360);
        inputs.Named("stability", request.Stability, Sigmas.Classes(DispersionScheme.Ccps));
        inputs.Number("release height", request.Height, "m", 0, 300);
        inputs.Number("receptor height", request.ReceptorHeight, "m", 0, 100);
        inputs.Holds("distance", GaussianPlume.Nearest, GaussianPlume.Furthest, "m");
        inputs.Source("Gaussian puff with the sigmas of Slade 1968: CCPS 1999 p. 101, given back (the book prints 6.1 for a sigma of 5.05)", HazardTrust.CrossChecked);
        inputs.Warn("Flat open ground, steady wind, gas as heavy as air. Zones show where the peak of the passing cloud ever reaches the threshold.");
        if (request.Substance is not null)
        {
            inputs.Warn("Exposure levels are for minutes to hours; a puff passes sooner, so that these zones are on the safe side.");
        }

        return Thresholds.Of(inputs, request.Thresholds, request.Substance, request.ExposureMinutes, request.Unit);
    }

    static HazardTable Table(GaussianPuff puff, List<PuffContour> contours, IReadOnlyList<HazardThreshold> thresholds, PuffRequest request)
    {
        List<HazardColumn> columns = [new("distance", "m"), new("peak", request.Unit.Concentration), new("peak after", "s"), .. thresholds.Select(threshold => new HazardColumn("half width " + threshold.Name, "m"))];
        return new HazardTable("On the middle line", columns, [.. Told.Select(Row)]);

        IReadOnlyList<double?> Row(double x)
        {
            var (concentration, middle) = PuffPassage.Greatest(puff, x, request.ReceptorHeight);
            return [x, concentration, middle / request.WindSpeed, .. contours.Select(contour => contour.HalfWidth(x))];
        }
    }
}
