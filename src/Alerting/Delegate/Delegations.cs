using Belfry.Alerting.Storage;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>
/// Handing on the decision right: granted by who has it, confirmed by a second person where the permission table asks for two, revoked at
/// once. What was given holds only while its giver has the right.
/// </summary>
public sealed class Delegations(Db db, Access access, Organisations organisations, Officials officials, AlertingSettings settings, LiveHub live)
{
    const int MostDocument = 200;
    const int Shown = 200;

    // The table alone: whether the person has the right, not whether they proved it just now.
    static readonly Permission Decide = AlertPermissions.Approve with { NeedsStepUp = false };

    /// <returns>
    /// It; SHELL-001/002 without the right to delegate or to decide there, SHELL-005…009 at <c>document</c>, ALERT-030 nobody of that name,
    /// ALERT-031 to oneself, ALERT-032 to one who would not see the alerts, ALERT-033 dates.
    /// </returns>
    public async Task<Result<Delegation>> GrantAsync(Person giver, DelegationForm form, CancellationToken ct = default)
    {
        var right = access.Ask(giver, AlertPermissions.Delegate, form.Organisation);
        var decides = access.Ask(giver, Decide, form.Organisation, form.Class);
        if (!right.Ok || !decides.Ok)
        {
            return Result<Delegation>.Refused(right.Ok ? decides.Problems : right.Problems);
        }

        var document = PlainText.From(form.Document, "document", MostDocument);
        var (from, taker) = (form.From ?? db.Clock.Now, await officials.FindByNameAsync(form.Taker ?? "", ct));
        List<Problem> problems = [.. document.Problems];
        if (taker is null || taker.Account == giver.Account || !access.ViewerOf(taker).Sees.Contains(form.Organisation))
        {
            problems.Add((taker is null ? AlertProblems.TakerUnknown : taker.Account == giver.Account ? AlertProblems.TakerIsGiver : AlertProblems.TakerBlind).At("taker"));
        }

        if (form.Until is not { } until || until <= from || until <= db.Clock.Now || until - from > settings.LongestDelegation)
        {
            problems.Add(AlertProblems.DelegationDates.At("until", ("days", Math.Floor(settings.LongestDelegation.TotalDays))));
        }

        if (problems.Count > 0)
        {
            return Result<Delegation>.Refused(problems);
        }

        var two = AlertPermissions.Delegate.NeedsTwo;
        var granted = new Delegation(
            Id<Delegation>.New(db.Clock).Value, form.Organisation, giver.Account, giver.Name, taker!.Account, taker.Name, form.Class, from.ToUniversalTime(), form.Until!.Value.ToUniversalTime(), document.Value,
            db.Clock.Now, two ? null : db.Clock.Now, two ? "" : giver.Name, null, "");
        await db.ChangeAsync(Act(right.Value, "GrantDelegation", granted), async change =>
        {
            change.Note("taker", taker.Account.ToString());
            change.Note("class", form.Class.ToString());
            change.Note("document", document.Value);
            await DelegationStore.AddAsync(change, granted);
        }, ct);
        live.Changed("delegations");
        return granted;
    }

    /// <returns>SHELL-001/002, KERNEL-002, ALERT-034 for giver or taker, ALERT-012 when it is confirmed or revoked already.</returns>
    public async Task<Result<Done>> ConfirmAsync(Person who, Guid id, CancellationToken ct = default)
    {
        if (await FindAsync(who, id, ct) is not { } one)
        {
            return KernelProblems.NotFound;
        }

        if (!access.Ask(who, AlertPermissions.ConfirmDelegation, one.Organisation).TryGet(out var viewer, out var refused))
        {
            return Result<Done>.Refused(refused);
        }

        return who.Account == one.Giver || who.Account == one.Taker ? AlertProblems.SecondPersonConfirms
            : await ChangeAsync(viewer, "ConfirmDelegation", one, change => DelegationStore.ConfirmAsync(change, id, who.Name), ct);
    }

    /// <summary>By its giver, its taker, or who may delegate or confirm there. Ends it in this commit; needs no second proof, so that nothing holds it up.</summary>
    /// <returns>SHELL-001, KERNEL-002, ALERT-012 when it is revoked already.</returns>
    public async Task<Result<Done>> RevokeAsync(Person who, Guid id, CancellationToken ct = default)
    {
        if (await FindAsync(who, id, ct) is not { } one)
        {
            return KernelProblems.NotFound;
        }

        var mine = who.Account == one.Giver || who.Account == one.Taker;
        var right = access.Ask(who, AlertPermissions.Delegate with { NeedsStepUp = false }, one.Organisation);
        return mine || right.Ok || access.Ask(who, AlertPermissions.ConfirmDelegation with { NeedsStepUp = false }, one.Organisation).Ok
            ? await ChangeAsync(access.ViewerOf(who), "RevokeDelegation", one, change => DelegationStore.RevokeAsync(change, id, who.Name), ct)
            : Result<Done>.Refused(right.Problems);
    }

    /// <summary>Those of the territory that the person sees, the newest end first.</summary>
    public Task<IReadOnlyList<Delegation>> ListAsync(Person who, CancellationToken ct = default) => db.ReadAsync(access.ViewerOf(who), reading => DelegationStore.ListAsync(reading, Shown), ct);

    /// <summary>What lets this person decide about this version without a row in the table.</summary>
    /// <returns>
    /// It; null when the table lets them, or when they were never given anything here; else why what they were given does not hold:
    /// ALERT-035 not within its dates, ALERT-036 revoked, ALERT-037 not confirmed, ALERT-038 its giver lost the right.
    /// </returns>
    public async Task<Result<Delegation?>> ForAsync(Person who, AlertVersion version, CancellationToken ct = default)
    {
        if (access.Ask(who, Decide, version.Organisation, version.Class).Ok)
        {
            return (Delegation?)null;
        }

        var given = await db.ReadAsync(Viewer.Program("delegations"), reading => DelegationStore.OfTakerAsync(reading, who.Account, version.Class), ct);
        Problem? fault = null;
        foreach (var one in given.Where(one => one.Organisation == version.Organisation || organisations.IsBelow(version.Organisation, one.Organisation)).OrderBy(one => one.Revoked is not null))
        {
            if (await WhyNotAsync(one, version, ct) is not { } why)
            {
                return one;
            }

            fault ??= why;
        }

        return fault is null ? (Delegation?)null : fault;
    }

    async Task<Problem?> WhyNotAsync(Delegation one, AlertVersion version, CancellationToken ct)
    {
        var kind = one.StateAt(db.Clock.Now) switch
        {
            DelegationState.Revoked => AlertProblems.DelegationRevoked,
            DelegationState.Unconfirmed => AlertProblems.DelegationUnconfirmed,
            DelegationState.Over or DelegationState.NotBegun => AlertProblems.DelegationNotNow,
            _ => await officials.FindAsync(one.Giver, ct) is { } giver && access.Ask(giver, Decide, version.Organisation, version.Class).Ok ? null : AlertProblems.GiverLostRight,
        };
        return kind?.With(("document", one.Document), ("giver", one.GiverName), ("from", one.Starts.ToString("u", null)), ("until", one.Ends.ToString("u", null)));
    }

    Task<Delegation?> FindAsync(Person who, Guid id, CancellationToken ct) => db.ReadAsync(access.ViewerOf(who), reading => DelegationStore.FindAsync(reading, id), ct);

    async Task<Result<Done>> ChangeAsync(Viewer viewer, string what, Delegation one, Func<Change, Task<bool>> step, CancellationToken ct)
    {
        var done = await db.ChangeAsync<Done>(Act(viewer, what, one), async change => await step(change) ? Done.Value : AlertProblems.ChangedMeanwhile, ct);
        live.Changed("delegations");
        return done;
    }

    static Act Act(Viewer viewer, string what, Delegation one) => new(viewer, what, "", $"delegation/{one.Id}");
}
