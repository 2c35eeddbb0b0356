using Belfry.Kernel;

namespace Belfry.Incidents;

/// <summary>Why a CAP message or feed is not read, and why a signature is not believed. Prefix CAP; the rules a readable message breaks are CAP-R….</summary>
public static class CapProblems
{
    public static readonly ProblemKind NotCap = new("CAP-001", 400, new(
        "Regel {line}, teken {column}: het document begint met {found}; verwacht is alert in de naamruimte van CAP 1.0, 1.1 of 1.2.",
        "Ligne {line}, caractère {column} : le document commence par {found} ; attendu : alert dans l’espace de noms de CAP 1.0, 1.1 ou 1.2.",
        "Zeile {line}, Zeichen {column}: das Dokument beginnt mit {found}; erwartet wird alert im Namensraum von CAP 1.0, 1.1 oder 1.2.",
        "Line {line}, character {column}: the document begins with {found}; expected is alert in the namespace of CAP 1.0, 1.1 or 1.2."));

    public static readonly ProblemKind SchemaInvalid = new("CAP-002", 422, new(
        "Regel {line}, teken {column}: niet geldig volgens het schema van CAP: {reason}",
        "Ligne {line}, caractère {column} : non valide selon le schéma CAP : {reason}",
        "Zeile {line}, Zeichen {column}: nach dem CAP-Schema ungültig: {reason}",
        "Line {line}, character {column}: not valid against the CAP schema: {reason}"));

    public static readonly ProblemKind ReferenceUnreadable = new("CAP-003", 422, new(
        "Regel {line}, teken {column}: “{found}” is geen verwijzing; schrijf afzender,kenmerk,tijdstip en scheid verwijzingen met een spatie.",
        "Ligne {line}, caractère {column} : « {found} » n’est pas une référence ; écrivez expéditeur,identifiant,date d’envoi et séparez les références par une espace.",
        "Zeile {line}, Zeichen {column}: „{found}“ ist kein Verweis; schreiben Sie Absender,Kennung,Sendezeit und trennen Sie Verweise mit Leerzeichen.",
        "Line {line}, character {column}: “{found}” is no reference; write sender,identifier,sent and separate references by a space."));

    public static readonly ProblemKind PolygonUnreadable = new("CAP-004", 422, new(
        "Regel {line}, teken {column}: de veelhoek is onleesbaar; schrijf paren breedtegraad,lengtegraad met spaties ertussen.",
        "Ligne {line}, caractère {column} : le polygone est illisible ; écrivez des paires latitude,longitude séparées par des espaces.",
        "Zeile {line}, Zeichen {column}: das Polygon ist unlesbar; schreiben Sie Paare Breite,Länge mit Leerzeichen dazwischen.",
        "Line {line}, character {column}: the polygon is unreadable; write pairs latitude,longitude with spaces between."));

    public static readonly ProblemKind CircleUnreadable = new("CAP-005", 422, new(
        "Regel {line}, teken {column}: de cirkel is onleesbaar; schrijf breedtegraad,lengtegraad, een spatie en de straal in kilometer.",
        "Ligne {line}, caractère {column} : le cercle est illisible ; écrivez latitude,longitude, une espace et le rayon en kilomètres.",
        "Zeile {line}, Zeichen {column}: der Kreis ist unlesbar; schreiben Sie Breite,Länge, ein Leerzeichen und den Radius in Kilometern.",
        "Line {line}, character {column}: the circle is unreadable; write latitude,longitude, a space and the radius in kilometres."));

    public static readonly ProblemKind TimeUnreadable = new("CAP-006", 422, new(
        "Regel {line}, teken {column}: “{found}” is geen tijdstip met tijdzone, zoals 2026-03-01T14:30:00+01:00.",
        "Ligne {line}, caractère {column} : « {found} » n’est pas une date et heure avec fuseau, comme 2026-03-01T14:30:00+01:00.",
        "Zeile {line}, Zeichen {column}: „{found}“ ist kein Zeitpunkt mit Zeitzone wie 2026-03-01T14:30:00+01:00.",
        "Line {line}, character {column}: “{found}” is no time with an offset, such as 2026-03-01T14:30:00+01:00."));

    public static readonly ProblemKind NumberUnreadable = new("CAP-007", 422, new(
        "Regel {line}, teken {column}: “{found}” is geen bruikbaar getal.",
        "Ligne {line}, caractère {column} : « {found} » n’est pas un nombre utilisable.",
        "Zeile {line}, Zeichen {column}: „{found}“ ist keine brauchbare Zahl.",
        "Line {line}, character {column}: “{found}” is no usable number."));

    public static readonly ProblemKind NoAlertInside = new("CAP-008", 422, new(
        "Er staat geen CAP-bericht in {found}.",
        "Il n’y a aucun message CAP dans {found}.",
        "In {found} steht keine CAP-Meldung.",
        "There is no CAP message in {found}."));

    public static readonly ProblemKind TooMany = new("CAP-009", 422, new(
        "Het document bevat meer dan {limit} berichten.",
        "Le document contient plus de {limit} messages.",
        "Das Dokument enthält mehr als {limit} Meldungen.",
        "The document holds more than {limit} messages."));

    public static readonly ProblemKind NotFeed = new("CAP-010", 400, new(
        "Regel {line}, teken {column}: het document begint met {found}; verwacht is feed van Atom.",
        "Ligne {line}, caractère {column} : le document commence par {found} ; attendu : feed d’Atom.",
        "Zeile {line}, Zeichen {column}: das Dokument beginnt mit {found}; erwartet wird feed von Atom.",
        "Line {line}, character {column}: the document begins with {found}; expected is Atom’s feed."));

    public static readonly ProblemKind EntryUnreadable = new("CAP-011", 422, new(
        "Regel {line}, teken {column}: het item heeft geen bruikbaar veld {field}.",
        "Ligne {line}, caractère {column} : l’entrée n’a pas de champ {field} utilisable.",
        "Zeile {line}, Zeichen {column}: dem Eintrag fehlt ein brauchbares Feld {field}.",
        "Line {line}, character {column}: the entry has no usable field {field}."));

    public static readonly ProblemKind SeveralSignatures = new("CAP-020", 422, new(
        "Het bericht draagt {count} handtekeningen; welke geldt, is nergens bepaald. Eén handtekening wordt aanvaard.",
        "Le message porte {count} signatures ; rien ne dit laquelle compte. Une seule est acceptée.",
        "Die Meldung trägt {count} Signaturen; welche gilt, ist nirgends festgelegt. Eine wird angenommen.",
        "The message carries {count} signatures; nothing says which one counts. One is accepted."));

    public static readonly ProblemKind SignatureObject = new("CAP-021", 422, new(
        "De handtekening draagt eigen inhoud (Object). Alleen een handtekening over het hele bericht wordt aanvaard.",
        "La signature porte son propre contenu (Object). Seule une signature sur tout le message est acceptée.",
        "Die Signatur trägt eigenen Inhalt (Object). Nur eine Signatur über die ganze Meldung wird angenommen.",
        "The signature carries content of its own (Object). Only a signature over the whole message is accepted."));

    public static readonly ProblemKind SignatureElsewhere = new("CAP-022", 422, new(
        "De handtekening staat niet rechtstreeks in alert.",
        "La signature ne se trouve pas directement dans alert.",
        "Die Signatur steht nicht unmittelbar in alert.",
        "The signature does not stand directly in alert."));

    public static readonly ProblemKind SignatureShape = new("CAP-023", 422, new(
        "De handtekening is onvolledig of onleesbaar: {field}.",
        "La signature est incomplète ou illisible : {field}.",
        "Die Signatur ist unvollständig oder unlesbar: {field}.",
        "The signature is incomplete or unreadable: {field}."));

    public static readonly ProblemKind NotWhole = new("CAP-024", 422, new(
        "De handtekening verwijst naar “{found}”; ze moet één keer en naar het hele bericht verwijzen (URI leeg).",
        "La signature renvoie à « {found} » ; elle doit renvoyer une seule fois, à tout le message (URI vide).",
        "Die Signatur verweist auf „{found}“; sie muss einmal und auf die ganze Meldung verweisen (URI leer).",
        "The signature refers to “{found}”; it must refer once, to the whole message (empty URI)."));

    public static readonly ProblemKind MethodUnknown = new("CAP-025", 422, new(
        "De handtekening gebruikt {found}; dat wordt hier niet aanvaard.",
        "La signature emploie {found}, qui n’est pas accepté ici.",
        "Die Signatur verwendet {found}; das wird hier nicht angenommen.",
        "The signature uses {found}, which is not accepted here."));

    public static readonly ProblemKind DigestDiffers = new("CAP-026", 422, new(
        "Het bericht is na de ondertekening gewijzigd: de controlesom klopt niet.",
        "Le message a été modifié après la signature : l’empreinte ne correspond pas.",
        "Die Meldung wurde nach der Signatur geändert: die Prüfsumme stimmt nicht.",
        "The message was changed after it was signed: the digest does not match."));

    public static readonly ProblemKind ValueDiffers = new("CAP-027", 422, new(
        "De handtekening is niet met de bijgevoegde sleutel gezet.",
        "La signature n’a pas été faite avec la clé jointe.",
        "Die Signatur wurde nicht mit dem beigefügten Schlüssel erzeugt.",
        "The signature was not made with the key it names."));

    public static readonly ProblemKind KeyMissing = new("CAP-028", 422, new(
        "De handtekening noemt geen bruikbare sleutel (certificaat).",
        "La signature ne donne aucune clé utilisable (certificat).",
        "Die Signatur nennt keinen brauchbaren Schlüssel (Zertifikat).",
        "The signature names no usable key (certificate)."));

    public static readonly ProblemKind Canonical11 = new("CAP-029", 422, new(
        "De handtekening gebruikt xml-c14n11 en het bericht bevat xml:id of xml:base; die combinatie wordt niet gecontroleerd.",
        "La signature emploie xml-c14n11 et le message contient xml:id ou xml:base ; cette combinaison n’est pas vérifiée.",
        "Die Signatur verwendet xml-c14n11 und die Meldung enthält xml:id oder xml:base; diese Verbindung wird nicht geprüft.",
        "The signature uses xml-c14n11 and the message holds xml:id or xml:base; that combination is not checked."));

    public static readonly ProblemKind Untrusted = new("CAP-030", 422, new(
        "De handtekening klopt, maar {who} staat niet in de lijst van vertrouwde afzenders.",
        "La signature est exacte, mais {who} ne figure pas dans la liste des expéditeurs de confiance.",
        "Die Signatur stimmt, aber {who} steht nicht in der Liste vertrauenswürdiger Absender.",
        "The signature is right, but {who} is not in the list of trusted senders."));

    public static readonly ProblemKind WeakMethod = new("CAP-031", 422, new(
        "De handtekening klopt, maar steunt op {found}, dat te zwak is om op te vertrouwen.",
        "La signature est exacte, mais repose sur {found}, trop faible pour s’y fier.",
        "Die Signatur stimmt, beruht aber auf {found}, das zu schwach ist, um ihm zu vertrauen.",
        "The signature is right, but rests on {found}, too weak to be trusted."));

    public static readonly ProblemKind OutOfDate = new("CAP-032", 422, new(
        "De handtekening klopt, maar het certificaat van {who} geldt van {from} tot {until}.",
        "La signature est exacte, mais le certificat de {who} vaut du {from} au {until}.",
        "Die Signatur stimmt, aber das Zertifikat von {who} gilt von {from} bis {until}.",
        "The signature is right, but the certificate of {who} holds from {from} until {until}."));

    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        NotCap, SchemaInvalid, ReferenceUnreadable, PolygonUnreadable, CircleUnreadable, TimeUnreadable, NumberUnreadable, NoAlertInside, TooMany, NotFeed,
        EntryUnreadable, SeveralSignatures, SignatureObject, SignatureElsewhere, SignatureShape, NotWhole, MethodUnknown, DigestDiffers, ValueDiffers,
        KeyMissing, Canonical11, Untrusted, WeakMethod, OutOfDate,
    ];
}
