using System.Security.Cryptography.Xml;
using System.Xml;

namespace Belfry.Incidents.Cap;

/// <summary>W3C canonical XML. Three kinds are known, each with and without comments.</summary>
static class Canonical
{
    public const string Exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string Inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

    /// <summary>
    /// Canonical XML 1.1 differs from 1.0 only in how a part of a document inherits xml:id and xml:base. Where neither occurs both write the same bytes,
    /// so 1.0 does the work; where one occurs the signature is refused (CAP-029).
    /// </summary>
    public const string Inclusive11 = "http://www.w3.org/2006/12/xml-c14n11";

    const string WithComments = "#WithComments";

    public static bool IsKnown(string method) => Plain(method) is Exclusive or Inclusive or Inclusive11;

    public static string Plain(string method) =>
        method.EndsWith(WithComments, StringComparison.Ordinal) ? method[..^WithComments.Length]
        : method == Exclusive + "WithComments" ? Exclusive : method;

    /// <param name="comments">Kept only where the method says so and the caller allows it: a reference to the whole document never sees them.</param>
    public static byte[] Bytes(XmlDocument document, string method, string? prefixes, bool comments)
    {
        var kept = comments && method.EndsWith("WithComments", StringComparison.Ordinal);
        Transform transform = Plain(method) == Exclusive ? new XmlDsigExcC14NTransform(kept, prefixes) : new XmlDsigC14NTransform(kept);
        transform.Resolver = null;
        transform.LoadInput(document);
        using var stream = (Stream)transform.GetOutput(typeof(Stream));
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    /// <summary>One element as a document of its own that still knows the namespaces around it, and, as only inclusive canonicalisation demands, the xml: attributes.</summary>
    public static XmlDocument Apart(XmlElement element, string method)
    {
        var exclusive = Plain(method) == Exclusive;
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var root = (XmlElement)document.ImportNode(element, deep: true);
        document.AppendChild(root);
        for (var around = element.ParentNode as XmlElement; around is not null; around = around.ParentNode as XmlElement)
        {
            foreach (XmlAttribute attribute in around.Attributes)
            {
                var inherited = attribute.NamespaceURI == "http://www.w3.org/2000/xmlns/" || (attribute.Prefix == "xml" && !exclusive);
                if (inherited && !root.HasAttribute(attribute.Name))
                {
                    root.SetAttributeNode((XmlAttribute)document.ImportNode(attribute, deep: true));
                }
            }
        }

        return document;
    }
}
