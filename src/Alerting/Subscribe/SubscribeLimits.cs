using Belfry.Kernel;

namespace Belfry.Alerting;

/// <summary>
/// How often anyone may ask. By connection, so that nobody tries numbers or floods the carriers; by address, so that nobody's phone is filled.
/// Over the second limit nothing is sent and nothing is said: the answer is the same for every address.
/// </summary>
static class SubscribeLimits
{
    /// <summary>Forms: ten at once from one connection, then twenty an hour.</summary>
    static Rate Asking(string client) => new("subscribe/client/" + client, 20 / 3600.0, 10);

    /// <summary>Codes typed: thirty at once, then six a minute. Each code dies after five by itself.</summary>
    static Rate Trying(string client) => new("subscribe/try/" + client, 0.1, 30);

    /// <summary>Messages to one address: three at once, then one in eight hours. The name keeps three bytes of the digest: enough to share it by chance one time in 16 million, too few to find anyone.</summary>
    static Rate Telling(byte[] digest) => new("subscribe/address/" + Convert.ToHexStringLower(digest.AsSpan(0, 3)), 3 / 86_400.0, 3);

    public static Task<Problem?> AskAsync(Change change, string client) => TakeAsync(change, Asking(client));

    public static Task<Problem?> TryAsync(Change change, string client) => TakeAsync(change, Trying(client));

    public static async Task<bool> MayTellAsync(Change change, byte[] digest) => (await Telling(digest).TakeAsync(change, 1)).Taken == 1;

    static async Task<Problem?> TakeAsync(Change change, Rate rate)
    {
        var (taken, next) = await rate.TakeAsync(change, 1);
        return taken == 1 ? null : SubscribeProblems.TooOften.With(("minutes", Math.Max(1, (int)Math.Ceiling((next - change.Now).TotalMinutes))));
    }
}
