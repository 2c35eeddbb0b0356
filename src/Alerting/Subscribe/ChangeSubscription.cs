using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>Changes or ends a registration, by its owner, on the page that their link opened; or ends one channel by the link in a mail.</summary>
public sealed class ChangeSubscription
{
    static readonly Viewer Public = Viewer.Program("public");

    readonly Db db;
    readonly Instance instance;
    readonly SubscriberMail mail;
    readonly SubscriberLinks links;
    readonly ContactDigests digests;
    readonly Dispatches dispatches;

    internal ChangeSubscription(Db db, Instance instance, SubscriberMail mail, SubscriberLinks links, ContactDigests digests, Dispatches dispatches) =>
        (this.db, this.instance, this.mail, this.links, this.digests, this.dispatches) = (db, instance, mail, links, digests, dispatches);

    /// <summary>Everything but a new address holds at once. A new address has to prove itself first; until then the old one stays.</summary>
    /// <returns>The word of the page where codes are typed, empty when no address is new; every refusal of the form, SUBS-011, or SUBS-014 when the page is over.</returns>
    public async Task<Result<string>> RunAsync(string page, SubscribeForm form, string client, CancellationToken ct)
    {
        if (!Wanted.Read(form with { Agreed = true }).TryGet(out var read, out var problems))
        {
            return Result<string>.Refused(problems);
        }

        var result = await db.ChangeAsync<string>(new Act(Public, "ChangeSubscription"), async change =>
        {
            if (await SubscribeLimits.AskAsync(change, client) is { } often)
            {
                return often;
            }

            if (await SubscriptionStore.FindKeyAsync(change, LinkWord.DigestOf(page), OpenSubscription.Page, change.Now) is not { } id || await SubscriptionStore.FindOwnerAsync(change, id) is not { } owner)
            {
                return SubscribeProblems.LinkOver;
            }

            var (wish, name) = (read.Wish, instance.Keys.Envelope.Seal(read.Wish.Name, Subscribers.NamePlace(id)));
            await SubscriptionStore.ChangeOwnerAsync(change, owner with { Name = name, Language = wish.Language, Official = wish.Official, Tests = wish.Tests });
            await SubscriptionStore.DropPlacesAsync(change, id);
            await AudienceStore.AddAsync(change, [], [], wish.PlacesOf(id));
            return await AddressesAsync(change, id, read.Addresses, wish.Language);
        }, ct);
        dispatches.Ring();
        return result;
    }

    async Task<string> AddressesAsync(Change change, Guid id, IReadOnlyDictionary<ChannelKind, string> wanted, Language language)
    {
        var known = (await SubscriptionStore.ContactsAsync(change, id)).ToDictionary(one => one.Channel);
        var fresh = wanted.Where(one => !known.TryGetValue(one.Key, out var old) || !digests.Of(one.Key, one.Value).AsSpan().SequenceEqual(old.Digest)).ToDictionary();
        foreach (var channel in known.Keys.Where(channel => !wanted.ContainsKey(channel)))
        {
            // The last address that is proved stays until a new one is: nobody drops out of warnings by a typing error.
            if (known.Keys.Any(other => other != channel && wanted.ContainsKey(other)))
            {
                await SubscriptionStore.DropContactAsync(change, id, channel);
            }
        }

        return fresh.Count == 0 ? "" : await mail.ProveAsync(change, id, [], fresh, language);
    }

    /// <summary>Ends it: everything is deleted in this moment.</summary>
    /// <returns>SUBS-014 when the page is over.</returns>
    public Task<Result<Done>> EndAsync(string page, CancellationToken ct) => db.ChangeAsync<Done>(new Act(Public, "EndSubscription"), async change =>
    {
        if (await SubscriptionStore.FindKeyAsync(change, LinkWord.DigestOf(page), OpenSubscription.Page, change.Now) is not { } id)
        {
            return SubscribeProblems.LinkOver;
        }

        await SubscriptionStore.ForgetAsync(change, id);
        return Done.Value;
    }, ct);

    /// <summary>RFC 8058: one POST ends mails, or withdraws an address that someone else gave. Who is left without one is forgotten whole.</summary>
    /// <returns>SUBS-014 when we did not make the link. Done twice, or by someone unknown by now, it is done.</returns>
    public async Task<Result<Done>> EndMailAsync(string word, CancellationToken ct)
    {
        if (links.SubscriberOf(word) is not { } id)
        {
            return SubscribeProblems.LinkOver;
        }

        await db.ChangeAsync(new Act(Public, "EndMail"), async change =>
        {
            await SubscriptionStore.DropProofAsync(change, id, ChannelKind.Email);
            if (await SubscriptionStore.DropContactAsync(change, id, ChannelKind.Email) > 0 && (await SubscriptionStore.ContactsAsync(change, id)).Count == 0)
            {
                await SubscriptionStore.ForgetAsync(change, id);
            }
        }, ct);
        return Done.Value;
    }

    /// <summary>Whether a link is ours, before anything is done.</summary>
    public bool IsOurs(string word) => links.SubscriberOf(word) is not null;
}
