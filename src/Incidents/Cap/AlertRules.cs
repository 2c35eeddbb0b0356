using System.Globalization;
using System.Xml.Linq;

namespace Belfry.Incidents.Cap;

/// <summary>The rules that hold for every CAP message. Works on the tree, so that a message its schema refuses is still told everything at once.</summary>
sealed class AlertRules(XElement alert, CapFindings findings, DateTimeOffset? now)
{
    static readonly string[] MustSay = ["event", "areaDesc", "resourceDesc", "mimeType"];

    // U+202A to U+202E and U+2066 to U+2069: they reorder what is read. The marks U+200E and U+200F are ordinary text of right-to-left languages.
    static readonly System.Buffers.SearchValues<char> Directions =
        System.Buffers.SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    static readonly System.Buffers.SearchValues<char> NotInNames = System.Buffers.SearchValues.Create(" ,<&\t\r\n");

    readonly XNamespace space = alert.Name.Namespace;

    public void Run()
    {
        if (CapXml.Version(alert) is { } version && version != CapVersion.V12)
        {
            findings.Add(CapRuleTable.OldVersion, alert, ("version", CapXml.Words(version)));
        }

        Name("identifier", CapRuleTable.Identifier);
        Name("sender", CapRuleTable.Sender);
        References();
        Scope();
        var type = Value(alert, "msgType");
        if (type is "Alert" or "Update" && alert.Element(space + "info") is null)
        {
            findings.Add(CapRuleTable.InfoMissing, alert, ("type", type));
        }

        if (Value(alert, "status") == "Exercise" && Value(alert, "note").Length == 0)
        {
            findings.Add(CapRuleTable.ExerciseNote, alert);
        }

        if (type == "Error" && Value(alert, "note").Length == 0)
        {
            findings.Add(CapRuleTable.ErrorNote, alert);
        }

        Texts();
        foreach (var info in alert.Elements(space + "info"))
        {
            Info(info);
        }
    }

    void Name(string name, CapRule rule)
    {
        if (alert.Element(space + name) is { } element && (element.Value.Trim().Length == 0 || element.Value.AsSpan().IndexOfAny(NotInNames) >= 0))
        {
            findings.Add(rule, element);
        }
    }

    void References()
    {
        var type = Value(alert, "msgType");
        var references = alert.Element(space + "references");
        var texts = references?.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (texts.Length == 0 && type is ("Update" or "Cancel" or "Ack" or "Error"))
        {
            findings.Add(CapRuleTable.ReferencesMissing, references ?? alert, ("type", type));
        }
        else if (references is not null && texts.Length == 0)
        {
            findings.Add(CapRuleTable.ReferencesEmpty, references);
        }

        foreach (var text in texts)
        {
            if (CapMapping.Reference(text) is not { } reference)
            {
                findings.Add(CapRuleTable.ReferenceForm, references!, ("found", CapXml.Short(text)));
            }
            else if (reference.Sender == Value(alert, "sender") && reference.Identifier == Value(alert, "identifier"))
            {
                findings.Add(CapRuleTable.ReferenceSelf, references!);
            }
        }
    }

    void Scope()
    {
        var (scope, restriction) = (Value(alert, "scope"), alert.Element(space + "restriction"));
        if (scope == "Restricted" && string.IsNullOrWhiteSpace(restriction?.Value))
        {
            findings.Add(CapRuleTable.RestrictionMissing, restriction ?? alert);
        }
        else if (scope is "Public" or "Private" && restriction is not null)
        {
            findings.Add(CapRuleTable.RestrictionIdle, restriction);
        }

        if (scope == "Private" && Value(alert, "addresses").Length == 0)
        {
            findings.Add(CapRuleTable.AddressesMissing, alert);
        }
    }

    void Texts()
    {
        foreach (var element in alert.DescendantsAndSelf().Where(element => element.Name.Namespace == space && !element.HasElements))
        {
            var (name, text) = (element.Name.LocalName, element.Value);
            if (name is "sent" or "effective" or "onset" or "expires")
            {
                TimeForm(element, text.Trim());
            }
            else if (MustSay.Contains(name) && string.IsNullOrWhiteSpace(text))
            {
                findings.Add(CapRuleTable.Empty, element, ("field", name));
            }
            else if (text.AsSpan().IndexOfAny(Directions) is >= 0 and var at)
            {
                findings.Add(CapRuleTable.Invisible, element, ("found", $"U+{(int)text[at]:X4}"));
            }
        }
    }

    void TimeForm(XElement element, string text)
    {
        if (CapTime.Parse(text) is null)
        {
            findings.Add(CapRuleTable.TimeNone, element, ("found", CapXml.Short(text)));
        }
        else if (!CapTime.IsStrict(text))
        {
            findings.Add(CapRuleTable.TimeForm, element, ("found", CapXml.Short(text)));
        }
        else if (text.EndsWith("+00:00", StringComparison.Ordinal))
        {
            findings.Add(CapRuleTable.UtcForm, element);
        }
    }

    void Info(XElement info)
    {
        if (info.Element(space + "language") is null)
        {
            findings.Add(CapRuleTable.LanguageMissing, info);
        }

        Times(info);
        foreach (var name in (ReadOnlySpan<string>)["eventCode", "parameter"])
        {
            Values(info, name);
        }

        if (info.Element(space + "web") is { } web && !Uri.TryCreate(web.Value.Trim(), UriKind.Absolute, out _))
        {
            findings.Add(CapRuleTable.AddressRelative, web, ("field", "web"));
        }

        foreach (var resource in info.Elements(space + "resource"))
        {
            Resource(resource);
        }

        var areas = new AreaRules(findings);
        foreach (var area in info.Elements(space + "area"))
        {
            areas.Run(area);
            Values(area, "geocode");
        }
    }

    void Times(XElement info)
    {
        if (info.Element(space + "expires") is not { } end)
        {
            findings.Add(CapRuleTable.ExpiresMissing, info);
            return;
        }

        if (CapTime.Parse(end.Value.Trim()) is not { } expires)
        {
            return;
        }

        if (CapTime.Parse(Value(alert, "sent")) is { } sent && expires <= sent)
        {
            findings.Add(CapRuleTable.ExpiresEarly, end);
        }

        if (now is { } today && expires < today)
        {
            findings.Add(CapRuleTable.Expired, end, ("since", CapTime.Text(expires)));
        }

        foreach (var name in (ReadOnlySpan<string>)["effective", "onset"])
        {
            if (info.Element(space + name) is { } start && CapTime.Parse(start.Value.Trim()) is { } time && time > expires)
            {
                findings.Add(CapRuleTable.TimesCrossed, start, ("field", name));
            }
        }
    }

    void Values(XElement parent, string name)
    {
        foreach (var element in parent.Elements(space + name).Where(element => element.HasElements && element.Elements().Any(part => string.IsNullOrWhiteSpace(part.Value))))
        {
            findings.Add(CapRuleTable.ValueEmpty, element, ("field", name));
        }
    }

    void Resource(XElement resource)
    {
        var (uri, content) = (resource.Element(space + "uri"), resource.Element(space + "derefUri"));
        if (uri is null && content is null)
        {
            findings.Add(CapRuleTable.ResourceNowhere, resource);
        }

        // With the content enclosed, uri is the name of the file.
        if (uri is not null && content is null && !Uri.TryCreate(uri.Value.Trim(), UriKind.Absolute, out _))
        {
            findings.Add(CapRuleTable.AddressRelative, uri, ("field", "uri"));
        }

        if (resource.Element(space + "mimeType") is { } type && type.Value.Trim().Length > 0 && type.Value.Trim().Split('/') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            findings.Add(CapRuleTable.MimeForm, type, ("found", CapXml.Short(type.Value)));
        }

        if (resource.Element(space + "size") is { } size && decimal.TryParse(size.Value, CultureInfo.InvariantCulture, out var bytes) && bytes is (< 0 or > long.MaxValue))
        {
            findings.Add(bytes < 0 ? CapRuleTable.SizeNegative : CapRuleTable.SizeHuge, size, ("found", CapXml.Short(size.Value.Trim())));
        }

        if (resource.Element(space + "digest") is { } digest && !(digest.Value.Trim() is { Length: 40 } text && text.All(char.IsAsciiHexDigit)))
        {
            findings.Add(CapRuleTable.DigestForm, digest);
        }
    }

    string Value(XElement parent, string name) => parent.Element(space + name)?.Value.Trim() ?? "";
}
