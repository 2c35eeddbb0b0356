using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Incidents.Pages;

/// <summary>The words of these pages in four languages.</summary>
static class IncidentTexts
{
    public static readonly LocalizedText Intake = new("Binnenkomend", "Entrées", "Eingang", "Intake");
    public static readonly LocalizedText Waiting = new("Wacht op beoordeling", "En attente de tri", "Wartet auf Sichtung", "Waiting for triage");
    public static readonly LocalizedText NothingWaits = new("Er wacht niets.", "Rien n’attend.", "Es wartet nichts.", "Nothing is waiting.");
    public static readonly LocalizedText NothingWaitsNext = new(
        "Nieuwe berichten verschijnen hier vanzelf.", "Les nouveaux messages apparaissent ici d’eux-mêmes.", "Neue Meldungen erscheinen hier von selbst.", "New messages appear here by themselves.");
    public static readonly LocalizedText Received = new("Ontvangen", "Reçu", "Eingegangen", "Received");
    public static readonly LocalizedText Sender = new("Afzender", "Expéditeur", "Absender", "Sender");
    public static readonly LocalizedText Title = new("Titel", "Titre", "Titel", "Title");
    public static readonly LocalizedText Severity = new("Ernst", "Gravité", "Schwere", "Severity");
    public static readonly LocalizedText Trust = new("Herkomst", "Provenance", "Herkunft", "Origin");
    public static readonly LocalizedText Expires = new("Geldig tot", "Valable jusqu’à", "Gültig bis", "Valid until");
    public static readonly LocalizedText State = new("Toestand", "État", "Stand", "State");
    public static readonly LocalizedText Accept = new("Incident openen", "Ouvrir un incident", "Vorfall eröffnen", "Open an incident");
    public static readonly LocalizedText Dismiss = new("Zonder gevolg laten", "Classer sans suite", "Ohne Folge lassen", "Dismiss");
    public static readonly LocalizedText Why = new("Waarom", "Pourquoi", "Warum", "Why");
    public static readonly LocalizedText WhyHelp = new("Staat in het logboek.", "Figure au journal.", "Steht im Logbuch.", "Stands in the log.");
    public static readonly LocalizedText DecidedBy = new("Beslist door", "Décidé par", "Entschieden von", "Decided by");
    public static readonly LocalizedText ToIncident = new("Naar het incident", "Vers l’incident", "Zum Vorfall", "To the incident");
    public static readonly LocalizedText Original = new("Origineel bericht", "Message original", "Originalmeldung", "Original message");
    public static readonly LocalizedText NoArea = new("Dit bericht noemt geen gebied in België.", "Ce message ne nomme aucune zone en Belgique.", "Diese Meldung nennt kein Gebiet in Belgien.", "This message names no area in Belgium.");
    public static readonly LocalizedText Incidents = new("Incidenten", "Incidents", "Vorfälle", "Incidents");
    public static readonly LocalizedText Open = new("Lopend", "En cours", "Laufend", "Open");
    public static readonly LocalizedText All = new("Alle", "Tous", "Alle", "All");
    public static readonly LocalizedText NoIncidents = new("Er loopt geen incident.", "Aucun incident en cours.", "Kein Vorfall läuft.", "No incident is open.");
    public static readonly LocalizedText NoIncidentsNext = new("Open er een, of beoordeel wat binnenkomt.", "Ouvrez-en un ou triez les entrées.", "Eröffnen Sie einen oder sichten Sie den Eingang.", "Open one, or triage what comes in.");
    public static readonly LocalizedText Number = new("Nummer", "Numéro", "Nummer", "Number");
    public static readonly LocalizedText Opened = new("Geopend", "Ouvert", "Eröffnet", "Opened");
    public static readonly LocalizedText Organisation = new("Overheid", "Autorité", "Behörde", "Authority");
    public static readonly LocalizedText NewIncident = new("Incident openen", "Ouvrir un incident", "Vorfall eröffnen", "Open an incident");
    public static readonly LocalizedText What = new("Wat", "Quoi", "Was", "What");
    public static readonly LocalizedText WhatHelp = new("In één regel; collega’s zien dit overal.", "En une ligne ; les collègues le voient partout.", "In einer Zeile; Kollegen sehen es überall.", "In one line; colleagues see it everywhere.");
    public static readonly LocalizedText Kind = new("Soort", "Type", "Art", "Kind");
    public static readonly LocalizedText Place = new("Plaats", "Lieu", "Ort", "Place");
    public static readonly LocalizedText Area = new("Gebied", "Zone", "Gebiet", "Area");
    public static readonly LocalizedText AreaHelp = new("Teken op de kaart; kan ook later.", "Dessinez sur la carte ; possible aussi plus tard.", "Auf der Karte zeichnen; geht auch später.", "Draw on the map; can be done later.");
    public static readonly LocalizedText Logbook = new("Logboek", "Journal", "Logbuch", "Logbook");
    public static readonly LocalizedText Line = new("Nieuwe regel", "Nouvelle ligne", "Neue Zeile", "New line");
    public static readonly LocalizedText Write = new("Schrijven", "Écrire", "Schreiben", "Write");
    public static readonly LocalizedText Source = new("Bron", "Source", "Quelle", "Source");
    public static readonly LocalizedText Credibility = new("Geloofwaardigheid", "Crédibilité", "Glaubwürdigkeit", "Credibility");
    public static readonly LocalizedText HappenedAt = new("Gebeurd om", "Survenu à", "Geschehen um", "Happened at");
    public static readonly LocalizedText Correct = new("Verbeteren", "Corriger", "Berichtigen", "Correct");
    public static readonly LocalizedText Corrects = new("Verbetert regel {0}", "Corrige la ligne {0}", "Berichtigt Zeile {0}", "Corrects line {0}");
    public static readonly LocalizedText CorrectedBy = new("Verbeterd door regel {0}", "Corrigé par la ligne {0}", "Berichtigt durch Zeile {0}", "Corrected by line {0}");
    public static readonly LocalizedText Move = new("Verder brengen", "Faire avancer", "Weiterführen", "Move on");
    public static readonly LocalizedText Close = new("Sluiten", "Clore", "Schließen", "Close");
    public static readonly LocalizedText UseFor = new("Gebruik dit voor…", "Utiliser pour…", "Verwenden für…", "Use this for…");
    public static readonly LocalizedText MoveTo = new("Wordt", "Devient", "Wird", "Becomes");

    static readonly Dictionary<IncidentState, LocalizedText> States = new()
    {
        [IncidentState.Reported] = new("Gemeld", "Signalé", "Gemeldet", "Reported"),
        [IncidentState.Assessing] = new("In beoordeling", "En évaluation", "In Beurteilung", "Being assessed"),
        [IncidentState.Monitored] = new("Opgevolgd", "Suivi", "Beobachtet", "Monitored"),
        [IncidentState.Active] = new("Actief", "Actif", "Aktiv", "Active"),
        [IncidentState.Stabilised] = new("Gestabiliseerd", "Stabilisé", "Stabilisiert", "Stabilised"),
        [IncidentState.Closed] = new("Gesloten", "Clos", "Geschlossen", "Closed"),
    };

    static readonly Dictionary<LogKind, LocalizedText> Kinds = new()
    {
        [LogKind.Note] = new("Nota", "Note", "Notiz", "Note"),
        [LogKind.Report] = new("Melding", "Rapport", "Meldung", "Report"),
        [LogKind.Decision] = new("Beslissing", "Décision", "Entscheidung", "Decision"),
        [LogKind.Measure] = new("Maatregel", "Mesure", "Maßnahme", "Measure"),
        [LogKind.Request] = new("Vraag", "Demande", "Anfrage", "Request"),
        [LogKind.Correction] = new("Verbetering", "Correction", "Berichtigung", "Correction"),
        [LogKind.Withdrawal] = new("Intrekking", "Retrait", "Rücknahme", "Withdrawal"),
        [LogKind.Act] = new("Handeling", "Acte", "Vorgang", "Act"),
    };

    static readonly Dictionary<IntakeTrust, LocalizedText> Trusts = new()
    {
        [IntakeTrust.Verified] = new("Geverifieerd", "Vérifié", "Bestätigt", "Verified"),
        [IntakeTrust.Unverified] = new("Niet geverifieerd", "Non vérifié", "Nicht bestätigt", "Unverified"),
        [IntakeTrust.Broken] = new("Handtekening gebroken", "Signature brisée", "Signatur gebrochen", "Signature broken"),
    };

    static readonly Dictionary<IntakeState, LocalizedText> IntakeStates = new()
    {
        [IntakeState.Waiting] = new("Wacht", "En attente", "Wartet", "Waiting"),
        [IntakeState.Accepted] = new("Incident", "Incident", "Vorfall", "Incident"),
        [IntakeState.Dismissed] = new("Zonder gevolg", "Sans suite", "Ohne Folge", "Dismissed"),
    };

    static readonly Dictionary<string, LocalizedText> Severities = new(StringComparer.Ordinal)
    {
        ["Extreme"] = new("Extreem", "Extrême", "Extrem", "Extreme"),
        ["Severe"] = new("Ernstig", "Grave", "Schwer", "Severe"),
        ["Moderate"] = new("Matig", "Modérée", "Mäßig", "Moderate"),
        ["Minor"] = new("Gering", "Mineure", "Gering", "Minor"),
        ["Unknown"] = new("Onbekend", "Inconnue", "Unbekannt", "Unknown"),
    };

    public static LocalizedText Word(this IncidentState state) => States[state];

    public static LocalizedText Word(this LogKind kind) => Kinds[kind];

    public static LocalizedText Word(this IntakeTrust trust) => Trusts[trust];

    public static LocalizedText Word(this IntakeState state) => IntakeStates[state];

    // The Admiralty code, letter and digit first: that is how it is said and written.
    public static LocalizedText ReliabilityWord(SourceReliability one) => one switch
    {
        SourceReliability.A => new("A betrouwbaar", "A fiable", "A zuverlässig", "A reliable"),
        SourceReliability.B => new("B meestal betrouwbaar", "B généralement fiable", "B meist zuverlässig", "B usually reliable"),
        SourceReliability.C => new("C redelijk betrouwbaar", "C assez fiable", "C ziemlich zuverlässig", "C fairly reliable"),
        SourceReliability.D => new("D meestal niet betrouwbaar", "D peu fiable", "D meist unzuverlässig", "D not usually reliable"),
        SourceReliability.E => new("E onbetrouwbaar", "E non fiable", "E unzuverlässig", "E unreliable"),
        _ => new("F niet te beoordelen", "F non évaluable", "F nicht beurteilbar", "F cannot be judged"),
    };

    public static LocalizedText CredibilityWord(int grade) => grade switch
    {
        1 => new("1 bevestigd", "1 confirmé", "1 bestätigt", "1 confirmed"),
        2 => new("2 waarschijnlijk", "2 probable", "2 wahrscheinlich", "2 probably true"),
        3 => new("3 mogelijk", "3 possible", "3 möglich", "3 possibly true"),
        4 => new("4 twijfelachtig", "4 douteux", "4 zweifelhaft", "4 doubtful"),
        5 => new("5 onwaarschijnlijk", "5 improbable", "5 unwahrscheinlich", "5 improbable"),
        _ => new("6 niet te beoordelen", "6 non évaluable", "6 nicht beurteilbar", "6 cannot be judged"),
    };

    public static LocalizedText SeverityWord(string severity) => Severities.GetValueOrDefault(severity, Severities["Unknown"]);

    public static Tone ToneOf(IncidentState state) => state switch
    {
        IncidentState.Active => Tone.Warning,
        IncidentState.Reported or IncidentState.Assessing => Tone.Note,
        IncidentState.Stabilised or IncidentState.Monitored => Tone.Ok,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(IntakeTrust trust) => trust switch { IntakeTrust.Verified => Tone.Ok, IntakeTrust.Broken => Tone.Danger, _ => Tone.Warning };

    public static Tone ToneOfSeverity(string severity) => severity switch { "Extreme" => Tone.Danger, "Severe" => Tone.Warning, "Moderate" => Tone.Note, _ => Tone.Neutral };
}
