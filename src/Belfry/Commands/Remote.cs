using System.CommandLine;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Belfry.Commands;

/// <summary>A running instance, reached over HTTP with a bearer token: what a command asks and how it prints the answer.</summary>
sealed class Remote
{
    readonly Option<string> server = new("--server") { Description = "Address of the instance. Default http://localhost:5000.", DefaultValueFactory = _ => "http://localhost:5000" };
    readonly Option<string?> token = new("--token-file") { Description = "File with the bearer token; without it the environment's BELFRY_TOKEN. Never on the command line: others see that." };
    readonly Option<bool> json = new("--json") { Description = "The answer as one JSON document." };

    public Command On(Command command)
    {
        foreach (var option in (Option[])[server, token, json])
        {
            command.Options.Add(option);
        }

        return command;
    }

    /// <param name="key">The Idempotency-Key of a command that makes something; null for a question.</param>
    /// <returns>0 done, 1 refused (each problem on standard error), 3 when nobody answered: then nothing is known about the request.</returns>
    public async Task<int> AskAsync(ParseResult parsed, HttpMethod method, string path, object? body, string? key, Action<JsonNode> print, CancellationToken ct)
    {
        var secret = parsed.GetValue(token) is { } file ? File.Exists(file) ? (await File.ReadAllTextAsync(file, ct)).Trim() : "" : Environment.GetEnvironmentVariable("BELFRY_TOKEN") ?? "";
        if (secret.Length == 0)
        {
            return await Place.SayAsync("No token: set BELFRY_TOKEN or name a file with --token-file (belfry token makes one in a rehearsal).");
        }

        if (!Uri.TryCreate(parsed.GetValue(server), UriKind.Absolute, out var site))
        {
            return await Place.SayAsync($"--server {parsed.GetValue(server)}: no address");
        }

        using var http = new HttpClient { BaseAddress = site, Timeout = TimeSpan.FromSeconds(30) };
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        HttpResponseMessage answer;
        try
        {
            answer = await http.SendAsync(request, ct);
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is TaskCanceledException && !ct.IsCancellationRequested))
        {
            await Console.Error.WriteLineAsync($"{site}: no answer ({fault.Message}). Nothing is known about the request; with the same --key it can be sent again.");
            return ExitCode.Unreachable;
        }

        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync(ct);
            if (!answer.IsSuccessStatusCode)
            {
                return await Place.SayAsync(Problems(text, (int)answer.StatusCode));
            }

            if (text.Length > 0 && JsonNode.Parse(text) is { } node)
            {
                if (parsed.GetValue(json))
                {
                    Console.WriteLine(text);
                }
                else
                {
                    print(node);
                }
            }

            return ExitCode.Done;
        }
    }

    static IEnumerable<string> Problems(string text, int status)
    {
        try
        {
            if (JsonNode.Parse(text)?["problems"] is JsonArray problems)
            {
                return [.. problems.Select(problem => $"{problem!["code"]} {problem["field"]}: {problem["sentence"]}".Replace(" :", ":", StringComparison.Ordinal))];
            }
        }
        catch (JsonException)
        {
            // Not ours: a proxy in between speaks for itself.
        }

        return [$"HTTP {status}"];
    }
}
