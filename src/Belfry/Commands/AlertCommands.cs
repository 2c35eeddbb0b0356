using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Belfry.Commands;

/// <summary>Alerts of a running instance, from a terminal: the same steps and the same second person as on the page.</summary>
static class AlertCommands
{
    public static Command Build() => new("alerts", "Alerts, over HTTP: draft, submit, approve, watch, stop.") { List(), Draft(), Submit(), Approve(), Stop(), Status() };

    static Command List()
    {
        var remote = new Remote();
        var command = remote.On(new Command("list", "Versions of alerts, newest first."));
        command.SetAction((parsed, ct) => remote.AskAsync(parsed, HttpMethod.Get, "/api/alerts", null, null, node =>
        {
            foreach (var one in node.AsArray())
            {
                Console.WriteLine(Line(one!));
            }
        }, ct));
        return command;
    }

    static Command Draft()
    {
        var (remote, key) = (new Remote(), IncidentCommands.KeyOption());
        var file = new Argument<FileInfo>("FILE") { Description = "The alert as JSON: area (GeoJSON as text), place, class, channels, validMinutes, texts (language, title, sms, body, instruction)." };
        var command = remote.On(new Command("draft", "Starts a draft and prints its number, version and id.") { file, key });
        command.SetAction(async (parsed, ct) =>
        {
            var from = parsed.GetValue(file)!;
            if (!from.Exists)
            {
                return await Place.SayAsync($"{from}: no such file");
            }

            JsonNode? form;
            try
            {
                form = JsonNode.Parse(await File.ReadAllTextAsync(from.FullName, ct));
            }
            catch (JsonException fault)
            {
                return await Place.SayAsync($"{from}: {fault.Message}");
            }

            return await remote.AskAsync(parsed, HttpMethod.Post, "/api/alerts", form, parsed.GetValue(key), node => Console.WriteLine(Line(node)), ct);
        });
        return command;
    }

    static Command Submit() => Act("submit", "Hands a draft to those who decide, and prints how many messages it would be.", [], (_, _) => new { });

    static Command Approve()
    {
        var digest = new Option<string>("--digest") { Description = "Of the version you have seen: belfry alerts status prints it.", Required = true };
        var place = new Option<string>("--place") { Description = "The name of the place, typed.", Required = true };
        return Act("approve", "Approves what was seen: it is sent at once.", [digest, place], (parsed, _) => new { digest = parsed.GetValue(digest), place = parsed.GetValue(place) });
    }

    static Command Stop()
    {
        var why = new Option<string>("--why") { Description = "Stands in the logbook.", Required = true };
        return Act("stop", "Stops a dispatch: nothing more leaves.", [why], (parsed, _) => new { why = parsed.GetValue(why) });
    }

    static Command Act(string verb, string what, IReadOnlyList<System.CommandLine.Option> options, Func<ParseResult, Guid, object> body)
    {
        var (remote, id, key) = (new Remote(), IdArgument(), IncidentCommands.KeyOption());
        var command = remote.On(new Command(verb, what) { id, key });
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, ct) => remote.AskAsync(
            parsed, HttpMethod.Post, $"/api/alerts/{parsed.GetValue(id)}/{verb}", body(parsed, parsed.GetValue(id)), parsed.GetValue(key), node => Console.WriteLine(Line(node)), ct));
        return command;
    }

    static Command Status()
    {
        var (remote, id) = (new Remote(), IdArgument());
        var command = remote.On(new Command("status", "One version: where it stands, how far its dispatch is, and the digest that an approval binds.") { id });
        command.SetAction((parsed, ct) => remote.AskAsync(parsed, HttpMethod.Get, $"/api/alerts/{parsed.GetValue(id)}", null, null, node =>
        {
            Console.WriteLine(Line(node["version"]!));
            foreach (var count in node["progress"]?["counts"]?.AsArray() ?? [])
            {
                Console.WriteLine($"  {count!["channel"],-6} {count["state"],-10} {count["count"]}");
            }

            Console.WriteLine($"  digest {node["digest"]}");
        }, ct));
        return command;
    }

    static Argument<Guid> IdArgument() => new("VERSION") { Description = "Id of the version, as list and draft print it." };

    static string Line(JsonNode version) => $"{version["number"],-16} v{version["version"]} {version["state"],-10} {version["place"]}, {version["shown"]} messages  {version["id"]}";
}
