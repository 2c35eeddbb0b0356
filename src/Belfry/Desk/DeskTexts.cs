using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Desk;

/// <summary>The words of the desk and the settings.</summary>
static class DeskTexts
{
    public static readonly LocalizedText Now = new("Nu", "Maintenant", "Jetzt", "Now");
    public static readonly LocalizedText Settings = new("Instellingen", "Paramètres", "Einstellungen", "Settings");
    public static readonly LocalizedText Intake = new("Wacht op een beslissing", "Attend une décision", "Wartet auf eine Entscheidung", "Waits for a decision");
    public static readonly LocalizedText NothingWaits = new("Geen enkel bericht wacht.", "Aucun message n’attend.", "Keine Meldung wartet.", "No message waits.");
    public static readonly LocalizedText Incidents = new("Open incidenten", "Incidents ouverts", "Offene Vorfälle", "Open incidents");
    public static readonly LocalizedText NoIncidents = new("Geen open incident.", "Aucun incident ouvert.", "Kein offener Vorfall.", "No open incident.");
    public static readonly LocalizedText ToApprove = new("Wacht op goedkeuring", "Attend l’approbation", "Wartet auf Genehmigung", "Waits for approval");
    public static readonly LocalizedText Alerts = new("Waarschuwingen: ontwerp, onderweg, nog geldig", "Alertes : en projet, en cours, encore valables", "Warnungen: Entwurf, unterwegs, noch gültig", "Alerts: in draft, under way, still valid");
    public static readonly LocalizedText NoAlerts = new("Geen enkele waarschuwing.", "Aucune alerte.", "Keine Warnung.", "No alert.");
    public static readonly LocalizedText Gateways = new("Gateways", "Passerelles", "Gateways", "Gateways");
    public static readonly LocalizedText AllUp = new("Alle {0} gateways zijn verbonden.", "Les {0} passerelles sont connectées.", "Alle {0} Gateways sind verbunden.", "All {0} gateways are connected.");
    public static readonly LocalizedText SomeDown = new(
        "Niet alles is verbonden. Berichten voor deze gateways wachten en gaan weg zodra de verbinding terug is.", "Tout n’est pas connecté. Les messages pour ces passerelles attendent et partent dès le retour de la liaison.",
        "Nicht alles ist verbunden. Meldungen für diese Gateways warten und gehen ab, sobald die Verbindung wieder steht.", "Not everything is connected. Messages for these gateways wait and leave as soon as the line is back.");
    public static readonly LocalizedText Route = new("Route", "Voie", "Weg", "Route");
    public static readonly LocalizedText Channel = new("Kanaal", "Canal", "Kanal", "Channel");
    public static readonly LocalizedText State = new("Toestand", "État", "Stand", "State");
    public static readonly LocalizedText Since = new("Sinds", "Depuis", "Seit", "Since");
    public static readonly LocalizedText Pace = new("Afgesproken tempo", "Débit convenu", "Vereinbartes Tempo", "Agreed pace");
    public static readonly LocalizedText NoLimit = new("zo snel als de gateway", "au rythme de la passerelle", "so schnell wie der Gateway", "as fast as the gateway");
    public static readonly LocalizedText PerSecond = new("{0} per seconde", "{0} par seconde", "{0} pro Sekunde", "{0} a second");
    public static readonly LocalizedText Window = new("Vrij in het venster", "Libre dans la fenêtre", "Frei im Fenster", "Free in the window");
    public static readonly LocalizedText Secrets = new(
        "Namen en wachtwoorden van gateways staan nooit op een scherm.", "Les noms et mots de passe des passerelles ne figurent jamais à l’écran.", "Namen und Passwörter von Gateways stehen nie auf einem Bildschirm.",
        "Names and passwords of gateways are never on a screen.");

    public static readonly LocalizedText Address = new("Adres", "Adresse", "Adresse", "Address");
    public static readonly LocalizedText Arming = new("Wapenen", "Armement", "Scharfschaltung", "Arming");
    public static readonly LocalizedText Armed = new("Gewapend", "Armé", "Scharf", "Armed");
    public static readonly LocalizedText Disarmed = new("Ontwapend", "Désarmé", "Entschärft", "Disarmed");
    public static readonly LocalizedText FirstStart = new(
        "Deze echte wereld is nieuw. Er vertrekt niets tot twee personen dat hebben toegelaten.", "Ce monde réel est nouveau. Rien ne part avant que deux personnes ne l’aient autorisé.",
        "Diese echte Welt ist neu. Nichts geht hinaus, bis zwei Personen es zugelassen haben.", "This real world is new. Nothing leaves until two people have allowed it.");
    public static readonly LocalizedText Restored = new(
        "Teruggezet uit {0}. Wat toen liep, kan al lang verzonden zijn: kijk de waarschuwingen na en wapen pas dan.", "Restauré depuis {0}. Ce qui était en cours est peut-être parti depuis longtemps : vérifiez les alertes, puis armez.",
        "Wiederhergestellt aus {0}. Was damals lief, ist vielleicht längst gesendet: prüfen Sie die Warnungen und schalten Sie erst dann scharf.", "Restored from {0}. What was under way then may have gone out long ago: look through the alerts, and only then arm it.");
    public static readonly LocalizedText FirstYes = new("Eerste ja", "Premier oui", "Erstes Ja", "First yes");
    public static readonly LocalizedText SecondYes = new("Tweede ja", "Second oui", "Zweites Ja", "Second yes");
    public static readonly LocalizedText NoRightToArm = new(
        "Beheerder, permanentieofficier, gouverneur of minister mogen dit; u niet.", "L’administrateur, l’officier de permanence, le gouverneur ou le ministre le peuvent ; vous non.",
        "Verwalter, Diensthabender, Gouverneur oder Minister dürfen das; Sie nicht.", "An administrator, duty officer, governor or minister may do this; you may not.");
    public static readonly LocalizedText WaitForSecond = new(
        "U zei ja. Een tweede persoon moet dat binnen 24 uur ook doen, met een eigen account.", "Vous avez dit oui. Une seconde personne doit le faire aussi dans les 24 heures, avec son propre compte.",
        "Sie haben zugestimmt. Eine zweite Person muss es binnen 24 Stunden auch tun, mit eigenem Konto.", "You said yes. A second person has to as well within 24 hours, with an account of their own.");
    public static readonly LocalizedText ProveFirst = new(
        "Bevestig eerst opnieuw met uw sleutel of code; dat geldt vijf minuten.", "Confirmez d’abord à nouveau avec votre clé ou votre code ; cela vaut cinq minutes.",
        "Bestätigen Sie zuerst erneut mit Schlüssel oder Code; das gilt fünf Minuten.", "Confirm again with your key or code first; it holds for five minutes.");
    public static readonly LocalizedText Prove = new("Nu bevestigen", "Confirmer maintenant", "Jetzt bestätigen", "Confirm now");
    public static readonly LocalizedText WhyArm = new("Waarom mag ze verzenden", "Pourquoi elle peut envoyer", "Warum sie senden darf", "Why it may send");
    public static readonly LocalizedText WhyArmHelp = new(
        "Wat u hebt nagekeken en wie het besliste. Het staat in de audit.", "Ce que vous avez vérifié et qui l’a décidé. Cela figure dans l’audit.", "Was Sie geprüft haben und wer es entschied. Es steht im Audit.",
        "What you checked and who decided it. It stands in the audit.");
    public static readonly LocalizedText SayYes = new("Ja zeggen als eerste van twee", "Dire oui, premier des deux", "Als Erster von zweien zustimmen", "Say yes as the first of two");
    public static readonly LocalizedText ArmNow = new("Ja zeggen en wapenen", "Dire oui et armer", "Zustimmen und scharf schalten", "Say yes and arm it");
    public static readonly LocalizedText MaySend = new("Goedgekeurde waarschuwingen vertrekken.", "Les alertes approuvées partent.", "Genehmigte Warnungen gehen hinaus.", "Approved alerts go out.");
    public static readonly LocalizedText NoGateways = new(
        "Geen gateway ingesteld: alleen CAP vertrekt.", "Aucune passerelle configurée : seul CAP part.", "Kein Gateway eingerichtet: nur CAP geht hinaus.", "No gateway is set up: only CAP leaves.");
    public static readonly LocalizedText WaitsForArming = new(
        "Gateways worden pas verbonden na het wapenen.", "Les passerelles ne se connectent qu’après l’armement.", "Gateways werden erst nach dem Scharfschalten verbunden.", "Gateways are connected only once it is armed.");

    public static LocalizedText Word(LinkCondition condition) => condition switch
    {
        LinkCondition.Up => new("Verbonden", "Connectée", "Verbunden", "Connected"),
        LinkCondition.Connecting => new("Verbindt", "Se connecte", "Verbindet", "Connecting"),
        LinkCondition.Down => new("Weg; probeert opnieuw", "Coupée ; nouvel essai en cours", "Weg; versucht es erneut", "Down; trying again"),
        LinkCondition.Refused => new("Geweigerd; kijk de toegang na", "Refusée ; vérifiez l’accès", "Abgewiesen; Zugang prüfen", "Refused; check the access"),
        _ => new("Gesloten", "Fermée", "Geschlossen", "Closed"),
    };

    public static Tone ToneOf(LinkCondition condition) => condition switch
    {
        LinkCondition.Up => Tone.Ok,
        LinkCondition.Connecting => Tone.Note,
        LinkCondition.Refused => Tone.Danger,
        _ => Tone.Warning,
    };

    public static LocalizedText Word(ChannelKind channel) => channel switch
    {
        ChannelKind.Sms => LocalizedText.Same("SMS"),
        ChannelKind.Email => new("E-mail", "E-mail", "E-Mail", "E-mail"),
        _ => LocalizedText.Same("CAP"),
    };
}
