using Belfry.Kernel;

namespace Belfry.Shell.Look;

/// <summary>The words of the frame itself, written in each language. Rooms bring their own.</summary>
static class LookTexts
{
    public static readonly LocalizedText Belfry = LocalizedText.Same("Belfry");
    public static readonly LocalizedText SkipToWork = new("Naar de inhoud", "Aller au contenu", "Zum Inhalt", "Skip to content");
    public static readonly LocalizedText SkipToMap = new("Naar de kaart", "Aller à la carte", "Zur Karte", "Skip to map");
    public static readonly LocalizedText SkipLinks = new("Springen", "Accès direct", "Sprungmarken", "Skip");
    public static readonly LocalizedText Rooms = new("Onderdelen", "Rubriques", "Bereiche", "Rooms");
    public static readonly LocalizedText TopBar = new("Bovenbalk", "Barre supérieure", "Kopfleiste", "Top bar");
    public static readonly LocalizedText Exercise = new("Oefening", "Exercice", "Übung", "Exercise");
    public static readonly LocalizedText Test = LocalizedText.Same("Test");
    public static readonly LocalizedText Real = new("Echt", "Réel", "Echt", "Real");
    public static readonly LocalizedText WholeCountry = new("Heel België", "Toute la Belgique", "Ganz Belgien", "All of Belgium");
    public static readonly LocalizedText Unanswered = new("onbeantwoord", "sans réponse", "unbeantwortet", "unanswered");
    public static readonly LocalizedText Search = new("Zoeken", "Rechercher", "Suchen", "Search");
    public static readonly LocalizedText SearchHint = new("Plaats, incident, persoon of handeling", "Lieu, incident, personne ou action", "Ort, Vorfall, Person oder Handlung", "Place, incident, person or action");
    public static readonly LocalizedText NothingFound = new("Niets gevonden. Probeer een kortere naam.", "Rien trouvé. Essayez un nom plus court.", "Nichts gefunden. Versuchen Sie einen kürzeren Namen.", "Nothing found. Try a shorter name.");
    public static readonly LocalizedText LineCut = new("Geen verbinding met de server", "Pas de connexion au serveur", "Keine Verbindung zum Server", "No connection to the server");
    public static readonly LocalizedText LineCutSince = new("Geen verbinding sinds {0}. Wat u ziet is van toen.", "Pas de connexion depuis {0}. Ce que vous voyez date de ce moment.", "Keine Verbindung seit {0}. Sie sehen den Stand von damals.", "No connection since {0}. What you see is from then.");
    public static readonly LocalizedText LanguageWord = new("Taal", "Langue", "Sprache", "Language");
    public static readonly LocalizedText PersonWord = new("Uw account", "Votre compte", "Ihr Konto", "Your account");
    public static readonly LocalizedText ThemeWord = new("Licht of donker", "Clair ou sombre", "Hell oder dunkel", "Light or dark");
    public static readonly LocalizedText SignOut = new("Afmelden", "Se déconnecter", "Abmelden", "Sign out");
    public static readonly LocalizedText SignIn = new("Aanmelden", "Se connecter", "Anmelden", "Sign in");
    public static readonly LocalizedText Keys = new("Sneltoetsen", "Raccourcis clavier", "Tastenkürzel", "Keyboard shortcuts");
    public static readonly LocalizedText Close = new("Sluiten", "Fermer", "Schließen", "Close");
    public static readonly LocalizedText ShowMap = new("Toon de kaart", "Afficher la carte", "Karte zeigen", "Show the map");
    public static readonly LocalizedText BackToWork = new("Terug naar het werk", "Retour au travail", "Zurück zur Arbeit", "Back to the work");
    public static readonly LocalizedText Local = new("lokaal", "local", "lokal", "local");
    public static readonly LocalizedText CrisisCentre = new("Crisiscentrum", "Centre de crise", "Krisenzentrum", "Crisis centre");

    public static readonly LocalizedText JustNow = new("zojuist", "à l’instant", "gerade eben", "just now");
    public static readonly LocalizedText Ago = new("{0} geleden", "il y a {0}", "vor {0}", "{0} ago");
    public static readonly LocalizedText Ahead = new("over {0}", "dans {0}", "in {0}", "in {0}");
    public static readonly LocalizedText Hours = new("u", "h", "Std.", "h");
    public static readonly LocalizedText NotedLate = new("later genoteerd, om", "noté plus tard, à", "später notiert, um", "noted later, at");
    public static readonly LocalizedText NotReached = new("niet bereikt", "non joints", "nicht erreicht", "not reached");
    public static readonly LocalizedText StepDone = new("Gedaan", "Fait", "Erledigt", "Done");

    public static readonly LocalizedText OneProblem = new("Er is nog één punt. Uw invoer is bewaard.", "Il reste un point. Votre saisie est conservée.", "Es gibt noch einen Punkt. Ihre Eingabe ist erhalten.", "One point remains. What you entered is kept.");
    public static readonly LocalizedText ManyProblems = new("Er zijn nog {0} punten. Uw invoer is bewaard.", "Il reste {0} points. Votre saisie est conservée.", "Es gibt noch {0} Punkte. Ihre Eingabe ist erhalten.", "{0} points remain. What you entered is kept.");
    public static readonly LocalizedText Optional = new("mag leeg blijven", "facultatif", "freiwillig", "optional");
    public static readonly LocalizedText Date = new("datum", "date", "Datum", "date");
    public static readonly LocalizedText TimeOfDay = new("tijd", "heure", "Zeit", "time");
    public static readonly LocalizedText PickOne = new("Kies", "Choisir", "Wählen", "Choose");
    public static readonly LocalizedText DraftSaved = new("Concept bewaard om {0}", "Brouillon enregistré à {0}", "Entwurf gespeichert um {0}", "Draft kept at {0}");
    public static readonly LocalizedText DraftRestored = new("Concept van {0} teruggezet", "Brouillon de {0} rétabli", "Entwurf von {0} wiederhergestellt", "Draft of {0} restored");
    public static readonly LocalizedText DraftCut = new("Nog niet bewaard op de server; bewaard op dit toestel", "Pas encore enregistré sur le serveur ; conservé sur cet appareil", "Noch nicht auf dem Server gespeichert; auf diesem Gerät gesichert", "Not yet kept on the server; kept on this device");

    public static readonly LocalizedText Filter = new("Filteren", "Filtrer", "Filtern", "Filter");
    public static readonly LocalizedText FilterClear = new("Filter wissen", "Effacer le filtre", "Filter löschen", "Clear filter");
    public static readonly LocalizedText Columns = new("Kolommen", "Colonnes", "Spalten", "Columns");
    public static readonly LocalizedText Apply = new("Toepassen", "Appliquer", "Anwenden", "Apply");
    public static readonly LocalizedText Csv = LocalizedText.Same("CSV");
    public static readonly LocalizedText CsvTitle = new("Alle rijen als CSV-bestand", "Toutes les lignes en fichier CSV", "Alle Zeilen als CSV-Datei", "All rows as a CSV file");
    public static readonly LocalizedText RowsOf = new("{0}–{1} van {2}", "{0}–{1} sur {2}", "{0}–{1} von {2}", "{0}–{1} of {2}");
    public static readonly LocalizedText Pages = new("Pagina’s", "Pages", "Seiten", "Pages");
    public static readonly LocalizedText Previous = new("Vorige", "Précédent", "Zurück", "Previous");
    public static readonly LocalizedText Next = new("Volgende", "Suivant", "Weiter", "Next");
    public static readonly LocalizedText NoRows = new("Nog niets hier.", "Rien ici pour l’instant.", "Noch nichts hier.", "Nothing here yet.");
    public static readonly LocalizedText NoRowsFor = new("Geen rij met “{0}”.", "Aucune ligne avec « {0} ».", "Keine Zeile mit „{0}“.", "No row with “{0}”.");

    public static LocalizedText WorldWord(World world) => world switch
    {
        World.Exercise => Exercise,
        World.Test => Test,
        _ => Real,
    };

    public static LocalizedText SideName(RiskSide side) => side switch
    {
        RiskSide.Identify => new("Identificeren", "Identifier", "Erkennen", "Identify"),
        RiskSide.Prevent => new("Voorkomen", "Prévenir", "Vorbeugen", "Prevent"),
        RiskSide.Prepare => new("Voorbereiden", "Préparer", "Vorbereiten", "Prepare"),
        RiskSide.Respond => new("Reageren", "Réagir", "Reagieren", "Respond"),
        RiskSide.Recover => new("Herstellen", "Rétablir", "Wiederherstellen", "Recover"),
        _ => new("Leren", "Apprendre", "Lernen", "Learn"),
    };

    /// <summary>A language by its own name.</summary>
    public static string LanguageName(Language language) => language switch
    {
        Language.Nl => "Nederlands",
        Language.Fr => "Français",
        Language.De => "Deutsch",
        _ => "English",
    };
}
