using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Belfry.Tests.Commands;

/// <summary>What belfry alerts asks of a server, and what it makes of the answer.</summary>
public sealed class AlertCommandTests
{
    const string Id = "01970000-0000-7000-8000-000000000001";

    [Fact]
    public async Task Each_verb_asks_its_route_with_token_and_key_and_a_refusal_keeps_code_and_field()
    {
        using var stand = new Stand();
        var own = new Dictionary<string, string> { ["BELFRY_TOKEN"] = "bft_test" };
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"place":"Pepinster","validMinutes":60}""", TestContext.Current.CancellationToken);
        var version = $$"""{"id":"{{Id}}","number":"X-2026-0001","version":1,"state":"submitted","place":"Pepinster","shown":12}""";

        foreach (var (arguments, route, body) in new (string[], string, string?)[]
        {
            (["draft", file], "POST /api/alerts", """{"place":"Pepinster","validMinutes":60}"""),
            (["submit", Id], $"POST /api/alerts/{Id}/submit", "{}"),
            (["approve", Id, "--digest", "ab", "--place", "Pepinster"], $"POST /api/alerts/{Id}/approve", """{"digest":"ab","place":"Pepinster"}"""),
            (["stop", Id, "--why", "faux"], $"POST /api/alerts/{Id}/stop", """{"why":"faux"}"""),
        })
        {
            var asked = stand.AnswerAsync(200, version);
            var ran = await Belfryd.RunAsync(own, ["alerts", .. arguments, "--key", "k1", "--server", stand.Site]);
            Assert.Equal((0, ""), (ran.Code, ran.Errors));
            Assert.Equal((route, body, "Bearer bft_test", "k1"), await asked);
            Assert.Contains("X-2026-0001      v1 submitted  Pepinster, 12 messages", ran.Output, StringComparison.Ordinal);
        }

        var status = stand.AnswerAsync(200, "{\"version\":" + version + ",\"digest\":\"abc\",\"progress\":{\"counts\":[{\"channel\":\"sms\",\"state\":\"handed\",\"count\":12}]}}");
        var told = await Belfryd.RunAsync(own, "alerts", "status", Id, "--server", stand.Site);
        Assert.Equal($"GET /api/alerts/{Id}", (await status).Route);
        Assert.Contains("sms    handed     12", told.Output, StringComparison.Ordinal);
        Assert.Contains("digest abc", told.Output, StringComparison.Ordinal);

        _ = stand.AnswerAsync(403, """{"problems":[{"code":"ALERT-011","field":null,"sentence":"You wrote part of this message."}]}""");
        var refused = await Belfryd.RunAsync(own, "alerts", "approve", Id, "--digest", "ab", "--place", "x", "--server", stand.Site);
        Assert.Equal((1, "ALERT-011: You wrote part of this message."), (refused.Code, refused.Errors.Trim()));
        Assert.Equal(2, (await Belfryd.RunAsync(own, "alerts", "approve", Id)).Code);
        File.Delete(file);
    }

    /// <summary>A server that answers what it is told.</summary>
    sealed class Stand : IDisposable
    {
        readonly HttpListener listener = new();

        public Stand()
        {
            using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                probe.Start();
                Site = $"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            }

            listener.Prefixes.Add(Site);
            listener.Start();
        }

        public string Site { get; }

        public async Task<(string Route, string? Body, string? Token, string? Key)> AnswerAsync(int status, string body)
        {
            var context = await listener.GetContextAsync();
            var request = context.Request;
            var text = await new StreamReader(request.InputStream).ReadToEndAsync();
            context.Response.StatusCode = status;
            context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(body));
            context.Response.Close();
            return ($"{request.HttpMethod} {request.Url!.AbsolutePath}", text.Length == 0 ? null : JsonNode.Parse(text)!.ToJsonString(), request.Headers["Authorization"], request.Headers["Idempotency-Key"]);
        }

        public void Dispose() => listener.Close();
    }
}
