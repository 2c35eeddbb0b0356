using Belfry.Kernel;

namespace Belfry.Incidents.Cap;

/// <summary>The rules, in the order of their numbers. 001 to 099 hold for every CAP message, 101 and up for the Belgian profile. A number is never reused.</summary>
static class CapRuleTable
{
    public static readonly CapRule Schema = new("CAP-R001", CapLevel.Error, "CAP 1.2, 3.4 (OASIS XSD of the version)", new(
        "Niet geldig volgens het schema: {reason}",
        "Non valide selon le schéma : {reason}",
        "Nach dem Schema ungültig: {reason}",
        "Not valid against the schema: {reason}"));

    public static readonly CapRule Root = new("CAP-R002", CapLevel.Error, "CAP 1.2, 3.4; CAP 1.1; CAP 1.0", new(
        "De wortel {found} is geen alert van CAP 1.0, 1.1 of 1.2: onbekende naamruimte of ander document.",
        "La racine {found} n’est pas alert de CAP 1.0, 1.1 ou 1.2 : espace de noms inconnu ou autre document.",
        "Die Wurzel {found} ist kein alert von CAP 1.0, 1.1 oder 1.2: unbekannter Namensraum oder anderes Dokument.",
        "The root {found} is not alert of CAP 1.0, 1.1 or 1.2: unknown namespace or another document."));

    public static readonly CapRule Dtd = new("CAP-R003", CapLevel.Error, "House rule (alerting.md 4.2: XXE); CAP uses no DTD", new(
        "Het document brengt een DOCTYPE of entiteiten mee en wordt geweigerd.",
        "Le document apporte un DOCTYPE ou des entités et est refusé.",
        "Das Dokument bringt DOCTYPE oder Entitäten mit und wird abgelehnt.",
        "The document brings a DOCTYPE or entities and is refused."));

    public static readonly CapRule Unreadable = new("CAP-R004", CapLevel.Error, "XML 1.0; bounds of SafeXml", new(
        "Onleesbaar: {reason}",
        "Illisible : {reason}",
        "Unlesbar: {reason}",
        "Unreadable: {reason}"));

    public static readonly CapRule Envelope = new("CAP-R005", CapLevel.Note, "RFC 4287; EDXL-DE 1.0", new(
        "Omhulsel, zelf geen bericht: {alerts} ingesloten berichten, waarvan {valid} geldig; {entries} items.",
        "Enveloppe, pas un message : {alerts} messages inclus, dont {valid} valides ; {entries} entrées.",
        "Umschlag, selbst keine Meldung: {alerts} enthaltene Meldungen, davon {valid} gültig; {entries} Einträge.",
        "An envelope, no message itself: {alerts} embedded alerts, {valid} valid; entries {entries}."));

    public static readonly CapRule OldVersion = new("CAP-R006", CapLevel.Note, "CAP 1.2, 1.2", new(
        "{version} is vervangen door CAP 1.2.",
        "{version} est remplacé par CAP 1.2.",
        "{version} ist durch CAP 1.2 abgelöst.",
        "{version} is superseded by CAP 1.2."));

    public static readonly CapRule Identifier = new("CAP-R007", CapLevel.Error, "CAP 1.2, 3.2.1 identifier", new(
        "Het kenmerk mag niet leeg zijn en geen spatie, komma, < of & bevatten.",
        "L’identifiant ne peut être vide ni contenir d’espace, de virgule, de < ou de &.",
        "Die Kennung darf nicht leer sein und weder Leerzeichen, Komma, < noch & enthalten.",
        "The identifier may not be empty nor hold a space, comma, < or &."));

    public static readonly CapRule Sender = new("CAP-R008", CapLevel.Error, "CAP 1.2, 3.2.1 sender", new(
        "De afzender mag niet leeg zijn en geen spatie, komma, < of & bevatten.",
        "L’expéditeur ne peut être vide ni contenir d’espace, de virgule, de < ou de &.",
        "Der Absender darf nicht leer sein und weder Leerzeichen, Komma, < noch & enthalten.",
        "The sender may not be empty nor hold a space, comma, < or &."));

    public static readonly CapRule TimeForm = new("CAP-R009", CapLevel.Warning, "CAP 1.2, 3.3.2", new(
        "“{found}” heeft niet de vorm 2026-03-01T14:30:00+01:00 (geen Z, geen fracties).",
        "« {found} » n’a pas la forme 2026-03-01T14:30:00+01:00 (sans Z ni fractions).",
        "„{found}“ hat nicht die Form 2026-03-01T14:30:00+01:00 (kein Z, keine Bruchteile).",
        "“{found}” is not of the form 2026-03-01T14:30:00+01:00 (no Z, no fractions)."));

    public static readonly CapRule UtcForm = new("CAP-R010", CapLevel.Note, "CAP 1.2, 3.3.2", new(
        "UTC wordt als -00:00 geschreven, niet als +00:00.",
        "UTC s’écrit -00:00 et non +00:00.",
        "UTC wird als -00:00 geschrieben, nicht als +00:00.",
        "UTC is written -00:00, not +00:00."));

    public static readonly CapRule ReferencesMissing = new("CAP-R011", CapLevel.Error, "CAP 1.2, 3.2.1 msgType, references", new(
        "{type} zonder verwijzing: niet te zeggen welk bericht bedoeld is.",
        "{type} sans référence : impossible de dire quel message est visé.",
        "{type} ohne Verweis: es ist nicht zu sagen, welche Meldung gemeint ist.",
        "{type} without references: nothing says which message it concerns."));

    public static readonly CapRule ReferenceForm = new("CAP-R012", CapLevel.Error, "CAP 1.2, 3.2.1 references", new(
        "“{found}” is geen verwijzing van de vorm afzender,kenmerk,tijdstip.",
        "« {found} » n’est pas une référence de la forme expéditeur,identifiant,date.",
        "„{found}“ ist kein Verweis der Form Absender,Kennung,Sendezeit.",
        "“{found}” is no reference of the form sender,identifier,sent."));

    public static readonly CapRule ReferenceSelf = new("CAP-R013", CapLevel.Error, "CAP 1.2, 3.2.1 references (earlier messages)", new(
        "Het bericht verwijst naar zichzelf.",
        "Le message renvoie à lui-même.",
        "Die Meldung verweist auf sich selbst.",
        "The message refers to itself."));

    public static readonly CapRule ReferencesEmpty = new("CAP-R014", CapLevel.Warning, "CAP 1.2, 3.2.1 references", new(
        "Leeg veld references: laat het weg.",
        "Champ references vide : à omettre.",
        "Leeres Feld references: weglassen.",
        "Empty references: leave it out."));

    public static readonly CapRule RestrictionMissing = new("CAP-R015", CapLevel.Error, "CAP 1.2, 3.2.1 scope, restriction", new(
        "Bereik Restricted vraagt een beperking (restriction).",
        "La portée Restricted demande une restriction.",
        "Der Bereich Restricted verlangt eine Einschränkung (restriction).",
        "Scope Restricted needs a restriction."));

    public static readonly CapRule RestrictionIdle = new("CAP-R016", CapLevel.Warning, "CAP 1.2, 3.2.1 restriction", new(
        "Een beperking (restriction) hoort alleen bij bereik Restricted.",
        "Une restriction ne va qu’avec la portée Restricted.",
        "Eine Einschränkung (restriction) gehört nur zum Bereich Restricted.",
        "A restriction belongs to scope Restricted only."));

    public static readonly CapRule AddressesMissing = new("CAP-R017", CapLevel.Error, "CAP 1.2, 3.2.1 scope, addresses", new(
        "Bereik Private vraagt bestemmelingen (addresses).",
        "La portée Private demande des destinataires (addresses).",
        "Der Bereich Private verlangt Empfänger (addresses).",
        "Scope Private needs addresses."));

    public static readonly CapRule InfoMissing = new("CAP-R018", CapLevel.Warning, "CAP 1.2, 3.2.2 info", new(
        "{type} zonder info: het zegt niet wat er gebeurt.",
        "{type} sans info : il ne dit pas ce qui se passe.",
        "{type} ohne info: es sagt nicht, was geschieht.",
        "{type} without info: it does not say what happens."));

    public static readonly CapRule ExerciseNote = new("CAP-R019", CapLevel.Warning, "CAP 1.2, 3.2.1 status, note", new(
        "Een oefening (Exercise) noemt zichzelf in note.",
        "Un exercice (Exercise) se nomme dans note.",
        "Eine Übung (Exercise) nennt sich in note.",
        "An Exercise names itself in note."));

    public static readonly CapRule ErrorNote = new("CAP-R020", CapLevel.Warning, "CAP 1.2, 3.2.1 msgType, note", new(
        "Een Error zegt in note waarom.",
        "Un Error dit pourquoi dans note.",
        "Ein Error sagt in note, warum.",
        "An Error says why in note."));

    public static readonly CapRule Empty = new("CAP-R021", CapLevel.Warning, "CAP 1.2, 3.2", new(
        "Het verplichte veld {field} is leeg.",
        "Le champ obligatoire {field} est vide.",
        "Das Pflichtfeld {field} ist leer.",
        "The mandatory field {field} is empty."));

    public static readonly CapRule Invisible = new("CAP-R022", CapLevel.Warning, "Unicode TR 36, 3.2 (bidirectional text)", new(
        "De tekst bevat onzichtbare stuurtekens voor de schrijfrichting ({found}); wat men leest kan afwijken van wat er staat.",
        "Le texte contient des caractères invisibles de direction ({found}) ; on peut lire autre chose que ce qui est écrit.",
        "Der Text enthält unsichtbare Zeichen für die Schreibrichtung ({found}); gelesen wird womöglich anderes, als dort steht.",
        "The text holds invisible direction controls ({found}); what is read may differ from what is written."));

    public static readonly CapRule LanguageMissing = new("CAP-R023", CapLevel.Note, "CAP 1.2, 3.2.2 language", new(
        "Geen taal vermeld: telt als en-US.",
        "Aucune langue indiquée : compte comme en-US.",
        "Keine Sprache genannt: gilt als en-US.",
        "No language named: it counts as en-US."));

    public static readonly CapRule ExpiresMissing = new("CAP-R024", CapLevel.Note, "CAP 1.2, 3.2.2 expires", new(
        "Geen einde (expires): elke ontvanger kiest zelf hoelang het geldt.",
        "Pas de fin (expires) : chaque récepteur choisit la durée de validité.",
        "Kein Ende (expires): jeder Empfänger wählt die Geltungsdauer selbst.",
        "No end (expires): each receiver chooses how long it holds."));

    public static readonly CapRule ExpiresEarly = new("CAP-R025", CapLevel.Warning, "CAP 1.2, 3.2.2 expires", new(
        "Het einde (expires) ligt niet na de verzending.",
        "La fin (expires) n’est pas après l’envoi.",
        "Das Ende (expires) liegt nicht nach dem Senden.",
        "The end (expires) is not after the sending."));

    public static readonly CapRule TimesCrossed = new("CAP-R026", CapLevel.Warning, "CAP 1.2, 3.2.2 effective, onset, expires", new(
        "{field} ligt na het einde (expires).",
        "{field} est après la fin (expires).",
        "{field} liegt nach dem Ende (expires).",
        "{field} is after the end (expires)."));

    public static readonly CapRule Expired = new("CAP-R027", CapLevel.Note, "CAP 1.2, 3.2.2 expires", new(
        "Het bericht is vervallen sinds {since}.",
        "Le message a expiré le {since}.",
        "Die Meldung ist seit {since} abgelaufen.",
        "The message expired at {since}."));

    public static readonly CapRule ValueEmpty = new("CAP-R028", CapLevel.Note, "CAP 1.2, 3.2.2 eventCode, parameter; 3.2.4 geocode", new(
        "{field} heeft een lege naam of waarde.",
        "{field} a un nom ou une valeur vide.",
        "{field} hat einen leeren Namen oder Wert.",
        "{field} has an empty name or value."));

    public static readonly CapRule AddressRelative = new("CAP-R029", CapLevel.Warning, "CAP 1.2, 3.2.2 web", new(
        "{field} is geen volledig adres (met https: of gelijkaardig).",
        "{field} n’est pas une adresse complète (avec https: ou similaire).",
        "{field} ist keine vollständige Adresse (mit https: oder ähnlich).",
        "{field} is no whole address (with https: or the like)."));

    public static readonly CapRule ResourceNowhere = new("CAP-R030", CapLevel.Warning, "CAP 1.2, 3.2.3 uri, derefUri", new(
        "De bijlage heeft geen adres (uri) en geen inhoud (derefUri).",
        "La ressource n’a ni adresse (uri) ni contenu (derefUri).",
        "Die Beilage hat weder Adresse (uri) noch Inhalt (derefUri).",
        "The resource has neither an address (uri) nor content (derefUri)."));

    public static readonly CapRule MimeForm = new("CAP-R031", CapLevel.Warning, "CAP 1.2, 3.2.3 mimeType (RFC 2046)", new(
        "“{found}” is geen mediatype van de vorm type/subtype.",
        "« {found} » n’est pas un type de média de la forme type/sous-type.",
        "„{found}“ ist kein Medientyp der Form Typ/Untertyp.",
        "“{found}” is no media type of the form type/subtype."));

    public static readonly CapRule SizeNegative = new("CAP-R032", CapLevel.Error, "CAP 1.2, 3.2.3 size", new(
        "De grootte van de bijlage is negatief.",
        "La taille de la ressource est négative.",
        "Die Größe der Beilage ist negativ.",
        "The size of the resource is negative."));

    public static readonly CapRule DigestForm = new("CAP-R033", CapLevel.Warning, "CAP 1.2, 3.2.3 digest", new(
        "De controlesom van de bijlage is geen SHA-1 in hexadecimalen.",
        "L’empreinte de la ressource n’est pas un SHA-1 hexadécimal.",
        "Die Prüfsumme der Beilage ist kein hexadezimales SHA-1.",
        "The digest of the resource is no SHA-1 in hexadecimal."));

    public static readonly CapRule AreaNowhere = new("CAP-R034", CapLevel.Warning, "CAP 1.2, 3.2.4", new(
        "Het gebied heeft alleen een naam: geen veelhoek, cirkel of code.",
        "La zone n’a qu’un nom : ni polygone, ni cercle, ni code.",
        "Das Gebiet hat nur einen Namen: kein Polygon, keinen Kreis, keinen Code.",
        "The area has a name only: no polygon, circle or geocode."));

    public static readonly CapRule GeocodeOnly = new("CAP-R035", CapLevel.Warning, "CAP 1.2, 3.2.4 geocode (discouraged)", new(
        "Het gebied heeft alleen codes: wie de codelijst niet heeft, weet niet waar het is.",
        "La zone n’a que des codes : sans la liste des codes, on ne sait pas où elle est.",
        "Das Gebiet hat nur Codes: ohne die Liste weiß man nicht, wo es liegt.",
        "Geocode-only area: without the list of codes nobody knows where it is."));

    public static readonly CapRule PolygonSyntax = new("CAP-R036", CapLevel.Error, "CAP 1.2, 3.2.4 polygon", new(
        "De veelhoek is onleesbaar: schrijf paren breedtegraad,lengtegraad met spaties ertussen.",
        "Polygone illisible : écrivez des paires latitude,longitude séparées par des espaces.",
        "Polygon unlesbar: Paare Breite,Länge mit Leerzeichen dazwischen schreiben.",
        "Polygon syntax: write pairs latitude,longitude with spaces between."));

    public static readonly CapRule PolygonShort = new("CAP-R037", CapLevel.Error, "CAP 1.2, 3.2.4 polygon", new(
        "De veelhoek heeft {count} paren; het minimum is 4.",
        "Le polygone a {count} paires ; le minimum est 4.",
        "Das Polygon hat {count} Paare; mindestens 4 sind nötig.",
        "The polygon has {count} pairs; the minimum is 4."));

    public static readonly CapRule PolygonOpen = new("CAP-R038", CapLevel.Error, "CAP 1.2, 3.2.4 polygon", new(
        "De veelhoek is niet gesloten: het eerste en het laatste paar verschillen.",
        "Le polygone n’est pas fermé : la première et la dernière paire diffèrent.",
        "Das Polygon ist nicht geschlossen: erstes und letztes Paar sind verschieden.",
        "The polygon is not closed: its first and last pair differ."));

    public static readonly CapRule OffEarth = new("CAP-R039", CapLevel.Error, "CAP 1.2, 3.3.1 (WGS 84)", new(
        "{found} ligt buiten de aarde (breedte -90 tot 90, lengte -180 tot 180).",
        "{found} est hors de la terre (latitude -90 à 90, longitude -180 à 180).",
        "{found} liegt außerhalb der Erde (Breite -90 bis 90, Länge -180 bis 180).",
        "{found} is off the earth (latitude -90 to 90, longitude -180 to 180)."));

    public static readonly CapRule PolygonCrossed = new("CAP-R040", CapLevel.Error, "CAP 1.2, 3.2.4 polygon; OGC 06-103r4, 6.1.11", new(
        "De veelhoek snijdt zichzelf bij {found}.",
        "Le polygone se croise lui-même près de {found}.",
        "Das Polygon schneidet sich selbst bei {found}.",
        "The polygon crosses itself near {found}."));

    public static readonly CapRule PolygonFlat = new("CAP-R041", CapLevel.Error, "OGC 06-103r4, 6.1.11", new(
        "De veelhoek heeft geen oppervlakte.",
        "Le polygone n’a pas de surface.",
        "Das Polygon hat keine Fläche.",
        "The polygon has no surface."));

    public static readonly CapRule PolygonTangled = new("CAP-R042", CapLevel.Warning, "House rule: bounded time", new(
        "De veelhoek is te ingewikkeld om op snijpunten na te gaan.",
        "Le polygone est trop complexe pour chercher des croisements.",
        "Das Polygon ist zu verwickelt, um es auf Schnittpunkte zu prüfen.",
        "The polygon is too tangled to be searched for crossings."));

    public static readonly CapRule CircleSyntax = new("CAP-R043", CapLevel.Error, "CAP 1.2, 3.2.4 circle", new(
        "De cirkel is onleesbaar: schrijf breedtegraad,lengtegraad, een spatie en de straal in kilometer.",
        "Cercle illisible : écrivez latitude,longitude, une espace et le rayon en kilomètres.",
        "Kreis unlesbar: Breite,Länge, ein Leerzeichen und den Radius in Kilometern schreiben.",
        "Circle syntax: write latitude,longitude, a space and the radius in kilometres."));

    public static readonly CapRule CircleRadius = new("CAP-R044", CapLevel.Error, "CAP 1.2, 3.2.4 circle", new(
        "De straal {found} km is negatief of groter dan de halve aarde.",
        "Le rayon {found} km est négatif ou dépasse la demi-circonférence de la terre.",
        "Der Radius {found} km ist negativ oder größer als der halbe Erdumfang.",
        "The radius {found} km is negative or more than half around the earth."));

    public static readonly CapRule CircleZero = new("CAP-R045", CapLevel.Note, "CAP 1.2, 3.2.4 circle", new(
        "De straal is 0: een punt, geen gebied.",
        "Le rayon est 0 : un point, pas une zone.",
        "Der Radius ist 0: ein Punkt, kein Gebiet.",
        "The radius is 0: a point, no area."));

    public static readonly CapRule CeilingAlone = new("CAP-R046", CapLevel.Error, "CAP 1.2, 3.2.4 ceiling", new(
        "Een bovengrens (ceiling) zonder hoogte (altitude).",
        "Un plafond (ceiling) sans altitude.",
        "Eine Obergrenze (ceiling) ohne Höhe (altitude).",
        "A ceiling without altitude."));

    public static readonly CapRule CeilingLow = new("CAP-R047", CapLevel.Error, "CAP 1.2, 3.2.4 altitude, ceiling", new(
        "De bovengrens (ceiling) ligt onder de hoogte (altitude).",
        "Le plafond (ceiling) est sous l’altitude.",
        "Die Obergrenze (ceiling) liegt unter der Höhe (altitude).",
        "The ceiling is below the altitude."));

    public static readonly CapRule SizeHuge = new("CAP-R048", CapLevel.Error, "House rule: 64 bits", new(
        "De grootte {found} is niet te tellen.",
        "La taille {found} est hors de mesure.",
        "Die Größe {found} ist nicht zu zählen.",
        "The size {found} is past counting."));

    public static readonly CapRule TimeNone = new("CAP-R049", CapLevel.Error, "CAP 1.2, 3.3.2", new(
        "“{found}” is geen tijdstip met tijdzone.",
        "« {found} » n’est pas une date et heure avec fuseau.",
        "„{found}“ ist kein Zeitpunkt mit Zeitzone.",
        "“{found}” is no time with an offset."));

    public static readonly CapRule BeVersion = new("CAP-R101", CapLevel.Error, "Belgian profile, 1", new(
        "Het Belgische profiel vraagt CAP 1.2.",
        "Le profil belge demande CAP 1.2.",
        "Das belgische Profil verlangt CAP 1.2.",
        "The Belgian profile asks for CAP 1.2."));

    public static readonly CapRule BeLanguage = new("CAP-R102", CapLevel.Error, "Belgian profile, 2: laws of 18 July 1966 on languages in administrative matters, articles 3 to 8", new(
        "Er is geen info in {language}, een officiële taal van het gebied.",
        "Il n’y a pas d’info en {language}, une langue officielle de la zone.",
        "Es gibt kein info in {language}, einer Amtssprache des Gebiets.",
        "There is no info in {language}, an official language of the area."));

    public static readonly CapRule BeLanguageBeside = new("CAP-R112", CapLevel.Warning, "Belgian profile, 2: nl-BE, fr-BE, de-DE, en-GB as KMI/IRM does", new(
        "Er is geen info in {language}: wettig voor een gebied met andere talen, maar wie er op bezoek is, leest het niet.",
        "Il n’y a pas d’info en {language} : légal pour une zone d’autres langues, mais les visiteurs ne la lisent pas.",
        "Es gibt kein info in {language}: zulässig für ein Gebiet mit anderen Sprachen, aber wer dort zu Besuch ist, liest es nicht.",
        "There is no info in {language}: lawful for an area of other languages, but visitors there do not read it."));

    public static readonly CapRule BeArea = new("CAP-R103", CapLevel.Error, "Belgian profile, 3", new(
        "De info heeft geen gebied.",
        "L’info n’a pas de zone.",
        "Das info hat kein Gebiet.",
        "The info has no area."));

    public static readonly CapRule BePolygon = new("CAP-R104", CapLevel.Error, "Belgian profile, 3", new(
        "Het gebied heeft geen veelhoek.",
        "La zone n’a pas de polygone.",
        "Das Gebiet hat kein Polygon.",
        "The area has no polygon."));

    public static readonly CapRule BeNis = new("CAP-R105", CapLevel.Error, "Belgian profile, 4", new(
        "Het gebied heeft geen NIS-code van vijf cijfers (geocode NIS).",
        "La zone n’a pas de code INS de cinq chiffres (geocode NIS).",
        "Das Gebiet hat keinen fünfstelligen NIS-Code (geocode NIS).",
        "The area has no NIS code of five digits (geocode NIS)."));

    public static readonly CapRule BeExpires = new("CAP-R106", CapLevel.Error, "Belgian profile, 5", new(
        "Het einde (expires) ontbreekt.",
        "La fin (expires) manque.",
        "Das Ende (expires) fehlt.",
        "The end (expires) is missing."));

    public static readonly CapRule BeExpiresEarly = new("CAP-R107", CapLevel.Error, "Belgian profile, 5", new(
        "Het einde (expires) ligt niet na de verzending.",
        "La fin (expires) n’est pas après l’envoi.",
        "Das Ende (expires) liegt nicht nach dem Senden.",
        "The end (expires) is not after the sending."));

    public static readonly CapRule BeText = new("CAP-R108", CapLevel.Error, "Belgian profile, 6: headline, description, senderName in each info", new(
        "{field} ontbreekt of is leeg.",
        "{field} manque ou est vide.",
        "{field} fehlt oder ist leer.",
        "{field} is missing or empty."));

    public static readonly CapRule BeAbroad = new("CAP-R109", CapLevel.Error, "Belgian profile, 7: latitude 49.3 to 51.7, longitude 2.2 to 6.6", new(
        "{found} ligt buiten België en omgeving.",
        "{found} est hors de la Belgique et de ses environs.",
        "{found} liegt außerhalb Belgiens und seiner Umgebung.",
        "{found} lies outside Belgium and its surroundings."));

    public static readonly CapRule BeSwapped = new("CAP-R110", CapLevel.Error, "Belgian profile, 7", new(
        "{found} ligt in België als men breedte en lengte omwisselt.",
        "{found} est en Belgique si l’on échange latitude et longitude.",
        "{found} liegt in Belgien, wenn man Breite und Länge vertauscht.",
        "{found} lies in Belgium when latitude and longitude change places."));

    public static readonly CapRule BeDiffer = new("CAP-R111", CapLevel.Error, "Belgian profile, 8", new(
        "De info’s verschillen in {field}; elke taal moet hetzelfde zeggen.",
        "Les infos diffèrent en {field} ; chaque langue doit dire la même chose.",
        "Die infos unterscheiden sich in {field}; jede Sprache muss dasselbe sagen.",
        "The infos differ in {field}; each language must say the same."));

    public static IReadOnlyList<CapRule> All { get; } =
    [
        Schema, Root, Dtd, Unreadable, Envelope, OldVersion, Identifier, Sender, TimeForm, UtcForm, ReferencesMissing, ReferenceForm,
        ReferenceSelf, ReferencesEmpty, RestrictionMissing, RestrictionIdle, AddressesMissing, InfoMissing, ExerciseNote, ErrorNote, Empty,
        Invisible, LanguageMissing, ExpiresMissing, ExpiresEarly, TimesCrossed, Expired, ValueEmpty, AddressRelative, ResourceNowhere,
        MimeForm, SizeNegative, DigestForm, AreaNowhere, GeocodeOnly, PolygonSyntax, PolygonShort, PolygonOpen, OffEarth, PolygonCrossed,
        PolygonFlat, PolygonTangled, CircleSyntax, CircleRadius, CircleZero, CeilingAlone, CeilingLow, SizeHuge, TimeNone, BeVersion, BeLanguage, BeArea,
        BePolygon, BeNis, BeExpires, BeExpiresEarly, BeText, BeAbroad, BeSwapped, BeDiffer, BeLanguageBeside,
    ];
}
