using Belfry.Geography.Hazards;
using Belfry.Kernel;
using NetTopologySuite.Geometries;

namespace Belfry.Geography;

/// <summary>NATO's warning templates for chemical and biological attacks and for industrial chemicals (ATP-45): circles in light wind, triangles in more. Pure.</summary>
public static class Atp45
{
    public const string Version = "atp45-1";

    const double ThirtyDegrees = Math.PI / 6;

    /// <summary>The events that have a template. Industrial chemicals in detail, nuclear and radiological events have none that can be trusted, and are refused (HAZ-025).</summary>
    public static IReadOnlyList<string> Known { get; } = ["chem", "chem-a", "chem-b", "chem-c", "blood", "bio", "bio-p", "bio-q", "bio-r", "bio-s", "industrial"];

    /// <summary>Named to be refused by name.</summary>
    public static IReadOnlyList<string> Refused { get; } = ["industrial-detailed", "nuclear", "radiological"];

    public static Result<HazardResult> Run(Atp45Request request, HazardCase asked)
    {
        ArgumentNullException.ThrowIfNull(request);
        var inputs = new HazardInputs();
        inputs.Case(asked);
        if (Refused.Contains(request.Event))
        {
            inputs.Refuse(ReleaseProblems.NoTemplate.At("event", ("value", request.Event)));
            return inputs.Refused();
        }

        var threshold = Atp45Template.WindThreshold;
        inputs.Named("event", request.Event, Known);
        var wind = inputs.Number("wind speed", request.WindSpeed, "m/s", 0, 30);
        var from = inputs.Number("wind from", request.WindFrom, "°", 0, 360);
        if (!inputs.Sound || Atp45Template.Of(request, wind * 3.6 > threshold, inputs) is not { } template)
        {
            return inputs.Refused();
        }

        inputs.Holds("wind of the triangle, above", threshold, 108, "km/h");
        inputs.Source("NATO ATP-45 as written in tcarion/ATP45.jl (2025-09-09, MIT); the current edition is not freely available: compare with it before use", HazardTrust.Secondary);
        inputs.Warn("A template for the first warning, drawn by rule and not by calculation; measure, and redraw when wind or stability change.");
        var (figures, zones) = Drawn(template, asked.At!.Value, request.OtherEnd, from + 180);
        return inputs.Result(asked, "atp45", Version, figures, zones);
    }

    static (IReadOnlyList<HazardFigure> Figures, IReadOnlyList<HazardZone> Zones) Drawn(Atp45Template template, Position first, Position? second, double towards)
    {
        var planes = second is { } other ? new[] { new LocalPlane(first, towards), new LocalPlane(other, towards) } : [new LocalPlane(first, towards)];
        var figures = new List<HazardFigure> { new("release radius", template.Release, "m") };
        var zones = new List<HazardZone> { Zone("release", plane => plane.Circle(template.Release)) };
        if (template.Circle is { } radius)
        {
            figures.Add(new("hazard radius", radius, "m"));
            zones.Add(Zone("hazard", plane => plane.Circle(radius)));
        }
        else if (template.Downwind is { } downwind)
        {
            var side = (downwind + (2 * template.Release)) / Math.Cos(ThirtyDegrees);
            figures.AddRange([new("downwind hazard distance", downwind, "m"), new("apex upwind", 2 * template.Release, "m"), new("side of the triangle", side, "m")]);
            var half = side * Math.Sin(ThirtyDegrees);
            zones.Add(Zone("hazard", plane => plane.Polygon([(-2 * template.Release, 0), (downwind, half), (downwind, -half)])));
        }

        return (figures, zones);

        HazardZone Zone(string name, Func<LocalPlane, Polygon> shape) =>
            HazardZone.Of(name, null, "", planes.Length == 1 ? shape(planes[0]) : Areas.Outlines.Factory.BuildGeometry([.. planes.Select(shape)]).ConvexHull());
    }
}
