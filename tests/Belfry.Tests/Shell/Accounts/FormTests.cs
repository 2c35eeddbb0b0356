using System.Net;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Belfry.Tests.Shell;

/// <summary>S-9: no form of Accounts is accepted from elsewhere, without its token, or with another person's.</summary>
public sealed class FormTests
{
    [Fact]
    public async Task S9_each_post_is_refused_without_its_token_with_another_person_s_and_from_another_site()
    {
        await using var house = await AccountsHouse.OpenAsync(DatabaseKind.Sqlite);
        var (browser, key) = await house.AdministratorAsync();
        var (stranger, _, _) = await house.PersonAsync();
        var foreign = await stranger.TokenAsync("/account");
        var posts = house.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Select(route => "/" + route.RoutePattern.RawText!.TrimStart('/').Replace("{account}", "01970000-0000-7000-8000-000000000001", StringComparison.Ordinal)
                .Replace("{session}", "01970000-0000-7000-8000-000000000001", StringComparison.Ordinal).Replace("{token}", "01970000-0000-7000-8000-000000000001", StringComparison.Ordinal)
                .Replace("{credential}", "abcd", StringComparison.Ordinal))
            .Where(path => path.StartsWith("/sign", StringComparison.Ordinal) || path.StartsWith("/en", StringComparison.Ordinal) || path.StartsWith("/account", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(24, posts.Count);
        foreach (var path in posts)
        {
            Assert.Equal((HttpStatusCode.BadRequest, "ACC-003"), Shown(await browser.PostFormAsync(path, ("why", "no token at all"))));
            Assert.Equal((HttpStatusCode.BadRequest, "ACC-003"), Shown(await browser.PostFormAsync(path, ("__RequestVerificationToken", foreign))));
            Assert.Equal((HttpStatusCode.BadRequest, "ACC-003"), Shown(await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("why=text") }, [])));
            Assert.Equal((HttpStatusCode.Forbidden, "SHELL-010"), Shown(await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, path), [("Origin", "http://evil.example")])));
            Assert.Equal((HttpStatusCode.Forbidden, "SHELL-010"), Shown(await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, path), [("Sec-Fetch-Site", "cross-site")])));
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/probe")).Status); // nothing happened to it
        static (HttpStatusCode, string?) Shown(Page page) => (page.Status, page.Code);
    }

    [Fact]
    public async Task Pages_speak_the_reader_s_language()
    {
        await using var house = await AccountsHouse.OpenAsync(DatabaseKind.Sqlite);
        foreach (var (tag, words) in new[] { ("nl", "Aanmelden"), ("fr", "Se connecter"), ("de", "Anmelden"), ("en", "Sign in") })
        {
            var page = await house.Open().GetAsync("/sign-in", ("Accept-Language", tag));
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
            Assert.Contains($"<html lang=\"{tag}-", page.Text, StringComparison.Ordinal);
        }
    }
}
