using System.CommandLine;
using System.Text.Json.Nodes;

namespace Belfry.Commands;

/// <summary>Incidents of a running instance, from a terminal.</summary>
static class IncidentCommands
{
    public static Command Build() => new("incidents", "Incidents and their logbooks, over HTTP.") { List(), Open(), Log() };

    static Command List()
    {
        var (remote, all) = (new Remote(), new Option<bool>("--all") { Description = "Closed ones too." });
        var command = remote.On(new Command("list", "Incidents, newest first.") { all });
        command.SetAction((parsed, ct) => remote.AskAsync(parsed, HttpMethod.Get, "/api/incidents" + (parsed.GetValue(all) ? "?all=true" : ""), null, null, node =>
        {
            foreach (var one in node.AsArray())
            {
                Console.WriteLine($"{one!["number"],-14} {one["state"],-10} {one["title"]}  {one["id"]}");
            }
        }, ct));
        return command;
    }

    static Command Open()
    {
        var remote = new Remote();
        var title = new Argument<string>("TITLE") { Description = "What happened, up to 200 characters." };
        var (kind, place, area) = (new Option<string?>("--kind") { Description = "Up to 60 characters." }, new Option<string?>("--place") { Description = "Up to 200 characters." }, new Option<FileInfo?>("--area") { Description = "GeoJSON file." });
        var key = KeyOption();
        var command = remote.On(new Command("open", "Opens an incident and prints its number and id.") { title, kind, place, area, key });
        command.SetAction(async (parsed, ct) =>
        {
            var drawn = parsed.GetValue(area) is { } file ? await File.ReadAllTextAsync(file.FullName, ct) : null;
            return await remote.AskAsync(
                parsed, HttpMethod.Post, "/api/incidents", new { title = parsed.GetValue(title), kind = parsed.GetValue(kind), place = parsed.GetValue(place), area = drawn }, parsed.GetValue(key),
                node => Console.WriteLine($"{node["number"]} {node["id"]}"), ct);
        });
        return command;
    }

    static Command Log()
    {
        var remote = new Remote();
        var id = new Argument<Guid>("INCIDENT") { Description = "Its id." };
        var text = new Argument<string?>("TEXT") { Description = "A line to write; without it the logbook is printed.", Arity = ArgumentArity.ZeroOrOne };
        var (kind, key) = (new Option<string>("--kind") { Description = "note, report, decision, measure or request. Default note.", DefaultValueFactory = _ => "note" }, KeyOption());
        var command = remote.On(new Command("log", "Prints a logbook, or writes a line in it.") { id, text, kind, key });
        command.SetAction((parsed, ct) => parsed.GetValue(text) is { } line
            ? remote.AskAsync(parsed, HttpMethod.Post, $"/api/incidents/{parsed.GetValue(id)}/log", new { text = line, kind = parsed.GetValue(kind) }, parsed.GetValue(key), _ => { }, ct)
            : remote.AskAsync(parsed, HttpMethod.Get, $"/api/incidents/{parsed.GetValue(id)}/log", null, null, Print, ct));
        return command;
    }

    static void Print(JsonNode book)
    {
        foreach (var line in book["lines"]!.AsArray())
        {
            Console.WriteLine($"{line!["number"],4} {line["recorded"]} {line["kind"],-10} {line["author"]}: {line["text"]}");
        }
    }

    internal static Option<string> KeyOption() => new("--key")
    {
        Description = "Idempotency-Key: the same command with the same key is done once. Default a new one.",
        DefaultValueFactory = _ => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)),
    };
}
