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
