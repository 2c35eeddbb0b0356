using System.Security.Cryptography;
using System.Text.Json;
using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>Where the proofs of one registration stand, for the page on which codes are typed.</summary>
public sealed record ProofProgress(Language Language, DateTimeOffset Until, IReadOnlyList<(ChannelKind Channel, string Address, bool Proved)> Contacts);

/// <summary>
/// An address proves itself by the code or the link that was sent to it; only then someone is warned there. Whoever holds an address owns it:
/// it leaves an earlier registration, and a registration without addresses is forgotten.
/// </summary>
public sealed class ConfirmContact(Db db, Instance instance)
{
    public const int MostTries = 5;

    static readonly Viewer Public = Viewer.Program("public");

    readonly ContactDigests digests = new(instance);

    /// <returns>Null when the page is over or never was.</returns>
    public Task<ProofProgress?> FindAsync(string page, CancellationToken ct) => db.ReadAsync(Public, async reading =>
    {
        if (await SubscriptionStore.FindRequestAsync(reading, LinkWord.DigestOf(page)) is not { } request || request.Expires <= instance.Clock.Now)
        {
            return null;
        }

        var proofs = await SubscriptionStore.ProofsAsync(reading, request.Id);
        return new ProofProgress(request.Language, request.Expires, [.. proofs.Select(proof => (proof.Channel, AddressOf(proof), proof.Proved))]);
    }, ct);

    /// <returns>SUBS-011, SUBS-012 or SUBS-013 at <c>code-sms</c> or <c>code-email</c>; SUBS-014 when the page is over.</returns>
    public async Task<Result<Done>> ByCodeAsync(string page, ChannelKind channel, string? code, string client, CancellationToken ct)
    {
        var field = "code-" + channel.ToString().ToLowerInvariant();
        Result<Done> result = SubscribeProblems.LinkOver;
        await db.ChangeAsync(new Act(Public, "ConfirmContact"), async change =>
        {
            result = SubscribeProblems.LinkOver;
            if (await SubscribeLimits.TryAsync(change, client) is { } often)
            {
                result = often;
                return;
            }

            if (await SubscriptionStore.FindRequestAsync(change, LinkWord.DigestOf(page)) is not { } found || await LockAsync(change, found.Id) is not { } request
                || (await SubscriptionStore.ProofsAsync(change, request.Id)).FirstOrDefault(one => one.Channel == channel) is not { } proof)
            {
                return;
            }

            // A wrong try is committed, unlike other refusals: it counts.
            result = proof.Proved ? Done.Value : proof.Tries >= MostTries ? SubscribeProblems.CodeSpent.At(field) : SubscribeProblems.CodeWrong.At(field, ("left", MostTries - proof.Tries - 1));
            var right = CryptographicOperations.FixedTimeEquals(digests.OfCode(request.Id, channel, Bare(code)), proof.Code);
            if (!proof.Proved && proof.Tries < MostTries && right)
            {
                await ProveAsync(change, request, proof);
                result = Done.Value;
            }
            else if (!proof.Proved && proof.Tries < MostTries)
            {
                await SubscriptionStore.CountTryAsync(change, request.Id, channel);
            }
        }, ct);
        return result;
    }

    /// <summary>The link in the message, followed by the press of a button: scanners follow links, people press.</summary>
    /// <returns>SUBS-014 when it is over. Pressed twice it says yes twice.</returns>
    public Task<Result<Done>> ByLinkAsync(string word, string client, CancellationToken ct) => db.ChangeAsync<Done>(new Act(Public, "ConfirmContact"), async change =>
    {
        if (await SubscribeLimits.TryAsync(change, client) is { } often)
        {
            return often;
        }

        if (await SubscriptionStore.FindProofAsync(change, LinkWord.DigestOf(word)) is not { } found || await LockAsync(change, found.Request) is not { } request)
        {
            return SubscribeProblems.LinkOver;
        }

        var proof = (await SubscriptionStore.ProofsAsync(change, request.Id)).Single(one => one.Channel == found.Channel);
        if (!proof.Proved)
        {
            await ProveAsync(change, request, proof);
        }

        return Done.Value;
    }, ct);

    static async Task<SubscriptionStore.Request?> LockAsync(Change change, Guid id) => await SubscriptionStore.LockRequestAsync(change, id) is { } request && request.Expires > change.Now ? request : null;

    async Task ProveAsync(Change change, SubscriptionStore.Request request, SubscriptionStore.Proof proof)
    {
        if (await SubscriptionStore.FindByAddressAsync(change, proof.Channel, proof.Digest) is { } earlier && earlier != request.Subscriber)
        {
            await SubscriptionStore.DropContactAsync(change, earlier, proof.Channel);
            if ((await SubscriptionStore.ContactsAsync(change, earlier)).Count == 0)
            {
                await SubscriptionStore.ForgetAsync(change, earlier);
            }
        }

        if (await SubscriptionStore.FindOwnerAsync(change, request.Subscriber) is null)
        {
            var wish = JsonSerializer.Deserialize<Wanted>(instance.Keys.Envelope.Open(request.Wish, RegisterSubscriber.WishPlace(request.Subscriber)), Json.Strict)!; // we wrote it
            await AudienceStore.AddAsync(
                change, [new AudienceStore.NewSubscriber(request.Subscriber, instance.Keys.Envelope.Seal(wish.Name, Subscribers.NamePlace(request.Subscriber)), wish.Language, wish.Official, wish.Tests, change.Now)],
                [], wish.PlacesOf(request.Subscriber));
        }

        var address = instance.Keys.Envelope.Seal(AddressOf(proof), FrozenRecipient.PlaceOf(request.Subscriber, proof.Channel));
        await SubscriptionStore.ReplaceContactAsync(change, request.Subscriber, proof.Channel, address, proof.Digest);
        await SubscriptionStore.ProveAsync(change, request.Id, proof.Channel);
    }

    string AddressOf(SubscriptionStore.Proof proof) => instance.Keys.Envelope.OpenText(proof.Address, FrozenRecipient.PlaceOf(proof.Request, proof.Channel));

    static string Bare(string? code) => string.Concat((code ?? "").Where(char.IsAsciiDigit).Take(12));
}
