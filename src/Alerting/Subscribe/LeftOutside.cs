using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Kernel;

namespace Belfry.Alerting;

/// <summary>Those whom an update reaches though they are outside its area: they were told before, and may still act on it.</summary>
public sealed class LeftOutside(Db db, Audience audience)
{
    const int Page = 2_000;

    /// <returns>Messages to them, 0 for a version that is no update. Suppressed and forgotten ones are not counted.</returns>
    public async Task<long> CountAsync(AlertVersion version, Area area, CancellationToken ct)
    {
        if (version.Rule != AudienceRule.InsideAreaAndBefore)
        {
            return 0;
        }

        var inside = (await audience.InsideAsync(area, ct)).ToDictionary(person => person.Subscriber);
        return await db.ReadAsync(Viewer.Program("audience"), async reading =>
        {
            var (count, before) = (0L, (await AlertStore.FindAsync(reading, version.References!.Value))!.Dispatch!.Value); // it followed something that was sent
            foreach (var channel in version.Channels.Where(channel => channel != ChannelKind.Cap))
            {
                for (long? after = 0; after is { } from;)
                {
                    (after, var told) = await Dispatches.RecipientsAsync(reading, before, channel, from, Page);
                    var again = (await Audience.RecipientsAsync(reading, [.. told.Where(one => inside.ContainsKey(one.Recipient)).Select(one => inside[one.Recipient])], [channel], version.Class)).Select(one => one.Recipient).ToHashSet();
                    count += told.Count(one => !again.Contains(one.Recipient));
                }
            }

            return count;
        }, ct);
    }
}
