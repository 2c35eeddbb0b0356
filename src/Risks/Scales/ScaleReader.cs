using System.Globalization;
using Belfry.Kernel;
using Belfry.Risks.Reading;

namespace Belfry.Risks.Scales;

static class ScaleReader
{
    const int MostScales = 1_000;
    const int MostClasses = 100;
    const int MostText = 2_000;

    public static Result<ScaleFile> Document(JsonPlace place)
    {
        if (!place.IsForm("belfry-scales-1", "scales"))
        {
            return RiskProblems.Unreadable.At("$", ("reason", "see above")); // the place holds what is wrong
        }

        return new ScaleFile(place.Needed("scales")?.Items(MostScales).ConvertAll(Scale) ?? []);
    }

    /// <summary>The shipped table data/risks/scales.tsv: bounds only, without texts.</summary>
    public static IReadOnlyList<ScaleSet> Table(IEnumerable<string> lines) =>
    [
        .. from line in lines.Skip(1)
           where line.Length > 0
           select line.Split('\t') into cells
           group cells by (Version: cells[0], Scale: cells[1]) into scale
           select new ScaleSet(scale.Key.Version, scale.Key.Scale, scale.First()[5],
               [.. scale.Select(cells => new ScaleClass(int.Parse(cells[2], CultureInfo.InvariantCulture), Bound(cells[3]), Bound(cells[4]), new Dictionary<Language, string>()))]),
    ];

    static double? Bound(string cell) => cell.Length == 0 ? null : double.Parse(cell, CultureInfo.InvariantCulture);

    static ScaleSet Scale(JsonPlace item)
    {
        item.IsObject("version", "scale", "unit", "classes");
        var classes = item.Needed("classes");
        var read = classes?.Items(MostClasses).ConvertAll(Class) ?? [];
        if (classes is { } place && read.Count == 0)
        {
            place.Refuse(RiskProblems.WrongCount.At(place.Path, ("found", 0), ("expected", "1 or more")));
        }

        return new ScaleSet(item.Needed("version")?.Text(100) ?? "", item.Needed("scale")?.Text(100) ?? "", item.Needed("unit")?.Text(200) ?? "", read);
    }

    static ScaleClass Class(JsonPlace item)
    {
        item.IsObject("class", "lower", "upper", "text");
        var texts = new Dictionary<Language, string>();
        if (item.Member("text") is { } text && text.IsObject("nl", "fr", "de", "en"))
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                if (text.Member(language.ToString().ToLowerInvariant()) is { } words)
                {
                    texts[language] = words.Text(MostText);
                }
            }
        }

        return new ScaleClass((int)(item.Needed("class")?.Whole(0, MostClasses) ?? 0), Bound(item.Member("lower")), Bound(item.Member("upper")), texts);
    }

    static double? Bound(JsonPlace? place) => place is { IsNull: false } number ? number.Number(0, 1e18) : null;
}
