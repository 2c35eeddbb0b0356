using Belfry.Passengers;
using Xunit;

namespace Belfry.Tests.Edifact;

public sealed class CatalogueTests
{
    [Fact]
    public void Codes_of_reading_are_PAX_001_to_099_each_once_and_all_are_listed()
    {
        var codes = PassengersProblems.All.Select(kind => kind.Code).ToList();

        Assert.Equal(codes.Order().Distinct(), codes);
        Assert.All(codes, code => Assert.Matches("^PAX-0[0-9][0-9]$", code));
        Assert.Equal(typeof(PassengersProblems).GetFields().Length, codes.Count);
    }

    [Fact]
    public void Every_place_in_a_sentence_stands_in_all_four_languages()
    {
        foreach (var kind in PassengersProblems.All)
        {
            var places = Places(kind.Sentence.En);
            Assert.All((string[])[kind.Sentence.Nl, kind.Sentence.Fr, kind.Sentence.De], text => Assert.Equal(places, Places(text)));
        }
    }

    [Fact]
    public void Every_sentence_that_reaches_a_user_has_its_places_filled()
    {
        foreach (var file in Sample.Files)
        {
            var reading = Sample.Read(File.ReadAllBytes(file));
            Assert.All(
                reading.Findings.Concat(reading.Messages.SelectMany(message => message.Findings)).Select(finding => finding.Problem)
                    .Concat(reading.Messages.SelectMany(message => message.Rejected).Select(rejected => rejected.Problem)),
                problem => Assert.DoesNotContain('{', problem.In(Kernel.Language.Nl)));
        }
    }

    // bench passengers samples data/passengers --write
    [Fact]
    public void The_table_of_samples_in_docs_is_what_the_reader_gives()
    {
        var table = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "passengers-samples.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToDictionary(cells => cells[1], cells => string.Join(' ', cells[3..9]));

        Assert.Equal(Sample.Files.Count, table.Count);
        foreach (var file in Sample.Files)
        {
            var counts = Sample.Read(File.ReadAllBytes(file)).Counts;
            Assert.Equal($"{counts.Loaded} {counts.Rejected} {counts.TravellerRecords} {counts.Segments} {counts.Kept} yes", table[Path.GetRelativePath(Sample.Folder, file)]);
        }
    }

    static string Places(string text) => string.Join(' ', text.Split('{').Skip(1).Select(part => part.Split('}')[0]).Order());
}
