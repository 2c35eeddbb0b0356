using System.Text;
using Belfry.Passengers;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Passengers;

public sealed class ListReadingTests
{
    // Written here after the formats; the persons are invented.
    const string Un = """
        <?xml version="1.0" encoding="UTF-8"?>
        <CONSOLIDATED_LIST>
          <INDIVIDUALS>
            <INDIVIDUAL><FIRST_NAME>Oda</FIRST_NAME><SECOND_NAME>Verzonnen</SECOND_NAME><REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER><NAME_ORIGINAL_SCRIPT>Ода Верзоннен</NAME_ORIGINAL_SCRIPT>
              <NATIONALITY><VALUE>Afghanistan</VALUE></NATIONALITY><GENDER>Female</GENDER>
              <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Odette</ALIAS_NAME></INDIVIDUAL_ALIAS>
              <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1971-02-03</DATE></INDIVIDUAL_DATE_OF_BIRTH>
              <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1968</FROM_YEAR><TO_YEAR>1972</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
              <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>AB123456</NUMBER></INDIVIDUAL_DOCUMENT></INDIVIDUAL>
            <INDIVIDUAL><FIRST_NAME/><REFERENCE_NUMBER>XXi.002</REFERENCE_NUMBER></INDIVIDUAL>
          </INDIVIDUALS>
          <ENTITIES><ENTITY><FIRST_NAME>A company</FIRST_NAME></ENTITY></ENTITIES>
        </CONSOLIDATED_LIST>
        """;

    const string Sdn = "1,\"VERZONNEN, Oda\",\"individual\",\"X\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 10 Dec 1948; alt. DOB circa 1951; POB Nowhere; nationality Belgium; Passport AB123456 (Belgium); a.k.a. 'ODETTE'.\"\r\n2,\"A SHIP\",\"vessel\",\"X\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\u001A";

    const string Alt = "1,1,\"aka\",\"VERZINSEL, Oda\",-0- \r\n2,2,\"aka\",\"OTHER SHIP\",-0- \r\n9,3,\"aka\",\"LOST, Alias\",-0- \r\n";

    const string Eu = "celex,recordId,schema,name,alias,weakAlias,nationality,birthDate,passportNumber,gender\n1,7,Person,Oda VERZONNEN,\"Ода Верзоннен; Oda Verzinsel\",Odette,Belgian,\"(a) 1.5.1972, (b) 16.9.1973\",MO887925 (Belgium),female\n1,8,Company,A company,,,,,,\n1,9,Person,,,,,,,\n1,10,Person,Broken DATE,,,,the year of the flood,,\n";

    [Fact]
    public void The_UN_list_is_read_with_original_script_weak_aliases_spans_and_documents()
    {
        var list = Read(("un.xml", Un));
        var entry = Assert.Single(list.Entries);
        Assert.Equal(["Oda Verzonnen", "Ода Верзоннен", "Odette"], entry.Names.Select(name => name.Text));
        Assert.True(entry.Names[2].Weak);
        Assert.Equal([new BirthDate(1971, 2, 3), new BirthDate(1970, 0, 0, 2)], entry.Born);
        Assert.Equal(("XXi.001", "AB123456", Sex.Female), (entry.Id, entry.Documents[0], entry.Sex));
        var rejected = Assert.Single(list.Rejected);
        Assert.Equal(("PAX-103", 2), (rejected.Problem.Code, rejected.Record));
        Assert.Equal((3, 1), (list.Records, list.NotPersons));
    }

    [Fact]
    public void OFAC_aliases_find_their_entry_in_the_other_file_and_lost_ones_are_named()
    {
        var list = Read(("alt.csv", Alt), ("sdn.csv", Sdn));
        var entry = Assert.Single(list.Entries);
        Assert.Equal(["VERZONNEN, Oda", "ODETTE", "VERZINSEL, Oda"], entry.Names.Select(name => name.Text));
        Assert.Equal([new BirthDate(1948, 12, 10), new BirthDate(1951, 0, 0, 2)], entry.Born);
        var rejected = Assert.Single(list.Rejected);
        Assert.Equal(("PAX-106", "alt.csv", 3, 3), (rejected.Problem.Code, rejected.File, rejected.Record, rejected.Line));
        Accounted(list);
    }

    [Fact]
    public void The_EU_annexes_are_read_and_an_unreadable_date_is_noticed_not_lost()
    {
        var list = Read(("eu.csv", Eu));
        Assert.Equal(["Oda VERZONNEN", "Broken DATE"], list.Entries.Select(entry => entry.Names[0].Text));
        Assert.Equal(2, list.Entries[0].Born.Count);
        Assert.Equal("PAX-105", Assert.Single(list.Noticed).Problem.Code);
        Assert.Equal(("PAX-103", 4), (list.Rejected[0].Problem.Code, list.Rejected[0].Line));
        Accounted(list);
    }

    [Fact]
    public void The_EU_s_XML_is_read()
    {
        var list = Read(("eu.xml", """<export xmlns="http://eu.europa.ec/fpi/fsd/export"><sanctionEntity euReferenceNumber="EU.1"><subjectType code="person"/><nameAlias wholeName="Oda Verzonnen" gender="F" strong="true"/><birthdate year="1960" circa="true"/><citizenship countryIso2Code="BE"/><identification number="AB 123456"/></sanctionEntity><sanctionEntity><subjectType code="enterprise"/></sanctionEntity></export>"""));
        Assert.Equal("EU.1", Assert.Single(list.Entries).Id);
        Assert.Equal(1, list.NotPersons);
    }

    [Fact]
    public void A_quote_that_never_closes_costs_its_own_row_only()
    {
        var list = Read(("own.csv", "name,birthDate\n\"An Peeters,1970-01-02\nOleg Ivanov,1971\n"));
        Assert.Equal(["Oleg Ivanov"], list.Entries.Select(entry => entry.Names[0].Text));
        Assert.Equal(("PAX-104", 2), (list.Rejected[0].Problem.Code, list.Rejected[0].Line));
    }

    [Theory]
    [InlineData("not a list at all", "PAX-101")]
    [InlineData("", "PAX-101")]
    [InlineData("<html></html>", "PAX-101")]
    [InlineData("<CONSOLIDATED_LIST><INDIVIDUALS>", "KERNEL-003")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><CONSOLIDATED_LIST/>", "KERNEL-003")]
    public void A_file_that_is_no_list_is_one_rejected_record(string text, string code)
    {
        var list = Read(("odd", text));
        Assert.Equal(code, Assert.Single(list.Rejected).Problem.Code);
        Accounted(list);
    }

    [Fact]
    public void Whatever_the_bytes_every_record_in_is_a_record_out() => Gen.Byte.Array[0, 400].Sample(bytes => Accounts(Watchlist.Read([new ListFile("any", bytes)])));

    [Fact]
    public void A_list_cut_at_any_byte_loses_nobody_silently()
    {
        foreach (var text in (string[])[Un, Sdn, Alt, Eu])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            for (var length = 0; length <= bytes.Length; length++)
            {
                Accounted(Watchlist.Read([new ListFile("cut", bytes.AsMemory(0, length))]));
            }
        }
    }

    [Theory]
    [InlineData("27.3.1974", "1974-03-27")]
    [InlineData("10 Dec 1948", "1948-12-10")]
    [InlineData("16 Jun. 1969", "1969-06-16")]
    [InlineData("March 1978", "1978-03")]
    [InlineData("1965-10-03", "1965-10-03")]
    [InlineData("circa 1951", "~1951")]
    [InlineData("Between 1960 and 1962", "~1961")]
    [InlineData("01 Jan 1961 to 31 Dec 1962", "~1961")]
    [InlineData("1959/1960", "~1959")]
    [InlineData("31.2.1960", "1960")]
    [InlineData("18.1.1970 or 29.3.1965", "1970-01-18 1965-03-29")]
    [InlineData("1343 (Iranian Hijri calendar), 1964 or 1965 (Gregorian calendar)", "1964 1965")]
    [InlineData("10 October (year unknown)", "")]
    public void Dates_of_birth_are_read_as_lists_write_them(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Belfry.Passengers.Matching.BirthDateText.Read(text)));

    [Theory]
    [InlineData("(a) 76 2759110, (b) W334061 (Tunisian number issued on 9.3.2011)", "76 2759110|W334061")]
    [InlineData("96/184442 (Libyan Passport)", "96/184442")]
    [InlineData("in 2015", "")]
    public void Document_numbers_are_found_in_the_text_of_lists(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Belfry.Passengers.Matching.DocumentNumbers.InText(text)));

    static Watchlist Read(params (string Name, string Text)[] files) => Watchlist.Read([.. files.Select(file => new ListFile(file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    static void Accounted(Watchlist list) => Assert.True(Accounts(list), $"{list.Records} records, {list.Entries.Count} entries, {list.Rejected.Count} rejected, {list.NotPersons} no persons, {list.Joined} joined");

    static bool Accounts(Watchlist list) => list.Records == list.Entries.Count + list.Rejected.Count + list.NotPersons + list.Joined;
}
