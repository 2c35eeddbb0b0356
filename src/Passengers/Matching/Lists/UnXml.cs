using System.Xml;
using System.Xml.Linq;

namespace Belfry.Passengers.Matching;

/// <summary>The UN Security Council's consolidated list (un.org/sc/resources/sc-sanctions.xsd, as published in 2026).</summary>
static class UnXml
{
    public static void Read(XDocument document, ListDraft draft)
    {
        foreach (var element in document.Root!.Elements().SelectMany(group => group.Elements()))
        {
            draft.Records++;
            if (element.Name.LocalName != "INDIVIDUAL")
            {
                draft.NotPersons++;
                continue;
            }

            var born = element.Elements("INDIVIDUAL_DATE_OF_BIRTH").ToList();
            draft.Enter(
                draft.Records,
                ((IXmlLineInfo)element).LineNumber,
                Text(element, "REFERENCE_NUMBER"),
                Names(element),
                string.Join("; ", born.Select(date => Text(date, "DATE") + Text(date, "YEAR"))),
                [.. born.SelectMany(Dates)],
                element.Elements("NATIONALITY").Elements("VALUE").Select(value => value.Value),
                element.Elements("INDIVIDUAL_DOCUMENT").Select(paper => Text(paper, "NUMBER")),
                Text(element, "GENDER") switch { "Male" => Sex.Male, "Female" => Sex.Female, _ => Sex.Unknown });
        }
    }

    static IEnumerable<ListedName> Names(XElement element)
    {
        yield return new ListedName(string.Join(' ', ((string[])["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"]).Select(part => Text(element, part)).Where(part => part.Length > 0)));
        yield return new ListedName(Text(element, "NAME_ORIGINAL_SCRIPT"));
        foreach (var alias in element.Elements("INDIVIDUAL_ALIAS"))
        {
            yield return new ListedName(Text(alias, "ALIAS_NAME"), Text(alias, "QUALITY") == "Low");
        }
    }

    static IEnumerable<BirthDate> Dates(XElement date)
    {
        if (int.TryParse(Text(date, "FROM_YEAR"), out var from) && int.TryParse(Text(date, "TO_YEAR"), out var to))
        {
            return BirthDateText.Read($"{from}-{to}");
        }

        var circa = Text(date, "TYPE_OF_DATE") == "APPROXIMATELY" ? "circa " : "";
        return BirthDateText.Read(circa + (Text(date, "DATE") is { Length: > 0 } day ? day : Text(date, "YEAR")));
    }

    static string Text(XElement element, string name) => element.Element(name)?.Value.Trim() ?? "";
}
