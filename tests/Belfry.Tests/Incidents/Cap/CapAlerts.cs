using Belfry.Incidents;

namespace Belfry.Tests.Incidents.Cap;

/// <summary>Alerts that the Belgian profile is content with, to be spoiled one field at a time.</summary>
static class CapAlerts
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(1));

    public static CapPolygon Square { get; } = new([new(50.9, 5.3), new(50.9, 5.4), new(51.0, 5.4), new(51.0, 5.3), new(50.9, 5.3)]);

    public static CapAlert Storm { get; } = new()
    {
        Identifier = "BE-2026-0001",
        Sender = "alert@nccn.example",
        Sent = Noon,
        Status = CapStatus.Actual,
        MessageType = CapMessageType.Alert,
        Infos =
        [
            Info("nl-BE", "Storm", "Zware storm boven Hasselt", "Blijf binnen & sluit ramen <deuren>."),
            Info("fr-BE", "Tempête", "Violente tempête sur Hasselt", "Restez à l’intérieur."),
            Info("de-DE", "Sturm", "Schwerer Sturm über Hasselt", "Bleiben Sie im Haus."),
            Info("en-GB", "Storm", "Severe storm over Hasselt", "Stay inside."),
        ],
    };

    public static CapAlert With(Func<CapInfo, CapInfo> change) => Storm with { Infos = [.. Storm.Infos.Select(change)] };

    public static CapAlert With(Func<CapArea, CapArea> change) => With(info => info with { Areas = [.. info.Areas.Select(change)] });

    static CapInfo Info(string language, string what, string headline, string description) => new()
    {
        Language = language,
        Categories = [CapCategory.Met],
        Event = what,
        Responses = [CapResponse.Shelter],
        Urgency = CapUrgency.Expected,
        Severity = CapSeverity.Severe,
        Certainty = CapCertainty.Likely,
        Expires = Noon.AddHours(6),
        SenderName = "NCCN",
        Headline = headline,
        Description = description,
        Areas = [new() { Description = "Hasselt", Polygons = [Square], Geocodes = [new("NIS", "71022")] }],
    };
}
