using System.Text;
using Belfry.Passengers;
using Xunit;

namespace Belfry.Tests.Edifact;

/// <summary>
/// What the only open predecessor loses or falsifies (GTAS 1.14.2, run on these constructs): each row of that table, and each further defect found in
/// its source, as a rule of ours.
/// </summary>
public sealed class DefectTests
{
    [Fact]
    public void Defect_1_An_adult_and_her_infant_with_both_documents_on_the_adult_are_two_travellers_and_neither_is_blended()
    {
        var message = Sample.Message("pnrgov_infant_on_adult.edi");

        Assert.Equal(2, message.Passengers.Count);
        var (adult, infant) = (message.Passengers[0], message.Passengers[1]);
        Assert.Equal(("JANSSENS", "ELISE", "MRS"), (adult.Name.Surname, adult.Name.Given, adult.Name.Title));
        Assert.Equal("1988-07-01", adult.BirthDate!.Value.Iso);
        Assert.Equal("EX100002", Assert.Single(adult.Documents).Number);
        Assert.False(adult.Infant);
        Assert.Equal(("JANSSENS", "NOOR", ""), (infant.Name.Surname, infant.Name.Given, infant.Name.Title));
        Assert.Equal("2023-09-20", infant.BirthDate!.Value.Iso);
        Assert.Equal(("EX100001", "F"), (Assert.Single(infant.Documents).Number, infant.Gender));
        Assert.True(infant.Infant);
        // The same documents under the flight are further sources, not further documents.
        Assert.Equal([15, 22], adult.Documents[0].Segments);
        Assert.Equal(2, Assert.Single(adult.Infants).Passenger);
    }

    [Fact]
    public void Defect_1_An_infant_known_only_from_a_document_stays_an_announcement_and_gives_the_adult_nothing()
    {
        var message = Sample.Pnrgov(
            "TIF+JANSSENS:I+ELISE MRS:A:1:1",
            "SSR+DOCS:HK:1:ZZ:::::/P/BEL/EX1/BEL/20SEP23/FI/25OCT28/JANSSENS/NOOR ANNA/",
            "SSR+INFT:HK:1:ZZ:::::JANSSENS/TOM 02JAN24+::1");

        var adult = Assert.Single(message.Passengers);
        Assert.Null(adult.BirthDate);
        Assert.Equal("", adult.Gender);
        Assert.False(Assert.Single(adult.Documents).Holder);
        Assert.Equal(["JANSSENS/NOOR ANNA", "JANSSENS/TOM"], adult.Infants.Select(infant => infant.NameAsSent));
        Assert.Equal(["2023-09-20", "2024-01-02"], adult.Infants.Select(infant => infant.BirthDate!.Value.Iso));
    }

    [Fact]
    public void Defect_2_A_traveller_without_a_travel_document_is_loaded()
    {
        var message = Sample.Message("pnrgov_without_docs.edi");

        Assert.Equal(["PEETERS", "PEETERS"], message.Passengers.Select(passenger => passenger.Name.Surname));
        Assert.All(message.Passengers, passenger => Assert.Null(passenger.BirthDate));
        Assert.Equal("JOLIEN_PEETERS+BE@EXAMPLE.ORG", Assert.Single(message.Passengers[0].Contacts).Value);
        Assert.Equal(["3292000000", "5432109876"], Sample.Pnrgov("ADD++702:8 KERKSTRAAT:GENT:::BE::3292000000", "ADD++700:::::::EK CTC M 5432109876", "TIF+A+B:A:1").Bookings[0].Contacts.Select(contact => contact.Value));
    }

    [Theory]
    [InlineData(0, "DRAGAN", "MRSIC", "")] // read as "AGAN" by a parser that strips titles at the start
    [InlineData(1, "MORSE", "DREW", "")] // "EW"
    [InlineData(2, "SELIZABETH", "MARIE", "MRS")]
    [InlineData(3, "MAES", "JENNIFER", "MRS")] // glued, and the document says JENNIFER
    [InlineData(4, "FAYED", "SAMIRMR", "")] // glued, and nothing decides
    [InlineData(5, "TAMR", "OMR", "")] // the document has the whole name
    [InlineData(6, "YY", "MOANMISS", "")] // AIRIMP: surname of one letter doubled
    [InlineData(7, "ATUYETMAIVAN", "", "MISS")]
    public void Defect_3_Titles_are_taken_off_only_where_they_surely_are_titles(int number, string surname, string given, string title)
    {
        var name = Sample.Message("pnrgov_titles.edi").Passengers[number].Name;

        Assert.Equal((surname, given, title), (name.Surname, name.Given, name.Title));
        Assert.Equal(number switch { 4 => "SAMIR", 6 => "MOAN", _ => "" }, name.GivenIfTitle);
    }

    [Fact]
    public void Defect_4_An_escaped_question_mark_before_the_terminator_swallows_nobody()
    {
        var message = Sample.Message("pnrgov_escaped.edi");

        Assert.Equal(["O'LEARY", "FRED SAMPLES"], message.Passengers.Select(passenger => passenger.Name.Surname));
        Assert.Equal(("KRIS ANN", "MS"), (message.Passengers[0].Name.Given, message.Passengers[0].Name.Title));
        Assert.Equal("A+B", message.Passengers[1].Name.Given);
        Assert.Equal("IS SHE ON BOARD?", Assert.Single(message.Bookings[0].Texts).Text);
        Assert.Equal("PAID 100 EUR + 20 EUR: 'OK' ??", Assert.Single(message.Passengers[0].Texts).Text);
    }

    [Fact]
    public void Defect_5_Segments_in_another_order_cost_nobody_their_place()
    {
        var message = Sample.Message("pnrgov_order.edi");

        Assert.Equal(["AN", "BABY", "LATE"], message.Passengers.Select(passenger => passenger.Name.Given));
        Assert.Contains("PAX-018", message.Codes()); // no SRC
        Assert.Contains("PAX-011", message.Codes()); // a traveller behind the split
        Assert.Equal(["XYZ+UNKNOWN:SEGMENT", "AB+SHORT TAG"], message.Kept.Select(kept => kept.Text));
        Assert.Equal("SPLIT1", Assert.Single(message.Bookings[0].Splits).Locator.Code);
    }

    [Fact]
    public void Defect_6_A_crew_list_with_the_nationality_before_the_places_is_read()
    {
        var message = Sample.Message("paxlst_crew.edi");

        Assert.True(message.CrewList);
        Assert.Equal([TravellerRole.Crew, TravellerRole.TransitCrew, TravellerRole.TransitPassenger], message.Passengers.Select(passenger => passenger.Role));
        Assert.Equal(("GBR", "JFK", "BRU"), (message.Passengers[0].Nationality, message.Passengers[0].Clears, message.Passengers[0].Embarks));
        Assert.Equal(["P MB140241 GBR", "L 6713 GBR"], message.Passengers[0].Documents.Select(document => $"{document.Type} {document.Number} {document.Issuer}"));
    }

    [Fact]
    public void Defect_7_One_traveller_without_a_name_is_rejected_with_the_place_and_the_rest_of_the_list_is_loaded()
    {
        var message = Sample.Message("paxlst_empty_name.edi");

        Assert.Equal(["WILLEMS", "GOOSSENS", "CLAES"], message.Passengers.Select(passenger => passenger.Name.Surname));
        var nameless = message.Rejected[0];
        Assert.Equal("PAX-003", nameless.Problem.Code);
        Assert.Equal(("NAD", 39, 4), (nameless.Place.Tag, nameless.Place.Number, nameless.Place.Element));
        Assert.Equal("NAD+FL+++:", Encoding.Latin1.GetString(Sample.Bytes("paxlst_empty_name.edi"))[((int)nameless.Place.Offset - 9)..][..10]);
        // What belongs to the rejected traveller stays with the rejection and goes to nobody else.
        Assert.Equal("NAD+FL+++:\nATT+2++F\nDTM+329:800101\nDOC+P+EX900002", nameless.Text);
        Assert.Equal("PAX-006", message.Rejected[1].Problem.Code);
        Assert.DoesNotContain(message.Passengers, passenger => passenger.Documents.Any(document => document.Number == "EX900002"));
    }

    [Fact]
    public void Defect_8_A_part_that_holds_only_the_header_is_a_message_and_its_push_is_followed()
    {
        var (first, last) = (Sample.Message("pnrgov_part_01C.edi"), Sample.Message("pnrgov_part_02F.edi"));

        Assert.Equal((new MessagePart(1, "C"), 0, 188), (first.Part!, first.Passengers.Count, first.StatedCount!.Value));
        Assert.Equal((new MessagePart(2, "F"), 1), (last.Part!, last.Passengers.Count));
        Assert.DoesNotContain("PAX-009", last.Codes()); // EQN of a part may hold the flight's total
        Assert.Empty(PassengerFile.MissingParts([first, last]));
        Assert.Equal("02…F", Assert.Single(PassengerFile.MissingParts([first])).Problem.Values["missing"]);
        Assert.Equal("01", Assert.Single(PassengerFile.MissingParts([last])).Problem.Values["missing"]);
    }

    [Fact]
    public void Defect_9_Case_and_blanks_are_data_also_where_a_line_of_a_telex_ends()
    {
        var text = Sample.PnrgovText("TIF+De Smet+Jan  Piet:A:1");
        var wrapped = text.Replace("De Smet+Jan  Piet", "De \r\nSmet+Jan \r\n Piet", StringComparison.Ordinal);

        foreach (var bytes in (string[])[text, wrapped])
        {
            var name = Assert.Single(Assert.Single(Sample.Read(Encoding.Latin1.GetBytes(bytes)).Messages).Passengers).Name;
            Assert.Equal(("De Smet", "Jan  Piet"), (name.Surname, name.Given));
        }
    }

    [Fact]
    public void Defect_10_All_messages_and_all_interchanges_of_a_file_are_read()
    {
        var reading = Sample.Read("two_interchanges.txt");

        Assert.Equal(["PAXLST", "PNRGOV"], reading.Messages.Select(message => message.Type));
        Assert.Equal("PAX-016", Assert.Single(reading.Findings).Problem.Code);
        var two = Sample.PnrgovText("TIF+A+ONE:A:1").Replace("UNZ+1+1'", "UNH+M2+PNRGOV:13:1:IA'SRC'TIF+B+TWO:A:1'UNT+4+M2'UNZ+2+1'", StringComparison.Ordinal);
        Assert.Equal(["A", "B"], Sample.Read(Encoding.Latin1.GetBytes(two)).Messages.SelectMany(message => message.Passengers).Select(passenger => passenger.Name.Surname));
        Assert.Empty(Sample.Read(Encoding.Latin1.GetBytes(two)).Findings);
    }

    [Fact]
    public void Defect_11_Two_digit_years_are_placed_by_the_flight()
    {
        var passengers = Sample.Pnrgov(
            "TIF+A+OLD:A:1", "SSR+DOCS:HK:1:ZZ:::::/P/BEL/1/BEL/02MAR26/M/01JAN30/A/OLD+::1",
            "TIF+B+NEW:IN:2", "SSR+DOCS:HK:1:ZZ:::::/P/BEL/2/BEL/28FEB25/MI/01JAN06/B/NEW+::2").Passengers;

        Assert.Equal(["1926-03-02", "2025-02-28"], passengers.Select(passenger => passenger.BirthDate!.Value.Iso));
        Assert.Equal(["2030-01-01", "2006-01-01"], passengers.Select(passenger => passenger.Documents[0].Expires!.Value.Iso));
        Assert.Equal("02MAR26", passengers[0].BirthDate!.Value.AsSent);
    }

    [Fact]
    public void Defect_12_The_bags_of_one_traveller_are_not_given_to_the_next()
    {
        var passengers = Sample.Pnrgov(
            "TIF+A+ONE:A:1", "TIF+B+TWO:A:2", "TVL+010325:1015:010325:1640+BRU+JFK+ZZ+0123:D", "DAT+2:010325:0800",
            "TRI++1:::1", "TIF+A+ONE:A:1", "SSD+1A++++Y", "TBD++02:29:700++HP:1+082:111:2:JFK",
            "TRI++2:::2", "TIF+B+TWO:A:2", "SSD+1B++++Y", "TBD++++MP:1").Passengers;

        Assert.Equal(("02", "29", "HP", "1"), (passengers[0].Baggage[0].Pieces, passengers[0].Baggage[0].Weight, passengers[0].Baggage[0].Pool, passengers[0].Baggage[0].PoolReference));
        Assert.Equal(("", "", "MP", "1"), (passengers[1].Baggage[0].Pieces, passengers[1].Baggage[0].Weight, passengers[1].Baggage[0].Pool, passengers[1].Baggage[0].PoolReference));
        Assert.Equal(["1A", "1B"], passengers.Select(passenger => passenger.Seats[0].Number));
    }

    [Fact]
    public void Defect_13_Documents_under_the_booking_the_traveller_or_the_flight_all_reach_their_holder()
    {
        var passengers = Sample.Pnrgov(
            "SSR+DOCS:HK:1:ZZ:::::/P/BEL/GR1/BEL/01JAN80/M/01JAN30/A/ONE",
            "TIF+A+ONE:A:1", "SSR+DOCS:HK:1:ZZ:::::/P/BEL/GR2/BEL/02JAN81/F/01JAN30/B/TWO",
            "TIF+B+TWO:A:2", "TIF+C+THREE:A:3",
            "TVL+010325:1015:010325:1640+BRU+JFK+ZZ+0123:D", "SSR+DOCS:HK:1:ZZ:::BRU:JFK:/P/BEL/GR5/BEL/03JAN82/M/01JAN30/C/THREE+::3").Passengers;

        Assert.Equal(["GR1", "GR2", "GR5"], passengers.Select(passenger => Assert.Single(passenger.Documents).Number));
        Assert.Equal(["1980-01-01", "1981-01-02", "1982-01-03"], passengers.Select(passenger => passenger.BirthDate!.Value.Iso));
    }

    [Fact]
    public void Defect_14_A_card_number_the_sender_did_not_mask_is_masked_and_said()
    {
        var message = Sample.Message("pnrgov_groups.edi");

        Assert.Equal("411111XXXXXX1111", message.Passengers[0].Tickets[0].Payments[0].Account);
        Assert.Contains("PAX-024", message.Codes());
        Assert.DoesNotContain(message.Findings, finding => finding.Problem.ToString().Contains("4111111111111111", StringComparison.Ordinal));
    }
}
