using Belfry.Kernel;

namespace Belfry.Configure;

/// <summary>Refusals of settings. Prefix SET; the field says file, line and member, or which variable or option.</summary>
static class SettingsProblems
{
    public static readonly ProblemKind NoFile = new("SET-001", 404, new(
        "Dit bestand is er niet. Noem een ander met --settings.",
        "Ce fichier n’existe pas. Indiquez-en un autre avec --settings.",
        "Diese Datei gibt es nicht. Nennen Sie eine andere mit --settings.",
        "There is no such file. Name another with --settings."));

    public static readonly ProblemKind Unreadable = new("SET-002", 400, new(
        "Geen geldige JSON: {reason}.",
        "JSON invalide : {reason}.",
        "Kein gültiges JSON: {reason}.",
        "No valid JSON: {reason}."));

    public static readonly ProblemKind Unknown = new("SET-003", 422, new(
        "Deze instelling bestaat niet. Hier kan: {known}. Verbeter de naam of schrap ze.",
        "Ce paramètre n’existe pas. Possibles ici : {known}. Corrigez le nom ou supprimez-le.",
        "Diese Einstellung gibt es nicht. Hier möglich: {known}. Berichtigen oder streichen Sie sie.",
        "There is no such setting. Here there can be: {known}. Correct the name or take it out."));

    public static readonly ProblemKind Twice = new("SET-004", 422, new(
        "Deze instelling staat er twee keer. Schrap er een.",
        "Ce paramètre figure deux fois. Supprimez-en un.",
        "Diese Einstellung steht zweimal da. Streichen Sie eine.",
        "This setting stands there twice. Take one out."));

    public static readonly ProblemKind WrongKind = new("SET-005", 422, new(
        "Hier hoort {kind}.",
        "Il faut ici {kind}.",
        "Hier gehört {kind} hin.",
        "This has to be {kind}."));

    public static readonly ProblemKind OutOfRange = new("SET-006", 422, new(
        "Deze waarde kan niet: {reason}.",
        "Cette valeur n’est pas possible : {reason}.",
        "Dieser Wert ist nicht möglich: {reason}.",
        "This value cannot be: {reason}."));

    public static readonly ProblemKind Origin = new("SET-007", 422, new(
        "Schrijf het volledige adres met https en zonder pad, zoals https://crisis.example.be; http kan alleen op deze machine.",
        "Écrivez l’adresse complète en https et sans chemin, comme https://crisis.example.be ; http n’est possible que sur cette machine.",
        "Schreiben Sie die volle Adresse mit https und ohne Pfad, wie https://crisis.example.be; http geht nur auf dieser Maschine.",
        "Write the whole address with https and without a path, such as https://crisis.example.be; http is for this machine only."));

    public static readonly ProblemKind OnlyReal = new("SET-008", 422, new(
        "Echte gateways bestaan alleen in de echte wereld; deze instantie is {world}. Schrap dispatch.",
        "Les passerelles réelles n’existent que dans le monde réel ; cette instance est {world}. Supprimez dispatch.",
        "Echte Gateways gibt es nur in der echten Welt; diese Instanz ist {world}. Streichen Sie dispatch.",
        "Real gateways exist in the real world only; this instance is {world}. Take dispatch out."));

    public static readonly ProblemKind SecretInFile = new("SET-009", 422, new(
        "Een geheim staat nooit in de instellingen. Schrijf waar het bewaard wordt: env:NAAM of file:PAD. Verander het geheim dat hier stond.",
        "Un secret ne figure jamais dans les paramètres. Écrivez où il est gardé : env:NOM ou file:CHEMIN. Changez le secret qui figurait ici.",
        "Ein Geheimnis steht nie in den Einstellungen. Schreiben Sie, wo es liegt: env:NAME oder file:PFAD. Ändern Sie das Geheimnis, das hier stand.",
        "A secret never stands in the settings. Write where it is kept: env:NAME or file:PATH. Change the secret that stood here."));

    public static readonly ProblemKind NoVariable = new("SET-010", 422, new(
        "De omgevingsvariabele {name} is leeg of niet gezet.",
        "La variable d’environnement {name} est vide ou absente.",
        "Die Umgebungsvariable {name} ist leer oder nicht gesetzt.",
        "The environment variable {name} is empty or not set."));

    public static readonly ProblemKind NoSecretFile = new("SET-011", 422, new(
        "Het bestand {name} ontbreekt, is leeg of kan niet gelezen worden.",
        "Le fichier {name} est absent, vide ou illisible.",
        "Die Datei {name} fehlt, ist leer oder nicht lesbar.",
        "The file {name} is missing, empty or cannot be read."));

    public static readonly ProblemKind SecretFileOpen = new("SET-012", 422, new(
        "Anderen kunnen {name} lezen. Zet de rechten op 0600: chmod 600 {name}.",
        "D’autres peuvent lire {name}. Mettez les droits à 0600 : chmod 600 {name}.",
        "Andere können {name} lesen. Setzen Sie die Rechte auf 0600: chmod 600 {name}.",
        "Others can read {name}. Set its mode to 0600: chmod 600 {name}."));

    public static IReadOnlyList<ProblemKind> All { get; } = [NoFile, Unreadable, Unknown, Twice, WrongKind, OutOfRange, Origin, OnlyReal, SecretInFile, NoVariable, NoSecretFile, SecretFileOpen];
}
