using System.Net;
using System.Net.Sockets;
using System.Text;
using Belfry.Alerting;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Belfry.PublicSite;

/// <summary>A posted public form, and the connection it came by.</summary>
sealed record Typed(IReadOnlyDictionary<string, StringValues> Fields, string Client)
{
    const int MostBytes = 64 * 1024;

    public string this[string name] => Fields.TryGetValue(name, out var values) && values.Count > 0 ? values[0] ?? "" : "";

    /// <returns>SHELL-007 when it is too large.</returns>
    public static async Task<Result<Typed>> ReadAsync(HttpContext http) => (await Json.BytesAsync(http, MostBytes)).Then<Typed>(body =>
        new Typed(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span)), ClientOf(http)));

    public SubscribeForm ToForm() => new(
        this["name"], this["language"], [.. Enumerable.Range(1, Subscribers.MostPlaces + 1).Select(number => new PlaceTyped(this[$"places-{number}"], this[$"choice-{number}"], this[$"for-{number}"]))],
        this["phone"], this["mail"], this["official"] == "true", this["tests"] == "true", this["agreed"] == "true");

    /// <summary>
    /// An IPv4 address, or the /64 of an IPv6 one: what one connection gets. The program listens on this machine only, so whoever speaks to it
    /// from here is the proxy, and the last address it names is the one it saw; what stands before is the client's own word.
    /// </summary>
    public static string ClientOf(HttpContext http)
    {
        var peer = http.Connection.RemoteIpAddress;
        var seen = http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return NetworkOf(peer is not null && IPAddress.IsLoopback(peer) && IPAddress.TryParse(seen, out var named) ? named : peer);
    }

    static string NetworkOf(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        if (plain is not { AddressFamily: AddressFamily.InterNetworkV6 })
        {
            return plain?.ToString() ?? "?";
        }

        var bytes = plain.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes) + "/64";
    }
}
