using System.Buffers.Text;
using System.Security.Cryptography;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Belfry.Alerting;

/// <summary>Addresses of the public pages as messages carry them. A rehearsal's lead to this machine, the real world's to its origin.</summary>
public sealed class SubscriberLinks
{
    readonly ContactDigests digests;
    readonly Instance instance;
    readonly IServer server;

    internal SubscriberLinks(ContactDigests digests, Instance instance, IServer server) => (this.digests, this.instance, this.server) = (digests, instance, server);

    internal string Confirm(Language language, string word) => $"{Root}/public/{Two(language)}/confirm/{word}";

    internal string Open(Language language, string word) => $"{Root}/public/{Two(language)}/open/{word}";

    /// <summary>Ends mails to this person by one POST (RFC 8058). Made anew each time, never stored, and good for as long as the mail lies in a box.</summary>
    public Uri Unsubscribe(Guid subscriber, Language language) => new($"{Root}/public/{Two(language)}/unsubscribe/{Base64Url.EncodeToString([.. subscriber.ToByteArray(bigEndian: true), .. Mark(subscriber)])}");

    /// <returns>Whose link it is; null when we did not make it.</returns>
    internal Guid? SubscriberOf(string word)
    {
        if (word.Length != 43 || !Base64Url.IsValid(word))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(word);
        var subscriber = new Guid(bytes.AsSpan(0, 16), bigEndian: true);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(16), Mark(subscriber)) ? subscriber : null;
    }

    byte[] Mark(Guid subscriber) => digests.Seal($"unsubscribe {subscriber:N}");

    string Root => instance.World == World.Real ? "https://" + instance.Origin : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/') ?? "https://" + instance.Origin;

    static string Two(Language language) => language.Tag()[..2];
}
