using Belfry.Alerting;
using Belfry.Kernel;

namespace Belfry.PublicSite;

/// <summary>What the public pages say, in four languages.</summary>
static class PublicWords
{
    public static readonly LocalizedText Title = new("Waarschuwingen", "Alertes", "Warnungen", "Alerts");
    public static readonly LocalizedText Exercise = new("Dit is een oefening. Er is geen gevaar.", "Ceci est un exercice. Il n’y a pas de danger.", "Dies ist eine Übung. Es besteht keine Gefahr.", "This is an exercise. There is no danger.");
    public static readonly LocalizedText Active = new("Nu van kracht", "En cours", "Jetzt gültig", "In force now");
    public static readonly LocalizedText Past = new("Voorbij", "Terminées", "Vorbei", "Past");
    public static readonly LocalizedText NoneActive = new("Er is nu geen waarschuwing van kracht.", "Aucune alerte n’est en cours.", "Zurzeit ist keine Warnung gültig.", "No alert is in force now.");
    public static readonly LocalizedText Emergency = new("Bel 112 alleen als iemand in gevaar is.", "Appelez le 112 seulement si quelqu’un est en danger.", "Rufen Sie 112 nur, wenn jemand in Gefahr ist.", "Call 112 only when someone is in danger.");
    public static readonly LocalizedText WhatToDo = new("Wat u moet doen", "Ce que vous devez faire", "Was Sie tun sollen", "What to do");
    public static readonly LocalizedText Where = new("Waar", "Où", "Wo", "Where");
    public static readonly LocalizedText Number = new("Nummer", "Numéro", "Nummer", "Number");
    public static readonly LocalizedText From = new("Afzender", "Expéditeur", "Absender", "Sender");
    public static readonly LocalizedText Published = new("Gepubliceerd", "Publiée", "Veröffentlicht", "Published");
    public static readonly LocalizedText Until = new("Geldig tot", "Valable jusqu’à", "Gültig bis", "Valid until");
    public static readonly LocalizedText Digest = new("Vingerafdruk (SHA-256)", "Empreinte (SHA-256)", "Fingerabdruck (SHA-256)", "Digest (SHA-256)");
    public static readonly LocalizedText Signed = new("Ondertekend bericht (CAP)", "Message signé (CAP)", "Signierte Meldung (CAP)", "Signed message (CAP)");
    public static readonly LocalizedText Earlier = new("Eerder hierover", "Messages précédents", "Frühere Meldungen", "Earlier messages");
    public static readonly LocalizedText All = new("Alle waarschuwingen", "Toutes les alertes", "Alle Warnungen", "All alerts");
    public static readonly LocalizedText Made = new("Deze pagina is van", "Cette page date de", "Diese Seite ist von", "This page is from");
    public static readonly LocalizedText Real = new("Is deze waarschuwing echt?", "Cette alerte est-elle vraie ?", "Ist diese Warnung echt?", "Is this alert real?");
    public static readonly LocalizedText Paste = new("Plak het bericht of typ het nummer", "Collez le message ou tapez le numéro", "Fügen Sie die Meldung ein oder tippen Sie die Nummer", "Paste the message or type the number");
    public static readonly LocalizedText PasteHelp = new("Wat u plakt, wordt niet bewaard.", "Ce que vous collez n’est pas conservé.", "Was Sie einfügen, wird nicht gespeichert.", "What you paste is not kept.");
    public static readonly LocalizedText Check = new("Nakijken", "Vérifier", "Prüfen", "Check");

    static readonly LocalizedText RealSame = new("Ja. Zo is het gepubliceerd:", "Oui. Il a été publié ainsi :", "Ja. So wurde sie veröffentlicht:", "Yes. It was published like this:");
    static readonly LocalizedText RealNumber = new(
        "Dit nummer bestaat. Vergelijk uw bericht met wat hier staat; alleen dit telt.", "Ce numéro existe. Comparez votre message avec ce qui suit ; cela seul compte.",
        "Diese Nummer gibt es. Vergleichen Sie Ihre Meldung mit dem, was hier steht; nur das gilt.", "This number exists. Compare your message with what stands here; only this counts.");
    static readonly LocalizedText RealDiffers = new(
        "Opgelet: uw bericht lijkt hierop, maar is niet hetzelfde. Volg geen koppeling erin. Alleen wat hier staat, is gepubliceerd.",
        "Attention : votre message y ressemble, mais n’est pas identique. Ne suivez aucun lien. Seul ce qui figure ici a été publié.",
        "Achtung: Ihre Meldung ähnelt dieser, ist aber nicht dieselbe. Folgen Sie keinem Link darin. Nur was hier steht, wurde veröffentlicht.",
        "Careful: your message resembles this one but is not the same. Follow no link in it. Only what stands here was published.");
    static readonly LocalizedText RealNot = new(
        "Niet gevonden. Wij publiceerden de laatste tijd niets met deze woorden of dit nummer. Volg geen koppeling erin en vraag het uw gemeente.",
        "Introuvable. Nous n’avons rien publié récemment avec ces mots ou ce numéro. Ne suivez aucun lien et demandez à votre commune.",
        "Nicht gefunden. Wir haben in letzter Zeit nichts mit diesen Worten oder dieser Nummer veröffentlicht. Folgen Sie keinem Link darin und fragen Sie Ihre Gemeinde.",
        "Not found. We have published nothing with these words or this number lately. Follow no link in it and ask your municipality.");

    public static LocalizedText Say(Likeness likeness) => likeness switch
    {
        Likeness.Same => RealSame,
        Likeness.Number => RealNumber,
        Likeness.Resembles => RealDiffers,
        _ => RealNot,
    };

    public static LocalizedText Word(VersionKind kind) => kind switch
    {
        VersionKind.Update => new("Update", "Mise à jour", "Aktualisierung", "Update"),
        VersionKind.Correction => new("Rechtzetting", "Rectification", "Berichtigung", "Correction"),
        VersionKind.AllClear => new("Einde van het gevaar", "Fin du danger", "Entwarnung", "All clear"),
        VersionKind.Cancel => new("Ingetrokken", "Annulée", "Zurückgezogen", "Cancelled"),
        _ => new("Waarschuwing", "Alerte", "Warnung", "Alert"),
    };
}
