using System.Globalization;
using System.Xml.Linq;
using Belfry.Kernel;

namespace Belfry.Incidents.Cap;

/// <summary>One alert element that its schema accepts, as data. Collects every problem instead of stopping at the first.</summary>
sealed class CapMapping
{
    readonly List<Problem> problems = [];

    public static Result<CapAlert> Alert(XElement element)
    {
        if (CapXml.Version(element) is not { } version)
        {
            return CapXml.Problem(CapProblems.NotCap, element, ("found", CapXml.Called(element)));
        }

        var errors = CapSchema.Errors(element);
        if (errors.Count > 0)
        {
            return Result<CapAlert>.Refused([.. errors.Select(error =>
                CapProblems.SchemaInvalid.With(("line", error.Line), ("column", error.Column), ("reason", error.Sentence)))]);
        }

        var mapping = new CapMapping();
        var alert = mapping.Map(element, version);
        return mapping.problems.Count > 0 ? Result<CapAlert>.Refused(mapping.problems) : alert;
    }

    CapAlert Map(XElement alert, CapVersion version) => new()
    {
        Version = version,
        Identifier = Text(alert, "identifier") ?? "",
        Sender = Text(alert, "sender") ?? "",
        Sent = Time(alert, "sent") ?? default,
        Status = Word<CapStatus>(alert, "status"),
        MessageType = Word<CapMessageType>(alert, "msgType"),
        Source = Text(alert, "source"),
        Scope = Child(alert, "scope") is null ? CapScope.Public : Word<CapScope>(alert, "scope"),
        Restriction = Text(alert, "restriction"),
        Addresses = Text(alert, "addresses"),
        Codes = [.. Children(alert, "code").Select(code => code.Value)],
        Note = Text(alert, "note"),
        References = [.. Children(alert, "references").SelectMany(References)],
        Incidents = Text(alert, "incidents"),
        Infos = [.. Children(alert, "info").Select(Info)],
    };

    CapInfo Info(XElement info) => new()
    {
        Language = Text(info, "language")?.Trim(),
        Categories = [.. Words<CapCategory>(info, "category")],
        Event = Text(info, "event") ?? "",
        Responses = [.. Words<CapResponse>(info, "responseType")],
        Urgency = Word<CapUrgency>(info, "urgency"),
        Severity = Word<CapSeverity>(info, "severity"),
        Certainty = Word<CapCertainty>(info, "certainty"),
        Audience = Text(info, "audience"),
        EventCodes = [.. Values(info, "eventCode")],
        Effective = Time(info, "effective"),
        Onset = Time(info, "onset"),
        Expires = Time(info, "expires"),
        SenderName = Text(info, "senderName"),
        Headline = Text(info, "headline"),
        Description = Text(info, "description"),
        Instruction = Text(info, "instruction"),
        Web = Text(info, "web"),
        Contact = Text(info, "contact"),
        Parameters = [.. Values(info, "parameter")],
        Resources = [.. Children(info, "resource").Select(Resource)],
        Areas = [.. Children(info, "area").Select(Area)],
    };

    CapResource Resource(XElement resource) => new()
    {
        Description = Text(resource, "resourceDesc") ?? "",
        MimeType = Text(resource, "mimeType"),
        Size = Number<long>(resource, "size", text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size) ? size : (long?)null),
        Uri = Text(resource, "uri"),
        DerefUri = Text(resource, "derefUri"),
        Digest = Text(resource, "digest"),
    };

    CapArea Area(XElement area) => new()
    {
        Description = Text(area, "areaDesc") ?? "",
        Polygons = [.. Children(area, "polygon").Select(Polygon)],
        Circles = [.. Children(area, "circle").Select(Circle)],
        Geocodes = [.. Values(area, "geocode")],
        Altitude = Decimal(area, "altitude"),
        Ceiling = Decimal(area, "ceiling"),
    };

    CapPolygon Polygon(XElement polygon) => CapGeometry.Polygon(polygon.Value) ?? Refuse(CapProblems.PolygonUnreadable, polygon, new CapPolygon([]));

    CapCircle Circle(XElement circle) => CapGeometry.Circle(circle.Value) ?? Refuse(CapProblems.CircleUnreadable, circle, new CapCircle(default, 0));

    IEnumerable<CapReference> References(XElement references)
    {
        foreach (var text in references.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Reference(text) is { } reference)
            {
                yield return reference;
            }
            else
            {
                problems.Add(CapXml.Problem(CapProblems.ReferenceUnreadable, references, ("found", CapXml.Short(text))));
            }
        }
    }

    /// <summary>sender,identifier,sent. Exactly two commas: neither name may hold one.</summary>
    public static CapReference? Reference(string text) =>
        text.Split(',') is [{ Length: > 0 } sender, { Length: > 0 } identifier, var sent] && CapTime.Parse(sent) is { } time
            ? new CapReference(sender, identifier, time) : null;

    // CAP 1.0 writes name=value in one text.
    static IEnumerable<CapValue> Values(XElement parent, string name) =>
        from element in Children(parent, name)
        select element.HasElements
            ? new CapValue(Text(element, "valueName") ?? "", Text(element, "value") ?? "")
            : element.Value.Split('=', 2) is [var key, var value] ? new CapValue(key.Trim(), value.Trim()) : new CapValue("", element.Value);

    DateTimeOffset? Time(XElement parent, string name) =>
        Child(parent, name) is not { } element ? null
        : CapTime.Parse(element.Value.Trim()) is { } time ? time
        : Refuse<DateTimeOffset?>(CapProblems.TimeUnreadable, element, null);

    decimal? Decimal(XElement parent, string name) => Number<decimal>(parent, name, text =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null);

    T? Number<T>(XElement parent, string name, Func<string, T?> read)
        where T : struct => Child(parent, name) is not { } element ? null : read(element.Value.Trim()) ?? Refuse<T?>(CapProblems.NumberUnreadable, element, null);

    T Refuse<T>(ProblemKind kind, XElement element, T instead)
    {
        problems.Add(CapXml.Problem(kind, element, ("found", CapXml.Short(element.Value))));
        return instead;
    }

    static T Word<T>(XElement parent, string name)
        where T : struct, Enum => Words<T>(parent, name).First();

    // The schema has already held the words against its list; "Very Likely" is CAP 1.0's, and is Likely since CAP 1.1.
    static IEnumerable<T> Words<T>(XElement parent, string name)
        where T : struct, Enum => Children(parent, name).Select(element => Enum.Parse<T>(element.Value == "Very Likely" ? "Likely" : element.Value));

    static string? Text(XElement parent, string name) => Child(parent, name)?.Value;

    static XElement? Child(XElement parent, string name) => parent.Element(parent.Name.Namespace + name);

    static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements(parent.Name.Namespace + name);
}
