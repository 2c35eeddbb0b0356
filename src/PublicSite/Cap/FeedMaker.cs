using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.PublicSite.Cap;

/// <summary>The Atom feed of everything published. The same alerts give the same bytes.</summary>
sealed class FeedMaker(Instance instance)
{
    static readonly LocalizedText Title = new("Waarschuwingen", "Alertes", "Warnungen", "Alerts");
    static readonly LocalizedText Exercise = new("OEFENING", "EXERCICE", "ÜBUNG", "EXERCISE");

    /// <param name="root">Where this site is seen from outside, without a slash at its end.</param>
    public byte[] Make(IReadOnlyList<PublicNotice> notices, string root, Language language)
    {
        var messages = notices.SelectMany(notice => notice.Messages).OrderByDescending(message => message.Published).ThenBy(message => message.Identifier, StringComparer.Ordinal).ToList();
        var entries = new List<CapFeedEntry>();
        foreach (var message in messages)
        {
            if (CapReader.Read(message.Document).TryGet(out var alert, out _))
            {
                entries.Add(CapFeedEntry.Of(alert, new Uri($"{root}/cap/{Uri.EscapeDataString(message.Identifier)}.xml"), language));
            }
        }

        var mark = instance.IsExercise ? $"[{Exercise[language]}] " : "";
        return CapFeed.Write(new CapFeed(
            $"tag:{instance.Origin},2026:alerts", mark + Title[language], instance.Origin, entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries.Max(entry => entry.Updated),
            new Uri($"{root}/cap/feed.atom"), entries));
    }
}
