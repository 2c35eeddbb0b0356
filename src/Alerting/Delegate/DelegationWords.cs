using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting.Pages;

/// <summary>The words of delegations.</summary>
static class DelegationWords
{
    public static readonly LocalizedText Delegations = new("Delegaties", "Délégations", "Übertragungen", "Delegations");
    public static readonly LocalizedText None = new("Niemand beslist hier in de plaats van een ander.", "Personne ne décide ici à la place d’une autre.", "Niemand entscheidet hier anstelle eines anderen.", "Nobody decides here in another’s place.");
    public static readonly LocalizedText Document = new("Schriftelijk besluit", "Décision écrite", "Schriftlicher Beschluss", "Written decision");
    public static readonly LocalizedText DocumentHelp = new("Nummer en datum, zoals B2026/14.", "Numéro et date, comme B2026/14.", "Nummer und Datum, wie B2026/14.", "Number and date, such as B2026/14.");
    public static readonly LocalizedText Giver = new("Gegeven door", "Donnée par", "Erteilt von", "Given by");
    public static readonly LocalizedText Taker = new("Aan", "À", "An", "To");
    public static readonly LocalizedText TakerHelp = new("Aanmeldnaam van de persoon die in uw plaats beslist.", "Nom de connexion de la personne qui décide à votre place.", "Anmeldename der Person, die an Ihrer Stelle entscheidet.", "Sign-in name of the person who decides in your place.");
    public static readonly LocalizedText Territory = new("Gebied", "Territoire", "Gebiet", "Territory");
    public static readonly LocalizedText Class = new("Soort waarschuwing", "Type d’alerte", "Art der Warnung", "Class of alert");
    public static readonly LocalizedText From = new("Van", "Du", "Von", "From");
    public static readonly LocalizedText FromHelp = new("Leeg: vanaf nu.", "Vide : dès maintenant.", "Leer: ab jetzt.", "Empty: from now.");
    public static readonly LocalizedText Until = new("Tot", "Au", "Bis", "Until");
    public static readonly LocalizedText UntilHelp = new("Hoogstens {0} dagen na het begin.", "Au plus {0} jours après le début.", "Höchstens {0} Tage nach dem Beginn.", "{0} days after the beginning at most.");
    public static readonly LocalizedText State = new("Toestand", "État", "Stand", "State");
    public static readonly LocalizedText Acts = new("Handelingen", "Actions", "Handlungen", "Acts");
    public static readonly LocalizedText Grant = new("Het beslissen overdragen", "Déléguer la décision", "Die Entscheidung übertragen", "Delegate the decision");
    public static readonly LocalizedText Confirm = new("Bevestigen", "Confirmer", "Bestätigen", "Confirm");
    public static readonly LocalizedText Revoke = new("Intrekken", "Révoquer", "Widerrufen", "Revoke");
    public static readonly LocalizedText ByTwo = new(
        "Ze geldt zodra een derde persoon ze bevestigt, en alleen zolang u zelf het beslissingsrecht hebt.", "Elle vaut dès qu’une tierce personne la confirme, et seulement tant que vous avez vous-même le droit de décider.",
        "Sie gilt, sobald eine dritte Person sie bestätigt, und nur solange Sie selbst das Entscheidungsrecht haben.", "It holds once another person confirms it, and only while you have the right to decide yourself.");
    public static readonly LocalizedText YouDecideUnder = new(
        "U beslist krachtens delegatie {0} van {1}, tot", "Vous décidez en vertu de la délégation {0} de {1}, jusqu’au", "Sie entscheiden aufgrund der Übertragung {0} von {1}, bis", "You decide under delegation {0} of {1}, until");

    public static LocalizedText Word(this DelegationState state) => state switch
    {
        DelegationState.Unconfirmed => new("Wacht op bevestiging", "Attend la confirmation", "Wartet auf Bestätigung", "Waits for confirmation"),
        DelegationState.NotBegun => new("Nog niet begonnen", "Pas encore commencée", "Noch nicht begonnen", "Not begun"),
        DelegationState.Holds => new("Geldt", "En vigueur", "Gilt", "Holds"),
        DelegationState.Over => new("Voorbij", "Échue", "Abgelaufen", "Over"),
        _ => new("Ingetrokken", "Révoquée", "Widerrufen", "Revoked"),
    };

    public static Tone ToneOf(DelegationState state) => state switch
    {
        DelegationState.Holds => Tone.Ok,
        DelegationState.Unconfirmed => Tone.Warning,
        DelegationState.NotBegun => Tone.Note,
        _ => Tone.Neutral,
    };
}
