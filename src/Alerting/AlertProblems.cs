using Belfry.Kernel;

namespace Belfry.Alerting;

/// <summary>Refusals of alerts. Prefix ALERT.</summary>
public static class AlertProblems
{
    public static readonly ProblemKind NoText = new("ALERT-001", 422, new(
        "Schrijf het bericht in minstens één taal; voor dit gebied ontbreken: {languages}.",
        "Rédigez le message dans au moins une langue ; pour cette zone il manque : {languages}.",
        "Schreiben Sie die Meldung in mindestens einer Sprache; für dieses Gebiet fehlen: {languages}.",
        "Write the message in at least one language; missing for this area: {languages}."));

    public static readonly ProblemKind NoChannel = new("ALERT-002", 422, new(
        "Kies minstens één kanaal.",
        "Choisissez au moins un canal.",
        "Wählen Sie mindestens einen Kanal.",
        "Choose at least one channel."));

    public static readonly ProblemKind OutsideTerritory = new("ALERT-003", 422, new(
        "Het gebied ligt voor {share} % buiten uw grondgebied ({places}). Verklein het, of vraag het de overheid daarboven.",
        "La zone se situe à {share} % hors de votre territoire ({places}). Réduisez-la ou demandez à l’autorité supérieure.",
        "Das Gebiet liegt zu {share} % außerhalb Ihres Gebiets ({places}). Verkleinern Sie es oder bitten Sie die übergeordnete Behörde.",
        "{share} % of the area lies outside your territory ({places}). Make it smaller, or ask the authority above."));

    public static readonly ProblemKind ValidRange = new("ALERT-004", 422, new(
        "Een waarschuwing geldt {least} minuten tot {most} uur.",
        "Une alerte vaut de {least} minutes à {most} heures.",
        "Eine Warnung gilt {least} Minuten bis {most} Stunden.",
        "A warning holds from {least} minutes to {most} hours."));

    public static readonly ProblemKind TooManySegments = new("ALERT-005", 422, new(
        "Deze sms telt {count} delen; hoogstens {limit}.",
        "Ce SMS compte {count} parties ; au plus {limit}.",
        "Diese SMS hat {count} Teile; höchstens {limit}.",
        "This SMS has {count} parts; {limit} at most."));

    public static readonly ProblemKind PlaceholderLeft = new("ALERT-006", 422, new(
        "Vul {placeholder} nog in.",
        "Remplissez encore {placeholder}.",
        "Füllen Sie {placeholder} noch aus.",
        "{placeholder} still has to be filled in."));

    public static readonly ProblemKind NobodyThere = new("ALERT-007", 422, new(
        "In dit gebied heeft niemand zich voor deze kanalen ingeschreven en er is geen CAP gekozen: het zou niemand bereiken.",
        "Dans cette zone, personne n’est inscrit pour ces canaux et CAP n’est pas choisi : cela n’atteindrait personne.",
        "In diesem Gebiet ist niemand für diese Kanäle angemeldet und CAP ist nicht gewählt: es würde niemanden erreichen.",
        "Nobody in this area is registered for these channels and CAP is not chosen: it would reach no one."));

    public static readonly ProblemKind WordUnknown = new("ALERT-008", 422, new(
        "{word} is geen waarde van CAP 1.2. Kies uit: {words}.",
        "{word} n’est pas une valeur de CAP 1.2. Choisissez parmi : {words}.",
        "{word} ist kein Wert von CAP 1.2. Wählen Sie aus: {words}.",
        "{word} is not a value of CAP 1.2. Choose from: {words}."));

    public static readonly ProblemKind MoveRefused = new("ALERT-010", 409, new(
        "Een bericht dat {from} is, wordt niet {to}.",
        "Un message {from} ne devient pas {to}.",
        "Eine Meldung im Stand {from} wird nicht {to}.",
        "A version that is {from} does not become {to}."));

    public static readonly ProblemKind OwnWork = new("ALERT-011", 403, new(
        "U schreef zelf aan dit bericht mee; een ander moet het goedkeuren.",
        "Vous avez participé à la rédaction de ce message ; une autre personne doit l’approuver.",
        "Sie haben an dieser Meldung mitgeschrieben; jemand anderes muss sie genehmigen.",
        "You wrote part of this message; someone else has to approve it."));

    public static readonly ProblemKind ChangedMeanwhile = new("ALERT-012", 409, new(
        "Het bericht is veranderd of al beslist sinds u het zag. Bekijk het opnieuw.",
        "Le message a changé ou a été décidé depuis que vous l’avez vu. Regardez-le à nouveau.",
        "Die Meldung wurde geändert oder entschieden, seit Sie sie sahen. Sehen Sie sie erneut an.",
        "The message was changed or decided since you saw it. Look at it again."));

    public static readonly ProblemKind PlaceNotTyped = new("ALERT-013", 422, new(
        "Typ de naam van de plaats: {place}.",
        "Tapez le nom du lieu : {place}.",
        "Tippen Sie den Namen des Ortes: {place}.",
        "Type the name of the place: {place}."));

    public static readonly ProblemKind ReasonNeeded = new("ALERT-014", 422, new(
        "Zeg waarom; het staat in het logboek.",
        "Dites pourquoi ; cela figure au journal.",
        "Sagen Sie warum; es steht im Logbuch.",
        "Say why; it stands in the logbook."));

    public static readonly ProblemKind NothingToFollow = new("ALERT-015", 409, new(
        "Er is nog niets verstuurd om te verbeteren, bij te werken of in te trekken.",
        "Rien n’a encore été envoyé qui puisse être corrigé, mis à jour ou annulé.",
        "Es wurde noch nichts gesendet, das zu berichtigen, zu aktualisieren oder aufzuheben wäre.",
        "Nothing has been sent yet that could be corrected, updated or cancelled."));

    public static readonly ProblemKind DraftOpen = new("ALERT-016", 409, new(
        "Er loopt al een volgende versie van dit bericht ({state}).",
        "Une version suivante de ce message est déjà en cours ({state}).",
        "Eine nächste Fassung dieser Meldung ist schon in Arbeit ({state}).",
        "A next version of this message is already under way ({state})."));

    public static readonly ProblemKind TakerUnknown = new("ALERT-030", 422, new(
        "Geen account met deze aanmeldnaam.",
        "Aucun compte avec ce nom de connexion.",
        "Kein Konto mit diesem Anmeldenamen.",
        "No account has this sign-in name."));

    public static readonly ProblemKind TakerIsGiver = new("ALERT-031", 422, new(
        "U beslist hier zelf al; draag het aan iemand anders over.",
        "Vous décidez déjà vous-même ici ; déléguez à une autre personne.",
        "Sie entscheiden hier bereits selbst; übertragen Sie es jemand anderem.",
        "You decide here yourself; delegate it to someone else."));

    public static readonly ProblemKind TakerBlind = new("ALERT-032", 422, new(
        "Deze persoon heeft geen rol in dit gebied en zou de waarschuwingen niet zien. Laat de beheerder eerst een rol geven.",
        "Cette personne n’a pas de rôle sur ce territoire et ne verrait pas les alertes. Faites-lui d’abord donner un rôle par l’administrateur.",
        "Diese Person hat keine Rolle in diesem Gebiet und sähe die Warnungen nicht. Lassen Sie ihr zuerst vom Verwalter eine Rolle geben.",
        "This person has no role in this territory and would not see the alerts. Have the administrator give one first."));

    public static readonly ProblemKind DelegationDates = new("ALERT-033", 422, new(
        "Een delegatie eindigt na haar begin, in de toekomst, en duurt hoogstens {days} dagen.",
        "Une délégation prend fin après son début, dans le futur, et dure au plus {days} jours.",
        "Eine Übertragung endet nach ihrem Beginn, in der Zukunft, und dauert höchstens {days} Tage.",
        "A delegation ends after it begins, in the future, and lasts {days} days at most."));

    public static readonly ProblemKind SecondPersonConfirms = new("ALERT-034", 403, new(
        "Wie een delegatie geeft of krijgt, bevestigt ze niet; een derde doet dat.",
        "Qui donne ou reçoit une délégation ne la confirme pas ; une tierce personne le fait.",
        "Wer eine Übertragung gibt oder bekommt, bestätigt sie nicht; eine dritte Person tut es.",
        "Neither giver nor taker confirms a delegation; another person does."));

    public static readonly ProblemKind DelegationNotNow = new("ALERT-035", 403, new(
        "Uw delegatie {document} van {giver} geldt van {from} tot {until}, niet nu.",
        "Votre délégation {document} de {giver} vaut du {from} au {until}, pas maintenant.",
        "Ihre Übertragung {document} von {giver} gilt von {from} bis {until}, nicht jetzt.",
        "Your delegation {document} from {giver} holds from {from} until {until}, not now."));

    public static readonly ProblemKind DelegationRevoked = new("ALERT-036", 403, new(
        "Uw delegatie {document} van {giver} is ingetrokken.",
        "Votre délégation {document} de {giver} a été révoquée.",
        "Ihre Übertragung {document} von {giver} wurde widerrufen.",
        "Your delegation {document} from {giver} was revoked."));

    public static readonly ProblemKind DelegationUnconfirmed = new("ALERT-037", 403, new(
        "Uw delegatie {document} van {giver} is nog niet door een tweede persoon bevestigd.",
        "Votre délégation {document} de {giver} n’a pas encore été confirmée par une seconde personne.",
        "Ihre Übertragung {document} von {giver} wurde noch nicht von einer zweiten Person bestätigt.",
        "Your delegation {document} from {giver} has not been confirmed by a second person yet."));

    public static readonly ProblemKind GiverLostRight = new("ALERT-038", 403, new(
        "{giver} heeft het beslissingsrecht hier niet meer; delegatie {document} vervalt daarmee.",
        "{giver} n’a plus le droit de décider ici ; la délégation {document} tombe avec lui.",
        "{giver} hat hier kein Entscheidungsrecht mehr; die Übertragung {document} entfällt damit.",
        "{giver} no longer has the right to decide here; delegation {document} falls with it."));

    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        NoText, NoChannel, OutsideTerritory, ValidRange, TooManySegments, PlaceholderLeft, NobodyThere, WordUnknown, MoveRefused, OwnWork, ChangedMeanwhile, PlaceNotTyped, ReasonNeeded, NothingToFollow, DraftOpen,
        TakerUnknown, TakerIsGiver, TakerBlind, DelegationDates, SecondPersonConfirms, DelegationNotNow, DelegationRevoked, DelegationUnconfirmed, GiverLostRight,
    ];
}
