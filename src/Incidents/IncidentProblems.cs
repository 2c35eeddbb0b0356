using Belfry.Kernel;

namespace Belfry.Incidents;

/// <summary>Refusals of incidents, logbook and intake. Prefix INC.</summary>
public static class IncidentProblems
{
    public static readonly ProblemKind MoveRefused = new("INC-001", 409, new(
        "Een incident dat {from} is, wordt niet {to}.",
        "Un incident {from} ne devient pas {to}.",
        "Ein Vorfall im Stand {from} wird nicht {to}.",
        "An incident that is {from} does not become {to}."));

    public static readonly ProblemKind Closed = new("INC-002", 409, new(
        "Dit incident is gesloten; het logboek neemt alleen nog verbeteringen aan.",
        "Cet incident est clos ; le journal n’accepte plus que des corrections.",
        "Dieser Vorfall ist geschlossen; das Logbuch nimmt nur noch Berichtigungen an.",
        "This incident is closed; the logbook takes corrections only."));

    public static readonly ProblemKind TargetUnknown = new("INC-003", 422, new(
        "Regel {number} staat niet in dit logboek.",
        "La ligne {number} ne figure pas dans ce journal.",
        "Zeile {number} steht nicht in diesem Logbuch.",
        "Line {number} is not in this logbook."));

    public static readonly ProblemKind InTheFuture = new("INC-004", 422, new(
        "Deze tijd ligt in de toekomst.",
        "Cette heure est dans le futur.",
        "Diese Zeit liegt in der Zukunft.",
        "This time lies in the future."));

    public static readonly ProblemKind AlreadyDecided = new("INC-005", 409, new(
        "Over dit bericht is al beslist door {who}.",
        "{who} a déjà décidé de ce message.",
        "Über diese Meldung hat {who} schon entschieden.",
        "{who} has already decided on this message."));

    public static readonly ProblemKind SeenBefore = new("INC-006", 409, new(
        "Dit bericht is al ontvangen ({identity}).",
        "Ce message a déjà été reçu ({identity}).",
        "Diese Meldung ist schon eingegangen ({identity}).",
        "This message was received before ({identity})."));

    public static readonly ProblemKind CredibilityRange = new("INC-007", 422, new(
        "De geloofwaardigheid is een cijfer van 1 tot 6.",
        "La crédibilité est un chiffre de 1 à 6.",
        "Die Glaubwürdigkeit ist eine Ziffer von 1 bis 6.",
        "Credibility is a digit from 1 to 6."));

    public static IReadOnlyList<ProblemKind> All { get; } = [MoveRefused, Closed, TargetUnknown, InTheFuture, AlreadyDecided, SeenBefore, CredibilityRange];
}
