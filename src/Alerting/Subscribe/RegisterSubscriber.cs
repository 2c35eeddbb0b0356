using System.Text.Json;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>
/// A person asks to be warned. Kept apart and sealed until an address has proved itself; whether an address is known already changes neither
/// the answer nor the way to it.
/// </summary>
public sealed class RegisterSubscriber
{
    readonly Db db;
    readonly Instance instance;
    readonly SubscriberMail mail;
    readonly Dispatches dispatches;

    internal RegisterSubscriber(Db db, Instance instance, SubscriberMail mail, Dispatches dispatches) => (this.db, this.instance, this.mail, this.dispatches) = (db, instance, mail, dispatches);

    /// <param name="client">The connection it comes from, for the limits.</param>
    /// <returns>The word in the address of the page where the codes are typed; every refusal of the form, or SUBS-011.</returns>
    public async Task<Result<string>> RunAsync(SubscribeForm form, string client, CancellationToken ct)
    {
        if (!Wanted.Read(form).TryGet(out var read, out var problems))
        {
            return Result<string>.Refused(problems);
        }

        var subscriber = Id<Subscription>.New(instance.Clock).Value;
        var wish = instance.Keys.Envelope.Seal(JsonSerializer.SerializeToUtf8Bytes(read.Wish, Json.Strict), WishPlace(subscriber));
        var result = await db.ChangeAsync<string>(new Act(Viewer.Program("public"), "RegisterSubscriber"), async change =>
            await SubscribeLimits.AskAsync(change, client) is { } often ? often : await mail.ProveAsync(change, subscriber, wish, read.Addresses, read.Wish.Language), ct);
        dispatches.Ring();
        return result;
    }

    internal static string WishPlace(Guid subscriber) => $"wish {subscriber:N}";
}
