using Belfry.Dispatch;
using Belfry.Kernel;

namespace Belfry.Alerting.Storage;

/// <summary>Statements about one person's registration: asked for, proved, opened, changed, left.</summary>
static class SubscriptionStore
{
    public sealed record Request(Guid Id, byte[] Page, Guid Subscriber, byte[] Wish, Language Language, DateTimeOffset Made, DateTimeOffset Expires);

    public sealed record Proof(Guid Request, ChannelKind Channel, byte[] Address, byte[] Digest, byte[] Code, byte[] Link, long Tries, bool Proved);

    public sealed record Owner(Guid Id, byte[] Name, Language Language, bool Official, bool Tests, DateTimeOffset Since);

    public sealed record Contact(ChannelKind Channel, byte[] Address, byte[] Digest, bool Confirmed);

    public sealed record Wish(Guid Id, ChannelKind Channel, byte[] Digest, Language Language, DateTimeOffset Made);

    public sealed record Gone(Guid Id, DateTimeOffset Since, DateTimeOffset At);

    public static async Task AddRequestAsync(Change change, Request request, IEnumerable<Proof> proofs)
    {
        await change.ExecuteAsync(
            "insert into subscription_request (id, page, subscriber, wish, language, made, expires) values (@Id, @Page, @Subscriber, @Wish, @Language, @Made, @Expires)", request);
        await change.ExecuteManyAsync(
            "insert into contact_proof (request, channel, address, digest, code, link, tries, proved) values (@Request, @Channel, @Address, @Digest, @Code, @Link, @Tries, @Proved)", proofs);
    }

    /// <summary>Holds the row: the two addresses of one registration are proved one after the other.</summary>
    public static Task<Request?> LockRequestAsync(Change change, Guid id) => change.FindAsync<Request>(
        "select id, page, subscriber, wish, language, made, expires from subscription_request where id = @id {for update}", new { id });

    public static Task<Request?> FindRequestAsync(Reading reading, byte[] page) => reading.FindAsync<Request>(
        "select id, page, subscriber, wish, language, made, expires from subscription_request where page = @page", new { page });

    public static Task<IReadOnlyList<Proof>> ProofsAsync(Reading reading, Guid request) => reading.QueryAsync<Proof>(
        "select request, channel, address, digest, code, link, tries, proved from contact_proof where request = @request order by channel", new { request });

    public static Task<Proof?> FindProofAsync(Reading reading, byte[] link) => reading.FindAsync<Proof>(
        "select request, channel, address, digest, code, link, tries, proved from contact_proof where link = @link", new { link });

    public static Task CountTryAsync(Change change, Guid request, ChannelKind channel) => change.ExecuteAsync(
        "update contact_proof set tries = tries + 1 where request = @request and channel = @channel", new { request, channel });

    public static Task ProveAsync(Change change, Guid request, ChannelKind channel) => change.ExecuteAsync(
        "update contact_proof set proved = @yes where request = @request and channel = @channel", new { request, channel, yes = true });

    public static Task<Owner?> FindOwnerAsync(Reading reading, Guid id) => reading.FindAsync<Owner>(
        "select id, name, language, official, tests, since from subscriber where id = @id", new { id });

    public static Task<IReadOnlyList<Contact>> ContactsAsync(Reading reading, Guid subscriber) => reading.QueryAsync<Contact>(
        "select channel, address, digest, confirmed from contact where subscriber = @subscriber order by channel, rank", new { subscriber });

    public static Task<IReadOnlyList<AudienceStore.PlaceRow>> PlacesAsync(Reading reading, Guid subscriber) => reading.QueryAsync<AudienceStore.PlaceRow>(
        "select subscriber, latitude, longitude from place where subscriber = @subscriber order by cell", new { subscriber });

    /// <returns>Whose address this is; null when it is nobody's.</returns>
    public static Task<Guid?> FindByAddressAsync(Reading reading, ChannelKind channel, byte[] digest) => reading.FindAsync<Guid?>(
        "select subscriber from contact where channel = @channel and digest = @digest", new { channel, digest });

    /// <summary>One address per person and channel: a new one takes the place of the old.</summary>
    public static async Task ReplaceContactAsync(Change change, Guid subscriber, ChannelKind channel, byte[] address, byte[] digest)
    {
        await DropContactAsync(change, subscriber, channel);
        await change.ExecuteAsync(
            "insert into contact (subscriber, channel, rank, address, digest, confirmed) values (@subscriber, @channel, 0, @address, @digest, @yes)", new { subscriber, channel, address, digest, yes = true });
    }

    public static Task<long> DropContactAsync(Change change, Guid subscriber, ChannelKind channel) => change.ExecuteAsync(
        "delete from contact where subscriber = @subscriber and channel = @channel", new { subscriber, channel });

    public static Task<long> ChangeOwnerAsync(Change change, Owner owner) => change.ExecuteAsync(
        "update subscriber set name = @Name, language = @Language, official = @Official, tests = @Tests where id = @Id",
        new { owner.Name, owner.Language, owner.Official, owner.Tests, owner.Id });

    public static Task DropPlacesAsync(Change change, Guid subscriber) => change.ExecuteAsync("delete from place where subscriber = @subscriber", new { subscriber });

    /// <summary>The person and everything about them, at once; bare numbers stay until the ledger has forgotten the addresses too.</summary>
    public static async Task ForgetAsync(Change change, Guid subscriber)
    {
        if (await FindOwnerAsync(change, subscriber) is not { } owner)
        {
            return;
        }

        await change.ExecuteAsync("insert into subscriber_gone (id, since, gone) values (@subscriber, @Since, @now) on conflict (id) do nothing", new { subscriber, owner.Since, now = change.Now });
        await change.ExecuteAsync(
            "insert into subscriber_gone (id, since, gone) select id, made, @now from subscription_request where subscriber = @subscriber on conflict (id) do nothing", new { subscriber, now = change.Now });
        await change.ExecuteAsync("delete from contact where subscriber = @subscriber", new { subscriber });
        await DropPlacesAsync(change, subscriber);
        await change.ExecuteAsync("delete from contact_proof where request in (select id from subscription_request where subscriber = @subscriber)", new { subscriber });
        await change.ExecuteAsync("delete from subscription_request where subscriber = @subscriber", new { subscriber });
        await change.ExecuteAsync("delete from subscription_key where subscriber = @subscriber", new { subscriber });
        await change.ExecuteAsync("delete from subscriber where id = @subscriber", new { subscriber });
    }

    public static Task AddWishAsync(Change change, Wish wish) => change.ExecuteAsync(
        "insert into subscription_wish (id, channel, digest, language, made) values (@Id, @Channel, @Digest, @Language, @Made)", wish);

    public static Task<IReadOnlyList<Wish>> WishesAsync(Reading reading, long most) => reading.QueryAsync<Wish>(
        "select id, channel, digest, language, made from subscription_wish order by made, id limit @most", new { most });

    public static Task DropWishAsync(Change change, Guid id) => change.ExecuteAsync("delete from subscription_wish where id = @id", new { id });

    public static Task AddKeyAsync(Change change, byte[] digest, Guid subscriber, string stage, DateTimeOffset expires) => change.ExecuteAsync(
        "insert into subscription_key (digest, subscriber, stage, expires) values (@digest, @subscriber, @stage, @expires)", new { digest, subscriber, stage, expires });

    /// <returns>Whose it was; null when it is not there, over, or spent.</returns>
    public static async Task<Guid?> SpendKeyAsync(Change change, byte[] digest, string stage)
    {
        var spent = await change.QueryAsync<Guid>(
            "delete from subscription_key where digest = @digest and stage = @stage and expires > @now returning subscriber", new { digest, stage, now = change.Now });
        return spent.Count == 0 ? null : spent[0];
    }

    public static Task<Guid?> FindKeyAsync(Reading reading, byte[] digest, string stage, DateTimeOffset now) => reading.FindAsync<Guid?>(
        "select subscriber from subscription_key where digest = @digest and stage = @stage and expires > @now", new { digest, stage, now });

    /// <summary>An address that did not want to be asked.</summary>
    public static Task DropProofAsync(Change change, Guid request, ChannelKind channel) => change.ExecuteAsync(
        "delete from contact_proof where request = @request and channel = @channel", new { request, channel });

    /// <summary>Requests and keys past their time; what was proved of them has become a contact.</summary>
    public static async Task SweepAsync(Change change)
    {
        await change.ExecuteAsync("insert into subscriber_gone (id, since, gone) select id, made, @now from subscription_request where expires <= @now on conflict (id) do nothing", new { now = change.Now });
        await change.ExecuteAsync("delete from contact_proof where request in (select id from subscription_request where expires <= @now)", new { now = change.Now });
        await change.ExecuteAsync("delete from subscription_request where expires <= @now", new { now = change.Now });
        await change.ExecuteAsync("delete from subscription_key where expires <= @now", new { now = change.Now });
    }

    public static Task<IReadOnlyList<Gone>> GoneAsync(Reading reading, long most) => reading.QueryAsync<Gone>(
        "select id, since, gone as at from subscriber_gone order by gone, id limit @most", new { most });

    public static Task BuryAsync(Change change, IReadOnlyList<Guid> gone) => change.ExecuteAsync("delete from subscriber_gone where id {uuid gone}", new { gone });
}
