using Belfry.Dispatch;
using Belfry.Kernel;

namespace Belfry.PublicSite;

/// <summary>What the pages of a registration say, in four languages.</summary>
static class SubscribeWords
{
    public static readonly LocalizedText Title = new("Laat u waarschuwen", "Soyez averti", "Lassen Sie sich warnen", "Be warned");
    public static readonly LocalizedText Lead = new(
        "Bij een noodsituatie op een van uw plaatsen krijgt u een sms of e-mail. Geen account en geen wachtwoord nodig.",
        "En cas d’urgence dans l’un de vos lieux, vous recevez un SMS ou un e-mail. Ni compte ni mot de passe.",
        "Bei einer Notlage an einem Ihrer Orte erhalten Sie eine SMS oder E-Mail. Ohne Konto und ohne Passwort.",
        "In an emergency at one of your places you get an SMS or e-mail. No account and no password needed.");
    public static readonly LocalizedText Known = new("Al ingeschreven? Wijzig of beëindig uw inschrijving", "Déjà inscrit ? Modifier ou arrêter votre inscription", "Schon angemeldet? Anmeldung ändern oder beenden", "Registered already? Change or end your registration");
    public static readonly LocalizedText Name = new("Naam", "Nom", "Name", "Name");
    public static readonly LocalizedText Language = new("Taal van de waarschuwingen", "Langue des alertes", "Sprache der Warnungen", "Language of the warnings");
    public static readonly LocalizedText Places = new("Waar", "Où", "Wo", "Where");
    public static readonly LocalizedText PlacesHelp = new(
        "Tot vijf plaatsen: thuis, werk, school, familie. Een gemeente, dorp, postcode, adres met postcode, of een punt zoals 50.568, 5.806. Hoe preciezer, hoe juister u gewaarschuwd wordt.",
        "Jusqu’à cinq lieux : domicile, travail, école, famille. Une commune, un village, un code postal, une adresse avec code postal, ou un point comme 50.568, 5.806. Plus c’est précis, plus l’alerte est juste.",
        "Bis zu fünf Orte: Wohnung, Arbeit, Schule, Familie. Eine Gemeinde, ein Dorf, eine Postleitzahl, eine Adresse mit Postleitzahl oder ein Punkt wie 50.568, 5.806. Je genauer, desto treffender die Warnung.",
        "Up to five places: home, work, school, family. A municipality, village, postcode, address with its postcode, or a point such as 50.568, 5.806. The more exact, the better the warning fits.");
    public static readonly LocalizedText Which = new("Welke bedoelt u?", "Lequel voulez-vous dire ?", "Welchen meinen Sie?", "Which do you mean?");
    public static readonly LocalizedText How = new("Hoe", "Comment", "Wie", "How");
    public static readonly LocalizedText HowHelp = new("Minstens één van de twee. Elk adres krijgt een code om het te bevestigen.", "Au moins l’un des deux. Chaque adresse reçoit un code à confirmer.", "Mindestens eines von beiden. Jede Adresse erhält einen Code zur Bestätigung.", "At least one of the two. Each address gets a code to confirm it.");
    public static readonly LocalizedText Phone = new("Gsm-nummer voor sms", "Numéro de GSM pour SMS", "Handynummer für SMS", "Mobile number for SMS");
    public static readonly LocalizedText Mail = new("E-mailadres", "Adresse e-mail", "E-Mail-Adresse", "E-mail address");
    public static readonly LocalizedText What = new("Waarvoor", "Pour quoi", "Wofür", "What for");
    public static readonly LocalizedText Always = new("Bij levensgevaar wordt u altijd gewaarschuwd. Kies wat u daarnaast wilt:", "En cas de danger de mort, vous êtes toujours averti. Choisissez ce que vous voulez en plus :", "Bei Lebensgefahr werden Sie immer gewarnt. Wählen Sie, was Sie außerdem wollen:", "When lives are in danger you are always warned. Choose what you want besides:");
    public static readonly LocalizedText Official = new("Berichten van algemeen belang", "Messages d’intérêt général", "Mitteilungen von allgemeinem Interesse", "Messages of general interest");
    public static readonly LocalizedText OfficialHelp = new("Zonder levensgevaar: water afsluiten, ramen dicht, wegen vermijden.", "Sans danger de mort : coupure d’eau, fenêtres fermées, routes à éviter.", "Ohne Lebensgefahr: Wasserabstellung, Fenster schließen, Straßen meiden.", "Without danger to life: water cut off, windows closed, roads to avoid.");
    public static readonly LocalizedText Tests = new("Aangekondigde tests", "Tests annoncés", "Angekündigte Tests", "Announced tests");
    public static readonly LocalizedText Agreed = new(
        "Ik vraag om gewaarschuwd te worden en ga ermee akkoord dat deze gegevens daarvoor bewaard worden.", "Je demande à être averti et j’accepte que ces données soient conservées à cette fin.",
        "Ich möchte gewarnt werden und willige ein, dass diese Daten dafür gespeichert werden.", "I ask to be warned and agree that these data are kept for it.");
    public static readonly LocalizedText Privacy = new("Uw gegevens: waarvoor, hoe lang, uw rechten", "Vos données : pour quoi, combien de temps, vos droits", "Ihre Daten: wofür, wie lange, Ihre Rechte", "Your data: what for, how long, your rights");
    public static readonly LocalizedText Register = new("Inschrijven en codes sturen", "S’inscrire et envoyer les codes", "Anmelden und Codes senden", "Register and send the codes");
    public static readonly LocalizedText Save = new("Wijzigingen bewaren", "Enregistrer les modifications", "Änderungen speichern", "Save the changes");

    public static readonly LocalizedText Codes = new("Bevestig uw adressen", "Confirmez vos adresses", "Bestätigen Sie Ihre Adressen", "Confirm your addresses");
    public static readonly LocalizedText CodesHelp = new(
        "We sturen naar elk adres een code van zes cijfers en een link. Pas na de bevestiging wordt u daar gewaarschuwd. Eén adres krijgt hoogstens drie berichten per dag: kreeg u er al een, gebruik dan dat.",
        "Nous envoyons à chaque adresse un code de six chiffres et un lien. Vous n’y serez averti qu’après confirmation. Une adresse reçoit au plus trois messages par jour : si vous en avez déjà un, utilisez-le.",
        "Wir senden an jede Adresse einen sechsstelligen Code und einen Link. Erst nach der Bestätigung werden Sie dort gewarnt. Eine Adresse erhält höchstens drei Nachrichten am Tag: Haben Sie schon eine, benutzen Sie diese.",
        "We send a six-digit code and a link to each address. You are warned there only once it is confirmed. One address gets three messages a day at most: if you have one already, use that.");
    public static readonly LocalizedText Until = new("Geldig tot", "Valable jusqu’à", "Gültig bis", "Valid until");
    public static readonly LocalizedText Code = new("Code", "Code", "Code", "Code");
    public static readonly LocalizedText Confirmed = new("Bevestigd", "Confirmée", "Bestätigt", "Confirmed");
    public static readonly LocalizedText Confirm = new("Bevestigen", "Confirmer", "Bestätigen", "Confirm");
    public static readonly LocalizedText AllDone = new("U wordt gewaarschuwd. Meer hoeft u niet te doen.", "Vous serez averti. Vous n’avez plus rien à faire.", "Sie werden gewarnt. Mehr müssen Sie nicht tun.", "You will be warned. There is nothing more to do.");

    public static readonly LocalizedText ConfirmTitle = new("Dit adres bevestigen", "Confirmer cette adresse", "Diese Adresse bestätigen", "Confirm this address");
    public static readonly LocalizedText ConfirmText = new("Druk op de knop: vanaf dan wordt u op dit adres gewaarschuwd.", "Appuyez sur le bouton : vous serez alors averti à cette adresse.", "Drücken Sie auf den Knopf: Ab dann werden Sie an dieser Adresse gewarnt.", "Press the button: from then on you are warned at this address.");

    public static readonly LocalizedText OwnTitle = new("Uw inschrijving", "Votre inscription", "Ihre Anmeldung", "Your registration");
    public static readonly LocalizedText AskText = new(
        "Typ een adres of nummer waarop u gewaarschuwd wordt. U krijgt er een link waarmee u de inschrijving wijzigt of beëindigt.", "Tapez une adresse ou un numéro où vous êtes averti. Vous y recevez un lien pour modifier ou arrêter l’inscription.",
        "Tippen Sie eine Adresse oder Nummer, unter der Sie gewarnt werden. Sie erhalten dort einen Link, um die Anmeldung zu ändern oder zu beenden.", "Type an address or number at which you are warned. You get a link there to change or end the registration.");
    public static readonly LocalizedText Address = new("E-mailadres of gsm-nummer", "Adresse e-mail ou numéro de GSM", "E-Mail-Adresse oder Handynummer", "E-mail address or mobile number");
    public static readonly LocalizedText SendLink = new("Link sturen", "Envoyer le lien", "Link senden", "Send the link");
    public static readonly LocalizedText Asked = new(
        "Als dit adres ingeschreven is, is er een link naar gestuurd. Hij geldt een uur. Eén adres krijgt hoogstens drie berichten per dag.", "Si cette adresse est inscrite, un lien lui a été envoyé. Il vaut une heure. Une adresse reçoit au plus trois messages par jour.",
        "Wenn diese Adresse angemeldet ist, wurde ein Link an sie gesendet. Er gilt eine Stunde. Eine Adresse erhält höchstens drei Nachrichten am Tag.", "If this address is registered, a link was sent to it. It holds for an hour. One address gets three messages a day at most.");
    public static readonly LocalizedText OpenText = new("De link werkt één keer. Druk op de knop om uw inschrijving te openen.", "Le lien fonctionne une seule fois. Appuyez sur le bouton pour ouvrir votre inscription.", "Der Link wirkt einmal. Drücken Sie auf den Knopf, um Ihre Anmeldung zu öffnen.", "The link works once. Press the button to open your registration.");
    public static readonly LocalizedText Open = new("Openen", "Ouvrir", "Öffnen", "Open");
    public static readonly LocalizedText Saved = new("Bewaard.", "Enregistré.", "Gespeichert.", "Saved.");
    public static readonly LocalizedText NewAddress = new("Een nieuw adres moet u bevestigen; tot dan blijft het oude gelden.", "Une nouvelle adresse doit être confirmée ; d’ici là, l’ancienne reste valable.", "Eine neue Adresse müssen Sie bestätigen; bis dahin gilt die alte.", "A new address has to be confirmed; until then the old one holds.");
    public static readonly LocalizedText EndTitle = new("Inschrijving beëindigen", "Arrêter l’inscription", "Anmeldung beenden", "End the registration");
    public static readonly LocalizedText EndText = new("Naam, adressen en plaatsen worden meteen gewist. U wordt niet meer gewaarschuwd, ook niet bij levensgevaar.", "Nom, adresses et lieux sont effacés aussitôt. Vous ne serez plus averti, même en cas de danger de mort.", "Name, Adressen und Orte werden sofort gelöscht. Sie werden nicht mehr gewarnt, auch nicht bei Lebensgefahr.", "Name, addresses and places are erased at once. You are warned no more, not even when lives are in danger.");
    public static readonly LocalizedText End = new("Alles wissen", "Tout effacer", "Alles löschen", "Erase everything");
    public static readonly LocalizedText Ended = new("Uw inschrijving is beëindigd en gewist.", "Votre inscription est arrêtée et effacée.", "Ihre Anmeldung ist beendet und gelöscht.", "Your registration has ended and is erased.");
    public static readonly LocalizedText MailTitle = new("Geen waarschuwingen meer per e-mail", "Plus d’alertes par e-mail", "Keine Warnungen mehr per E-Mail", "No more warnings by e-mail");
    public static readonly LocalizedText MailText = new(
        "Druk op de knop: dit e-mailadres wordt gewist. Staat er ook een gsm-nummer in uw inschrijving, dan blijven sms’en komen; anders wordt alles gewist.", "Appuyez sur le bouton : cette adresse e-mail est effacée. Si votre inscription contient aussi un GSM, les SMS continuent ; sinon tout est effacé.",
        "Drücken Sie auf den Knopf: Diese E-Mail-Adresse wird gelöscht. Steht auch eine Handynummer in Ihrer Anmeldung, kommen weiter SMS; sonst wird alles gelöscht.", "Press the button: this e-mail address is erased. If your registration has a mobile number too, SMS go on; otherwise everything is erased.");
    public static readonly LocalizedText MailEnd = new("E-mails stoppen", "Arrêter les e-mails", "E-Mails beenden", "Stop e-mails");
    public static readonly LocalizedText MailEnded = new("Dit e-mailadres krijgt geen waarschuwingen meer.", "Cette adresse e-mail ne reçoit plus d’alertes.", "Diese E-Mail-Adresse erhält keine Warnungen mehr.", "This e-mail address gets no more warnings.");

    public static LocalizedText Word(ChannelKind channel) => channel == ChannelKind.Sms ? LocalizedText.Same("SMS") : new("E-mail", "E-mail", "E-Mail", "E-mail");
}
