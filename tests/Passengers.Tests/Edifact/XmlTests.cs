using System.Text;
using Belfry.Passengers;
using Xunit;

namespace Belfry.Tests.Edifact;

public sealed class XmlTests
{
    [Fact]
    public void A_notification_of_13_1_is_read()
    {
        var message = Sample.Message("pnrgov_notifrq_13_1.xml");
        var passenger = Assert.Single(message.Passengers);

        Assert.Equal((MessageFormat.PnrgovXml, "13.1", "ZZ"), (message.Format, message.Version, message.Sender));
        Assert.Equal(("ZZ", "0123", "BRU", "JFK", "2025-03-01T10:15"), (message.Flights[0].Carrier, message.Flights[0].Number, message.Flights[0].Legs[0].From, message.Flights[0].Legs[0].To, $"{message.Flights[0].Legs[0].Departure}"));
        Assert.Equal(("PEETERS", "JAN", "MR", "1975-05-12", "M", "BEL"), (passenger.Name.Surname, passenger.Name.Given, passenger.Name.Title, passenger.BirthDate!.Value.Iso, passenger.Gender, passenger.Nationality));
        Assert.Equal(("EX000001", "2030-06-01"), (passenger.Documents[0].Number, passenger.Documents[0].Expires!.Value.Iso));
        Assert.Equal(("ABC123", "08412345", "998877"), (message.Bookings[0].Locators[0].Code, message.Bookings[0].Agency!.IataNumber, passenger.FrequentFlyers[0].Number));
        Assert.Equal(["+3225550100", "J.PEETERS@EXAMPLE.ORG"], message.Bookings[0].Contacts.Select(contact => contact.Value));
        Assert.Equal(("XXXXXXXXXXXX1111", "PEETERS JAN"), (passenger.Tickets[0].Payments[0].Account, passenger.Tickets[0].Payments[0].Payer));
        Assert.Empty(message.Findings);
    }

    [Fact]
    public void Other_spellings_prefixes_and_documents_under_the_flight_are_read_and_said()
    {
        var message = Sample.Message("pnrgov_notifrq_16_1.xml");

        Assert.Equal(["JANSSENS/ELISE", "JANSSENS/NOOR", "GOSHOW/GINA"], message.Passengers.Select(passenger => $"{passenger.Name.Surname}/{passenger.Name.Given}"));
        var adult = message.Passengers[0];
        Assert.Equal(("1988-07-01", true, "GENT", "ELISE@EXAMPLE.ORG", "011D"), (adult.BirthDate!.Value.Iso, adult.OnBoard, adult.BirthPlace, adult.Contacts[0].Value, adult.Seats[0].Number));
        Assert.Equal(["V V1 USA", "P EX100002 BEL"], adult.Documents.Select(document => $"{document.Type} {document.Number} {document.Issuer}"));
        Assert.Equal(("WCHR", "BRU", "ASSIST"), (adult.Services[0].Code, adult.Services[0].From, adult.Services[0].Text));
        Assert.Equal("411111XXXXXX1111", adult.Tickets[0].Payments[0].Account);
        Assert.True(message.Passengers[2].OnlyAtCheckIn);
        var rejected = Assert.Single(message.Rejected);
        Assert.Equal(("PAX-003", "Passenger", 19), (rejected.Problem.Code, rejected.Place.Tag, rejected.Place.Number));
        Assert.Equal(["PAX-009", "PAX-021", "PAX-024", "PAX-029", "PAX-029"], message.Codes().Order());
    }

    [Fact]
    public void A_PNR_in_a_carrier_s_own_wrapper_with_its_own_namespace_is_read()
    {
        var message = Assert.Single(Sample.Read(Encoding.UTF8.GetBytes("""
            <Wrap><PNR NumberOfPassengers="1"><Passenger xmlns="http://www.iata.org/IATA/2007/00" RPH="7"><givenname>ANNA</givenname><SURNAME>KOWALSKA</SURNAME></Passenger></PNR></Wrap>
            """)).Messages);

        Assert.Equal(("KOWALSKA", "7"), (Assert.Single(message.Passengers).Name.Surname, message.Passengers[0].Reference));
        Assert.Contains("PAX-029", message.Codes());
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"y\">]><PNR>&x;</PNR>", "KERNEL-003")]
    [InlineData("<PNR><Passenger>", "KERNEL-003")]
    [InlineData("<html/>", "PAX-001")]
    public void Unsafe_unfinished_and_foreign_XML_is_refused_with_its_place(string xml, string code) =>
        Assert.Equal(code, Assert.Single(PassengerFile.Read(Encoding.UTF8.GetBytes(xml)).Problems).Code);

    [Fact]
    public void A_passenger_in_any_corner_of_a_PNR_is_loaded_once()
    {
        var message = Assert.Single(Sample.Read(Encoding.UTF8.GetBytes("""
            <PNRs><PNR><Passenger><Surname>A</Surname></Passenger><BoardingNumber><Passenger><Surname>B</Surname></Passenger></BoardingNumber>
            <Passenger><Surname>C</Surname><Passenger><Surname>D</Surname></Passenger></Passenger><PNR><Passenger><Surname>E</Surname></Passenger></PNR></PNR></PNRs>
            """)).Messages);

        Assert.Equal(["A", "C", "B", "D", "E"], message.Passengers.Select(passenger => passenger.Name.Surname));
        Assert.Equal(2, message.Codes().Count(code => code == "PAX-011"));
    }

    [Fact]
    public void A_passenger_outside_every_PNR_is_rejected_not_lost()
    {
        var message = Assert.Single(Sample.Read("<IATA_PNRGOV_NotifRQ><Passenger><Surname>LOST</Surname></Passenger></IATA_PNRGOV_NotifRQ>"u8.ToArray()).Messages);

        Assert.Equal(("PAX-011", 0), (Assert.Single(message.Rejected).Problem.Code, message.Passengers.Count));
    }
}
