using Belfry.Dispatch.Smpp;
using Belfry.Kernel;
using MimeKit;

namespace Belfry.Dispatch;

/// <summary>Section <c>dispatch</c> of belfry.json: the gateways of a real world. Each entry is one route; none: only CAP leaves.</summary>
public sealed record DispatchSettings
{
    public IReadOnlyList<SmppSettings> Sms { get; init; } = [];

    public IReadOnlyList<SmtpSettings> Email { get; init; } = [];

    public bool HasGateways => Sms.Count + Email.Count > 0;

    /// <summary>What ranges alone do not say: member, reason in English.</summary>
    public IEnumerable<(string Path, string Reason)> Faults()
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "cap" };
        for (var at = 0; at < Sms.Count; at++)
        {
            var (one, path) = (Sms[at], $"dispatch:sms:{at}");
            foreach (var fault in Named(one.Route, one.Host, path, names))
            {
                yield return fault;
            }

            if (one.SystemId.Length == 0)
            {
                yield return (path + ":systemId", "the carrier's name for us is missing");
            }

            if (!Sender.IsOne(one.Sender))
            {
                yield return (path + ":sender", "no phone shows this: up to 11 letters and digits, 3 to 6 digits, or + and digits");
            }
        }

        for (var at = 0; at < Email.Count; at++)
        {
            var (one, path) = (Email[at], $"dispatch:email:{at}");
            foreach (var fault in Named(one.Route, one.Host, path, names))
            {
                yield return fault;
            }

            if (!MailboxAddress.TryParse(one.FromAddress, out var from) || from.Address != one.FromAddress || one.FromAddress.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase))
            {
                yield return (path + ":fromAddress", "name the address that mails come from");
            }
        }
    }

    static IEnumerable<(string Path, string Reason)> Named(string route, string host, string path, HashSet<string> names)
    {
        if (!names.Add(route))
        {
            yield return (path + ":route", $"the name '{route}' is taken; each route has its own");
        }

        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            yield return (path + ":host", "no host name or address");
        }
    }

    internal IEnumerable<Route> Routes(Clock clock) =>
    [
        .. Sms.Select(one => new Route(new RouteSettings(one.Route, ChannelKind.Sms, one.PerSecond), _ => SmppLink.Start(one, clock))),
        .. Email.Select(one => new Route(new RouteSettings(one.Route, ChannelKind.Email), _ => SmtpLink.Start(one, clock))),
    ];
}
