using System.Collections.Concurrent;

namespace Belfry.Dispatch;

/// <summary>How each route stands, for the screens. Never its secret.</summary>
public sealed class Gateways
{
    readonly ConcurrentDictionary<string, (RouteSettings Settings, ICarrier Carrier)> all = new(StringComparer.Ordinal);

    internal void Add(RouteSettings settings, ICarrier carrier) => all[settings.Name] = (settings, carrier);

    public IReadOnlyList<GatewayState> All =>
        [.. all.Values.OrderBy(one => one.Settings.Channel).ThenBy(one => one.Settings.Name, StringComparer.Ordinal)
            .Select(one => new GatewayState(one.Settings, one.Carrier.State, one.Carrier.FreeWindow))];
}

public sealed record GatewayState(RouteSettings Settings, LinkState State, int FreeWindow);
