using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Belfry.Geography;
using Belfry.Geography.Layers;
using Belfry.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Belfry.Tests.Geography;

/// <summary>The routes themselves, on a bare server; who may call them is asked by Shell's gate and tested there.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    readonly HttpClient client = new();
    WebApplication? app;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(Clock.System);
        app = builder.Build();
        new GeographyModule().Map(app);
        await app.StartAsync();
        client.BaseAddress = new Uri(app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    [Fact]
    public async Task Every_layer_is_geojson_and_all_together_stay_under_a_megabyte_and_a_half()
    {
        var total = 0;
        foreach (var name in MapLayers.Names)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/geo/layers/{name}.json") { Headers = { { "Accept-Encoding", "gzip" } } };
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal("application/geo+json", answer.Content.Headers.ContentType?.MediaType);
            var packed = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            total += packed.Length;
            using var unpacked = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var json = await JsonDocument.ParseAsync(unpacked, default, TestContext.Current.CancellationToken);
            Assert.Equal("FeatureCollection", json.RootElement.GetProperty("type").GetString());
            Assert.NotEqual(0, json.RootElement.GetProperty("features").GetArrayLength());
        }

        Assert.InRange(total, 500_000, 1_500_000);
    }

    [Fact]
    public async Task A_layer_that_is_known_is_not_sent_again()
    {
        using var first = await client.GetAsync("/geo/layers/country.json", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/geo/layers/country.json") { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        using var again = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("/geo/layers/nothing.json", HttpStatusCode.NotFound, "GEO-023")]
    [InlineData("/geo/layers/..%2F..%2Fprovinces.json", HttpStatusCode.NotFound, "GEO-023")]
    [InlineData("/api/geo/search", HttpStatusCode.UnprocessableEntity, "GEO-022")]
    [InlineData("/api/geo/search?q=", HttpStatusCode.UnprocessableEntity, "GEO-022")]
    public async Task What_is_not_there_or_not_asked_is_refused(string path, HttpStatusCode status, string code)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_search_answers_in_the_caller_s_language()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/geo/search?q=luik") { Headers = { { "Accept-Language", "fr-BE" } } };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Liège", json.RootElement[0].GetProperty("name").GetString());
        Assert.Equal("62063", json.RootElement[0].GetProperty("refnis").GetString());
    }

    [Theory]
    [InlineData("?circle=50.5657,5.8039,2000", "")]
    [InlineData("?municipalities=63058", "")]
    [InlineData("", """{"type":"Polygon","coordinates":[[[5.75,50.55],[5.85,50.55],[5.85,50.6],[5.75,50.6],[5.75,50.55]]]}""")]
    public async Task An_area_becomes_its_facts(string query, string body)
    {
        using var answer = await client.PostAsync("/api/geo/area" + query, new StringContent(body, Encoding.UTF8, "application/geo+json"), TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(json.RootElement.GetProperty("municipalities").EnumerateArray(), one => one.GetProperty("refnis").GetString() == "63058");
        Assert.True(json.RootElement.GetProperty("population").GetProperty("count").GetInt64() > 1_000);
        Assert.Equal("2020-01-01", json.RootElement.GetProperty("population").GetProperty("date").GetString());
    }

    [Fact]
    public async Task A_bad_area_is_a_problem_with_its_place()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/geo/area")
        {
            Content = new StringContent("""{"type":"Polygon","coordinates":[[[50.8,4.3],[50.8,4.4],[50.9,4.4],[50.8,4.3]]]}"""),
            Headers = { { "Accept-Language", "de" } },
        };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("GEO-011", text, StringComparison.Ordinal);
        Assert.Contains("vertauscht", text, StringComparison.Ordinal);
    }
}
