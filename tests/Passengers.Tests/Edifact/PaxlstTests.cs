using System.Text;
using Belfry.Passengers;
using Xunit;

namespace Belfry.Tests.Edifact;

public sealed class PaxlstTests
{
    [Fact]
    public void Everything_about_a_traveller_is_read()
    {
        var message = Sample.Message("paxlst_18a.edi");
        var passenger = message.Passengers[0];

        Assert.Equal(("D.18A", "ZZTN001", "1", 2), (message.Version, message.Transaction, message.Revision, message.StatedCount));
        Assert.Equal(("WILLEMS", "JAN MARIE", "M", "1972-09-07", "BEL"), (passenger.Name.Surname, passenger.Name.Given, passenger.Gender, passenger.BirthDate!.Value.Iso, passenger.Nationality));
        Assert.Equal(("23 WESTERSTRAAT", "BRUGGE", "WVL", "8000", "BEL"), (passenger.Addresses[0].Street, passenger.Addresses[0].City, passenger.Addresses[0].Region, passenger.Addresses[0].PostalCode, passenger.Addresses[0].Country));
        Assert.Equal(("JFK", "BEL", "BRU", "JFK", "BRUGGE BEL"), (passenger.Clears, passenger.Residence, passenger.Embarks, passenger.Disembarks, passenger.BirthPlace));
        Assert.Equal(["phone 32470000000", "email JAN@EXAMPLE.ORG"], passenger.Contacts.Select(contact => $"{contact.Kind} {contact.Value}"));
        Assert.Equal(("TYR123", "ABC123", "23C", "0820000000001"), (passenger.Locators[0].Code, passenger.UniqueReference, passenger.Seats[0].Number, passenger.Tickets[0].Number));
        Assert.Equal(["AEA 1234567890ABC", "CR 20060907NY123"], passenger.References.Select(reference => $"{reference.Kind} {reference.Text}"));
        Assert.Equal(["P MB140241 BEL 2031-12-31 2021-12-31", "V VISA01 USA  "], passenger.Documents.Select(document => $"{document.Type} {document.Number} {document.Issuer} {document.Expires?.Iso} {document.Issued?.Iso}"));
        Assert.Equal((true, "2", "31", "ZZ012345"), (passenger.Verified, passenger.Baggage[0].Pieces, passenger.Baggage[1].Weight, passenger.Baggage[2].Tags[0].Number));
        Assert.Equal(("X", "NL", false), (message.Passengers[1].Gender, message.Passengers[1].Nationality, message.Passengers[1].BirthDate!.Value.Readable));
    }

    [Fact]
    public void A_progressive_flight_has_its_legs_and_slips_of_the_sender_are_said()
    {
        var message = Sample.Message("paxlst_progressive.edi");

        Assert.Equal(["BCN 2025-03-01T11:00 BRU 2025-03-01T13:00", "BRU 2025-03-01T15:30 JFK 2025-03-01T23:30"], message.Flights.SelectMany(flight => flight.Legs).Select(leg => $"{leg.From} {leg.Departure} {leg.To} {leg.Arrival}"));
        Assert.Equal(["BCN", "BRU"], message.Passengers.Select(passenger => passenger.Embarks));
        Assert.Equal(["PAX-026", "PAX-027"], message.Codes());
    }

    [Theory]
    [InlineData("cp", MessageFunction.Change, null)]
    [InlineData("xr", MessageFunction.Cancel, null)]
    [InlineData("rp", MessageFunction.Reduction, null)]
    [InlineData("cf", MessageFunction.FlightChanged, null)]
    [InlineData("cl", MessageFunction.CloseOut, null)]
    [InlineData("clnb", MessageFunction.CloseOutNotOnBoard, false)]
    [InlineData("clob", MessageFunction.CloseOutOnBoard, true)]
    [InlineData("xf", MessageFunction.FlightCancelled, null)]
    public void Change_cancel_and_close_out_are_told_and_who_is_not_on_board(string code, MessageFunction function, bool? onBoard)
    {
        var message = Sample.Message($"paxlst_{code}.edi");

        Assert.Equal(function, message.Function);
        Assert.All(message.Passengers, passenger => Assert.Equal(onBoard, passenger.OnBoard));
        Assert.Empty(message.Findings);
    }

    [Fact]
    public void The_US_dialect_is_read()
    {
        var message = Sample.Message("paxlst_us.edi");

        Assert.Equal(MessageFormat.PaxlstUs, message.Format);
        Assert.Equal(["MANGELS/SIMON P", "BOYLE/ALVIN", "O'LEARY/KRIS ANN"], message.Passengers.Select(passenger => $"{passenger.Name.Surname}/{passenger.Name.Given}"));
        Assert.Equal(["1959-04-29", "1952-12-21", "1933-12-31"], message.Passengers.Select(passenger => passenger.BirthDate!.Value.Iso));
        Assert.Equal(["1999-09-09", "1992-04-29", "1998-08-31"], message.Passengers.Select(passenger => passenger.Documents[0].Expires!.Value.Iso));
        Assert.Equal([TravellerRole.Passenger, TravellerRole.Passenger, TravellerRole.Crew], message.Passengers.Select(passenger => passenger.Role));
        Assert.Equal(("ZZ", "812", "2002-01-31T10:30"), (message.Flights[0].Carrier, message.Flights[0].Number, $"{message.Flights[0].Legs[0].Departure}"));
        Assert.Equal("FRED SAMPLES", message.SenderContacts[0].Value);
    }

    [Theory]
    [InlineData("paxlst_unoc.edi", "MÜLLER JOSÉ")]
    [InlineData("paxlst_unoy.edi", "ПЕТРОВ ИВАН|محمد علي|王 小明")]
    [InlineData("paxlst_unoa_foreign.edi", "MÜLLER JOSÉ")]
    public void Names_are_read_in_the_sender_s_character_set(string file, string names)
    {
        var reading = Sample.Read(file);

        Assert.Equal(names, string.Join('|', reading.Messages[0].Passengers.Select(passenger => $"{passenger.Name.Surname} {passenger.Name.Given}")));
        Assert.Equal(file.Contains("foreign", StringComparison.Ordinal), reading.Findings.Any(finding => finding.Problem.Code == "PAX-014"));
    }

    [Fact]
    public void A_count_of_the_flight_that_is_not_the_list_s_is_a_warning() =>
        Assert.Equal(["PAX-009"], Sample.Paxlst("NAD+FL+++MAES:JAN", "CNT+42:160").Codes());

    [Fact]
    public void Documents_dates_and_places_reach_the_traveller_they_follow()
    {
        var passengers = Sample.Paxlst(
            "NAD+FL+++A:ONE", "DTM+36:310101", "DOC+P+1", "NAD+FL+++B:TWO", "DTM+36:320101", "LOC+91+BEL", "DOC+P+2", "LOC+91+NLD", "DTM+329:8001", "NAT+2+BE").Passengers;

        Assert.Null(passengers[0].Documents[0].Expires);
        Assert.Equal(("2", "NLD", null), (passengers[1].Documents[0].Number, passengers[1].Documents[0].Issuer, passengers[1].Documents[0].Expires));
        Assert.Equal(("BE", "8001"), (passengers[1].Nationality, passengers[1].BirthDate!.Value.AsSent));
    }

    [Fact]
    public void A_message_of_another_type_is_kept_and_holds_nobody()
    {
        var message = Sample.Message("ackres.edi");

        Assert.Equal((MessageFormat.Other, 2), (message.Format, message.Kept.Count));
        Assert.Contains("PAX-017", message.Codes());
    }

    [Fact]
    public void A_list_without_any_envelope_is_read() =>
        Assert.Equal("MAES", Assert.Single(Assert.Single(Sample.Read(Encoding.ASCII.GetBytes("UNH+1+PAXLST:D:05B:UN'BGM+745'NAD+FL+++MAES:JAN'UNT+4+1'")).Messages).Passengers).Name.Surname);
}
