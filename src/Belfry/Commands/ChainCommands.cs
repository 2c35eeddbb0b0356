using System.CommandLine;
using System.Text.Json;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Commands;

/// <summary>Chains as files: written out of an instance, checked without one.</summary>
static class ChainCommands
{
    public static Command Verify()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A chain as written by belfry export." };
        var key = new Option<FileInfo>("--key") { Description = "Public key of the instance (PEM).", Required = true };
        var head = new Option<FileInfo?>("--head") { Description = "A signed head kept elsewhere, or a copy of heads.log. Only it shows that the newest entries are missing." };
        var json = new Option<bool>("--json") { Description = "One JSON document instead of text." };
        var command = new Command("verify", "Walks a chain and names the first entry that is not as it was written. Ends with 0 when it is whole, 1 when not.") { file, key, head, json };
        command.SetAction((parsed, ct) => VerifyAsync(parsed.GetValue(file)!, parsed.GetValue(key)!, parsed.GetValue(head), parsed.GetValue(json), ct));
        return command;
    }

    static async Task<int> VerifyAsync(FileInfo file, FileInfo keyFile, FileInfo? headFile, bool json, CancellationToken ct)
    {
        if (new[] { file, keyFile, headFile }.FirstOrDefault(one => one is { Exists: false }) is { } absent)
        {
            return await Place.SayAsync($"{absent}: no such file");
        }

        VerifyingKey key;
        try
        {
            key = VerifyingKey.FromPem(await File.ReadAllTextAsync(keyFile.FullName, ct));
        }
        catch (ArgumentException)
        {
            return await Place.SayAsync($"{keyFile}: no public key in PEM form");
        }

        using (key)
        {
            var outside = headFile is null ? null : HeadFor(await FirstBodyAsync(file, ct), await File.ReadAllTextAsync(headFile.FullName, ct));
            using var reader = file.OpenText();
            var result = await ChainFile.VerifyAsync(reader, key, outside, ct);
            if (!result.TryGet(out var verdict, out var problems))
            {
                return await Place.SayAsync(problems.Select(problem => $"{problem.Code} {file.Name}: {problem.In(Language.En)}"));
            }

            Console.WriteLine(json
                ? JsonSerializer.Serialize(new { chain = verdict.Chain, entries = verdict.Entries, heads = verdict.Heads })
                : $"{verdict.Chain}: {verdict.Entries} entries, whole. Heads checked: {string.Join(", ", verdict.Heads)}{(headFile is null ? "; without --head a shortened file with its own older head is not found" : "")}");
            return ExitCode.Done;
        }
    }

    static async Task<string> FirstBodyAsync(FileInfo file, CancellationToken ct)
    {
        using var reader = file.OpenText();
        return await reader.ReadLineAsync(ct) ?? "";
    }

    // heads.log holds the heads of all chains; the newest of this one counts. Anything else is a head by itself.
    static string HeadFor(string firstLine, string text)
    {
        if (!text.StartsWith('{'))
        {
            return text;
        }

        var chain = Text(firstLine, "chain");
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Text(line, "note")).LastOrDefault(note => note.Split('\n')[0].EndsWith("/" + chain, StringComparison.Ordinal)) ?? text;
    }

    static string Text(string line, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
        }
        catch (JsonException)
        {
            return ""; // the check itself says what is wrong with the file
        }
    }

    public static Command Export()
    {
        var place = new Place();
        var chain = new Argument<string>("CHAIN") { Description = "audit/ORGANISATION or logbook/INCIDENT, by id; an organisation also by its code: audit/63058." };
        var to = new Option<FileInfo>("--to") { Description = "File to write.", Required = true };
        var key = new Option<FileInfo?>("--public-key") { Description = "Writes the instance's public key (PEM) there too." };
        var command = new Command("export", "Writes a chain with its signed head, for belfry verify. Personal fields stay out. A running instance goes on.") { chain, to, key };
        place.AddTo(command);
        command.SetAction((parsed, ct) => Place.UseAsync(place.Of(parsed), services => ExportAsync(services, parsed.GetValue(chain)!, parsed.GetValue(to)!, parsed.GetValue(key), ct), ct));
        return command;
    }

    static async Task<int> ExportAsync(IServiceProvider services, string name, FileInfo to, FileInfo? publicKey, CancellationToken ct)
    {
        if (name.Split('/') is not ([("audit" or "logbook") and var kind, var owner]))
        {
            return await Place.SayAsync($"{name}: a chain is audit/ORGANISATION or logbook/INCIDENT");
        }

        var chain = new ChainName(kind, Guid.TryParse(owner, out var id) ? id : Organisation.IdOf(owner), Guid.Empty);
        var (instance, entries) = (services.GetRequiredService<Instance>(), 0L);
        await using (var writer = new StreamWriter(to.FullName))
        {
            entries = await services.GetRequiredService<Db>().ReadAsync(Viewer.Program("export"), async reading =>
            {
                await ChainFile.ExportAsync(reading, chain, instance.Keys.Signing, instance.Origin, writer);
                return (await ChainBook.EntriesAsync(reading, chain.ToString(), 0, 1)).Count;
            }, ct);
        }

        if (entries == 0)
        {
            to.Delete();
            return await Place.SayAsync($"{chain}: there is no such chain, or nothing in it");
        }

        if (publicKey is not null)
        {
            await File.WriteAllTextAsync(publicKey.FullName, instance.Keys.Signing.PublicPem, ct);
        }

        Console.WriteLine($"{chain} → {to}");
        return ExitCode.Done;
    }
}
