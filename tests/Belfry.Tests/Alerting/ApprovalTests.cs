using Belfry.Alerting;
using Belfry.Kernel;
using Belfry.Shell;
using Xunit;

namespace Belfry.Tests.Alerting;

/// <summary>Who decides, and what a yes is worth.</summary>
public sealed class ApprovalTests
{
    [Theory, BothDatabases]
    public async Task Law_nobody_who_wrote_any_part_approves(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        var own = await town.SubmittedAsync(who: Town.Mayor);
        Assert.Equal("ALERT-011", (await town.ApproveAsync(own)).Problems[0].Code);
        Assert.True((await town.ApproveAsync(own, Town.Governor)).Ok);

        // One comma is a part.
        var draft = await town.DraftAsync();
        await town.Get<ComposeAlert>().RewriteAsync(Town.Governor, draft.Id, Town.Form());
        var both = (await town.Get<SubmitAlert>().RunAsync(Town.Coordinator, draft.Id)).Value;
        Assert.Equal("ALERT-011", (await town.ApproveAsync(both, Town.Governor)).Problems[0].Code);
        Assert.True((await town.ApproveAsync(both)).Ok);
    }

    [Theory, BothDatabases]
    public async Task The_approver_has_the_right_for_territory_and_class(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        var version = await town.SubmittedAsync();
        var mayorOfVerviers = Town.Of("valere", Role.Mayor, "63079");
        Assert.Equal("SHELL-001", (await town.ApproveAsync(version, Town.DutyOfficer)).Problems[0].Code);
        Assert.Equal("KERNEL-002", (await town.ApproveAsync(version, mayorOfVerviers)).Problems[0].Code); // they do not even see it
        var deputy = Town.Of("eline", Role.InformationOfficer, "63058");
        Assert.Equal("SHELL-001", (await town.ApproveAsync(version, deputy)).Problems[0].Code);
    }

    [Theory, BothDatabases]
    public async Task The_name_of_the_place_is_typed_and_the_version_is_the_one_that_was_seen(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        var version = await town.SubmittedAsync();
        foreach (var typed in (string?[])["", "Verviers", null])
        {
            Assert.Equal("ALERT-013", (await town.Get<ApproveAlert>().RunAsync(Town.Mayor, version.Id, town.DigestOf(version), typed)).Problems[0].Code);
        }

        Assert.Equal("ALERT-012", (await town.Get<ApproveAlert>().RunAsync(Town.Mayor, version.Id, new string('0', 64), "Pepinster")).Problems[0].Code);
        Assert.True((await town.ApproveAsync(version, place: " pépinster ")).Ok);
    }

    [Theory, BothDatabases]
    public async Task What_was_returned_and_rewritten_is_not_what_was_seen(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        var version = await town.SubmittedAsync();
        Assert.Equal("ALERT-014", (await town.Get<ReturnAlert>().ReturnAsync(Town.Mayor, version.Id, "")).Problems[0].Code);
        Assert.True((await town.Get<ReturnAlert>().ReturnAsync(Town.Mayor, version.Id, "trop long")).Ok);
        Assert.Equal(("trop long", VersionState.Draft), ((await town.FindAsync(version.Id)).Reason, (await town.FindAsync(version.Id)).State));
        Assert.Equal("ALERT-010", (await town.ApproveAsync(version)).Problems[0].Code);
        var form = Town.Form();
        var rewritten = (await town.Get<ComposeAlert>().RewriteAsync(Town.Coordinator, version.Id, form with { Texts = [form.Texts![0] with { Sms = "Montez." }] })).Value;
        await town.Get<SubmitAlert>().RunAsync(Town.Coordinator, rewritten.Id);
        Assert.Equal("ALERT-012", (await town.ApproveAsync(version)).Problems[0].Code);
        Assert.Equal("ALERT-010", (await town.Get<ComposeAlert>().RewriteAsync(Town.Coordinator, version.Id, form)).Problems[0].Code);
        Assert.Equal("ALERT-014", (await town.Get<ReturnAlert>().WithdrawAsync(Town.Coordinator, version.Id, null)).Problems[0].Code);
        Assert.True((await town.Get<ReturnAlert>().WithdrawAsync(Town.Coordinator, version.Id, "plus nécessaire")).Ok);
        Assert.Equal(VersionState.Withdrawn, (await town.FindAsync(version.Id)).State);
        Assert.Equal(0, town.Phones.Counts.Taken);
    }

    [Theory, BothDatabases]
    public async Task F12_of_two_yeses_at_once_one_wins_and_the_other_is_told(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        for (var round = 0; round < 5; round++)
        {
            var version = await town.SubmittedAsync();
            var both = await Task.WhenAll(Task.Run(() => town.ApproveAsync(version)), Task.Run(() => town.ApproveAsync(version, Town.Governor)));
            var refused = Assert.Single(both, one => !one.Ok);
            Assert.Equal(409, refused.Problems[0].Status);
            Assert.Contains(refused.Problems[0].Code, (string[])["ALERT-010", "ALERT-012"]);
            await town.UntilAsync(version.Id, VersionState.Sent);
        }

        Assert.All(Enumerable.Range(1, 12), person => Assert.Equal(5, town.Received(person)));
    }
}
