using Belfry.Kernel;

namespace Belfry.Dispatch;

/// <summary>Where one POST ends mails to a recipient (RFC 8058). The room that knows its recipients offers it; without one mails carry no such header.</summary>
/// <param name="of">Null for a recipient who can't leave.</param>
public sealed class UnsubscribeLinks(Func<Guid, Language, Uri?> of)
{
    internal Uri? Of(Guid recipient, Language language) => of(recipient, language);
}
