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

    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        NoText, NoChannel, OutsideTerritory, ValidRange, TooManySegments, PlaceholderLeft, NobodyThere, MoveRefused, OwnWork, ChangedMeanwhile, PlaceNotTyped, ReasonNeeded, NothingToFollow, DraftOpen,
    ];
}
