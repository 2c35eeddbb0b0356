using Belfry.Alerting;
using Belfry.Alerting.Storage;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.Shell;
using Xunit;

namespace Belfry.Tests.Alerting;

/// <summary>From the approval to the phones, in the whole program.</summary>
public sealed class SendingTests
{
    [Theory, BothDatabases]
    public async Task Everyone_inside_the_polygon_is_reached_once_and_nobody_outside(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind, inside: 40);
        var sent = await town.SentAsync();
        Assert.All(Enumerable.Range(1, 40), person => Assert.Equal(1, town.Received(person)));
        Assert.Equal((0, 0, 0), (town.Received(Town.InCorner), town.Received(Town.InOtherTown), town.Received(Town.Abroad)));
        Assert.Equal(40, (await town.ProgressAsync(sent)).Frozen);
        Assert.Equal(40, sent.Shown);
        Assert.StartsWith("EXERCICE La Vesdre monte.", town.Phones.Inbox.Of(Town.NumberOf(1))[0].Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Promise_P3_a_stop_takes_a_second_at_most_and_says_why(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind, inside: 300, new SimulatedSmscSettings { PerSecond = 60 });
        var approved = (await town.ApproveAsync(await town.SubmittedAsync())).Value;
        await town.UntilAsync(approved.Id, VersionState.Sending);
        await Wait.UntilAsync(() => town.Phones.Counts.Taken > 20, () => "nothing left");
        Assert.Equal("ALERT-014", (await town.Get<StopAlert>().RunAsync(Town.Coordinator, approved.Id, " ")).Problems[0].Code);
        var began = TimeProvider.System.GetTimestamp();
        Assert.True((await town.Get<StopAlert>().RunAsync(Town.Coordinator, approved.Id, "fausse alerte")).Ok);
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(1));
        await Task.Delay(1_000, TestContext.Current.CancellationToken);
        var taken = town.Phones.Counts.Taken;
        await Task.Delay(1_000, TestContext.Current.CancellationToken);
        Assert.Equal(taken, town.Phones.Counts.Taken);
        Assert.InRange(taken, 20, 299);
        var progress = await town.ProgressAsync(approved);
        Assert.Equal(progress.Frozen, progress.Counts.Sum(count => count.Count));
        Assert.True(progress.In(DeliveryState.Stopped) > 0);
        Assert.Equal("ALERT-010", (await town.Get<StopAlert>().RunAsync(Town.Coordinator, approved.Id, "encore")).Problems[0].Code);
    }

    [Theory, BothDatabases]
    public async Task A_correction_goes_to_exactly_the_frozen_recipients(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        var first = await town.SentAsync();
        await town.MoveInAsync(500, 30); // they were never told anything: there is nothing to correct for them
        var correction = (await town.Get<FollowUp>().RunAsync(Town.Coordinator, first.Id, VersionKind.Correction)).Value;
        Assert.Equal("ALERT-016", (await town.Get<FollowUp>().RunAsync(Town.Coordinator, first.Id, VersionKind.AllClear)).Problems[0].Code);
        var submitted = (await town.Get<SubmitAlert>().RunAsync(Town.Coordinator, correction.Id)).Value;
        Assert.Equal(12, submitted.Shown);
        var approved = (await town.ApproveAsync(submitted)).Value;
        await town.UntilAsync(approved.Id, VersionState.Sent);
        Assert.All(Enumerable.Range(1, 12), person => Assert.Equal(2, town.Received(person)));
        Assert.All(Enumerable.Range(500, 30), person => Assert.Equal(0, town.Received(person)));
        Assert.Contains("Rectification", town.Phones.Inbox.Of(Town.NumberOf(3))[^1].Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_update_reaches_the_new_area_and_those_told_before_once_each(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        var first = await town.SentAsync();
        await town.MoveInAsync(500, 3); // inside the new area, never told

        // The new area holds the three and the twelve of the first; then one that holds nobody of them.
        var update = await UpdatedAsync(town, first, Town.Triangle);
        Assert.Equal(15, update.Shown);
        Assert.All(Enumerable.Range(1, 12), person => Assert.Equal(2, town.Received(person)));
        Assert.All(Enumerable.Range(500, 3), person => Assert.Equal(1, town.Received(person)));

        var corner = Town.Polygon(Beside(0.005, 0.007), Beside(0.005, 0.008), Beside(0.006, 0.0075));
        var moved = await UpdatedAsync(town, update, corner);
        Assert.Equal(16, moved.Shown);
        Assert.Equal(16, (await town.ProgressAsync(moved)).Frozen);
        Assert.All(Enumerable.Range(1, 12), person => Assert.Equal(3, town.Received(person)));
        Assert.Equal((2, 1), (town.Received(500), town.Received(Town.InCorner)));
        Assert.Equal(0, town.Received(Town.InOtherTown));
    }

    static Position Beside(double north, double east) => Position.Of(Town.Centre.Latitude + north, Town.Centre.Longitude + east).Value;

    static async Task<AlertVersion> UpdatedAsync(Town town, AlertVersion before, string area)
    {
        var draft = (await town.Get<FollowUp>().RunAsync(Town.Coordinator, before.Id, VersionKind.Update)).Value;
        Assert.True((await town.Get<ComposeAlert>().RewriteAsync(Town.Coordinator, draft.Id, Town.Form(area))).Ok);
        var approved = (await town.ApproveAsync((await town.Get<SubmitAlert>().RunAsync(Town.Coordinator, draft.Id)).Value)).Value;
        return await town.UntilAsync(approved.Id, VersionState.Sent);
    }

    [Theory, BothDatabases]
    public async Task A_crowd_that_changed_since_it_was_shown_is_held_until_someone_who_may_lets_it_go(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        var submitted = await town.SubmittedAsync();
        await town.MoveInAsync(500, 25);
        var approved = (await town.ApproveAsync(submitted)).Value;
        await Wait.UntilAsync(async () => (await town.ProgressAsync(approved)).State == DispatchState.Held, () => "it is not held");
        Assert.Equal("SHELL-001", (await town.Get<StopAlert>().ReleaseAsync(Town.Coordinator, approved.Id)).Problems[0].Code);
        Assert.True((await town.Get<StopAlert>().ReleaseAsync(Town.Mayor, approved.Id)).Ok);
        await town.UntilAsync(approved.Id, VersionState.Sent);
        Assert.All(Enumerable.Range(1, 12).Concat(Enumerable.Range(500, 25)), person => Assert.Equal(1, town.Received(person)));
    }

    [Theory, BothDatabases]
    public async Task Cap_is_published_signed_clean_by_the_Belgian_rules_and_refers_to_what_went_before(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        var form = Town.Form(null, MessageClass.DangerToLife, ChannelKind.Sms, ChannelKind.Cap);
        var first = await town.SentAsync(form with { Texts = [.. Enum.GetValues<Language>().Select(language => form.Texts![0] with { Language = language })] });
        var correction = (await town.Get<FollowUp>().RunAsync(Town.Coordinator, first.Id, VersionKind.Correction)).Value;
        var submitted = (await town.Get<SubmitAlert>().RunAsync(Town.Coordinator, correction.Id)).Value;
        await town.UntilAsync((await town.ApproveAsync(submitted)).Value.Id, VersionState.Sent);
        var files = Directory.GetFiles(Path.Combine(town.Folder, "public", "cap"), "*.xml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        Assert.Equal(2, files.Count);
        foreach (var file in files)
        {
            var report = CapCheck.Run(file, CapProfile.Belgium, town.Db.Clock.Now);
            Assert.True(report.IsClean, string.Join('\n', report.Findings));
            Assert.NotEqual(CapSignatureState.NotSigned, report.Signature.State);
        }

        var (before, after) = (CapReader.Read(files[0]).Value, CapReader.Read(files[1]).Value);
        Assert.Equal((before.Sender, before.Identifier, before.Sent), (after.References[0].Sender, after.References[0].Identifier, after.References[0].Sent));
        Assert.Equal(CapStatus.Exercise, before.Status);
    }

    [Theory, BothDatabases]
    public async Task Law_a_municipality_may_warn_in_its_own_language_a_federal_authority_in_all_four(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        var form = Town.Form(null, MessageClass.DangerToLife, ChannelKind.Cap);
        await town.SentAsync(form);
        var report = CapCheck.Run(File.ReadAllBytes(Directory.GetFiles(Path.Combine(town.Folder, "public", "cap"), "*.xml").Single()), CapProfile.Belgium, town.Db.Clock.Now);
        Assert.True(report.IsClean, string.Join('\n', report.Findings));
        Assert.Equal(["CAP-R112", "CAP-R112", "CAP-R112"], report.Findings.Select(finding => finding.Rule.Id));

        var dutch = await town.DraftAsync(form with { Texts = [form.Texts![0] with { Language = Language.Nl }] });
        Assert.Equal(("ALERT-001", "texts", "fr"), Missing(await town.Get<SubmitAlert>().RunAsync(Town.Coordinator, dutch.Id)));
        var federal = await town.DraftAsync(form, Town.DutyOfficer);
        Assert.Equal(("ALERT-001", "texts", "nl, de, en"), Missing(await town.Get<SubmitAlert>().RunAsync(Town.DutyOfficer, federal.Id)));
        Assert.True((await town.Get<ComposeAlert>().RewriteAsync(Town.DutyOfficer, federal.Id, form with { Texts = [.. Enum.GetValues<Language>().Select(language => form.Texts![0] with { Language = language })] })).Ok);
        Assert.True((await town.Get<SubmitAlert>().RunAsync(Town.DutyOfficer, federal.Id)).Ok);
    }

    static (string Code, string? Field, string Languages) Missing(Result<AlertVersion> refused) => (refused.Problems[0].Code, refused.Problems[0].Field, refused.Problems[0].Values["languages"]);

    [Theory, BothDatabases]
    public async Task Law_what_was_approved_is_what_is_sent_or_nothing_is(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        var changes = new (string What, Func<Change, AlertVersion, Task> Do)[]
        {
            ("text", (change, version) => change.ExecuteAsync("update alert_text set sms = sms || '.' where version = @id", new { id = version.Id })),
            ("area", (change, version) => change.ExecuteAsync("update alert_version set area = replace(area, '5.', '5.0') where id = @id", new { id = version.Id })),
            ("channels", (change, version) => change.ExecuteAsync("update alert_version set channels = 'Sms Email' where id = @id", new { id = version.Id })),
            ("age", (change, version) => change.ExecuteAsync("update alert_approval set at = @at where version = @id", new { id = version.Id, at = change.Now.AddMinutes(-16) })),
        };
        foreach (var (what, tamper) in changes)
        {
            var version = await town.SubmittedAsync();
            var lease = await town.HoldFreezeAsync(version);
            Assert.True((await town.ApproveAsync(version)).Ok, what);
            await town.Db.ChangeAsync(new Act(Viewer.Program("test"), "Tamper"), change => tamper(change, version), TestContext.Current.CancellationToken);
            await town.LetGoAsync(lease);
            var over = await town.UntilAsync(version.Id, VersionState.Expired);
            Assert.Equal(0, (await town.ProgressAsync(over)).Frozen);
        }

        Assert.Equal(0, town.Phones.Counts.Taken);

        // The same way without the tampering goes out: it was not the holding that stopped it.
        var honest = await town.SubmittedAsync();
        var held = await town.HoldFreezeAsync(honest);
        await town.ApproveAsync(honest);
        await town.LetGoAsync(held);
        await town.UntilAsync(honest.Id, VersionState.Sent);
        Assert.Equal(12, town.Phones.Counts.Taken);
    }

    [Theory, BothDatabases]
    public async Task An_approval_is_used_once(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        var sent = await town.SentAsync();
        Assert.Equal("ALERT-010", (await town.ApproveAsync(sent)).Problems[0].Code);
        var used = false;
        await town.Db.ChangeAsync(new Act(Viewer.Program("test"), "Again"), async change => used = await AlertStore.UseApprovalAsync(change, sent.Id), TestContext.Current.CancellationToken);
        Assert.False(used);
        Assert.All(Enumerable.Range(1, 12), person => Assert.Equal(1, town.Received(person)));
    }
}
