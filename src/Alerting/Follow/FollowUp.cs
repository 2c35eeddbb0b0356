using Belfry.Alerting.Storage;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>
/// The next version of an alert: update, correction, all clear, cancel. It starts from the words and the people of the one before, in
/// one act, because what was wrong must be put right in minutes (Hawaii 38, Pickering 108). It is approved like any other.
/// </summary>
public sealed class FollowUp(Db db, Access access, Instance instance, LiveHub live)
{
    /// <param name="about">The version it is about; it must have gone out, in part at least.</param>
    public async Task<Result<AlertVersion>> RunAsync(Person who, Id<AlertVersion> about, VersionKind kind, Id<AlertVersion>? id = null, CancellationToken ct = default)
    {
        if (await db.ReadAsync(access.ViewerOf(who), reading => AlertStore.FindAsync(reading, about), ct) is not { } before)
        {
            return KernelProblems.NotFound;
        }

        if (!access.Ask(who, AlertPermissions.Compose, before.Organisation, before.Class).TryGet(out var viewer, out var refused))
        {
            return Result<AlertVersion>.Refused(refused);
        }

        if (kind == VersionKind.Alert || before.Dispatch is null)
        {
            return AlertProblems.NothingToFollow;
        }

        var made = id ?? Id<AlertVersion>.New(instance.Clock);
        var result = await db.ChangeAsync<AlertVersion>(new Act(viewer, "FollowUp", "", before.Subject), async change =>
        {
            var thread = await AlertStore.ThreadAsync(change, before.Alert);
            if (thread.FirstOrDefault(version => version.Id == made) is { } already)
            {
                return already;
            }

            if (thread.FirstOrDefault(version => version.State is VersionState.Draft or VersionState.Submitted) is { } open)
            {
                return AlertProblems.DraftOpen.With(("state", open.State));
            }

            var words = FollowUpWords.For(kind, before);
            var next = before with
            {
                Id = made, Version = thread.Max(version => version.Version) + 1, Kind = kind, State = VersionState.Draft, References = before.Id, Shown = 0, SubmittedBy = Guid.Empty, Changed = change.Now,
                Approved = null, Expires = null, Dispatch = null, Reason = "", Texts = words,
            };
            change.Note("kind", kind.ToString());
            return await ComposeAlert.AddVersionAsync(change, next, who);
        }, ct);
        live.Changed($"alert-{before.Alert}");
        return result;
    }
}
