using System.Globalization;

namespace Belfry.Passengers.Matching;

/// <summary>Countries as ISO 3166 codes of two or three letters, English names or the nationalities that lists write.</summary>
sealed class CountryCodes
{
    // What lists write and the framework's names do not say. Own list, from the EU and OFAC columns.
    const string Nationalities = "AFGHAN AF AFGHANISTAN AF RUSSIAN RU RUSSIA RU RUSSIANFEDERATION RU IRANIAN IR IRAN IR IRANISLAMICREPUBLICOF IR ISLAMICREPUBLICOFIRAN IR IRAQI IQ SYRIAN SY SYRIA SY SYRIANARABREPUBLIC SY BELARUSIAN BY BELARUS BY UKRAINIAN UA SAUDIARABIAN SA SAUDI SA LIBYAN LY LIBYA LY TUNISIAN TN ALGERIAN DZ MOROCCAN MA EGYPTIAN EG YEMENI YE YEMEN YE SUDANESE SD SOUTHSUDANESE SS SOMALI SO PAKISTANI PK PAKISTAN PK INDONESIAN ID MALAYSIAN MY FILIPINO PH PHILIPPINE PH PHILIPPINES PH CHINESE CN CHINA CN NORTHKOREAN KP NORTHKOREA KP DEMOCRATICPEOPLESREPUBLICOFKOREA KP KOREANORTH KP SOUTHKOREAN KR SOUTHKOREA KR BURMESE MM MYANMAR MM BURMA MM LEBANESE LB PALESTINIAN PS JORDANIAN JO TURKISH TR TURKEY TR TURKIYE TR BRITISH GB UNITEDKINGDOM GB UK GB AMERICAN US USA US UNITEDSTATES US FRENCH FR GERMAN DE BELGIAN BE DUTCH NL NETHERLANDS NL ITALIAN IT SPANISH ES SWEDISH SE CONGOLESE CD DEMOCRATICREPUBLICOFTHECONGO CD CONGODEMOCRATICREPUBLICOFTHE CD RWANDAN RW UGANDAN UG KENYAN KE NIGERIAN NG MALIAN ML CENTRALAFRICAN CF VENEZUELAN VE VENEZUELA VE CUBAN CU MEXICAN MX COLOMBIAN CO SERBIAN RS BOSNIAN BA BOSNIAANDHERZEGOVINA BA KUWAITI KW QATARI QA BAHRAINI BH EMIRATI AE UZBEK UZ TAJIK TJ KAZAKH KZ GEORGIAN GE ARMENIAN AM AZERBAIJANI AZ MOLDOVAN MD INDIAN IN BANGLADESHI BD";

    static readonly Lazy<Dictionary<string, string>> Codes = new(Build);

    public static CountryCodes Default { get; } = new();

    /// <summary>Null when it is no country known here.</summary>
    public string? Of(string text)
    {
        var letters = new string([.. text.Where(char.IsAsciiLetter)]).ToUpperInvariant();
        return Codes.Value.GetValueOrDefault(letters);
    }

    /// <returns>True when one is shared, false when none is, null when one side has no known country.</returns>
    public bool? Compare(IReadOnlyList<string> some, IReadOnlyList<string> others)
    {
        var (left, right) = (some.Select(Of).OfType<string>().ToHashSet(), others.Select(Of).OfType<string>().ToHashSet());
        return left.Count == 0 || right.Count == 0 ? null : left.Overlaps(right);
    }

    static Dictionary<string, string> Build()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var region in CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name)).Where(region => region.TwoLetterISORegionName.Length == 2 && char.IsAsciiLetter(region.TwoLetterISORegionName[0])))
        {
            codes[region.TwoLetterISORegionName] = region.TwoLetterISORegionName;
            codes[region.ThreeLetterISORegionName] = region.TwoLetterISORegionName;
            codes[new string([.. region.EnglishName.Where(char.IsAsciiLetter)]).ToUpperInvariant()] = region.TwoLetterISORegionName;
        }

        var words = Nationalities.Split(' ');
        for (var at = 0; at < words.Length; at += 2)
        {
            codes[words[at]] = words[at + 1];
        }

        return codes;
    }
}
