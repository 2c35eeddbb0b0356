using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Belfry.Incidents;

/// <summary>From <see cref="CapAlert"/> to CAP 1.2, elements in the schema's order, UTF-8 without mark.</summary>
public static class CapWriter
{
    /// <returns>A document that the OASIS schema accepts. Ask <see cref="CapRules.Check(CapAlert, CapProfile)"/> whether it is also a good one.</returns>
    /// <exception cref="ArgumentException">The alert cannot be said in CAP 1.2: an info without category, a language that is none, a resource
    /// without type, an address or character that XML cannot carry. The message names the place.</exception>
    public static byte[] Write(CapAlert alert)
    {
        var tree = Tree(alert);
        if (CapSchema.Errors(tree) is [var error, ..])
        {
            throw new ArgumentException(error.Sentence, nameof(alert));
        }

        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            new XDocument(tree).Save(writer);
        }

        return stream.ToArray();
    }

    // Entitize keeps a carriage return in a text through the next reader, which would turn it into a line feed.
    internal static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    internal static XElement Tree(CapAlert alert) => Element(
        "alert",
        Text("identifier", alert.Identifier),
        Text("sender", alert.Sender),
        Text("sent", Cap.CapTime.Text(alert.Sent)),
        Text("status", alert.Status),
        Text("msgType", alert.MessageType),
        Text("source", alert.Source),
        Text("scope", alert.Scope),
        Text("restriction", alert.Restriction),
        Text("addresses", alert.Addresses),
        alert.Codes.Select(code => Text("code", code)),
        Text("note", alert.Note),
        alert.References.Count == 0 ? null : Text("references", string.Join(' ', alert.References)),
        Text("incidents", alert.Incidents),
        alert.Infos.Select(Info));

    static XElement Info(CapInfo info) => Element(
        "info",
        Text("language", info.Language),
        info.Categories.Select(category => Text("category", category)),
        Text("event", info.Event),
        info.Responses.Select(response => Text("responseType", response)),
        Text("urgency", info.Urgency),
        Text("severity", info.Severity),
        Text("certainty", info.Certainty),
        Text("audience", info.Audience),
        info.EventCodes.Select(code => Value("eventCode", code)),
        Time("effective", info.Effective),
        Time("onset", info.Onset),
        Time("expires", info.Expires),
        Text("senderName", info.SenderName),
        Text("headline", info.Headline),
        Text("description", info.Description),
        Text("instruction", info.Instruction),
        Text("web", info.Web),
        Text("contact", info.Contact),
        info.Parameters.Select(parameter => Value("parameter", parameter)),
        info.Resources.Select(Resource),
        info.Areas.Select(Area));

    static XElement Resource(CapResource resource) => Element(
        "resource",
        Text("resourceDesc", resource.Description),
        Text("mimeType", resource.MimeType),
        Text("size", resource.Size?.ToString(CultureInfo.InvariantCulture)),
        Text("uri", resource.Uri),
        Text("derefUri", resource.DerefUri),
        Text("digest", resource.Digest));

    static XElement Area(CapArea area) => Element(
        "area",
        Text("areaDesc", area.Description),
        area.Polygons.Select(polygon => Text("polygon", string.Join(' ', polygon.Positions.Select(Cap.CapGeometry.Text)))),
        area.Circles.Select(circle => Text("circle", $"{Cap.CapGeometry.Text(circle.Centre)} {Cap.CapGeometry.Text(circle.RadiusKilometres)}")),
        area.Geocodes.Select(code => Value("geocode", code)),
        Text("altitude", area.Altitude?.ToString(CultureInfo.InvariantCulture)),
        Text("ceiling", area.Ceiling?.ToString(CultureInfo.InvariantCulture)));

    static XElement Value(string name, CapValue value) => Element(name, Text("valueName", value.Name), Text("value", value.Value));

    static XElement? Time(string name, DateTimeOffset? time) => time is { } known ? Text(name, Cap.CapTime.Text(known)) : null;

    static XElement? Text(string name, object? value) => value is null ? null : new XElement(Cap.CapXml.V12 + name, Sayable(name, value.ToString()!));

    static string Sayable(string name, string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
            {
                at++;
            }
            else if (!XmlConvert.IsXmlChar(text[at]))
            {
                throw new ArgumentException($"{name}: character {at + 1} (U+{(int)text[at]:X4}) cannot be said in XML.", nameof(text));
            }
        }

        return text;
    }

    static XElement Element(string name, params object?[] content) => new(Cap.CapXml.V12 + name, content);
}
