using System.Text;
using Belfry.Passengers;
using Xunit;

namespace Belfry.Tests.Edifact;

public sealed class CsvTests
{
    [Fact]
    public void Every_row_is_a_traveller_or_a_rejection_with_its_row()
    {
        var message = Sample.Message("list.csv");

        Assert.Equal(["VAN DEN \"BERG\"/ANNA", "Петров/Иван", "MAES/JAN\nPIET"], message.Passengers.Select(passenger => $"{passenger.Name.Surname}/{passenger.Name.Given}"));
        Assert.Equal(["1980-02-29", "", "1980-03"], message.Passengers.Select(passenger => passenger.BirthDate!.Value.Iso));
        Assert.Equal(["PAX-003 row 4, column 6, byte 378", "PAX-030 row 5, byte 428"], message.Rejected.Select(rejected => $"{rejected.Problem.Code} {rejected.Place}"));
        Assert.StartsWith("ZZ;0123;2025-03-01;BRU;JFK;SHORT", Encoding.UTF8.GetString(Sample.Bytes("list.csv").AsSpan((int)message.Rejected[1].Place.Offset)), StringComparison.Ordinal);
        Assert.Equal(("EX1", "BEL", "2031-12-31", "4A", "anna@example.org"), (message.Passengers[0].Documents[0].Number, message.Passengers[0].Documents[0].Issuer, message.Passengers[0].Documents[0].Expires!.Value.Iso, message.Passengers[0].Seats[0].Number, message.Passengers[0].Contacts[0].Value));
        Assert.Equal("likes aisle", Assert.Single(message.Passengers[1].References).Text);
        Assert.Equal(["PAX-032", "PAX-012"], message.Codes());
    }

    [Theory]
    [InlineData("Nom,Prénom\r\nDUPONT,Zoé", "DUPONT/Zoé")]
    [InlineData("achternaam\tvoornaam\nDE SMET\tJan\n\n", "DE SMET/Jan")]
    [InlineData("\ufeffSurname;Given\nÖZ;Ay\u015fe\n", "ÖZ/Ayşe")]
    public void Separators_and_languages_of_the_header_are_seen(string text, string name) =>
        Assert.Equal(name, string.Join('|', Assert.Single(Sample.Read(Encoding.UTF8.GetBytes(text)).Messages).Passengers.Select(passenger => $"{passenger.Name.Surname}/{passenger.Name.Given}")));

    [Fact]
    public void A_quote_that_is_never_closed_rejects_its_row_and_says_so()
    {
        var message = Assert.Single(Sample.Read("surname,given\nA,ONE\n\"B,TWO\nC,THREE\n"u8.ToArray()).Messages);

        Assert.Equal("A", Assert.Single(message.Passengers).Name.Surname);
        Assert.Equal(("PAX-031", "\"B,TWO\nC,THREE"), (Assert.Single(message.Rejected).Problem.Code, message.Rejected[0].Text));
    }
}
