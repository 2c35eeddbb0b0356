namespace Belfry.Kernel;

/// <summary>Refusals that every module can meet. Prefix KERNEL.</summary>
public static class KernelProblems
{
    public static readonly ProblemKind ChangedMeanwhile = new("KERNEL-001", 409, new(
        "Iemand anders heeft dit intussen gewijzigd. Laad opnieuw en probeer nog eens.",
        "Quelqu’un d’autre l’a modifié entre-temps. Rechargez et réessayez.",
        "Jemand anders hat dies inzwischen geändert. Neu laden und noch einmal versuchen.",
        "Someone else changed this meanwhile. Reload and try again."));

    public static readonly ProblemKind NotFound = new("KERNEL-002", 404, new(
        "Dit bestaat niet of is niet voor u zichtbaar.",
        "Cet élément n’existe pas ou n’est pas visible pour vous.",
        "Dies gibt es nicht oder es ist für Sie nicht sichtbar.",
        "This does not exist or is not visible to you."));

    public static readonly ProblemKind XmlRefused = new("KERNEL-003", 400, new(
        "De XML is geweigerd op regel {line}, teken {column}: {reason}.",
        "Le XML est refusé à la ligne {line}, caractère {column} : {reason}.",
        "Das XML wurde in Zeile {line}, Zeichen {column} abgelehnt: {reason}.",
        "The XML is refused at line {line}, character {column}: {reason}."));

    public static readonly ProblemKind XmlTooLarge = new("KERNEL-004", 400, new(
        "De XML is groter dan {limit} bytes.",
        "Le XML dépasse {limit} octets.",
        "Das XML ist größer als {limit} Bytes.",
        "The XML is larger than {limit} bytes."));

    public static readonly ProblemKind XmlTooDeep = new("KERNEL-005", 400, new(
        "De XML is op regel {line} dieper dan {limit} niveaus.",
        "Le XML dépasse {limit} niveaux à la ligne {line}.",
        "Das XML ist in Zeile {line} tiefer als {limit} Ebenen.",
        "The XML is deeper than {limit} levels at line {line}."));

    public static readonly ProblemKind JsonRefused = new("KERNEL-006", 400, new(
        "De JSON is geweigerd bij {where}: {reason}.",
        "Le JSON est refusé à {where} : {reason}.",
        "Das JSON wurde bei {where} abgelehnt: {reason}.",
        "The JSON is refused at {where}: {reason}."));

    public static readonly ProblemKind ChainBroken = new("KERNEL-007", 422, new(
        "De keten breekt bij stuk {entry}: {reason}.",
        "La chaîne est rompue à l’entrée {entry} : {reason}.",
        "Die Kette bricht bei Eintrag {entry}: {reason}.",
        "The chain breaks at entry {entry}: {reason}."));

    public static IReadOnlyList<ProblemKind> All { get; } =
        [ChangedMeanwhile, NotFound, XmlRefused, XmlTooLarge, XmlTooDeep, JsonRefused, ChainBroken];
}
