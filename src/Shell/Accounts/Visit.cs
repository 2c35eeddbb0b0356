using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Belfry.Shell;

/// <summary>Where a sign-in comes from, in as little as its owner needs to recognise it: half an address, browser and system.</summary>
sealed record Visit(string Network, string Agent)
{
    static readonly string[] Browsers = ["Edg", "OPR", "Firefox", "Chrome", "Safari", "belfry", "curl"];
    static readonly string[] Systems = ["Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux"];

    public static Visit Of(HttpContext http)
    {
        var agent = http.Request.Headers.UserAgent.ToString();
        string? First(string[] words) => words.FirstOrDefault(word => agent.Contains(word, StringComparison.Ordinal));
        var words = string.Join(", ", new[] { First(Browsers)?.Replace("Edg", "Edge", StringComparison.Ordinal), First(Systems) }.OfType<string>());
        return new Visit(NetworkOf(http.Connection.RemoteIpAddress), words.Length > 0 ? words : "?");
    }

    /// <summary>IPv4 /24, IPv6 /48: one household or office.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        if (plain is null)
        {
            return "?";
        }

        var bytes = plain.GetAddressBytes();
        bytes.AsSpan(plain.AddressFamily == AddressFamily.InterNetwork ? 3 : 6).Clear();
        return new IPAddress(bytes) + (plain.AddressFamily == AddressFamily.InterNetwork ? "/24" : "/48");
    }
}
