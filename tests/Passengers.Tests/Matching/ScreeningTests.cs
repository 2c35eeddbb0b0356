using System.Text;
using Belfry.Passengers;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Passengers;

public sealed class ScreeningTests : IDisposable
{
    static readonly WatchlistEntry[] Listed =
    [
        Entry("1", "Sergei Viktorovich LAVROV", "1950-03-21", ["MO887925"]),
        Entry("2", "AL-RAWI, Saif al-Din", "1961"),
        Entry("3", "Mohammad Hasni ZARKARI", ""),
        Entry("4", "Verzonnen, Odalinde", "1980-05-06"),
        Entry("5", "Hannibal", ""),
    ];

    readonly Screener screener = Screener.Over(Listed);

    public void Dispose() => screener.Dispose();

    [Theory]
    [InlineData("LAVROV", "SERGEI", "", "1")]
    [InlineData("SERGEI", "LAVROV", "", "1")]
    [InlineData("LAVROB", "SERGEI", "1950-03-21", "1")]
    [InlineData("ЛАВРОВ", "СЕРГЕЙ", "", "1")]
    [InlineData("ALRAWI", "SAIFUDDIN", "1961-07-08", "2")]
    [InlineData("ZARKARI", "MOHAMMADHASNI", "", "3")]
    [InlineData("VERZONEN", "ODALINDE", "", "4")]
    [InlineData("VERZONNEN", "ODALINDE", "1980-06-05", "4")]
    [InlineData("", "HANNIBOL", "", "5")]
    [InlineData("PEETERS", "AN", "1980-05-06", "")]
    [InlineData("VERZONNEN", "JAN", "", "")]
    [InlineData("LECTER", "HANNIBAL", "", "")]
    public void The_right_person_is_found_and_the_wrong_one_is_not(string family, string given, string born, string expected) =>
        Assert.Equal(expected, string.Join(' ', screener.Screen(new NamedPerson(family, given, BirthDate.Parse(born))).Select(match => match.Entry.Id)));

    [Fact]
    public void A_document_finds_a_person_under_another_name() =>
        Assert.Equal("1", Assert.Single(screener.Screen(new NamedPerson("IVANOV", "OLEG", Documents: ["M0 887925"]))).Entry.Id);

    [Fact]
    public void Every_name_finds_itself_whatever_its_words() => MadeNames.Word.Array[2, 5].Sample(
        words =>
        {
            using var own = Screener.Over([Entry("x", string.Join(' ', words), "1970-01-02")]);
            return own.Screen(new NamedPerson(words[0], string.Join(' ', words[1..]), BirthDate.Parse("1970-01-02"))).Count == 1;
        },
        iter: 300);

    [Fact]
    public void The_index_finds_what_a_comparison_of_everyone_with_everyone_finds()
    {
        string[] persons = ["LAVROV SERGEI", "SERGEY LAVROV", "ZARKARI HASNI", "ODALINDA VERZONNEN", "RAWI SAIF", "HANNIBAL", "AN PEETERS"];
        foreach (var person in persons.Select(name => new NamedPerson("", name)))
        {
            var all = Listed.Where(entry => Screener.Compare(person, new NamedPerson("", entry.Names[0].Text)).Decision != Decision.None).Select(entry => entry.Id).Order();
            Assert.Equal(all, screener.Screen(person).Select(match => match.Entry.Id).Order());
        }
    }

    [Fact]
    public void Any_text_is_screened_within_bounds() => MadeNames.AnyText.Sample(text => screener.Screen(new NamedPerson(text, text)).Count <= Listed.Length);

    [Fact]
    public void A_name_of_a_megabyte_is_cut_and_said()
    {
        var match = Assert.Single(screener.Screen(new NamedPerson("", "SERGEI LAVROV " + new string('\u0301', 1 << 20))));
        Assert.True(match.Score.Cut);
        Assert.Empty(screener.Screen(new NamedPerson(new string('A', 1 << 20), "")));
        Assert.Empty(screener.Screen(new NamedPerson("", "")));
    }

    [Fact]
    public void Many_threads_find_what_one_finds()
    {
        var one = screener.Screen(new NamedPerson("LAVROV", "SERGEI"))[0].Score.Tenths;
        Assert.All(Enumerable.Range(0, 200).AsParallel().Select(_ => screener.Screen(new NamedPerson("LAVROV", "SERGEI"))[0].Score.Tenths), score => Assert.Equal(one, score));
    }

    [Fact]
    public void The_JSON_of_parsed_messages_is_searched_for_passengers()
    {
        var read = NamedPersons.Read(new ListFile("x.json", Encoding.UTF8.GetBytes("""[{"messages":[{"passengers":[{"family":"LAVROV","given":["SERGEI","V"],"birthDate":"1950-03-21","documents":[{"number":"MO887925"}]},{"family":"","given":""},{"family":"X Y","given":null,"birthDate":"soon"}]}]}]"""))).Value;
        Assert.Equal((3, 2, 1, 1), (read.Records, read.Persons.Count, read.Rejected.Count, read.Noticed.Count));
        Assert.Equal(("SERGEI V LAVROV", "MO887925"), (read.Persons[0].Person.FullName, read.Persons[0].Person.Documents![0]));
        Assert.Equal("PAX-108", NamedPersons.Read(new ListFile("x.json", "{\"a\":"u8.ToArray())).Problems[0].Code);
        Assert.Equal("PAX-108", NamedPersons.Read(new ListFile("x.csv", "a,b\n1,2\n"u8.ToArray())).Problems[0].Code);
    }

    [Fact]
    public void A_parsed_passenger_is_one_person_with_the_numbers_of_its_documents()
    {
        var read = NamedPersons.Read(new ListFile("x.json", Encoding.UTF8.GetBytes("""{"files":[{"messages":[{"passengers":[{"name":{"surnameAsSent":"LAVROV","surname":"LAVROV","given":"SERGEI"},"birthDate":{"asSent":"500321","iso":"1950-03-21"},"gender":"M","nationality":"RUS","documents":[{"type":"P","number":"MO887925","surname":"","given":""}]}],"bookings":[]}]}]}"""))).Value;
        Assert.Equal((1, 0, 0), (read.Records, read.Rejected.Count, read.Noticed.Count));
        var person = Assert.Single(read.Persons).Person;
        Assert.Equal(("LAVROV", "SERGEI", new BirthDate(1950, 3, 21), "MO887925", Sex.Male), (person.Family, person.Given, person.Born!.Value, person.Documents![0], person.Sex));
    }

    [Fact]
    public void Pairs_come_out_in_order_the_refused_ones_among_them()
    {
        var (head, rows) = NamePairs.Score(new ListFile("p.csv", Encoding.UTF8.GetBytes("id,name1,name2,birthDate1\n1,Serej Lavrov,Sergei Lavrov,1950\n2,,Sergei Lavrov,\n3,A B,C D,soon\n"))).Value;
        Assert.Equal(4, head.Count);
        Assert.Equal(["", "PAX-103", "PAX-105"], rows.Select(row => row.Problem?.Code ?? ""));
        Assert.Equal(Decision.Possible, rows[0].Score!.Decision);
        Assert.Equal("PAX-107", NamePairs.Score(new ListFile("p.csv", "name1\nx\n"u8.ToArray())).Problems[0].Code);
        Assert.Equal("a,\"b,c\",,\"d\"\"e\"", NamePairs.ToCsv(["a", "b,c", "", "d\"e"]));
    }

    static WatchlistEntry Entry(string id, string name, string born, string[]? documents = null) =>
        new("test", id, [new ListedName(name)], BirthDate.Parse(born) is { } date ? [date] : [], [], documents ?? []);
}
