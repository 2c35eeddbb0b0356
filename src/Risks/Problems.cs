using Belfry.Kernel;

namespace Belfry.Risks;

/// <summary>What the risk engines refuse. Prefix RISK. The field of a problem is the JSON path of what it concerns: <c>$.links[3].p</c>.</summary>
public static class RiskProblems
{
    public static readonly ProblemKind Unreadable = new("RISK-001", 400, new(
        "Dit is geen leesbare JSON: {reason}.",
        "Ce n’est pas du JSON lisible : {reason}.",
        "Dies ist kein lesbares JSON: {reason}.",
        "This is not readable JSON: {reason}."));

    public static readonly ProblemKind TooLarge = new("RISK-002", 422, new(
        "{what} is {found}; hoogstens {limit} wordt aanvaard.",
        "{what} vaut {found} ; {limit} au plus est accepté.",
        "{what} ist {found}; höchstens {limit} wird angenommen.",
        "{what} is {found}; at most {limit} is accepted."));

    public static readonly ProblemKind UnknownMember = new("RISK-003", 400, new(
        "Het lid “{member}” is hier niet bekend. Bekend zijn: {known}.",
        "Le membre « {member} » est inconnu ici. Sont connus : {known}.",
        "Das Element „{member}“ ist hier nicht bekannt. Bekannt sind: {known}.",
        "The member “{member}” is not known here. Known are: {known}."));

    public static readonly ProblemKind Missing = new("RISK-004", 400, new(
        "Het lid “{member}” ontbreekt.",
        "Le membre « {member} » manque.",
        "Das Element „{member}“ fehlt.",
        "The member “{member}” is missing."));

    public static readonly ProblemKind WrongType = new("RISK-005", 400, new(
        "Hier staat {found}; verwacht is {expected}.",
        "On trouve ici {found} ; on attend {expected}.",
        "Hier steht {found}; erwartet wird {expected}.",
        "Here stands {found}; expected is {expected}."));

    public static readonly ProblemKind OutOfRange = new("RISK-006", 422, new(
        "{found} ligt buiten {lowest} tot {highest}.",
        "{found} est hors de {lowest} à {highest}.",
        "{found} liegt außerhalb von {lowest} bis {highest}.",
        "{found} is outside {lowest} to {highest}."));

    public static readonly ProblemKind BadId = new("RISK-007", 422, new(
        "“{found}” is geen kenmerk: 1 tot 64 letters, cijfers, punten, streepjes of lage streepjes.",
        "« {found} » n’est pas un identifiant : 1 à 64 lettres, chiffres, points, tirets ou soulignés.",
        "„{found}“ ist keine Kennung: 1 bis 64 Buchstaben, Ziffern, Punkte, Binde- oder Unterstriche.",
        "“{found}” is no id: 1 to 64 letters, digits, dots, hyphens or underscores."));

    public static readonly ProblemKind Twice = new("RISK-008", 422, new(
        "“{id}” staat al op {first}. Elk kenmerk en elke oorzaak-gevolgpijl staat er één keer.",
        "« {id} » figure déjà à {first}. Chaque identifiant et chaque lien cause-effet figure une seule fois.",
        "„{id}“ steht schon bei {first}. Jede Kennung und jeder Ursache-Wirkungs-Pfeil steht nur einmal.",
        "“{id}” stands already at {first}. Each id and each link from cause to effect stands once."));

    public static readonly ProblemKind UnknownRisk = new("RISK-009", 422, new(
        "Het risico “{id}” staat niet in “risks”.",
        "Le risque « {id} » ne figure pas dans « risks ».",
        "Das Risiko „{id}“ steht nicht in „risks“.",
        "The risk “{id}” is not among “risks”."));

    public static readonly ProblemKind SelfLink = new("RISK-010", 422, new(
        "Een risico veroorzaakt zichzelf niet: “{id}”. Lussen over andere risico’s mogen wel.",
        "Un risque ne se cause pas lui-même : « {id} ». Les boucles par d’autres risques sont permises.",
        "Ein Risiko verursacht sich nicht selbst: „{id}“. Schleifen über andere Risiken sind erlaubt.",
        "A risk does not cause itself: “{id}”. Loops over other risks are fine."));

    public static readonly ProblemKind WrongCount = new("RISK-011", 422, new(
        "Hier staan {found} waarden; verwacht zijn er {expected}.",
        "On trouve ici {found} valeurs ; on en attend {expected}.",
        "Hier stehen {found} Werte; erwartet werden {expected}.",
        "Here stand {found} values; {expected} are expected."));

    public static readonly ProblemKind RowAboveOne = new("RISK-012", 422, new(
        "De kansen van deze rij tellen op tot {found}; hoogstens 1 kan.",
        "Les probabilités de cette ligne totalisent {found} ; 1 au plus est possible.",
        "Die Wahrscheinlichkeiten dieser Zeile ergeben zusammen {found}; höchstens 1 ist möglich.",
        "The probabilities of this row add up to {found}; at most 1 is possible."));

    public static readonly ProblemKind OneForm = new("RISK-013", 422, new(
        "Precies één van {forms} is nodig; hier staan er {found}.",
        "Il faut exactement un membre parmi {forms} ; on en trouve {found}.",
        "Genau eines von {forms} ist nötig; hier stehen {found}.",
        "Exactly one of {forms} is needed; here stand {found}."));

    public static readonly ProblemKind ScaleGap = new("RISK-014", 422, new(
        "Klasse {class} begint bij {lower}, maar de vorige eindigt bij {before}: klassen sluiten op elkaar aan.",
        "La classe {class} commence à {lower}, mais la précédente finit à {before} : les classes se suivent sans trou.",
        "Klasse {class} beginnt bei {lower}, die vorige endet aber bei {before}: Klassen schließen aneinander an.",
        "Class {class} begins at {lower}, but the one before ends at {before}: classes join without gap or overlap."));

    public static readonly ProblemKind ScaleNotIncreasing = new("RISK-015", 422, new(
        "In klasse {class} is de ondergrens {lower} niet kleiner dan de bovengrens {upper}.",
        "Dans la classe {class}, la borne inférieure {lower} n’est pas plus petite que la supérieure {upper}.",
        "In Klasse {class} ist die untere Grenze {lower} nicht kleiner als die obere {upper}.",
        "In class {class} the lower bound {lower} is not below the upper bound {upper}."));

    public static readonly ProblemKind ScaleText = new("RISK-016", 422, new(
        "Klasse {class} heeft geen tekst in {language}: experts zouden iets anders scoren.",
        "La classe {class} n’a pas de texte en {language} : les experts noteraient autre chose.",
        "Klasse {class} hat keinen Text in {language}: Fachleute würden etwas anderes bewerten.",
        "Class {class} has no text in {language}: experts would score different things."));

    public static readonly ProblemKind ScaleOrder = new("RISK-017", 422, new(
        "Klasse {class} volgt op klasse {before}: klassen zijn op elkaar volgende gehele getallen.",
        "La classe {class} suit la classe {before} : les classes sont des entiers consécutifs.",
        "Klasse {class} folgt auf Klasse {before}: Klassen sind aufeinanderfolgende ganze Zahlen.",
        "Class {class} follows class {before}: classes are consecutive whole numbers."));

    public static readonly ProblemKind NotOrdered = new("RISK-018", 422, new(
        "De waarden moeten oplopen: {found}.",
        "Les valeurs doivent être croissantes : {found}.",
        "Die Werte müssen ansteigen: {found}.",
        "The values must rise: {found}."));

    public static readonly ProblemKind UnknownExpert = new("RISK-019", 422, new(
        "“{id}” staat niet in “experts”.",
        "« {id} » ne figure pas dans « experts ».",
        "„{id}“ steht nicht in „experts“.",
        "“{id}” is not among “experts”."));

    public static readonly ProblemKind ScaleOpen = new("RISK-020", 422, new(
        "Klasse {class} heeft geen {bound}grens; alleen de uiterste klasse mag open zijn.",
        "La classe {class} n’a pas de borne {bound} ; seule la classe extrême peut être ouverte.",
        "Klasse {class} hat keine Grenze {bound}; nur die äußerste Klasse darf offen sein.",
        "Class {class} has no {bound} bound; only the outermost class may be open."));

    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        Unreadable, TooLarge, UnknownMember, Missing, WrongType, OutOfRange, BadId, Twice, UnknownRisk, SelfLink, WrongCount, RowAboveOne, OneForm,
        ScaleGap, ScaleNotIncreasing, ScaleText, ScaleOrder, NotOrdered, UnknownExpert, ScaleOpen,
    ];
}
