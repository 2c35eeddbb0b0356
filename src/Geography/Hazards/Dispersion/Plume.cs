using Belfry.Geography.Hazards;
using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>Gaussian plume: how far a steady release of neutral gas reaches. Pure: no clock, no file but the tables of the program.</summary>
public static class Plume
{
    public const string Version = "plume-1";

    static readonly double[] Told = [100, 200, 500, 1000, 2000, 3000, 5000, 10_000];

    /// <returns>A zone for each threshold that is reached between 100 m and 10 km. A threshold still reached at 10 km gets no zone but a warning (HAZ-021); when that is so for all, the run is refused.</returns>
    public static Result<HazardResult> Run(PlumeRequest request, HazardCase asked)
    {
        ArgumentNullException.ThrowIfNull(request);
        var inputs = new HazardInputs();
        inputs.Case(asked);
        if (PlumeReading.Of(request, inputs) is not { } reading)
        {
            return inputs.Refused();
        }

        var (plume, unit) = (reading.Plume, request.Unit);
        var contour = new PlumeContour(plume, request.ReceptorHeight);
        var plane = new LocalPlane(asked.At!.Value, (request.WindFrom + 180) % 360);
        var (greatest, where) = contour.Greatest();
        var figures = new List<HazardFigure>
        {
            new("greatest concentration from 100 m on", greatest, unit.Concentration),
            new("distance of the greatest", where, "m"),
            new("height of the plume at 10 km", reading.HeightAt(GaussianPlume.Furthest), "m"),
        };
        var (zones, beyond) = (new List<HazardZone>(), new List<Problem>());
        foreach (var threshold in reading.Thresholds)
        {
            var stretches = contour.Stretches(threshold.Concentration);
            if (stretches is [.., { To: GaussianPlume.Furthest }])
            {
                var problem = ReleaseProblems.BeyondModel.At("threshold " + threshold.Name, ("name", threshold.Name), ("most", GaussianPlume.Furthest));
                beyond.Add(problem);
                inputs.Warn($"{problem.Code}: {problem.In(Language.En)}");
            }
            else if (stretches is [.., { To: < GaussianPlume.Nearest } near])
            {
                inputs.Warn(FormattableString.Invariant($"{threshold.Name} is reached to about {near.To:0} m only, where the model does not hold yet (from {GaussianPlume.Nearest:0} m): no zone is drawn."));
            }
            else if (stretches.Count == 0)
            {
                inputs.Warn($"{threshold.Name} is not reached.");
            }
            else if (stretches.Where(stretch => contour.IsBroad(stretch, threshold.Concentration)).ToList() is not { Count: > 0 } broad)
            {
                inputs.Warn(FormattableString.Invariant($"{threshold.Name} is just reached at about {stretches[0].To:0} m, on less than a metre: no zone is drawn."));
            }
            else
            {
                var shape = Areas.Outlines.Union(broad.Select(stretch => contour.Surface(stretch, threshold.Concentration, plane)));
                zones.Add(HazardZone.Of(threshold.Name, threshold.Concentration, unit.Concentration, shape));
                figures.Add(new($"reach of {threshold.Name}", stretches[^1].To, "m"));
                figures.Add(new($"greatest width of {threshold.Name}", 2 * stretches.Max(stretch => contour.WidestHalf(stretch, threshold.Concentration)), "m"));
            }
        }

        if (beyond.Count == reading.Thresholds.Count)
        {
            return Result<HazardResult>.Refused(beyond);
        }

        if (zones.Count > 0)
        {
            inputs.Warn("Within 100 m of the source the outline is a cone that stands in for the model; do not read it.");
        }

        return inputs.Result(asked, "plume", Version, figures, zones, Table(reading, request));
    }

    static HazardTable Table(PlumeReading reading, PlumeRequest request)
    {
        var columns = new List<HazardColumn> { new("distance", "m"), new("concentration", request.Unit.Concentration) };
        columns.AddRange(reading.Thresholds.Select(threshold => new HazardColumn("half width " + threshold.Name, "m")));
        if (request.DepositionVelocity is not null)
        {
            columns.AddRange([new HazardColumn("settling", request.Unit.Concentration.Replace("m³", "m²", StringComparison.Ordinal) + "/s"), new HazardColumn("still airborne", "")]);
        }

        return new HazardTable("On the middle line", columns, [.. Told.Select(Row)]);

        IReadOnlyList<double?> Row(double x)
        {
            var row = new List<double?> { x, reading.Plume.Axis(x, request.ReceptorHeight) };
            row.AddRange(reading.Thresholds.Select(threshold => reading.Plume.HalfWidth(x, request.ReceptorHeight, threshold.Concentration)));
            if (request.DepositionVelocity is { } velocity)
            {
                row.AddRange([velocity * reading.Plume.Axis(x, 0), reading.Plume.Airborne(x)]);
            }

            return row;
        }
    }
}
