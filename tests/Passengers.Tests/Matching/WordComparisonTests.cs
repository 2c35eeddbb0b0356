using Belfry.Passengers.Matching;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Passengers;

public sealed class WordComparisonTests
{
    // Values of Winkler (1990), table 1, as they are usually quoted.
    [Theory]
    [InlineData("MARTHA", "MARHTA", 0.9611)]
    [InlineData("DIXON", "DICKSONX", 0.8133)]
    [InlineData("DWAYNE", "DUANE", 0.8400)]
    [InlineData("ABC", "XYZ", 0)]
    [InlineData("SAME", "SAME", 1)]
    public void Jaro_Winkler_gives_the_published_values(string one, string other, double expected) =>
        Assert.Equal(expected, JaroWinkler.Of(one, other), 4);

    [Fact]
    public void Jaro_Winkler_does_not_depend_on_which_word_comes_first() =>
        Gen.Select(MadeNames.Word, MadeNames.Word).Sample((one, other) => JaroWinkler.Of(one, other) == JaroWinkler.Of(other, one));

    [Fact]
    public void Slips_counted_in_one_machine_word_are_those_counted_cell_by_cell() =>
        Gen.Select(Gen.Char['A', 'D'].Array[0, 9], Gen.Char['A', 'D'].Array[0, 9])
            .Sample((one, other) => Slips.Between(new string(one), new string(other)) == CellByCell(new string(one), new string(other)));

    [Theory]
    [InlineData("MOHAMMED", "MUHAMAD", "OneSlip")]
    [InlineData("HUSSEIN", "HUSAYN", "SameSound")]
    [InlineData("SERGEI", "SERGEY", "SameSound")]
    [InlineData("YOUSSEF", "YUSUF", "OneSlip")]
    [InlineData("BOB", "ROBERT", "Nickname")]
    [InlineData("SCHOLZ", "SCHOLTZ", "SameSound")]
    [InlineData("LAVROV", "LAVROB", "OneSlip")]
    [InlineData("OMAR", "OMER", "ShortSlip")]
    [InlineData("JIN", "XIN", "Near")]
    [InlineData("PETER", "JOHN", "Other")]
    public void Words_stand_to_each_other_as_people_read_them(string one, string other, string expected)
    {
        var book = new WordBook(NameTables.Default, 100);
        Assert.Equal(expected, WordLikeness.Of(book.Word(one), book.Word(other), vowelless: false, near: true).ToString());
    }

    [Fact]
    public void The_first_look_never_turns_away_a_word_one_slip_off() =>
        Gen.Select(MadeNames.Word.Where(word => word.Length >= 5), Gen.Int[0, 11], Gen.Char['A', 'Z']).Sample((word, at, letter) =>
        {
            var book = new WordBook(NameTables.Default, 100);
            var (one, other) = (book.Word(word), book.Word(word[..(at % word.Length)] + letter + word[((at % word.Length) + 1)..]));
            return Slips.Between(one.Sound, other.Sound) > 1 || NameWord.MayBeAlike(one.Mask, other.Mask);
        });

    // Optimal string alignment (Damerau 1964, restricted), the textbook way.
    static int CellByCell(string one, string other)
    {
        var cells = new int[one.Length + 1, other.Length + 1];
        for (var row = 0; row <= one.Length; row++)
        {
            for (var column = 0; column <= other.Length; column++)
            {
                if (row == 0 || column == 0)
                {
                    cells[row, column] = row + column;
                    continue;
                }

                var changed = one[row - 1] == other[column - 1] ? 0 : 1;
                cells[row, column] = Math.Min(Math.Min(cells[row - 1, column], cells[row, column - 1]) + 1, cells[row - 1, column - 1] + changed);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                {
                    cells[row, column] = Math.Min(cells[row, column], cells[row - 2, column - 2] + 1);
                }
            }
        }

        return cells[one.Length, other.Length];
    }
}
