using Belfry.Geography;
using Belfry.Geography.Register;
using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.Geography;

public sealed class BelgiumTests
{
    static readonly Belgium Country = Belgium.Load();

    [Theory]
    [InlineData("2018-06-01", 581)]
    [InlineData("2019-01-01", 581)]
    [InlineData("2024-12-31", 581)]
    [InlineData("2025-01-01", 565)]
    public void There_were_581_municipalities_and_since_2025_there_are_565(string date, int count) =>
        Assert.Equal(count, Country.Municipalities(DateOnly.ParseExact(date, "yyyy-MM-dd", null)).Count);

    [Fact]
    public void Everyone_of_the_register_lives_in_one_of_them()
    {
        Assert.Equal(11_492_641, Country.Municipalities(new(2025, 1, 1)).Sum(municipality => municipality.People));
        Assert.Equal(11_492_641, Country.Municipalities(new(2020, 1, 1)).Sum(municipality => municipality.People));
        Assert.Equal(11, Country.Provinces.Count);
        Assert.All(Country.Provinces, province => Assert.Contains(Country.Municipalities(new(2025, 1, 1)), municipality => municipality.Province == province));
    }

    [Theory]
    [InlineData("nl", 273)]
    [InlineData("fr", 246)]
    [InlineData("nl,fr", 19)]
    [InlineData("de;fr", 9)]
    [InlineData("nl;fr", 12)]
    [InlineData("fr;nl", 4)]
    [InlineData("fr;de", 2)]
    public void Each_speaks_the_languages_the_law_gives_it(string regime, int count) =>
        Assert.Equal(count, Country.Municipalities(new(2025, 1, 1)).Count(municipality => Written(municipality.Languages) == regime));

    [Theory]
    [InlineData(50.8467, 4.3525, "21004", "Brussels")]
    [InlineData(51.3254, 4.2590, "46030", "the nuclear site at Doel, in Beveren-Kruibeke-Zwijndrecht since 2025")]
    [InlineData(50.5343, 5.2740, "61031", "Tihange")]
    [InlineData(51.2205, 4.4003, "11002", "Antwerp")]
    [InlineData(50.5686, 5.8053, "63058", "Pepinster")]
    [InlineData(50.6292, 6.0364, "63023", "Eupen")]
    [InlineData(50.7484, 3.9691, "23106", "Galmaarden, in Pajottegem since 2025")]
    [InlineData(51.4370, 4.9280, "13002", "Baarle-Hertog, the main exclave in the Dutch village")]
    [InlineData(50.7650, 2.9985, "57097", "Komen-Waasten, the exclave of Hainaut")]
    [InlineData(50.7480, 5.8100, "73109", "Voeren, the exclave of Limburg")]
    public void A_point_lies_in_its_municipality(double latitude, double longitude, string refnis, string what)
    {
        var found = Country.At(Position.Of(latitude, longitude).Value);
        Assert.True(found?.Refnis == refnis, $"{what}: {found}");
    }

    [Theory]
    [InlineData(51.6, 4.78, "Breda")]
    [InlineData(51.4430, 4.9440, "Baarle-Nassau, between the exclaves")]
    [InlineData(49.61, 6.13, "Luxembourg")]
    [InlineData(51.5, 2.8, "the sea")]
    public void Abroad_and_at_sea_there_is_none(double latitude, double longitude, string what)
    {
        var found = Country.At(Position.Of(latitude, longitude).Value);
        Assert.True(found is null, $"{what}: {found}");
    }

    [Fact]
    public void Baarle_Hertog_is_many_pieces_and_no_piece_of_the_Netherlands()
    {
        var area = Area.OfMunicipalities([Country.Find("13002")!]).Value;
        Assert.StartsWith("""{"type":"MultiPolygon",""", area.ToGeoJson(), StringComparison.Ordinal);
        Assert.Equal(7.5, area.AreaKm2, 0.4);
        Assert.False(area.Contains(Position.Of(51.4430, 4.9440).Value));
        Assert.True(area.CapPolygons.Count > 1);
    }

    [Fact]
    public void The_whole_country_is_as_large_as_its_parts()
    {
        var all = Area.OfMunicipalities(Country.Municipalities(new(2025, 1, 1))).Value;
        Assert.Equal(30_663, all.AreaKm2, 60.0);
        Assert.Equal(565, all.Municipalities(new(2025, 1, 1)).Count);
        Assert.Equal(581, all.Municipalities(new(2024, 1, 1)).Count);
        var people = Country.Population.Inside(all);
        Assert.InRange(people.Count, 11_490_000, 11_580_000);
    }

    [Fact]
    public void An_area_at_sea_is_Belgian_and_touches_no_municipality()
    {
        var area = Area.Circle(Position.Of(51.5, 2.8).Value, 5_000).Value;
        Assert.Empty(area.Municipalities(new(2025, 1, 1)));
        Assert.Equal(0, Country.Population.Inside(area).Count);
    }

    [Fact]
    public void A_small_area_counts_part_of_a_cell()
    {
        var square = Area.Circle(Position.Of(50.8467, 4.3525).Value, 300).Value;
        var people = Country.Population.Inside(square);
        Assert.Equal(PopulationMethod.CellShares, people.Method);
        Assert.InRange(people.Count, 500, 8_000);
        Assert.True(people.PlusMinus > people.Count / 2);
    }

    [Theory]
    [InlineData("liege", Language.Nl, PlaceKind.Municipality, "Luik", "62063")]
    [InlineData("Lüttich", Language.De, PlaceKind.Municipality, "Lüttich", "62063")]
    [InlineData("ANVERS", Language.En, PlaceKind.Municipality, "Antwerp", "11002")]
    [InlineData("4860", Language.Fr, PlaceKind.Postcode, "4860 Pepinster", "63058")]
    [InlineData("la louviere", Language.Fr, PlaceKind.Municipality, "La Louvière", "58001")]
    [InlineData("galmaarden", Language.Nl, PlaceKind.FormerMunicipality, "Galmaarden", "23106")]
    [InlineData("sint niklaas", Language.Nl, PlaceKind.Municipality, "Sint-Niklaas", "46021")]
    [InlineData("pepinstre", Language.Fr, PlaceKind.Municipality, "Pepinster", "63058")]
    [InlineData("zwijnaarde", Language.Nl, PlaceKind.Place, "Zwijnaarde", "44021")]
    public void A_place_is_found_as_people_write_it(string text, Language language, PlaceKind kind, string name, string refnis)
    {
        var first = Country.Search(text, language)[0];
        Assert.Equal((kind, name, refnis), (first.Kind, first.Name, first.Municipality.Refnis));
    }

    [Fact]
    public void Accents_case_and_hyphens_do_not_matter() => Assert.Equal("liege sur l oeil gross", Gazetteer.Fold("Liège-sur-l’Œil  GROß"));

    [Fact]
    public void Nothing_asked_is_nothing_found()
    {
        Assert.Empty(Country.Search(" -' ", Language.Nl));
        Assert.Empty(Country.Search("qqqqqqqq", Language.Nl));
    }

    static string Written(LanguageRegime regime) =>
        string.Join(';', new[] { string.Join(',', regime.Official), string.Join(',', regime.Facilities) }.Where(part => part.Length > 0)).ToLowerInvariant();
}
