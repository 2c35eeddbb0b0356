using System.Text;
using Belfry.Passengers;

namespace Belfry.Bench.Passengers;

/// <summary>bench passengers samples DIR [--write]: what every file of a folder gives. With --write the table becomes docs/passengers-samples.md.</summary>
static class SampleTable
{
    public static Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var folder, .. var rest] || !Directory.Exists(folder))
        {
            Console.Error.WriteLine("usage: bench passengers samples DIR [--write]");
            return Task.FromResult(2);
        }

        var table = new StringBuilder("| file | type and version | loaded | rejected | of records | segments | kept | reconciles | findings |\n|---|---|--:|--:|--:|--:|--:|---|---|\n");
        var failed = 0;
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(Holds).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            var result = PassengerFile.Read(File.ReadAllBytes(file));
            if (!result.Ok)
            {
                failed++;
                table.Append(null, $"| {name} | refused: {result.Problems[0].Code} | | | | | | | |\n");
                continue;
            }

            var (reading, counts) = (result.Value, result.Value.Counts);
            failed += counts.Reconciles ? 0 : 1;
            var types = string.Join(", ", reading.Messages.Select(message => $"{message.Type} {message.Version}".Trim() + (message.Part is { } part ? $" {part.Number:D2}{part.Position}" : "")));
            var codes = string.Join(' ', reading.Findings.Concat(reading.Messages.SelectMany(message => message.Findings)).Select(finding => finding.Problem.Code[4..])
                .Concat(reading.Messages.SelectMany(message => message.Rejected).Select(rejected => rejected.Problem.Code[4..])).Distinct().Order(StringComparer.Ordinal));
            table.Append(null, $"| {name} | {types} | {counts.Loaded} | {counts.Rejected} | {counts.TravellerRecords} | {counts.Segments} | {counts.Kept} | {(counts.Reconciles ? "yes" : "NO")} | {codes} |\n");
        }

        Console.Write(table);
        if (rest.Contains("--write"))
        {
            File.WriteAllText(
                Path.Combine("docs", "passengers-samples.md"),
                """
                # Passenger samples

                What `belfry passengers parse` reads out of every sample in [data/passengers](../data/passengers/SOURCE.md). Loaded + rejected + named again at check-in, in the
                history, as a group or as the sender = traveller records (TIF, NAD, PDT, Passenger, row), counted by the lexer apart from the grammar. Findings are codes PAX-nnn.

                Written by `dotnet run -c Release --project bench -- passengers samples data/passengers --write`; a test compares it.


                """ + table);
        }

        return Task.FromResult(failed == 0 ? 0 : 1);
    }

    static bool Holds(string file) => Path.GetExtension(file) is not (".md" or ".tsv");
}
