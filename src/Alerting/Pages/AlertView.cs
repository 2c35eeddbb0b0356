using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Http;

namespace Belfry.Alerting.Pages;

/// <summary>Gathers what the page of one version shows: the thread, the count, the progress, and what this person may do now.</summary>
sealed class AlertView(AlertReader reader, Audience audience, LeftOutside left, Access access, ApproveAlert approve, Territory territory, Delegations delegations)
{
    public async Task<IResult> ShowAsync(Guid id, HttpContext http, IReadOnlyList<Problem> problems)
    {
        var (who, ct) = (http.SignedIn(), http.RequestAborted);
        if (await reader.FindAsync(who, new Id<AlertVersion>(id), ct) is not { } version)
        {
            return Show.Refused(http, [KernelProblems.NotFound]);
        }

        var delegation = await delegations.ForAsync(who, version, ct);
        var area = Area.FromGeoJson(version.Area).Value;
        return Show.Page<AlertPage>(http, new Dictionary<string, object?>
        {
            ["Version"] = version,
            ["Thread"] = await reader.ThreadAsync(who, version.Alert, ct),
            ["Left"] = version.State is VersionState.Draft or VersionState.Submitted ? await left.CountAsync(version, area, ct) : 0L,
            ["Estimate"] = version.State is VersionState.Draft or VersionState.Submitted && version.Rule != AudienceRule.SameRecipients ? await audience.EstimateAsync(area, version.Channels, version.Class, ct) : null,
            ["Population"] = Belgium.Load().Population.Inside(area),
            ["Neighbours"] = territory.Weigh(area, version.Organisation).Neighbours,
            ["Progress"] = await reader.ProgressAsync(who, version, ct),
            ["ByMunicipality"] = await reader.ByMunicipalityAsync(who, version, ct),
            ["Digest"] = approve.DigestOf(version),
            ["Wrote"] = await reader.WroteAsync(who, version.Id, ct),
            ["MayCompose"] = access.Ask(who, AlertPermissions.Compose, version.Organisation, version.Class).Ok,
            ["MayApprove"] = access.Ask(who, AlertPermissions.Approve with { NeedsStepUp = false }, version.Organisation, version.Class).Ok || delegation is { Ok: true, Value: not null },
            ["Delegation"] = delegation is { Ok: true } ? delegation.Value : null,
            ["MayStop"] = access.Ask(who, AlertPermissions.Stop, version.Organisation, version.Class).Ok,
        }, problems);
    }
}
