using System.Globalization;
using Belfry.Kernel;

namespace Belfry.Geography.Register;

/// <summary>The tab-separated tables of data/geography. Ours: a wrong row is a bug of the build, and throws.</summary>
static class Tables
{
    public static IEnumerable<string[]> Rows(string folder, string name) => File.ReadLines(Path.Combine(folder, name)).Skip(1).Select(line => line.Split('\t'));

    public static IReadOnlyList<Province> Provinces(string folder) =>
        [.. Rows(folder, "provinces.tsv").Select(row => new Province(row[0], new LocalizedText(row[1], row[2], row[3], row[4]), row[5]))];

    public static Position At(string longitude, string latitude) => new(Number(latitude), Number(longitude));

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary><c>nl;fac:fr</c>: Dutch, with facilities for French speakers. <c>nl+fr</c>: both alike.</summary>
    public static LanguageRegime Languages(string text)
    {
        var parts = text.Split(";fac:");
        return new LanguageRegime([.. parts[0].Split('+').Select(Language)], [.. parts.Skip(1).Select(Language)]);
    }

    static Language Language(string text) => Enum.Parse<Language>(text, ignoreCase: true);
}
