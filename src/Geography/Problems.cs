using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>Refusals of places and areas. Prefix GEO. An area that is refused is never replaced by a larger one, least of all by everyone.</summary>
public static class GeographyProblems
{
    public static readonly ProblemKind PositionRefused = new("GEO-001", 400, new(
        "\"{text}\" is geen plaats. Schrijf breedte en lengte in graden, bijvoorbeeld 50.8467,4.3525.",
        "« {text} » n’est pas une position. Écrivez latitude et longitude en degrés, par exemple 50.8467,4.3525.",
        "„{text}“ ist keine Position. Schreiben Sie Breite und Länge in Grad, zum Beispiel 50.8467,4.3525.",
        "\"{text}\" is not a position. Write latitude and longitude in degrees, for example 50.8467,4.3525."));

    public static readonly ProblemKind JsonUnreadable = new("GEO-002", 400, new(
        "De GeoJSON is onleesbaar vanaf regel {line}, byte {byte}: geen geldige JSON, een naam die twee keer voorkomt of meer dan 64 niveaus.",
        "Le GeoJSON est illisible à partir de la ligne {line}, octet {byte} : JSON incorrect, nom en double ou plus de 64 niveaux.",
        "Das GeoJSON ist ab Zeile {line}, Byte {byte} unlesbar: kein gültiges JSON, ein doppelter Name oder mehr als 64 Ebenen.",
        "The GeoJSON cannot be read from line {line}, byte {byte}: not valid JSON, a name that stands twice, or more than 64 levels."));

    public static readonly ProblemKind FileTooLarge = new("GEO-003", 413, new(
        "Het bestand is groter dan {limit} MiB. Vereenvoudig het gebied of laat weg wat geen gebied is.",
        "Le fichier dépasse {limit} Mio. Simplifiez la zone ou retirez ce qui n’en est pas une.",
        "Die Datei ist größer als {limit} MiB. Vereinfachen Sie das Gebiet oder lassen Sie weg, was keines ist.",
        "The file is larger than {limit} MiB. Simplify the area, or leave out what is not an area."));

    public static readonly ProblemKind WrongType = new("GEO-004", 422, new(
        "{where} is {found}. Een gebied is een Polygon of MultiPolygon, een Feature of een FeatureCollection daarvan.",
        "{where} est {found}. Une zone est un Polygon ou un MultiPolygon, un Feature ou une FeatureCollection de ceux-ci.",
        "{where} ist {found}. Ein Gebiet ist ein Polygon oder MultiPolygon, ein Feature oder eine FeatureCollection davon.",
        "{where} is {found}. An area is a Polygon or MultiPolygon, a Feature or a FeatureCollection of these."));

    public static readonly ProblemKind NestedCollection = new("GEO-005", 422, new(
        "{where} is een verzameling in een verzameling. Maak er één lijst van.",
        "{where} est une collection dans une collection. Faites-en une seule liste.",
        "{where} ist eine Sammlung in einer Sammlung. Machen Sie daraus eine einzige Liste.",
        "{where} is a collection inside a collection. Make it one list."));

    public static readonly ProblemKind EmptyArea = new("GEO-006", 422, new(
        "{where} omvat geen oppervlakte. Teken een gebied; leeg betekent nooit iedereen.",
        "{where} n’a aucune surface. Dessinez une zone ; vide ne veut jamais dire tout le monde.",
        "{where} umfasst keine Fläche. Zeichnen Sie ein Gebiet; leer heißt nie alle.",
        "{where} holds no surface. Draw an area; empty never means everyone."));

    public static readonly ProblemKind RingTooShort = new("GEO-007", 422, new(
        "{where} heeft {count} punten; een ring heeft er minstens 4, het laatste gelijk aan het eerste.",
        "{where} a {count} points ; un anneau en a au moins 4, le dernier égal au premier.",
        "{where} hat {count} Punkte; ein Ring hat mindestens 4, der letzte gleich dem ersten.",
        "{where} has {count} points; a ring has at least 4, the last the same as the first."));

    public static readonly ProblemKind RingOpen = new("GEO-008", 422, new(
        "{where} is niet gesloten: het laatste punt is niet het eerste. Herhaal het eerste punt aan het einde.",
        "{where} n’est pas fermé : le dernier point n’est pas le premier. Répétez le premier point à la fin.",
        "{where} ist nicht geschlossen: Der letzte Punkt ist nicht der erste. Wiederholen Sie den ersten Punkt am Ende.",
        "{where} is not closed: its last point is not its first. Repeat the first point at the end."));

    public static readonly ProblemKind NotANumber = new("GEO-009", 422, new(
        "{where} is geen punt: het moet twee of drie gewone getallen zijn, [lengte, breedte].",
        "{where} n’est pas un point : il faut deux ou trois nombres ordinaires, [longitude, latitude].",
        "{where} ist kein Punkt: Es müssen zwei oder drei gewöhnliche Zahlen sein, [Länge, Breite].",
        "{where} is not a point: it must be two or three ordinary numbers, [longitude, latitude]."));

    public static readonly ProblemKind NotDegrees = new("GEO-010", 422, new(
        "{where} ({text}) ligt buiten de graden van de aarde. Zijn het Lambertmeters, zet ze dan eerst om (belfry geo convert).",
        "{where} ({text}) sort des degrés du globe. S’il s’agit de mètres Lambert, convertissez-les d’abord (belfry geo convert).",
        "{where} ({text}) liegt außerhalb der Grade der Erde. Sind es Lambert-Meter, rechnen Sie sie zuerst um (belfry geo convert).",
        "{where} ({text}) is outside the degrees of the earth. If these are Lambert metres, convert them first (belfry geo convert)."));

    public static readonly ProblemKind Swapped = new("GEO-011", 422, new(
        "{where}: lengte en breedte zijn verwisseld ({text}). Omgekeerd ligt het in of bij België. GeoJSON schrijft eerst de lengte (2 tot 7), dan de breedte (49 tot 52); CAP andersom.",
        "{where} : longitude et latitude sont inversées ({text}). À l’endroit, la zone est en Belgique ou tout près. GeoJSON écrit d’abord la longitude (2 à 7), puis la latitude (49 à 52) ; CAP l’inverse.",
        "{where}: Länge und Breite sind vertauscht ({text}). Umgekehrt liegt es in oder bei Belgien. GeoJSON schreibt zuerst die Länge (2 bis 7), dann die Breite (49 bis 52); CAP umgekehrt.",
        "{where}: longitude and latitude are swapped ({text}). The other way round it lies in or near Belgium. GeoJSON writes longitude first (2 to 7), then latitude (49 to 52); CAP the reverse."));

    public static readonly ProblemKind OutsideBelgium = new("GEO-012", 422, new(
        "{where} ligt buiten België (omstreeks {text}). Een gebied moet Belgisch land of Belgische zee raken.",
        "{where} est hors de Belgique (vers {text}). Une zone doit toucher le territoire ou la mer belges.",
        "{where} liegt außerhalb Belgiens (etwa {text}). Ein Gebiet muss belgisches Land oder Meer berühren.",
        "{where} lies outside Belgium (about {text}). An area must touch Belgian land or sea."));

    public static readonly ProblemKind Antimeridian = new("GEO-013", 422, new(
        "{where} gaat over de datumgrens (180°) of half rond de aarde. Zo’n gebied is nooit Belgisch.",
        "{where} traverse l’antiméridien (180°) ou fait la moitié du tour du globe. Une telle zone n’est jamais belge.",
        "{where} überquert den 180. Längengrad oder reicht halb um die Erde. Ein solches Gebiet ist nie belgisch.",
        "{where} crosses the antimeridian (180°) or reaches half around the earth. Such an area is never Belgian."));

    public static readonly ProblemKind TooManyPoints = new("GEO-014", 422, new(
        "Het gebied heeft meer dan {limit} punten. Meer maakt geen beter gebied en houdt de zaal op; vereenvoudig het.",
        "La zone a plus de {limit} points. Davantage n’améliore pas la zone et fait attendre la salle ; simplifiez-la.",
        "Das Gebiet hat mehr als {limit} Punkte. Mehr macht kein besseres Gebiet und hält den Raum auf; vereinfachen Sie es.",
        "The area has more than {limit} points. More makes no better area and keeps the room waiting; simplify it."));

    public static readonly ProblemKind SelfCrossing = new("GEO-015", 422, new(
        "{where} kruist of raakt zichzelf bij {text} (breedte,lengte). Binnen en buiten zijn daar niet te onderscheiden; verleg de lijn.",
        "{where} se croise ou se touche en {text} (latitude,longitude). L’intérieur et l’extérieur y sont indistincts ; déplacez la ligne.",
        "{where} kreuzt oder berührt sich bei {text} (Breite,Länge). Innen und außen sind dort nicht zu unterscheiden; verlegen Sie die Linie.",
        "{where} crosses or touches itself at {text} (latitude,longitude). Inside and outside cannot be told apart there; move the line."));

    public static readonly ProblemKind HoleOutside = new("GEO-016", 422, new(
        "{where} heeft een gat dat niet binnen de omtrek ligt of een ander gat overlapt, bij {text} (breedte,lengte).",
        "{where} a un trou qui n’est pas dans le contour ou qui en recouvre un autre, en {text} (latitude,longitude).",
        "{where} hat ein Loch, das nicht im Umriss liegt oder ein anderes überdeckt, bei {text} (Breite,Länge).",
        "{where} has a hole that is not inside its outline or overlaps another hole, at {text} (latitude,longitude)."));

    public static readonly ProblemKind ForeignReference = new("GEO-017", 422, new(
        "{where} noemt een ander coördinatenstelsel dan WGS84. GeoJSON kent alleen WGS84 (RFC 7946); zet de punten om en laat crs weg.",
        "{where} nomme un autre système de coordonnées que WGS84. GeoJSON ne connaît que WGS84 (RFC 7946) ; convertissez les points et retirez crs.",
        "{where} nennt ein anderes Koordinatensystem als WGS84. GeoJSON kennt nur WGS84 (RFC 7946); rechnen Sie die Punkte um und lassen Sie crs weg.",
        "{where} names a coordinate system other than WGS84. GeoJSON knows WGS84 only (RFC 7946); convert the points and leave crs out."));

    public static readonly ProblemKind BeyondMap = new("GEO-018", 422, new(
        "{where} reikt tot voorbij de kaart (lengte 0 tot 9, breedte 48 tot 53,5). Kort het in.",
        "{where} dépasse la carte (longitude 0 à 9, latitude 48 à 53,5). Réduisez la zone.",
        "{where} reicht über die Karte hinaus (Länge 0 bis 9, Breite 48 bis 53,5). Kürzen Sie das Gebiet.",
        "{where} reaches beyond the map (longitude 0 to 9, latitude 48 to 53.5). Shorten it."));

    public static readonly ProblemKind RadiusRefused = new("GEO-019", 422, new(
        "De straal moet tussen {least} m en {most} km liggen.",
        "Le rayon doit être compris entre {least} m et {most} km.",
        "Der Radius muss zwischen {least} m und {most} km liegen.",
        "The radius must be between {least} m and {most} km."));

    public static readonly ProblemKind UnknownMunicipality = new("GEO-020", 404, new(
        "Er is geen gemeente met REFNIS {text} op die datum.",
        "Il n’y a pas de commune avec le REFNIS {text} à cette date.",
        "Es gibt keine Gemeinde mit REFNIS {text} zu diesem Datum.",
        "There is no municipality with REFNIS {text} on that date."));

    public static readonly ProblemKind CapTextRefused = new("GEO-021", 422, new(
        "{where} is geen CAP-gebied: \"{text}\". Een polygoon is \"breedte,lengte breedte,lengte …\", een cirkel \"breedte,lengte straal\" in km.",
        "{where} n’est pas une zone CAP : « {text} ». Un polygone s’écrit « latitude,longitude latitude,longitude … », un cercle « latitude,longitude rayon » en km.",
        "{where} ist kein CAP-Gebiet: „{text}“. Ein Polygon ist „Breite,Länge Breite,Länge …“, ein Kreis „Breite,Länge Radius“ in km.",
        "{where} is not a CAP area: \"{text}\". A polygon is \"latitude,longitude latitude,longitude …\", a circle \"latitude,longitude radius\" in km."));

    public static readonly ProblemKind SearchTooLong = new("GEO-022", 422, new(
        "Zoek met 1 tot {limit} tekens.",
        "Cherchez avec 1 à {limit} caractères.",
        "Suchen Sie mit 1 bis {limit} Zeichen.",
        "Search with 1 to {limit} characters."));

    public static readonly ProblemKind NoSuchLayer = new("GEO-023", 404, new(
        "Er is geen kaartlaag {text}. Er zijn: {known}.",
        "Il n’y a pas de couche {text}. Il y a : {known}.",
        "Es gibt keine Kartenebene {text}. Es gibt: {known}.",
        "There is no map layer {text}. There are: {known}."));

    public static readonly ProblemKind LambertRefused = new("GEO-024", 422, new(
        "{text} ligt niet in het gebied van Lambert 72 en 2008 (België en omgeving).",
        "{text} n’est pas dans le domaine de Lambert 72 et 2008 (Belgique et environs).",
        "{text} liegt nicht im Bereich von Lambert 72 und 2008 (Belgien und Umgebung).",
        "{text} is not within the range of Lambert 72 and 2008 (Belgium and around)."));

    public static readonly ProblemKind FileMissing = new("GEO-025", 404, new(
        "Het bestand {text} is er niet.",
        "Le fichier {text} n’existe pas.",
        "Die Datei {text} gibt es nicht.",
        "There is no file {text}."));

    public static readonly ProblemKind OutsideLambert = new("GEO-026", 422, new(
        "{text} ligt buiten het gebruiksgebied van de Belgische Lambertstelsels (breedte 49,5 tot 51,88, lengte 2,23 tot 6,4): daar zijn ze niet bepaald.",
        "{text} est hors du domaine d’emploi des systèmes Lambert belges (latitude 49,5 à 51,88, longitude 2,23 à 6,4) : ils n’y sont pas définis.",
        "{text} liegt außerhalb des Anwendungsbereichs der belgischen Lambert-Systeme (Breite 49,5 bis 51,88, Länge 2,23 bis 6,4): Dort sind sie nicht bestimmt.",
        "{text} lies outside the area of use of the Belgian Lambert systems (latitude 49.5 to 51.88, longitude 2.23 to 6.4): they are not defined there."));

    public static readonly ProblemKind MgrsRefused = new("GEO-027", 400, new(
        "\"{text}\" is geen MGRS-aanduiding in zone 31U of 32U. Schrijf bijvoorbeeld 31UES9521433649.",
        "« {text} » n’est pas une référence MGRS en zone 31U ou 32U. Écrivez par exemple 31UES9521433649.",
        "„{text}“ ist keine MGRS-Angabe in Zone 31U oder 32U. Schreiben Sie zum Beispiel 31UES9521433649.",
        "\"{text}\" is not an MGRS reference in zone 31U or 32U. Write for example 31UES9521433649."));

    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        PositionRefused, JsonUnreadable, FileTooLarge, WrongType, NestedCollection, EmptyArea, RingTooShort, RingOpen, NotANumber, NotDegrees, Swapped, OutsideBelgium,
        Antimeridian, TooManyPoints, SelfCrossing, HoleOutside, ForeignReference, BeyondMap, RadiusRefused, UnknownMunicipality, CapTextRefused, SearchTooLong, NoSuchLayer,
        LambertRefused, FileMissing, OutsideLambert, MgrsRefused,
    ];
}
