using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Belfry.Kernel;
using Belfry.Passengers;
using Spectre.Console;

namespace Belfry.Commands;

/// <summary>passengers parse: reads carriers' files and prints who is in them. The reading itself is <see cref="PassengerFile"/>.</summary>
static class PassengersParse
{
    static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new ProblemForm() },
    };

    public static Command Build()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files as received: PNRGOV 10.1-18.1 and PAXLST D.02B-D.18A in EDIFACT (any UNA, Type-B wraps, mail headers and footers), PNRGOV XML 13.1-16.1, "
                + "the US dialect of PAXLST, CSV with a header. At most 256 MB each. - reads standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "One JSON document: every message, traveller, rejected record and count." };
        var summary = new Option<bool>("--summary") { Description = "Type, flight and counts only: no names." };
        var command = new Command(
            "parse",
            "Reads passenger messages. Every traveller record is loaded or rejected with its place; the counts reconcile.\n"
            + "Times are local to their airport, offsets are bytes from the start of the file, segments count from 1.\n"
            + "Ends with 0: all read; 1: no file could be read; 4: some records or files were rejected, or a message was cut short (PAX-004, PAX-005).")
        {
            files, json, summary,
        };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(files)!, parsed.GetValue(json), parsed.GetValue(summary), ct));
        return command;
    }

    sealed record FileReading(string File, Problem? Refused, IReadOnlyList<PassengerMessage> Messages, IReadOnlyList<Finding> Findings, ReadingCounts Counts);

    sealed record Document(IReadOnlyList<FileReading> Files, IReadOnlyList<Finding> MissingParts, ReadingCounts Totals);

    static async Task<int> RunAsync(string[] names, bool json, bool summary, CancellationToken ct)
    {
        var readings = new List<FileReading>();
        if (!Console.IsErrorRedirected && names.Length > 20)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            await console.Progress().StartAsync(async progress =>
            {
                var task = progress.AddTask("files", maxValue: names.Length);
                foreach (var name in names)
                {
                    readings.Add(await ReadAsync(name, ct));
                    task.Increment(1);
                }
            });
        }
        else
        {
            foreach (var name in names)
            {
                readings.Add(await ReadAsync(name, ct));
            }
        }

        var missing = PassengerFile.MissingParts(readings.SelectMany(reading => reading.Messages));
        var totals = readings.Aggregate(default(ReadingCounts), (sum, reading) => sum + reading.Counts);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new Document(summary ? [.. readings.Select(WithoutPersons)] : readings, missing, totals), Form));
        }
        else
        {
            foreach (var reading in readings.Where(reading => reading.Refused is null))
            {
                PassengersText.Print(reading.File, reading.Messages, reading.Counts, summary);
            }
        }

        foreach (var reading in readings)
        {
            Complain(reading, summary || json);
        }

        foreach (var finding in missing)
        {
            Console.Error.WriteLine(finding.Problem);
        }

        return readings.TrueForAll(reading => reading.Refused is not null) ? ExitCode.Refused
            : readings.Exists(reading => reading.Refused is not null || reading.Counts.Rejected > 0 || reading.Messages.Any(Cut)) ? ExitCode.Partly : ExitCode.Done;
    }

    static bool Cut(PassengerMessage message) => message.Findings.Any(finding => finding.Problem.Code is "PAX-004" or "PAX-005");

    static async Task<FileReading> ReadAsync(string name, CancellationToken ct)
    {
        byte[] bytes;
        try
        {
            if (name == "-")
            {
                using var memory = new MemoryStream();
                await Console.OpenStandardInput().CopyToAsync(memory, ct);
                bytes = memory.ToArray();
            }
            else if (new FileInfo(name) is { Exists: true, Length: > PassengerFile.MostBytes })
            {
                return new FileReading(name, PassengersProblems.TooLarge.With(("limit", PassengerFile.MostBytes)), [], [], default);
            }
            else
            {
                bytes = await File.ReadAllBytesAsync(name, ct);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new FileReading(name, PassengersProblems.FileUnreadable.With(("reason", fault.Message.TrimEnd('.'))), [], [], default);
        }

        return PassengerFile.Read(bytes).TryGet(out var reading, out var problems)
            ? new FileReading(name, null, reading.Messages, reading.Findings, reading.Counts)
            : new FileReading(name, problems[0], [], [], default);
    }

    /// <summary>--summary with --json: the accounts without anybody's name.</summary>
    static FileReading WithoutPersons(FileReading reading) => reading with
    {
        Messages =
        [
            .. reading.Messages.Select(message => message with
            {
                Passengers = [], Bookings = [], Kept = [], SenderContacts = [], Rejected = [.. message.Rejected.Select(rejected => rejected with { Text = "" })],
                Findings = [.. message.Findings.Select(finding => finding with { Problem = new Problem(finding.Problem.Kind, finding.Problem.Field, Nameless(finding.Problem)) })],
            }),
        ],
    };

    // "other" is a name, "value" a birth or expiry date as sent.
    static Dictionary<string, string> Nameless(Problem problem) => problem.Values.ToDictionary(pair => pair.Key, pair => pair.Key is "other" or "value" ? "…" : pair.Value);

    static void Complain(FileReading reading, bool brief)
    {
        if (reading.Refused is { } refused)
        {
            Console.Error.WriteLine($"{refused.Code} {reading.File}: {refused.In(Language.En)}");
            return;
        }

        foreach (var rejected in reading.Messages.SelectMany(message => message.Rejected))
        {
            Console.Error.WriteLine($"{rejected.Problem.Code} {reading.File}: {rejected.Place}: {rejected.Problem.In(Language.En)}");
        }

        foreach (var finding in brief ? [] : reading.Findings.Concat(reading.Messages.SelectMany(message => message.Findings)))
        {
            Console.Error.WriteLine($"{finding.Problem.Code} {reading.File}: " + (finding.Place == default ? "" : finding.Place + ": ") + finding.Problem.In(Language.En));
        }
    }

    sealed class ProblemForm : JsonConverter<Problem>
    {
        public override Problem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Problems are only written.");

        public override void Write(Utf8JsonWriter writer, Problem value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("code", value.Code);
            writer.WriteString("text", value.In(Language.En));
            writer.WriteEndObject();
        }
    }
}
