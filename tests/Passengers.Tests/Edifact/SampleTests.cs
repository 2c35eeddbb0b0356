using Belfry.Passengers;
using Xunit;

namespace Belfry.Tests.Edifact;

public sealed class SampleTests
{
    public static TheoryData<string> Files { get; } = [.. Sample.Files.Select(file => Path.GetRelativePath(Sample.Folder, file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_sample_s_accounts_reconcile(string file) => Sample.Read(File.ReadAllBytes(Path.Combine(Sample.Folder, file)));

    [Theory]
    [InlineData("A", "DJEMFISJER/REDJAE")]
    [InlineData("C", "MULLERSFER/ERWED|MULLERSFER/MAAUTIA|RDEERF/EERFRWDTF")]
    [InlineData("D", "ERFADFEFW/HTRFFCE")]
    [InlineData("F", "KETI/OZCAN")]
    public void A_list_out_of_a_telex_or_mail_is_the_cleaned_list(string name, string names)
    {
        var (wrapped, clean) = (One($"ediclean/{name}_typeb.txt"), One($"ediclean/{name}_clean.edi"));

        Assert.Equal(names, string.Join('|', clean.Passengers.Select(passenger => $"{passenger.Name.Surname}/{passenger.Name.Given}")));
        Assert.Equal(clean.Passengers.Select(Content), wrapped.Passengers.Select(Content));
        Assert.Equal(clean.Counts, wrapped.Counts);
    }

    [Fact]
    public void A_lost_terminator_is_seen_where_a_line_a_quote_or_a_figure_shows_it()
    {
        var message = One("own/pnrgov_lost_terminators.edi");

        Assert.Equal(["PARK SEJOON MR", "KIM KONG CHUN MRS"], message.Passengers.Select(passenger => $"{passenger.Name.Surname} {passenger.Name.Given} {passenger.Name.Title}"));
        Assert.Equal(2, message.Bookings.Count);
        Assert.Equal(2, message.Codes().Count(code => code == "PAX-015"));
    }

    [Fact]
    public void A_telex_with_odd_service_characters_is_the_plain_message() =>
        Assert.Equal(One("own/paxlst_progressive.edi").Passengers.Select(Content), One("own/paxlst_una_paren_typeb.txt").Passengers.Select(Content));

    static PassengerMessage One(string file) => Assert.Single(Sample.Read(File.ReadAllBytes(Path.Combine(Sample.Folder, file))).Messages);

    static string Content(Passenger passenger) =>
        $"{passenger.Name} {passenger.BirthDate} {passenger.Gender} {passenger.Nationality} {passenger.Embarks} {passenger.Disembarks} "
        + string.Join(',', passenger.Documents.Select(document => $"{document.Type} {document.Number} {document.Issuer} {document.Expires}"))
        + string.Join(',', passenger.Locators.Select(locator => locator.Code)) + string.Join(',', passenger.Seats.Select(seat => seat.Number));
}
