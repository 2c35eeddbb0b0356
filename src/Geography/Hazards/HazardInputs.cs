using Belfry.Kernel;

namespace Belfry.Geography.Hazards;

/// <summary>Takes the inputs of a run one by one: what is within its range is kept for the result, what is not is refused with name, value and range.</summary>
sealed class HazardInputs
{
    readonly List<HazardInput> inputs = [];
    readonly List<HazardRange> ranges = [];
    readonly List<Problem> problems = [];
    readonly List<string> warnings = [];
    readonly List<HazardSource> sources = [];

    /// <summary>False when something was refused: do not compute.</summary>
    public bool Sound => problems.Count == 0;

    /// <returns>The number; <paramref name="least"/> when it was refused (HAZ-001).</returns>
    public double Number(string name, double value, string unit, double least, double most)
    {
        ranges.Add(new HazardRange(name, least, most, unit));
        if (!(value >= least && value <= most))
        {
            problems.Add(HazardProblems.OutsideRange.At(name, ("name", name), ("value", value), ("least", least), ("most", most), ("unit", unit.Length == 0 ? "" : " " + unit)));
            return least;
        }

        inputs.Add(new HazardInput(name, value, null, unit));
        return value;
    }

    /// <summary>Null is allowed and means that the input was not given.</summary>
    public double? Optional(string name, double? value, string unit, double least, double most) => value is { } given ? Number(name, given, unit, least, most) : null;

    public void Choice(string name, string value) => inputs.Add(new HazardInput(name, null, value, ""));

    /// <summary>A choice among known names; another is refused (HAZ-006).</summary>
    public void Named(string name, string value, IReadOnlyList<string> known)
    {
        if (known.Contains(value))
        {
            Choice(name, value);
        }
        else
        {
            Refuse(HazardProblems.UnknownChoice.At(name, ("name", name), ("value", value.Length > 60 ? value[..60] : value), ("known", string.Join(", ", known))));
        }
    }

    /// <summary>A range of the model that is no input, as the distances between which it was fitted.</summary>
    public void Holds(string name, double least, double most, string unit) => ranges.Add(new HazardRange(name, least, most, unit));

    public void Refuse(Problem problem) => problems.Add(problem);

    public void Warn(string sentence) => warnings.Add(sentence);

    /// <summary>Said once, however often it is named.</summary>
    public void Source(string citation, HazardTrust trust)
    {
        if (!sources.Exists(source => source.Citation == citation))
        {
            sources.Add(new HazardSource(citation, trust));
            if (trust == HazardTrust.FromMemory)
            {
                Warn("From memory, not read in its source; check it before it counts: " + citation);
            }
        }
    }

    /// <summary>The refusal of a run that is not <see cref="Sound"/>.</summary>
    public Result<HazardResult> Refused() => Result<HazardResult>.Refused(problems);

    /// <summary>Refuses a case without author or off the map, and one without a place when <paramref name="needsPlace"/> (HAZ-004).</summary>
    public void Case(HazardCase asked, bool needsPlace = true)
    {
        problems.AddRange(asked.Check());
        if (needsPlace && asked.At is null)
        {
            problems.Add(HazardProblems.NoPlace.At("at"));
        }
    }

    /// <summary>A second place, on the same map as the first (HAZ-002).</summary>
    public void OnMap(string name, Position place)
    {
        if (!HazardCase.IsOnMap(place))
        {
            problems.Add(HazardProblems.OffTheMap.At(name, ("text", place)));
        }
    }

    /// <exception cref="ArgumentException">A result is no finite number: a bug of the model.</exception>
    public HazardResult Result(HazardCase asked, string model, string version, IReadOnlyList<HazardFigure> figures, IEnumerable<HazardZone> zones, params IReadOnlyList<HazardTable> tables)
    {
        if (figures.FirstOrDefault(figure => !double.IsFinite(figure.Value)) is { } endless)
        {
            throw new ArgumentException($"{model}: {endless.Name} is {endless.Value}.", nameof(figures));
        }

        return new HazardResult
        {
            Model = model,
            Version = version,
            Sources = sources,
            Author = asked.Author,
            Time = Clock.Cut(asked.Time),
            At = asked.At is { } at ? new HazardPlace(at.Latitude, at.Longitude, Lambert.L72.From(at), Lambert.L2008.From(at)) : null,
            Inputs = inputs,
            Validity = ranges,
            Warnings = warnings,
            Figures = figures,
            Tables = tables,
            Zones = [.. zones.OrderByDescending(zone => zone.AreaKm2)],
        };
    }
}
