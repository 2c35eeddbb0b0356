using Belfry.Alerting;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.PublicSite;

/// <summary>One alert as the public sees it: everything that was published of it, newest first.</summary>
/// <param name="Key">In addresses and file names: code of the authority and number of the alert. Numbers alone are each authority's own.</param>
/// <param name="Sender">The authority; null when it is no longer known.</param>
public sealed record PublicNotice(string Key, LocalizedText? Sender, IReadOnlyList<PublicAlert> Messages)
{
    public PublicAlert Newest => Messages[0];

    /// <summary>Neither over, nor withdrawn, nor past its time.</summary>
    public bool IsActive(DateTimeOffset now) => Newest.Version.Kind is not (VersionKind.AllClear or VersionKind.Cancel) && Newest.Expires > now;

    /// <summary>In the language asked for, else in the first it was written in: half a warning is more than none.</summary>
    public static AlertText? TextOf(PublicAlert message, Language language) => message.Version.TextIn(language) ?? (message.Version.Texts.Count > 0 ? message.Version.Texts[0] : null);

    public string AddressIn(Language language) => $"/public/{language.Tag()[..2]}/{Key}.html";
}
