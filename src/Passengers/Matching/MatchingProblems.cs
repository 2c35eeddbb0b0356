using Belfry.Kernel;

namespace Belfry.Passengers;

/// <summary>Refusals of list reading and matching. PAX-100 to PAX-199; the messages of carriers have the numbers below.</summary>
public static class MatchingProblems
{
    public static readonly ProblemKind ListUnknown = new("PAX-101", 422, new(
        "Dit bestand is geen lijst die Belfry kent (EU, VN, OFAC, of CSV met een kolom name of family).",
        "Ce fichier n’est pas une liste connue de Belfry (UE, ONU, OFAC, ou CSV avec une colonne name ou family).",
        "Diese Datei ist keine Liste, die Belfry kennt (EU, UN, OFAC oder CSV mit einer Spalte name oder family).",
        "This file is no list that Belfry knows (EU, UN, OFAC, or CSV with a column name or family)."));

    public static readonly ProblemKind ListTooLarge = new("PAX-102", 422, new(
        "Het bestand heeft {bytes} bytes; hoogstens {limit} worden gelezen. Splits het.",
        "Le fichier compte {bytes} octets ; {limit} au plus sont lus. Divisez-le.",
        "Die Datei hat {bytes} Bytes; höchstens {limit} werden gelesen. Teilen Sie sie.",
        "The file has {bytes} bytes; at most {limit} are read. Split it."));

    public static readonly ProblemKind NoName = new("PAX-103", 422, new(
        "Er staat geen naam met letters. Vul een naam in.",
        "Aucun nom avec des lettres. Indiquez un nom.",
        "Es steht kein Name mit Buchstaben da. Geben Sie einen Namen an.",
        "There is no name with letters. Give a name."));

    public static readonly ProblemKind RowBroken = new("PAX-104", 422, new(
        "De rij kan niet gelezen worden: een aanhalingsteken sluit nooit, of er zijn meer dan 512 cellen.",
        "La ligne est illisible : un guillemet n’est jamais fermé, ou il y a plus de 512 cellules.",
        "Die Zeile ist unlesbar: ein Anführungszeichen schließt nie, oder es gibt mehr als 512 Zellen.",
        "The row cannot be read: a quote never closes, or there are more than 512 cells."));

    public static readonly ProblemKind DateUnread = new("PAX-105", 422, new(
        "De geboortedatum „{text}” is niet herkend; zonder datum vergeleken. Schrijf jjjj-mm-dd.",
        "La date de naissance « {text} » n’est pas reconnue ; comparé sans date. Écrivez aaaa-mm-jj.",
        "Das Geburtsdatum „{text}“ wurde nicht erkannt; ohne Datum verglichen. Schreiben Sie jjjj-mm-tt.",
        "The date of birth “{text}” is not recognised; compared without a date. Write yyyy-mm-dd."));

    public static readonly ProblemKind AliasWithoutEntry = new("PAX-106", 422, new(
        "Deze alias hoort bij {id}, dat in geen van de bestanden staat. Geef de hoofdlijst mee.",
        "Cet alias appartient à {id}, absent de tous les fichiers. Joignez la liste principale.",
        "Dieser Alias gehört zu {id}, das in keiner der Dateien steht. Geben Sie die Hauptliste mit an.",
        "This alias belongs to {id}, which is in none of the files. Give the main list as well."));

    public static readonly ProblemKind ColumnsMissing = new("PAX-107", 422, new(
        "De kolommen {columns} ontbreken in de koprij.",
        "Les colonnes {columns} manquent dans la ligne d’en-tête.",
        "Die Spalten {columns} fehlen in der Kopfzeile.",
        "The columns {columns} are missing from the head line."));

    public static readonly ProblemKind PassengersUnread = new("PAX-108", 422, new(
        "Dit is noch CSV met een koprij, noch de JSON van „passengers parse”: {reason}.",
        "Ce n’est ni un CSV avec en-tête, ni le JSON de « passengers parse » : {reason}.",
        "Das ist weder CSV mit Kopfzeile noch das JSON von „passengers parse“: {reason}.",
        "This is neither CSV with a head line nor the JSON of “passengers parse”: {reason}."));

    public static IReadOnlyList<ProblemKind> All { get; } =
        [ListUnknown, ListTooLarge, NoName, RowBroken, DateUnread, AliasWithoutEntry, ColumnsMissing, PassengersUnread];
}
