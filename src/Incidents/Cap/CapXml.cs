using System.Text;
using System.Xml;
using System.Xml.Linq;
using Belfry.Kernel;

namespace Belfry.Incidents.Cap;

/// <summary>Names of CAP and where an element stands.</summary>
static class CapXml
{
    public static readonly XNamespace V10 = "http://www.incident.com/cap/1.0";
    public static readonly XNamespace V11 = "urn:oasis:names:tc:emergency:cap:1.1";
    public static readonly XNamespace V12 = "urn:oasis:names:tc:emergency:cap:1.2";
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Distribution = "urn:oasis:names:tc:emergency:EDXL:DE:1.0";

    public const string Signature = "http://www.w3.org/2000/09/xmldsig#";

    public static CapVersion? Version(XElement element) =>
        element.Name.LocalName != "alert" ? null
        : element.Name.Namespace == V12 ? CapVersion.V12
        : element.Name.Namespace == V11 ? CapVersion.V11
        : element.Name.Namespace == V10 ? CapVersion.V10 : null;

    public static string Words(CapVersion version) => version switch
    {
        CapVersion.V10 => "CAP 1.0",
        CapVersion.V11 => "CAP 1.1",
        _ => "CAP 1.2",
    };

    /// <summary>What carries alerts without being one: Atom, RSS, EDXL-DE, or a bare list of alerts.</summary>
    public static bool IsEnvelope(XElement root) => IsEnvelope(root.Name.LocalName, root.Name.NamespaceName);

    public static bool IsEnvelope(string name, string space) =>
        (name is "feed" or "entry" && space == Atom) || (name == "rss" && space.Length == 0)
        || (name == "EDXLDistribution" && space.StartsWith("urn:oasis:names:tc:emergency:EDXL:DE:", StringComparison.Ordinal))
        || (name == "alerts" && (space == V10 || space == V11 || space == V12));

    public static (int Line, int Column) At(XObject node) =>
        node is IXmlLineInfo place && place.HasLineInfo() ? (place.LineNumber, place.LinePosition) : (0, 0);

    public static string Called(XElement element) =>
        element.Name.NamespaceName.Length == 0 ? element.Name.LocalName : $"{{{element.Name.NamespaceName}}}{element.Name.LocalName}";

    /// <summary>alert/info[2]/area/polygon[1]: a number only where there are several of that name.</summary>
    public static string Path(XElement element)
    {
        var steps = new Stack<string>();
        for (XElement? at = element; at is not null; at = at.Parent)
        {
            var before = at.ElementsBeforeSelf(at.Name).Count();
            var several = before > 0 || at.ElementsAfterSelf(at.Name).Any();
            steps.Push(several ? $"{at.Name.LocalName}[{before + 1}]" : at.Name.LocalName);
            if (at.Name.LocalName == "alert")
            {
                break;
            }
        }

        return string.Join('/', steps);
    }

    public static Problem Problem(ProblemKind kind, XElement at, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var (line, column) = At(at);
        return kind.At(Path(at), [("line", line), ("column", column), .. values]);
    }

    /// <summary>Long or hostile text shortened for a sentence; control characters become visible.</summary>
    public static string Short(string text)
    {
        var shown = new StringBuilder();
        foreach (var letter in text.Length > 80 ? text.AsSpan(0, 80) : text.AsSpan())
        {
            shown.Append(char.IsControl(letter) ? ' ' : letter);
        }

        return text.Length > 80 ? shown.Append('…').ToString() : shown.ToString();
    }
}
