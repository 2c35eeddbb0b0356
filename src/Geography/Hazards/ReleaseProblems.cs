using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>Refusals of the models of releases (plume, puff, jet, templates, blast, fireball) and of tables that two persons keep. Prefix HAZ, 020 to 039.</summary>
public static class ReleaseProblems
{
    public static readonly ProblemKind NotTogether = new("HAZ-020", 422, new(
        "{name} kan niet samen met {other}. Laat een van beide weg.",
        "{name} ne va pas avec {other}. Retirez l’un des deux.",
        "{name} geht nicht zusammen mit {other}. Lassen Sie eines davon weg.",
        "{name} cannot go with {other}. Leave one of them out."));

    public static readonly ProblemKind BeyondModel = new("HAZ-021", 422, new(
        "Op {most} m, waar het model eindigt, wordt {name} nog bereikt: er is geen zone die klopt. Neem een hogere drempel of een model voor grote afstand.",
        "À {most} m, où finit le modèle, {name} est encore atteint : aucune zone ne serait juste. Prenez un seuil plus élevé ou un modèle à longue distance.",
        "Bei {most} m, wo das Modell endet, wird {name} noch erreicht: Keine Zone wäre richtig. Nehmen Sie eine höhere Schwelle oder ein Modell für große Entfernungen.",
        "At {most} m, where the model ends, {name} is still reached: no zone would be right. Take a higher threshold or a long-range model."));

    public static readonly ProblemKind ThresholdCount = new("HAZ-022", 422, new(
        "Er zijn {found} drempels; 1 tot {most} zijn nodig. Noem een stof of een concentratie.",
        "Il y a {found} seuils ; il en faut 1 à {most}. Nommez une substance ou une concentration.",
        "Es gibt {found} Schwellen; 1 bis {most} sind nötig. Nennen Sie einen Stoff oder eine Konzentration.",
        "There are {found} thresholds; 1 to {most} are needed. Name a substance or a concentration."));

    public static readonly ProblemKind LidBelowPlume = new("HAZ-023", 422, new(
        "De inversie ({lid} m) ligt onder het midden van de pluim ({height} m): die komt erboven terecht en niet op de grond. Het model rekent dat niet.",
        "L’inversion ({lid} m) est sous le milieu du panache ({height} m) : il passe au-dessus et n’atteint pas le sol. Le modèle ne calcule pas ce cas.",
        "Die Inversion ({lid} m) liegt unter der Mitte der Fahne ({height} m): Sie gelangt darüber und nicht zum Boden. Das rechnet das Modell nicht.",
        "The lid ({lid} m) is below the middle of the plume ({height} m): it passes above and not to the ground. The model does not calculate that."));

    public static readonly ProblemKind NotChoked = new("HAZ-024", 422, new(
        "{value} Pa is te weinig voor een stroming op geluidssnelheid; het model geldt vanaf {least} Pa absoluut.",
        "{value} Pa ne suffisent pas à un écoulement sonique ; le modèle est valable à partir de {least} Pa absolus.",
        "{value} Pa reichen nicht für eine Strömung mit Schallgeschwindigkeit; das Modell gilt ab {least} Pa absolut.",
        "{value} Pa is too little for a choked flow; the model holds from {least} Pa absolute."));

    public static readonly ProblemKind NoTemplate = new("HAZ-025", 422, new(
        "Voor {value} is er geen sjabloon dat te vertrouwen is; er wordt geen getekend. Gebruik de geldende uitgave van ATP-45 of een ander model.",
        "Pour {value} il n’y a pas de gabarit fiable ; aucun n’est dessiné. Prenez l’édition en vigueur de l’ATP-45 ou un autre modèle.",
        "Für {value} gibt es keine vertrauenswürdige Schablone; es wird keine gezeichnet. Nehmen Sie die geltende Ausgabe der ATP-45 oder ein anderes Modell.",
        "For {value} there is no template that can be trusted; none is drawn. Use the current edition of ATP-45 or another model."));

    public static IReadOnlyList<ProblemKind> All { get; } = [NotTogether, BeyondModel, ThresholdCount, LidBelowPlume, NotChoked, NoTemplate];
}
