using System.Text;
using Belfry.Kernel;
using Belfry.Passengers.Reading;

namespace Belfry.Passengers.Csv;

/// <summary>
/// Rows as agreed with small carriers (Implementing Decision (EU) 2017/759: any secure means agreed): a header with names of columns, one traveller a row,
/// comma, semicolon or tab, quotes as in RFC 4180. UTF-8, else Latin-1.
/// </summary>
sealed class CsvFile
{
    /// <summary>Names senders use for a column, without case, blanks, underscores and dashes.</summary>
    static readonly (string Column, string[] Names)[] Known =
    [
        ("surname", ["surname", "lastname", "familyname", "name", "nom", "achternaam", "familienaam", "nachname"]),
        ("given", ["givenname", "givennames", "firstname", "firstnames", "given", "prenom", "prénom", "voornaam", "vorname"]),
        ("birth", ["birthdate", "dateofbirth", "dob", "geboortedatum", "datedenaissance", "geburtsdatum"]),
        ("gender", ["gender", "sex", "geslacht", "sexe", "geschlecht"]),
        ("nationality", ["nationality", "nationaliteit", "nationalité", "nationalite", "staatsangehörigkeit"]),
        ("documenttype", ["documenttype", "doctype"]),
        ("document", ["documentnumber", "docnumber", "passport", "passportnumber", "document"]),
        ("issuer", ["documentcountry", "issuingcountry", "documentissuer", "issuer"]),
        ("expiry", ["documentexpiry", "expirydate", "expiry", "dateofexpiry"]),
        ("flight", ["flight", "flightnumber", "vlucht", "vol", "flug"]),
        ("carrier", ["carrier", "airline"]),
        ("date", ["departuredate", "flightdate", "date"]),
        ("from", ["from", "departure", "origin", "embarkation"]),
        ("to", ["to", "arrival", "destination", "disembarkation"]),
        ("locator", ["locator", "recordlocator", "pnr", "booking", "bookingreference"]),
        ("seat", ["seat", "seatnumber"]),
        ("phone", ["phone", "telephone", "mobile"]),
        ("email", ["email", "mail"]),
        ("role", ["role", "type", "travellertype"]),
    ];

    readonly string text;
    readonly Encoding encoding;
    readonly List<Finding> findings = [];
    readonly List<Rejected> rejected = [];
    readonly List<PassengerDraft> travellers = [];
    readonly Dictionary<string, Flight> flights = new(StringComparer.Ordinal);
    readonly long mark;
    string[] columns = [];
    string[] header = [];
    char separator;

    CsvFile(string text, Encoding encoding, long mark) => (this.text, this.encoding, this.mark) = (text, encoding, mark);

    /// <returns>Null when the first row has no column for a name.</returns>
    public static PassengerReading? Read(ReadOnlySpan<byte> bytes)
    {
        var mark = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        // Binary is not CSV: a header is text in its first line.
        if (bytes[..Math.Min(bytes.Length, 512)].Contains((byte)0))
        {
            return null;
        }

        var encoding = System.Text.Unicode.Utf8.IsValid(bytes[mark..]) ? Encoding.UTF8 : Encoding.Latin1;
        return new CsvFile(encoding.GetString(bytes[mark..]), encoding, mark).Read();
    }

    PassengerReading? Read()
    {
        var (at, offset, row) = (0, mark, 1);
        var first = text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? text[..end] : text;
        if (first.Length > 4096)
        {
            return null;
        }

        separator = ((char[])[';', '\t', ',']).MaxBy(candidate => first.Count(c => c == candidate));
        header = [.. Row(ref at, out _).Select(cell => cell.Trim())];
        columns = [.. header.Select(Column)];
        if (!columns.Contains("surname") && !columns.Contains("given"))
        {
            return null;
        }

        for (var column = 0; column < columns.Length; column++)
        {
            if (columns[column].Length == 0)
            {
                findings.Add(new Finding(PassengersProblems.ColumnUnknown.With(("column", header[column])), new Place(1, "row", column + 1, 0, mark)));
            }
        }

        var counted = 0;
        offset += Bytes(0, at);
        while (at < text.Length)
        {
            var (from, place) = (at, new Place(++row, "row", 0, 0, offset));
            var cells = Row(ref at, out var openQuote);
            offset += Bytes(from, at);
            if (cells is [""])
            {
                row--;
                continue;
            }

            counted++;
            var asSent = text[from..at].TrimEnd('\r', '\n');
            if (openQuote)
            {
                rejected.Add(new Rejected(PassengersProblems.QuoteOpen, place, asSent));
            }
            else if (cells.Count != columns.Length)
            {
                rejected.Add(new Rejected(PassengersProblems.RowWidth.With(("found", cells.Count), ("expected", columns.Length)), place, asSent));
            }
            else
            {
                Traveller(cells, place, asSent);
            }
        }

        var number = 0;
        var message = new PassengerMessage
        {
            Format = MessageFormat.Csv,
            Type = "CSV",
            Function = MessageFunction.Full,
            Flights = [.. flights.Values],
            Passengers = travellers.ConvertAll(draft =>
            {
                draft.Number = ++number;
                return draft.Build(null);
            }),
            Rejected = rejected,
            Findings = findings,
            Counts = new ReadingCounts(counted + 1, counted + 1, 0, counted, travellers.Count, rejected.Count, 0, 0, 0, 0),
        };
        return new PassengerReading { Messages = [message], Counts = message.Counts };
    }

    long Bytes(int from, int to) => encoding.GetByteCount(text.AsSpan(from, to - from));

    static string Column(string name)
    {
        var plain = string.Concat(name.Where(c => c is not (' ' or '_' or '-' or '.'))).ToLowerInvariant();
        return Known.FirstOrDefault(known => known.Names.Contains(plain)).Column ?? "";
    }

    void Traveller(List<string> cells, Place place, string asSent)
    {
        string Cell(string column) => Array.IndexOf(columns, column) is var at and >= 0 ? cells[at].Trim() : "";
        var (surname, given) = (Cell("surname"), Cell("given"));
        if (surname.Length == 0 && given.Length == 0)
        {
            rejected.Add(new Rejected(PassengersProblems.NoName, place with { Element = Array.IndexOf(columns, "surname") + 1 }, asSent));
            return;
        }

        var flight = DateText.ReadTime(Cell("date"), "", DateOrder.YearFirst);
        var key = string.Join('|', Cell("carrier"), Cell("flight"), Cell("date"), Cell("from"), Cell("to"));
        if (key.Length > 4 && !flights.ContainsKey(key))
        {
            flights[key] = new Flight { Carrier = Cell("carrier"), Number = Cell("flight"), Legs = [new Leg(Cell("from"), Cell("to"), flight, null, place.Number)], Segment = place.Number };
        }

        PartialDate? Date(string column, DateUse use)
        {
            var date = DateText.Read(Cell(column), use, flight?.Date);
            if (date is { Readable: false } bad)
            {
                findings.Add(new Finding(PassengersProblems.BadDate.With(("value", bad.AsSent), ("what", column)), place with { Element = Array.IndexOf(columns, column) + 1 }));
            }

            return date;
        }

        var draft = new PassengerDraft
        {
            Surname = surname,
            Given = given,
            BirthDate = Date("birth", DateUse.Birth),
            Gender = Cell("gender").ToUpperInvariant() is "M" or "F" or "X" or "U" ? Cell("gender").ToUpperInvariant() : "",
            Nationality = Cell("nationality"),
            Role = Cell("role").StartsWith("crew", StringComparison.OrdinalIgnoreCase) ? TravellerRole.Crew : TravellerRole.Passenger,
            Embarks = Cell("from"),
            Disembarks = Cell("to"),
            Place = place,
        };
        var row = place.Number;
        if (Cell("document").Length > 0)
        {
            draft.Documents = [new TravelDocument(Cell("documenttype"), Cell("document"), Cell("issuer"), "", null, "", Date("expiry", DateUse.Expiry), null, "", "", true, "", [row])];
        }

        draft.Locators = Cell("locator") is { Length: > 0 } locator ? [new Locator(Cell("carrier"), locator, "", null, row)] : null;
        draft.Seats = Cell("seat") is { Length: > 0 } seat ? [new Seat(seat, "", Cell("from"), Cell("to"), "CSV", row)] : null;
        foreach (var kind in (string[])["phone", "email"])
        {
            if (Cell(kind) is { Length: > 0 } value)
            {
                (draft.Contacts ??= []).Add(new Contact(kind, value, value, "CSV", row));
            }
        }

        for (var column = 0; column < cells.Count; column++)
        {
            if (columns[column].Length == 0 && cells[column].Length > 0)
            {
                (draft.References ??= []).Add(new FreeText(header[column], cells[column], row));
            }
        }

        travellers.Add(draft);
    }

    /// <summary>One row from <paramref name="at"/>, which moves behind its line end.</summary>
    List<string> Row(ref int at, out bool openQuote)
    {
        var cells = new List<string>();
        openQuote = false;
        while (true)
        {
            if (at < text.Length && text[at] == '"')
            {
                var cell = new StringBuilder();
                at++;
                while (true)
                {
                    var quote = text.IndexOf('"', at);
                    if (quote < 0)
                    {
                        cell.Append(text, at, text.Length - at);
                        (at, openQuote) = (text.Length, true);
                        break;
                    }

                    cell.Append(text, at, quote - at);
                    at = quote + 1;
                    if (at >= text.Length || text[at] != '"')
                    {
                        break;
                    }

                    cell.Append('"');
                    at++;
                }

                var rest = End(at);
                cells.Add(cell.Append(text, at, rest - at).ToString());
                at = rest;
            }
            else
            {
                var rest = End(at);
                cells.Add(text[at..rest]);
                at = rest;
            }

            if (at >= text.Length)
            {
                return cells;
            }

            if (text[at] == separator)
            {
                at++;
                continue;
            }

            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            return cells;
        }
    }

    int End(int from)
    {
        var next = text.AsSpan(from).IndexOfAny(separator, '\r', '\n');
        return next < 0 ? text.Length : from + next;
    }
}
