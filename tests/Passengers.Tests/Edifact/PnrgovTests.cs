using Belfry.Passengers;
using Xunit;

namespace Belfry.Tests.Edifact;

public sealed class PnrgovTests
{
    [Fact]
    public void Every_group_of_the_guide_is_read()
    {
        var message = Sample.Message("pnrgov_groups.edi");

        Assert.Equal((MessageFormat.Pnrgov, "10.1", MessageFunction.Full, "22"), (message.Format, message.Version, message.Function, message.FunctionCode));
        var flight = Assert.Single(message.Flights);
        Assert.Equal(("ZZ", "0123", "BRU", "JFK", "2025-03-01T10:15", "2025-03-01T16:40"), (flight.Carrier, flight.Number, flight.Legs[0].From, flight.Legs[0].To, $"{flight.Legs[0].Departure}", $"{flight.Legs[0].Arrival}"));

        var booking = message.Bookings[0];
        Assert.Equal(["ZZ GROUPS ", "1A ABC234 C"], booking.Locators.Select(locator => $"{locator.Carrier} {locator.Code} {locator.Kind}"));
        Assert.Equal(("2024-12-06T10:10", "2024-12-06T12:00"), ($"{booking.Changed}", $"{booking.Ticketed}"));
        Assert.Equal(("1A", "12345678", "F31", "GB", "GBP", "A78987"), (booking.Agency!.System, booking.Agency.IataNumber, booking.Agency.Office, booking.Agency.Country, booking.Agency.Currency, booking.Agency.Agent));
        Assert.Equal(("45 HIGH STREET", "SLOUGH", "SL1AA", "GB"), (booking.Addresses[0].Street, booking.Addresses[0].City, booking.Addresses[0].PostalCode, booking.Addresses[0].Country));
        Assert.Equal(["003222222222", "00441753000000"], booking.Contacts.Select(contact => contact.Value));
        Assert.Equal("40.00", Assert.Single(booking.ExcessBaggage).Amount);
        Assert.Equal("ACME TOURS", Assert.Single(booking.Groups).Name);
        Assert.Equal(("ABCDEF", 1), (Assert.Single(booking.Splits).Locator.Code, booking.Splits[0].Travellers));
        Assert.Equal("8", Assert.Single(booking.SideBookings).Kind);
        Assert.Single(booking.SideBookings[0].Texts);
        Assert.Equal(["", "X", "X", "A"], booking.History.Select(entry => entry.Action));
        Assert.Equal(["WAYNE/JONMR"], booking.History.SelectMany(entry => entry.Names));
        Assert.Equal(["0123", "330", ""], booking.Itinerary.Select(each => each.Number));
        Assert.Equal(("YY", "7703", "HK", 2, "767", "CODESH"), (booking.Itinerary[0].OperatingCarrier, booking.Itinerary[0].OperatingNumber, booking.Itinerary[0].Status, booking.Itinerary[0].Travellers, booking.Itinerary[0].Equipment, booking.Itinerary[0].Locators[0].Code));
    }

    [Fact]
    public void What_stands_under_a_traveller_is_the_traveller_s()
    {
        var passenger = Sample.Message("pnrgov_groups.edi").Passengers[0];

        Assert.Equal(("SMITHJR", "JOHNMR", "JOHN"), (passenger.Name.Surname, passenger.Name.Given, passenger.Name.GivenIfTitle));
        Assert.Equal("38739393AN8739P", passenger.UniqueReference);
        Assert.Equal("1234567890", Assert.Single(passenger.FrequentFlyers).Number);
        Assert.Equal(["V 9891404 USA", "K KTN001 ", "P EX300001 GBR"], passenger.Documents.Select(document => $"{document.Type} {document.Number} {document.Issuer}"));
        Assert.Equal("AMBER HILL GBR", passenger.BirthPlace);
        Assert.Equal("301 PARK AVENUE", Assert.Single(passenger.Addresses).Street);
        Assert.Equal(["32470123456/EN", "JOHN_SMITH@EXAMPLE-COM.ORG"], passenger.Contacts.Select(contact => contact.Value));
        var ticket = Assert.Single(passenger.Tickets);
        Assert.Equal(("0820000000001", "2024-12-06T12:00", "2957.94", "GBP"), (ticket.Number, $"{ticket.Issued}", ticket.Amounts[1].Amount, ticket.Amounts[1].Currency));
        Assert.StartsWith("TIMOTHY SIMS", ticket.Payments[0].Payer, StringComparison.Ordinal);
        Assert.Equal(["15A SSD", "15A SEAT", "074E NSST"], passenger.Seats.Select(seat => $"{seat.Number} {seat.Source}"));
        Assert.Equal(("108", "BRU", "JFK", "15A"), (passenger.CheckIns[0].Sequence, passenger.CheckIns[0].From, passenger.CheckIns[0].To, passenger.CheckIns[0].Seat));
        Assert.Equal("1026000001", Assert.Single(passenger.Baggage[0].Tags).Number);
    }

    [Fact]
    public void Who_stands_only_at_check_in_is_a_traveller_of_their_own_and_said()
    {
        var message = Sample.Message("pnrgov_groups.edi");
        var goshow = Assert.Single(message.Passengers, passenger => passenger.OnlyAtCheckIn);

        Assert.Equal(("GOSHOW", "GINA", 1), (goshow.Name.Surname, goshow.Name.Given, goshow.Booking));
        Assert.Contains("PAX-021", message.Codes());
        Assert.Equal(new ReadingCounts(71, 71, 0, 7, 4, 0, 1, 1, 1, 0), message.Counts);
    }

    [Fact]
    public void A_check_in_under_the_same_reference_with_quite_another_name_is_another_person()
    {
        var message = Sample.Pnrgov("TIF+MAES+JAN:A:1", "TVL+010325:1015:010325:1640+BRU+JFK+ZZ+0123:D", "TRI++7:::1", "TIF+OTHER+PERSON:A:1", "SSD+1A++++Y");

        Assert.Equal(["MAES", "OTHER"], message.Passengers.Select(passenger => passenger.Name.Surname));
        Assert.Empty(message.Passengers[0].CheckIns);
    }

    [Fact]
    public void Two_travellers_with_one_name_stay_two()
    {
        var message = Sample.Pnrgov("TIF+NGUYEN+AN:A:1", "TIF+NGUYEN+AN:C:2", "SSR+DOCS:HK:1:ZZ:::::/P/VNM/A1/VNM/01JAN80/M/01JAN30/NGUYEN/AN+::1", "SSR+DOCS:HK:1:ZZ:::::/P/VNM/A2/VNM/01JAN15/M/01JAN30/NGUYEN/AN+::2");

        Assert.Equal(["A1", "A2"], message.Passengers.Select(passenger => Assert.Single(passenger.Documents).Number));
        Assert.Equal([1980, 2015], message.Passengers.Select(passenger => passenger.BirthDate!.Value.Year!.Value));
    }

    [Fact]
    public void A_codeshare_of_15_1_is_read_from_TRA()
    {
        var flight = Assert.Single(Sample.Message("pnrgov_codeshare_15_1.edi").Bookings[0].Itinerary);

        Assert.Equal(("ZZ", "4123", "YY", "0123"), (flight.Carrier, flight.Number, flight.OperatingCarrier, flight.OperatingNumber));
    }

    [Theory]
    [InlineData("pnrgov_18_1.edi", "18.1", MessageFunction.Full)]
    [InlineData("pnrgov_changed_141.edi", "16.1", MessageFunction.Change)]
    [InlineData("pnrgov_groups.edi", "10.1", MessageFunction.Full)]
    public void Version_and_function_are_told(string file, string version, MessageFunction function)
    {
        var message = Sample.Message(file);

        Assert.Equal((version, function), (message.Version, message.Function));
    }

    [Theory]
    [InlineData(0, "P", "EX600001", "BEL", "1971-07-14", "F")] // no leading slash
    [InlineData(1, "P", "EX600002", "BEL", "1972-07-15", "M")] // two leading slashes
    [InlineData(2, "", "", "", "1971-07-14", "M")] // offset by one
    [InlineData(3, "P", "EX600004", "BE", "1973-07-16", "F")] // -1NAME tail
    [InlineData(4, "P", "EX600005", "BEL", "1974-07-17", "F")] // split over two SSR
    [InlineData(5, "P", "EX600006", "BEL", "", "M")] // dates that do not exist
    [InlineData(8, "P", "EX600010", "BEL", "", "F")] // no birth date, an expiry
    public void Damaged_DOCS_are_read_from_the_birth_date_or_the_sex(int number, string type, string document, string issuer, string birth, string gender)
    {
        var passenger = Sample.Message("pnrgov_docs_defects.edi").Passengers[number];
        var read = passenger.Documents[0];

        Assert.Equal((type, document, issuer, gender), (read.Type, read.Number, read.Issuer, passenger.Gender));
        Assert.Equal(birth, passenger.BirthDate is { Readable: true } date ? date.Iso : "");
        Assert.Equal(passenger.Name.Surname, read.Surname);
        Assert.True(read.Holder);
    }

    [Fact]
    public void Nothing_is_taken_from_a_stranger_s_document_and_two_birth_dates_give_none()
    {
        var message = Sample.Message("pnrgov_docs_defects.edi");
        var (stranger, two, far) = (message.Passengers[6], message.Passengers[7], message.Passengers[8]);

        Assert.False(Assert.Single(stranger.Documents).Holder);
        Assert.Equal((null, "", ""), (stranger.BirthDate, stranger.Gender, stranger.Nationality));
        Assert.Equal((2, null), (two.Documents.Count, two.BirthDate));
        Assert.Equal([true, false], far.Documents.Select(document => document.Holder));
        Assert.Equal(2, message.Codes().Count(code => code == "PAX-022"));
        Assert.Contains("PAX-023", message.Codes());
        Assert.Contains("PAX-012", message.Codes());
    }

    [Fact]
    public void Wrong_counts_and_references_are_said_and_cost_nothing()
    {
        var text = Sample.PnrgovText("TIF+MAES+JAN:A:1").Replace("UNT+9+M1", "UNT+50+X", StringComparison.Ordinal).Replace("UNZ+1+1", "UNZ+7+9", StringComparison.Ordinal).Replace("EQN+1", "EQN+3", StringComparison.Ordinal);
        var reading = Sample.Read(System.Text.Encoding.Latin1.GetBytes(text));

        Assert.Equal(["PAX-007", "PAX-008", "PAX-009"], reading.Messages[0].Codes());
        Assert.Equal(["PAX-007", "PAX-008"], reading.Findings.Select(finding => finding.Problem.Code));
        Assert.Single(reading.Messages[0].Passengers);
    }

    [Fact]
    public void A_right_message_has_no_findings() =>
        Assert.Empty(Sample.Read("pnrgov_infant_on_adult.edi").Findings.Concat(Sample.Message("pnrgov_infant_on_adult.edi").Findings));
}
