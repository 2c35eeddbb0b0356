using Belfry.Kernel;
using Belfry.Passengers.Csv;
using Belfry.Passengers.Edifact;
using Belfry.Passengers.PnrXml;

namespace Belfry.Passengers;

/// <summary>
/// Reads what carriers send: PNRGOV and PAXLST in EDIFACT, PNRGOV in XML, rows in CSV. The form is seen from the bytes. Pure: no clock, no file, no network;
/// the same bytes give the same reading.
/// </summary>
public static class PassengerFile
{
    /// <summary>Bytes. A 50 MB message is read in about ten times its size of memory.</summary>
    public const int MostBytes = 256 * 1024 * 1024;

    /// <summary>Reads one file of any form.</summary>
    /// <param name="bytes">As received: with Type-B header and wraps, mail footers, several interchanges.</param>
    /// <returns>
    /// The reading, also when records were rejected: <see cref="ReadingCounts.Reconciles"/> holds for every reading. Refused only when nothing can be
    /// told apart: PAX-001 (no known form), PAX-002 (too large), KERNEL-003 to -005 (XML that is not well-formed, with line and column).
    /// </returns>
    public static Result<PassengerReading> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            return PassengersProblems.TooLarge.With(("limit", MostBytes));
        }

        if (LooksLikeXml(bytes.Span))
        {
            return PnrXmlFile.Read(bytes);
        }

        return (EdifactFile.Read(bytes.Span) ?? CsvFile.Read(bytes.Span)) is { } reading ? reading : PassengersProblems.NotRecognised;
    }

    /// <summary>Says which parts of multi-part pushes are missing among messages that may come from several files.</summary>
    public static IReadOnlyList<Finding> MissingParts(IEnumerable<PassengerMessage> messages) =>
    [
        .. from message in messages
           where message.Part is not null && message.AccessReference.Length > 0
           group message by (message.Sender, message.AccessReference, message.Type) into push
           let seen = push.Select(message => message.Part!.Number).ToHashSet()
           let last = push.Where(message => message.Part!.Position == "F").Select(message => message.Part!.Number).DefaultIfEmpty(0).Max()
           let highest = Math.Min(Math.Max(last, seen.Max()), 10_000)
           let missing = Enumerable.Range(1, highest).Where(number => !seen.Contains(number)).Select(number => $"{number:D2}").ToList()
           let open = last == 0 && push.Any(message => message.Part!.Position == "C")
           where missing.Count > 0 || open
           select new Finding(
               PassengersProblems.PartMissing.With(("reference", push.Key.AccessReference), ("missing", string.Join(", ", open ? missing.Append($"{highest + 1:D2}…F") : missing))),
               default),
    ];

    static bool LooksLikeXml(ReadOnlySpan<byte> bytes)
    {
        // UTF-16 marks itself; everything else begins with "<" behind blanks and a UTF-8 mark.
        if (bytes.Length >= 2 && ((bytes[0] == 0xFE && bytes[1] == 0xFF) || (bytes[0] == 0xFF && bytes[1] == 0xFE)))
        {
            return true;
        }

        var start = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        return start.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
    }
}
