using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>Refusals of the frame. Prefix SHELL.</summary>
public static class ShellProblems
{
    public static readonly ProblemKind NotAllowed = new("SHELL-001", 403, new(
        "U hebt hier geen recht toe: {action}.",
        "Vous n’en avez pas le droit : {action}.",
        "Dazu haben Sie kein Recht: {action}.",
        "You do not have the right to do this: {action}."));

    public static readonly ProblemKind StepUpNeeded = new("SHELL-002", 403, new(
        "Bevestig eerst opnieuw met uw sleutel of code; dat geldt vijf minuten.",
        "Confirmez d’abord à nouveau avec votre clé ou votre code ; cela vaut cinq minutes.",
        "Bestätigen Sie zuerst erneut mit Schlüssel oder Code; das gilt fünf Minuten.",
        "Confirm again with your key or code first; it holds for five minutes."));

    public static readonly ProblemKind NotSignedIn = new("SHELL-003", 401, new(
        "Meld u eerst aan.",
        "Connectez-vous d’abord.",
        "Melden Sie sich zuerst an.",
        "Sign in first."));

    public static readonly ProblemKind KeyUsedOtherwise = new("SHELL-004", 422, new(
        "Deze Idempotency-Key hoorde bij een andere opdracht. Neem een nieuwe.",
        "Cette Idempotency-Key appartenait à une autre commande. Prenez-en une nouvelle.",
        "Dieser Idempotency-Key gehörte zu einem anderen Befehl. Nehmen Sie einen neuen.",
        "This Idempotency-Key belonged to another command. Take a new one."));

    public static readonly ProblemKind FieldMissing = new("SHELL-005", 422, new(
        "Vul dit in.",
        "Remplissez ce champ.",
        "Füllen Sie dieses Feld aus.",
        "Fill this in."));

    public static readonly ProblemKind FieldTooLong = new("SHELL-006", 422, new(
        "Hoogstens {limit} tekens; dit zijn er {count}.",
        "Au plus {limit} caractères ; il y en a {count}.",
        "Höchstens {limit} Zeichen; es sind {count}.",
        "At most {limit} characters; these are {count}."));

    public static readonly ProblemKind BodyTooLarge = new("SHELL-007", 413, new(
        "De inhoud is groter dan {limit} bytes.",
        "Le contenu dépasse {limit} octets.",
        "Der Inhalt ist größer als {limit} Bytes.",
        "The body is larger than {limit} bytes."));

    public static readonly ProblemKind HiddenCharacters = new("SHELL-008", 422, new(
        "Teken {position} is onzichtbaar of keert de schrijfrichting om ({code}). Verwijder het.",
        "Le caractère {position} est invisible ou inverse le sens d’écriture ({code}). Supprimez-le.",
        "Zeichen {position} ist unsichtbar oder kehrt die Schreibrichtung um ({code}). Entfernen Sie es.",
        "Character {position} is invisible or reverses the writing direction ({code}). Remove it."));

    public static readonly ProblemKind StackedMarks = new("SHELL-009", 422, new(
        "Bij teken {position} staan meer dan {limit} combinerende tekens op elkaar.",
        "Au caractère {position}, plus de {limit} signes combinants sont superposés.",
        "Bei Zeichen {position} stehen mehr als {limit} kombinierende Zeichen übereinander.",
        "At character {position} more than {limit} combining marks are stacked."));

    public static readonly ProblemKind FromElsewhere = new("SHELL-010", 403, new(
        "Deze opdracht kwam van een andere site en is niet uitgevoerd.",
        "Cette commande venait d’un autre site et n’a pas été exécutée.",
        "Dieser Befehl kam von einer anderen Website und wurde nicht ausgeführt.",
        "This command came from another site and was not carried out."));

    public static IReadOnlyList<ProblemKind> All { get; } =
        [NotAllowed, StepUpNeeded, NotSignedIn, KeyUsedOtherwise, FieldMissing, FieldTooLong, BodyTooLarge, HiddenCharacters, StackedMarks, FromElsewhere];
}
