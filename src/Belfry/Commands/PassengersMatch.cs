using System.CommandLine;
using System.Globalization;
using System.Text;
using Belfry.Kernel;
using Belfry.Passengers;

namespace Belfry.Commands;

static class PassengersMatch
{
    public static Command Build()
    {
        var pairs = new Option<FileInfo>("--pairs") { Description = "CSV, UTF-8, with a head line: name1, name2 and where known birthDate1, birthDate2 (yyyy, yyyy-mm or yyyy-mm-dd), country1, country2 (ISO code or English name). Other columns are kept.", Required = true };
        var result = new Option<FileInfo>("--out") { Description = "CSV to write: every row read, in order, with score (bits; 10 more tenths = twice the odds), decision (none, possible from 8 bits, strong from 20, refused) and explanation.", Required = true };
        var command = new Command("match", "Says for pairs of names whether they may be one person, and why. A refused row (PAX-103 no name, PAX-104 unreadable, PAX-105 unknown date) stands in the result with its reason and makes the exit code 4; a file that cannot be used gives 1.") { pairs, result };
        command.SetAction(async (parsed, ct) =>
        {
            var (source, target) = (parsed.GetRequiredValue(pairs), parsed.GetRequiredValue(result));
            if (!source.Exists)
            {
                return Refused(KernelProblems.NotFound.At(source.FullName));
            }

            if (!NamePairs.Score(new ListFile(source.Name, await File.ReadAllBytesAsync(source.FullName, ct))).TryGet(out var scored, out var problems))
            {
                return Refused([.. problems]);
            }

            await using var lines = new StreamWriter(target.FullName, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            await lines.WriteLineAsync(NamePairs.ToCsv([.. scored.Head, "score", "decision", "explanation", "version"]));
            foreach (var row in scored.Rows)
            {
                await lines.WriteLineAsync(NamePairs.ToCsv([.. Padded(row.Cells, scored.Head.Count), .. Verdict(row)]));
                if (row.Problem is { } problem)
                {
                    await Console.Error.WriteLineAsync($"{problem.Code} line {row.Line} {problem.Field}: {problem.In(Language.En)}");
                }
            }

            return scored.Rows.Any(row => row.Problem is not null) ? ExitCode.Partly : ExitCode.Done;
        });
        return command;
    }

    static string[] Verdict(NamePair row) => row.Score is { } score
        ? [(score.Tenths / 10.0).ToString("0.0", CultureInfo.InvariantCulture), Word(score.Decision), score.Explain(Language.En), score.Version]
        : ["", "refused", row.Problem!.ToString(), ""];

    internal static string Word(Decision decision) => decision switch { Decision.Strong => "strong", Decision.Possible => "possible", _ => "none" };

    // A row may be shorter than the head line; a longer one keeps what fits.
    static IEnumerable<string> Padded(IReadOnlyList<string> cells, int count) => cells.Concat(Enumerable.Repeat("", count)).Take(count);

    internal static int Refused(params IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine($"{problem.Code} {problem.Field}: {problem.In(Language.En)}");
        }

        return ExitCode.Refused;
    }
}
