using Belfry.Dispatch;
using Belfry.Kernel;

namespace Belfry.Alerting.Storage;

/// <summary>Statements about who asked to be warned, and where. The same SQL finds the people in a polygon on both databases.</summary>
static class AudienceStore
{
    public sealed record PlaceRow(Guid Subscriber, double Latitude, double Longitude);

    public static Task<IReadOnlyList<PlaceRow>> InCellsAsync(Reading reading, long from, long to) => reading.QueryAsync<PlaceRow>(
        "select subscriber, latitude, longitude from place where cell between @from and @to", new { from, to });

    public static Task<IReadOnlyList<Guid>> WhollyInCellsAsync(Reading reading, long from, long to) => reading.QueryAsync<Guid>(
        "select subscriber from place where cell between @from and @to", new { from, to });

    public sealed record ContactRow(Guid Subscriber, ChannelKind Channel, byte[] Address, bool Confirmed, Language Language, bool Official, bool Tests, string Municipality);

    /// <summary>The first address of each channel of these people, in order of person and channel.</summary>
    public static Task<IReadOnlyList<ContactRow>> ContactsAsync(Reading reading, IReadOnlyList<Guid> subscribers) => reading.QueryAsync<ContactRow>(
        """
        select c.subscriber, c.channel, c.address, c.confirmed, s.language, s.official, s.tests,
            (select min(p.municipality) from place p where p.subscriber = c.subscriber) as municipality
        from contact c join subscriber s on s.id = c.subscriber
        where c.subscriber {uuid subscribers}
          and c.rank = (select min(o.rank) from contact o where o.subscriber = c.subscriber and o.channel = c.channel)
        order by c.subscriber, c.channel
        """,
        new { subscribers });

    public static Task<long> CountAsync(Reading reading) => reading.ValueAsync<long>("select count(*) from subscriber");

    public sealed record NewSubscriber(Guid Id, byte[] Name, Language Language, bool Official, bool Tests, DateTimeOffset Since);

    public sealed record NewContact(Guid Subscriber, ChannelKind Channel, long Rank, byte[] Address, byte[] Digest, bool Confirmed);

    public sealed record NewPlace(long Cell, Guid Subscriber, double Latitude, double Longitude, string Municipality);

    public static async Task AddAsync(Change change, IReadOnlyList<NewSubscriber> people, IReadOnlyList<NewContact> contacts, IReadOnlyList<NewPlace> places)
    {
        await change.InsertManyAsync("subscriber", ["id", "name", "language", "official", "tests", "since"],
            people.Select(one => new object?[] { one.Id, one.Name, one.Language, one.Official, one.Tests, one.Since }));
        await change.InsertManyAsync("contact", ["subscriber", "channel", "rank", "address", "digest", "confirmed"],
            contacts.Select(one => new object?[] { one.Subscriber, one.Channel, one.Rank, one.Address, one.Digest, one.Confirmed }));
        await change.InsertManyAsync("place", ["cell", "subscriber", "latitude", "longitude", "municipality"],
            places.Select(one => new object?[] { one.Cell, one.Subscriber, one.Latitude, one.Longitude, one.Municipality }));
    }
}
