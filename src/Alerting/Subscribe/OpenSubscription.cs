using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>An own registration as its owner sees it.</summary>
/// <param name="Places">As <see cref="PlaceChoice"/>: the point, and the municipality it lies in.</param>
public sealed record OwnSubscription(string Name, Language Language, string Phone, string Mail, IReadOnlyList<PlaceChoice> Places, bool Official, bool Tests);

/// <summary>Opens a registration: a link is sent to one of its addresses, works once, and opens a page for half an hour.</summary>
public sealed class OpenSubscription(Db db, Instance instance, LedgerBell bell)
{
    public static readonly TimeSpan PageLives = TimeSpan.FromMinutes(30);

    internal const string Sent = "sent";
    internal const string Page = "page";

    static readonly Viewer Public = Viewer.Program("public");

    readonly ContactDigests digests = new(instance);

    /// <summary>Says nothing about whether the address is known: it writes down the wish, and a worker answers it.</summary>
    /// <returns>Refused only for what was typed (SUBS-001, SUBS-002, SUBS-003, SUBS-004 at <c>address</c>) or how often (SUBS-011).</returns>
    public async Task<Result<Done>> AskAsync(string? address, Language language, string client, CancellationToken ct)
    {
        var channel = address?.Contains('@', StringComparison.Ordinal) == true ? ChannelKind.Email : ChannelKind.Sms;
        if (!ContactAddress.Read(channel, address, "address").TryGet(out var clean, out var problems))
        {
            return Result<Done>.Refused(problems);
        }

        if (clean.Length == 0)
        {
            return SubscribeProblems.NoAddress.At("address");
        }

        var digest = digests.Of(channel, clean);
        var result = await db.ChangeAsync<Done>(new Act(Public, "AskForSubscription"), async change =>
        {
            if (await SubscribeLimits.AskAsync(change, client) is { } often)
            {
                return often;
            }

            if (await SubscribeLimits.MayTellAsync(change, digest))
            {
                await SubscriptionStore.AddWishAsync(change, new SubscriptionStore.Wish(Id<OpenSubscription>.New(instance.Clock).Value, channel, digest, language, change.Now));
            }

            return Done.Value;
        }, ct);
        bell.Ring();
        return result;
    }

    /// <summary>Spends the link that was sent.</summary>
    /// <returns>The word in the address of the page; SUBS-014.</returns>
    public Task<Result<string>> OpenAsync(string word, CancellationToken ct) => db.ChangeAsync<string>(new Act(Public, "OpenSubscription"), async change =>
    {
        if (await SubscriptionStore.SpendKeyAsync(change, LinkWord.DigestOf(word), Sent) is not { } subscriber)
        {
            return SubscribeProblems.LinkOver;
        }

        var page = LinkWord.New();
        await SubscriptionStore.AddKeyAsync(change, LinkWord.DigestOf(page), subscriber, Page, change.Now + PageLives);
        return page;
    }, ct);

    /// <returns>Null when the page is over.</returns>
    public Task<OwnSubscription?> FindAsync(string page, CancellationToken ct) => db.ReadAsync(Public, async reading =>
    {
        if (await SubscriptionStore.FindKeyAsync(reading, LinkWord.DigestOf(page), Page, instance.Clock.Now) is not { } id || await SubscriptionStore.FindOwnerAsync(reading, id) is not { } owner)
        {
            return null;
        }

        var contacts = (await SubscriptionStore.ContactsAsync(reading, id)).ToLookup(one => one.Channel, one => instance.Keys.Envelope.OpenText(one.Address, FrozenRecipient.PlaceOf(id, one.Channel)));
        var places = await SubscriptionStore.PlacesAsync(reading, id);
        return new OwnSubscription(
            instance.Keys.Envelope.OpenText(owner.Name, Subscribers.NamePlace(id)), owner.Language, contacts[ChannelKind.Sms].FirstOrDefault() ?? "", contacts[ChannelKind.Email].FirstOrDefault() ?? "",
            [.. places.Select(row => Position.Of(row.Latitude, row.Longitude).Value).Select(at => new PlaceChoice(at.ToString(), Belgium.Load().At(at)?.Name[owner.Language] ?? ""))],
            owner.Official, owner.Tests);
    }, ct);
}
