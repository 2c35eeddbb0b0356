using Belfry.Kernel;

namespace Belfry.Alerting;

/// <summary>The words a follow-up starts with, in every language the first one had. A person completes and another approves them.</summary>
static class FollowUpWords
{
    static readonly Dictionary<VersionKind, LocalizedText> Heads = new()
    {
        [VersionKind.Update] = new("Update", "Mise à jour", "Aktualisierung", "Update"),
        [VersionKind.Correction] = new("Rechtzetting", "Rectification", "Berichtigung", "Correction"),
        [VersionKind.AllClear] = new("Einde van het gevaar", "Fin du danger", "Entwarnung", "All clear"),
        [VersionKind.Cancel] = new("Ingetrokken", "Annulation", "Zurückgezogen", "Cancelled"),
    };

    static readonly Dictionary<VersionKind, LocalizedText> Sentences = new()
    {
        [VersionKind.Update] = new("Nieuwe informatie:", "Nouvelles informations :", "Neue Informationen:", "New information:"),
        [VersionKind.Correction] = new("Het vorige bericht over {place} was fout. Juist is:", "Le message précédent sur {place} était erroné. Correct :", "Die vorige Meldung zu {place} war falsch. Richtig ist:", "The earlier message about {place} was wrong. Correct is:"),
        [VersionKind.AllClear] = new("Het gevaar in {place} is voorbij. U hoeft niets meer te doen.", "Le danger à {place} est passé. Vous ne devez plus rien faire.", "Die Gefahr in {place} ist vorbei. Sie müssen nichts mehr tun.", "The danger in {place} is over. You need do nothing more."),
        [VersionKind.Cancel] = new("Het bericht over {place} is per vergissing verstuurd. Er is geen gevaar.", "Le message sur {place} a été envoyé par erreur. Il n’y a pas de danger.", "Die Meldung zu {place} wurde irrtümlich gesendet. Es besteht keine Gefahr.", "The message about {place} was sent by mistake. There is no danger."),
    };

    public static IReadOnlyList<AlertText> For(VersionKind kind, AlertVersion before) => [.. before.Texts.Select(text =>
    {
        var head = Heads[kind][text.Language];
        var sentence = Sentences[kind][text.Language].Replace("{place}", before.Place, StringComparison.Ordinal);
        var goesOn = kind is VersionKind.Update or VersionKind.Correction;
        return new AlertText(
            text.Language, Cut($"{head}: {Bare(text.Title)}", 160), goesOn ? $"{head}. {sentence} {text.Sms}" : $"{head}. {sentence}", goesOn ? $"{sentence}\n\n{text.Body}" : sentence,
            goesOn ? text.Instruction : "");
    })];

    // A correction of a correction is not called a correction twice.
    static string Bare(string title)
    {
        var colon = title.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && Heads.Values.Any(head => Enum.GetValues<Language>().Any(language => head[language] == title[..colon])) ? title[(colon + 2)..] : title;
    }

    static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
