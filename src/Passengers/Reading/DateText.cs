namespace Belfry.Passengers.Reading;

/// <summary>The order of the parts in a date, as its place in the message fixes it.</summary>
enum DateOrder
{
    /// <summary>DDMMYY: PNRGOV's TVL, DAT, RCI.</summary>
    DayFirst,

    /// <summary>YYMMDD: UNB, PAXLST.</summary>
    YearFirst,
}

/// <summary>What a two-digit year is placed by.</summary>
enum DateUse
{
    Birth,
    Expiry,
    Issue,
    Travel,
}

/// <summary>Reads the dates and times of carriers' messages. Pure: the century comes from the flight, never from a clock.</summary>
static class DateText
{
    const string Months = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

    /// <summary>DDMMMYY, DDMMMYYYY, MMMYY, YYYY, ISO, YYMMDD, YYYYMMDD; day and month may be 00. Null when the text is empty.</summary>
    public static PartialDate? Read(string text, DateUse use, DateOnly? flight, DateOrder order = DateOrder.YearFirst)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty)
        {
            return null;
        }

        var (year, month, day, digits) = Parts(trimmed, order);
        var placed = digits == 2 && year is not null;
        if (placed)
        {
            year = Century(year!.Value, month, day, use, flight);
        }

        if (year is < 1850 or > 2150 || month is < 1 or > 12 || (month is { } m && day is { } d && (d < 1 || d > Days(year ?? 2000, m))))
        {
            return new PartialDate(text, null, null, null, false);
        }

        return new PartialDate(text, year, month, day, placed && year is not null);
    }

    /// <summary>Looks like the date of a document text: DDMMMYY or DDMMMYYYY.</summary>
    public static bool IsDocumentDate(ReadOnlySpan<char> text) =>
        text.Length is 7 or 9 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && Month(text.Slice(2, 3)) > 0 && AllDigits(text[5..]);

    public static LocalTime? ReadTime(string date, string time, DateOrder order)
    {
        if (date.Length == 0 && time.Length == 0)
        {
            return null;
        }

        var read = Read(date, DateUse.Travel, null, order);
        DateOnly? day = null;
        if (read is null or { Year: null })
        {
            // Travel dates are near: two digits are this century (10 = 2010). PNRGOV began in 2010.
            var (year, month, dayOfMonth, digits) = Parts(date.AsSpan().Trim(), order);
            day = digits == 2 && year is { } y && month is { } m && dayOfMonth is { } d ? Real(2000 + y, m, d) : null;
        }
        else
        {
            day = read.Value.Full;
        }

        return new LocalTime(time.Length == 0 ? date : date + ":" + time, day, Clock(time.AsSpan().Trim()));
    }

    /// <summary>HHMM or HHMMSS, colons allowed.</summary>
    public static TimeOnly? Clock(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[6];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) && count < 6)
            {
                digits[count++] = c;
            }
            else if (c != ':')
            {
                break;
            }
        }

        if (count < 4)
        {
            return null;
        }

        var (hour, minute) = (Number(digits[..2]), Number(digits[2..4]));
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    public static DateOnly? Real(int year, int month, int day) =>
        year is >= 1850 and <= 2150 && month is >= 1 and <= 12 && day >= 1 && day <= Days(year, month) ? new DateOnly(year, month, day) : null;

    static (int? Year, int? Month, int? Day, int Digits) Parts(ReadOnlySpan<char> text, DateOrder order)
    {
        if (text.Length >= 10 && text[4] == '-' && text[7] == '-' && AllDigits(text[..4]) && AllDigits(text.Slice(5, 2)) && AllDigits(text.Slice(8, 2)))
        {
            return (Number(text[..4]), Number(text.Slice(5, 2)), Number(text.Slice(8, 2)), 4);
        }

        if (text.Length == 7 && text[4] == '-' && AllDigits(text[..4]) && AllDigits(text[5..]))
        {
            return (Number(text[..4]), Number(text[5..]), null, 4);
        }

        if (IsDocumentDate(text))
        {
            return (Number(text[5..]), Month(text.Slice(2, 3)), Missing(Number(text[..2])), text.Length - 5);
        }

        if (text.Length is 5 or 7 && Month(text[..3]) is > 0 and var named && AllDigits(text[3..]))
        {
            return (Number(text[3..]), named, null, text.Length - 3);
        }

        if (!AllDigits(text))
        {
            return (null, null, null, 0);
        }

        return (text.Length, order) switch
        {
            (4, _) => (Number(text), null, null, 4),
            (6, DateOrder.YearFirst) => (Number(text[..2]), Missing(Number(text.Slice(2, 2))), Missing(Number(text[4..])), 2),
            (6, _) => (Number(text[4..]), Missing(Number(text.Slice(2, 2))), Missing(Number(text[..2])), 2),
            (8, DateOrder.YearFirst) => (Number(text[..4]), Missing(Number(text.Slice(4, 2))), Missing(Number(text[6..])), 4),
            (8, _) => (Number(text[4..]), Missing(Number(text.Slice(2, 2))), Missing(Number(text[..2])), 4),
            _ => (null, null, null, 0),
        };
    }

    // 00 in a document: the day or the month is not known. A year alone then stands.
    static int? Missing(int part) => part == 0 ? null : part;

    static int? Century(int twoDigits, int? month, int? day, DateUse use, DateOnly? flight)
    {
        if (flight is not { } at)
        {
            return null;
        }

        var year = (at.Year / 100 * 100) + twoDigits;
        if (use == DateUse.Expiry)
        {
            for (year -= 200; !NotBefore(year, month, day, at.AddYears(-20)); year += 100)
            {
            }

            return year;
        }

        for (year += 200; !NotAfter(year, month, day, at); year -= 100)
        {
        }

        return use == DateUse.Birth && at.Year - year > 115 ? null : year;
    }

    static bool NotAfter(int year, int? month, int? day, DateOnly at) => (year * 10_000) + ((month ?? 1) * 100) + (day ?? 1) <= Whole(at);

    static bool NotBefore(int year, int? month, int? day, DateOnly at) => (year * 10_000) + ((month ?? 12) * 100) + (day ?? 31) >= Whole(at);

    static int Whole(DateOnly at) => (at.Year * 10_000) + (at.Month * 100) + at.Day;

    static int Month(ReadOnlySpan<char> name)
    {
        Span<char> upper = stackalloc char[3];
        var at = name.Length == 3 && name.ToUpperInvariant(upper) == 3 ? Months.AsSpan().IndexOf(upper) : -1;
        return at >= 0 && at % 3 == 0 ? (at / 3) + 1 : 0;
    }

    static int Days(int year, int month) => System.Globalization.CultureInfo.InvariantCulture.Calendar.GetDaysInMonth(year, month);

    static bool AllDigits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var c in digits)
        {
            number = (number * 10) + (c - '0');
        }

        return number;
    }
}
