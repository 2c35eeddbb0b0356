using System.Xml.Linq;
using Belfry.Geography;
using Belfry.Shell;

namespace Belfry.Incidents.Cap;

/// <summary>What a warning that leaves from Belgium must have beyond the standard: docs/standards.md, Belgian profile.</summary>
sealed class BelgianProfile(XElement alert, CapFindings findings)
{
    internal static readonly string[] Languages = ["nl-BE", "fr-BE", "de-DE", "en-GB"];

    static readonly string[] Same = ["category", "responseType", "urgency", "severity", "certainty", "effective", "onset", "expires"];

    readonly XNamespace space = alert.Name.Namespace;

    public void Run()
    {
        if (CapXml.Version(alert) != CapVersion.V12)
        {
            findings.Add(CapRuleTable.BeVersion, alert);
        }

        // An acknowledgement or a cancel may go without info; what has one, has it in every language.
        var infos = alert.Elements(space + "info").ToList();
        if (infos.Count == 0 && Text(alert, "msgType") is not ("Alert" or "Update"))
        {
            return;
        }

        var spoken = infos.Select(info => Text(info, "language")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var owed = Owed(infos);
        foreach (var language in Languages.Where(language => !spoken.Contains(language)))
        {
            findings.Add(owed.Contains(language) ? CapRuleTable.BeLanguage : CapRuleTable.BeLanguageBeside, alert, ("language", language));
        }

        infos.ForEach(Info);
        Differences(infos);
    }

    // What the law asks: the official languages of the municipalities that are named. Where none is named the area may be anywhere: all three.
    HashSet<string> Owed(IReadOnlyList<XElement> infos)
    {
        var codes = infos.Descendants(space + "geocode").Where(code => Text(code, "valueName") == "NIS").Select(code => Text(code, "value")).Distinct().ToList();
        var named = codes.Select(Municipalities).ToList();
        return named.Count == 0 || named.Exists(one => one.Count == 0)
            ? [.. Languages[..3]]
            : [.. named.SelectMany(one => one).SelectMany(one => one.Languages.Official).Select(language => language.Tag())];
    }

    // A municipality, an arrondissement (63000), a province, or a region; anything else names none.
    static List<Municipality> Municipalities(string nis) => Belgium.Load().Find(nis) is { } one
        ? [one]
        : [.. Belgium.Load().Municipalities(DateOnly.MaxValue).Where(municipality =>
            nis.Length == 5 && (municipality.Province.Nis == nis || municipality.Province.Region == nis || (nis.EndsWith("000", StringComparison.Ordinal) && municipality.Refnis.StartsWith(nis[..2], StringComparison.Ordinal))))];

    void Info(XElement info)
    {
        foreach (var name in (ReadOnlySpan<string>)["senderName", "headline", "description"])
        {
            if (Text(info, name).Length == 0)
            {
                findings.Add(CapRuleTable.BeText, info, ("field", name));
            }
        }

        if (info.Element(space + "expires") is not { } end)
        {
            findings.Add(CapRuleTable.BeExpires, info);
        }
        else if (CapTime.Parse(end.Value.Trim()) is { } expires && CapTime.Parse(Text(alert, "sent")) is { } sent && expires <= sent)
        {
            findings.Add(CapRuleTable.BeExpiresEarly, end);
        }

        var areas = info.Elements(space + "area").ToList();
        if (areas.Count == 0)
        {
            findings.Add(CapRuleTable.BeArea, info);
        }

        areas.ForEach(Area);
    }

    void Area(XElement area)
    {
        var polygons = area.Elements(space + "polygon").ToList();
        if (polygons.Count == 0)
        {
            findings.Add(CapRuleTable.BePolygon, area);
        }

        if (!area.Elements(space + "geocode").Any(code => Text(code, "valueName") == "NIS" && Text(code, "value") is { Length: 5 } nis && nis.All(char.IsAsciiDigit)))
        {
            findings.Add(CapRuleTable.BeNis, area);
        }

        foreach (var polygon in polygons)
        {
            foreach (var position in (CapGeometry.Polygon(polygon.Value)?.Positions ?? []).Where(position => !Near(position)).Take(1))
            {
                var swapped = Near(new CapPosition(position.Longitude, position.Latitude));
                findings.Add(swapped ? CapRuleTable.BeSwapped : CapRuleTable.BeAbroad, polygon, ("found", CapGeometry.Text(position)));
            }
        }
    }

    // Several infos of one language are several parts of the event; the n-th of each language belong together.
    void Differences(IReadOnlyList<XElement> infos)
    {
        var byLanguage = infos.GroupBy(info => Text(info, "language"), StringComparer.OrdinalIgnoreCase).Select(group => group.ToList()).ToList();
        foreach (var other in byLanguage.Skip(1))
        {
            if (other.Count != byLanguage[0].Count)
            {
                findings.Add(CapRuleTable.BeDiffer, other[0], ("field", "info"));
                continue;
            }

            foreach (var (ours, theirs) in byLanguage[0].Zip(other))
            {
                foreach (var field in Same.Where(name => !All(ours, name).SequenceEqual(All(theirs, name))))
                {
                    findings.Add(CapRuleTable.BeDiffer, theirs, ("field", field));
                }

                if (!Where(ours).SequenceEqual(Where(theirs)))
                {
                    findings.Add(CapRuleTable.BeDiffer, theirs, ("field", "area"));
                }
            }
        }
    }

    IEnumerable<string> All(XElement info, string name) => info.Elements(space + name).Select(element => element.Value.Trim());

    IEnumerable<string> Where(XElement info) =>
        from area in info.Elements(space + "area")
        from part in area.Elements()
        where part.Name.LocalName is "polygon" or "circle" or "geocode"
        select part.Value.Trim();

    string Text(XElement parent, string name) => parent.Element(space + name)?.Value.Trim() ?? "";

    static bool Near(CapPosition position) => position is { Latitude: >= 49.3 and <= 51.7, Longitude: >= 2.2 and <= 6.6 };
}
