using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>Refusals of the hazard models. Prefix HAZ; the field of a problem is the name of the input. A model that is refused gives no zone, never a guess.</summary>
public static class HazardProblems
{
    public static readonly ProblemKind OutsideRange = new("HAZ-001", 422, new(
        "{name} is {value}{unit}; het model geldt van {least} tot {most}{unit}. Daarbuiten rekent het niet: gebruik een ander model of vraag een deskundige.",
        "{name} vaut {value}{unit} ; le modèle est valable de {least} à {most}{unit}. Au-delà il ne calcule pas : prenez un autre modèle ou consultez un expert.",
        "{name} ist {value}{unit}; das Modell gilt von {least} bis {most}{unit}. Außerhalb rechnet es nicht: Nehmen Sie ein anderes Modell oder fragen Sie eine Fachperson.",
        "{name} is {value}{unit}; the model holds from {least} to {most}{unit}. Outside it does not compute: take another model or ask an expert."));

    public static readonly ProblemKind OffTheMap = new("HAZ-002", 422, new(
        "{text} ligt buiten de kaart (breedte 48 tot 53,5, lengte 0 tot 9).",
        "{text} est hors de la carte (latitude 48 à 53,5, longitude 0 à 9).",
        "{text} liegt außerhalb der Karte (Breite 48 bis 53,5, Länge 0 bis 9).",
        "{text} is off the map (latitude 48 to 53.5, longitude 0 to 9)."));

    public static readonly ProblemKind NoAuthor = new("HAZ-003", 422, new(
        "Een berekening heeft een auteur: zeg in 1 tot {limit} tekens wie ze vraagt.",
        "Un calcul a un auteur : dites en 1 à {limit} caractères qui le demande.",
        "Eine Berechnung hat einen Urheber: Sagen Sie in 1 bis {limit} Zeichen, wer sie verlangt.",
        "A calculation has an author: say in 1 to {limit} characters who asks for it."));

    public static readonly ProblemKind NoPlace = new("HAZ-004", 422, new(
        "Zeg waar het gebeurt; zonder plaats is er geen zone.",
        "Dites où cela se passe ; sans lieu, pas de zone.",
        "Sagen Sie, wo es geschieht; ohne Ort gibt es keine Zone.",
        "Say where it happens; without a place there is no zone."));

    public static readonly ProblemKind FileNotWritten = new("HAZ-005", 422, new(
        "Het bestand {text} kon niet geschreven worden: {reason}.",
        "Le fichier {text} n’a pas pu être écrit : {reason}.",
        "Die Datei {text} konnte nicht geschrieben werden: {reason}.",
        "The file {text} could not be written: {reason}."));

    public static readonly ProblemKind UnknownChoice = new("HAZ-006", 422, new(
        "{name} kan niet \"{value}\" zijn. Er zijn: {known}.",
        "{name} ne peut pas être « {value} ». Il y a : {known}.",
        "{name} kann nicht „{value}“ sein. Es gibt: {known}.",
        "{name} cannot be \"{value}\". There are: {known}."));

    public static IReadOnlyList<ProblemKind> All { get; } = [OutsideRange, OffTheMap, NoAuthor, NoPlace, FileNotWritten, UnknownChoice];
}
