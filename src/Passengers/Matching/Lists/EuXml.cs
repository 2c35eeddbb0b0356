using System.Xml;
using System.Xml.Linq;

namespace Belfry.Passengers.Matching;

/// <summary>The EU's consolidated financial sanctions list as XML (FSF export 1.1). Element and attribute names [mem]: written from memory, no sample was at hand.</summary>
static class EuXml
{
    public static void Read(XDocument document, ListDraft draft)
    {
        foreach (var entity in Children(document.Root!, "sanctionEntity"))
        {
            draft.Records++;
            if (Children(entity, "subjectType").Any(type => Text(type, "code") is not ("" or "person")))
            {
                draft.NotPersons++;
                continue;
            }

            var born = Children(entity, "birthdate").ToList();
            draft.Enter(
                draft.Records,
                ((IXmlLineInfo)entity).LineNumber,
                Text(entity, "euReferenceNumber") is { Length: > 0 } reference ? reference : Text(entity, "logicalId"),
                Children(entity, "nameAlias").Select(alias => new ListedName(Whole(alias), Text(alias, "strong") == "false")),
                string.Join("; ", born.Select(DateText)),
                [.. born.SelectMany(date => BirthDateText.Read(DateText(date)))],
                Children(entity, "citizenship").Select(country => Text(country, "countryIso2Code")),
                Children(entity, "identification").Select(paper => Text(paper, "number")),
                Children(entity, "nameAlias").Select(alias => Text(alias, "gender")).FirstOrDefault(gender => gender.Length > 0) switch { "M" => Sex.Male, "F" => Sex.Female, _ => Sex.Unknown });
        }
    }

    static string Whole(XElement alias) =>
        Text(alias, "wholeName") is { Length: > 0 } whole ? whole : string.Join(' ', Text(alias, "firstName"), Text(alias, "middleName"), Text(alias, "lastName")).Trim();

    static string DateText(XElement date)
    {
        var circa = Text(date, "circa") == "true" ? "circa " : "";
        return Text(date, "birthdate") is { Length: > 0 } day ? circa + day
            : Text(date, "yearRangeFrom") is { Length: > 0 } from ? $"{from}-{Text(date, "yearRangeTo")}"
            : circa + Text(date, "year");
    }

    static IEnumerable<XElement> Children(XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    static string Text(XElement element, string attribute) => element.Attribute(attribute)?.Value.Trim() ?? "";
}
