using System.Text.Json;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>A message somebody thought about beforehand, in four languages. {place}, {time} and {until} are filled in; what stays in braces a person fills in.</summary>
/// <param name="Id">In addresses and exports: <c>storm</c>.</param>
public sealed record AlertTemplate(
    string Id, LocalizedText Name, MessageClass Class, string Event, string Category, string Response, int ValidMinutes, IReadOnlyList<AlertText> Texts);

/// <summary>The templates of the country, from data/alerting/templates.json.</summary>
public sealed class AlertTemplates
{
    sealed record FileTemplate(string Id, Dictionary<string, string> Name, MessageClass Class, string Event, string Category, string Response, int ValidMinutes, Dictionary<string, FileText> Texts);

    sealed record FileText(string Title, string Sms, string Body, string Instruction);

    AlertTemplates(IReadOnlyList<AlertTemplate> all) => All = all;

    public IReadOnlyList<AlertTemplate> All { get; }

    public static AlertTemplates Load()
    {
        var file = Path.Combine(Instance.ReferenceFolder, "alerting", "templates.json");
        var read = JsonSerializer.Deserialize<List<FileTemplate>>(File.ReadAllBytes(file), Json.Strict) ?? [];
        return new AlertTemplates([.. read.Select(one => new AlertTemplate(
            one.Id, new LocalizedText(one.Name["nl"], one.Name["fr"], one.Name["de"], one.Name["en"]), one.Class, one.Event, one.Category, one.Response, one.ValidMinutes,
            [.. one.Texts.Select(text => new AlertText(Enum.Parse<Language>(text.Key, ignoreCase: true), text.Value.Title, text.Value.Sms, text.Value.Body, text.Value.Instruction)).OrderBy(text => text.Language)]))]);
    }

    /// <summary>The form to begin with: the template's words with the place and times filled in, the incident's area and place.</summary>
    public AlertForm Start(string? template, Incident? incident, Organisation? organisation, Clock clock)
    {
        var chosen = All.FirstOrDefault(one => one.Id == template);
        var place = incident?.Place is { Length: > 0 } named ? named : organisation is { Kind: not OrganisationKind.Federal } ? organisation.Name.Nl : "";
        var area = incident?.Area is { Length: > 0 } drawn ? drawn : organisation is { Kind: OrganisationKind.Municipality } && incident is not null && Belgium.Load().Find(organisation.Code) is { } municipality
            ? Area.OfMunicipalities([municipality]).Value.ToGeoJson() : null;
        if (chosen is null)
        {
            return new AlertForm(area, place, MessageClass.Official, [ChannelKind.Sms, ChannelKind.Email, ChannelKind.Cap], 180, [], incident?.Id.Value);
        }

        var now = TimeZoneInfo.ConvertTime(clock.Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels"));
        return new AlertForm(
            area, place, chosen.Class, [ChannelKind.Sms, ChannelKind.Email, ChannelKind.Cap], chosen.ValidMinutes,
            [.. chosen.Texts.Select(text => new AlertTextForm(text.Language, Fill(text.Title, text.Language), Fill(text.Sms, text.Language), Fill(text.Body, text.Language), Fill(text.Instruction, text.Language)))],
            incident?.Id.Value, null, chosen.Event, chosen.Category, chosen.Response);

        string Fill(string text, Language language)
        {
            var name = organisation is { Kind: OrganisationKind.Municipality } && incident?.Place is not { Length: > 0 } ? organisation.Name[language] : place;
            return (name.Length > 0 ? text.Replace("{place}", name, StringComparison.Ordinal) : text)
                .Replace("{time}", now.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{until}", now.AddMinutes(chosen.ValidMinutes).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
    }
}
