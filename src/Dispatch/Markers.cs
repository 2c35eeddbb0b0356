using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Dispatch;

/// <summary>
/// Marks what leaves an exercise, first and last, in the text's own language, at the last moment before the carrier: no screen, template or
/// person can forget it (R15). The composer counts with the same marks.
/// </summary>
public sealed class Markers(World world)
{
    static readonly LocalizedText Exercise = new("OEFENING", "EXERCICE", "ÜBUNG", "EXERCISE");

    public string Mark(string text, Language language, ChannelKind channel) => world == World.Real || channel == ChannelKind.Cap
        ? text // CAP has its own field for it: status Exercise
        : channel == ChannelKind.Sms ? $"{Exercise[language]} {text} {Exercise[language]}" : $"{Exercise[language]}\n\n{text}\n\n{Exercise[language]}";

    public string MarkTitle(string title, Language language) => world == World.Real || title.Length == 0 ? title : $"[{Exercise[language]}] {title}";
}
