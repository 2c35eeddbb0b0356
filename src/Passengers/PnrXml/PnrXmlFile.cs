using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Belfry.Kernel;
using Belfry.Passengers.Reading;

namespace Belfry.Passengers.PnrXml;

/// <summary>
/// IATA_PNRGOV_NotifRQ, guides 13.1, 14.1, 16.1. Names are matched without namespace and without case, since senders differ; a spelling that is not the
/// guide's is said. A PNR outside the notification (a carrier's own wrapper) is read all the same.
/// </summary>
sealed class PnrXmlFile
{
    const string Root = "IATA_PNRGOV_NotifRQ";

    readonly XDocument document;
    readonly List<Finding> findings = [];
    readonly List<Rejected> rejected = [];
    readonly List<Booking> bookings = [];
    readonly List<Passenger> passengers = [];
    readonly HashSet<string> said = [];
    readonly HashSet<XElement> met = [];
    int elements, records, repeated;
    DateOnly? flightDate;

    PnrXmlFile(XDocument document) => this.document = document;

    public static Result<PassengerReading> Read(ReadOnlyMemory<byte> bytes) =>
        SafeXml.Parse(bytes, PassengerFile.MostBytes).Then(document => new PnrXmlFile(document).Read());

    Result<PassengerReading> Read()
    {
        var root = document.Root!;
        // Responses and unrelated documents hold no PNR.
        var pnrs = root.DescendantsAndSelf().Where(element => Is(element, "PNR")).ToList();
        var notification = root.DescendantsAndSelf().FirstOrDefault(element => Is(element, Root));
        if (pnrs.Count == 0 && notification is null)
        {
            return PassengersProblems.NotRecognised;
        }

        if (notification is null || notification.Name.LocalName != Root)
        {
            Spelling(root, root.Name.LocalName, Root);
        }

        elements = root.DescendantsAndSelf().Count();
        // Counted apart from the reading below, which must come to the same.
        records = root.DescendantsAndSelf().Count(element => Is(element, "Passenger"));
        var flights = Children(notification ?? root, "FlightLeg").Select(Flight).ToList();
        flightDate = flights.FirstOrDefault()?.Legs[0].Departure?.Date ?? Descendants(root, "Flight").Select(flight => DateOf(Attribute(flight, "DepartureDateTime"))).FirstOrDefault(date => date is not null);
        foreach (var pnr in pnrs)
        {
            Pnr(pnr);
        }

        // A Passenger outside every PNR would be nobody's: counted, and rejected with its line.
        foreach (var stray in Descendants(root, "Passenger").Where(element => !element.Ancestors().Any(above => Is(above, "PNR"))))
        {
            rejected.Add(new Rejected(PassengersProblems.OutOfPlace.With(("tag", "Passenger"), ("what", "PNR")), At(stray), stray.ToString()));
        }

        if (Number(Attribute(Children(notification ?? root, "PNRs").FirstOrDefault(), "NumberOfPnrs")) is { } stated && stated != pnrs.Count)
        {
            Warn(PassengersProblems.TravellerCount.With(("stated", stated), ("what", "NumberOfPnrs"), ("found", pnrs.Count)), At(root));
        }

        var originator = Children(notification ?? root, "Originator").FirstOrDefault();
        var message = new PassengerMessage
        {
            Format = MessageFormat.PnrgovXml,
            Type = notification?.Name.LocalName ?? root.Name.LocalName,
            Version = Attribute(notification, "Version"),
            Function = MessageFunction.Full,
            Sender = Attribute(originator, "AirlineCode"),
            Reference = Attribute(notification, "TransactionIdentifier"),
            Flights = flights,
            SenderContacts = Attribute(originator, "AirlineContactInfo") is { Length: > 0 } contact ? [new Contact("other", contact, contact, "Originator", At(originator!).Number)] : [],
            Bookings = bookings,
            Passengers = passengers,
            Rejected = rejected,
            Findings = findings,
            Counts = new ReadingCounts(elements, elements, 0, records, passengers.Count, rejected.Count, repeated, 0, 0, 0),
        };
        return new PassengerReading { Messages = [message], Counts = message.Counts };
    }

    void Pnr(XElement pnr)
    {
        var booking = new BookingDraft(bookings.Count + 1, At(pnr).Number)
        {
            Changed = Moment(Attribute(pnr, "PNR_TransDate")),
            Ticketed = Moment(Attribute(pnr, "LastTktDate")),
        };
        booking.Locators.AddRange(Children(pnr, "BookingRefID").Select(Reference));
        if (booking.Locators.Count > 0)
        {
            booking.Locators[0] = booking.Locators[0] with { Created = Moment(Attribute(pnr, "PNR_CreationDate")) };
        }

        booking.Agency = Children(pnr, "POS").SelectMany(pos => Children(pos, "Source")).Select(AgencyOf).FirstOrDefault();
        foreach (var contact in Children(pnr, "ContactInfo"))
        {
            Contact(contact, booking.Contacts ??= [], booking.Addresses ??= []);
        }

        var travellers = pnr.Elements().Where(element => Is(element, "Passenger")).ToList();
        foreach (var element in travellers)
        {
            Traveller(element, booking);
        }

        foreach (var element in Children(pnr, "Flight"))
        {
            InFlight(element, booking);
        }

        foreach (var service in Children(pnr, "SSR"))
        {
            new SsrElement(this, service, flightDate).Give(booking, null, null);
        }

        // Passenger elements where the guide has none: nobody is lost for standing elsewhere.
        foreach (var stray in Descendants(pnr, "Passenger").Where(element => !met.Contains(element) && element.Ancestors().First(above => Is(above, "PNR")) == pnr).ToList())
        {
            Warn(PassengersProblems.OutOfPlace.With(("tag", "Passenger"), ("what", "loaded")), At(stray));
            Traveller(stray, booking);
        }

        foreach (var text in Descendants(pnr, "Remark").Concat(Descendants(pnr, "UnstructuredText")))
        {
            (booking.Texts ??= []).Add(new FreeText(text.Name.LocalName, text.Value.Trim(), At(text).Number));
        }

        if (Number(Attribute(pnr, "NumberOfPassengers")) is { } stated && stated != travellers.Count)
        {
            Warn(PassengersProblems.TravellerCount.With(("stated", stated), ("what", "NumberOfPassengers"), ("found", travellers.Count)), At(pnr));
        }

        var named = booking.CheckIns.Count(checkIn => checkIn.Named);
        repeated += named - new Assignment(booking, flightDate, passengers.Count + 1, findings).Run();
        passengers.AddRange(booking.Passengers.Select(draft => draft.Build(booking.Number)));
        bookings.Add(booking.Build());
    }

    void Traveller(XElement element, BookingDraft booking)
    {
        met.Add(element);
        var (surname, given) = (Texts(element, "Surname"), Texts(element, "GivenName"));
        if (surname.Length == 0 && given.Length == 0)
        {
            rejected.Add(new Rejected(PassengersProblems.NoName, At(element), element.ToString()));
            return;
        }

        var title = Texts(element, "NameTitle");
        var passenger = new PassengerDraft
        {
            Surname = surname,
            Given = title.Length > 0 ? given + " " + title : given,
            TravellerType = Attribute(element, "PassengerTypeCode"),
            Reference = Attribute(element, "RPH"),
            UniqueReference = Attribute(element, "SurnameRefNumber"),
            OnBoard = Attribute(element, "BoardingStatus") switch { "B" or "Boarded" => true, "N" or "NoShow" or "NotBoarded" => false, _ => null },
            Place = At(element),
        };
        booking.Passengers.Add(passenger);
        foreach (var contact in Children(element, "ContactInfo"))
        {
            Contact(contact, passenger.Contacts ??= [], passenger.Addresses ??= []);
        }

        foreach (var loyalty in Children(element, "CustLoyalty"))
        {
            (passenger.FrequentFlyers ??= []).Add(new FrequentFlyer(Attribute(loyalty, "ProgramID"), Attribute(loyalty, "MembershipID"), Attribute(loyalty, "LoyalLevel"), At(loyalty).Number));
        }

        foreach (var ticket in Children(element, "TicketDocument"))
        {
            (passenger.Tickets ??= []).Add(Ticket(ticket));
        }

        foreach (var excess in Children(element, "ExcessBaggage"))
        {
            (booking.ExcessBaggage ??= []).Add(new ExcessBaggage(Attribute(excess, "CurrencyCode"), Attribute(excess, "Amount"), Attribute(excess, "UnitOfMeasureQuantity"), At(excess).Number));
        }

        foreach (var service in Children(element, "SSR").Concat(Children(element, "DOC_SSR")))
        {
            new SsrElement(this, service, flightDate).Give(booking, passenger, null);
        }
    }

    void InFlight(XElement element, BookingDraft booking)
    {
        var flight = Flight(element);
        booking.Itinerary.Add(flight);
        foreach (var service in Children(element, "SSR").Concat(Children(element, "DOC_SSR")))
        {
            new SsrElement(this, service, flightDate).Give(booking, null, flight.Legs[0]);
        }

        foreach (var info in Children(element, "CheckInInfo"))
        {
            foreach (var boarding in Children(info, "BoardingNumber"))
            {
                var people = Children(boarding, "Passenger").ToList();
                met.UnionWith(people);
                foreach (var person in people.DefaultIfEmpty(null))
                {
                    var (surname, given) = person is null ? ("", "") : (Texts(person, "Surname"), Texts(person, "GivenName"));
                    if (person is not null && surname.Length + given.Length == 0)
                    {
                        rejected.Add(new Rejected(PassengersProblems.NoName, At(person), person.ToString()));
                        continue;
                    }

                    var seat = Children(boarding, "SeatNumber").FirstOrDefault();
                    booking.CheckIns.Add(new CheckInDraft
                    {
                        Surname = surname,
                        Given = given,
                        Named = person is not null,
                        Reference = Attribute(boarding, "RPH") is { Length: > 0 } reference ? reference : Attribute(person, "RPH"),
                        Sequence = Attribute(boarding, "Number"),
                        Seat = seat?.Value.Trim() ?? "",
                        Cabin = Attribute(seat, "CabinClass"),
                        From = flight.Legs[0].From,
                        To = flight.Legs[0].To,
                        When = Moment(Attribute(info, "Time")),
                        Place = At(person ?? boarding),
                    });
                }
            }
        }
    }

    TicketDraft Ticket(XElement element)
    {
        var draft = new TicketDraft(Attribute(element, "TicketDocumentNbr"), Attribute(element, "Type"), "", At(element).Number) { Issued = Moment(Attribute(element, "DateOfIssue")) };
        foreach (var fare in Children(element, "TotalFare"))
        {
            (draft.Amounts ??= []).Add(new Money("T", Attribute(fare, "Amount"), Attribute(fare, "CurrencyCode")));
        }

        foreach (var payment in Children(element, "PaymentInfo"))
        {
            var (account, masked) = ContactText.Mask(Attribute(payment, "AccountNbr"));
            if (masked)
            {
                Warn(PassengersProblems.CardNotMasked, At(payment));
            }

            (draft.Payments ??= []).Add(new Payment(
                Attribute(payment, "PaymentType"), Attribute(payment, "PaymentAmount"), Attribute(payment, "VendorCode"), account, Attribute(payment, "ExpiryDate"),
                Attribute(payment, "CardHolderName"), At(payment).Number));
        }

        return draft;
    }

    void Contact(XElement element, List<Contact> contacts, List<PostalAddress> addresses)
    {
        var line = At(element).Number;
        var phone = Attribute(element, "PhoneNumber");
        if (phone.Length > 0)
        {
            // Some systems put "E+NAME@HOST" into the telephone number.
            contacts.Add(phone.Contains('@', StringComparison.Ordinal)
                ? new Contact("email", phone.StartsWith("E+", StringComparison.Ordinal) ? phone[2..] : phone, phone, "PhoneNumber", line)
                : new Contact("phone", phone, phone, "PhoneNumber", line));
        }

        if (Attribute(element, "EmailAddress") is { Length: > 0 } mail)
        {
            contacts.Add(new Contact("email", mail, mail, "EmailAddress", line));
        }

        var address = new PostalAddress(
            Attribute(element, "Type"), string.Join(' ', Children(element, "AddressLine").Select(part => part.Value.Trim())), Texts(element, "CityName"), Texts(element, "StateProv"),
            Texts(element, "PostalCode"), Texts(element, "CountryName"), "", line);
        if (address is not { Street: "", City: "", Region: "", PostalCode: "", Country: "" })
        {
            addresses.Add(address);
        }
    }

    Flight Flight(XElement element)
    {
        var (operating, marketing) = (Children(element, "OperatingAirline").FirstOrDefault(), Children(element, "MarketingAirline").FirstOrDefault());
        var leg = new Leg(
            Attribute(Children(element, "DepartureAirport").FirstOrDefault(), "LocationCode"), Attribute(Children(element, "ArrivalAirport").FirstOrDefault(), "LocationCode"),
            Moment(Attribute(element, "DepartureDateTime")), Moment(Attribute(element, "ArrivalDateTime")), At(element).Number);
        return new Flight
        {
            Carrier = Attribute(marketing, "Code") is { Length: > 0 } code ? code : Attribute(element, "CarrierCode"),
            Number = Attribute(element, "FlightNumber"),
            OperatingCarrier = Attribute(operating, "Code"),
            OperatingNumber = Attribute(operating, "FlightNumber"),
            BookingClass = Attribute(element, "ResBookDesigCode"),
            Status = Attribute(element, "Status"),
            Travellers = Number(Attribute(element, "NumberInParty")),
            Equipment = Attribute(Children(element, "Equipment").FirstOrDefault(), "AirEquipType"),
            Legs = [leg],
            Locators = [.. Children(element, "BookingRefID").Select(Reference)],
            Segment = At(element).Number,
        };
    }

    Locator Reference(XElement element) =>
        new(Attribute(Children(element, "CompanyName").FirstOrDefault(), "Code"), Attribute(element, "ID"), Attribute(element, "Type"), null, At(element).Number);

    Agency AgencyOf(XElement source)
    {
        var requestor = Children(source, "RequestorID").FirstOrDefault();
        return new Agency(
            Attribute(Children(requestor, "CompanyName").FirstOrDefault(), "Code"), Attribute(source, "AirportCode"), Attribute(requestor, "ID"), Attribute(source, "PseudoCityCode"),
            Attribute(source, "AirlineVendorID"), Attribute(source, "AgentDutyCode"), Attribute(source, "ISOCountry"), Attribute(source, "ISOCurrency"), Attribute(source, "AgentSine"), At(source).Number);
    }

    /// <summary>Children by local name, underscores and case aside; another spelling is said once.</summary>
    public IEnumerable<XElement> Children(XElement? parent, string name) => parent is null ? [] : parent.Elements().Where(element => Is(element, name, this));

    static IEnumerable<XElement> Descendants(XElement parent, string name) => parent.Descendants().Where(element => Is(element, name));

    public string Texts(XElement parent, string name) => string.Join(' ', Children(parent, name).Select(element => element.Value.Trim()).Where(text => text.Length > 0));

    public string Attribute(XElement? element, string name)
    {
        foreach (var attribute in element?.Attributes() ?? [])
        {
            if (Same(attribute.Name.LocalName, name) && !attribute.IsNamespaceDeclaration)
            {
                if (attribute.Name.LocalName != name)
                {
                    Spelling(element!, attribute.Name.LocalName, name);
                }

                return attribute.Value.Trim();
            }
        }

        return "";
    }

    static bool Is(XElement element, string name, PnrXmlFile? speaks = null)
    {
        var same = Same(element.Name.LocalName, name);
        if (same && speaks is not null && element.Name.LocalName != name)
        {
            speaks.Spelling(element, element.Name.LocalName, name);
        }

        return same;
    }

    static bool Same(string found, string name) => found.Length == name.Length
        ? found.Equals(name, StringComparison.OrdinalIgnoreCase)
        : Math.Abs(found.Length - name.Length) <= 2 && found.Replace("_", "", StringComparison.Ordinal).Equals(name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    void Spelling(XElement element, string found, string expected)
    {
        if (said.Add(found))
        {
            Warn(PassengersProblems.Spelling.With(("found", found), ("expected", expected)), At(element));
        }
    }

    public void Warn(Problem problem, Place place) => findings.Add(new Finding(problem, place));

    public static Place At(XElement element) => new(((IXmlLineInfo)element).LineNumber, element.Name.LocalName, ((IXmlLineInfo)element).LinePosition, 0, -1);

    public static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static DateOnly? DateOf(string text) => Moment(text)?.Date;

    static LocalTime? Moment(string text)
    {
        var at = text.IndexOf('T', StringComparison.Ordinal);
        return DateText.ReadTime(at < 0 ? text : text[..at], at < 0 ? "" : text[(at + 1)..], DateOrder.YearFirst) is { } moment ? moment with { AsSent = text } : null;
    }
}
