using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting.Pages;

/// <summary>The words of these pages in four languages.</summary>
static class AlertWords
{
    public static readonly LocalizedText Alerts = new("Waarschuwingen", "Alertes", "Warnungen", "Alerts");
    public static readonly LocalizedText New = new("Waarschuwing opstellen", "Rédiger une alerte", "Warnung verfassen", "Write an alert");
    public static readonly LocalizedText WarnHere = new("Waarschuw de bevolking", "Alerter la population", "Bevölkerung warnen", "Warn the population");
    public static readonly LocalizedText None = new("Er is nog niets opgesteld.", "Rien n’a encore été rédigé.", "Noch ist nichts verfasst.", "Nothing has been written yet.");
    public static readonly LocalizedText NoneNext = new("Stel een waarschuwing op, of begin vanuit een incident.", "Rédigez une alerte ou partez d’un incident.", "Verfassen Sie eine Warnung oder gehen Sie von einem Vorfall aus.", "Write an alert, or start from an incident.");
    public static readonly LocalizedText Number = new("Nummer", "Numéro", "Nummer", "Number");
    public static readonly LocalizedText Place = new("Plaats", "Lieu", "Ort", "Place");
    public static readonly LocalizedText PlaceHelp = new("Zoals mensen het zeggen; wie goedkeurt, typt deze naam.", "Comme les gens le disent ; celui qui approuve tape ce nom.", "Wie die Leute sagen; wer genehmigt, tippt diesen Namen.", "As people say it; whoever approves types this name.");
    public static readonly LocalizedText Class = new("Klasse", "Classe", "Klasse", "Class");
    public static readonly LocalizedText Kind = new("Soort", "Type", "Art", "Kind");
    public static readonly LocalizedText State = new("Toestand", "État", "Stand", "State");
    public static readonly LocalizedText Messages = new("Berichten", "Messages", "Meldungen", "Messages");
    public static readonly LocalizedText Changed = new("Gewijzigd", "Modifié", "Geändert", "Changed");
    public static readonly LocalizedText Channels = new("Kanalen", "Canaux", "Kanäle", "Channels");
    public static readonly LocalizedText Valid = new("Geldig", "Validité", "Gültig", "Valid for");
    public static readonly LocalizedText Minutes = new("minuten", "minutes", "Minuten", "minutes");
    public static readonly LocalizedText ValidHelp = new("15 minuten tot 48 uur vanaf de goedkeuring.", "15 minutes à 48 heures dès l’approbation.", "15 Minuten bis 48 Stunden ab Genehmigung.", "15 minutes to 48 hours from approval.");
    public static readonly LocalizedText Template = new("Begin met", "Partir de", "Beginnen mit", "Start from");
    public static readonly LocalizedText UseTemplate = new("Overnemen", "Reprendre", "Übernehmen", "Use");
    public static readonly LocalizedText Title = new("Titel", "Titre", "Titel", "Title");
    public static readonly LocalizedText Sms = LocalizedText.Same("SMS");
    public static readonly LocalizedText SmsHelp = new("Wie, wat, waar, wat te doen, tot wanneer.", "Qui, quoi, où, que faire, jusqu’à quand.", "Wer, was, wo, was tun, bis wann.", "Who, what, where, what to do, until when.");
    public static readonly LocalizedText Body = new("Wat er gebeurt", "Ce qui se passe", "Was geschieht", "What happens");
    public static readonly LocalizedText Instruction = new("Wat u moet doen", "Ce que vous devez faire", "Was zu tun ist", "What to do");
    public static readonly LocalizedText Event = new("Gebeurtenis (CAP)", "Événement (CAP)", "Ereignis (CAP)", "Event (CAP)");
    public static readonly LocalizedText SaveDraft = new("Ontwerp bewaren en tellen", "Enregistrer et compter", "Entwurf speichern und zählen", "Save draft and count");
    public static readonly LocalizedText Submit = new("Voorleggen ter goedkeuring", "Soumettre à approbation", "Zur Genehmigung vorlegen", "Submit for approval");
    public static readonly LocalizedText Edit = new("Verder schrijven", "Continuer la rédaction", "Weiterschreiben", "Go on writing");
    public static readonly LocalizedText Withdraw = new("Intrekken", "Retirer", "Zurückziehen", "Withdraw");
    public static readonly LocalizedText Return = new("Terugsturen", "Renvoyer", "Zurückgeben", "Send back");
    public static readonly LocalizedText Why = new("Waarom", "Pourquoi", "Warum", "Why");
    public static readonly LocalizedText WhyHelp = new("Staat in het logboek.", "Figure au journal.", "Steht im Logbuch.", "Stands in the logbook.");
    public static readonly LocalizedText TypePlace = new("Typ de naam van de plaats om goed te keuren", "Tapez le nom du lieu pour approuver", "Tippen Sie den Namen des Ortes, um zu genehmigen", "Type the name of the place to approve");
    public static readonly LocalizedText SendTo = new("Verstuur {0} berichten naar {1}", "Envoyer {0} messages à {1}", "{0} Meldungen an {1} senden", "Send {0} messages to {1}");
    public static readonly LocalizedText Stop = new("Nu stoppen", "Arrêter maintenant", "Jetzt stoppen", "Stop now");
    public static readonly LocalizedText Release = new("Toch versturen met dit aantal", "Envoyer quand même avec ce nombre", "Mit dieser Zahl trotzdem senden", "Send it with this count");
    public static readonly LocalizedText Held = new(
        "De verzending wacht: u zag {0} berichten, bevroren zijn er {1}.", "L’envoi attend : vous avez vu {0} messages, {1} sont gelés.",
        "Der Versand wartet: gezeigt wurden {0} Meldungen, eingefroren sind {1}.", "The dispatch waits: {0} messages were shown, {1} are frozen.");
    public static readonly LocalizedText FollowUp = new("Wat nu?", "Et maintenant ?", "Was nun?", "What next?");
    public static readonly LocalizedText People = new("Bereikbare mensen", "Personnes joignables", "Erreichbare Menschen", "People who can be reached");
    public static readonly LocalizedText Inhabitants = new("Inwoners in het gebied", "Habitants dans la zone", "Einwohner im Gebiet", "People in the area");
    public static readonly LocalizedText Registered = new("Register van ingeschrevenen", "Registre des inscrits", "Register der Angemeldeten", "Register of subscribers");
    public static readonly LocalizedText Suppressed = new("Krijgt niets: {0}", "Ne reçoit rien : {0}", "Erhält nichts: {0}", "Gets nothing: {0}");
    public static readonly LocalizedText Neighbours = new("Raakt ook: {0}. Verwittig hen.", "Touche aussi : {0}. Prévenez-les.", "Berührt auch: {0}. Benachrichtigen Sie sie.", "Also touches: {0}. Tell them.");
    public static readonly LocalizedText Versions = new("Versies", "Versions", "Fassungen", "Versions");
    public static readonly LocalizedText Preview = new("Zo komt het aan", "Tel qu’il arrive", "So kommt es an", "As it arrives");
    public static readonly LocalizedText OwnWork = new(
        "U schreef hieraan mee. Iemand anders moet het goedkeuren.", "Vous y avez participé. Quelqu’un d’autre doit l’approuver.", "Sie haben daran mitgeschrieben. Jemand anderes muss genehmigen.",
        "You wrote part of this. Someone else has to approve it.");
    public static readonly LocalizedText ReturnedBecause = new("Teruggestuurd: {0}", "Renvoyé : {0}", "Zurückgegeben: {0}", "Sent back: {0}");
    public static readonly LocalizedText Municipality = new("Gemeente", "Commune", "Gemeinde", "Municipality");
    public static readonly LocalizedText Taken = new("Overgenomen", "Pris en charge", "Übernommen", "Taken over");
    public static readonly LocalizedText Arrived = new("Aangekomen", "Arrivés", "Angekommen", "Arrived");
    public static readonly LocalizedText Failed = new("Mislukt", "Échoués", "Fehlgeschlagen", "Failed");
    public static readonly LocalizedText ByMunicipality = new("Per gemeente", "Par commune", "Je Gemeinde", "By municipality");
    public static readonly LocalizedText Area = new("Gebied", "Zone", "Gebiet", "Area");
    public static readonly LocalizedText Incident = new("Incident", "Incident", "Vorfall", "Incident");
    public static readonly LocalizedText Parts = new("{0} sms per persoon · {1}", "{0} SMS par personne · {1}", "{0} SMS je Person · {1}", "{0} SMS a person · {1}");
    public static readonly LocalizedText Left = new("nog {0} tekens in dit deel", "encore {0} caractères dans cette partie", "noch {0} Zeichen in diesem Teil", "{0} characters left in this part");
    public static readonly LocalizedText Offer = new("Goedkoper met {0}", "Moins cher avec {0}", "Günstiger mit {0}", "Cheaper with {0}");
    public static readonly LocalizedText LeftOutside = new(
        "Ook {0} berichten aan wie het vorige kreeg en nu buiten het gebied is. Zeg in de tekst waar de waarschuwing nog geldt.", "Aussi {0} messages à ceux qui ont reçu le précédent et sont maintenant hors de la zone. Dites dans le texte où l’alerte vaut encore.",
        "Auch {0} Nachrichten an jene, die die vorige erhielten und nun außerhalb sind. Sagen Sie im Text, wo die Warnung noch gilt.", "Also {0} messages to those who got the one before and are outside the area now. Say in the text where the warning still holds.");
    public static readonly LocalizedText Frozen = new("Bevroren ontvangers", "Destinataires figés", "Eingefrorene Empfänger", "Frozen recipients");
    public static readonly LocalizedText SamePeople = new(
        "Gaat naar precies dezelfde mensen als de versie ervoor. Gebied en kanalen liggen vast.", "Part vers exactement les mêmes personnes que la version précédente. Zone et canaux sont fixés.",
        "Geht an genau dieselben Menschen wie die Fassung davor. Gebiet und Kanäle liegen fest.", "Goes to exactly the same people as the version before. Area and channels are fixed.");
    public static readonly LocalizedText SendBack = new("Niet goed? Terugsturen met uitleg", "Pas bon ? Renvoyer avec une explication", "Nicht gut? Mit Erklärung zurückgeben", "Not right? Send back with a reason");
    public static readonly LocalizedText Begin = new("Beginnen", "Commencer", "Beginnen", "Begin");
    public static readonly LocalizedText AreaWord = new("Wie: teken het gebied op de kaart.", "Qui : dessinez la zone sur la carte.", "Wer: Zeichnen Sie das Gebiet auf der Karte.", "Who: draw the area on the map.");
    public static readonly LocalizedText Cost = new("Kost ongeveer {0}", "Coûte environ {0}", "Kostet etwa {0}", "Costs about {0}");

    static readonly Dictionary<MessageClass, LocalizedText> Classes = new()
    {
        [MessageClass.DangerToLife] = new("Levensgevaar", "Danger de mort", "Lebensgefahr", "Danger to life"),
        [MessageClass.Official] = new("Officieel bericht", "Message officiel", "Amtliche Meldung", "Official message"),
        [MessageClass.PublicTest] = new("Openbare test", "Test public", "Öffentlicher Test", "Public test"),
    };

    static readonly Dictionary<VersionKind, LocalizedText> Kinds = new()
    {
        [VersionKind.Alert] = new("Waarschuwing", "Alerte", "Warnung", "Alert"),
        [VersionKind.Update] = new("Update", "Mise à jour", "Aktualisierung", "Update"),
        [VersionKind.Correction] = new("Rechtzetting", "Rectification", "Berichtigung", "Correction"),
        [VersionKind.AllClear] = new("Einde gevaar", "Fin du danger", "Entwarnung", "All clear"),
        [VersionKind.Cancel] = new("Intrekking", "Annulation", "Rücknahme", "Cancel"),
    };

    static readonly Dictionary<VersionState, LocalizedText> States = new()
    {
        [VersionState.Draft] = new("Ontwerp", "Brouillon", "Entwurf", "Draft"),
        [VersionState.Submitted] = new("Wacht op goedkeuring", "Attend l’approbation", "Wartet auf Genehmigung", "Waits for approval"),
        [VersionState.Withdrawn] = new("Ingetrokken", "Retirée", "Zurückgezogen", "Withdrawn"),
        [VersionState.Approved] = new("Goedgekeurd", "Approuvée", "Genehmigt", "Approved"),
        [VersionState.Sending] = new("Wordt verstuurd", "En cours d’envoi", "Wird gesendet", "Being sent"),
        [VersionState.Sent] = new("Verstuurd", "Envoyée", "Gesendet", "Sent"),
        [VersionState.Stopped] = new("Gestopt", "Arrêtée", "Gestoppt", "Stopped"),
        [VersionState.Expired] = new("Verlopen", "Expirée", "Abgelaufen", "Expired"),
    };

    static readonly Dictionary<ChannelKind, LocalizedText> ChannelNames = new()
    {
        [ChannelKind.Sms] = LocalizedText.Same("SMS"),
        [ChannelKind.Email] = new("E-mail", "E-mail", "E-Mail", "E-mail"),
        [ChannelKind.Cap] = new("CAP (panelen, apps)", "CAP (panneaux, applis)", "CAP (Tafeln, Apps)", "CAP (panels, apps)"),
    };

    static readonly Dictionary<string, LocalizedText> Reasons = new(StringComparer.Ordinal)
    {
        ["unconfirmed"] = new("adres niet bevestigd", "adresse non confirmée", "Adresse nicht bestätigt", "address not confirmed"),
        ["class not chosen"] = new("klasse niet gekozen", "classe non choisie", "Klasse nicht gewählt", "class not chosen"),
    };

    public static LocalizedText Word(this MessageClass @class) => Classes[@class];

    public static LocalizedText Word(this VersionKind kind) => Kinds[kind];

    public static LocalizedText Word(this VersionState state) => States[state];

    public static LocalizedText Word(this ChannelKind channel) => ChannelNames[channel];

    public static string EncodingWord(SmsEncoding encoding) => encoding == SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2";

    public static LocalizedText Reason(string reason) => Reasons.GetValueOrDefault(reason, LocalizedText.Same(reason));

    public static LocalizedText LanguageWord(Language language) => language switch
    {
        Language.Nl => LocalizedText.Same("Nederlands"),
        Language.Fr => LocalizedText.Same("Français"),
        Language.De => LocalizedText.Same("Deutsch"),
        _ => LocalizedText.Same("English"),
    };

    public static Tone ToneOf(VersionState state) => state switch
    {
        VersionState.Submitted => Tone.Warning,
        VersionState.Approved or VersionState.Sending => Tone.Note,
        VersionState.Sent => Tone.Ok,
        VersionState.Stopped => Tone.Warning,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(MessageClass @class) => @class switch { MessageClass.DangerToLife => Tone.Danger, MessageClass.Official => Tone.Note, _ => Tone.Neutral };
}
