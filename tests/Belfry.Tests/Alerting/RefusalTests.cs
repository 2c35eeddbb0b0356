using Belfry.Alerting;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.Rehearsal;
using Belfry.Shell;
using Xunit;

namespace Belfry.Tests.Alerting;

/// <summary>Every refusal of alerts and incidents, once, with its field; and the same command twice.</summary>
public sealed class RefusalTests
{
    [Theory, BothDatabases]
    public async Task Every_refusal_of_a_form_is_at_its_field(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        var form = Town.Form();
        var text = form.Texts![0];
        var verviers = Belgium.Load().Find("63079")!.Centre;
        var outside = Town.Polygon(verviers, Position.Of(verviers.Latitude + 0.004, verviers.Longitude).Value, Position.Of(verviers.Latitude, verviers.Longitude + 0.004).Value);
        foreach (var (code, field, wrong) in new (string, string, AlertForm)[]
        {
            ("ALERT-002", "channels", form with { Channels = [] }),
            ("ALERT-003", "area", form with { Area = outside }),
            ("ALERT-004", "validMinutes", form with { ValidMinutes = 14 }),
            ("ALERT-004", "validMinutes", form with { ValidMinutes = 48 * 60 + 1 }),
            ("ALERT-005", "texts.fr.sms", form with { Texts = [text with { Sms = new string('a', 1_100) }] }),
            ("ALERT-006", "texts.fr.sms", form with { Texts = [text with { Sms = "Restez à {lieu}." }] }),
            ("ALERT-008", "category", form with { Category = "Weather" }),
            ("KERNEL-002", "incident", form with { Incident = Organisation.IdOf("nothing") }),
        })
        {
            var refused = await town.Get<ComposeAlert>().StartAsync(Town.Coordinator, wrong);
            Assert.False(refused.Ok, code);
            Assert.Equal((code, field), (refused.Problems[0].Code, refused.Problems[0].Field));
        }

        // A town that lies within, of an area that lies mostly without: the share is of the area, not of the town.
        var half = Town.Polygon(Town.Centre, verviers, Position.Of(verviers.Latitude - 0.01, verviers.Longitude).Value);
        Assert.Equal("ALERT-003", (await town.Get<ComposeAlert>().StartAsync(Town.Coordinator, form with { Area = half })).Problems[0].Code);
        Assert.True((await town.Get<ComposeAlert>().StartAsync(Town.Governor, form with { Area = half })).Ok);

        // All of them at once, not one after another.
        var many = await town.Get<ComposeAlert>().StartAsync(Town.Coordinator, form with { Channels = [], ValidMinutes = 0, Category = "Weather" });
        Assert.Equal(["ALERT-002", "ALERT-004", "ALERT-008"], many.Problems.Select(problem => problem.Code).Order(StringComparer.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_draft_is_handed_in_only_when_it_is_complete_and_would_reach_someone(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        var form = Town.Form();
        var dutch = await town.DraftAsync(form with { Texts = [form.Texts![0] with { Language = Language.Nl }] });
        var missing = (await town.Get<SubmitAlert>().RunAsync(Town.Coordinator, dutch.Id)).Problems[0];
        Assert.Equal(("ALERT-001", "fr"), (missing.Code, missing.Values["languages"]));
        var centre = Town.Centre;
        var empty = await town.DraftAsync(form with { Area = Town.Polygon(centre, Position.Of(centre.Latitude + 0.001, centre.Longitude).Value, Position.Of(centre.Latitude, centre.Longitude + 0.001).Value) });
        Assert.Equal("ALERT-007", (await town.Get<SubmitAlert>().RunAsync(Town.Coordinator, empty.Id)).Problems[0].Code);
        Assert.Equal("ALERT-015", (await town.Get<FollowUp>().RunAsync(Town.Coordinator, empty.Id, VersionKind.Correction)).Problems[0].Code);
        var submitted = await town.SubmittedAsync();
        Assert.Equal("ALERT-010", (await town.Get<SubmitAlert>().RunAsync(Town.Coordinator, submitted.Id)).Problems[0].Code);
    }

    [Theory, BothDatabases]
    public async Task S1_the_wrong_role_is_refused_in_every_use_case_and_nothing_is_read(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        var version = await town.SubmittedAsync();
        Assert.Equal("SHELL-001", (await town.Get<ComposeAlert>().StartAsync(Town.Auditor, Town.Form())).Problems[0].Code);
        Assert.Equal("SHELL-001", (await town.Get<ComposeAlert>().StartAsync(Town.Neighbour, Town.Form() with { Organisation = Town.Pepinster })).Problems[0].Code);
        Assert.Equal("SHELL-001", (await town.Get<SubmitAlert>().RunAsync(Town.Auditor, version.Id)).Problems[0].Code);
        Assert.Equal("SHELL-001", (await town.Get<ReturnAlert>().ReturnAsync(Town.Coordinator, version.Id, "non")).Problems[0].Code);
        Assert.Equal("SHELL-001", (await town.Get<ReturnAlert>().WithdrawAsync(Town.Auditor, version.Id, "non")).Problems[0].Code);
        Assert.Equal("SHELL-001", (await town.ApproveAsync(version, Town.Coordinator)).Problems[0].Code);
        Assert.Equal("SHELL-001", (await town.Get<StopAlert>().RunAsync(Town.Auditor, version.Id, "non")).Problems[0].Code);
        Assert.Equal("SHELL-001", (await town.Get<FollowUp>().RunAsync(Town.Auditor, version.Id, VersionKind.Update)).Problems[0].Code);
        Assert.Equal("KERNEL-002", (await town.Get<StopAlert>().RunAsync(Town.Neighbour, version.Id, "non")).Problems[0].Code);
        Assert.Equal("SHELL-001", (await town.Get<OpenIncident>().RunAsync(Town.Auditor, new OpenIncidentForm("Feu"))).Problems[0].Code);
    }

    [Theory, BothDatabases]
    public async Task The_same_command_twice_is_done_once(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        var (draft, incident) = (Id<AlertVersion>.New(town.Db.Clock), Id<Incident>.New(town.Db.Clock));
        var (one, two) = ((await town.Get<ComposeAlert>().StartAsync(Town.Coordinator, Town.Form(), draft)).Value, (await town.Get<ComposeAlert>().StartAsync(Town.Coordinator, Town.Form(), draft)).Value);
        Assert.Equal((one.Number, one.Id), (two.Number, two.Id));
        var first = (await town.Get<OpenIncident>().RunAsync(Town.Coordinator, new OpenIncidentForm("Inondation"), incident)).Value;
        Assert.Equal(first.Number, (await town.Get<OpenIncident>().RunAsync(Town.Coordinator, new OpenIncidentForm("Inondation"), incident)).Value.Number);
        var sent = await town.SentAsync();
        var next = Id<AlertVersion>.New(town.Db.Clock);
        await town.Get<FollowUp>().RunAsync(Town.Coordinator, sent.Id, VersionKind.Update, next);
        Assert.Equal(2, (await town.Get<FollowUp>().RunAsync(Town.Coordinator, sent.Id, VersionKind.Update, next)).Value.Version);
    }

    [Theory, BothDatabases]
    public async Task Every_refusal_of_incidents_and_the_intake(DatabaseKind kind)
    {
        await using var town = await Town.OpenAsync(kind);
        var incident = (await town.Get<OpenIncident>().RunAsync(Town.Coordinator, new OpenIncidentForm("Inondation"))).Value;
        var write = town.Get<WriteLine>();
        async Task RefusedAsync(string code, LogForm form) => Assert.Equal(code, (await write.RunAsync(Town.Coordinator, incident.Id, form)).Problems[0].Code);
        await RefusedAsync("INC-003", new LogForm("Autrement", LogKind.Correction, Target: 99));
        await RefusedAsync("INC-004", new LogForm("Plus tard", Happened: town.Db.Clock.Now.AddHours(1)));
        await RefusedAsync("INC-007", new LogForm("Incroyable", Credibility: 7));
        await RefusedAsync("SHELL-005", new LogForm(" "));
        Assert.True((await write.RunAsync(Town.Coordinator, incident.Id, new LogForm("La Vesdre est à 3 m"))).Ok);
        var move = town.Get<MoveIncident>();
        Assert.Equal("INC-001", (await move.RunAsync(Town.Coordinator, incident.Id, IncidentState.Stabilised, null)).Problems[0].Code);
        Assert.Equal("SHELL-005", (await move.RunAsync(Town.Coordinator, incident.Id, IncidentState.Closed, null)).Problems[0].Code);
        Assert.True((await move.RunAsync(Town.Coordinator, incident.Id, IncidentState.Closed, "fini")).Ok);
        await RefusedAsync("INC-002", new LogForm("Trop tard"));
        Assert.True((await write.RunAsync(Town.Coordinator, incident.Id, new LogForm("3,2 m", LogKind.Correction, Target: 2))).Ok);

        var storm = StormWarning.Make(town.Db.Clock.Now);
        var message = (await town.Get<ReceiveCap>().RunAsync(Town.DutyOfficer, storm)).Value;
        Assert.Equal("INC-006", (await town.Get<ReceiveCap>().RunAsync(Town.DutyOfficer, storm)).Problems[0].Code);
        Assert.Equal("SHELL-001", (await town.Get<ReceiveCap>().RunAsync(Town.Coordinator, storm)).Problems[0].Code);
        var both = await Task.WhenAll(
            Task.Run(async () => (await town.Get<TriageMessage>().AcceptAsync(Town.DutyOfficer, message.Id)).Problems),
            Task.Run(async () => (await town.Get<TriageMessage>().DismissAsync(Town.DutyOfficer, message.Id, "doublon")).Problems));
        Assert.Equal("INC-005", Assert.Single(both, problems => problems.Count > 0)[0].Code);
    }
}
