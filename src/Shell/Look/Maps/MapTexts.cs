using Belfry.Kernel;

namespace Belfry.Shell.Look;

/// <summary>The words of the map, for the component and, as JSON, for map.js.</summary>
static class MapTexts
{
    public static readonly LocalizedText Map = new("Kaart", "Carte", "Karte", "Map");

    public static readonly IReadOnlyDictionary<string, LocalizedText> All = new Dictionary<string, LocalizedText>
    {
        ["map"] = Map,
        ["table"] = new("Tabel", "Tableau", "Tabelle", "Table"),
        ["move"] = new("Verschuiven", "Déplacer", "Verschieben", "Move"),
        ["polygon"] = new("Veelhoek", "Polygone", "Vieleck", "Polygon"),
        ["circle"] = new("Cirkel", "Cercle", "Kreis", "Circle"),
        ["municipality"] = new("Gemeente", "Commune", "Gemeinde", "Municipality"),
        ["undo"] = new("Ongedaan maken", "Annuler", "Rückgängig", "Undo"),
        ["clear"] = new("Alles wissen", "Tout effacer", "Alles löschen", "Clear all"),
        ["fit"] = new("Op het gebied", "Cadrer la zone", "Auf das Gebiet", "Fit to area"),
        ["zoomIn"] = new("Inzoomen", "Agrandir", "Vergrößern", "Zoom in"),
        ["zoomOut"] = new("Uitzoomen", "Réduire", "Verkleinern", "Zoom out"),
        ["hintMove"] = new("Sleep om te verschuiven, plus en min om te zoomen", "Glissez pour déplacer, plus et moins pour zoomer", "Ziehen zum Verschieben, Plus und Minus zum Zoomen", "Drag to move, plus and minus to zoom"),
        ["hintPolygon"] = new("Klik hoek na hoek; klik op de eerste hoek of druk Enter om te sluiten, Esc om te stoppen", "Cliquez angle après angle ; cliquez sur le premier ou appuyez sur Entrée pour fermer, Échap pour arrêter", "Ecke für Ecke klicken; erste Ecke oder Enter schließt, Esc bricht ab", "Click corner by corner; the first corner or Enter closes it, Esc stops"),
        ["hintCircle"] = new("Klik het midden, dan de rand", "Cliquez le centre, puis le bord", "Mitte klicken, dann den Rand", "Click the centre, then the edge"),
        ["hintMunicipality"] = new("Klik een gemeente om ze te kiezen of weer los te laten", "Cliquez une commune pour la choisir ou la retirer", "Gemeinde anklicken zum Wählen oder Abwählen", "Click a municipality to choose it or let it go"),
        ["areas"] = new("Gebieden", "Zones", "Gebiete", "Areas"),
        ["name"] = new("Naam", "Nom", "Name", "Name"),
        ["kind"] = new("Soort", "Type", "Art", "Kind"),
        ["size"] = new("Oppervlakte", "Superficie", "Fläche", "Surface"),
        ["people"] = new("Ontvangers", "Destinataires", "Empfänger", "Recipients"),
        ["noArea"] = new("Nog geen gebied. Kies hieronder gemeenten of een cirkel, of teken op de kaart.", "Pas encore de zone. Choisissez ci-dessous des communes ou un cercle, ou dessinez sur la carte.", "Noch kein Gebiet. Unten Gemeinden oder einen Kreis wählen oder auf der Karte zeichnen.", "No area yet. Choose municipalities or a circle below, or draw on the map."),
        ["noneShown"] = new("Geen gebied op deze kaart.", "Aucune zone sur cette carte.", "Kein Gebiet auf dieser Karte.", "No area on this map."),
        ["remove"] = new("Verwijderen", "Supprimer", "Entfernen", "Remove"),
        ["municipalities"] = new("Gemeenten", "Communes", "Gemeinden", "Municipalities"),
        ["filter"] = new("Gemeente zoeken", "Chercher une commune", "Gemeinde suchen", "Find a municipality"),
        ["latitude"] = new("Breedte (°)", "Latitude (°)", "Breite (°)", "Latitude (°)"),
        ["longitude"] = new("Lengte (°)", "Longitude (°)", "Länge (°)", "Longitude (°)"),
        ["radius"] = new("Straal (km)", "Rayon (km)", "Radius (km)", "Radius (km)"),
        ["add"] = new("Toevoegen", "Ajouter", "Hinzufügen", "Add"),
        ["circleAround"] = new("Cirkel rond een punt", "Cercle autour d’un point", "Kreis um einen Punkt", "Circle around a point"),
        ["outside"] = new("Dit punt ligt niet in of rond België, of de straal is niet tussen 0,05 en 200 km.", "Ce point n’est pas en Belgique ou autour, ou le rayon n’est pas entre 0,05 et 200 km.", "Dieser Punkt liegt nicht in oder um Belgien, oder der Radius nicht zwischen 0,05 und 200 km.", "This point is not in or around Belgium, or the radius not between 0.05 and 200 km."),
        ["noWebGl"] = new("Deze browser kan de kaart niet tekenen. De tabel zegt hetzelfde.", "Ce navigateur ne peut pas dessiner la carte. Le tableau dit la même chose.", "Dieser Browser kann die Karte nicht zeichnen. Die Tabelle sagt dasselbe.", "This browser cannot draw the map. The table says the same."),
        ["layerMissing"] = new("Kaartlaag niet geladen: {0}", "Couche non chargée : {0}", "Kartenebene nicht geladen: {0}", "Map layer not loaded: {0}"),
    };
}
