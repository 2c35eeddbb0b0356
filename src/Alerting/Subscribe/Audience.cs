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

/// <param name="Municipality">REFNIS of a place of theirs inside the area; empty abroad.</param>
public readonly record struct PersonInside(Guid Subscriber, string Municipality)
{
    internal static readonly Comparer<PersonInside> ById =
        Comparer<PersonInside>.Create((one, other) => one.Subscriber.CompareTo(other.Subscriber) is var order and not 0 ? order : string.CompareOrdinal(one.Municipality, other.Municipality));
}

/// <summary>Who is inside an area, and by what they can be reached.</summary>
public sealed class Audience(Db db)
{
    /// <summary>People looked up at once.</summary>
    const int Page = 2_000;

    readonly Viewer counting = Viewer.Program("audience");

    /// <summary>The persons with a place inside, once each, in order of their id.</summary>
    public Task<IReadOnlyList<PersonInside>> InsideAsync(Area area, CancellationToken ct) => db.ReadAsync(counting, reading => InsideAsync(reading, area), ct);

    internal static async Task<IReadOnlyList<PersonInside>> InsideAsync(Reading reading, Area area)
    {
        var found = new List<PersonInside>();
        foreach (var range in area.CellRanges)
        {
            if (range.WhollyInside)
            {
                found.AddRange(await AudienceStore.WhollyInCellsAsync(reading, range.From, range.To));
                continue;
            }

            foreach (var place in await AudienceStore.InCellsAsync(reading, range.From, range.To))
            {
                if (Position.Of(place.Latitude, place.Longitude).TryGet(out var position, out _) && area.Contains(position))
                {
                    found.Add(new PersonInside(place.Subscriber, place.Municipality));
                }
            }
        }

        // Two places inside: the first municipality, so that a freeze that goes on after a crash says the same.
        found.Sort(PersonInside.ById);
        return [.. found.Where((one, at) => at == 0 || found[at - 1].Subscriber != one.Subscriber)];
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

    /// <summary>
    /// These persons as the ledger freezes them: one address per channel, the first that is confirmed or else the first, with the reason
    /// where one gets nothing. Danger to life goes to every confirmed address, whatever was ticked.
    /// </summary>
    internal static async Task<IReadOnlyList<FrozenRecipient>> RecipientsAsync(Reading reading, IReadOnlyList<PersonInside> people, IReadOnlyList<ChannelKind> channels, MessageClass @class)
    {
        var recipients = new List<FrozenRecipient>(people.Count);
        var municipalities = people.ToDictionary(person => person.Subscriber, person => person.Municipality);
        var before = (default(Guid), default(ChannelKind));
        foreach (var row in await AudienceStore.ContactsAsync(reading, [.. people.Select(person => person.Subscriber)], channels, @class))
        {
            if (before != (row.Subscriber, row.Channel))
            {
                before = (row.Subscriber, row.Channel);
                recipients.Add(new FrozenRecipient(row.Subscriber, row.Channel, row.Address, row.Language, municipalities[row.Subscriber], row.Suppressed));
            }
        }

        return recipients;
    }
}
