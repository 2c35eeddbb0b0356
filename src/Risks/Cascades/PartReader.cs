using Belfry.Risks.Reading;

namespace Belfry.Risks.Cascades;

/// <summary>One risk or one link of a file. Several experts are pooled linearly: the mean of their chances, never of their return periods.</summary>
sealed class PartReader(int levels)
{
    const int MostExperts = 1_000;
    const int MostText = 1_000;

    static readonly string[] RateForms = ["rates", "ratesBy", "rateClasses", "actor"];
    static readonly string[] ImpactForms = ["impacts", "impactsBy", "impactClasses"];
    static readonly string[] LinkForms = ["p", "q", "cp", "cpClasses", "pBy", "qBy", "cpBy"];

    /// <summary>False once a list had the wrong number of values: the model can't be put together, the problems say why.</summary>
    public bool Sound { get; private set; } = true;

    public static bool HasRates(JsonPlace item) => RateForms.Any(form => item.Member(form) is not null);

    public static bool HasImpacts(JsonPlace item) => ImpactForms.Any(form => item.Member(form) is not null);

    public CascadeRisk Risk(JsonPlace item)
    {
        item.IsObject(["id", "name", .. RateForms, .. ImpactForms]);
        var (rates, by, capability) = Rates(item);
        var impactsBy = item.Member("impactsBy") is { } several ? Experts(several, place => Row(place, ModelCheck.HighestImpact)) : [];
        AtMostOne(item, ImpactForms);
        return new CascadeRisk(
            item.Needed("id")?.IdText() ?? "", item.Member("name")?.Text(MostText), rates,
            impactsBy.Count > 0 ? Mean(impactsBy)
                : item.Member("impactClasses") is { } classes ? [.. Row(classes, Bnra2026.HighestClass).Select(Bnra2026.Euro)]
                : item.Member("impacts") is { } impacts ? Row(impacts, ModelCheck.HighestImpact) : new double[levels])
        {
            RatesByExpert = by,
            ImpactsByExpert = impactsBy,
            Capability = capability,
        };
    }

    public CascadeLink Link(JsonPlace item)
    {
        item.IsObject(["cause", "effect", .. LinkForms]);
        var (cause, effect) = (item.Needed("cause")?.IdText() ?? "", item.Needed("effect")?.IdText() ?? "");
        var forms = LinkForms.Where(form => item.Member(form) is not null).ToList();
        if (forms.Count != 1 || (levels > 1 && forms[0] is "p" or "pBy"))
        {
            item.Refuse(RiskProblems.OneForm.At(item.Path, ("forms", string.Join(", ", levels == 1 ? LinkForms : LinkForms.Where(form => form is not ("p" or "pBy")))), ("found", forms.Count == 0 ? "none" : string.Join(", ", forms))));
            Sound = false;
            return new CascadeLink(cause, effect, []);
        }

        var place = item.Member(forms[0])!.Value;
        var by = forms[0] switch
        {
            "pBy" => Experts(place, Single),
            "qBy" => Experts(place, Matrix),
            "cpBy" => Experts(place, Separate),
            _ => [],
        };
        var rows = forms[0] switch
        {
            "p" => Single(place),
            "q" => Matrix(place),
            "cp" => Separate(place),
            "cpClasses" => [.. Rows(place, Bnra2026.HighestClass).Select(row => Tails.FromSeparate([.. row.Select(Bnra2026.Probability)]))],
            _ => Pooled(by),
        };
        return new CascadeLink(cause, effect, rows) { RowsByExpert = by };
    }

    (IReadOnlyList<double> Rates, IReadOnlyList<IReadOnlyList<double>> By, IReadOnlyList<double>? Capability) Rates(JsonPlace item)
    {
        AtMostOne(item, RateForms);
        if (item.Member("ratesBy") is { } several)
        {
            var by = Experts(several, place => Row(place, ModelCheck.HighestRate));
            return (Mean(by), by, null);
        }

        if (item.Member("rateClasses") is { } classes)
        {
            return ([.. Row(classes, Bnra2026.HighestClass).Select(Bnra2026.Rate)], [], null);
        }

        if (item.Member("actor") is { } actor)
        {
            return Actor(actor);
        }

        return (item.Member("rates") is { } rates ? Row(rates, ModelCheck.HighestRate) : new double[levels], [], null);
    }

    // A three-year probability of a successful attack p is a rate of −ln(1 − p) / 3 a year, shared over the strengths that the actor may have.
    (IReadOnlyList<double>, IReadOnlyList<IReadOnlyList<double>>, IReadOnlyList<double>?) Actor(JsonPlace actor)
    {
        actor.IsObject("threeYear", "threeYearBy", "capability");
        AtMostOne(actor, ["threeYear", "threeYearBy"]);
        var weights = actor.Needed("capability") is { } capability ? Row(capability, 1e9) : new double[levels];
        var total = weights.Sum();
        if (actor.Member("threeYearBy") is { } several)
        {
            var by = Experts(several, place => Shared(place.Number(0, 0.999999)));
            return (Mean(by), by, weights);
        }

        return (Shared(actor.Needed("threeYear")?.Number(0, 0.999999) ?? 0), [], weights);

        IReadOnlyList<double> Shared(double p) => [.. weights.Select(weight => total > 0 ? -Math.Log(1 - p) / 3 * weight / total : 0)];
    }

    static void AtMostOne(JsonPlace item, ReadOnlySpan<string> forms)
    {
        var found = new List<string>();
        foreach (var form in forms)
        {
            if (item.Member(form) is not null)
            {
                found.Add(form);
            }
        }

        if (found.Count > 1)
        {
            item.Refuse(RiskProblems.OneForm.At(item.Path, ("forms", string.Join(", ", forms!)), ("found", string.Join(", ", found))));
        }
    }

    List<T> Experts<T>(JsonPlace place, Func<JsonPlace, T> read)
    {
        var experts = place.Items(MostExperts).ConvertAll(item => read(item));
        if (experts.Count == 0)
        {
            Count(place, 0, "1 or more");
        }

        return experts;
    }

    IReadOnlyList<double> Row(JsonPlace place, double highest)
    {
        var row = place.Numbers(MostExperts, 0, highest);
        if (row.Count != levels)
        {
            Count(place, row.Count, levels);
            return new double[levels];
        }

        return row;
    }

    List<IReadOnlyList<double>> Rows(JsonPlace place, double highest)
    {
        var rows = place.Items(MostExperts).ConvertAll(item => Row(item, highest));
        if (rows.Count != levels)
        {
            Count(place, rows.Count, levels);
        }

        return rows;
    }

    IReadOnlyList<IReadOnlyList<double>> Single(JsonPlace place) => [[place.Number(0, 1)]];

    IReadOnlyList<IReadOnlyList<double>> Matrix(JsonPlace place)
    {
        var rows = Rows(place, 1);
        for (var j = 0; j < rows.Count; j++)
        {
            if (rows[j].Sum() > 1 + 1e-9)
            {
                place.Refuse(RiskProblems.RowAboveOne.At($"{place.Path}[{j}]", ("found", rows[j].Sum())));
            }
        }

        return rows;
    }

    IReadOnlyList<IReadOnlyList<double>> Separate(JsonPlace place) => [.. Rows(place, 1).Select(Tails.FromSeparate)];

    void Count(JsonPlace place, int found, object expected)
    {
        place.Refuse(RiskProblems.WrongCount.At(place.Path, ("found", found), ("expected", expected)));
        Sound = false;
    }

    static IReadOnlyList<double> Mean(IReadOnlyList<IReadOnlyList<double>> experts) =>
        experts.Count == 0 ? [] : [.. Enumerable.Range(0, experts[0].Count).Select(k => experts.Average(expert => expert[k]))];

    IReadOnlyList<IReadOnlyList<double>> Pooled(IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> experts) =>
        !Sound ? [] : [.. Enumerable.Range(0, levels).Select(j => Mean([.. experts.Select(expert => expert[j])]))];
}
