using System.Text;
using Belfry.Alerting.Storage;
using Belfry.Geography;
using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>A version as a CAP 1.2 message: an info per language, the polygon and the NIS codes of what it touches, references to what went before.</summary>
public sealed class CapTexts(Instance instance, Organisations organisations, AlertingSettings settings)
{
    static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    public string Sender => settings.Cap.Sender.Length > 0 ? settings.Cap.Sender : "alerts@" + instance.Origin;

    /// <summary>With the authority's code: numbers are each authority's own, and the identifier is the instance's for ever.</summary>
    public string IdentifierOf(AlertVersion version) => $"{instance.Origin}.{organisations.Find(version.Organisation)?.Code ?? version.Organisation.ToString("N")}.{version.Number}.{version.Version}";

    /// <summary>The message, not signed yet: the carrier signs when it publishes.</summary>
    internal async Task<string> RenderAsync(Reading reading, AlertVersion version)
    {
        var before = (await CapStore.OfAlertAsync(reading, version.Alert)).Select(one => new CapReference(Sender, one.Identifier, Local(one.Published))).ToList();
        var sent = Local(version.Approved!.Value);
        var area = Area.FromGeoJson(version.Area).Value;
        var touched = area.Municipalities(DateOnly.FromDateTime(sent.DateTime));
        var alert = new CapAlert
        {
            Identifier = IdentifierOf(version),
            Sender = Sender,
            Sent = sent,
            Status = instance.IsExercise ? CapStatus.Exercise : version.Class == MessageClass.PublicTest ? CapStatus.Test : CapStatus.Actual,
            MessageType = before.Count == 0 ? CapMessageType.Alert : version.Kind is VersionKind.Cancel or VersionKind.AllClear ? CapMessageType.Cancel : CapMessageType.Update,
            Note = instance.IsExercise ? "EXERCISE EXERCISE EXERCISE" : null,
            References = before,
            Infos = [.. version.Texts.Select(text => Info(version, text, sent, area, touched))],
        };
        return Encoding.UTF8.GetString(CapWriter.Write(alert));
    }

    CapInfo Info(AlertVersion version, AlertText text, DateTimeOffset sent, Area area, IReadOnlyList<MunicipalityShare> touched) => new()
    {
        Language = text.Language.Tag(),
        Categories = [Enum.Parse<CapCategory>(version.Code.Category)],
        Event = version.Code.Event,
        Responses = [version.Kind == VersionKind.AllClear ? CapResponse.AllClear : Enum.Parse<CapResponse>(version.Code.Response)],
        Urgency = version.Kind == VersionKind.AllClear ? CapUrgency.Past : Enum.Parse<CapUrgency>(version.Code.Urgency),
        Severity = Enum.Parse<CapSeverity>(version.Code.Severity),
        Certainty = Enum.Parse<CapCertainty>(version.Code.Certainty),
        Effective = sent,
        Expires = sent + version.Valid,
        SenderName = organisations.Find(version.Organisation)?.Name[text.Language] ?? Sender,
        Headline = Marked(text.Title, text.Language),
        Description = Marked(text.Body, text.Language),
        Instruction = text.Instruction.Length > 0 ? text.Instruction : null,
        Web = settings.Cap.Web is { Length: > 0 } web ? web : null,
        Contact = settings.Cap.Contact is { Length: > 0 } contact ? contact : null,
        Areas =
        [
            new CapArea
            {
                Description = version.Place,
                Polygons = [.. area.CapPolygons.Select(Polygon)],
                Geocodes = [.. touched.Select(share => new CapValue("NIS", share.Municipality.Refnis))],
            },
        ],
    };

    string Marked(string text, Language language) => instance.IsExercise ? new Dispatch.Markers(instance.World).MarkTitle(text, language) : text;

    static CapPolygon Polygon(string ring) => new([.. ring.Split(' ').Select(pair => pair.Split(',')).Select(pair => new CapPosition(
        double.Parse(pair[0], System.Globalization.CultureInfo.InvariantCulture), double.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture)))]);

    // CAP has whole seconds, and people read the offset of the country.
    static DateTimeOffset Local(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Brussels);
        return new DateTimeOffset(local.Year, local.Month, local.Day, local.Hour, local.Minute, local.Second, local.Offset);
    }
}
