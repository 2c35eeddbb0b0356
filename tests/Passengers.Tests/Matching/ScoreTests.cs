using System.Globalization;
using Belfry.Kernel;
using Belfry.Passengers;
using Belfry.Passengers.Matching;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Passengers;

public sealed class ScoreTests
{
    /// <summary>The frozen results: whoever changes a weight sees here what changes for whom, and changes the version and this file under review.</summary>
    [Fact]
    public void Scores_are_those_frozen_under_review()
    {
        var file = Path.Combine(Repository.Root, "tests", "Passengers.Tests", "Matching", "frozen.tsv");
        var frozen = File.ReadAllLines(file);
        Assert.Equal("# " + ScoreTable.Version, frozen[0]);
        var now = frozen.Select(line => line.StartsWith('#') || line.Split('\t') is not [var one, var born, var other, var listed, ..] ? line : $"{one}\t{born}\t{other}\t{listed}\t{Shown(Compare(one, born, other, listed))}").ToList();
        var actual = Path.Combine(AppContext.BaseDirectory, "frozen.tsv");
        File.WriteAllLines(actual, now);
        Assert.True(frozen.SequenceEqual(now), $"The scores changed. Compare {file} with {actual}; if it is meant, raise ScoreTable.Version and copy it.");
    }

    [Fact]
    public void The_order_of_the_two_records_does_not_matter() =>
        Gen.Select(MadeNames.Name, MadeNames.Name).Sample((one, other) =>
            Screener.Compare(new NamedPerson("", one), new NamedPerson("", other)).Tenths == Screener.Compare(new NamedPerson("", other), new NamedPerson("", one)).Tenths);

    [Fact]
    public void Given_and_family_name_may_change_places() =>
        Gen.Select(MadeNames.Word, MadeNames.Word, MadeNames.Name).Sample((given, family, listed) =>
            Screener.Compare(new NamedPerson(family, given), new NamedPerson("", listed)).Tenths == Screener.Compare(new NamedPerson(given, family), new NamedPerson("", listed)).Tenths);

    [Fact]
    public void A_name_is_never_more_like_another_than_like_itself() =>
        Gen.Select(MadeNames.Name, MadeNames.Name).Sample((one, other) =>
            Screener.Compare(new NamedPerson("", one), new NamedPerson("", other)).Tenths <= Screener.Compare(new NamedPerson("", one), new NamedPerson("", one)).Tenths);

    [Fact]
    public void The_better_the_dates_agree_the_higher_the_score()
    {
        string[] listed = ["1970-03-04", "1970-04-03", "1970-03-05", "1970", "1973-06-09", "1950-01-20"];
        var scores = listed.Select(date => Compare("SERGEI LAVROV", "1970-03-04", "SERGEI LAVROV", date).Tenths).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Equal(scores.Distinct().Count(), scores.Count);
    }

    [Fact]
    public void A_birth_date_alone_identifies_nobody_and_a_document_does()
    {
        var (one, other) = (new NamedPerson("PEETERS", "AN", BirthDate.Parse("1970-03-04"), Documents: ["EO1234567"]), new NamedPerson("IVANOV", "OLEG", BirthDate.Parse("1970-03-04"), Documents: ["E01234567"]));
        Assert.Equal(Decision.None, Screener.Compare(one with { Documents = [] }, other).Decision);
        Assert.NotEqual(Decision.None, Screener.Compare(new NamedPerson("LAVROV", "SERGEI", Documents: ["EO1234567"]), new NamedPerson("LAVROVA", "S", Documents: ["E0I234567"])).Decision);
    }

    [Theory]
    [InlineData("Salman bin Muhammad al-Rawi", "Muhammad bin Salman al-Rawi")]
    [InlineData("Frost, William G.", "William W Frost")]
    [InlineData("Boris Netanyahu", "Benjamin Netanyahu")]
    [InlineData("Lavrov", "Sergei Viktorovich Lavrov")]
    [InlineData("김종은", "김정은")]
    public void Kin_namesakes_and_single_words_are_no_match(string one, string other) => Assert.Equal(Decision.None, Compare(one, "", other, "").Decision);

    [Fact]
    public void Every_explanation_names_its_parts_and_adds_up()
    {
        var score = Compare("Serej Lavrov", "1950-03-21", "Сергей Викторович Лавров", "1950-03-21");
        Assert.Equal(score.Tenths, score.Parts.Sum(part => part.Tenths));
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.Contains("1950-03-21", score.Explain(language), StringComparison.Ordinal);
        }

        Assert.EndsWith("born the same day 1950-03-21 (+14.0).", score.Explain(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_add_up_for_any_names_above_the_floor() =>
        Gen.Select(MadeNames.Name, MadeNames.Name).Sample((one, other) => Screener.Compare(new NamedPerson("", one), new NamedPerson("", other)) is var score && score.Tenths == score.Parts.Sum(part => part.Tenths));

    [Fact]
    public void Weight_names_are_unique() => Assert.Equal(ScoreTable.All.Count(), ScoreTable.All.Select(weight => weight.Name).Distinct().Count());

    static Score Compare(string one, string born, string other, string listed) => Screener.Compare(new NamedPerson("", one, BirthDate.Parse(born)), new NamedPerson("", other, BirthDate.Parse(listed)));

    static string Shown(Score score) => string.Create(CultureInfo.InvariantCulture, $"{score.Tenths}\t{score.Decision}\t{string.Join(' ', score.Parts.Select(part => part.Name + part.Tenths.ToString("+0;-0;+0", CultureInfo.InvariantCulture)))}");
}
