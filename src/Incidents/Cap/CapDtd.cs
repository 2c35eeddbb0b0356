using System.Xml;
using Belfry.Kernel;

namespace Belfry.Incidents.Cap;

/// <summary>Names the root of a document that was refused, without reading past it: the DTD is skipped, never expanded or fetched.</summary>
static class CapDtd
{
    /// <summary>Null when the refusal was for something else, or when not even the root can be read.</summary>
    public static Root? RootBehind(ReadOnlyMemory<byte> bytes, IReadOnlyList<Problem> refused)
    {
        if (refused is not [{ Code: "KERNEL-003" }])
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(bytes.ToArray(), writable: false),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = SafeXml.UsualBytes, MaxCharactersFromEntities = 1 });
            var dtd = false;
            while (reader.Read() && reader.NodeType != XmlNodeType.Element)
            {
                dtd |= reader.NodeType == XmlNodeType.DocumentType;
            }

            return reader.NodeType == XmlNodeType.Element && (dtd || bytes.Span.IndexOf("<!DOCTYPE"u8) >= 0)
                ? new Root(CapXml.IsEnvelope(reader.LocalName, reader.NamespaceURI)) : null;
        }
        catch (XmlException)
        {
            return null; // Unreadable before the root: the refusal already says where.
        }
    }

    internal sealed record Root(bool IsEnvelope);
}
