using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <param name="Messages">What would be sent, by channel.</param>
/// <param name="Suppressed">Addresses that are there and get nothing, by reason: unconfirmed, class not chosen.</param>
/// <param name="People">Persons reached by at least one channel.</param>
/// <param name="ByLanguage">Messages by language.</param>
public sealed record AudienceEstimate(
    long People, IReadOnlyDictionary<ChannelKind, long> Messages, IReadOnlyDictionary<string, long> Suppressed, IReadOnlyDictionary<Language, long> ByLanguage)
{
    public static AudienceEstimate None { get; } = new(0, new Dictionary<ChannelKind, long>(), new Dictionary<string, long>(), new Dictionary<Language, long>());

    public long Total => Messages.Values.Sum();
}

/// <summary>Who is inside an area, and by what they can be reached.</summary>
public sealed class Audience(Db db)
{
    /// <summary>People looked up at once.</summary>
    const int Page = 2_000;

    readonly Viewer counting = Viewer.Program("audience");

    /// <summary>The persons with a place inside, once each, in order of their id.</summary>
    public Task<IReadOnlyList<Guid>> InsideAsync(Area area, CancellationToken ct) => db.ReadAsync(counting, reading => InsideAsync(reading, area), ct);

    internal static async Task<IReadOnlyList<Guid>> InsideAsync(Reading reading, Area area)
    {
        var found = new HashSet<Guid>();
        foreach (var range in area.CellRanges)
        {
            if (range.WhollyInside)
            {
                found.UnionWith(await AudienceStore.WhollyInCellsAsync(reading, range.From, range.To));
                continue;
            }

            foreach (var place in await AudienceStore.InCellsAsync(reading, range.From, range.To))
            {
                if (Position.Of(place.Latitude, place.Longitude).TryGet(out var position, out _) && area.Contains(position))
                {
                    found.Add(place.Subscriber);
                }
            }
        }

        return [.. found.Order()];
    }

    /// <summary>How many messages would go, by channel, and who is left out and why. Shown before anyone sends.</summary>
    public Task<AudienceEstimate> EstimateAsync(Area area, IReadOnlyList<ChannelKind> channels, MessageClass @class, CancellationToken ct) => db.ReadAsync(counting, async reading =>
    {
        var (messages, suppressed, languages, people) = (new Dictionary<ChannelKind, long>(), new Dictionary<string, long>(), new Dictionary<Language, long>(), 0L);
        foreach (var page in (await InsideAsync(reading, area)).Chunk(Page))
        {
            foreach (var person in (await RecipientsAsync(reading, page, channels, @class)).GroupBy(one => one.Recipient))
            {
                people += person.Any(one => one.Suppressed.Length == 0) ? 1 : 0;
                foreach (var one in person)
                {
                    if (one.Suppressed.Length > 0)
                    {
                        suppressed[one.Suppressed] = suppressed.GetValueOrDefault(one.Suppressed) + 1;
                        continue;
                    }

                    messages[one.Channel] = messages.GetValueOrDefault(one.Channel) + 1;
                    languages[one.Language] = languages.GetValueOrDefault(one.Language) + 1;
                }
            }
        }

        if (channels.Contains(ChannelKind.Cap))
        {
            messages[ChannelKind.Cap] = 1;
        }

        return new AudienceEstimate(people, messages, suppressed, languages);
    }, ct);

    /// <summary>These persons as the ledger freezes them: at most one address per channel, with the reason where one gets nothing.</summary>
    internal static async Task<IReadOnlyList<FrozenRecipient>> RecipientsAsync(Reading reading, IReadOnlyList<Guid> people, IReadOnlyList<ChannelKind> channels, MessageClass @class) =>
        [.. (await AudienceStore.ContactsAsync(reading, people)).Where(row => channels.Contains(row.Channel)).Select(row => new FrozenRecipient(
            row.Subscriber, row.Channel, row.Address, row.Language, row.Municipality ?? "", ReasonNot(row, @class)))];

    // Danger to life goes to every confirmed address, whatever was ticked.
    static string ReasonNot(AudienceStore.ContactRow row, MessageClass @class) =>
        !row.Confirmed ? "unconfirmed"
        : @class == MessageClass.Official && !row.Official ? "class not chosen"
        : @class == MessageClass.PublicTest && !row.Tests ? "class not chosen"
        : "";
}
