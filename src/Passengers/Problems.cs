using Belfry.Kernel;

namespace Belfry.Passengers;

/// <summary>Refusals and warnings of this room. PAX-001 to PAX-099: reading (here). PAX-100 to PAX-199: matching.</summary>
public static class PassengersProblems
{
    public static readonly ProblemKind NotRecognised = new("PAX-001", 400, new(
        "Geen passagiersbericht herkend: er is geen UNA, UNB of UNH, geen PNRGOV-XML en geen CSV-kop met een naamkolom.",
        "Aucun message passagers reconnu : ni UNA, UNB ou UNH, ni XML PNRGOV, ni en-tête CSV avec une colonne de nom.",
        "Keine Passagiernachricht erkannt: weder UNA, UNB oder UNH noch PNRGOV-XML noch eine CSV-Kopfzeile mit einer Namensspalte.",
        "No passenger message recognised: there is no UNA, UNB or UNH, no PNRGOV XML and no CSV header with a name column."));

    public static readonly ProblemKind TooLarge = new("PAX-002", 400, new(
        "Het bestand is groter dan {limit} bytes. Splits het in delen.",
        "Le fichier dépasse {limit} octets. Divisez-le.",
        "Die Datei ist größer als {limit} Bytes. Teilen Sie sie.",
        "The file is larger than {limit} bytes. Split it into parts."));

    public static readonly ProblemKind NoName = new("PAX-003", 422, new(
        "De reiziger heeft geen naam: geen familienaam en geen voornaam.",
        "Le voyageur n’a pas de nom : ni nom de famille ni prénom.",
        "Der Reisende hat keinen Namen: weder Familienname noch Vorname.",
        "The traveller has no name: neither surname nor given name."));

    public static readonly ProblemKind CutInside = new("PAX-004", 422, new(
        "De gegevens houden op midden in het segment {tag}. Vraag het bericht opnieuw.",
        "Les données s’arrêtent au milieu du segment {tag}. Redemandez le message.",
        "Die Daten enden mitten im Segment {tag}. Fordern Sie die Nachricht erneut an.",
        "The data end in the middle of segment {tag}. Ask for the message again."));

    public static readonly ProblemKind MessageCut = new("PAX-005", 422, new(
        "Het bericht {reference} houdt op zonder UNT: er kunnen reizigers ontbreken. Vraag het opnieuw.",
        "Le message {reference} s’arrête sans UNT : des voyageurs peuvent manquer. Redemandez-le.",
        "Die Nachricht {reference} endet ohne UNT: Reisende können fehlen. Fordern Sie sie erneut an.",
        "Message {reference} ends without UNT: travellers may be missing. Ask for it again."));

    public static readonly ProblemKind UnknownQualifier = new("PAX-006", 422, new(
        "NAD heeft de rol {qualifier}, die geen reiziger aanduidt die wij kennen.",
        "NAD porte le rôle {qualifier}, qui ne désigne aucun voyageur connu.",
        "NAD hat die Rolle {qualifier}, die keinen uns bekannten Reisenden bezeichnet.",
        "NAD has the role {qualifier}, which names no kind of traveller we know."));

    public static readonly ProblemKind SegmentCount = new("PAX-007", 422, new(
        "{tag} meldt {stated} segmenten of berichten, er zijn er {found}. Het bericht is toch gelezen.",
        "{tag} annonce {stated} segments ou messages, il y en a {found}. Le message est lu quand même.",
        "{tag} nennt {stated} Segmente oder Nachrichten, es sind {found}. Die Nachricht wurde trotzdem gelesen.",
        "{tag} states {stated} segments or messages, there are {found}. The message was read all the same."));

    public static readonly ProblemKind ReferenceDiffers = new("PAX-008", 422, new(
        "{tag} draagt de referentie {stated}, de kop {expected}.",
        "{tag} porte la référence {stated}, l’en-tête {expected}.",
        "{tag} trägt die Referenz {stated}, der Kopf {expected}.",
        "{tag} carries the reference {stated}, the header {expected}."));

    public static readonly ProblemKind TravellerCount = new("PAX-009", 422, new(
        "Het bericht meldt {stated} ({what}); geteld zijn er {found}.",
        "Le message annonce {stated} ({what}) ; on en compte {found}.",
        "Die Nachricht nennt {stated} ({what}); gezählt sind {found}.",
        "The message states {stated} ({what}); {found} are counted."));

    public static readonly ProblemKind UnknownSegment = new("PAX-010", 422, new(
        "Het segment {tag} is niet bekend; het is bewaard zoals gezonden.",
        "Le segment {tag} n’est pas connu ; il est conservé tel quel.",
        "Das Segment {tag} ist nicht bekannt; es wurde wie gesendet behalten.",
        "Segment {tag} is not known; it is kept as sent."));

    public static readonly ProblemKind OutOfPlace = new("PAX-011", 422, new(
        "Het segment {tag} staat hier buiten zijn groep; {what}.",
        "Le segment {tag} est ici hors de son groupe ; {what}.",
        "Das Segment {tag} steht hier außerhalb seiner Gruppe; {what}.",
        "Segment {tag} stands outside its group here; {what}."));

    public static readonly ProblemKind BadDate = new("PAX-012", 422, new(
        "De datum {value} ({what}) is niet te lezen; hij is bewaard zoals gezonden.",
        "La date {value} ({what}) est illisible ; elle est conservée telle quelle.",
        "Das Datum {value} ({what}) ist nicht lesbar; es wurde wie gesendet behalten.",
        "The date {value} ({what}) cannot be read; it is kept as sent."));

    public static readonly ProblemKind BadAdvice = new("PAX-013", 422, new(
        "De UNA is geschonden; gelezen met {used}.",
        "Le UNA est abîmé ; lu avec {used}.",
        "Das UNA ist beschädigt; gelesen mit {used}.",
        "The UNA is damaged; read with {used}."));

    public static readonly ProblemKind ForeignBytes = new("PAX-014", 422, new(
        "Er staan tekens buiten de tekenset {charset} van de afzender; ze zijn gelezen als UTF-8 of Latin-1.",
        "Il y a des caractères hors du jeu {charset} de l’expéditeur ; lus comme UTF-8 ou Latin-1.",
        "Es stehen Zeichen außerhalb des Zeichensatzes {charset} des Absenders; gelesen als UTF-8 oder Latin-1.",
        "There are characters outside the sender’s character set {charset}; they were read as UTF-8 or Latin-1."));

    public static readonly ProblemKind TerminatorMissing = new("PAX-015", 422, new(
        "Het segment {tag} heeft geen einde; het volgende segment is apart gelezen.",
        "Le segment {tag} n’a pas de fin ; le segment suivant est lu à part.",
        "Das Segment {tag} hat kein Ende; das nächste Segment wurde für sich gelesen.",
        "Segment {tag} has no terminator; the segment after it was read apart."));

    public static readonly ProblemKind Noise = new("PAX-016", 422, new(
        "Buiten het bericht staan {bytes} bytes die er niet bij horen.",
        "Hors du message se trouvent {bytes} octets qui n’en font pas partie.",
        "Außerhalb der Nachricht stehen {bytes} Bytes, die nicht dazugehören.",
        "Outside the message stand {bytes} bytes that are not part of it."));

    public static readonly ProblemKind MessageNotRead = new("PAX-017", 422, new(
        "Een bericht van het type {type} draagt geen reizigers; het is bewaard zoals gezonden.",
        "Un message de type {type} ne porte pas de voyageurs ; il est conservé tel quel.",
        "Eine Nachricht vom Typ {type} trägt keine Reisenden; sie wurde wie gesendet behalten.",
        "A message of type {type} carries no travellers; it is kept as sent."));

    public static readonly ProblemKind HeaderMissing = new("PAX-018", 422, new(
        "Het bericht begint zonder {tag}.",
        "Le message commence sans {tag}.",
        "Die Nachricht beginnt ohne {tag}.",
        "The message begins without {tag}."));

    public static readonly ProblemKind IrregularDocument = new("PAX-019", 422, new(
        "De velden van SSR DOCS staan niet op hun plaats; gelezen vanaf de geboortedatum of het geslacht.",
        "Les champs du SSR DOCS ne sont pas à leur place ; lus à partir de la date de naissance ou du sexe.",
        "Die Felder von SSR DOCS stehen nicht an ihrem Platz; gelesen ab Geburtsdatum oder Geschlecht.",
        "The fields of SSR DOCS are not in their places; read from the birth date or the sex."));

    public static readonly ProblemKind DocumentOfNobody = new("PAX-020", 422, new(
        "Dit reisdocument hoort bij geen reiziger van de boeking; het staat bij de boeking.",
        "Ce document ne correspond à aucun voyageur du dossier ; il reste avec le dossier.",
        "Dieses Reisedokument gehört zu keinem Reisenden der Buchung; es steht bei der Buchung.",
        "This travel document belongs to no traveller of the booking; it stays with the booking."));

    public static readonly ProblemKind OnlyAtCheckIn = new("PAX-021", 422, new(
        "Deze naam staat alleen bij de check-in; als eigen reiziger geladen.",
        "Ce nom n’apparaît qu’à l’enregistrement ; chargé comme voyageur distinct.",
        "Dieser Name steht nur beim Check-in; als eigener Reisender geladen.",
        "This name stands only at check-in; loaded as a traveller of its own."));

    public static readonly ProblemKind NameDiffers = new("PAX-022", 422, new(
        "De naam {other} in {what} is niet die van de reiziger; er is niets van overgenomen.",
        "Le nom {other} dans {what} n’est pas celui du voyageur ; rien n’en est repris.",
        "Der Name {other} in {what} ist nicht der des Reisenden; nichts davon wurde übernommen.",
        "The name {other} in {what} is not the traveller’s; nothing of it was taken over."));

    public static readonly ProblemKind DocumentsDisagree = new("PAX-023", 422, new(
        "De documenten van deze reiziger geven verschillende {what}; er is geen gekozen.",
        "Les documents de ce voyageur donnent des {what} différents ; aucun n’est choisi.",
        "Die Dokumente dieses Reisenden nennen verschiedene {what}; keines wurde gewählt.",
        "The documents of this traveller give different {what}; none was chosen."));

    public static readonly ProblemKind CardNotMasked = new("PAX-024", 422, new(
        "De afzender heeft een kaartnummer niet gemaskeerd; het is hier gemaskeerd.",
        "L’expéditeur n’a pas masqué un numéro de carte ; il est masqué ici.",
        "Der Absender hat eine Kartennummer nicht maskiert; sie wurde hier maskiert.",
        "The sender did not mask a card number; it is masked here."));

    public static readonly ProblemKind ReferenceTwice = new("PAX-025", 422, new(
        "De reizigersreferentie {reference} staat twee keer in de boeking; wat ernaar wijst is op naam toegewezen.",
        "La référence de voyageur {reference} figure deux fois dans le dossier ; ce qui y renvoie est attribué par le nom.",
        "Die Reisendenreferenz {reference} steht zweimal in der Buchung; was auf sie zeigt, wurde nach dem Namen zugeordnet.",
        "The traveller reference {reference} stands twice in the booking; what points to it was assigned by name."));

    public static readonly ProblemKind CarrierDiffers = new("PAX-026", 422, new(
        "Het vluchtnummer {number} noemt een andere maatschappij dan {carrier}.",
        "Le numéro de vol {number} désigne une autre compagnie que {carrier}.",
        "Die Flugnummer {number} nennt eine andere Gesellschaft als {carrier}.",
        "The flight number {number} names another carrier than {carrier}."));

    public static readonly ProblemKind WrongPlaceCode = new("PAX-027", 422, new(
        "De luchthaven {airport} heeft de code {qualifier}; uit de tijd erna blijkt {what}.",
        "L’aéroport {airport} porte le code {qualifier} ; l’heure qui suit montre {what}.",
        "Der Flughafen {airport} hat den Code {qualifier}; die Zeit danach zeigt {what}.",
        "Airport {airport} has the code {qualifier}; the time after it shows {what}."));

    public static readonly ProblemKind PartMissing = new("PAX-028", 422, new(
        "Van de zending {reference} ontbreken delen: {missing}.",
        "Des parties de l’envoi {reference} manquent : {missing}.",
        "Von der Sendung {reference} fehlen Teile: {missing}.",
        "Parts of the push {reference} are missing: {missing}."));

    public static readonly ProblemKind Spelling = new("PAX-029", 422, new(
        "{found} is gelezen als {expected}.",
        "{found} est lu comme {expected}.",
        "{found} wurde als {expected} gelesen.",
        "{found} was read as {expected}."));

    public static readonly ProblemKind RowWidth = new("PAX-030", 422, new(
        "De rij heeft {found} kolommen, de kop {expected}.",
        "La ligne a {found} colonnes, l’en-tête {expected}.",
        "Die Zeile hat {found} Spalten, die Kopfzeile {expected}.",
        "The row has {found} columns, the header {expected}."));

    public static readonly ProblemKind QuoteOpen = new("PAX-031", 422, new(
        "Een aanhalingsteken is niet gesloten; de rest van het bestand hoort bij deze rij.",
        "Un guillemet n’est pas fermé ; le reste du fichier appartient à cette ligne.",
        "Ein Anführungszeichen ist nicht geschlossen; der Rest der Datei gehört zu dieser Zeile.",
        "A quotation mark is not closed; the rest of the file belongs to this row."));

    public static readonly ProblemKind ColumnUnknown = new("PAX-032", 422, new(
        "De kolom {column} is niet bekend; haar waarden zijn bij de reiziger bewaard.",
        "La colonne {column} n’est pas connue ; ses valeurs sont gardées avec le voyageur.",
        "Die Spalte {column} ist nicht bekannt; ihre Werte wurden beim Reisenden behalten.",
        "The column {column} is not known; its values are kept with the traveller."));

    public static readonly ProblemKind FileUnreadable = new("PAX-033", 400, new(
        "Het bestand is niet te openen: {reason}.",
        "Le fichier ne peut pas être ouvert : {reason}.",
        "Die Datei lässt sich nicht öffnen: {reason}.",
        "The file cannot be opened: {reason}."));

    /// <summary>The catalogue of reading, in the order of the codes.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        NotRecognised, TooLarge, NoName, CutInside, MessageCut, UnknownQualifier,
        SegmentCount, ReferenceDiffers, TravellerCount, UnknownSegment, OutOfPlace, BadDate,
        BadAdvice, ForeignBytes, TerminatorMissing, Noise, MessageNotRead, HeaderMissing,
        IrregularDocument, DocumentOfNobody, OnlyAtCheckIn, NameDiffers, DocumentsDisagree, CardNotMasked,
        ReferenceTwice, CarrierDiffers, WrongPlaceCode, PartMissing, Spelling, RowWidth,
        QuoteOpen, ColumnUnknown, FileUnreadable,
    ];
}
