using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting.Storage;

/// <summary>Statements about who asked to be warned, and where. The same SQL finds the people in a polygon on both databases.</summary>
static class AudienceStore
{
    public sealed record PlaceRow(Guid Subscriber, string Municipality, double Latitude, double Longitude);

    public static Task<IReadOnlyList<PlaceRow>> InCellsAsync(Reading reading, long from, long to) => reading.QueryAsync<PlaceRow>(
        "select subscriber, municipality, latitude, longitude from place where cell between @from and @to", new { from, to });

    public static Task<IReadOnlyList<PersonInside>> WhollyInCellsAsync(Reading reading, long from, long to) => reading.QueryAsync<PersonInside>(
        "select subscriber, municipality from place where cell between @from and @to", new { from, to });

    public sealed record ContactRow(Guid Subscriber, ChannelKind Channel, byte[] Address, Language Language, string Suppressed);

    /// <summary>The addresses of these people on these channels, in order of person, channel and preference, with the reason where one gets nothing of this class.</summary>
    /// <param name="subscribers">In order. First and last are said apart: of a list alone the planner thinks better to read everyone.</param>
    public static async Task<IReadOnlyList<ContactRow>> ContactsAsync(Reading reading, IReadOnlyList<Guid> subscribers, IReadOnlyList<ChannelKind> channels, MessageClass @class) =>
        subscribers is not [var first, ..] ? [] : await reading.QueryAsync<ContactRow>(
            """
            select c.subscriber, c.channel, c.address, s.language,
                case when not c.confirmed then 'unconfirmed'
                     when @class = 'Official' and not s.official or @class = 'PublicTest' and not s.tests then 'class not chosen'
                     else '' end as suppressed
            from contact c join subscriber s on s.id = c.subscriber
            where c.subscriber {uuid subscribers} and c.subscriber between @first and @last and s.id between @first and @last and c.channel {in channels}
            order by c.subscriber, c.channel, c.confirmed desc, c.rank
            """,
            new { subscribers, first, last = subscribers[^1], channels, @class });

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
