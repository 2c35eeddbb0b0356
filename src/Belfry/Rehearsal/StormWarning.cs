using Belfry.Incidents;
using Belfry.Shell;

namespace Belfry.Rehearsal;

/// <summary>A warning in the style of the weather institute (KMI/IRM): four languages, one polygon over the Vesdre valley, not signed.</summary>
static class StormWarning
{
    static readonly (Kernel.Language Language, string Event, string Headline, string Description, string Instruction)[] Words =
    [
        (Kernel.Language.Nl, "Onweer", "Code oranje: onweer met wateroverlast, vallei van de Vesder", "Zware onweders met 40 tot 60 mm neerslag in twee uur. De Vesder kan snel stijgen.", "Blijf binnen en verlaat kelders langs de rivier."),
        (Kernel.Language.Fr, "Orage", "Code orange : orages et inondations, vallée de la Vesdre", "Orages violents avec 40 à 60 mm de pluie en deux heures. La Vesdre peut monter rapidement.", "Restez à l’intérieur et quittez les caves le long de la rivière."),
        (Kernel.Language.De, "Gewitter", "Stufe Orange: Gewitter mit Überschwemmungen, Tal der Weser", "Schwere Gewitter mit 40 bis 60 mm Regen in zwei Stunden. Die Weser kann schnell steigen.", "Bleiben Sie im Haus und verlassen Sie Keller am Fluss."),
        (Kernel.Language.En, "Thunderstorm", "Code orange: thunderstorms and flooding, Vesdre valley", "Severe thunderstorms with 40 to 60 mm of rain in two hours. The Vesdre may rise quickly.", "Stay indoors and leave cellars along the river."),
    ];

    public static byte[] Make(DateTimeOffset now)
    {
        var sent = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, now.Minute, now.Second, TimeSpan.Zero);
        return CapWriter.Write(new CapAlert
        {
            Identifier = "X-KMI-IRM." + sent.ToString("yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture),
            Sender = "weather@rehearsal.invalid",
            Sent = sent,
            Status = CapStatus.Exercise,
            MessageType = CapMessageType.Alert,
            Note = "EXERCISE EXERCISE EXERCISE",
            Infos = [.. Words.Select(words => new CapInfo
            {
                Language = words.Language.Tag(),
                Categories = [CapCategory.Met],
                Event = words.Event,
                Responses = [CapResponse.Shelter],
                Urgency = CapUrgency.Expected,
                Severity = CapSeverity.Severe,
                Certainty = CapCertainty.Likely,
                Onset = sent.AddMinutes(50),
                Expires = sent.AddHours(6),
                SenderName = "KMI/IRM (rehearsal)",
                Headline = words.Headline,
                Description = words.Description,
                Instruction = words.Instruction,
                Areas =
                [
                    new CapArea
                    {
                        Description = "Pepinster",
                        Polygons = [new CapPolygon([new(50.5940, 5.7780), new(50.5930, 5.8150), new(50.5790, 5.8270), new(50.5620, 5.8270), new(50.5570, 5.8050), new(50.5570, 5.7860), new(50.5680, 5.7720), new(50.5820, 5.7760), new(50.5940, 5.7780)])],
                    },
                ],
            })],
        });
    }
}
