using Belfry.Kernel;

namespace Belfry.Dispatch;

/// <summary>Refusals of the ledger. Prefix DISPATCH; those of the carriers are DISP.</summary>
public static class LedgerProblems
{
    public static readonly ProblemKind NotUnderWay = new("DISPATCH-001", 409, new(
        "Deze verzending loopt niet meer: ze is {state}.",
        "Cet envoi n’est plus en cours : il est {state}.",
        "Dieser Versand läuft nicht mehr: er ist {state}.",
        "This dispatch is no longer under way: it is {state}."));

    public static readonly ProblemKind NotHeld = new("DISPATCH-002", 409, new(
        "Deze verzending wacht niet op een beslissing.",
        "Cet envoi n’attend pas de décision.",
        "Dieser Versand wartet nicht auf eine Entscheidung.",
        "This dispatch does not wait for a decision."));

    public static readonly ProblemKind TextMissing = new("DISPATCH-003", 422, new(
        "Er is geen tekst voor {channel} in {language}.",
        "Il n’y a pas de texte pour {channel} en {language}.",
        "Es gibt keinen Text für {channel} in {language}.",
        "There is no text for {channel} in {language}."));

    public static readonly ProblemKind SamePerson = new("DISPATCH-004", 409, new(
        "U zei al ja; een tweede persoon moet het ook doen.",
        "Vous avez déjà dit oui ; une seconde personne doit le faire aussi.",
        "Sie haben schon zugestimmt; eine zweite Person muss es auch tun.",
        "You have said yes already; a second person has to as well."));

    public static readonly ProblemKind ArmedAlready = new("DISPATCH-005", 409, new(
        "Deze instantie mag al verzenden.",
        "Cette instance peut déjà envoyer.",
        "Diese Instanz darf schon senden.",
        "This instance may send already."));

    public static readonly ProblemKind Disarmed = new("DISPATCH-006", 409, new(
        "Deze instantie is ontwapend: er vertrekt niets en er is niets goedgekeurd. Twee personen moeten haar eerst wapenen, op /arming.",
        "Cette instance est désarmée : rien ne part et rien n’a été approuvé. Deux personnes doivent d’abord l’armer, sous /arming.",
        "Diese Instanz ist entschärft: nichts geht hinaus und nichts wurde genehmigt. Zwei Personen müssen sie zuerst scharf schalten, unter /arming.",
        "This instance is disarmed: nothing leaves and nothing was approved. Two people have to arm it first, at /arming."));

    public static readonly ProblemKind WhyNeeded = new("DISPATCH-007", 422, new(
        "Zeg waarom, in minstens {least} tekens; het staat in de audit.",
        "Dites pourquoi, en {least} caractères au moins ; cela figure dans l’audit.",
        "Sagen Sie warum, mit mindestens {least} Zeichen; es steht im Audit.",
        "Say why, in {least} characters at least; it stands in the audit."));

    public static IReadOnlyList<ProblemKind> All { get; } = [NotUnderWay, NotHeld, TextMissing, SamePerson, ArmedAlready, Disarmed, WhyNeeded];
}
