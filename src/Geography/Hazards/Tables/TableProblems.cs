using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>Refusals of tables that two persons keep. Prefix HAZ, 030 to 039; the field is the JSON path.</summary>
public static class TableProblems
{
    public static readonly ProblemKind TooLarge = new("HAZ-030", 413, new(
        "Het bestand is groter dan {limit} MiB.",
        "Le fichier dépasse {limit} Mio.",
        "Die Datei ist größer als {limit} MiB.",
        "The file is larger than {limit} MiB."));

    public static readonly ProblemKind WrongValue = new("HAZ-031", 422, new(
        "Hier staat \"{found}\"; verwacht is {expected}. Vergelijk de rij met de bron.",
        "On trouve ici « {found} » ; on attend {expected}. Comparez la ligne avec la source.",
        "Hier steht „{found}“; erwartet wird {expected}. Vergleichen Sie die Zeile mit der Quelle.",
        "Here stands \"{found}\"; expected is {expected}. Compare the row with the source."));

    public static readonly ProblemKind Twice = new("HAZ-032", 422, new(
        "Deze rij staat al op {first}: welke van beide staat in de bron?",
        "Cette ligne figure déjà à {first} : laquelle des deux est dans la source ?",
        "Diese Zeile steht schon bei {first}: Welche der beiden steht in der Quelle?",
        "This row stands already at {first}: which of the two is in the source?"));

    public static readonly ProblemKind NoRows = new("HAZ-033", 422, new(
        "De tabel heeft geen rijen.",
        "Le tableau n’a aucune ligne.",
        "Die Tabelle hat keine Zeilen.",
        "The table has no rows."));

    public static readonly ProblemKind OtherTable = new("HAZ-034", 422, new(
        "De bevestiging is voor een andere tabel: ze noemt {found}, deze heeft {expected}. Lees deze tabel na en bevestig ze.",
        "La confirmation concerne un autre tableau : elle cite {found}, celui-ci a {expected}. Relisez ce tableau et confirmez-le.",
        "Die Bestätigung gilt einer anderen Tabelle: Sie nennt {found}, diese hat {expected}. Lesen Sie diese Tabelle nach und bestätigen Sie sie.",
        "The confirmation is of another table: it names {found}, this one has {expected}. Read this table back and confirm it."));

    public static readonly ProblemKind SamePerson = new("HAZ-035", 422, new(
        "{name} heeft de tabel ingevoerd en kan ze niet ook bevestigen: vraag een tweede persoon.",
        "{name} a saisi le tableau et ne peut pas aussi le confirmer : demandez à une deuxième personne.",
        "{name} hat die Tabelle eingegeben und kann sie nicht auch bestätigen: Bitten Sie eine zweite Person.",
        "{name} entered the table and cannot confirm it too: ask a second person."));

    public static readonly ProblemKind TooEarly = new("HAZ-036", 422, new(
        "Bevestigd op {found}, voor de invoer op {entered}.",
        "Confirmé le {found}, avant la saisie du {entered}.",
        "Bestätigt am {found}, vor der Eingabe am {entered}.",
        "Confirmed on {found}, before it was entered on {entered}."));

    public static IReadOnlyList<ProblemKind> All { get; } = [TooLarge, WrongValue, Twice, NoRows, OtherTable, SamePerson, TooEarly];
}
