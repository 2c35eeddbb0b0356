using Belfry.Passengers.Matching;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Passengers;

public sealed class NameReadingTests
{
    [Theory]
    [InlineData("Сергей Викторович Лавров", "SERGEI VIKTOROVICH LAVROV")]
    [InlineData("Κυριάκος Μητσοτάκης", "KYRIAKOS MITSOTAKIS")]
    [InlineData("محمد بن سلمان", "MHMD BN SLMAN")]
    [InlineData("习近平", "XI JINPING")]
    [InlineData("김정은", "KIM JEONGEUN")]
    [InlineData("Մարիա", "MARIA")]
    [InlineData("Usāma bin Lādin", "USAMA BIN LADIN")]
    [InlineData("I9or Sech1n", "IGOR SECHIN")]
    [InlineData("LAVROV, Sergey", "LAVROV SERGEY")]
    [InlineData("Dr. Rami Makhlouf", "RAMI MAKHLOUF")]
    [InlineData("ABDURRAHMAN Saifuddin", "ABDUL RAHMAN SAIF DIN")]
    [InlineData("Ｊｏｈｎ Ｓｍｉｔｈ", "JOHN SMITH")]
    public void Any_script_becomes_Latin_words(string text, string expected) => Assert.Equal(expected, First(text).ToString());

    [Fact]
    public void Where_usage_splits_both_readings_are_kept() =>
        Assert.Equal(["JURGEN MULLER", "JUERGEN MUELLER"], Name.Read("Jürgen Müller", Book()).Select(name => name.ToString()));

    [Theory]
    [InlineData("LAV\u202EROV Sergey\u200B")]
    [InlineData("\u2067LAVROV\u2069 Sergey")]
    [InlineData("LA\u00ADVROV Se\u2060rgey")]
    public void Invisible_marks_hide_nobody(string text) => Assert.Equal("LAVROV SERGEY", First(text).ToString());

    [Fact]
    public void Ten_thousand_combining_marks_cost_no_time_and_a_cut_is_said()
    {
        var name = First("Lavrov" + new string('\u0301', 10_000) + " Sergey");
        Assert.Equal("LAVROV", name.ToString());
        Assert.True(name.Cut);
    }

    [Fact]
    public void Any_text_is_read_within_bounds() => MadeNames.AnyText.Sample(text =>
        Name.Read(text, Book()).All(name => name.Words.Length <= Name.MostWords && name.Words.All(word => word.Letters.Length is >= 1 and <= NameWord.MostLetters && word.Letters.All(char.IsAsciiLetterUpper))));

    static Name First(string text) => Name.Read(text, Book()).First();

    static WordBook Book() => new(NameTables.Default, 1_000);
}
