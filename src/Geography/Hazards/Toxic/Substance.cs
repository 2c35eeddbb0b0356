using System.Text.RegularExpressions;

namespace Belfry.Geography.Hazards;

/// <summary>A gas with acute exposure levels (AEGL) in data/geography/hazards.</summary>
/// <param name="Un">UN number, four digits.</param>
/// <param name="MolarMass">g/mol, from the formula.</param>
sealed partial record Substance(string Name, string Cas, string Un, double MolarMass, IReadOnlyList<Aegl> Levels)
{
    // IUPAC abridged standard atomic weights.
    static readonly Dictionary<string, double> Weights = new(StringComparer.Ordinal)
    {
        ["H"] = 1.008, ["C"] = 12.011, ["N"] = 14.007, ["O"] = 15.999, ["F"] = 18.998, ["S"] = 32.06, ["Cl"] = 35.45, ["Br"] = 79.904,
    };

    static readonly Lazy<IReadOnlyList<Substance>> Table = new(Load);

    public static IReadOnlyList<Substance> All => Table.Value;

    /// <summary>By English name, CAS number or UN number; capitals do not matter.</summary>
    public static Substance? Find(string text) =>
        All.FirstOrDefault(one => string.Equals(one.Name, text, StringComparison.OrdinalIgnoreCase) || one.Cas == text || one.Un == text || "UN" + one.Un == text.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal));

    /// <summary>1 ppm in mg/m³ at 25 °C and one atmosphere, where a mole of gas fills 24.45 litres.</summary>
    public double PerPpm => MolarMass / 24.45;

    static List<Substance> Load()
    {
        var masses = HazardReference.Lines("substances.tsv").Skip(1).Select(line => line.Split('\t')).ToDictionary(row => row[0], row => Mass(row[1]), StringComparer.Ordinal);
        return
        [
            .. HazardReference.Lines("aegl_subset_ppm.csv").Skip(1).Select(Aegl.Fields).GroupBy(row => row[1])
                .Select(rows => new Substance(rows.First()[0], rows.Key, rows.First()[2], masses[rows.Key], [.. rows.SelectMany(Aegl.Of)])),
        ];
    }

    static double Mass(string formula) =>
        Atom().Matches(formula).Sum(atom => Weights[atom.Groups["symbol"].Value] * (atom.Groups["count"].Value is { Length: > 0 } count ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 1));

    [GeneratedRegex("(?<symbol>[A-Z][a-z]?)(?<count>[0-9]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Atom();
}
