using Belfry.Alerting;
using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Desk;

/// <summary>What is open now, as far as one person may see it: the values of the desk's page.</summary>
sealed class Situation(IncidentReader incidents, AlertReader alerts, Dispatch.Gateways gateways, Access access, Clock clock)
{
    public async Task<IReadOnlyDictionary<string, object?>> OfAsync(Person who, CancellationToken ct)
    {
        var triage = access.AllowsSomewhere(who, IncidentPermissions.Triage.Action);
        return new Dictionary<string, object?>
        {
            [nameof(DeskPage.Waiting)] = triage ? await incidents.IntakeAsync(who, ct: ct) : null,
            [nameof(DeskPage.Incidents)] = access.AllowsSomewhere(who, IncidentPermissions.Read.Action) ? await incidents.ListAsync(who, ct: ct) : null,
            [nameof(DeskPage.Alerts)] = access.AllowsSomewhere(who, AlertPermissions.Read.Action) ? (await alerts.ListAsync(who, ct: ct)).Where(Matters).ToList() : null,
            [nameof(DeskPage.Gateways)] = gateways.All,
            [nameof(DeskPage.Decides)] = access.AllowsSomewhere(who, AlertPermissions.Approve.Action),
        };
    }

    // What is written, waits, is under way, or still holds.
    bool Matters(AlertVersion version) => version.State switch
    {
        VersionState.Draft or VersionState.Submitted or VersionState.Approved or VersionState.Sending => true,
        VersionState.Sent or VersionState.Stopped => version.Expires is { } expires && expires > clock.Now,
        _ => false,
    };
}
