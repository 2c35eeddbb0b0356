using Belfry.Kernel;

namespace Belfry.PublicSite;

/// <summary>What a person who registers has to know (GDPR articles 13 and 14), a heading and its paragraph at a time.</summary>
static class PrivacyWords
{
    public static IReadOnlyList<(LocalizedText Heading, LocalizedText Text)> All { get; } =
    [
        (new("Waarvoor", "Pour quoi", "Wofür", "What for"), new(
            "Om u te waarschuwen bij een noodsituatie op uw plaatsen, en voor niets anders. Uw gegevens gaan naar niemand, behalve het nummer of adres naar de operator die het bericht bezorgt.",
            "Pour vous avertir en cas d’urgence dans vos lieux, et pour rien d’autre. Vos données ne vont à personne, sauf le numéro ou l’adresse à l’opérateur qui remet le message.",
            "Um Sie bei einer Notlage an Ihren Orten zu warnen, und für nichts anderes. Ihre Daten gehen an niemanden, außer Nummer oder Adresse an den Betreiber, der die Nachricht zustellt.",
            "To warn you in an emergency at your places, and for nothing else. Your data go to nobody, except the number or address to the carrier that delivers the message.")),
        (new("Op welke grond", "Sur quelle base", "Auf welcher Grundlage", "On what basis"), new(
            "Uw toestemming: verordening (EU) 2016/679 (AVG), artikel 6, lid 1, onder a. U geeft ze door u in te schrijven en te bevestigen, en trekt ze in door uw inschrijving te beëindigen. Dat is even gemakkelijk en kost niets.",
            "Votre consentement : règlement (UE) 2016/679 (RGPD), article 6, paragraphe 1, point a). Vous le donnez en vous inscrivant et en confirmant, et le retirez en arrêtant votre inscription. C’est aussi simple et ne coûte rien.",
            "Ihre Einwilligung: Verordnung (EU) 2016/679 (DSGVO), Artikel 6 Absatz 1 Buchstabe a. Sie erteilen sie durch Anmeldung und Bestätigung und widerrufen sie, indem Sie die Anmeldung beenden. Das ist ebenso einfach und kostet nichts.",
            "Your consent: Regulation (EU) 2016/679 (GDPR), Article 6(1)(a). You give it by registering and confirming, and withdraw it by ending your registration. That is as easy and costs nothing.")),
        (new("Wat en hoe lang", "Quoi et combien de temps", "Was und wie lange", "What and how long"), new(
            "Naam (als u die geeft), taal, plaatsen, nummer en adres: tot u uw inschrijving beëindigt. Naam, nummer en adres zijn versleuteld bewaard. Wat u niet bevestigt, wordt na 24 uur gewist.",
            "Nom (si vous le donnez), langue, lieux, numéro et adresse : jusqu’à ce que vous arrêtiez votre inscription. Nom, numéro et adresse sont conservés chiffrés. Ce que vous ne confirmez pas est effacé après 24 heures.",
            "Name (wenn Sie ihn angeben), Sprache, Orte, Nummer und Adresse: bis Sie die Anmeldung beenden. Name, Nummer und Adresse sind verschlüsselt gespeichert. Was Sie nicht bestätigen, wird nach 24 Stunden gelöscht.",
            "Name (if you give it), language, places, number and address: until you end your registration. Name, number and address are kept encrypted. What you don't confirm is erased after 24 hours.")),
        (new("Wat na het beëindigen blijft", "Ce qui reste après l’arrêt", "Was nach dem Beenden bleibt", "What stays after it ended"), new(
            "De inschrijving is meteen gewist. In het verzendregister worden uw nummer en adres gewist zodra geen verzending die toen liep ze nog nodig heeft, hoogstens de geldigheid van die waarschuwing (48 uur). Daar blijft per verzonden bericht: een willekeurig getal zonder naam, de gemeente, de taal, het tijdstip en of het aankwam. Dat is het bewijs dat gewaarschuwd is, en blijft zolang de waarschuwing zelf bewaard wordt. Reservekopieën die eerder gemaakt zijn, bevatten uw gegevens tot ze vervangen worden.",
            "L’inscription est effacée aussitôt. Dans le registre d’envoi, votre numéro et votre adresse sont effacés dès qu’aucun envoi alors en cours n’en a plus besoin, au plus la validité de cette alerte (48 heures). Il y reste, par message envoyé : un nombre aléatoire sans nom, la commune, la langue, le moment et s’il est arrivé. C’est la preuve que l’alerte a été donnée ; elle reste aussi longtemps que l’alerte elle-même. Les copies de sauvegarde faites avant contiennent vos données jusqu’à leur remplacement.",
            "Die Anmeldung ist sofort gelöscht. Im Versandregister werden Nummer und Adresse gelöscht, sobald kein damals laufender Versand sie mehr braucht, höchstens nach der Gültigkeit dieser Warnung (48 Stunden). Dort bleibt je gesendeter Nachricht: eine Zufallszahl ohne Namen, die Gemeinde, die Sprache, der Zeitpunkt und ob sie ankam. Das belegt, dass gewarnt wurde, und bleibt so lange wie die Warnung selbst. Früher gemachte Sicherungskopien enthalten Ihre Daten, bis sie ersetzt werden.",
            "The registration is erased at once. In the register of messages your number and address are erased as soon as no dispatch then under way needs them, at most for the validity of that warning (48 hours). There stays, for each message sent: a random number without a name, the municipality, the language, the time and whether it arrived. It proves that people were warned, and stays as long as the warning itself. Backups made before hold your data until they are replaced.")),
        (new("Uw rechten", "Vos droits", "Ihre Rechte", "Your rights"), new(
            "Met een link naar uw adres ziet, wijzigt en wist u alles zelf. Klachten: de Gegevensbeschermingsautoriteit, gegevensbeschermingsautoriteit.be. Deze site gebruikt geen cookies en vraagt niets aan andere sites. Om misbruik te remmen telt zij aanvragen per aansluiting.",
            "Avec un lien envoyé à votre adresse, vous voyez, modifiez et effacez tout vous-même. Plaintes : l’Autorité de protection des données, autoriteprotectiondonnees.be. Ce site n’utilise pas de cookies et ne demande rien à d’autres sites. Pour freiner les abus, il compte les demandes par connexion.",
            "Mit einem Link an Ihre Adresse sehen, ändern und löschen Sie alles selbst. Beschwerden: die Datenschutzbehörde, dataprotectionauthority.be. Diese Website verwendet keine Cookies und fragt nichts bei anderen Websites ab. Gegen Missbrauch zählt sie Anfragen je Anschluss.",
            "With a link to your address you see, change and erase everything yourself. Complaints: the Data Protection Authority, dataprotectionauthority.be. This site uses no cookies and asks nothing of other sites. To slow abuse it counts requests per connection.")),
    ];
}
