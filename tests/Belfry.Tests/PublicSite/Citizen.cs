using System.Net;
using System.Text.RegularExpressions;
using Belfry.Dispatch;
using Belfry.Rehearsal;

namespace Belfry.Tests.PublicSite;

/// <summary>Someone without an account: a plain client without cookies that follows nothing by itself, a phone and a mailbox.</summary>
sealed partial class Citizen(Town town) : IDisposable
{
    readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(town.Server.Address) };

    public sealed record Seen(HttpStatusCode Status, string Text, string? Location, HttpResponseMessage Answer);

    /// <summary>What a proxy on this machine says of where the request came from; null without one.</summary>
    public string? Through { get; set; }

    public Task<Seen> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Seen> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    async Task<Seen> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (Through is not null)
        {
            request.Headers.Add("X-Forwarded-For", Through);
        }

        var answer = await http.SendAsync(request);
        return new Seen(answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), answer.Headers.Location?.OriginalString, answer);
    }

    /// <summary>A form that nothing stands against, with fields put in place of its own.</summary>
    public static (string Name, string Value)[] Form(params (string Name, string Value)[] own)
    {
        var fields = new Dictionary<string, string> { ["name"] = "Bontje Wolkenpot", ["language"] = "fr", ["places-1"] = Town.Centre.ToString(), ["phone"] = "0400 55 66 77", ["mail"] = "bontje@mail.invalid", ["official"] = "true", ["tests"] = "true", ["agreed"] = "true" };
        foreach (var (name, value) in own)
        {
            fields[name] = value;
        }

        return [.. fields.Where(field => field.Value.Length > 0).Select(field => (field.Key, field.Value))];
    }

    public const string Phone = "+32400556677";
    public const string Mail = "bontje@mail.invalid";

    public IReadOnlyList<PhoneMessage> Sms(string number = Phone) => town.Phones.Inbox.Of(number);

    public IReadOnlyList<ReceivedMail> Mails(string address = Mail) => town.Get<Carriers>().Mail.Inbox.Of(address);

    public async Task<string> SmsAsync(int count = 1, string number = Phone)
    {
        await Wait.UntilAsync(() => Sms(number).Count >= count, () => $"{number} has {Sms(number).Count} SMS, not {count}");
        return Sms(number)[^1].Text;
    }

    public async Task<ReceivedMail> MailAsync(int count = 1, string address = Mail)
    {
        await Wait.UntilAsync(() => Mails(address).Count >= count, () => $"{address} has {Mails(address).Count} mails, not {count}");
        return Mails(address)[^1];
    }

    public static string CodeIn(string text) => Code().Match(text).Groups["code"].Value;

    /// <summary>The path of the link in a message.</summary>
    public static string LinkIn(string text) => new Uri(Link().Match(text).Value).PathAndQuery;

    /// <summary>Registers and proves the phone by its code.</summary>
    public async Task<string> RegisteredAsync(params (string Name, string Value)[] own)
    {
        var page = (await PostAsync("/public/fr/subscribe", Form(own))).Location!;
        await PostAsync(page, ("channel", "Sms"), ("code-sms", CodeIn(await SmsAsync())));
        return page;
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex(@"\b(?<code>[0-9]{6})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"http://\S+/public/\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
