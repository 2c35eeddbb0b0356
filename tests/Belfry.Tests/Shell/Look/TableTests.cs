using Belfry.Kernel;
using Belfry.Shell;
using Belfry.Shell.Look;
using Xunit;

namespace Belfry.Tests.Shell.Look;

/// <summary>The table sorts, pages and filters by its address alone.</summary>
public sealed class TableTests
{
    sealed record Town(string Name, int People);

    static readonly Town[] Towns = [new("Theux", 12_000), new("Écaussinnes", 11_300), new("Zelzate", 13_100), new("=cmd", -4), new("Aarlen, \"Arlon\"", 30_200)];

    static readonly IReadOnlyList<Column<Town>> Columns =
    [
        Column<Town>.Of("name", LocalizedText.Same("Name"), town => town.Name),
        Column<Town>.OfNumber("people", LocalizedText.Same("People"), town => town.People),
        Column<Town>.Of("spare", LocalizedText.Same("Spare"), town => "s" + town.Name) with { Spare = true },
    ];

    static TablePage<Town> Take(string address) => TableQuery.From(address).Take(Towns, Columns, Rendering.Frame());

    [Fact]
    public void Names_sort_as_people_sort_them_and_numbers_as_numbers()
    {
        Assert.Equal(["=cmd", "Aarlen, \"Arlon\"", "Écaussinnes", "Theux", "Zelzate"], Take("/t?sort=name").Rows.Select(town => town.Name));
        Assert.Equal([30_200, 13_100, 12_000, 11_300, -4], Take("/t?sort=-people").Rows.Select(town => town.People));
    }

    [Fact]
    public void A_filter_ignores_accents_and_case() =>
        Assert.Equal(["Écaussinnes"], Take("/t?q=ECAUS").Rows.Select(town => town.Name));

    [Theory]
    [InlineData("/t?sort=nothing&page=0&size=-3")]
    [InlineData("/t?page=99999999999999999999&size=x")]
    [InlineData("/t?page=77")]
    public void What_the_address_says_wrongly_shows_rows_all_the_same(string address)
    {
        var page = Take(address);
        Assert.Equal(5, page.Rows.Count);
        Assert.Equal(1, page.Query.Page);
    }

    [Fact]
    public void A_page_past_the_end_is_the_last() =>
        Assert.Equal((3, 1), (Take("/t?size=2&page=9").Query.Page, Take("/t?size=2&page=9").Rows.Count));

    [Fact]
    public void A_link_changes_one_thing_and_keeps_the_rest_of_the_address()
    {
        var query = TableQuery.From("/t?incident=14&sort=name&page=3&asort=x");
        Assert.Equal("/t?incident=14&page=3&asort=x&sort=-name", query.Link(("sort", "-name")));
        Assert.Equal("/t?incident=14&sort=name&asort=x", query.Link(("page", null)));
        Assert.Equal("x", TableQuery.From("/t?incident=14&sort=name&asort=x", "a").Sort);
    }

    [Fact]
    public async Task The_sorted_column_says_so_and_leads_to_the_other_order()
    {
        var page = Take("/t?sort=name");
        var html = await Rendering.HtmlAsync<Table<Town>>(Rendering.Frame(), ("Caption", LocalizedText.Same("Towns")), ("Columns", Columns), ("Rows", page.Rows), ("Total", page.Total), ("Query", page.Query));
        Assert.Contains("aria-sort=\"ascending\"><a href=\"/t?sort=-name\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain(">sTheux<", html, StringComparison.Ordinal);
        Assert.Contains("30.200", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_table_says_what_was_looked_for_and_how_to_look_again()
    {
        var page = Take("/t?q=Brussel");
        var html = await Rendering.HtmlAsync<Table<Town>>(Rendering.Frame(Language.Fr), ("Caption", LocalizedText.Same("Towns")), ("Columns", Columns), ("Rows", page.Rows), ("Total", page.Total), ("Query", page.Query));
        Assert.Contains("Aucune ligne avec", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/t\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_csv_cell_never_runs_as_a_formula_and_quotes_what_must_be_quoted()
    {
        var csv = Csv.Write(Towns, Columns, Rendering.Frame(Language.En, World.Real));
        Assert.Equal("\uFEFFName,People,Spare", csv.Split("\r\n")[0]);
        Assert.Contains("\r\n'=cmd,-4,", csv, StringComparison.Ordinal);
        Assert.Contains("\"Aarlen, \"\"Arlon\"\"\"", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_line_of_an_exercise_s_csv_says_that_it_is_one() =>
        Assert.All(Csv.Write(Towns, Columns, Rendering.Frame(Language.Fr)).TrimEnd().Split("\r\n"), line => Assert.EndsWith(",EXERCICE", line, StringComparison.Ordinal));
}
