using System.Globalization;
using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>
/// The second person says yes. In one commit: the approval with its digest, the dispatch with its rule, the line in the logbook.
/// Nobody who wrote any part approves; the approver has the decision right for the territory and class, or a written, dated delegation.
/// </summary>
public sealed class ApproveAlert(Db db, Access access, Instance instance, Markers markers, CapTexts cap, Dispatches dispatches, Arming arming, Delegations delegations, LiveHub live)
{
    /// <summary>After this an approval that was not used is void.</summary>
    public static readonly TimeSpan Lives = TimeSpan.FromMinutes(15);

    /// <summary>The digest of what stands there now, for the page that asks for approval.</summary>
    public string DigestOf(AlertVersion version) => Binding.Text(Binding.DigestOf(version, instance));

    /// <param name="digest">Of what the approver has seen.</param>
    /// <param name="typedPlace">The name of the place, typed: a yes can be clicked by habit, a name cannot (R13).</param>
    public async Task<Result<AlertVersion>> RunAsync(Person who, Id<AlertVersion> id, string? digest, string? typedPlace, CancellationToken ct = default)
    {
        if (await db.ReadAsync(access.ViewerOf(who), reading => AlertStore.FindAsync(reading, id), ct) is not { } version)
        {
            return KernelProblems.NotFound;
        }

        if (!(await delegations.ForAsync(who, version, ct)).TryGet(out var delegation, out var fault))
        {
            return Result<AlertVersion>.Refused(fault);
        }

        var right = delegation is null ? access.Ask(who, AlertPermissions.Approve, version.Organisation, version.Class) : access.SteppedUp(who, AlertPermissions.Approve);
        if (!right.TryGet(out var viewer, out var refused))
        {
            return Result<AlertVersion>.Refused(refused);
        }

        if (!VersionMoves.May(version.State, VersionState.Approved))
        {
            return AlertProblems.MoveRefused.With(("from", version.State), ("to", VersionState.Approved));
        }

        if (!arming.IsArmed)
        {
            return LedgerProblems.Disarmed;
        }

        var bound = Binding.DigestOf(version, instance);
        if (digest != Binding.Text(bound))
        {
            return AlertProblems.ChangedMeanwhile;
        }

        if (!SameName(typedPlace, version.Place))
        {
            return AlertProblems.PlaceNotTyped.At("place", ("place", version.Place));
        }

        var dispatch = Id<Alert>.New(instance.Clock).Value;
        var result = await db.ChangeAsync<AlertVersion>(new Act(viewer, "ApproveAlert", "", version.Subject), async change =>
        {
            if ((await AlertStore.WritersAsync(change, id)).Contains(who.Account))
            {
                return AlertProblems.OwnWork;
            }

            if (delegation is not null && !await DelegationStore.HoldsAsync(change, delegation.Id, change.Now))
            {
                return AlertProblems.ChangedMeanwhile; // revoked, or run out, since it was looked up
            }

            var expires = change.Now + version.Valid;
            if (!await AlertStore.ApproveAsync(change, id, who.Account, bound, dispatch, expires, delegation?.Id))
            {
                return AlertProblems.ChangedMeanwhile;
            }

            var approved = (await AlertStore.FindAsync(change, id))!;
            await Dispatches.OpenAsync(change, new DispatchOrder(dispatch, version.Organisation, version.Subject, version.Class, version.Shown, expires, await TextsAsync(change, approved)));
            change.Note("digest", Binding.Text(bound));
            change.Note("dispatch", dispatch.ToString());
            change.Note("delegation", delegation?.Id.ToString() ?? "");
            var under = delegation is null ? "" : $" under delegation {delegation.Document} of {delegation.GiverName}";
            SubmitAlert.Say(change, version, $"{version.Number} v{version.Version} approved by {who.Name}{under}: {version.Place}, {version.Shown} messages");
            return approved;
        }, ct);
        if (result.Ok)
        {
            dispatches.Ring();
        }

        live.Changed($"alert-{version.Alert}");
        live.Changed("alerts");
        return result;
    }

    async Task<IReadOnlyList<DispatchText>> TextsAsync(Change change, AlertVersion version)
    {
        var texts = new List<DispatchText>();
        foreach (var text in version.Texts)
        {
            if (version.Channels.Contains(ChannelKind.Sms) && text.Sms.Length > 0)
            {
                texts.Add(new DispatchText(ChannelKind.Sms, text.Language, "", text.Sms, SmsSegments.Of(markers.Mark(text.Sms, text.Language, ChannelKind.Sms)).Segments));
            }

            if (version.Channels.Contains(ChannelKind.Email))
            {
                texts.Add(new DispatchText(ChannelKind.Email, text.Language, text.Title, text.Instruction.Length > 0 ? $"{text.Body}\n\n{text.Instruction}" : text.Body, 1));
            }
        }

        if (version.Channels.Contains(ChannelKind.Cap))
        {
            texts.Add(new DispatchText(ChannelKind.Cap, Language.En, version.Texts[0].Title, await cap.RenderAsync(change, version), 1));
        }

        return texts;
    }

    static bool SameName(string? typed, string place) =>
        CultureInfo.InvariantCulture.CompareInfo.Compare(typed?.Trim() ?? "", place, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;
}
