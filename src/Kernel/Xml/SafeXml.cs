using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Belfry.Kernel;

/// <summary>The one way XML from outside becomes a document: no DTD, nothing fetched, bounded in size and depth. Everything else is banned.</summary>
public static partial class SafeXml
{
    /// <summary>Enough for every alert but national weather feeds.</summary>
    public const int UsualBytes = 512 * 1024;

    /// <summary>CAP needs 7. 20,000 levels cost 2.7 s in an unbounded reader.</summary>
    public const int MostLevels = 32;

    /// <param name="bytes">As received; the encoding is the document's own.</param>
    /// <returns>The document with line numbers, or KERNEL-003 (unreadable, has a DTD), KERNEL-004 (too large), KERNEL-005 (too deep).</returns>
    public static Result<XDocument> Parse(ReadOnlyMemory<byte> bytes, int mostBytes = UsualBytes)
    {
        if (bytes.Length > mostBytes)
        {
            return KernelProblems.XmlTooLarge.With(("limit", mostBytes));
        }

        using var scan = Reader(bytes, mostBytes);
        try
        {
            while (scan.Read())
            {
                if (scan.Depth > MostLevels)
                {
                    return KernelProblems.XmlTooDeep.With(("line", ((IXmlLineInfo)scan).LineNumber), ("limit", MostLevels));
                }
            }

            using var reader = Reader(bytes, mostBytes);
            return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
        }
        catch (XmlException fault)
        {
            // A prohibited DTD is thrown without its place.
            var (line, column) = fault.LineNumber > 0 ? (fault.LineNumber, fault.LinePosition) : PlaceOfDtd(bytes.Span);
            return KernelProblems.XmlRefused.With(("line", line), ("column", column), ("reason", Reason(fault)));
        }
    }

    static XmlReader Reader(ReadOnlyMemory<byte> bytes, int mostBytes) => XmlReader.Create(
        new MemoryStream(bytes.ToArray(), writable: false),
        new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = mostBytes,
            MaxCharactersFromEntities = 1024,
            CheckCharacters = true,
        });

    static (int Line, int Column) PlaceOfDtd(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOf("<!DOCTYPE"u8);
        return at < 0 ? (0, 0) : (bytes[..at].Count((byte)'\n') + 1, at - bytes[..at].LastIndexOf((byte)'\n'));
    }

    // The framework ends its messages with the place, which we say ourselves.
    static string Reason(XmlException fault) => Place().Replace(fault.Message, "").TrimEnd('.', ' ');

    [GeneratedRegex(@" Line \d+, position \d+\.$", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
