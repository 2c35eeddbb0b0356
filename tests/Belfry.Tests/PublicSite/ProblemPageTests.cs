using System.Net;
using System.Text.Json;
using Belfry.Docs;
using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.PublicSite;

/// <summary>The address that a refusal names leads to what it means.</summary>
public sealed class ProblemPageTests(PublicHouse house) : IClassFixture<PublicHouse>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_code_has_its_page_in_four_languages_and_the_list_names_them_all()
    {
        foreach (var (tag, language) in ((string, Language)[])[("nl", Language.Nl), ("fr", Language.Fr), ("de", Language.De), ("en", Language.En)])
        {
            var list = WebUtility.HtmlDecode(await house.Citizen.GetStringAsync("/problems?language=" + tag, Ct));
            Assert.All(GeneratedPages.Problems, kind => Assert.Contains($"id=\"{kind.Code}\"", list, StringComparison.Ordinal));
            Assert.All(GeneratedPages.Problems, kind => Assert.Contains(kind.Sentence[language], list, StringComparison.Ordinal));
        }

        foreach (var kind in GeneratedPages.Problems)
        {
            var page = WebUtility.HtmlDecode(await house.Citizen.GetStringAsync($"/problems/{kind.Code}?language=fr", Ct));
            Assert.Contains(kind.Sentence.Fr, page, StringComparison.Ordinal);
            Assert.Contains("Que faire", page, StringComparison.Ordinal);
            Assert.Contains("lang=\"fr-", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_type_of_a_refusal_resolves_to_its_own_page()
    {
        using var refused = await house.Citizen.GetAsync("/api/alerts", Ct);
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(Ct));
        var type = problem.RootElement.GetProperty("type").GetString()!;
        Assert.Equal("/problems/SHELL-003", type);
        Assert.Contains("<h1>SHELL-003</h1>", await house.Citizen.GetStringAsync(type, Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Citizen.GetAsync("/problems/SHELL-999", Ct)).StatusCode);
    }
}
