using Belfry.Alerting;
using Belfry.Dispatch;
using Belfry.Shell;

namespace Belfry.Configure;

/// <summary>All that can be set, as belfry.json holds it. Every member has a default; an exercise world needs none.</summary>
sealed record BelfrySettings
{
    public InstanceSettings Instance { get; init; } = new();

    public DispatchSettings Dispatch { get; init; } = new();

    public AlertingSettings Alerting { get; init; } = new();

    /// <summary>The host of the origin: names heads and CAP messages.</summary>
    public string Host => Instance.Origin.Length > 0 ? new Uri(Instance.Origin).IdnHost : Serve.Server.Origin;

    public string Site => Instance.Origin.Length > 0 ? Instance.Origin.TrimEnd('/') : "https://" + Serve.Server.Origin;
}
