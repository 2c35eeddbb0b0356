using Belfry.Kernel;

namespace Belfry.PublicSite;

/// <summary>What the pages of refusals say beside the refusal itself.</summary>
static class ProblemWords
{
    public static readonly LocalizedText Title = new("Weigeringen", "Refus", "Ablehnungen", "Refusals");
    public static readonly LocalizedText Lead = new(
        "Elke weigering van dit programma heeft een code die nooit opnieuw gebruikt wordt. Wat tussen accolades staat, vult het programma in.", "Chaque refus de ce programme a un code qui n’est jamais réutilisé. Ce qui figure entre accolades est rempli par le programme.",
        "Jede Ablehnung dieses Programms hat einen Code, der nie wiederverwendet wird. Was in Klammern steht, füllt das Programm aus.", "Every refusal of this program has a code that is never used again. What stands in braces is filled in by the program.");
    public static readonly LocalizedText Status = new("HTTP-status", "Statut HTTP", "HTTP-Status", "HTTP status");
    public static readonly LocalizedText ToDo = new("Wat u kunt doen", "Que faire", "Was Sie tun können", "What to do");

    /// <summary>What a status asks of whoever was refused; nothing was stored or sent in any case.</summary>
    public static LocalizedText Next(int status) => status switch
    {
        400 => new("De invoer is niet leesbaar. Verbeter de genoemde plaats en stuur alles opnieuw; er is niets bewaard.", "Les données ne sont pas lisibles. Corrigez l’endroit indiqué et renvoyez tout ; rien n’a été conservé.", "Die Eingabe ist nicht lesbar. Berichtigen Sie die genannte Stelle und senden Sie alles neu; nichts wurde gespeichert.", "The input can't be read. Correct the place it names and send everything again; nothing was kept."),
        401 => new("Meld u aan en doe het opnieuw.", "Connectez-vous et recommencez.", "Melden Sie sich an und wiederholen Sie es.", "Sign in and do it again."),
        403 => new("Vraag het iemand die dit recht heeft, of vraag het recht aan bij de beheerder van uw organisatie. Opnieuw proberen helpt niet.", "Demandez à quelqu’un qui a ce droit, ou demandez ce droit au gestionnaire de votre organisation. Réessayer ne sert à rien.", "Bitten Sie jemanden, der dieses Recht hat, oder beantragen Sie es beim Verwalter Ihrer Organisation. Wiederholen hilft nicht.", "Ask someone who has this right, or ask the keeper of your organisation for it. Trying again does not help."),
        404 => new("Kijk het adres of het nummer na. Het kan ook vervallen zijn.", "Vérifiez l’adresse ou le numéro. Il peut aussi être expiré.", "Prüfen Sie Adresse oder Nummer. Sie kann auch abgelaufen sein.", "Check the address or number. It may also have expired."),
        409 => new("Intussen is er iets veranderd. Lees opnieuw en beslis dan.", "Quelque chose a changé entre-temps. Relisez, puis décidez.", "Inzwischen hat sich etwas geändert. Lesen Sie neu und entscheiden Sie dann.", "Something changed meanwhile. Read it again, then decide."),
        413 => new("Stuur minder, of in delen.", "Envoyez moins, ou en plusieurs parties.", "Senden Sie weniger oder in Teilen.", "Send less, or in parts."),
        429 => new("Wacht zo lang als er staat en doe het opnieuw.", "Attendez le temps indiqué et recommencez.", "Warten Sie so lange wie angegeben und wiederholen Sie es.", "Wait as long as it says and do it again."),
        503 => new("Dit ligt niet aan u. Probeer het straks opnieuw.", "Ce n’est pas de votre fait. Réessayez plus tard.", "Das liegt nicht an Ihnen. Versuchen Sie es später erneut.", "This is not your doing. Try again later."),
        _ => new("Verbeter het genoemde veld en doe het opnieuw. Wat u typte, bleef staan; er is niets half bewaard.", "Corrigez le champ indiqué et recommencez. Ce que vous avez tapé est resté ; rien n’est conservé à moitié.", "Berichtigen Sie das genannte Feld und wiederholen Sie es. Was Sie tippten, blieb stehen; nichts wurde halb gespeichert.", "Correct the field it names and do it again. What you typed stayed; nothing was kept by half."),
    };
}
