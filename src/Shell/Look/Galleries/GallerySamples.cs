using Belfry.Kernel;

namespace Belfry.Shell.Look;

/// <summary>What the gallery shows: a storm over Pepinster and 10,000 invented rows. No real person, no real event.</summary>
static class GallerySamples
{
    public sealed record Message(int Number, string Place, string Channel, int People, DateTimeOffset At, Tone Tone);

    public static readonly LocalizedText Delivered = new("Afgeleverd", "Remis", "Zugestellt", "Delivered");
    public static readonly LocalizedText Sending = new("Wordt verzonden", "En cours d’envoi", "Wird gesendet", "Sending");
    public static readonly LocalizedText Unknown = new("Onbekend na herstart", "Inconnu après redémarrage", "Unbekannt nach Neustart", "Unknown after restart");
    public static readonly LocalizedText Failed = new("Mislukt", "Échec", "Fehlgeschlagen", "Failed");
    public static readonly LocalizedText Ready = new("Klaar", "Prêt", "Bereit", "Ready");

    static readonly string[] Places = ["Pepinster", "Verviers", "Theux", "Chaudfontaine", "Trooz", "Esneux", "Limbourg", "Eupen", "Spa", "Liège", "Geraardsbergen", "’s-Gravenbrakel"];

    static readonly string[] Channels = ["SMS", "E-mail", "CAP", "Cell broadcast"];

    public static LocalizedText Word(Tone tone) => tone switch
    {
        Tone.Ok => Delivered,
        Tone.Note => Sending,
        Tone.Warning => Unknown,
        Tone.Danger => Failed,
        _ => Ready,
    };

    public static IEnumerable<Message> Messages(int count, DateTimeOffset now) =>
        from number in Enumerable.Range(1, count)
        select new Message(number, Places[number * 7 % Places.Length], Channels[number % 4], 10 + (number * 7919 % 24_000), now.AddMinutes(-number * 3), (Tone)(number % 5));

    public static readonly IReadOnlyList<Column<Message>> Columns =
    [
        Column<Message>.Of("place", new("Gemeente", "Commune", "Gemeinde", "Municipality"), row => row.Place),
        Column<Message>.Of("channel", new("Kanaal", "Canal", "Kanal", "Channel"), row => row.Channel),
        Column<Message>.OfNumber("people", new("Ontvangers", "Destinataires", "Empfänger", "Recipients"), row => row.People),
        Column<Message>.OfTime("at", new("Tijd", "Heure", "Zeit", "Time"), row => row.At),
        new Column<Message>("state", new("Toestand", "État", "Zustand", "State"), (row, frame) => frame.Say(Word(row.Tone)))
        {
            Order = row => row.Tone,
            Cell = row => builder =>
            {
                builder.OpenComponent<StatusWord>(0);
                builder.AddComponentParameter(1, nameof(StatusWord.Word), Word(row.Tone));
                builder.AddComponentParameter(2, nameof(StatusWord.Tone), row.Tone);
                builder.CloseComponent();
            },
        },
        Column<Message>.OfNumber("number", new("Nummer", "Numéro", "Nummer", "Number"), row => row.Number) with { Spare = true },
    ];

    public static readonly IReadOnlyList<NavigationEntry> Rooms =
    [
        new(RiskSide.Identify, new("Risico’s", "Risques", "Risiken", "Risks"), "/gallery/words"),
        new(RiskSide.Identify, new("Vroege signalen", "Signaux précoces", "Frühzeichen", "Early warning"), "/early-warning", 2),
        new(RiskSide.Prevent, new("Kritieke infrastructuur", "Infrastructures critiques", "Kritische Infrastruktur", "Critical infrastructure"), "/operators"),
        new(RiskSide.Prepare, new("Noodplannen", "Plans d’urgence", "Notfallpläne", "Emergency plans"), "/gallery/forms"),
        new(RiskSide.Prepare, new("Wie is wie", "Qui est qui", "Wer ist wer", "Who is who"), "/directory"),
        new(RiskSide.Respond, new("Inname", "Réception", "Annahme", "Intake"), "/intake", 3),
        new(RiskSide.Respond, new("Incidenten", "Incidents", "Vorfälle", "Incidents"), "/gallery/work", 1),
        new(RiskSide.Respond, new("Alarmeringen", "Alertes", "Warnungen", "Alerts"), "/gallery/table"),
        new(RiskSide.Learn, new("Evaluaties", "Évaluations", "Auswertungen", "Evaluations"), "/evaluations"),
    ];

    public static readonly ProblemKind TooFar = new("GALLERY-001", 422, new(
        "De buffer is {given} m; hij mag 0 tot 5 000 m zijn.",
        "La zone tampon est de {given} m ; elle doit être de 0 à 5 000 m.",
        "Der Puffer ist {given} m; erlaubt sind 0 bis 5 000 m.",
        "The buffer is {given} m; it may be 0 to 5,000 m."));

    public static readonly ProblemKind NoClass = new("GALLERY-002", 422, new(
        "Kies of er levensgevaar is. Daarvan hangt af wie moet goedkeuren.",
        "Indiquez s’il y a danger de mort. Cela détermine qui doit approuver.",
        "Wählen Sie, ob Lebensgefahr besteht. Davon hängt ab, wer genehmigen muss.",
        "Choose whether there is danger to life. It decides who must approve."));

    public const string Valley = """{"type":"Polygon","coordinates":[[[5.77,50.55],[5.83,50.545],[5.86,50.565],[5.845,50.59],[5.79,50.592],[5.762,50.575],[5.77,50.55]]]}""";
}
