using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.Serve;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Belfry.Tests.Commands;

/// <summary>A logbook written out of a running instance and checked by whoever got the file.</summary>
public sealed class ChainCommandTests
{
    [Fact]
    public async Task A_chain_that_was_edited_cut_reordered_or_shortened_is_found_and_the_first_wrong_entry_named()
    {
        await using var town = await Town.OpenAsync(DatabaseKind.Sqlite, inside: 1);
        var incident = (await town.Get<OpenIncident>().RunAsync(Town.Coordinator, new OpenIncidentForm("Inondation"))).Value;
        for (var line = 2; line <= 6; line++)
        {
            Assert.True((await town.Get<WriteLine>().RunAsync(Town.Coordinator, incident.Id, new LogForm($"Ligne {line}"))).Ok);
        }

        var chain = Logbook.ChainOf(incident.Id, incident.Organisation);
        var (file, key, older) = (Path.Combine(town.Folder, "chain.jsonl"), Path.Combine(town.Folder, "key.pem"), Path.Combine(town.Folder, "older.jsonl"));
        await ExportAsync(town, chain, older);
        for (var line = 7; line <= 9; line++)
        {
            await town.Get<WriteLine>().RunAsync(Town.Coordinator, incident.Id, new LogForm($"Ligne {line}"));
        }

        await ExportAsync(town, chain, file);
        await File.WriteAllTextAsync(key, town.Server.Instance.Keys.Signing.PublicPem, TestContext.Current.CancellationToken);
        await town.Server.App.Services.GetServices<IHostedService>().OfType<HeadSigner>().Single().StepAsync(TestContext.Current.CancellationToken);
        var heads = Path.Combine(town.Folder, HeadSigner.FileName);

        var whole = await Belfryd.RunAsync("verify", file, "--key", key, "--head", heads, "--json");
        Assert.Equal((0, $$"""{"chain":"{{chain}}","entries":9,"heads":["own","outside"]}"""), (whole.Code, whole.Output.Trim()));

        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        await WrongAsync(5, [.. lines.Select((line, at) => at == 5 ? line.Replace("Note", "Nota", StringComparison.Ordinal) : line)]);
        await WrongAsync(4, [.. lines.Where((_, at) => at != 4)]);
        await WrongAsync(3, [.. lines.Select((line, at) => at == 3 ? lines[4] : at == 4 ? lines[3] : line)]);
        await WrongAsync(9, [.. lines.Where((_, at) => at != 9)]);

        // An older file is whole by itself; only a head that was kept elsewhere shows that it is short.
        var alone = await Belfryd.RunAsync("verify", older, "--key", key);
        Assert.Equal((0, true), (alone.Code, alone.Output.Contains("6 entries, whole. Heads checked: own; without --head", StringComparison.Ordinal)));
        var shortened = await Belfryd.RunAsync("verify", older, "--key", key, "--head", heads);
        Assert.Equal((1, true), (shortened.Code, shortened.Errors.Contains("the head given beside it counts 9 entries", StringComparison.Ordinal)));

        async Task WrongAsync(int entry, string[] changed)
        {
            Assert.NotEqual(lines, changed);
            var path = Path.Combine(town.Folder, "changed.jsonl");
            await File.WriteAllLinesAsync(path, changed, TestContext.Current.CancellationToken);
            var ran = await Belfryd.RunAsync("verify", path, "--key", key, "--head", heads);
            Assert.Equal(1, ran.Code);
            Assert.Contains($"KERNEL-007 changed.jsonl: The chain breaks at entry {entry}:", ran.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_running_instance_gives_links_tokens_incidents_and_a_chain()
    {
        await using var town = await Town.OpenAsync(DatabaseKind.Sqlite, inside: 1, named: "belfry.db");
        string[] at = ["--data", town.Folder];
        var links = await Belfryd.RunAsync(["personas", .. at]);
        Assert.Equal((0, 7), (links.Code, links.Output.Split(town.Server.Address + "/enter#bfp_").Length - 1));
        var refused = await Belfryd.RunAsync(["token", "--persona", "pauline", "--scope", "nothing.real", .. at]);
        Assert.Equal((1, true), (refused.Code, refused.Errors.StartsWith("ACC-014 scopes", StringComparison.Ordinal)));
        var token = await Belfryd.RunAsync(["token", "--persona", "pauline", "--scope", "incidents.read", "--scope", "incidents.open", "--scope", "incidents.log", .. at]);
        Assert.Equal((0, ""), (token.Code, token.Errors));
        var own = new Dictionary<string, string> { ["BELFRY_TOKEN"] = token.Output.Trim() };
        string[] to = ["--server", town.Server.Address];

        var opened = await Belfryd.RunAsync(own, ["incidents", "open", "Inondation à Pepinster", "--key", "one", .. to]);
        var again = await Belfryd.RunAsync(own, ["incidents", "open", "Inondation à Pepinster", "--key", "one", .. to]);
        Assert.Equal((0, opened.Output), (again.Code, again.Output));
        var otherwise = await Belfryd.RunAsync(own, ["incidents", "open", "Autre chose", "--key", "one", .. to]);
        Assert.Equal((1, true), (otherwise.Code, otherwise.Errors.StartsWith("SHELL-004", StringComparison.Ordinal)));
        var id = opened.Output.Split(' ')[1].Trim();
        Assert.Equal(0, (await Belfryd.RunAsync(own, ["incidents", "log", id, "La Vesdre est à 3 m", .. to])).Code);
        var book = await Belfryd.RunAsync(own, ["incidents", "log", id, .. to]);
        Assert.Contains("Coordinatrice Pauline: La Vesdre est à 3 m", book.Output, StringComparison.Ordinal);
        var list = await Belfryd.RunAsync(own, ["incidents", "list", "--json", .. to]);
        Assert.Single(System.Text.Json.Nodes.JsonNode.Parse(list.Output)!.AsArray());

        // Nobody there is not a refusal; no token is.
        Assert.Equal(3, (await Belfryd.RunAsync(own, "incidents", "list", "--server", "http://localhost:9")).Code);
        Assert.Equal(1, (await Belfryd.RunAsync(["incidents", "list", .. to])).Code);

        var (file, key) = (Path.Combine(town.Folder, "book.jsonl"), Path.Combine(town.Folder, "book.pem"));
        Assert.Equal(0, (await Belfryd.RunAsync(["export", $"logbook/{id}", "--to", file, "--public-key", key, .. at])).Code);
        Assert.Equal(0, (await Belfryd.RunAsync("verify", file, "--key", key)).Code);
        Assert.Equal(1, (await Belfryd.RunAsync(["export", $"logbook/{Guid.Empty}", "--to", file, .. at])).Code);

        // The folder is held: to migrate, it is stopped first.
        Assert.Equal((1, true), await Belfryd.RunAsync(["migrate", .. at]) is var held ? (held.Code, held.Errors.Contains("in use by another belfry", StringComparison.Ordinal)) : default);
        await town.StopAsync();
        Assert.Equal(0, (await Belfryd.RunAsync(["migrate", .. at])).Code);
    }

    static async Task ExportAsync(Town town, ChainName chain, string file)
    {
        await using var writer = new StreamWriter(file);
        await town.Db.ReadAsync(Viewer.Program("test"), async reading =>
        {
            await ChainFile.ExportAsync(reading, chain, town.Server.Instance.Keys.Signing, town.Server.Instance.Origin, writer);
            return 0;
        }, CancellationToken.None);
    }
}
