using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>Refusals of accounts, sessions and tokens. Prefix ACC.</summary>
public static class AccountProblems
{
    // One sentence whether the name, the passphrase, the code or the passkey is wrong, or the account is disabled.
    public static readonly ProblemKind SignInRefused = new("ACC-001", 401, new(
        "Aanmelden is niet gelukt. Controleer naam, wachtzin en code, of gebruik uw toegangssleutel.",
        "La connexion a échoué. Vérifiez le nom, la phrase de passe et le code, ou utilisez votre clé d’accès.",
        "Die Anmeldung ist nicht gelungen. Prüfen Sie Namen, Passphrase und Code, oder nutzen Sie Ihren Passkey.",
        "Signing in did not succeed. Check name, passphrase and code, or use your passkey."));

    public static readonly ProblemKind TooManyTries = new("ACC-002", 429, new(
        "Te veel pogingen. Probeer opnieuw over {minutes} minuten, of meld u aan met een toegangssleutel: dat kan altijd.",
        "Trop de tentatives. Réessayez dans {minutes} minutes, ou connectez-vous avec une clé d’accès : c’est toujours possible.",
        "Zu viele Versuche. Versuchen Sie es in {minutes} Minuten wieder, oder melden Sie sich mit einem Passkey an: das geht immer.",
        "Too many tries. Try again in {minutes} minutes, or sign in with a passkey: that always works."));

    public static readonly ProblemKind ForeignForm = new("ACC-003", 400, new(
        "Dit formulier is verlopen of komt niet van deze site. Laad de pagina opnieuw en verstuur nog eens.",
        "Ce formulaire a expiré ou ne vient pas de ce site. Rechargez la page et envoyez-le à nouveau.",
        "Dieses Formular ist abgelaufen oder kommt nicht von dieser Seite. Laden Sie die Seite neu und senden Sie es noch einmal.",
        "This form has expired or does not come from this site. Reload the page and send it again."));

    public static readonly ProblemKind LinkRefused = new("ACC-004", 422, new(
        "Deze link is verlopen, al gebruikt of onbekend. Vraag wie u uitnodigde om een nieuwe.",
        "Ce lien a expiré, a déjà servi ou est inconnu. Demandez-en un nouveau à la personne qui vous a invité.",
        "Dieser Link ist abgelaufen, schon benutzt oder unbekannt. Bitten Sie die Person, die Sie eingeladen hat, um einen neuen.",
        "This link has expired, was used already or is unknown. Ask whoever invited you for a new one."));

    public static readonly ProblemKind EnrolmentOver = new("ACC-005", 422, new(
        "De inschrijving is voorbij of al afgerond. Vraag een nieuwe uitnodiging.",
        "L’inscription est terminée ou a expiré. Demandez une nouvelle invitation.",
        "Die Einrichtung ist abgelaufen oder schon abgeschlossen. Bitten Sie um eine neue Einladung.",
        "The enrolment is over or already done. Ask for a new invitation."));

    public static readonly ProblemKind PasskeyRefused = new("ACC-006", 422, new(
        "De toegangssleutel is niet aanvaard: {reason}. Probeer opnieuw.",
        "La clé d’accès n’est pas acceptée : {reason}. Réessayez.",
        "Der Passkey wurde nicht angenommen: {reason}. Versuchen Sie es noch einmal.",
        "The passkey was not accepted: {reason}. Try again."));

    public static readonly ProblemKind TokenIsNoPerson = new("ACC-007", 403, new(
        "Dit kan niet met een API-sleutel: een persoon moet zich aanmelden.",
        "Impossible avec un jeton d’API : une personne doit se connecter.",
        "Das geht nicht mit einem API-Token: eine Person muss sich anmelden.",
        "This cannot be done with an API token: a person has to sign in."));

    public static readonly ProblemKind NameTaken = new("ACC-008", 409, new(
        "De aanmeldnaam {name} bestaat al. Kies een andere.",
        "Le nom de connexion {name} existe déjà. Choisissez-en un autre.",
        "Den Anmeldenamen {name} gibt es schon. Wählen Sie einen anderen.",
        "The sign-in name {name} exists already. Choose another."));

    public static readonly ProblemKind SecondPersonNeeded = new("ACC-009", 422, new(
        "Dit moet een tweede persoon doen: niemand doet dit voor zichzelf.",
        "Une deuxième personne doit le faire : personne ne le fait pour soi-même.",
        "Das muss eine zweite Person tun: niemand tut es für sich selbst.",
        "A second person has to do this: nobody does it for themselves."));

    public static readonly ProblemKind WhyNeeded = new("ACC-010", 422, new(
        "Schrijf waarom, in minstens {least} tekens.",
        "Écrivez pourquoi, en {least} caractères au moins.",
        "Schreiben Sie, warum, in mindestens {least} Zeichen.",
        "Write why, in at least {least} characters."));

    public static readonly ProblemKind PassphraseRefused = new("ACC-011", 422, new(
        "De wachtzin moet {least} tot {most} tekens tellen, mag uw naam niet bevatten en niet voor de hand liggen. Vijf losse woorden zijn goed.",
        "La phrase de passe doit compter de {least} à {most} caractères, ne pas contenir votre nom et ne pas être évidente. Cinq mots sans lien conviennent.",
        "Die Passphrase muss {least} bis {most} Zeichen haben, darf Ihren Namen nicht enthalten und nicht naheliegen. Fünf lose Wörter sind gut.",
        "The passphrase takes {least} to {most} characters, must not hold your name and not be obvious. Five unrelated words are good."));

    public static readonly ProblemKind CodeRefused = new("ACC-012", 422, new(
        "De code klopt niet of is al gebruikt. Wacht op de volgende en controleer de klok van uw telefoon.",
        "Le code est faux ou a déjà servi. Attendez le suivant et vérifiez l’heure de votre téléphone.",
        "Der Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten und prüfen Sie die Uhr Ihres Telefons.",
        "The code is wrong or was used already. Wait for the next one and check the clock of your phone."));

    public static readonly ProblemKind LastFactor = new("ACC-013", 422, new(
        "Dit is uw laatste manier om aan te melden. Voeg eerst een andere toe.",
        "C’est votre dernier moyen de connexion. Ajoutez-en d’abord un autre.",
        "Dies ist Ihre letzte Anmeldemöglichkeit. Fügen Sie zuerst eine andere hinzu.",
        "This is your last way to sign in. Add another first."));

    public static readonly ProblemKind ScopeRefused = new("ACC-014", 422, new(
        "Geef één tot {most} bereiken, zoals alerts:draft, gescheiden door spaties.",
        "Donnez un à {most} périmètres, comme alerts:draft, séparés par des espaces.",
        "Geben Sie einen bis {most} Bereiche an, wie alerts:draft, durch Leerzeichen getrennt.",
        "Give one to {most} scopes, such as alerts:draft, separated by spaces."));

    public static readonly ProblemKind LifeRefused = new("ACC-015", 422, new(
        "Een API-sleutel leeft 1 tot {most} dagen.",
        "Un jeton d’API vit de 1 à {most} jours.",
        "Ein API-Token lebt 1 bis {most} Tage.",
        "An API token lives 1 to {most} days."));

    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        SignInRefused, TooManyTries, ForeignForm, LinkRefused, EnrolmentOver, PasskeyRefused, TokenIsNoPerson, NameTaken,
        SecondPersonNeeded, WhyNeeded, PassphraseRefused, CodeRefused, LastFactor, ScopeRefused, LifeRefused,
    ];
}
