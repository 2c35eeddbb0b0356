using System.Globalization;
using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>Writes a draft: a new alert, or the next words of a version that is still a draft. Every writer is remembered.</summary>
public sealed class ComposeAlert(Db db, Access access, Instance instance, Markers markers, Territory territory, LiveHub live)
{
    public async Task<Result<AlertVersion>> StartAsync(Person who, AlertForm form, Id<AlertVersion>? id = null, CancellationToken ct = default)
    {
        var owner = form.Organisation ?? who.Organisation;
        if (!access.Ask(who, AlertPermissions.Compose, owner, form.Class).TryGet(out var viewer, out var refused) || !Read(form, owner, who.Language).TryGet(out var parsed, out refused))
        {
            return Result<AlertVersion>.Refused(refused);
        }

        var made = id ?? Id<AlertVersion>.New(instance.Clock);
        var result = await db.ChangeAsync<AlertVersion>(new Act(viewer, "ComposeAlert", "", $"alert-version/{made}"), async change =>
        {
            if (await AlertStore.FindAsync(change, made) is { } already)
            {
                return already; // the same command again
            }

            if (form.Incident is { } incident && await IncidentReader.FindAsync(change, new Id<Incident>(incident)) is null)
            {
                return KernelProblems.NotFound.At("incident");
            }

            var year = change.Now.Year;
            var next = await AlertStore.NextNumberAsync(change, owner, year);
            var number = string.Create(CultureInfo.InvariantCulture, $"{instance.Prefix}A{year}-{next:0000}");
            var alert = new Alert(Id<Alert>.New(instance.Clock), owner, number, form.Incident, change.Now);
            await AlertStore.AddAlertAsync(change, alert);
            return await AddVersionAsync(change, VersionOf(made, alert, 1, VersionKind.Alert, null, parsed), who);
        }, ct);
        live.Changed("alerts");
        return result;
    }

    public async Task<Result<AlertVersion>> RewriteAsync(Person who, Id<AlertVersion> id, AlertForm form, CancellationToken ct = default)
    {
        if (await db.ReadAsync(access.ViewerOf(who), reading => AlertStore.FindAsync(reading, id), ct) is not { } before)
        {
            return KernelProblems.NotFound;
        }

        // A follow-up keeps the area and the channels of what it is about: it goes to the same people.
        var words = before.Rule == AudienceRule.SameRecipients ? form with { Area = before.Area, Channels = before.Channels } : form;
        if (!access.Ask(who, AlertPermissions.Compose, before.Organisation, form.Class).TryGet(out var viewer, out var refused)
            || !Read(words, before.Organisation, who.Language).TryGet(out var parsed, out refused))
        {
            return Result<AlertVersion>.Refused(refused);
        }

        var version = before with { Class = parsed.Class, Place = parsed.Place, Area = parsed.Area.ToGeoJson(), Channels = parsed.Channels, Valid = parsed.Valid, Code = parsed.Code, Texts = parsed.Texts };
        var result = await db.ChangeAsync<AlertVersion>(new Act(viewer, "RewriteAlert", "", before.Subject), async change =>
        {
            if (!await AlertStore.RewriteAsync(change, version))
            {
                return AlertProblems.MoveRefused.With(("from", before.State), ("to", VersionState.Draft));
            }

            await AlertStore.AddWriterAsync(change, id, who.Account);
            return version;
        }, ct);
        live.Changed($"alert-{before.Alert}");
        return result;
    }

    internal static async Task<AlertVersion> AddVersionAsync(Change change, AlertVersion version, Person who)
    {
        await AlertStore.AddVersionAsync(change, version);
        await AlertStore.AddWriterAsync(change, version.Id, who.Account);
        return version;
    }

    Result<AlertReading.Parsed> Read(AlertForm form, Guid owner, Language language)
    {
        var parsed = AlertReading.Parse(form, markers);
        return !parsed.Ok ? parsed : territory.Refuse(parsed.Value.Area, owner, language) is { } outside ? outside : parsed;
    }

    static AlertVersion VersionOf(Id<AlertVersion> id, Alert alert, long number, VersionKind kind, Id<AlertVersion>? about, AlertReading.Parsed parsed) => new(
        id, alert.Id, alert.Organisation, alert.Number, number, kind, VersionState.Draft, parsed.Class, parsed.Place, parsed.Area.ToGeoJson(), parsed.Channels, parsed.Valid, parsed.Code, 0, about,
        alert.Incident, Guid.Empty, alert.Opened, null, null, null, "", parsed.Texts);
}
