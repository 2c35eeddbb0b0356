using Belfry.Passengers;

namespace Belfry.Commands;

/// <summary>The readable form of passengers parse.</summary>
static class PassengersText
{
    public static void Print(string file, IReadOnlyList<PassengerMessage> messages, ReadingCounts counts, bool summary)
    {
        Console.WriteLine(file);
        foreach (var message in messages)
        {
            Console.WriteLine($"  {message.Type} {message.Version}".TrimEnd() + $", {message.Function} ({message.FunctionCode})"
                + (message.Part is { } part ? $", part {part.Number:D2}{part.Position} of {message.AccessReference}" : "")
                + (message.CrewList ? ", crew list" : ""));
            foreach (var flight in message.Flights)
            {
                Console.WriteLine($"  flight {Flight(flight)}");
            }

            if (message.Bookings.Count > 0)
            {
                Console.WriteLine($"  {message.Bookings.Count} bookings");
            }

            foreach (var passenger in summary ? [] : message.Passengers)
            {
                Console.WriteLine($"    {passenger.Number,4}  {Passenger(passenger, message)}");
            }
        }

        Console.WriteLine($"  {counts.Loaded} loaded, {counts.Rejected} rejected of {counts.TravellerRecords} traveller records"
            + $" ({counts.Repeated} at check-in, {counts.History} in history, {counts.Groups} groups, {counts.Parties} parties);"
            + $" {counts.Read} of {counts.Segments} segments read, {counts.Kept} kept as sent; {(counts.Reconciles ? "reconciles" : "DOES NOT RECONCILE")}");
    }

    static string Flight(Flight flight) =>
        $"{flight.Carrier}{flight.Number}" + (flight.OperatingCarrier.Length > 0 ? $" (operated by {flight.OperatingCarrier}{flight.OperatingNumber})" : "")
        + string.Concat(flight.Legs.Select(leg => $"  {leg.From} {leg.Departure} - {leg.To} {leg.Arrival}"));

    static string Passenger(Passenger passenger, PassengerMessage message)
    {
        var locators = passenger.Booking is { } number ? message.Bookings[number - 1].Locators : passenger.Locators;
        string[] parts =
        [
            passenger.Name.Surname + " / " + passenger.Name.Given,
            passenger.Name.Title,
            passenger.Role is TravellerRole.Passenger ? "" : passenger.Role.ToString(),
            passenger.Infant ? "infant" : "",
            passenger.Gender,
            passenger.BirthDate is { } birth ? birth.Readable ? birth.Iso : $"birth date unreadable ({birth.AsSent})" : "no birth date",
            passenger.Nationality,
            string.Join(' ', passenger.Documents.Where(document => document.Holder).Select(document => $"{document.Type} {document.Number} {document.Issuer}")),
            string.Join(' ', locators.Select(locator => locator.Code)),
            string.Join(' ', passenger.Seats.Select(seat => seat.Number).Distinct()),
            passenger.OnBoard is false ? "NOT ON BOARD" : "",
            passenger.OnlyAtCheckIn ? "only at check-in" : "",
        ];
        return string.Join("  ", parts.Where(part => part.Length > 0));
    }
}
