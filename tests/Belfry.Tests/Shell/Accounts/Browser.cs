using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Belfry.Tests.Shell;

/// <summary>As a browser: keeps cookies (Secure ones on localhost too), follows nothing by itself, posts forms with their token.</summary>
sealed partial class Browser(Uri site) : IDisposable
{
    readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site };

    public Uri Site => site;

    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>Every Set-Cookie seen, raw.</summary>
    public List<string> SetCookies { get; } = [];

    public string? Session
    {
        get => Cookies.GetValueOrDefault("__Host-belfry");
        set
        {
            if (value is null)
            {
                Cookies.Remove("__Host-belfry");
            }
            else
            {
                Cookies["__Host-belfry"] = value;
            }
        }
    }

    public Task<Page> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), headers);

    /// <summary>Opens the page, then posts to <paramref name="action"/> with its token.</summary>
    public async Task<Page> PostAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync(page);
        return await PostFormAsync(action, [("__RequestVerificationToken", token), .. fields]);
    }

    public Task<Page> PostFormAsync(string action, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) }, []);

    public async Task<Page> PostJsonAsync(string page, string action, object body)
    {
        var token = await TokenAsync(page);
        return await SendAsync(
            new HttpRequestMessage(HttpMethod.Post, action) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") },
            [("RequestVerificationToken", token), ("Accept", "application/json")]);
    }

    public async Task<string> TokenAsync(string page) => TokenIn((await GetAsync(page)).Text);

    public async Task<Page> SendAsync(HttpRequestMessage request, (string Name, string Value)[] headers)
    {
        if (headers.All(header => header.Name != "Accept"))
        {
            request.Headers.Add("Accept", "text/html");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        using var answer = await http.SendAsync(request);
        foreach (var line in answer.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
        {
            SetCookies.Add(line);
            var (name, value) = (line.Split('=', 2)[0], line.Split('=', 2)[1].Split(';')[0]);
            if (value.Length == 0)
            {
                Cookies.Remove(name);
            }
            else
            {
                Cookies[name] = value;
            }
        }

        return new Page(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.OriginalString, answer.Headers.ToString());
    }

    public Task<Stream> OpenStreamAsync(string path, CancellationToken ct)
    {
        var request = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = site };
        request.DefaultRequestHeaders.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        return request.GetStreamAsync(path, ct);
    }

    public static string TokenIn(string html) => TokenField().Match(html) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException("No form token in: " + html);

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}

sealed record Page(HttpStatusCode Status, string Text, string? Location, string Headers)
{
    /// <summary>The code of the refusal that the page or the JSON shows.</summary>
    public string? Code => Regex.Match(Text, "\"?(?:data-)?code\"?[=:]\"([A-Z]+-\\d+)\"") is { Success: true } match ? match.Groups[1].Value : null;

    public string Field(string name) => WebUtility.HtmlDecode(Regex.Match(Text, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);
}
