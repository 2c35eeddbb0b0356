using System.Globalization;
using Belfry.Kernel;
using Belfry.Risks.Cascades;
using Belfry.Risks.Reading;

namespace Belfry.Risks.Elicitation;

/// <summary>JSON to a checked panel. The form is documented in src/Risks/README.md.</summary>
static class PanelReader
{
    const int MostText = 1_000;
    const int MostExperts = 1_000;
    const int MostItems = 5_000;
    const int MostQuestions = 1_000;
    const int MostQuantiles = 20;
    const double Largest = 1e18;

    public static Result<Panel> Read(ReadOnlyMemory<byte> json) => JsonPlace.Read(json, Document);

    static Result<Panel> Document(JsonPlace place)
    {
        if (!place.IsForm("belfry-elicitation-1", "title", "scale", "experts", "items", "bootstrap", "seed", "seedQuestions"))
        {
            return RiskProblems.Unreadable.At("$", ("reason", "see above")); // the place holds what is wrong
        }

        var (lowest, highest) = place.Needed("scale") is { } scale ? Scale(scale) : (1, 5);
        var experts = Experts(place.Needed("experts"));
        var (items, seen) = (new List<PanelItem>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var item in place.Needed("items")?.Items(MostItems) ?? [])
        {
            items.Add(Item(item, experts, seen, lowest, highest));
        }

        return new Panel(
            place.Member("title")?.Text(MostText), lowest, highest, [.. experts.Keys], items, (int)(place.Member("bootstrap")?.Whole(0, 100_000) ?? 1_000),
            place.Member("seed")?.Whole(long.MinValue, long.MaxValue) ?? 1, place.Member("seedQuestions") is { } seeds ? Seeds(seeds, experts) : null);
    }

    static (int Lowest, int Highest) Scale(JsonPlace scale)
    {
        scale.IsObject("lowest", "highest");
        var lowest = (int)(scale.Needed("lowest")?.Whole(0, 100) ?? 1);
        var highest = (int)(scale.Needed("highest")?.Whole(0, 100) ?? lowest + 1);
        if (highest <= lowest)
        {
            scale.Refuse(RiskProblems.NotOrdered.At(scale.Path, ("found", $"{lowest}, {highest}")));
            highest = lowest + 1;
        }

        return (lowest, highest);
    }

    // In the file's order, which is also the order of all lists by expert.
    static OrderedDictionary<string, int> Experts(JsonPlace? place)
    {
        var experts = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in place?.Items(MostExperts) ?? [])
        {
            var id = item.IdText();
            if (!experts.TryAdd(id, experts.Count))
            {
                item.Refuse(RiskProblems.Twice.At(item.Path, ("id", ModelCheck.Shown(id)), ("first", $"{place!.Value.Path}[{experts[id]}]")));
            }
        }

        return experts;
    }

    static PanelItem Item(JsonPlace item, OrderedDictionary<string, int> experts, Dictionary<string, string> seen, int lowest, int highest)
    {
        item.IsObject("id", "quantity", "scores", "previous");
        var id = item.Needed("id")?.IdText() ?? "";
        if (!seen.TryAdd(id, item.Path))
        {
            item.Refuse(RiskProblems.Twice.At(item.Path + ".id", ("id", ModelCheck.Shown(id)), ("first", seen[id])));
        }

        var scores = new Score?[experts.Count];
        Scores(item.Needed("scores"), scores, experts, lowest, highest);
        var previous = new Score?[experts.Count];
        Scores(item.Member("previous"), previous, experts, lowest, highest);
        return new PanelItem(id, item.Member("quantity") is { } quantity ? QuantityOf(quantity) : null, scores, previous);
    }

    static Quantity? QuantityOf(JsonPlace place)
    {
        var text = place.Text(MostText);
        foreach (var quantity in Enum.GetValues<Quantity>())
        {
            if (string.Equals(text, quantity.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return quantity;
            }
        }

        place.Wrong("one of likelihood2026, likelihood2023, impact2026, conditional2026");
        return null;
    }

    static void Scores(JsonPlace? place, Score?[] scores, OrderedDictionary<string, int> experts, int lowest, int highest)
    {
        foreach (var (expert, value) in place?.Members() ?? [])
        {
            if (!experts.TryGetValue(expert, out var at))
            {
                value.Refuse(RiskProblems.UnknownExpert.At(value.Path, ("id", ModelCheck.Shown(expert))));
            }
            else if (!value.IsNull)
            {
                scores[at] = value.IsNumber ? new Score(Best(value, lowest, highest)) : Interval(value, lowest, highest);
            }
        }
    }

    static double Best(JsonPlace place, int lowest, int highest)
    {
        var best = place.Number(lowest, highest);
        if (best * 2 != Math.Floor(best * 2))
        {
            place.Wrong("a class in steps of 0.5");
        }

        return best;
    }

    static Score Interval(JsonPlace value, int lowest, int highest)
    {
        if (!value.IsObject("lower", "best", "upper", "confidence"))
        {
            return new Score(lowest);
        }

        var best = value.Needed("best") is { } place ? Best(place, lowest, highest) : lowest;
        var (lower, upper) = (value.Member("lower")?.Number(lowest, highest), value.Member("upper")?.Number(lowest, highest));
        if (lower > best || upper < best)
        {
            value.Refuse(RiskProblems.NotOrdered.At(value.Path, ("found", Listed([lower ?? best, best, upper ?? best]))));
        }

        return new Score(best, lower, upper, value.Member("confidence")?.Number(50, 99));
    }

    static SeedQuestions Seeds(JsonPlace place, OrderedDictionary<string, int> experts)
    {
        place.IsObject("quantiles", "overshoot", "cutoff", "questions");
        var quantiles = place.Needed("quantiles") is { } list ? Rising(list, 1e-6, 1 - 1e-6) : [0.5];
        if (quantiles.Count == 0)
        {
            place.Refuse(RiskProblems.WrongCount.At(place.Path + ".quantiles", ("found", 0), ("expected", "1 or more")));
        }

        var questions = new List<SeedQuestion>();
        foreach (var item in place.Needed("questions")?.Items(MostQuestions) ?? [])
        {
            questions.Add(Question(item, quantiles.Count, experts));
        }

        return new SeedQuestions(quantiles, place.Member("overshoot")?.Number(0.001, 10) ?? 0.1, place.Member("cutoff")?.Number(0, 1) ?? 0, questions);
    }

    static SeedQuestion Question(JsonPlace item, int quantiles, OrderedDictionary<string, int> experts)
    {
        item.IsObject("id", "truth", "log", "answers");
        var log = item.Member("log")?.Yes() ?? false;
        var lowest = log ? 1e-300 : -Largest;
        var answers = new IReadOnlyList<double>?[experts.Count];
        foreach (var (expert, value) in item.Needed("answers")?.Members() ?? [])
        {
            if (!experts.TryGetValue(expert, out var at))
            {
                value.Refuse(RiskProblems.UnknownExpert.At(value.Path, ("id", ModelCheck.Shown(expert))));
            }
            else if (!value.IsNull)
            {
                answers[at] = Rising(value, lowest, Largest);
                if (answers[at]!.Count != quantiles)
                {
                    value.Refuse(RiskProblems.WrongCount.At(value.Path, ("found", answers[at]!.Count), ("expected", quantiles)));
                }
            }
        }

        return new SeedQuestion(item.Needed("id")?.IdText() ?? "", item.Needed("truth")?.Number(lowest, Largest) ?? 1, log, answers);
    }

    static List<double> Rising(JsonPlace place, double lowest, double highest)
    {
        var numbers = place.Numbers(MostQuantiles, lowest, highest);
        if (numbers.Zip(numbers.Skip(1)).Any(pair => !(pair.First < pair.Second)))
        {
            place.Refuse(RiskProblems.NotOrdered.At(place.Path, ("found", Listed(numbers))));
        }

        return numbers;
    }

    static string Listed(IEnumerable<double> numbers) => string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
