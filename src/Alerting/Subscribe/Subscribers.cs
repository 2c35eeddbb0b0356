using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>A person who asks to be warned.</summary>
/// <param name="Places">Up to five: home, work, the school.</param>
/// <param name="Official">Wants official messages too, not only danger to life.</param>
public sealed record Subscription(string Name, Language Language, IReadOnlyList<(ChannelKind Channel, string Address, bool Confirmed)> Contacts, IReadOnlyList<Position> Places, bool Official = true, bool Tests = true);

/// <summary>Keeps who asked to be warned: names and addresses sealed, a keyed digest to find the same address again.</summary>
public sealed class Subscribers(Db db, Instance instance)
{
    public const int MostPlaces = 5;

    readonly ContactDigests digests = new(instance);

    public Task<long> CountAsync(CancellationToken ct) => db.ReadAsync(Viewer.Program("subscribers"), AudienceStore.CountAsync, ct);

    /// <summary>Adds a batch in one commit. Addresses that are there already are left out by the caller.</summary>
    /// <param name="batch">At most 2,000: no commit may hold the writer long.</param>
    public async Task AddAsync(Viewer viewer, IReadOnlyList<Subscription> batch, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(batch.Count, 2_000);
        var (people, contacts, places) = (new List<AudienceStore.NewSubscriber>(), new List<AudienceStore.NewContact>(), new List<AudienceStore.NewPlace>());
        foreach (var one in batch)
        {
            var id = Id<Subscription>.New(instance.Clock).Value;
            people.Add(new AudienceStore.NewSubscriber(id, instance.Keys.Envelope.Seal(one.Name, NamePlace(id)), one.Language, one.Official, one.Tests, instance.Clock.Now));
            var rank = 0;
            foreach (var (channel, address, confirmed) in one.Contacts)
            {
                contacts.Add(new AudienceStore.NewContact(id, channel, rank++, instance.Keys.Envelope.Seal(address, FrozenRecipient.PlaceOf(id, channel)), digests.Of(channel, address), confirmed));
            }

            foreach (var place in one.Places.Take(MostPlaces))
            {
                places.Add(new AudienceStore.NewPlace(Cell.Of(place), id, place.Latitude, place.Longitude, Belgium.Load().At(place)?.Refnis ?? ""));
            }
        }

        await db.ChangeAsync(new Act(viewer, "AddSubscribers"), change => AudienceStore.AddAsync(change, people, contacts, places), ct);
    }

    internal static string NamePlace(Guid subscriber) => $"name {subscriber:N}";
}
