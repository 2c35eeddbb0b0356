using System.CommandLine;
using System.Text.Json;
using Belfry.Kernel;
using Belfry.Passengers;

namespace Belfry.Commands;

static class PassengersScreen
{
    static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Build()
    {
        var lists = new Option<FileInfo[]>("--list") { Description = "List files, read together: EU (annex CSV or XML), UN (consolidated XML), OFAC (sdn.csv with alt.csv), or CSV with a head line (name or family, given; alias and weakAlias split at ';'; birthDate, nationality, document, sex, id). At most 256 MiB each, XML 64 MiB.", Required = true, AllowMultipleArgumentsPerToken = true };
        var persons = new Option<FileInfo[]>("--in") { Description = "Passengers: CSV with a head line (family, given or name; birthDate, nationality, document, sex, id), or the JSON that `passengers parse --json` prints.", Required = true, AllowMultipleArgumentsPerToken = true };
        var json = new Option<bool>("--json") { Description = "One JSON document: version, lists, passengers, matches (passenger, list, entry, score in bits, decision, parts, explanation), rejected, noticed." };
        var command = new Command("screen", "Finds passengers on lists. Every possible match is for people to review; nothing is decided here. Records that cannot be used are listed with their place and make the exit code 4; a file that cannot be used gives 1.") { lists, persons, json };
        command.SetAction(async (parsed, ct) =>
        {
            var files = new List<ListFile>();
            foreach (var file in parsed.GetRequiredValue(lists))
            {
                if (!file.Exists)
                {
                    return PassengersMatch.Refused(KernelProblems.NotFound.At(file.FullName));
                }

                files.Add(new ListFile(file.Name, await File.ReadAllBytesAsync(file.FullName, ct)));
            }

            var (passengers, rejected, noticed) = (new List<(string Id, NamedPerson Person)>(), new List<RejectedRecord>(), new List<RejectedRecord>());
            foreach (var file in parsed.GetRequiredValue(persons))
            {
                if (!file.Exists)
                {
                    return PassengersMatch.Refused(KernelProblems.NotFound.At(file.FullName));
                }

                if (!NamedPersons.Read(new ListFile(file.Name, await File.ReadAllBytesAsync(file.FullName, ct))).TryGet(out var read, out var problems))
                {
                    return PassengersMatch.Refused([.. problems]);
                }

                passengers.AddRange(read.Persons);
                rejected.AddRange(read.Rejected);
                noticed.AddRange(read.Noticed);
            }

            var watchlist = Watchlist.Read(files);
            rejected.AddRange(watchlist.Rejected);
            noticed.AddRange(watchlist.Noticed);
            if (watchlist.Entries.Count == 0)
            {
                return PassengersMatch.Refused([.. rejected.Select(record => record.Problem), MatchingProblems.ListUnknown.At("--list")]);
            }

            using var screener = Screener.Over(watchlist.Entries);
            var found = passengers.AsParallel().AsOrdered().WithCancellation(ct).Select(passenger => (passenger.Id, passenger.Person, Matches: screener.Screen(passenger.Person))).ToList();
            Print(parsed.GetValue(json), watchlist, passengers.Count, found, rejected, noticed);
            return rejected.Count > 0 ? ExitCode.Partly : ExitCode.Done;
        });
        return command;
    }

    static void Print(bool json, Watchlist list, int count, List<(string Id, NamedPerson Person, IReadOnlyList<ListMatch> Matches)> found, List<RejectedRecord> rejected, List<RejectedRecord> noticed)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new
                {
                    version = Screener.Version,
                    lists = new { records = list.Records, entries = list.Entries.Count, notPersons = list.NotPersons, joined = list.Joined, rejected = list.Rejected.Count },
                    passengers = count,
                    matches = found.SelectMany(passenger => passenger.Matches.Select(match => Row(passenger.Id, passenger.Person, match))),
                    rejected = rejected.Select(Row),
                    noticed = noticed.Select(Row),
                },
                Readable));
            return;
        }

        foreach (var (id, person, matches) in found)
        {
            foreach (var match in matches)
            {
                Console.WriteLine($"{id} {person.FullName}: {match.Entry}\n  {match.Score.Explain(Language.En)}");
            }
        }

        foreach (var record in rejected)
        {
            Console.Error.WriteLine($"{record.Problem.Code} {record.File} record {record.Record} line {record.Line}: {record.Problem.In(Language.En)}");
        }

        Console.WriteLine($"{count} passengers, {list.Entries.Count} entries, {found.Count(passenger => passenger.Matches.Count > 0)} passengers to review, {rejected.Count} records rejected");
    }

    static object Row(string id, NamedPerson person, ListMatch match) => new
    {
        passenger = id,
        name = person.FullName,
        list = match.Entry.List,
        entry = match.Entry.Id,
        listed = match.Entry.Names[0].Text,
        score = match.Score.Tenths / 10.0,
        decision = PassengersMatch.Word(match.Score.Decision),
        parts = match.Score.Parts.Select(part => new { name = part.Name, bits = part.Tenths / 10.0 }),
        explanation = match.Score.Explain(Language.En),
    };

    static object Row(RejectedRecord record) => new { file = record.File, record = record.Record, line = record.Line, code = record.Problem.Code, field = record.Problem.Field, reason = record.Problem.In(Language.En) };
}
